"""Child process of the `ui` benchmark: how long the window's event loop ever stands still.

A timer of 2 ms beats in the GUI thread; a stall is the time between two beats. Prints JSON: the longest one while
torch is imported and the model loads, and the longest one afterwards, while the model predicts, strokes are painted
and saved, and a list of images scrolls past. What the beats cannot see is what the GUI thread would not see either.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from segstudio.core.settings import Settings
from segstudio.engine.views import ModelPhase
from segstudio.ui.app import AfterFirstPaint, Studio, build_studio

_BEAT_MS = 2
_LIMIT_S = 240.0
_SAVES = 6
_SCROLLS = 240


class Heart:
    """Beats in the event loop and remembers its longest pause, and what was going on then."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(_BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def restart(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()


def measure(folder: Path, state: Path) -> dict[str, float]:
    """Both stalls in milliseconds. Raises TimeoutError when the model does not come."""
    QApplication.instance() or QApplication(["segstudio"])
    studio = build_studio(settings=Settings(), state_dir=state)
    session, window = studio.session, studio.window
    window.resize(1440, 900)
    shown: list[bool] = []
    AfterFirstPaint(window, lambda: shown.append(True))
    window.show()
    _until(lambda: bool(shown))
    heart = Heart()
    session.open_folder(folder)
    _until(
        lambda: (
            session.model.phase in {ModelPhase.READY, ModelPhase.FAILED} and session.prediction is not None
        )
    )
    heart.beat()
    loading = heart.longest
    heart.restart()
    _work(studio)
    heart.beat()
    working = heart.longest
    window.force_close()
    return {"loading_ms": 1000 * loading, "working_ms": 1000 * working}


def _work(studio: Studio) -> None:
    """Paint, save and go on, over and over; then scroll from the top of the list to its end."""
    session, canvas = studio.session, studio.window.canvas
    for row in range(1, _SAVES + 1):
        _until(lambda: session.document is not None and session.prediction is not None)
        middle = canvas.rect().center()
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        for step in range(24):
            QTest.mouseMove(canvas, middle + QPoint(4 * step, 2 * step))
            _turn(4)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        session.save()
        _turn(60)
        session.go_to(row)
    bar = studio.window.images.list.verticalScrollBar()
    for step in range(_SCROLLS + 1):
        bar.setValue(bar.maximum() * step // _SCROLLS)
        _turn(16)
    _until(lambda: not studio.window.images.model.asked)


def _turn(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _LIMIT_S
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the window did not get on with its work")
        _turn(10)


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), Path(sys.argv[2]))), flush=True)
