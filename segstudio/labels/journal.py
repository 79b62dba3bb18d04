"""The crash journal: every piece of an unsaved edit, on disk before the next event, to be replayed after a crash.

A file is a magic line and framed records: length and CRC-32 of the payload (two little-endian uint32), then the
payload, whose first byte is its kind. `H`: the header as JSON. `P`: a piece: x, y, width, height (uint32), then
zlib of the provenance plane, where 255 marks pixels that did not change, and of the label plane (0 there).
`S`: a label file that holds everything up to an offset is about to be saved: offset (uint64), then its digest.

A record is written by one `os.write` straight to the file. The pages then belong to the kernel, so the death of
the process, SIGKILL included, loses at most the record being written; that is why no fsync is paid per pointer
move. A power cut may lose the last seconds, and the CRC finds where.
"""

from __future__ import annotations

import contextlib
import json
import os
import struct
import threading
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from segstudio.core.errors import WorkError
from segstudio.core.geometry import Rect
from segstudio.core.signal import Signal
from segstudio.labels.patch import TILE, Area, Change, Piece

MAGIC = b"segstudio journal 1\n"
_FRAME = struct.Struct("<II")
_PIECE = struct.Struct("<cIIII")
_SAVE = struct.Struct("<cQ")
_UNCHANGED = 255
_MAX_PAYLOAD = 1 << 20
_FAST = 1


@dataclass(frozen=True, slots=True)
class JournalHeader:
    """What a journal belongs to."""

    image_key: str
    shape: tuple[int, int]
    """(height, width)."""
    ignore_index: int
    base: str
    """Digest of the label map that the pieces start from (`LabelMap.digest`, or any text the caller compares)."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a journal still says."""

    header: JournalHeader
    changes: tuple[Change, ...]
    """In order; apply them to the base (`Document.recover`)."""
    intact: int
    """Bytes of the file up to the first torn record."""
    _offsets: tuple[int, ...]
    _saves: tuple[tuple[int, str], ...]

    def changes_since(self, base: str) -> tuple[Change, ...] | None:
        """The changes that a label map with digest `base` lacks; None when the journal does not know it.

        Besides the journal's own base it knows the maps that were being saved when the process died.
        """
        if base == self.header.base:
            return self.changes
        for offset, digest in reversed(self._saves):
            if digest == base:
                return tuple(c for c, at in zip(self.changes, self._offsets, strict=True) if at >= offset)
        return None


class Journal:
    """Appends pieces to one file, which is made with the first piece.

    A disk that is full or gone never breaks painting: `failed` is emitted once, with a sentence for people,
    and nothing is recorded until the next `rebase` or `clear`. Safe to use from several threads.
    """

    def __init__(self, path: Path, header: JournalHeader) -> None:
        """A journal that starts anew. An older file at `path` is kept as `<name>.orphan` when it comes to that."""
        self.path = path
        self.header = header
        self.failed: Signal[str] = Signal()
        self._file: int | None = None
        self._size = 0
        self._broken = False
        self._lock = threading.Lock()

    @classmethod
    def resume(cls, path: Path, recovery: Recovery) -> Journal:
        """Go on behind the last intact record of a recovered journal."""
        journal = cls(path, recovery.header)
        try:
            journal._file = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
            os.ftruncate(journal._file, recovery.intact)
            os.lseek(journal._file, 0, os.SEEK_END)
            journal._size = recovery.intact
        except OSError as error:
            raise WorkError(f"Could not go on with the journal {path}: {error.strerror}.") from error
        return journal

    @staticmethod
    def recover(path: Path) -> Recovery | None:
        """Read a journal up to its first torn record; None when there is none or its header is torn.

        Raises WorkError when the file is there and cannot be read.
        """
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise WorkError(
                f"Could not read the journal of unsaved edits {path}: {error.strerror}. Check its permissions."
            ) from error
        return _parse(data)

    def append(self, pieces: Sequence[Piece]) -> None:
        """Record pieces in order, with one write."""
        if not pieces:
            return
        with self._lock:
            data = b"".join(_framed(_encode(piece)) for piece in pieces)
            failure = self._write(data)
        self._report(failure)

    def mark(self) -> int:
        """A place behind everything recorded so far, to hand to `announce_save` and `rebase`."""
        with self._lock:
            return self._size

    def announce_save(self, mark: int, base: str) -> None:
        """Say, before the file is replaced, that a label map with this digest holds all up to `mark`."""
        with self._lock:
            if self._file is None:
                return
            failure = self._write(_framed(_SAVE.pack(b"S", mark) + base.encode()))
        self._report(failure)

    def rebase(self, base: str, since: int | None = None) -> None:
        """The label map with digest `base` is saved: forget everything up to the mark `since` (default: all)."""
        with self._lock:
            header = JournalHeader(self.header.image_key, self.header.shape, self.header.ignore_index, base)
            failure = self._rebase(header, self._size if since is None else since)
        self._report(failure)

    def clear(self) -> None:
        """Remove the file: there is nothing unsaved. The next piece starts a new one on the same base."""
        with self._lock:
            self._release()
            self._broken = False
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file and leave it where it is."""
        with self._lock:
            self._release()
            self._broken = True

    def _write(self, data: bytes) -> str | None:
        """Append; the sentence to report when it failed."""
        if self._broken:
            return None
        try:
            if self._file is None:
                self._file = self._start()
                data = _preamble(self.header) + data
            if os.fstat(self._file).st_nlink == 0:
                raise FileNotFoundError("its file was removed")
            _write_all(self._file, data)
        except OSError as error:
            return self._break(error)
        self._size += len(data)
        return None

    def _start(self) -> int:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if self.path.exists():
            os.replace(self.path, self.path.with_name(self.path.name + ".orphan"))
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        return os.open(self.path, flags, 0o600)

    def _rebase(self, header: JournalHeader, since: int) -> str | None:
        old, size = self.header, self._size
        self.header = header
        broken, self._broken = self._broken, False
        had_file = self._file is not None
        self._release()
        if not had_file and not broken:
            return None
        try:
            tail = b""
            if not broken and since < size:
                tail = self.path.read_bytes()[max(since, len(_preamble(old))) : size]
            if not tail:
                self.path.unlink(missing_ok=True)
                return None
            fresh = self.path.with_name(self.path.name + ".new")
            data = _preamble(header) + tail
            fresh.write_bytes(data)
            os.replace(fresh, self.path)
            self._file = os.open(self.path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
            os.lseek(self._file, 0, os.SEEK_END)
            self._size = len(data)
        except OSError as error:
            return self._break(error)
        return None

    def _break(self, error: OSError) -> str:
        self._release()
        self._broken = True
        reason = (error.strerror or str(error)).rstrip(".")
        return (
            f"Unsaved edits can no longer be protected against a crash: {self.path} could not be written "
            f"({reason}). Painting goes on; save often, and free some space."
        )

    def _release(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                os.close(self._file)
        self._file = None
        self._size = 0

    def _report(self, failure: str | None) -> None:
        if failure is not None:
            self.failed.emit(failure)


def _write_all(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def _framed(payload: bytes) -> bytes:
    return _FRAME.pack(len(payload), zlib.crc32(payload)) + payload


def _preamble(header: JournalHeader) -> bytes:
    return MAGIC + _framed(b"H" + json.dumps(asdict(header)).encode())


def _encode(piece: Piece) -> bytes:
    changed = piece.changed()
    provenance = np.where(changed, piece.provenance_after, np.uint8(_UNCHANGED))
    label = np.where(changed, piece.label_after, np.uint8(0))
    r = piece.rect
    head = _PIECE.pack(b"P", r.x, r.y, r.width, r.height)
    return head + zlib.compress(provenance.tobytes() + label.tobytes(), _FAST)


def _decode(payload: bytes, header: JournalHeader) -> Change | None:
    if len(payload) < _PIECE.size:
        return None
    _, x, y, width, height = _PIECE.unpack_from(payload)
    if max(width, height) > TILE or x + width > header.shape[1] or y + height > header.shape[0]:
        return None
    area = width * height
    planes = zlib.decompressobj().decompress(payload[_PIECE.size :], 2 * area + 1)
    if len(planes) != 2 * area:
        return None
    provenance, label = np.frombuffer(planes, np.uint8).reshape(2, height, width)
    return Change(Area(Rect(x, y, width, height), provenance != _UNCHANGED), label, provenance)


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(offset, payload) of each intact record."""
    at = len(MAGIC)
    while at + _FRAME.size <= len(data):
        length, crc = _FRAME.unpack_from(data, at)
        payload = data[at + _FRAME.size : at + _FRAME.size + length]
        if not 0 < length <= _MAX_PAYLOAD or len(payload) < length or zlib.crc32(payload) != crc:
            return
        yield at, payload
        at += _FRAME.size + length


def _parse(data: bytes) -> Recovery | None:
    if not data.startswith(MAGIC):
        return None
    records = _records(data)
    header = _parse_header(next(records, (0, b""))[1])
    if header is None:
        return None
    changes: list[Change] = []
    offsets: list[int] = []
    saves: list[tuple[int, str]] = []
    intact = len(_preamble(header))
    for at, payload in records:
        if payload[:1] == b"P":
            change = _decode(payload, header)
            if change is None:
                break
            changes.append(change)
            offsets.append(at)
        elif payload[:1] == b"S" and len(payload) > _SAVE.size:
            saves.append((_SAVE.unpack_from(payload)[1], payload[_SAVE.size :].decode("utf-8", "replace")))
        else:
            break
        intact = at + _FRAME.size + len(payload)
    return Recovery(header, tuple(changes), intact, tuple(offsets), tuple(saves))


def _parse_header(payload: bytes) -> JournalHeader | None:
    if payload[:1] != b"H":
        return None
    try:
        raw = json.loads(payload[1:])
        height, width = raw["shape"]
        return JournalHeader(
            str(raw["image_key"]), (int(height), int(width)), int(raw["ignore_index"]), str(raw["base"])
        )
    except (ValueError, KeyError, TypeError):
        return None
