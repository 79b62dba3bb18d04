"""Flags and notes that are on their way to the disk when another folder is opened."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from segstudio.engine.desks.mark_desk import MarkDesk
from segstudio.engine.files.marks import Mark, read_marks
from segstudio.engine.jobs import JobQueue
from segstudio.engine.project import Project
from segstudio.engine.pump import Pump
from tests.unit.engine.conftest import MakeFolder

FLAG = Mark(flagged=True)


@pytest.fixture
def pool(pump: Pump) -> Iterator[JobQueue]:
    made = JobQueue("pool", pump)
    yield made
    made.close()


@pytest.fixture
def hold(pool: JobQueue) -> Iterator[Callable[[], None]]:
    """Nothing is written until this is called."""
    gate = threading.Event()
    pool.submit("gate", "gate", lambda context: gate.wait(30), priority=1000)
    yield gate.set
    gate.set()


def test_marks_are_kept_wherever_one_goes_while_they_are_written(
    pool: JobQueue, hold: Callable[[], None], make_folder: MakeFolder
) -> None:
    one, two = (Project.open(make_folder(name)) for name in ("one", "two"))
    marks = MarkDesk(pool)
    marks.open(one)
    marks.set_flagged(["scene_001"], True)
    marks.set_flagged(["scene_002"], True)
    marks.open(two)
    marks.set_flagged(["scene_003"], True)
    marks.open(None)
    hold()
    marks.flush()
    assert _kept(one) == {"scene_001": FLAG, "scene_002": FLAG}
    assert _kept(two) == {"scene_003": FLAG}


def test_coming_back_before_they_are_written_shows_them(
    pool: JobQueue, hold: Callable[[], None], make_folder: MakeFolder
) -> None:
    one, two = (Project.open(make_folder(name)) for name in ("one", "two"))
    marks = MarkDesk(pool)
    marks.open(one)
    marks.set_flagged(["scene_001"], True)
    marks.open(two)
    marks.open(one)
    assert marks.get("scene_001") == FLAG
    marks.set_note(["scene_002"], "kerb")
    hold()
    marks.flush()
    assert _kept(one) == {"scene_001": FLAG, "scene_002": Mark(note="kerb")}


def _kept(project: Project) -> dict[str, Mark]:
    return read_marks(project.places.shelf.state)
