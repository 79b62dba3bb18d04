"""A real window over two small pictures with things in them, and a model that is sure of some and in doubt of others."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.core.geometry import Rect
from segstudio.core.settings import Settings
from segstudio.engine.models import model_host
from segstudio.labels import tool_work
from segstudio.labels.areas import superpixels
from segstudio.labels.areas.grabcut import grabcut
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area
from segstudio.ui.app import Studio
from segstudio.ui.canvas.view import CanvasView
from tests.ui.windows import StandIn, shown_studio, write_photos

SIZE = (64, 96)
LEFT, RIGHT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
NO_KEY, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def scene() -> NDArray[np.uint8]:
    """Blue above, brown below, a bright box in the middle; a little noise."""
    rng = np.random.default_rng(3)
    image = np.empty((*SIZE, 3), np.uint8)
    image[:32], image[32:] = (90, 140, 220), (110, 80, 50)
    image[20:44, 36:60] = (240, 230, 90)
    return np.clip(image.astype(int) + rng.integers(-3, 4, image.shape), 0, 255).astype(np.uint8)


def unsure() -> StandIn:
    """Sky above, ground below; at the right, below, it says ground but nearly thing."""
    logits = np.zeros((3, 16, 24), np.float32)
    logits[1, :8], logits[0, 8:] = 6.0, 6.0
    logits[:, 8:, 14:] = np.array([1.0, -6.0, 0.8], np.float32)[:, None, None]
    return StandIn("unsure", logits)


@pytest.fixture(autouse=True)
def unsure_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_host, "_load", lambda name, device, context: unsure())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pictures; the first has a label: a thing where the box is, on ground."""
    root = tmp_path / "photos"
    label = np.zeros(SIZE, np.uint8)
    label[20:44, 36:60] = 2
    write_photos(root, dict.fromkeys(("image_1", "image_2"), scene()), label)
    return root


class Bench:
    """The window on its second image (no label, predicted), driven by real events. Points are (x, y) of the image."""

    def __init__(self, studio: Studio, qtbot: QtBot) -> None:
        self.studio, self.qtbot = studio, qtbot
        self.window, self.tools, self.session = studio.window, studio.tools, studio.session

    @property
    def canvas(self) -> CanvasView:
        return self.window.canvas

    @property
    def document(self) -> Document:
        assert self.session.document is not None
        return self.session.document

    @property
    def map(self) -> LabelMap:
        return self.document.label_map

    def at(self, point: tuple[float, float]) -> QPoint:
        return self.canvas.widget_point(point).toPoint()

    def under(self, point: tuple[float, float]) -> tuple[float, float]:
        """The image point of the widget's pixel at `point`: what a click there really says."""
        found = self.canvas.image_point(QPointF(self.at(point)))
        assert found is not None
        return found

    def press(
        self, point: tuple[float, float], button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = NO_KEY
    ) -> None:
        QTest.mousePress(self.canvas, button, keys, self.at(point))

    def move(
        self,
        point: tuple[float, float],
        held: Qt.MouseButton = NO_BUTTON,
        keys: Qt.KeyboardModifier = NO_KEY,
    ) -> None:
        at = QPointF(self.at(point))
        event = QMouseEvent(QEvent.Type.MouseMove, at, self.canvas.mapToGlobal(at), NO_BUTTON, held, keys)
        QApplication.sendEvent(self.canvas, event)

    def release(self, point: tuple[float, float], button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseRelease(self.canvas, button, NO_KEY, self.at(point))

    def drag(
        self,
        *points: tuple[float, float],
        button: Qt.MouseButton = LEFT,
        keys: Qt.KeyboardModifier = NO_KEY,
        let_go: bool = True,
    ) -> None:
        self.press(points[0], button, keys)
        for point in points[1:]:
            self.move(point, button, keys)
        if let_go:
            self.release(points[-1], button)

    def click(
        self, point: tuple[float, float], button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = NO_KEY
    ) -> None:
        self.press(point, button, keys)
        self.release(point, button)

    def wheel(self, point: tuple[float, float], notches: int, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        at = QPointF(self.at(point))
        event = QWheelEvent(
            at, self.canvas.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), NO_BUTTON, keys,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.canvas, event)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.keyClick(self.canvas, key, keys)

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=10_000)

    def at_rest(self) -> None:
        """Nothing is being worked out, and nothing waits."""
        self.wait(
            lambda: not (self.session.tools.working or self.document.stroke_open or self.canvas.undoable)
        )


@pytest.fixture
def bench(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bench]:
    with shown_studio(qapp, qtbot, tmp_path / "state", Settings()) as studio:
        studio.session.open_folder(folder)
        made = Bench(studio, qtbot)
        made.wait(lambda: studio.session.document is not None)
        studio.session.go_to(1)
        made.wait(lambda: studio.session.document is not None and studio.session.prediction is not None)
        studio.tools.set_class(2)
        studio.window.canvas.set_zoom(4)
        yield made


class Gate:
    """Workers wait here; the window's own thread never does."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.threads: set[str] = set()

    def wait(self) -> None:
        self.threads.add(threading.current_thread().name)
        if threading.current_thread() is not threading.main_thread():
            assert self.opened.wait(20)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch, bench: Bench) -> Iterator[Gate]:
    """Superpixels and GrabCut take until it is opened."""
    made, segments_of = Gate(), superpixels.tile_segments

    def slow_segments(image: NDArray[np.uint8], tile: Rect, size: int) -> NDArray[np.uint16]:
        made.wait()
        return segments_of(image, tile, size)

    def slow_cut(image: NDArray[np.uint8], box: Rect) -> Area:
        made.wait()
        return grabcut(image, box)

    monkeypatch.setattr(superpixels, "tile_segments", slow_segments)
    monkeypatch.setattr(tool_work, "grabcut", slow_cut)
    yield made
    made.opened.set()
