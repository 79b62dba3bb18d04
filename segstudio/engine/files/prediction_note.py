"""What made a folder of predictions, and which files it wrote: noted beside them, read by the evaluation.

The files are listed as `sha256sum` does, so that `sha256sum -c .segstudio/predictions.sha256` says which have been
changed since.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from segstudio import __version__
from segstudio.core.atomic import write_bytes, write_text
from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.errors import InputError, WorkError
from segstudio.core.wording import worded

_NAME = Path(".segstudio") / "predictions.json"
_FILES = Path(".segstudio") / "predictions.sha256"
_SUFFIX = ".png"
_LINE = re.compile(rf"(\\?)([0-9a-f]{{64}})  (.+){re.escape(_SUFFIX)}")
_APPENDING = Lock()


@dataclass(frozen=True)
class PredictionNote:
    """`model`: name and hash, with the options. `table`: the classes of the pixel values. `mapping`: names how a person
    mapped the model's classes onto them, '' where names alone did; None where it was not noted.

    `files`: SHA-256 of every file that was written, by key; None where they were not noted. (Older versions did neither.)
    """

    model: str
    licence: str
    command: str
    table: ClassTable
    mapping: str | None = None
    files: Mapping[str, str] | None = None

    @property
    def model_id(self) -> str:
        """The hash in `model`, '' where there is none."""
        found = re.search(r"\(([0-9a-f]+)\)$", self.model)
        return found[1] if found else ""

    @property
    def table_summary(self) -> str:
        names = [c.name for c in self.table.classes]
        return ", ".join(names[:4]) + (f", … {len(names)} in all" if len(names) > 4 else "")

    def difference(self, other: PredictionNote) -> str:
        """What keeps masks of the two apart, for people; '' where they may lie in one folder."""
        if self.model != other.model:
            return "another model, or with other options"
        if _meaning(self.table) != _meaning(other.table):
            return "other classes"
        known = self.mapping is not None and other.mapping is not None
        return "another mapping of the classes" if known and self.mapping != other.mapping else ""


def write_note(folder: Path, note: PredictionNote) -> None:
    """Raises WorkError."""
    content = {
        "model": note.model,
        "licence": note.licence,
        "command": note.command,
        "segstudio": __version__,
        "ignore_index": note.table.ignore_index,
        "classes": [{"id": c.id, "name": c.name, "colour": list(c.colour)} for c in note.table.classes],
        "mapping": note.mapping,
    }
    if note.files is not None:
        # first: a crash in between must not let the new note vouch for the old files
        lines = (_line(key, digest) for key, digest in note.files.items())
        write_bytes(folder / _FILES, b"".join(lines))
    write_text(folder / _NAME, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def add_file(folder: Path, key: str, digest: str) -> None:
    """Note a file as soon as it is written: an interrupted run has written its files all the same. Raises WorkError."""
    try:
        with _APPENDING, (folder / _FILES).open("ab") as stream:
            stream.write(_line(key, digest))
    except OSError as error:
        raise WorkError(
            worded(
                "Could not write {file}: {reason}.",
                file=folder / _FILES,
                reason=error.strerror or error,
            )
        ) from error


def holds_predictions(folder: Path) -> bool:
    """Whether 'segstudio predict' has written into this folder."""
    return (folder / _NAME).is_file()


def read_note(folder: Path) -> PredictionNote | None:
    """None where there is none or it cannot be read: it only adds to what is known."""
    try:
        content = json.loads((folder / _NAME).read_text("utf-8"))
        classes = tuple(SegClass(c["id"], c["name"], tuple(c["colour"])) for c in content["classes"])
        table = ClassTable(classes, content["ignore_index"])
        return PredictionNote(
            content["model"],
            content["licence"],
            content["command"],
            table,
            content.get("mapping"),
            _files(folder),
        )
    except (OSError, ValueError, KeyError, TypeError, InputError):
        return None


def _meaning(table: ClassTable) -> tuple[object, ...]:
    """What the values of a mask say; colours are for the eye."""
    return table.ignore_index, {c.id: c.name for c in table.classes}


def _files(folder: Path) -> dict[str, str] | None:
    """The last line of a file counts. What is no line (a crash may have torn one) is none."""
    try:
        text = (folder / _FILES).read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return None
    found = (_LINE.fullmatch(line) for line in text.split("\n"))
    return {_plain(m[3]) if m[1] else m[3]: m[2] for m in found if m}


def _line(key: str, digest: str) -> bytes:
    """A name with a line feed or a backslash is written with escapes and marked by a backslash before the line."""
    escaped = key.replace("\\", r"\\").replace("\n", r"\n")
    mark = "\\" if escaped != key else ""
    return f"{mark}{digest}  {escaped}{_SUFFIX}\n".encode("utf-8", "surrogateescape")


def _plain(escaped: str) -> str:
    return re.sub(r"\\([\\n])", lambda m: "\n" if m[1] == "n" else "\\", escaped)
