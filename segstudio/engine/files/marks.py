"""What a person notes about images: a flag, that it is done, a few words. One small file for a project."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from segstudio.core.atomic import write_text

FILE = "marks.json"
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Mark:
    """`flagged`: somebody should look again; `done`: nothing is left to do; `note`: words for oneself or others."""

    flagged: bool = False
    done: bool = False
    note: str = ""


NOTHING = Mark()


def read_marks(state: Path) -> dict[str, Mark]:
    """By image key; what is missing or damaged in the file counts as not said."""
    try:
        stored = json.loads((state / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    images = stored.get("images") if isinstance(stored, dict) else None
    if not isinstance(images, dict):
        return {}
    found = {str(key): _mark(values) for key, values in images.items() if isinstance(values, dict)}
    return {key: mark for key, mark in found.items() if mark != NOTHING}


def write_marks(state: Path, marks: Mapping[str, Mark]) -> None:
    """Write atomically; images without a mark are left out. Raises WorkError."""
    images = {
        key: {"flagged": mark.flagged, "done": mark.done, "note": mark.note}
        for key, mark in sorted(marks.items())
        if mark != NOTHING
    }
    write_text(
        state / FILE, json.dumps({"format": 1, "images": images}, ensure_ascii=False, indent=1) + "\n"
    )


def cleaned(note: str) -> str:
    """A note as it is kept: without blanks around it, at most 2,000 characters."""
    return note.strip()[:_LONGEST]


def _mark(values: dict[str, Any]) -> Mark:
    note = values.get("note")
    return Mark(
        values.get("flagged") is True,
        values.get("done") is True,
        cleaned(note) if isinstance(note, str) else "",
    )
