"""How far each image is, from what the files, the journals and the model say."""

from __future__ import annotations

from collections.abc import Iterable

from segstudio.core.signal import Signal
from segstudio.engine.files.entries import ImageEntry, Status


class EntryBook:
    """Statuses by key. Owned by the GUI thread; `changed` tells the key."""

    def __init__(self) -> None:
        self.changed: Signal[str] = Signal()
        self.edited: set[str] = set()
        self.predicted: set[str] = set()
        self.unusable: set[str] = set()
        """Keys of label files that are there and cannot be used."""

    def status(self, entry: ImageEntry) -> Status:
        """EDITED beats the rest: edits that are in no file are what a person must know of."""
        if entry.key in self.edited:
            return Status.EDITED
        if entry.key in self.unusable:
            return Status.UNUSABLE
        if entry.has_label:
            return Status.SAVED
        return Status.PREDICTED if entry.key in self.predicted else Status.UNLABELLED

    def saved(self, entries: Iterable[ImageEntry]) -> int:
        """How many of them are SAVED; for a hundred thousand at once."""
        others = self.edited | self.unusable
        return sum(entry.has_label and entry.key not in others for entry in entries)

    def set_edited(self, key: str, edited: bool) -> None:
        if edited != (key in self.edited):
            (self.edited.add if edited else self.edited.discard)(key)
            self.changed.emit(key)

    def set_predicted(self, key: str) -> None:
        if key not in self.predicted:
            self.predicted.add(key)
            self.changed.emit(key)

    def set_unusable(self, key: str, unusable: bool) -> None:
        if unusable != (key in self.unusable):
            (self.unusable.add if unusable else self.unusable.discard)(key)
            self.changed.emit(key)

    def forget_predictions(self) -> None:
        """Another model."""
        keys, self.predicted = self.predicted, set()
        for key in keys:
            self.changed.emit(key)

    def reset(self, edited: set[str]) -> None:
        """Another project, whose images `edited` have journals."""
        self.edited, self.predicted, self.unusable = set(edited), set(), set()
