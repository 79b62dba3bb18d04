"""A real window over two small pictures with things in them, and a model that is sure of some and in doubt of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.core.classes import table_of
from segstudio.core.label_png import write_label
from segstudio.core.prediction import Prediction
from segstudio.core.presets import write_class_file
from segstudio.core.progress import CancelToken
from segstudio.core.settings import Settings
from segstudio.engine.models import model_host
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.ui import theme
from segstudio.ui.app import Studio, build_studio
from segstudio.ui.canvas.view import CanvasView

SIZE = (64, 96)
TABLE = table_of(["ground", "sky", "thing"])
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


class Unsure:
    """Sky above, ground below; at the right, below, it says ground but nearly thing."""

    classes = TABLE
    model_id = "unsure"
    model_name = "unsure"
    device = "cpu"

    def __init__(self) -> None:
        self.notices: list[str] = []

    def predict(self, image: NDArray[np.uint8], cancel: CancelToken | None = None) -> Prediction:
        logits = np.zeros((3, 16, 24), np.float32)
        logits[1, :8], logits[0, 8:] = 6.0, 6.0
        logits[:, 8:, 14:] = np.array([1.0, -6.0, 0.8], np.float32)[:, None, None]
        return Prediction.from_logits(logits, SIZE, TABLE, self.model_id, self.model_name)


@pytest.fixture(autouse=True)
def unsure_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_host, "_load", lambda name, device, context: Unsure())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pictures; the first has a label: a thing where the box is, on ground."""
    root = tmp_path / "photos"
    (root / "images").mkdir(parents=True)
    (root / "labels").mkdir()
    for name in ("image_1", "image_2"):
        Image.fromarray(scene()).save(root / "images" / f"{name}.png")
    label = np.zeros(SIZE, np.uint8)
    label[20:44, 36:60] = 2
    write_label(root / "labels" / "image_1.png", label, TABLE)
    write_class_file(root / "classes.txt", TABLE)
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
    theme.install(qapp, "dark")
    studio = build_studio(settings=Settings(), state_dir=tmp_path / "state")
    studio.window.resize(1280, 800)
    studio.window.show()
    qtbot.waitExposed(studio.window)
    studio.session.open_folder(folder)
    made = Bench(studio, qtbot)
    made.wait(lambda: studio.session.document is not None)
    studio.session.go_to(1)
    made.wait(lambda: studio.session.document is not None and studio.session.prediction is not None)
    studio.tools.set_class(2)
    studio.window.canvas.set_zoom(4)
    yield made
    studio.window.force_close()
    studio.window.deleteLater()
