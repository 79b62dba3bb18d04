"""The classes of the open project: what the label files hold of each, and changing the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from segstudio.core.class_edits import compacted
from segstudio.core.class_map import ClassChoice, renumbered
from segstudio.core.classes import ClassTable
from segstudio.core.errors import Cancelled, InputError
from segstudio.core.label_png import read_label
from segstudio.core.numerals import grouped
from segstudio.core.planes import histogram
from segstudio.core.progress import CancelToken
from segstudio.core.signal import Signal
from segstudio.core.wording import Worded, worded
from segstudio.engine.files.compaction import compact
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.label_store import LabelStore
from segstudio.engine.jobs import Job, JobContext, JobQueue
from segstudio.engine.project import Project
from segstudio.engine.views import Level, Message, error_message

_COUNT_PRIORITY = 60
_COMPACT_PRIORITY = 170


@dataclass(frozen=True, slots=True)
class ClassUse:
    """How much of the saved labels is a value: images that hold it, and pixels in all of them."""

    images: int
    pixels: int


@dataclass(frozen=True, slots=True)
class Owner:
    """What the desk may ask of the session. `unsaved`: keys with edits that are in no label file. `writing`: whether
    labels of many images are on their way to the disk. `pause` puts the current image away, edits saved or journalled;
    `resume` shows it again, read anew. `follow`: one step from a table to another, for what goes by names."""

    project: Callable[[], Project | None]
    unsaved: Callable[[], Sequence[str]]
    writing: Callable[[], bool]
    set_table: Callable[[ClassTable], None]
    follow: Callable[[ClassTable, ClassTable], None]
    pause: Callable[[], None]
    resume: Callable[[], None]


class ClassDesk:
    """Owned by the GUI thread; `session.classes`."""

    def __init__(self, pool: JobQueue, owner: Owner) -> None:
        self.message: Signal[Message] = Signal()
        self.counted: Signal[()] = Signal()
        """Read `use`."""
        self.compacted: Signal[()] = Signal()
        """All labels are rewritten; the table has changed."""
        self.use: Mapping[int, ClassUse] = {}
        """By value of the label files as they are, merged classes apart; empty until `count` has ended."""
        self._pool = pool
        self._owner = owner
        self._counting: Job[dict[int, ClassUse]] | None = None
        self._compacting: Job[ClassTable | None] | None = None
        self._compacted: Path | None = None  # the labels folder that is being rewritten, open or not
        self._stop = CancelToken()

    @property
    def busy(self) -> bool:
        """Whether the labels of the open project are being rewritten: nothing can be edited."""
        return self._compacting is not None and self._is_compacted(self._owner.project())

    def refuses(self) -> bool:
        """Whether no other labels may be written now, which is then told: they would keep the former ids."""
        if self.busy:
            self.message.emit(Message(Level.WARNING, self._still_rewriting))
        return self.busy

    @property
    def unknown(self) -> dict[int, ClassUse]:
        """Values of label files that no class has, of those that `count` found."""
        project = self._owner.project()
        if project is None:
            return {}
        table = project.table
        known = {c.id for c in table.classes} | {a.id for a in table.aliases} | {table.ignore_index}
        return {value: use for value, use in self.use.items() if value not in known}

    def forget(self) -> None:
        """Another project: what was counted is nobody's any more."""
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        self.use = {}

    def count(self) -> None:
        """Count the values of all saved labels in the background; `counted` comes."""
        project = self._owner.project()
        if project is None:
            return
        self.forget()
        store, entries = project.store, [e for e in project.images if e.has_label]

        def done(use: dict[int, ClassUse]) -> None:
            self.use = use
            self._counting = None
            self.counted.emit()

        self._counting = self._pool.submit(
            "count",
            worded("Count the classes in the labels"),
            lambda context: _count(store, entries, context),
            priority=_COUNT_PRIORITY,
            on_done=done,
            on_error=self._failed,
        )

    def apply(self, table: ClassTable, steps: Sequence[ClassTable] = ()) -> None:
        """Use this table from now on; kept in segstudio.toml, figures are counted anew. `steps`: the tables between the
        former and this one, where it was made by several edits."""
        project = self._owner.project()
        if project is not None and table != project.table:
            for former, step in pairwise((project.table, *steps, table)):
                self._owner.follow(former, step)
            self._owner.set_table(table)

    def compact(self, *, renumber: bool = False) -> None:
        """Rewrite all labels without merged classes; `compacted` comes, or an error message. Raises InputError while
        there are unsaved edits, where the labels cannot be written, and while others are written or rewritten."""
        project = self._owner.project()
        if project is None or self.busy:
            return
        self._check_that_it_can_be_compacted(project)
        config, places, store, former = project.config(), project.places, project.store, project.table
        entries = list(project.images)
        self._owner.pause()
        self._compacted = project.labels_dir
        token = self._stop = CancelToken()

        def work(context: JobContext) -> ClassTable | None:
            try:
                return compact(
                    places,
                    store,
                    entries,
                    config,
                    renumber=renumber,
                    progress=context.progress,
                    token=token,
                )
            except Cancelled:
                return None

        self._compacting = self._pool.submit(
            "compact",
            worded("Rewrite the labels"),
            work,
            priority=_COMPACT_PRIORITY,
            on_done=lambda table: self._compacted_to(table, project.class_maps, former, renumber),
            on_error=self._not_compacted,
        )

    @property
    def _still_rewriting(self) -> Worded:
        return worded(
            "The labels in {folder} are still being rewritten. Wait for that.", folder=self._compacted
        )

    def _check_that_it_can_be_compacted(self, project: Project) -> None:
        if self._compacting is not None:
            raise InputError(self._still_rewriting)
        if unsaved := self._owner.unsaved():
            text = worded("1 image has unsaved edits. Save or discard them first.")
            if len(unsaved) > 1:
                count = grouped(len(unsaved))
                text = worded("{count} images have unsaved edits. Save or discard them first.", count=count)
            raise InputError(text)
        if self._owner.writing():
            raise InputError(
                worded("Labels are being written. Wait for that, or stop it in the list of jobs.")
            )
        if not project.writable:
            raise InputError(
                worded(
                    "{folder} cannot be written. Choose a labels folder first.", folder=project.labels_dir
                )
            )

    def _compacted_to(
        self, table: ClassTable | None, maps: Mapping[str, ClassChoice], former: ClassTable, renumber: bool
    ) -> None:
        """`maps`, `former`: those of before. None: it was stopped, or cancelled."""
        self._compacting = None
        now = self._owner.project()  # the same folder may have been opened anew meanwhile
        if table is None or now is None or not self._is_compacted(now):
            self._owner.resume()  # it was stopped; or it is closed, and its files know
            return
        lookup = compacted(former, renumber=renumber)[1]
        now.class_maps = renumbered(maps, lookup)
        self._owner.set_table(table)
        self.message.emit(Message(Level.INFO, worded("All labels are rewritten with the new class table.")))
        self._owner.resume()
        self.compacted.emit()

    def stop_compacting(self) -> None:
        """Leave the labels as they are, unless they have begun to change: then it is finished."""
        self._stop.cancel()

    def _is_compacted(self, project: Project | None) -> bool:
        return project is not None and project.labels_dir == self._compacted

    def _not_compacted(self, error: Exception) -> None:
        self._compacting = None
        self._owner.resume()
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        self.message.emit(error_message(error))


def _count(store: LabelStore, entries: Sequence[ImageEntry], context: JobContext) -> dict[int, ClassUse]:
    """In a worker. Labels that cannot be read count as holding nothing: they are named when they are opened."""
    pixels, images = np.zeros(256, np.int64), np.zeros(256, np.int64)
    for done, entry in enumerate(entries):
        context.token.raise_if_cancelled()
        context.progress(done, len(entries), entry.name)
        found = store.find(entry)
        if found is None:
            continue
        try:
            values = histogram(read_label(found[0]))
        except InputError:
            continue
        pixels += values
        images += values > 0
    return {int(v): ClassUse(int(images[v]), int(pixels[v])) for v in np.flatnonzero(images)}
