"""Taking over the labels that another tool left in the open folder, in the background."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from segstudio.core.numerals import grouped
from segstudio.core.signal import Signal
from segstudio.engine.adopt import Adopted, adopt_labels
from segstudio.engine.jobs import Job, JobQueue
from segstudio.engine.project import Project
from segstudio.engine.views import Level, Message, error_message

_PRIORITY = 140


class AdoptDesk:
    """Owned by the GUI thread."""

    def __init__(self, pool: JobQueue) -> None:
        self.message: Signal[Message] = Signal()
        self.adopted: Signal[Path] = Signal()
        """The folder at this path has labels of its own now: it is to be opened anew."""
        self._pool = pool
        self._running: Job[Adopted] | None = None

    def adopt(self, project: Project, edited: Collection[str]) -> None:
        """Copy what `project.offer` holds; images in `edited` (keys) are left as they are."""
        offer = project.offer
        if offer is None:
            text = f"{project.root} holds no labels of another tool for images without one."
            self.message.emit(Message(Level.INFO, text))
            return
        if self._running is not None and not self._running.over:
            return
        left = frozenset(edited)

        def done(found: Adopted) -> None:
            if found.failures:
                more = (
                    f" The same holds for {grouped(len(found.failures) - 1)} more."
                    if len(found.failures) > 1
                    else ""
                )
                self.message.emit(Message(Level.WARNING, f"{found.failures[0]}{more}"))
            if found.keys:
                self.adopted.emit(project.root)

        self._running = self._pool.submit(
            "adopt",
            f"Copy {offer.labels.title} labels",
            lambda context: adopt_labels(project, offer, context.progress, context.token, left),
            priority=_PRIORITY,
            on_done=done,
            on_error=self._failed,
            on_cancel=lambda: self.adopted.emit(project.root),
        )

    def _failed(self, error: Exception) -> None:
        self.message.emit(error_message(error))
