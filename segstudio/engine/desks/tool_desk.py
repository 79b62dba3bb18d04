"""Work of tools that takes longer than a frame: in the pool, for one state of one document.

A result that comes when the document is another one, or has changed since, is never delivered: a preview is dropped, a
commit is worked out again for what stands there now.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from segstudio.core.progress import CancelToken
from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.desks.tool_scene import ToolScene
from segstudio.engine.editing.gradual_write import GradualWrite
from segstudio.engine.jobs import Dispatch, Job, JobContext, JobQueue
from segstudio.labels.document import Document
from segstudio.labels.patch import Change

T = TypeVar("T")
Work = Callable[[CancelToken], T]
"""Pure, in a thread: it reads the document's planes, which may change meanwhile, and is repeated then."""

_COMMIT_PRIORITY = 200
_PREVIEW_PRIORITY = 140
AT_ONCE = 1 << 17
"""A change of an area with more pixels than this is written in turns."""


@dataclass(eq=False)
class _Wish:
    title: str
    document: Document
    work: Work[Any]
    done: Callable[[Any], None]


class ToolDesk:
    """Commits in the order of their wishes, one at a time, and one preview; owned by the GUI thread."""

    def __init__(
        self,
        pool: JobQueue,
        dispatch: Dispatch,
        document: Callable[[], Document | None],
        scene: ToolScene | None = None,
    ) -> None:
        """`document`: the one that is shown. `scene`: what else there is to look at."""
        self.scene = scene
        self._dispatch = dispatch
        self._write: GradualWrite | None = None
        self.working_changed: Signal[str] = Signal()
        """What is being worked out, '' when nothing is."""
        self.failed: Signal[str] = Signal()
        """A commit could not be worked out: the sentence says why."""
        self.finishing: Signal[()] = Signal()
        """What a hand has done has to be wished and written now: `finish` then waits for it."""
        self._resume: Callable[[], None] | None = None
        """Stops listening for the end of the stroke that the first commit waits for."""
        if scene is not None:
            scene.finishing.connect(self.finish)
        self._pool = pool
        self._document = document
        self._commits: deque[_Wish] = deque()
        self._job: Job[Any] | None = None
        self._working = ""
        self._preview: Job[Any] | None = None
        self._wanted: _Wish | None = None
        self._waiting: _Wish | None = None

    @property
    def document(self) -> Document | None:
        """The one that is shown."""
        return self._document()

    @property
    def working(self) -> str:
        """The title of the commit that is being worked out, '' at rest."""
        return self._working

    @property
    def latest(self) -> str:
        """The title of what `take_back` would take back, '' at rest."""
        return self._commits[-1].title if self._commits else self._working

    def commit(self, title: str, document: Document, work: Work[T], done: Callable[[T], None]) -> None:
        """Work out what `done` then writes into `document`; any preview is of the past."""
        self.forget_preview()
        self._commits.append(_Wish(title, document, work, done))
        if self._job is None:
            self._next()

    def write(self, document: Document, change: Change, step: str) -> None:
        """Write a change as one undo step: at once, or a large one in turns, which `cancel` takes back."""
        if change.area.rect.area <= AT_ONCE:
            if not change.area.rect.empty:
                document.apply(change, step)
            return
        self._write = GradualWrite(document, change, step)
        self._say(self._working or step)
        self._go_on(self._write)

    def cancel(self) -> bool:
        """Forget all commits that have not been written; False when there are none."""
        busy = self._job is not None or self._write is not None
        write, self._write = self._write, None
        if write is not None:
            write.cancel()
        job, self._job = self._job, None
        self._commits.clear()
        if job is not None:
            job.cancel()
        self._say("")
        return busy

    def take_back(self) -> bool:
        """Forget the latest commit that has not been written; False when there are none."""
        if len(self._commits) > (1 if self._job is not None else 0):
            self._commits.pop()
            if not self._commits and self._job is None and self._write is None:
                self._next()
            return True
        if self._job is not None:
            self._job.cancel()
            return True
        return self.cancel()

    def finish(self) -> None:
        """The document is about to be saved, or left: everything that is on its way into it is written; blocks."""
        self.finishing.emit()
        self.drain()

    def drain(self) -> None:
        """Work out and write all commits, but for those that wait for an open stroke; blocks."""
        while self._write is not None or self._job is not None:
            write, self._write = self._write, None
            if write is None:
                assert self._job is not None
                self._pool.finish(self._job)
                continue
            if write.document is self._document() and not write.over:
                write.document.commit()
            self._next()

    def stroke_ended(self) -> None:
        """A stroke that a commit may have waited for is over, whether it changed anything or not."""
        if self._resume is not None and self._job is None:
            self._next()

    def soon(self, callback: Callable[[], None]) -> None:
        """Call on the GUI thread, after what else there is to do."""
        self._dispatch(callback)

    def prepare(
        self,
        title: str,
        work: Work[T],
        done: Callable[[T], None],
        gave_up: Callable[[], None] | None = None,
    ) -> None:
        """Make something ready that does not depend on the mask. `gave_up`: told when it cannot be made."""

        def failed(error: Exception) -> None:
            self.failed.emit(worded("{title} did not work ({error}).", title=title, error=error))
            stopped()

        def stopped() -> None:
            if gave_up is not None:
                gave_up()

        self._pool.submit(
            "tool preview", title, _worked(work), priority=_COMMIT_PRIORITY,
            on_done=done, on_error=failed if gave_up is not None else None, on_cancel=stopped,
        )  # fmt: skip

    def preview(self, document: Document, work: Work[T], done: Callable[[T], None]) -> None:
        """Work out what is only shown. While one is worked out only the latest further wish is kept."""
        wish = _Wish("Preview", document, work, done)
        if self._preview is not None:
            self._wanted, self._waiting = None, wish
        else:
            self._start_preview(wish)

    def forget_preview(self) -> None:
        """What is being worked out, or waits, is not wanted any more."""
        self._wanted = self._waiting = None

    # -- inside

    def _next(self) -> None:
        """Begin the first wish for the document that is shown, once no stroke is open in it."""
        if self._resume is not None:
            self._resume()
            self._resume = None
        if self._write is not None or self._job is not None:
            return  # what came of the wish before may have begun the next
        shown = self._document()
        while self._commits and self._commits[0].document is not shown:
            self._commits.popleft()
        if not self._commits:
            self._say("")
            return
        wish = self._commits[0]
        if wish.document.stroke_open:
            self._resume = wish.document.state_changed.connect(
                lambda: self.stroke_ended() if not wish.document.stroke_open else None
            )
            self._say(wish.title)
        else:
            self._start(wish)
            self._say(wish.title)

    def _go_on(self, write: GradualWrite) -> None:
        if write is not self._write:
            return
        if write.document is self._document() and not write.over:
            write.go_on()
            if not write.over:
                self._dispatch(lambda: self._go_on(write))
                return
        self._write = None
        self._next()

    def _start(self, wish: _Wish) -> None:
        revision = wish.document.revision

        def arrived(result: Any) -> None:
            self._job = None
            if (
                wish.document is self._document()
                and not wish.document.stroke_open
                and wish.document.revision == revision
            ):
                self._commits.popleft()
                wish.done(result)
            self._next()

        def failed(error: Exception) -> None:
            self._job = None
            self._commits.popleft()
            self.failed.emit(
                worded(
                    "{title} did not work ({error}). Nothing was changed.", title=wish.title, error=error
                )
            )
            self._next()

        def cancelled() -> None:
            """From the list of jobs."""
            if self._job is not None:
                self._job = None
                self._commits.popleft()
                self._next()

        self._job = self._pool.submit(
            "tool", wish.title, _worked(wish.work), priority=_COMMIT_PRIORITY,
            on_done=arrived, on_error=failed, on_cancel=cancelled,
        )  # fmt: skip

    def _start_preview(self, wish: _Wish) -> None:
        revision = wish.document.revision
        self._wanted = wish

        def over(_error: Exception | None = None) -> None:
            self._preview = None
            waiting, self._waiting = self._waiting, None
            if waiting is not None:
                self._start_preview(waiting)

        def arrived(result: Any) -> None:
            wanted = wish is self._wanted and wish.document is self._document()
            over()
            if wanted and wish.document.revision == revision:
                wish.done(result)

        self._preview = self._pool.submit(
            "tool preview", wish.title, _worked(wish.work), priority=_PREVIEW_PRIORITY,
            on_done=arrived, on_error=over, on_cancel=over,
        )  # fmt: skip

    def _say(self, title: str) -> None:
        if title != self._working:
            self._working = title
            self.working_changed.emit(title)


def _worked(work: Work[T]) -> Callable[[JobContext], T]:
    return lambda context: work(context.token)
