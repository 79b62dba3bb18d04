"""Bringing one image up for editing: decode, read the label, look for unsaved edits (in a worker)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from segstudio.core.arrays import Pixels
from segstudio.core.classes import ClassTable
from segstudio.core.images import read_image, read_reduced
from segstudio.core.progress import CancelToken
from segstudio.core.wide_image import WideImage, read_wide
from segstudio.core.wording import worded
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.journals import Journals, Recovered
from segstudio.engine.files.label_store import LabelStore, StoredLabel
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.past.history import History
from segstudio.labels.past.replay import Entry
from segstudio.labels.patch import Change


@dataclass(frozen=True)
class Opened:
    """Everything that was read for one image."""

    entry: ImageEntry
    shape: tuple[int, int]  # height, width
    image: Pixels | None  # None where only the label is wanted
    label_map: LabelMap  # the stored label, or an empty one
    stored: StoredLabel
    recovered: Recovered
    unresolved: tuple[Entry, ...] = ()  # the recovered edits, with the values of merged classes
    wide: WideImage | None = None

    @property
    def notices(self) -> list[str]:
        """Sentences for people, most important first."""
        said = (
            worded("Recovered your unsaved changes of {name}.", name=self.entry.name)
            if self.recovered.changes
            else None
        )
        found = (self.stored.problem, said, self.recovered.notice, self.stored.notice)
        return [text for text in found if text]


@dataclass(eq=False)
class OpenLabel:
    """A document under edit and the label file it began from. `base`: that file's hash, kept current by saves.

    `truth`: names that file with its provenance. `epoch`: of `engine.editing.histories`, when it was opened.
    `unresolved`: recovered edits that this file lacks, with the values of merged classes; see `LabelStore.save`.
    """

    entry: ImageEntry
    document: Document
    base: str
    unresolved: tuple[Entry, ...] = ()
    truth: str = ""
    epoch: int = 0


@dataclass(frozen=True, eq=False)
class EarlyImage:
    """A large image at a reduced size, to be seen while it is decoded. `size`: (width, height) of the whole."""

    pixels: Pixels
    size: tuple[int, int]


def read_entry(
    entry: ImageEntry,
    store: LabelStore,
    journals: Journals,
    table: ClassTable,
    token: CancelToken,
    seen_early: Callable[[EarlyImage], None],
) -> Opened:
    """In a worker. Raises InputError when the image itself cannot be read, Cancelled.

    `seen_early` gets a large image at a reduced size, where its format gives that quickly.
    """
    early = read_reduced(entry.path)
    if early is not None:
        seen_early(EarlyImage(*early))
        token.raise_if_cancelled()
    image = read_image(entry.path)
    token.raise_if_cancelled()
    wide = read_wide(entry.path)
    token.raise_if_cancelled()
    shape = image.shape[0], image.shape[1]
    return read_label_of(entry, shape, store, journals, table, image=image, wide=wide)


def read_label_of(
    entry: ImageEntry,
    shape: tuple[int, int],
    store: LabelStore,
    journals: Journals,
    table: ClassTable,
    *,
    image: Pixels | None = None,
    wide: WideImage | None = None,
) -> Opened:
    """Label and unsaved edits of an image of (height, width); in a worker, where planes are also allocated."""
    stored = store.read(entry, shape, table)
    recovered = journals.recover(entry.key, entry.name, shape, table.ignore_index, stored.hash)
    unresolved = recovered.changes
    if table.aliases and recovered.changes:  # written before classes were merged
        recovered = replace(recovered, changes=tuple(_resolved(e, table) for e in recovered.changes))
    label_map = stored.label_map
    if label_map is None:
        label_map = LabelMap.empty(shape, table.ignore_index)
    return Opened(entry, shape, image, label_map, stored, recovered, unresolved, wide)


def _resolved(entry: Entry, table: ClassTable) -> Entry:
    if not isinstance(entry, Change):
        return entry
    label = entry.label
    return replace(
        entry, label=table.resolve(label) if isinstance(label, np.ndarray) else int(table.lookup[label])
    )


def open_label(
    opened: Opened,
    journals: Journals,
    on_journal_failure: Callable[[str], None],
    history: History | None = None,
    saved_position: int | None = None,
) -> OpenLabel:
    """On the thread that edits: the document, with unsaved edits replayed and its journal ready.

    `history`: of an earlier visit that ended just here, see `engine.editing.histories`, and what of it was saved.
    """
    label_map, recovered = opened.label_map, opened.recovered
    journal = journals.start(
        opened.entry.key, opened.shape, label_map.ignore_index, opened.stored.hash, recovered.recovery
    )
    journal.failed.connect(on_journal_failure)
    document = Document(opened.shape, label_map, journal, history, saved_position)
    if recovered.changes:
        document.recover(recovered.changes, known=history is not None)
    stored = opened.stored
    return OpenLabel(opened.entry, document, stored.hash, opened.unresolved, stored.truth)
