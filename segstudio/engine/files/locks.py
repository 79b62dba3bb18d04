"""Which classes are locked in a project: remembered in the user's own folder, since a lock protects a person's hand,
not the data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from segstudio.core.atomic import write_text
from segstudio.core.errors import WorkError

_NAME = "locks.json"


def read_locks(home: Path) -> frozenset[int]:
    """Ids of the locked classes; none when nothing, or nothing usable, is stored in `home`."""
    try:
        stored = json.loads((home / _NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return frozenset()
    ids = stored if isinstance(stored, list) else []
    return frozenset(i for i in ids if isinstance(i, int) and not isinstance(i, bool) and 0 <= i <= 255)


def write_locks(home: Path, class_ids: Iterable[int]) -> bool:
    """False when it cannot be written: then it is only forgotten at the next start."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        write_text(home / _NAME, json.dumps(sorted(class_ids)))
    except (OSError, WorkError):
        return False
    return True
