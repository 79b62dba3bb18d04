"""Taking over the labels that another tool left in the open folder, in the background."""

from __future__ import annotations

from collections.abc import Collection

from segstudio.core.errors import InputError
from segstudio.core.numerals import grouped
from segstudio.core.signal import Signal
from segstudio.core.wording import joined, worded
from segstudio.engine.adopt import Adopted, adopt_labels, find_offer
from segstudio.engine.jobs import Job, JobContext, JobQueue
from segstudio.engine.project import Project
from segstudio.engine.views import Level, Message, error_message

_PRIORITY = 140


class AdoptDesk:
    """Owned by the GUI thread."""

    def __init__(self, pool: JobQueue) -> None:
        self.message: Signal[Message] = Signal()
        self.adopted: Signal[Project] = Signal()
        """Its folder may have other labels and classes than it knows: it is to be opened anew."""
        self._pool = pool
        self._running: Job[Adopted | None] | None = None

    @property
    def busy(self) -> bool:
        """Whether labels are being copied; a moment longer where that was cancelled."""
        return self._running is not None and not self._running.finished

    def adopt(self, project: Project, edited: Collection[str]) -> None:
        """Copy what `find_offer` finds; images in `edited` (keys) are left as they are."""
        if self.busy:
            return
        left = frozenset(edited)

        def work(context: JobContext) -> Adopted | None:
            offer = find_offer(project)
            return adopt_labels(project, offer, context.progress, context.token, left) if offer else None

        self._running = self._pool.submit(
            "adopt",
            worded("Copy labels of another tool"),
            work,
            priority=_PRIORITY,
            on_done=lambda found: self._done(project, found),
            on_error=lambda error: self._failed(project, error),
            on_cancel=lambda: self.adopted.emit(project),
        )

    def _done(self, project: Project, found: Adopted | None) -> None:
        if found is None:
            text = worded(
                "{folder} holds no labels of another tool for images without one.", folder=project.root
            )
            self.message.emit(Message(Level.INFO, text))
            return
        if found.failures:
            said = [found.failures[0]]
            if others := len(found.failures) - 1:
                said.append(worded("The same holds for {count} more.", count=grouped(others)))
            self.message.emit(Message(Level.WARNING, joined(said)))
        if found.keys:
            self.adopted.emit(project)

    def _failed(self, project: Project, error: Exception) -> None:
        self.message.emit(error_message(error))
        if not isinstance(error, InputError):  # that comes before anything is written
            self.adopted.emit(project)
