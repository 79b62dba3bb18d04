"""What is compared with the saved labels: the model's predictions, or a folder of somebody else's labels."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import numpy as np

from segstudio.core.arrays import Label
from segstudio.core.class_map import ClassChoice
from segstudio.core.classes import ClassMapping, ClassTable, map_classes
from segstudio.core.errors import InputError
from segstudio.core.images import image_size
from segstudio.core.label_png import check_label_values, read_label
from segstudio.core.plain_text import composed
from segstudio.core.progress import CancelToken
from segstudio.core.wording import worded
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.prediction_note import read_note
from segstudio.engine.files.selection import find_labels
from segstudio.engine.files.sidecar import content_hash
from segstudio.engine.index import Index


class CandidateKind(StrEnum):
    """Who says what is compared with the labels."""

    MODEL = "model"
    PREDICTIONS = "predictions"  # a folder of another model's predictions: void is a miss
    ANNOTATOR = "annotator"  # a folder of a second person's labels: void counts nowhere


class CandidateLabel(Protocol):
    """What a candidate says of one image."""

    @property
    def label(self) -> Label:
        """uint8 H×W in the project's classes, else its ignore index."""

    @property
    def cache_key(self) -> str:
        """Names everything that `label` depends on besides the class table."""


class CandidateSource(Protocol):
    """Where workers get a candidate's labels from."""

    @property
    def table(self) -> ClassTable:
        """The project's classes, in which its labels are."""

    @property
    def index(self) -> Index: ...

    @property
    def name(self) -> str:
        """For people."""

    @property
    def id(self) -> str:
        """Names it for good: another id, another comparison."""

    @property
    def by_model(self) -> bool:
        """Whether `obtain` may have to ask the model, and so belongs into its thread."""

    @property
    def can_be_asked(self) -> bool:
        """Whether `obtain` works; else only what the index recalls of it can be shown."""

    @property
    def void_counts(self) -> bool:
        """Whether a pixel of which it says nothing is a miss; else it counts nowhere."""

    def has(self, entry: ImageEntry) -> bool:
        """Whether it says anything of this image."""

    def known(self, entry: ImageEntry) -> bool:
        """Whether a prediction of the model lies on disk."""

    def key(self, entry: ImageEntry) -> str:
        """The `cache_key` of an image's label. Raises InputError."""

    def file(self, entry: ImageEntry) -> Path | str:
        """The file that the label of an image depends on. Raises InputError when there is none."""

    def obtain(self, entry: ImageEntry, token: CancelToken) -> CandidateLabel:
        """In a worker. Raises InputError, WorkError, Cancelled."""


@dataclass(frozen=True)
class FolderLabel:
    """One label of a folder."""

    label: Label
    cache_key: str


@dataclass(frozen=True)
class FolderSource:
    """A folder of labels, matched with the images by relative path and stem.

    Pixel values are ids of the project's table; where the folder says which classes it was predicted with (as
    `segstudio predict` does), those are mapped by name, `mapping`. `problems`: sentences about files that could not be
    used, by key; filled by the workers.
    """

    folder: Path
    kind: CandidateKind
    table: ClassTable
    index: Index
    files: dict[str, Path]
    lookup: Label | None  # uint8 256, value -> id; None: as they are
    title: str
    mapping: ClassMapping | None = None
    problems: dict[str, str] = field(default_factory=dict)

    @classmethod
    def open(
        cls,
        folder: Path,
        kind: CandidateKind,
        table: ClassTable,
        index: Index,
        chosen: ClassChoice | None = None,
    ) -> FolderSource:
        """List the folder; in a worker. `chosen`: which of its classes is which, where names do not tell. Raises
        InputError when it holds no labels or no class of the project."""
        files = find_labels(folder)
        note = read_note(folder)
        lookup = mapping = None
        title = folder.name or str(folder)
        if note is not None:
            title = f"{note.model.split(' (')[0]} ({title})"
            mapping = map_classes(note.table, table, chosen)
            if len(mapping.unmapped) == len(note.table):
                raise InputError(
                    worded(
                        "No class of the predictions in {folder} ({classes}) is in this project's class "
                        "table. Choose another folder, or rename classes so that they match.",
                        folder=folder,
                        classes=note.table_summary,
                    )
                )
            if not mapping.identity:
                lookup = np.full(256, table.ignore_index, np.uint8)
                for value, target in enumerate(mapping.targets):
                    if target is not None:
                        lookup[value] = target
        return cls(folder, kind, table, index, files, lookup, title, mapping)

    @property
    def name(self) -> str:
        return self.title

    @property
    def id(self) -> str:
        mapped = "" if self.lookup is None else f":{content_hash(self.lookup.tobytes())}"
        return f"{self.kind}:{self.folder}{mapped}"

    @property
    def by_model(self) -> bool:
        return False

    @property
    def can_be_asked(self) -> bool:
        return True

    @property
    def void_counts(self) -> bool:
        return self.kind is not CandidateKind.ANNOTATOR

    def has(self, entry: ImageEntry) -> bool:
        return composed(entry.key) in self.files

    def known(self, entry: ImageEntry) -> bool:
        return False

    def key(self, entry: ImageEntry) -> str:
        mapped = "" if self.lookup is None else f"-{content_hash(self.lookup.tobytes())}"
        return f"{self.index.file_hash(self._path(entry))}-{self.kind}{mapped}"

    def file(self, entry: ImageEntry) -> Path | str:
        return self._path(entry)

    def obtain(self, entry: ImageEntry, token: CancelToken) -> FolderLabel:
        """Raises InputError when the file is missing, broken, of another size or holds values that are no class."""
        try:
            key, path = self.key(entry), self._path(entry)
            width, height = image_size(entry.path)
            label = read_label(path, (height, width))
            if self.lookup is not None:
                label = self.lookup[label]
            else:
                label = self.table.resolve(label)
                check_label_values(label, self.table, path)
        except InputError as error:
            self.problems[entry.key] = str(error)
            raise
        self.problems.pop(entry.key, None)
        return FolderLabel(label, key)

    def _path(self, entry: ImageEntry) -> Path:
        path = self.files.get(composed(entry.key))
        if path is None:
            raise InputError(
                worded("{folder} holds no label for {name}.", folder=self.folder, name=entry.name)
            )
        return path
