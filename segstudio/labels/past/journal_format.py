"""What the bytes of a crash journal mean.

A file is a magic line and framed records: length and CRC-32 of the payload (two little-endian uint32), then the
payload, whose first byte is its kind:

`H`  the header, as JSON.
`R`  a piece as runs: x, y, width, height (uint32); in row order the index of each run's last pixel (uint16), the
     runs' labels and their provenance codes (uint8). 255 in both marks pixels that did not change.
`P`  a piece with too many runs for that: x, y, width, height, then zlib of the provenance and the label plane.
`T`  a step that these entries hold was taken back (0) or done again (1): that flag (uint8), how many entries before
     this one the step begins and how many it has (uint64 each).
`S`  a label file is about to be saved that holds all pieces below a number (uint64); then its digest.

Pieces and turns are numbered from the header's `first` on. Only what changed is stored, so that replaying a journal on a
label map says nothing about the pixels that nobody touched.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import numpy as np

from segstudio.core.arrays import Plane
from segstudio.core.geometry import Rect
from segstudio.labels.past.replay import Entry, Turn, makes_sense
from segstudio.labels.patch import TILE, Area, Change, Piece

MAGIC = b"segstudio journal 1\n"
_FRAME = struct.Struct("<II")
_PIECE = struct.Struct("<cIIII")
_TURN = struct.Struct("<cBQQ")
_SAVE = struct.Struct("<cQ")
_UNCHANGED = 255  # no provenance code
_MAX_PAYLOAD = 1 << 20
_FAST = 1
_PIECES = (b"R", b"P")
NUMBERED = (*_PIECES, b"T")
"""Kinds of records that are entries."""


@dataclass(frozen=True, slots=True)
class JournalHeader:
    """What a journal belongs to."""

    image_key: str
    shape: tuple[int, int]
    """(height, width)."""
    ignore_index: int
    base: str
    """Digest of the label map that the pieces start from (`LabelMap.digest`, or any text the caller compares)."""
    first: int = 0
    """Number of the first entry."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a journal still says."""

    header: JournalHeader
    changes: tuple[Entry, ...]
    """All entries, in order: what the header's base lacks. Do them again with `Document.recover`."""
    intact: int
    """Bytes of the file up to the first torn record."""
    saves: tuple[tuple[int, str], ...]
    """(entries below this number, digest of the label map that holds them) of saves that had begun."""

    def changes_since(self, base: str) -> tuple[Entry, ...] | None:
        """The entries that a label map with digest `base` lacks; None when the journal does not know it.

        Besides the journal's own base it knows the maps that were being saved when the process died.
        """
        if base == self.header.base:
            return self.changes
        for below, digest in reversed(self.saves):
            if digest == base:
                lacking = self.changes[max(below - self.header.first, 0) :]
                return lacking if makes_sense(lacking) else None
        return None


def preamble(header: JournalHeader) -> bytes:
    """How a file begins."""
    return MAGIC + framed(b"H" + json.dumps(asdict(header)).encode())


def framed(payload: bytes) -> bytes:
    return _FRAME.pack(len(payload), zlib.crc32(payload)) + payload


def save_record(below: int, base: str) -> bytes:
    return framed(_SAVE.pack(b"S", below) + base.encode())


def piece_record(piece: Piece) -> bytes:
    """About 50 µs for a whole tile; a few bytes for each row that an edge crosses."""
    r = piece.rect
    unchanged = piece.changed().view(np.uint8) - np.uint8(1)  # 255 where nothing changed, else 0
    label = (piece.label_after | unchanged).ravel()
    provenance = (piece.provenance_after | unchanged).ravel()
    breaks = label[1:] != label[:-1]
    breaks |= provenance[1:] != provenance[:-1]
    cuts = np.flatnonzero(breaks)
    if 8 * len(cuts) > r.area:
        head = _PIECE.pack(b"P", r.x, r.y, r.width, r.height)
        return framed(head + zlib.compress(provenance.tobytes() + label.tobytes(), _FAST))
    last = np.empty(len(cuts) + 1, "<u2")
    last[:-1] = cuts
    last[-1] = r.area - 1
    head = _PIECE.pack(b"R", r.x, r.y, r.width, r.height)
    return framed(head + last.tobytes() + label[last].tobytes() + provenance[last].tobytes())


def turn_record(turn: Turn) -> bytes:
    return framed(_TURN.pack(b"T", turn.again, turn.distance, turn.count))


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(offset of the record's end, payload) of each record up to the first torn one."""
    at = len(MAGIC)
    while at + _FRAME.size <= len(data):
        length, crc = _FRAME.unpack_from(data, at)
        at += _FRAME.size
        payload = data[at : at + length]
        if not 0 < length <= _MAX_PAYLOAD or len(payload) < length or zlib.crc32(payload) != crc:
            return
        at += length
        yield at, payload


def parse(data: bytes) -> Recovery | None:
    """Read a file's bytes up to the first torn record; None when not even the header is whole."""
    if not data.startswith(MAGIC):
        return None
    found = records(data)
    start, payload = next(found, (0, b""))
    intact = start
    header = _parse_header(payload)
    if header is None:
        return None
    changes: list[Entry] = []
    ends: list[int] = []
    saves: list[tuple[int, str]] = []
    for end, payload in found:
        if payload[:1] in NUMBERED:
            entry = _parse_piece(payload, header) if payload[:1] in _PIECES else _parse_turn(payload)
            if entry is None:
                break
            changes.append(entry)
            ends.append(end)
        elif payload[:1] == b"S" and len(payload) > _SAVE.size:
            saves.append((_SAVE.unpack_from(payload)[1], payload[_SAVE.size :].decode("utf-8", "replace")))
        else:
            break
        intact = end
    if not makes_sense(changes):  # nobody but a forger writes that
        whole = next(place for place, entry in enumerate(changes) if isinstance(entry, Turn))
        intact = ends[whole - 1] if whole else start
        del changes[whole:]
    return Recovery(header, tuple(changes), intact, tuple(saves))


def _parse_header(payload: bytes) -> JournalHeader | None:
    if payload[:1] != b"H":
        return None
    try:
        raw = json.loads(payload[1:])
        height, width = (int(side) for side in raw["shape"])
        return JournalHeader(
            str(raw["image_key"]),
            (height, width),
            int(raw["ignore_index"]),
            str(raw["base"]),
            int(raw["first"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _parse_piece(payload: bytes, header: JournalHeader) -> Change | None:
    if len(payload) < _PIECE.size:
        return None
    kind, x, y, width, height = _PIECE.unpack_from(payload)
    if max(width, height) > TILE or x + width > header.shape[1] or y + height > header.shape[0]:
        return None
    area, body = width * height, payload[_PIECE.size :]
    planes = _from_runs(body, area) if kind == b"R" else _from_zlib(body, area)
    if planes is None:
        return None
    provenance, label = planes.reshape(2, height, width)
    return Change(Area(Rect(x, y, width, height), provenance != _UNCHANGED), label, provenance)


def _parse_turn(payload: bytes) -> Turn | None:
    if len(payload) != _TURN.size:
        return None
    _kind, again, distance, count = _TURN.unpack(payload)
    return Turn(distance, count, bool(again)) if 0 < count <= distance else None


def _from_zlib(body: bytes, area: int) -> Plane | None:
    try:
        planes = zlib.decompressobj().decompress(body, 2 * area + 1)
    except zlib.error:
        return None
    return np.frombuffer(planes, np.uint8) if len(planes) == 2 * area else None


def _from_runs(body: bytes, area: int) -> Plane | None:
    count = len(body) // 4
    if count == 0 or len(body) % 4:
        return None
    last = np.frombuffer(body, "<u2", count).astype(np.int64)
    lengths = np.diff(last, prepend=-1)
    if lengths.min() < 1 or last[-1] != area - 1:
        return None
    labels, provenances = np.frombuffer(body, np.uint8, offset=2 * count).reshape(2, count)
    return np.concatenate([np.repeat(provenances, lengths), np.repeat(labels, lengths)])
