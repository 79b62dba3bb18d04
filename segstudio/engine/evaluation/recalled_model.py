"""The model that is still being loaded, as far as its figures are known: they are shown before it is there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from segstudio.core.classes import ClassTable
from segstudio.core.errors import WorkError
from segstudio.core.progress import CancelToken
from segstudio.core.wording import worded
from segstudio.core.zoo import find_card
from segstudio.engine.evaluation.candidates import CandidateLabel
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.index import Index


@dataclass(frozen=True)
class RecalledModel:
    """A candidate (`engine.evaluation.candidates`) of which the index knows what it said, and that cannot be asked yet."""

    table: ClassTable
    index: Index
    name: str
    id: str
    by_model: bool = True
    can_be_asked: bool = False
    void_counts: bool = True

    @classmethod
    def find(cls, model: str, table: ClassTable, index: Index) -> RecalledModel | None:
        """By the name that a model is loaded by; None where the index has not met it, or its file changed."""
        stamp = file_stamp(model)
        known = index.model(model, stamp) if stamp is not None else None
        return cls(table, index, known[1], known[0]) if known is not None else None

    def has(self, entry: ImageEntry) -> bool:
        return True

    def known(self, entry: ImageEntry) -> bool:
        return False

    def key(self, entry: ImageEntry) -> str:
        return f"{self.index.file_hash(entry.path)}-{self.id}"

    def file(self, entry: ImageEntry) -> Path | str:
        return entry.file

    def obtain(self, entry: ImageEntry, token: CancelToken) -> CandidateLabel:
        raise WorkError(worded("The model {name} is still being loaded.", name=self.name))


def file_stamp(model: str) -> str | None:
    """Path, time stamp and size of the weights that a name stands for, without reading them; None without a file."""
    card = find_card(model)
    path = card.path if card is not None else Path(model).expanduser()
    try:
        info = os.stat(path)
    except OSError:
        return None
    return f"{path}:{info.st_mtime_ns}:{info.st_size}"
