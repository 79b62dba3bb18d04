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
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.bench.registry import Row
from segstudio.core.classes import table_of
from segstudio.core.progress import Progress
from segstudio.core.settings import Settings
from segstudio.core.signal import Signal
from segstudio.engine.comparison import LiveMatrix
from segstudio.labels.document import Document
from segstudio.labels.journal import Journal, JournalHeader
from segstudio.labels.label_map import LabelMap
from segstudio.metrics.scores import score

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QPointF, Qt

    from segstudio.ui.canvas.view import CanvasView

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
        self.current_changed: Signal[object] = Signal()
        self.document_changed: Signal[object] = Signal()
        self.prediction_changed: Signal[object] = Signal()
        self.project_changed: Signal[object] = Signal()
        self.table_changed: Signal[()] = Signal()
        self.message: Signal[object] = Signal()
        self.saved: Signal[str] = Signal()
        self.project = None
        self.current = None
        self.table = table_of([f"class {i}" for i in range(CLASSES)])
        rng = np.random.default_rng(side)
        self.image = _enlarged(
            rng.integers(0, 256, (side // 16, side // 16, 3), np.uint8), side, cv2.INTER_LINEAR
        )
        label = _enlarged(rng.integers(0, CLASSES, (side // _BLOB,) * 2, np.uint8), side, cv2.INTER_NEAREST)
        quarter = side // 4
        label[quarter : 2 * quarter, quarter : 2 * quarter] = 3
        self.prediction_label = np.roll(label, 5, axis=1)
        journal = Journal(journal_file, JournalHeader("bench", label.shape, 255, "bench"))
        self.document = Document(label.shape, LabelMap.from_label(label), journal)
        self._matrix = LiveMatrix(self.prediction_label, CLASSES, 255)
        self._matrix.start(self._matrix.count(self.document.label_map))
        self.document.changed.connect(self._matrix.follow)

    def figures(self) -> object:
        """What the dashboard reads after every event."""
        return score(self._matrix.matrix)


def run(data: Path | None, progress: Progress) -> list[Row]:
    """`data` is not needed."""
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
            rows += _measured(side, Path(folder), app.processEvents)
    progress(len(SIDES), len(SIDES), "done")
    return rows


def _measured(side: int, folder: Path, turn: Callable[[], None]) -> list[Row]:
    from PySide6.QtCore import QEvent, QPointF, Qt

    from segstudio.ui.canvas.view import CanvasView
    from segstudio.ui.tool_state import ToolState

    desk = Desk(side, folder / "journal")
    tools = ToolState(Settings())
    tools.set_radius(RADIUS)
    view = CanvasView(desk, tools)
    view.resize(1280, 800)
    view.show()
    turn()
    while view.preparing:  # overviews are made in the background
        turn()

    def timed(work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        desk.figures()
        turn()
        return (time.perf_counter() - start) * 1000

    moves: list[float] = []
    for zoom in (None, 1.0):
        if zoom is None:
            view.fit()
        else:
            view.set_zoom(zoom)
        turn()
        path = _path()
        mouse(view, QEvent.Type.MouseButtonPress, next(path), Qt.MouseButton.LeftButton)
        spent = [
            timed(lambda at=at: mouse(view, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton))
            for at in (next(path) for _ in range(MOVES + WARM_UP))
        ]
        mouse(view, QEvent.Type.MouseButtonRelease, next(path), Qt.MouseButton.LeftButton)
        moves += spent[WARM_UP:]
        tools.set_class(tools.class_id + 1)

    view.fit()
    turn()
    corners = [view.widget_point((f * side, f * side)) for f in np.linspace(0, 1, 60)]
    mouse(view, QEvent.Type.MouseButtonPress, corners[0], Qt.MouseButton.LeftButton)
    for at in corners[1:]:
        mouse(view, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)
    mouse(view, QEvent.Type.MouseButtonRelease, corners[-1], Qt.MouseButton.LeftButton)
    turn()
    undos = []
    for _ in range(ROUNDS):
        undos.append(timed(desk.document.undo))
        timed(desk.document.redo)
    desk.document.undo()

    tools.set_tool("fill")
    inside = view.widget_point((side * 0.375 + 3, side * 0.375 + 5))
    fills = []
    for number in range(ROUNDS):
        tools.set_class(4 + number)
        turn()

        def click() -> None:
            mouse(view, QEvent.Type.MouseButtonPress, inside, Qt.MouseButton.LeftButton)
            mouse(view, QEvent.Type.MouseButtonRelease, inside, Qt.MouseButton.LeftButton)

        fills.append(timed(click))
    view.detach()
    view.close()
    desk.document.close()
    figures = {
        f"canvas.move_ms.{side}.median": float(np.median(moves)),
        f"canvas.move_ms.{side}.p95": float(np.percentile(moves, 95)),
        f"canvas.move_ms.{side}.p99": float(np.percentile(moves, 99)),
        f"canvas.undo_ms.{side}": float(np.median(undos)),
        f"canvas.fill_ms.{side}": float(np.median(fills)),
    }
    return [Row(name, value, "ms", _BUDGETS.get(name)) for name, value in figures.items()]


def mouse(view: CanvasView, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
    """Send one mouse event; the left button is held unless it is the one released."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, at, view.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)


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
