"""The job queue: order, cancelling, and delivery once, on the owner's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from segstudio.core.errors import Cancelled, WorkError
from segstudio.engine.jobs import Job, JobContext, JobQueue, JobState
from segstudio.engine.pump import Pump


@pytest.fixture
def jobs(pump: Pump) -> Iterator[JobQueue]:
    made = JobQueue("test", pump)
    yield made
    made.close()


def note(order: list[str], name: str) -> Callable[[JobContext], None]:
    return lambda context: order.append(name)


class Gate:
    """Work that runs until it is let go, so that a test decides what waits behind it."""

    def __init__(self, jobs: JobQueue) -> None:
        self._started, self._open = threading.Event(), threading.Event()
        self.job = jobs.submit("gate", "gate", self._work, priority=10_000)
        assert self._started.wait(10)

    def _work(self, context: JobContext) -> None:
        self._started.set()
        assert self._open.wait(10)

    def let_go(self) -> None:
        self._open.set()


def test_higher_priority_runs_first_and_equal_ones_in_order(jobs: JobQueue, pump: Pump) -> None:
    gate, order = Gate(jobs), list[str]()
    for name, priority in (("a", 0), ("b", 5), ("c", 0), ("d", 5)):
        jobs.submit("k", name, note(order, name), priority=priority)
    gate.let_go()
    pump.until(lambda: not jobs.jobs())
    assert order == ["b", "d", "a", "c"]


def test_reprioritised_jobs_move_also_back_and_forth(jobs: JobQueue, pump: Pump) -> None:
    gate, order = Gate(jobs), list[str]()
    submitted = {name: jobs.submit("k", name, note(order, name)) for name in "abcd"}
    submitted["d"].reprioritise(9)
    submitted["a"].reprioritise(-1)
    submitted["b"].reprioritise(3)
    submitted["b"].reprioritise(0)
    gate.let_go()
    pump.until(lambda: not jobs.jobs())
    assert order == ["d", "b", "c", "a"]


def test_results_come_on_the_owners_thread_once(jobs: JobQueue, pump: Pump) -> None:
    got: list[tuple[int, threading.Thread]] = []
    jobs.submit("k", "t", lambda context: 7, on_done=lambda v: got.append((v, threading.current_thread())))
    pump.until(lambda: got)
    pump.until(lambda: not jobs.jobs())
    assert got == [(7, threading.current_thread())]


def test_errors_come_as_errors(jobs: JobQueue, pump: Pump) -> None:
    errors: list[Exception] = []

    def work(context: JobContext) -> None:
        raise WorkError("The disk is full.")

    job = jobs.submit("k", "t", work, on_done=lambda _: pytest.fail("delivered"), on_error=errors.append)
    pump.until(lambda: errors)
    assert str(errors[0]) == "The disk is full."
    assert job.state is JobState.FAILED


def test_a_cancelled_job_delivers_nothing_whenever_it_is_cancelled(jobs: JobQueue, pump: Pump) -> None:
    got: list[str] = []
    gate = Gate(jobs)
    waiting = jobs.submit(
        "k", "waiting", lambda context: got.append("ran"), on_done=lambda _: got.append("a")
    )
    waiting.cancel()
    gate.let_go()

    running = threading.Event()

    def until_cancelled(context: JobContext) -> None:
        running.set()
        while True:
            context.token.raise_if_cancelled()

    stopped = jobs.submit("k", "running", until_cancelled, on_done=lambda _: got.append("b"))
    assert running.wait(10)
    stopped.cancel()

    finished = threading.Event()
    late = jobs.submit("k", "late", lambda context: finished.set(), on_done=lambda _: got.append("c"))
    assert finished.wait(10)
    late.cancel()  # its result is made, and not delivered yet

    last: list[int] = []
    jobs.submit("k", "last", lambda context: 1, on_done=last.append)
    pump.until(lambda: last)
    assert got == []
    assert {waiting.state, stopped.state, late.state} == {JobState.CANCELLED}


def test_cancelling_says_so_once(jobs: JobQueue) -> None:
    said: list[str] = []
    gate = Gate(jobs)
    job = jobs.submit("k", "t", lambda context: None, on_cancel=lambda: said.append("cancelled"))
    job.cancel()
    job.cancel()
    gate.let_go()
    assert said == ["cancelled"]


def test_work_that_gives_up_by_itself_counts_as_cancelled(jobs: JobQueue, pump: Pump) -> None:
    said: list[str] = []

    def work(context: JobContext) -> None:
        raise Cancelled

    job = jobs.submit(
        "k",
        "t",
        work,
        on_done=lambda _: said.append("done"),
        on_error=lambda _: said.append("error"),
        on_cancel=lambda: said.append("cancelled"),
    )
    pump.until(lambda: job.over)
    assert said == ["cancelled"]


def test_a_key_holds_one_unfinished_job_the_newest(jobs: JobQueue, pump: Pump) -> None:
    ran: list[str] = []
    got: list[None] = []
    gate = Gate(jobs)
    for n in range(20):
        jobs.submit("k", "t", note(ran, str(n)), on_done=got.append, key="same")
    gate.let_go()
    pump.until(lambda: not jobs.jobs())
    assert ran == ["19"]
    assert len(got) == 1


def test_finish_waits_and_delivers_here_and_not_again(jobs: JobQueue, pump: Pump) -> None:
    got: list[int] = []
    job = jobs.submit("k", "t", lambda context: 3, on_done=got.append)
    jobs.finish(job)
    assert got == [3]
    pump.drain()
    assert got == [3]


def test_progress_is_seen_in_the_snapshot(jobs: JobQueue, pump: Pump) -> None:
    told, go_on = threading.Event(), threading.Event()

    def work(context: JobContext) -> None:
        context.progress(3, 8, "scene_004")
        told.set()
        assert go_on.wait(10)

    changes: list[int] = []
    jobs.changed.connect(lambda: changes.append(1))
    jobs.submit("predict", "Predict", work)
    assert told.wait(10)
    view = jobs.jobs()[0]
    assert (view.kind, view.title, view.state) == ("predict", "Predict", JobState.RUNNING)
    assert (view.done, view.total, view.what) == (3, 8, "scene_004")
    go_on.set()
    pump.until(lambda: not jobs.jobs())
    assert changes


def test_many_changes_are_one_signal_a_turn(jobs: JobQueue, pump: Pump) -> None:
    gate, changes = Gate(jobs), list[int]()
    pump.drain()
    jobs.changed.connect(lambda: changes.append(1))
    for _ in range(50):
        jobs.submit("k", "t", lambda context: None)
    pump.drain()
    assert len(changes) == 1
    gate.let_go()


def test_cancel_by_the_id_of_a_view(jobs: JobQueue, pump: Pump) -> None:
    gate = Gate(jobs)
    job = jobs.submit("k", "t", lambda context: None)
    jobs.cancel(job.id)
    jobs.cancel(123_456_789)
    gate.let_go()
    assert job.state is JobState.CANCELLED


def test_close_ends_the_threads_and_what_waits(pump: Pump) -> None:
    jobs = JobQueue("closing", pump, workers=2)
    got: list[int] = []
    for _ in range(10):
        jobs.submit("k", "t", lambda context: 1, on_done=got.append)
    jobs.close()
    jobs.close()
    pump.drain()
    assert got == []
    assert not [t for t in threading.enumerate() if t.name.startswith("segstudio-closing")]


def test_from_closing_on_nothing_more_is_queued(pump: Pump) -> None:
    jobs, ran = JobQueue("closing", pump), list[str]()
    late: list[Job[None]] = []

    def ask_again() -> None:
        late.append(jobs.submit("k", "t", note(ran, "late"), on_cancel=ask_again))

    running = threading.Event()

    def until_cancelled(context: JobContext) -> None:
        running.set()
        while True:
            context.token.raise_if_cancelled()

    jobs.submit("k", "t", until_cancelled)
    assert running.wait(10)
    jobs.submit("k", "t", note(ran, "first"), on_cancel=ask_again)
    jobs.close()
    ask_again()
    pump.drain()
    assert ran == []
    assert [job.state for job in late] == [JobState.CANCELLED] * 2
    jobs.finish(late[0])
    assert jobs.jobs() == []
