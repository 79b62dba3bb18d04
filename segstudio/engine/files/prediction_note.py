"""What made a folder of predictions: written beside them, read by the evaluation."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from segstudio import __version__
from segstudio.core.atomic import write_text
from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.errors import InputError

_NAME = Path(".segstudio") / "predictions.json"


@dataclass(frozen=True)
class PredictionNote:
    """`model`: name and hash. `table`: the classes of the pixel values."""

    model: str
    licence: str
    command: str
    table: ClassTable

    @property
    def model_id(self) -> str:
        """The hash in `model`, '' where there is none."""
        found = re.search(r"\(([0-9a-f]+)\)$", self.model)
        return found[1] if found else ""

    @property
    def table_summary(self) -> str:
        names = [c.name for c in self.table.classes]
        return ", ".join(names[:4]) + (f", … {len(names)} in all" if len(names) > 4 else "")


def write_note(folder: Path, note: PredictionNote) -> None:
    """Raises WorkError."""
    content = {
        "model": note.model,
        "licence": note.licence,
        "command": note.command,
        "segstudio": __version__,
        "ignore_index": note.table.ignore_index,
        "classes": [{"id": c.id, "name": c.name, "colour": list(c.colour)} for c in note.table.classes],
    }
    write_text(folder / _NAME, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def read_note(folder: Path) -> PredictionNote | None:
    """None where there is none or it cannot be read: it only adds to what is known."""
    try:
        content = json.loads((folder / _NAME).read_text("utf-8"))
        classes = tuple(SegClass(c["id"], c["name"], tuple(c["colour"])) for c in content["classes"])
        table = ClassTable(classes, content["ignore_index"])
        return PredictionNote(content["model"], content["licence"], content["command"], table)
    except (OSError, ValueError, KeyError, TypeError, InputError):
        return None
