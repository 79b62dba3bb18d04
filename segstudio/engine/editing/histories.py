"""The undo histories of images that were left, until they are shown again."""

from __future__ import annotations

from dataclasses import dataclass

from segstudio.engine.editing.opening import Opened, OpenLabel
from segstudio.labels.past.history import DEFAULT_BUDGET, History

_MOST = 32
"""Images."""


@dataclass(frozen=True, slots=True)
class KeptHistory:
    """A history whose document was closed. `saved`: the position that is in the label file."""

    history: History
    saved: int
    truth: str
    """Of the label file, see `StoredLabel.truth`."""
    journal: int | None
    """Where the journal of unsaved edits ends; None when all was saved."""
    shape: tuple[int, int]
    """(height, width)."""
    nbytes: int


class Histories:
    """Those of the images that were left last, within the bytes that the history of the current one leaves.

    A history goes on only where the label is the one that it was left with, and unsaved edits, if there were any, lie
    in the journal to the last one. Owned by the GUI thread.
    """

    def __init__(self, byte_budget: int = DEFAULT_BUDGET) -> None:
        self.byte_budget = byte_budget
        self.epoch = 0
        """Another one means other class tables or another project: values of then mean nothing now."""
        self._kept: dict[str, KeptHistory] = {}  # oldest first

    def keep(self, opened: OpenLabel) -> None:
        """Its document was closed just now."""
        key, document = opened.entry.key, opened.document
        self._kept.pop(key, None)
        history = document.history
        if opened.epoch != self.epoch or not history.steps:
            return
        unsaved = document.journal.next if document.dirty and document.journal is not None else None
        shape, nbytes = document.label_map.shape, history.set_aside()
        self._kept[key] = KeptHistory(
            history, document.saved_position, opened.truth, unsaved, shape, nbytes
        )
        self.make_room(0)

    def take(self, opened: Opened) -> KeptHistory | None:
        """The history that goes on with what was read; it is the document's from now on."""
        kept = self._kept.pop(opened.entry.key, None)
        recovery = opened.recovered.recovery if opened.recovered.changes else None
        journal = recovery.header.first + len(recovery.changes) if recovery is not None else None
        found = opened.stored.truth, journal, opened.shape
        return kept if kept is not None and (kept.truth, kept.journal, kept.shape) == found else None

    def make_room(self, used: int) -> None:
        """The history of the current image takes so many bytes."""
        left = self.byte_budget - used - sum(kept.nbytes for kept in self._kept.values())
        while self._kept and (left < 0 or len(self._kept) > _MOST):
            left += self._kept.pop(next(iter(self._kept))).nbytes

    def clear(self) -> bool:
        """Forget all of them, and those of documents that are open or on their way to the disk; whether there were any."""
        any_there = bool(self._kept)
        self._kept.clear()
        self.epoch += 1
        return any_there
