"""Work of tools that takes longer than a frame: in the pool, for one state of one document.

A result that comes when the document is another one, or has changed since, is never delivered: a preview is dropped, a
commit is worked out again for what stands there now.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from segstudio.core.progress import CancelToken
from segstudio.core.signal import Signal
from segstudio.engine.jobs import Job, JobContext, JobQueue
from segstudio.labels.document import Document

T = TypeVar("T")
Work = Callable[[CancelToken], T]
"""Pure, in a thread: it reads the document's planes, which may change meanwhile, and is repeated then."""

_COMMIT_PRIORITY = 200
_PREVIEW_PRIORITY = 140


@dataclass(eq=False)
class _Wish(Generic[T]):
    document: Document
    work: Work[T]
    done: Callable[[T], None]


class ToolDesk:
    """One commit and one preview at a time; owned by the GUI thread. `document`: the one that is shown."""

    def __init__(self, pool: JobQueue, document: Callable[[], Document | None]) -> None:
        self.working_changed: Signal[str] = Signal()
        """What is being worked out, '' when nothing is."""
        self.failed: Signal[str] = Signal()
        """A commit could not be worked out: the sentence says why."""
        self._pool = pool
        self._document = document
        self._commit: Job[object] | None = None
        self._working = ""
        self._preview: Job[object] | None = None
        self._waiting: _Wish[object] | None = None
        self._wanted: _Wish[object] | None = None

    @property
    def working(self) -> str:
        """The title of the commit that is being worked out, '' at rest."""
        return self._working

    def commit(self, title: str, document: Document, work: Work[T], done: Callable[[T], None]) -> None:
        """Work out what `done` then writes into `document`; cancels a former commit and any preview."""
        self.cancel()
        self.forget_preview()
        self._say(title)
        self._submit_commit(title, _Wish(document, work, done))

    def preview(self, document: Document, work: Work[T], done: Callable[[T], None]) -> None:
        """Work out what is only shown. While one is worked out only the latest further wish is kept."""
        wish: _Wish[object] = _Wish(document, work, done)  # type: ignore[arg-type]  # `done` takes what `work` gives
        if self._preview is not None:
            self._waiting = wish
            return
        self._submit_preview(wish)

    def forget_preview(self) -> None:
        """What is being worked out, or waits, is not wanted any more."""
        self._waiting = self._wanted = None

    def cancel(self) -> bool:
        """Stop the commit that is being worked out; False when there is none."""
        job, self._commit = self._commit, None
        if job is None:
            return False
        job.cancel()
        self._say("")
        return True

    # -- inside

    def _submit_commit(self, title: str, wish: _Wish[T]) -> None:
        revision = wish.document.revision

        def arrived(result: T) -> None:
            self._commit = None
            if wish.document is not self._document():
                self._say("")
            elif wish.document.revision != revision:
                self._submit_commit(title, wish)
            else:
                self._say("")
                wish.done(result)

        def failed(error: Exception) -> None:
            self._commit = None
            self._say("")
            self.failed.emit(f"{title} did not work ({error}). Nothing was changed.")

        self._commit = self._pool.submit(  # type: ignore[assignment]  # a job of any result
            "tool", title, _worked(wish.work), priority=_COMMIT_PRIORITY, on_done=arrived, on_error=failed
        )

    def _submit_preview(self, wish: _Wish[object]) -> None:
        revision = wish.document.revision
        self._wanted = wish

        def arrived(result: object) -> None:
            current = wish is self._wanted and wish.document is self._document()
            over()
            if current and wish.document.revision == revision:
                wish.done(result)

        def over(_error: Exception | None = None) -> None:
            self._preview = None
            waiting, self._waiting = self._waiting, None
            if waiting is not None:
                self._submit_preview(waiting)

        self._preview = self._pool.submit(
            "tool preview", "Preview", _worked(wish.work), priority=_PREVIEW_PRIORITY,
            on_done=arrived, on_error=over, on_cancel=over,
        )  # fmt: skip

    def _say(self, title: str) -> None:
        if title != self._working:
            self._working = title
            self.working_changed.emit(title)


def _worked(work: Work[T]) -> Callable[[JobContext], T]:
    return lambda context: work(context.token)
