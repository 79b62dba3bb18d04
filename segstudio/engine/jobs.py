"""Work off the calling thread: a priority queue whose jobs end once, in a result or an error, or are cancelled."""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from segstudio.core.errors import Cancelled
from segstudio.core.progress import CancelToken
from segstudio.core.signal import Signal

T = TypeVar("T")
Dispatch = Callable[[Callable[[], None]], None]
"""Runs a function soon on the thread that owns the queue (the GUI thread); callable from any thread."""

_ids = itertools.count()
_log = logging.getLogger(__name__)


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class JobContext:
    """What a piece of work gets: when to stop, and where to tell how far it is."""

    token: CancelToken
    progress: Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class JobView:
    """A job as the job panel shows it. `done` of `total` (0: unknown) with the words `what`."""

    id: int
    kind: str
    title: str
    state: JobState
    done: int
    total: int
    what: str


@dataclass(eq=False)
class Job(Generic[T]):
    """One submitted piece of work. `cancel` belongs to the thread that owns the queue."""

    id: int
    kind: str
    title: str
    key: Hashable
    _queue: JobQueue
    _work: Callable[[JobContext], T]
    _on_done: Callable[[T], None] | None
    _on_error: Callable[[Exception], None] | None
    _on_cancel: Callable[[], None] | None
    priority: int = 0
    state: JobState = JobState.QUEUED
    token: CancelToken = field(default_factory=CancelToken)
    _finished: threading.Event = field(default_factory=threading.Event)
    _outcome: Callable[[], None] | None = None
    _told: tuple[int, int, str] = (0, 0, "")

    def cancel(self) -> None:
        """Detach delivery at once and ask the work to stop; harmless when it is over."""
        self._queue._cancel(self)

    def reprioritise(self, priority: int) -> None:
        """Move a waiting job; no effect on one that runs or is over."""
        self._queue._reprioritise(self, priority)

    @property
    def over(self) -> bool:
        """Delivered or cancelled."""
        return self.state in {JobState.DONE, JobState.FAILED, JobState.CANCELLED}

    @property
    def finished(self) -> bool:
        """Its work has ended, delivered or not; a cancelled job may still be at it for a moment."""
        return self._finished.is_set()

    def view(self) -> JobView:
        return JobView(self.id, self.kind, self.title, self.state, *self._told)


class JobQueue:
    """A few worker threads fed by priority (higher first, then first come).

    Every callback runs on the owner's thread through `dispatch`: `on_done(result)` or `on_error(error)`, once;
    after `Job.cancel` neither, and `on_cancel()` is called by `cancel` itself. Work that raises `Cancelled` without
    having been cancelled counts as cancelled. A job submitted under a `key` cancels the unfinished one of that key.
    """

    def __init__(self, name: str, dispatch: Dispatch, workers: int = 1) -> None:
        self.changed: Signal[()] = Signal()  # dispatched, many changes in one emission
        self._dispatch = dispatch
        self._lock = threading.Condition()
        self._heap: list[
            tuple[int, int, int, Job[Any]]
        ] = []  # −priority, id, push: the same job may lie in it twice
        self._pushes = itertools.count()
        self._jobs: dict[int, Job[Any]] = {}
        self._keys: dict[Hashable, Job[Any]] = {}
        self._closed = False
        self._telling = False
        self._threads = [
            threading.Thread(target=self._run, name=f"segstudio-{name}-{n + 1}", daemon=True)
            for n in range(workers)
        ]
        for thread in self._threads:
            thread.start()

    def submit(
        self,
        kind: str,
        title: str,
        work: Callable[[JobContext], T],
        *,
        priority: int = 0,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
        on_cancel: Callable[[], None] | None = None,
        key: Hashable = None,
    ) -> Job[T]:
        """Queue `work`. Without `on_error` an error is logged. From `close` on nothing is queued: the job is cancelled
        from the start, and nobody is told."""
        if key is not None and (former := self._keys.get(key)) is not None:
            former.cancel()
        number = next(_ids)
        job = Job(number, kind, title, key, self, work, on_done, on_error, on_cancel, priority)
        with self._lock:
            if self._closed:  # whoever hears that its job is cancelled may ask for more
                job.state = JobState.CANCELLED
                job._finished.set()
                return job
            self._jobs[number] = job
            if key is not None:
                self._keys[key] = job
            self._push(job)
            self._lock.notify()
        self._tell()
        return job

    def jobs(self) -> list[JobView]:
        """Unfinished jobs, the running ones first, then in the order in which they will run."""
        with self._lock:
            waiting = sorted(
                self._jobs.values(), key=lambda j: (j.state is not JobState.RUNNING, -j.priority, j.id)
            )
            return [job.view() for job in waiting]

    def cancel(self, job_id: int) -> None:
        """Cancel by the id of a `JobView`; harmless when it is over."""
        job = self._jobs.get(job_id)
        if job is not None:
            job.cancel()

    def finish(self, job: Job[Any]) -> None:
        """Wait for a job's work and deliver its result here and now, on the calling (owner's) thread."""
        job._finished.wait()
        self._deliver(job)

    def close(self) -> None:
        """Cancel what is left and join the threads; later calls do nothing."""
        with self._lock:
            self._closed = True
            self._lock.notify_all()
        for job in list(self._jobs.values()):
            job.cancel()
        for thread in self._threads:
            thread.join()

    def _run(self) -> None:
        while True:
            with self._lock:
                job = self._next()
                while job is None and not self._closed:
                    self._lock.wait()
                    job = self._next()
                if job is None or self._closed:
                    return
                job.state = JobState.RUNNING
            self._tell()
            self._work(job)

    def _push(self, job: Job[Any]) -> None:
        heapq.heappush(self._heap, (-job.priority, job.id, next(self._pushes), job))

    def _next(self) -> Job[Any] | None:
        while self._heap:
            priority, _, _, job = heapq.heappop(self._heap)
            if job.state is JobState.QUEUED and -priority == job.priority:
                return job
        return None

    def _work(self, job: Job[Any]) -> None:
        def progress(done: int, total: int, what: str) -> None:
            job._told = (done, total, what)
            self._tell()

        try:
            result = job._work(JobContext(job.token, progress))
        except Cancelled:
            job._outcome = job.cancel
        except Exception as error:  # the thread's edge: whatever went wrong is the job's result
            job._outcome = _failure(job, error)
        else:
            job._outcome = _success(job, result)
        job._finished.set()
        self._dispatch(lambda: self._deliver(job))

    def _deliver(self, job: Job[Any]) -> None:
        """On the owner's thread; the second call (after `finish`) finds nothing to do."""
        outcome, job._outcome = job._outcome, None
        if outcome is None or job.over:
            return
        try:
            outcome()
        finally:
            self._forget(job)

    def _cancel(self, job: Job[Any]) -> None:
        if job.over:
            return
        with self._lock:
            started = job.state is JobState.RUNNING
            job.state = JobState.CANCELLED
        job.token.cancel()
        if not started:
            job._finished.set()
        self._forget(job)
        if job._on_cancel is not None:
            job._on_cancel()

    def _reprioritise(self, job: Job[Any], priority: int) -> None:
        with self._lock:
            if job.state is JobState.QUEUED and priority != job.priority:
                job.priority = priority
                self._push(job)
        self._tell()

    def _forget(self, job: Job[Any]) -> None:
        with self._lock:
            self._jobs.pop(job.id, None)
            if job.key is not None and self._keys.get(job.key) is job:
                del self._keys[job.key]
        self._tell()

    def _tell(self) -> None:
        with self._lock:
            if self._telling:
                return
            self._telling = True
        self._dispatch(self._emit_changed)

    def _emit_changed(self) -> None:
        with self._lock:
            self._telling = False
        self.changed.emit()


def _success(job: Job[T], result: T) -> Callable[[], None]:
    def deliver() -> None:
        job.state = JobState.DONE
        if job._on_done is not None:
            job._on_done(result)

    return deliver


def _failure(job: Job[Any], error: Exception) -> Callable[[], None]:
    def deliver() -> None:
        job.state = JobState.FAILED
        if job._on_error is not None:
            job._on_error(error)
        else:
            _log.error("%s failed", job.title, exc_info=error)

    return deliver
