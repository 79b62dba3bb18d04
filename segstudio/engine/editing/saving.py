"""Writing labels while painting goes on: a copy is saved, and the document is clean when it is on disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from segstudio.core.errors import UserError
from segstudio.core.release import release_later
from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.editing.opening import OpenLabel
from segstudio.engine.files.label_store import SavedLabel
from segstudio.engine.jobs import Job, JobQueue
from segstudio.engine.project import Project, TableSource
from segstudio.engine.views import sentence_of
from segstudio.labels.label_map import LabelMap

_SAVE_PRIORITY = 200


@dataclass(eq=False)
class _Saving:
    """One label on its way to the disk. `project`: where it shall lie, another one when the labels move meanwhile."""

    project: Project
    opened: OpenLabel
    job: Job[tuple[SavedLabel, LabelMap]] | None = None
    again: bool = False  # asked once more while it was being written
    closing: bool = False  # nobody edits it any more
    remarks: dict[str, Any] = field(default_factory=dict)


class _Write:
    """A label as it is now, to be written to where it shall lie now. Made on the GUI thread, `run` in a worker."""

    def __init__(self, saving: _Saving) -> None:
        document = saving.opened.document
        self.project = saving.project
        self.point = document.save_point()
        self._table = saving.project.table
        self._guessed = saving.project.table_source in {TableSource.MODEL, TableSource.LABELS}
        self._entry, self._base = saving.opened.entry, saving.opened.base
        self._unresolved, self._remarks = saving.opened.unresolved, saving.remarks
        self._snapshot = document.snapshot()
        self._journal = document.journal

    def run(self, context: object) -> tuple[SavedLabel, LabelMap]:
        """Also the copy that was written. Raises WorkError."""
        copied = self._snapshot.take()
        self.project.ensure_there()
        if self._guessed:  # from the first label on, ids must stay what they are
            self.project.save_config()
        saved = self.project.store.save(
            self._entry,
            copied,
            self._table,
            base=self._base,
            announce=self._announce,
            remarks=self._remarks,
            unresolved=self._unresolved,
        )
        return saved, copied

    def keep_table(self) -> None:
        """The configuration that was written holds, unless the classes changed meanwhile."""
        if self._guessed and self.project.table is self._table:
            self.project.table_source = TableSource.CONFIG

    def _announce(self, label_hash: str) -> None:
        if self._journal is not None:
            self._journal.announce_save(self.point.journal_mark, label_hash)


class Saver:
    """Owned by the GUI thread. One write at a time per image, in the order in which they were asked for."""

    def __init__(self, pool: JobQueue) -> None:
        self.saved: Signal[Project, OpenLabel, SavedLabel, LabelMap] = Signal()
        """A label is on disk; the last is the copy that was written."""
        self.failed: Signal[OpenLabel, str] = Signal()
        """A label could not be written (sentence); its document is dirty and its journal kept."""
        self.closed: Signal[OpenLabel] = Signal()
        """A document that was left is closed, saved or not."""
        self._pool = pool
        self._running: dict[str, _Saving] = {}
        self._waiting: dict[str, list[Callable[[], None]]] = {}

    def save(
        self, project: Project, opened: OpenLabel, remarks: dict[str, Any], *, closing: bool = False
    ) -> None:
        """Write the label as it is now. `closing`: the document is left; its journal is let go of afterwards."""
        running = self._running.get(opened.entry.key)
        if running is not None:
            running.project = project
            running.again = True
            running.closing |= closing
            running.remarks = remarks
            return
        saving = _Saving(project, opened, closing=closing, remarks=remarks)
        self._running[opened.entry.key] = saving
        self._write(saving)

    def move(self, project: Project) -> None:
        """The folder keeps its labels elsewhere now: what is being written to the former place is written there too."""
        for saving in self._running.values():
            if saving.project.root == project.root:
                saving.project = project

    def busy(self, key: str) -> bool:
        return key in self._running

    def close_after(self, key: str) -> None:
        """The document is left while its label is being written: let go of its journal afterwards."""
        self._running[key].closing = True

    def when_free(self, key: str, callback: Callable[[], None]) -> None:
        """Call back at once, or when the image's label is no longer being written."""
        if key in self._running:
            self._waiting.setdefault(key, []).append(callback)
        else:
            callback()

    def flush(self) -> None:
        """Wait for all writes and deliver their results here; blocks."""
        while self._running:
            job = next(iter(self._running.values())).job
            if job is not None:
                self._pool.finish(job)

    def _write(self, saving: _Saving) -> None:
        name, write = saving.opened.entry.name, _Write(saving)
        cancelled = UserError(worded("Saving {name} was cancelled; its edits are kept.", name=name))
        saving.job = self._pool.submit(
            "save",
            worded("Save {name}", name=name),
            write.run,
            priority=_SAVE_PRIORITY,
            on_done=lambda result: self._written(saving, write, *result),
            on_error=lambda error: self._failed(saving, write, error),
            on_cancel=lambda: self._failed(saving, write, cancelled),
        )

    def _written(self, saving: _Saving, write: _Write, saved: SavedLabel, copied: LabelMap) -> None:
        opened, moved = saving.opened, saving.project is not write.project
        release_later(copied.label, copied.provenance)
        write.keep_table()
        entry = write.project.mark_labelled(opened.entry.key)
        if not moved:  # else the edits are not yet where they belong
            opened.base, opened.unresolved, opened.truth = saved.hash, (), saved.truth
            opened.entry = entry
            opened.document.mark_saved(write.point, saved.hash)
        self.saved.emit(write.project, opened, saved, copied)
        if moved or (saving.again and opened.document.dirty):
            saving.again = False
            self._write(saving)
        else:
            self._over(saving)

    def _failed(self, saving: _Saving, write: _Write, error: Exception) -> None:
        if saving.project is not write.project:  # nobody wants it there any more
            self._write(saving)
            return
        opened = saving.opened
        self.failed.emit(
            opened, sentence_of(error, worded("{name} could not be saved", name=opened.entry.name))
        )
        self._over(saving)

    def _over(self, saving: _Saving) -> None:
        key = saving.opened.entry.key
        del self._running[key]
        # each knows the other: the copy of the planes would wait for the garbage collector
        saving.job = None
        if saving.closing:
            saving.opened.document.close()
            self.closed.emit(saving.opened)
        for callback in self._waiting.pop(key, []):
            callback()
