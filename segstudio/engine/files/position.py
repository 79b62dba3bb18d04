"""Which image of a project was looked at last: remembered in the user's own folder."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from segstudio.core.atomic import write_text
from segstudio.core.errors import WorkError

_NAME = "position.json"


def read_position(home: Path) -> str | None:
    """The key of the image; None when nothing, or nothing usable, is stored in `home`."""
    try:
        stored = json.loads((home / _NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    key = stored.get("image") if isinstance(stored, dict) else None
    return key if isinstance(key, str) else None


def write_position(home: Path, key: str) -> None:
    """What cannot be written is only forgotten at the next start."""
    with contextlib.suppress(OSError, WorkError):
        home.mkdir(parents=True, exist_ok=True)
        write_text(home / _NAME, json.dumps({"image": key}))
