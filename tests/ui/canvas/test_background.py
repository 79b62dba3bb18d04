"""The canvas's own work off the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from segstudio.ui.canvas.rendering.background import Background


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def test_of_two_answers_to_one_question_the_later_one_is_shown(
    qtbot: QtBot, background: Background
) -> None:
    told: list[str] = []
    go = threading.Event()
    background.run(lambda: go.wait(10) and "old", lambda answer: told.append(str(answer)), key="label")
    background.run(lambda: "new", told.append, key="label")
    qtbot.waitUntil(lambda: told == ["new"])
    go.set()
    background.run(lambda: "other", told.append)
    qtbot.waitUntil(lambda: "other" in told)
    background.close()
    assert told == ["new", "other"]


def test_work_that_fails_says_so(
    qtbot: QtBot, background: Background, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[str] = []

    def fail() -> str:
        raise MemoryError

    background.run(fail, told.append, lambda: told.append("failed"))
    qtbot.waitUntil(lambda: told == ["failed"])
    assert "MemoryError" in caplog.text
    background.run(lambda: "works", told.append)
    qtbot.waitUntil(lambda: told == ["failed", "works"])
