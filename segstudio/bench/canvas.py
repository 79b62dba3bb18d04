"""The canvas under the hand: milliseconds from an event to the repaint that answers it.

A real `CanvasView` of 1280×800 on the offscreen platform, an image of 1024², 4096² or 8192² with a mask of 19 classes,
a crash journal on disk and the confusion matrix with its scores following every piece, as in the window. What is timed:

- `canvas.move_ms.N`: a `QMouseEvent` that drags the brush (radius 32) 12 view pixels on, until the event loop has
  repainted; half of the moves with the whole image in view, half at 100 %. Median, 95th and 99th percentile.
  `.r4` and `.r128`: other radii; `.c150`: 150 classes.
- `canvas.undo_ms.N`: undo of a stroke across the whole diagonal, the whole image in view, repaint included
- `canvas.fill_ms.N`: a click with the fill tool on a square region of a quarter of the image's side, repaint included
- `canvas.class_ms.N`: another class is chosen, the brush's outline repainted
- `canvas.switch_ms.N`: another decoded image of that size takes the place of the former, until it is seen
- `canvas.pan_ms.N`, `canvas.zoom_ms.N`: a step of panning at 100 % and of zooming with the wheel; 95th percentile.
  60 frames a second leave 16.7 ms.
- `canvas.memory_mb.N`: resident memory at the end, with image, mask, prediction and all overviews
- `canvas.speedup_vs_napari`: napari's median move at 8192² ÷ ours, same radius, classes and step, each with its own
  repaint. Where napari is installed, or `SEGSTUDIO_NAPARI_PYTHON` (`--napari-python`) names a Python that has it; it
  needs a display.
"""

from __future__ import annotations

import importlib.util
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.bench._memory import held_mb
from segstudio.bench.registry import Row
from segstudio.core import allocator
from segstudio.core.classes import table_of
from segstudio.core.errors import InputError
from segstudio.core.prediction import Prediction
from segstudio.core.progress import Progress
from segstudio.core.settings import Settings
from segstudio.core.signal import Signal
from segstudio.core.wide_image import WideImage
from segstudio.engine.editing.opening import EarlyImage
from segstudio.engine.evaluation.comparison import LiveMatrix
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.project import Project
from segstudio.engine.views import Message
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.past.journal import Journal
from segstudio.labels.past.journal_format import JournalHeader
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
_OURS_ALONE = {"PYTHONPATH", "PYTHONHOME", "QT_QPA_PLATFORM"}
"""Variables that would lead another Python astray."""
FRAME_MS = 1000 / 60
VARIANTS: tuple[tuple[str, float, int], ...] = (
    ("", RADIUS, CLASSES),
    (".r4", 4.0, CLASSES),
    (".r128", 128.0, CLASSES),
    (".c150", RADIUS, 150),
)
"""Suffix of the rows, radius, classes."""
_BUDGETS = {
    "canvas.move_ms.8192.p95": 4.0,
    "canvas.undo_ms.8192": 8.0,
    "canvas.fill_ms.8192": 60.0,
    "canvas.pan_ms.8192": FRAME_MS,
    "canvas.zoom_ms.8192": FRAME_MS,
}


class Desk:
    """What the canvas needs of a session (`ui.canvas.source.CanvasSource`), with the same listeners at work."""

    def __init__(self, side: int, journal_file: Path, classes: int = CLASSES) -> None:
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
        self.table = table_of([f"class {i}" for i in range(classes)])
        rng = np.random.default_rng(side)
        noise = rng.integers(0, 256, (side // 16, side // 16, 3), np.uint8)
        blobs = rng.integers(0, classes, (side // _BLOB,) * 2, np.uint8)
        label = _enlarged(blobs, side, cv2.INTER_NEAREST)
        square = slice(side // 4, side // 2)
        label[square, square] = 3
        self.image = _enlarged(noise, side, cv2.INTER_LINEAR)
        self.prediction: Prediction | None = None
        self.prediction_label = np.roll(label, 5, axis=1)
        journal = Journal(journal_file, JournalHeader("bench", (side, side), 255, "bench"))
        self.document = Document((side, side), LabelMap.from_label(label), journal)
        self._matrix = LiveMatrix(self.prediction_label, classes, 255)
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
    allocator.keep_frames()  # as the window does
    theme.install(app, "dark")
    rows: list[Row] = []
    for index, side in enumerate(SIDES):
        progress(index, len(SIDES), f"{side}×{side}")
        for suffix, radius, classes in VARIANTS:
            with tempfile.TemporaryDirectory() as folder:
                bench = _Canvas(side, Path(folder), app.processEvents, radius, classes)
                rows += bench.rows(suffix)
                bench.close()
    median = next(row.value for row in rows if row.name == f"canvas.move_ms.{SIDES[-1]}.median")
    rows += napari_rows(median)
    progress(len(SIDES), len(SIDES), "done")
    return rows


def napari_rows(median_ms: float) -> list[Row]:
    """napari's figures against ours; none where there is no napari, or no display for it."""
    python = os.environ.get("SEGSTUDIO_NAPARI_PYTHON") or (
        sys.executable if importlib.util.find_spec("napari") is not None else ""
    )
    if not python:
        return []
    script = Path(__file__).with_name("_napari.py")
    environment = {key: value for key, value in os.environ.items() if key not in _OURS_ALONE}
    done = subprocess.run(
        [python, str(script), str(SIDES[-1]), str(CLASSES), str(RADIUS)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise InputError(f"napari could not be measured with {python} ({last}). Does it have a display?")
    moves = json.loads(done.stdout.strip().splitlines()[-1])
    return [
        Row(f"canvas.napari_move_ms.{SIDES[-1]}.median", float(np.median(moves)), "ms"),
        Row(f"canvas.napari_move_ms.{SIDES[-1]}.p95", float(np.percentile(moves, 95)), "ms"),
        Row("canvas.speedup_vs_napari", float(np.median(moves)) / median_ms, "×", 5.0, "higher"),
    ]


class _Canvas:
    """The canvas on an image of one size, and what is done to it."""

    def __init__(
        self,
        side: int,
        folder: Path,
        handle_events: Callable[[], None],
        radius: float = RADIUS,
        classes: int = CLASSES,
    ) -> None:
        from segstudio.ui.canvas.view import CanvasView
        from segstudio.ui.tool_state import ToolState

        self.side = side
        self._handle_events = handle_events
        self.desk = Desk(side, folder / "journal", classes)
        self.tools = ToolState(Settings())
        self.tools.set_radius(radius)
        self.view = CanvasView(self.desk, self.tools)
        self.view.resize(1280, 800)
        self.view.show()
        self._rest()

    def close(self) -> None:
        self.view.detach()
        self.view.close()
        self.desk.document.close()

    def rows(self, suffix: str) -> list[Row]:
        """With a suffix the moves only."""
        moves = self.moves()
        name = f"canvas.move_ms.{self.side}{suffix}"
        figures = {
            f"{name}.median": float(np.median(moves)),
            f"{name}.p95": float(np.percentile(moves, 95)),
            f"{name}.p99": float(np.percentile(moves, 99)),
        }
        if not suffix:
            figures |= {
                f"canvas.undo_ms.{self.side}": float(np.median(self.undos())),
                f"canvas.fill_ms.{self.side}": float(np.median(self.fills())),
                f"canvas.class_ms.{self.side}": float(np.median(self.class_changes())),
                f"canvas.pan_ms.{self.side}": float(np.percentile(self.pans(), 95)),
                f"canvas.zoom_ms.{self.side}": float(np.percentile(self.zooms(), 95)),
                f"canvas.switch_ms.{self.side}": float(np.median(self.switches())),
            }
        found = [Row(row, value, "ms", _BUDGETS.get(row)) for row, value in figures.items()]
        memory = [] if suffix else [Row(f"canvas.memory_mb.{self.side}", held_mb(), "MB")]
        return found + memory

    def class_changes(self) -> list[float]:
        """Milliseconds of choosing another class, the pointer over the image."""
        self.tools.set_tool("brush")
        self._rest()
        return [self._timed(partial(self.tools.set_class, number % 9)) for number in range(1, 30)]

    def pans(self) -> list[float]:
        """Milliseconds of a step of 37×23 view pixels at 100 %, dragged with the middle button's own path."""
        self.view.actual_size()
        self._rest()
        from PySide6.QtCore import QPointF

        self.view._nav.start_drag((640.0, 400.0))
        spent = []
        for number in range(60):
            step = number if number < 30 else 60 - number
            spent.append(
                self._timed(partial(self._mouse, "move", QPointF(640 + 37 * step, 400 + 23 * step)))
            )
        self.view._nav.end_drag()
        return spent

    def zooms(self) -> list[float]:
        """Milliseconds of a notch of the wheel, from the whole image to 1600 % and back."""
        self.view.fit()
        self._rest()
        spent = []
        notches = 8 + round(math.log(self.side / 800) / math.log(1.2)) + 8
        for number in range(2 * notches):
            up = number < notches
            spent.append(self._timed(partial(self.view._nav.wheel, 1 if up else -1, (500.0, 300.0))))
        return spent

    def switches(self) -> list[float]:
        """Milliseconds until another image of this size is seen; its overviews follow in the background."""
        spent = []
        desk, document = self.desk, self.desk.document
        for _ in range(ROUNDS):
            self._rest()
            other = Document(document.label_map.shape, document.label_map)
            desk.document = other
            spent.append(self._timed(partial(desk.document_changed.emit, other)))
        self._rest()
        desk.document = document
        return spent

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
