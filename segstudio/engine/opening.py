"""Bringing one image up for editing: decode, read the label, look for unsaved edits (in a worker)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from segstudio.core.classes import ClassTable
from segstudio.core.images import Pixels, read_image
from segstudio.core.progress import CancelToken
from segstudio.engine.entries import ImageEntry
from segstudio.engine.journals import Journals, Recovered
from segstudio.engine.label_store import LabelStore, StoredLabel
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap


@dataclass(frozen=True)
class Opened:
    """Everything that was read for one image."""

    entry: ImageEntry
    shape: tuple[int, int]  # height, width
    image: Pixels | None  # None where only the label is wanted
    stored: StoredLabel
    recovered: Recovered
    ignore_index: int

    @property
    def notices(self) -> list[str]:
        """Sentences for people, most important first."""
        count = len(self.recovered.changes)
        plural = "s" if count != 1 else ""
        said = f"Recovered {count} unsaved change{plural} of {self.entry.name}." if count else None
        found = (self.stored.problem, said, self.recovered.notice, self.stored.notice)
        return [text for text in found if text]


@dataclass(eq=False)
class OpenLabel:
    """A document under edit and the label file it began from. `base`: that file's hash, kept current by saves."""

    entry: ImageEntry
    document: Document
    base: str


def read_entry(
    entry: ImageEntry, store: LabelStore, journals: Journals, table: ClassTable, token: CancelToken
) -> Opened:
    """In a worker. Raises InputError when the image itself cannot be read, Cancelled."""
    image = read_image(entry.path)
    token.raise_if_cancelled()
    shape = image.shape[0], image.shape[1]
    stored = store.read(entry, shape, table)
    token.raise_if_cancelled()
    recovered = journals.recover(entry.key, entry.name, shape, table.ignore_index, stored.hash)
    return Opened(entry, shape, image, stored, recovered, table.ignore_index)


def open_label(opened: Opened, journals: Journals, on_journal_failure: Callable[[str], None]) -> OpenLabel:
    """On the GUI thread: the document, with unsaved edits replayed and its journal ready."""
    label_map = opened.stored.label_map
    if label_map is None:
        label_map = LabelMap.empty(opened.shape, opened.ignore_index)
    journal = journals.start(
        opened.entry.key,
        opened.shape,
        opened.ignore_index,
        opened.stored.hash,
        opened.recovered.recovery,
    )
    journal.failed.connect(on_journal_failure)
    document = Document(opened.shape, label_map, journal)
    if opened.recovered.changes:
        document.recover(opened.recovered.changes)
    return OpenLabel(opened.entry, document, opened.stored.hash)
