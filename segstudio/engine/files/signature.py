"""Whether the files behind a stored matrix are still the same, told by size and time stamp, without reading them."""

from __future__ import annotations

import time
from pathlib import Path

from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.label_store import LabelStore, Stamp, stamp_of

SETTLED_SECONDS = 2.0
"""A file changed more recently than this may change again under the same time stamp."""

_NONE = "-"


def signature(store: LabelStore, entry: ImageEntry, label_hash: str, other: Path | str) -> str | None:
    """Of an image's label (`label_hash`: of its bytes), its provenance, and the file that it is compared with.

    None where one of them is missing or has only just been written.
    """
    files = store.files(entry.key, label_hash)
    if files is None:
        return None
    label, provenance = files
    stamps = [stamp_of(label), stamp_of(provenance), stamp_of(other)]
    if stamps[0] is None or stamps[2] is None:
        return None
    limit = time.time_ns() - int(SETTLED_SECONDS * 1e9)
    if any(stamp is not None and stamp[0] > limit for stamp in stamps):
        return None
    return " ".join([label_hash, *map(_text, stamps)])


def holds(text: str, store: LabelStore, entry: ImageEntry, other: Path | str) -> bool:
    """Whether `text` would be the signature of now."""
    label_hash, *expected = text.split(" ")
    files = store.files(entry.key, label_hash)
    if files is None or len(expected) != 3:
        return False
    return [_text(stamp_of(files[0])), _text(stamp_of(files[1])), _text(stamp_of(other))] == expected


def _text(stamp: Stamp | None) -> str:
    return f"{stamp[0]}:{stamp[1]}" if stamp else _NONE
