"""The canvas under the hand: milliseconds from an event to the repaint that answers it.

A real `CanvasView` of 1280×800 on the offscreen platform, an image of 1024², 4096² or 8192² with a mask of 19 classes,
a crash journal on disk and the confusion matrix with its scores following every piece, as in the window. What is timed:

- `canvas.move_ms.N`: a `QMouseEvent` that drags the brush (radius 32) 12 view pixels on, until the event loop has
  repainted; half of the moves with the whole image in view, half at 100 %. Median, 95th and 99th percentile.
- `canvas.undo_ms.N`: undo of a stroke across the whole diagonal, the whole image in view, repaint included
- `canvas.fill_ms.N`: a click with the fill tool on a square region of a quarter of the image's side, repaint included
"""

from __future__ import annotations

import math
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.bench.registry import Row
from segstudio.core.classes import table_of
from segstudio.core.prediction import Prediction
from segstudio.core.progress import Progress
from segstudio.core.settings import Settings
from segstudio.core.signal import Signal
from segstudio.core.wide_image import WideImage
from segstudio.engine.comparison import LiveMatrix
from segstudio.engine.entries import ImageEntry
from segstudio.engine.opening import EarlyImage
from segstudio.engine.project import Project
from segstudio.engine.views import Message
from segstudio.labels.document import Document
from segstudio.labels.journal import Journal
from segstudio.labels.journal_format import JournalHeader
from segstudio.labels.label_map import LabelMap
from segstudio.metrics.scores import score

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

SIDES = (1024, 4096, 8192)
CLASSES = 19
MOVES = 150
WARM_UP = 10
RADIUS = 32.0
STEP = 12.0
ROUNDS = 7
_BLOB = 64
_BUDGETS = {"canvas.move_ms.8192.p95": 4.0, "canvas.undo_ms.8192": 8.0, "canvas.fill_ms.8192": 60.0}


class Desk:
    """What the canvas needs of a session (`ui.canvas.source.CanvasSource`), with the same listeners at work."""

    def __init__(self, side: int, journal_file: Path) -> None:
        self.current_changed: Signal[ImageEntry | None] = Signal()
        self.early_changed: Signal[EarlyImage] = Signal()
        self.document_changed: Signal[Document | None] = Signal()
        self.prediction_changed: Signal[Prediction | None] = Signal()
        self.project_changed: Signal[Project | None] = Signal()
        self.table_changed: Signal[()] = Signal()
        self.message: Signal[Message] = Signal()
        self.saved: Signal[str] = Signal()
        self.project: Project | None = None
        self.wide: WideImage | None = None
        self.current: ImageEntry | None = None
        self.table = table_of([f"class {i}" for i in range(CLASSES)])
        rng = np.random.default_rng(side)
        noise = rng.integers(0, 256, (side // 16, side // 16, 3), np.uint8)
        blobs = rng.integers(0, CLASSES, (side // _BLOB,) * 2, np.uint8)
        label = _enlarged(blobs, side, cv2.INTER_NEAREST)
        square = slice(side // 4, side // 2)
        label[square, square] = 3
        self.image = _enlarged(noise, side, cv2.INTER_LINEAR)
        self.prediction: Prediction | None = None
        self.prediction_label = np.roll(label, 5, axis=1)
        journal = Journal(journal_file, JournalHeader("bench", (side, side), 255, "bench"))
        self.document = Document((side, side), LabelMap.from_label(label), journal)
        self._matrix = LiveMatrix(self.prediction_label, CLASSES, 255)
        self._matrix.start(self._matrix.count(self.document.label_map))
        self._matrix.follow(self.document)

    def figures(self) -> object:
        """What the dashboard reads after every event."""
        return score(self._matrix.matrix)


def run(data: Path | None, progress: Progress) -> list[Row]:
    """`data` is not needed: the image is made here."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from segstudio.ui import theme

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.install(app, "dark")
    rows: list[Row] = []
    for index, side in enumerate(SIDES):
        progress(index, len(SIDES), f"{side}×{side}")
        with tempfile.TemporaryDirectory() as folder:
            bench = _Canvas(side, Path(folder), app.processEvents)
            rows += bench.rows()
            bench.close()
    progress(len(SIDES), len(SIDES), "done")
    return rows


class _Canvas:
    """The canvas on an image of one size, and what is done to it."""

    def __init__(self, side: int, folder: Path, handle_events: Callable[[], None]) -> None:
        from segstudio.ui.canvas.view import CanvasView
        from segstudio.ui.tool_state import ToolState

        self.side = side
        self._handle_events = handle_events
        self.desk = Desk(side, folder / "journal")
        self.tools = ToolState(Settings())
        self.tools.set_radius(RADIUS)
        self.view = CanvasView(self.desk, self.tools)
        self.view.resize(1280, 800)
        self.view.show()
        self._rest()

    def close(self) -> None:
        self.view.detach()
        self.view.close()
        self.desk.document.close()

    def rows(self) -> list[Row]:
        moves = self.moves()
        figures = {
            f"canvas.move_ms.{self.side}.median": float(np.median(moves)),
            f"canvas.move_ms.{self.side}.p95": float(np.percentile(moves, 95)),
            f"canvas.move_ms.{self.side}.p99": float(np.percentile(moves, 99)),
            f"canvas.undo_ms.{self.side}": float(np.median(self.undos())),
            f"canvas.fill_ms.{self.side}": float(np.median(self.fills())),
        }
        return [Row(name, value, "ms", _BUDGETS.get(name)) for name, value in figures.items()]

    def moves(self) -> list[float]:
        """Milliseconds of brush moves, with the whole image in view and at 100 %."""
        spent: list[float] = []
        for number, show in enumerate((self.view.fit, self.view.actual_size)):
            self.tools.set_class(number + 1)
            show()
            self.turn()
            path = _path()
            self._mouse("press", next(path))
            times = [self._timed(partial(self._mouse, "move", next(path))) for _ in range(MOVES + WARM_UP)]
            self._mouse("release", next(path))
            spent += times[WARM_UP:]
        return spent

    def undos(self) -> list[float]:
        """Milliseconds of undoing a stroke across the whole diagonal, all of it in view."""
        self.view.fit()
        self.turn()
        path = [self.view.widget_point((f * self.side, f * self.side)) for f in np.linspace(0, 1, 60)]
        self._mouse("press", path[0])
        for at in path[1:]:
            self._mouse("move", at)
        self._mouse("release", path[-1])
        self.desk.figures()
        spent = []
        for _ in range(ROUNDS):
            self._rest()
            spent.append(self._timed(self.desk.document.undo))
            self._timed(self.desk.document.redo)
        self.desk.document.undo()
        return spent

    def fills(self) -> list[float]:
        """Milliseconds of a click with the fill tool on the large square of one class."""
        self.tools.set_tool("fill")
        inside = self.view.widget_point((self.side * 0.375 + 3, self.side * 0.375 + 5))
        spent = []
        for number in range(ROUNDS):
            self.tools.set_class(4 + number)
            self._rest()
            spent.append(self._timed(partial(self._mouse, "press", inside)))
            self._mouse("release", inside)
        return spent

    def turn(self) -> None:
        """Handle all events, and repaint without waiting for the screen's next frame."""
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        self._handle_events()
        QApplication.sendEvent(self.view.window(), QEvent(QEvent.Type.UpdateRequest))

    def _rest(self) -> None:
        """Wait until the canvas has nothing left to do, as it has between two commands of a person."""
        self.turn()
        while self.view.preparing:
            self.turn()
        self.turn()

    def _timed(self, work: Callable[[], object]) -> float:
        """Milliseconds until the event is handled, the scores are read and the window is repainted."""
        start = time.perf_counter()
        work()
        self.desk.figures()
        self.turn()
        return (time.perf_counter() - start) * 1000

    def _mouse(self, what: Literal["press", "move", "release"], at: QPointF) -> None:
        """Send one event of the left button."""
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        kind, button, held = {
            "press": (QEvent.Type.MouseButtonPress, left, left),
            "move": (QEvent.Type.MouseMove, none, left),
            "release": (QEvent.Type.MouseButtonRelease, left, none),
        }[what]
        modifiers = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, at, self.view.mapToGlobal(at), button, held, modifiers)
        QApplication.sendEvent(self.view, event)


def _path() -> Iterator[QPointF]:
    """A wandering line over the middle of the view, `STEP` view pixels a point."""
    from PySide6.QtCore import QPointF

    x, y, angle = 640.0, 400.0, 0.3
    while True:
        yield QPointF(x, y)
        angle += 0.22 * math.sin(x / 70) + 0.11
        x, y = x + STEP * math.cos(angle), y + STEP * math.sin(angle)


def _enlarged(pixels: NDArray[np.uint8], side: int, how: int) -> NDArray[np.uint8]:
    return np.asarray(cv2.resize(pixels, (side, side), interpolation=how), np.uint8)
