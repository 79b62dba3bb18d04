"""Flags, 'done' and notes of the open project's images: set here, kept in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.files.marks import NOTHING, Mark, cleaned, read_marks, write_marks
from segstudio.engine.jobs import Job, JobQueue
from segstudio.engine.project import Project
from segstudio.engine.views import Level, Message, error_message


class MarkDesk:
    """Owned by the GUI thread; `session.marks`."""

    def __init__(self, pool: JobQueue) -> None:
        self.message: Signal[Message] = Signal()
        self.changed: Signal[str] = Signal()
        """The mark of the image with this key is another."""
        self._pool = pool
        self._marks: dict[str, Mark] = {}
        self._state: Path | None = None
        self._writable = False
        self._writing: Job[None] | None = None
        self._unwritten: dict[Path, dict[str, Mark]] = {}
        """By the state folder of their project, which need not be the open one any more."""

    def open(self, project: Project | None) -> None:
        """Read those of a project; one small file, at once."""
        self._state = project.places.shelf.state if project is not None else None
        self._writable = project.writable if project is not None else False
        self._marks = self._read(self._state) if self._state is not None else {}

    def get(self, key: str) -> Mark:
        return self._marks.get(key, NOTHING)

    def set_flagged(self, keys: Iterable[str], flagged: bool) -> None:
        self._set(keys, lambda mark: replace(mark, flagged=flagged))

    def set_done(self, keys: Iterable[str], done: bool) -> None:
        self._set(keys, lambda mark: replace(mark, done=done))

    def set_note(self, keys: Iterable[str], note: str) -> None:
        """'' takes it away."""
        self._set(keys, lambda mark: replace(mark, note=cleaned(note)))

    def flush(self) -> None:
        """Wait until what was set is on disk; blocks."""
        while self._writing is not None:
            self._pool.finish(self._writing)

    def _set(self, keys: Iterable[str], change: Callable[[Mark], Mark]) -> None:
        changed = [key for key in keys if change(self.get(key)) != self.get(key)]
        for key in changed:
            self._marks[key] = change(self.get(key))
        for key in changed:
            self.changed.emit(key)
        if changed:
            self._write()

    def _read(self, state: Path) -> dict[str, Mark]:
        """What is still on its way to the disk is newer than what lies there."""
        unwritten = self._unwritten.get(state)
        return dict(unwritten) if unwritten is not None else read_marks(state)

    def _write(self) -> None:
        """One write at a time; what is set meanwhile is written after it, also when another project is opened."""
        if self._state is None or not self._writable:
            self.message.emit(
                Message(Level.WARNING, worded("This folder is read-only: marks last until it is closed."))
            )
            return
        self._unwritten[self._state] = dict(self._marks)
        if self._writing is None:
            self._write_next()

    def _write_next(self) -> None:
        state, marks = next(iter(self._unwritten.items()))

        def over() -> None:
            self._writing = None
            if self._unwritten[state] is marks:  # else others were set meanwhile
                del self._unwritten[state]
            if self._unwritten:
                self._write_next()

        def failed(error: Exception) -> None:
            self.message.emit(error_message(error, worded("Marks could not be kept")))
            over()

        self._writing = self._pool.submit(
            "save",  # is not cancelled, and closing waits for it
            worded("Keep flags and notes"),
            lambda context: write_marks(state, marks),
            on_done=lambda _: over(),
            on_error=failed,
        )
