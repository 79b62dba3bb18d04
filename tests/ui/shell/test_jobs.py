"""The list of jobs and the status bar while many images are predicted one after the other."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from segstudio.engine.jobs import JobState, JobView
from segstudio.engine.models import model_host
from segstudio.ui.app import Studio
from segstudio.ui.panels.job_list import headline, worth_showing
from tests.ui.shell.conftest import SIZE, open_and_wait, sure_of_sky
from tests.ui.windows import write_photos

IMAGES = 12


class StepByStep:
    """Once it is told to `hold`, the model predicts one image for each `step`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._turns = threading.Semaphore(0)
        self._held = False
        model = sure_of_sky()
        answer = model.predict

        def predict(*args: object, **kwargs: object) -> object:
            assert not self._held or self._turns.acquire(timeout=20)
            return answer(*args, **kwargs)  # type: ignore[arg-type]  # whatever the worker gives

        monkeypatch.setattr(model, "predict", predict)
        monkeypatch.setattr(model_host, "_load", lambda name, device, context: model)

    def hold(self) -> None:
        self._held = True

    def step(self, times: int = 1) -> None:
        self._turns.release(times)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> StepByStep:
    return StepByStep(monkeypatch)


@pytest.fixture
def batch(steps: StepByStep, studio: Studio, tmp_path: Path, qtbot: QtBot) -> Iterator[Studio]:
    """All images are selected and being predicted; the list of jobs is open."""
    root = tmp_path / "many"
    rng = np.random.default_rng(5)
    photos = {f"photo_{n:02}": rng.integers(0, 256, (*SIZE, 3), np.uint8) for n in range(IMAGES)}
    write_photos(root, photos, np.zeros(SIZE, np.uint8))
    open_and_wait(studio, root, qtbot)
    session = studio.session
    qtbot.waitUntil(lambda: session.prediction is not None and not worth_showing(session.jobs))
    steps.hold()
    studio.window.images.select_all()
    QTest.keyClick(studio.window.images.list, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    studio.window.book["image.predict"].trigger()
    qtbot.waitUntil(
        lambda: bool(told(studio)) and told(studio)[0].done > 0
    )  # those that were looked at are there
    yield studio
    steps.step(100)


def told(studio: Studio) -> list[JobView]:
    return [job for job in studio.session.jobs if job.kind == "predict" and job.total]


def predict_one(studio: Studio, steps: StepByStep, qtbot: QtBot) -> None:
    before = told(studio)[0].done
    steps.step()
    qtbot.waitUntil(lambda: told(studio)[0].done > before)


def words_on(panel: QWidget) -> str:
    """What can be read: of labels that have a size and are shown."""
    return " ".join(
        label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.height() > 8
    )


def test_a_batch_is_one_steady_row_while_its_images_come_and_go(
    batch: Studio, steps: StepByStep, qtbot: QtBot
) -> None:
    panel = batch.window.jobs
    qtbot.waitUntil(lambda: f"Predict {IMAGES} images" in words_on(panel))
    (cancel,) = (
        b for b in panel.findChildren(QToolButton) if b.isVisible() and "Predict" in b.accessibleName()
    )
    seen: list[tuple[QPoint, int, str]] = []

    def look() -> None:
        seen.append((cancel.mapTo(panel, QPoint()), panel.height(), words_on(panel)))

    disconnect = batch.session.jobs_changed.connect(look)  # after the panel's own
    for _ in range(5):
        predict_one(batch, steps, qtbot)
    disconnect()
    assert len({(place, height) for place, height, _ in seen}) == 1
    for _, _, words in seen:
        assert words.count(f"Predict {IMAGES} images") == 1
        assert words.count("Predict") == 1, "its images are told by its progress"


def test_its_button_stops_the_batch(batch: Studio, steps: StepByStep, qtbot: QtBot) -> None:
    panel = batch.window.jobs
    qtbot.waitUntil(lambda: f"Predict {IMAGES} images" in words_on(panel))
    (cancel,) = (
        b for b in panel.findChildren(QToolButton) if b.isVisible() and "Predict" in b.accessibleName()
    )
    QTest.mousePress(cancel, Qt.MouseButton.LeftButton)
    predict_one(batch, steps, qtbot)
    QTest.mouseRelease(cancel, Qt.MouseButton.LeftButton)
    assert told(batch) == []


def test_the_status_bar_counts_images_not_jobs(batch: Studio, steps: StepByStep, qtbot: QtBot) -> None:
    bar = batch.window.status
    for _ in range(3):
        predict_one(batch, steps, qtbot)
        at_work = told(batch)[0].done + 1
        qtbot.waitUntil(lambda n=at_work: bar.job.text().startswith(f"Predicting {n} of {IMAGES}"))  # type: ignore[misc]  # mypy cannot infer a lambda with a default


def _job(number: int, kind: str, total: int = 0, state: JobState = JobState.RUNNING) -> JobView:
    return JobView(number, kind, f"{kind} {number}", state, 0, total, "")


def test_what_is_told_of_jobs() -> None:
    one, other, batch = _job(1, "predict"), _job(2, "measure"), _job(3, "predict", 120)
    save = _job(4, "save")
    assert worth_showing([one, save, other]) == [save, one, other], "what comes and goes stands last"
    assert worth_showing([one, other, batch]) == [batch]
    waiting = _job(5, "predict", 120, JobState.QUEUED)
    assert worth_showing([one, waiting]) == [waiting, one], "it has asked for no image yet"
    assert headline([one, batch]) == batch
