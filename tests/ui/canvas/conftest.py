"""A canvas with a document, and nothing else: what it needs of a session, set by the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.prediction import Prediction
from segstudio.core.settings import Settings
from segstudio.core.signal import Signal
from segstudio.core.wide_image import WideImage
from segstudio.engine.editing.opening import EarlyImage
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.project import Project
from segstudio.engine.views import Message
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.ui import theme
from segstudio.ui.canvas.rendering.background import Background
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.tool_state import ToolState

TABLE = ClassTable(
    (SegClass(0, "sky", (0, 0, 255)), SegClass(1, "road", (255, 0, 0)), SegClass(2, "tree", (0, 255, 0)))
)


class Desk:
    """The part of a session that the canvas hears; a grey image of 200×120 pixels with an empty mask."""

    def __init__(self) -> None:
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
        self.table: ClassTable | None = TABLE
        self.current: ImageEntry | None = ImageEntry("a", Path("a.png"), Path("labels/a.png"))
        self.image: NDArray[np.uint8] | None = np.full((120, 200, 3), 100, np.uint8)
        self.document: Document | None = Document((120, 200), LabelMap.empty((120, 200)))
        self.prediction: Prediction | None = None
        self.prediction_label: NDArray[np.uint8] | None = None

    def load(self, entry: str) -> None:
        """As when another image is chosen: nothing is there yet."""
        self.current = ImageEntry(entry, Path(entry), Path(entry))
        self.image = self.document = self.prediction_label = None
        self.current_changed.emit(self.current)
        self.document_changed.emit(None)

    def show(self, shape: tuple[int, int], grey: int = 100) -> Document:
        """As when the image is decoded and its (empty) mask is there."""
        self.image = np.full((*shape, 3), grey, np.uint8)
        self.document = Document(shape, LabelMap.empty(shape))
        self.document_changed.emit(self.document)
        return self.document

    def predict(self, label: NDArray[np.uint8], *, propose: bool = True) -> None:
        """As when the model's answer arrives."""
        self.prediction_label = label
        if propose and self.document is not None:
            self.document.propose(label)
        self.prediction_changed.emit(None)


@pytest.fixture(autouse=True)
def dark(qapp: QApplication) -> None:
    theme.install(qapp, "dark")


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def tools() -> ToolState:
    state = ToolState(Settings())
    state.set_radius(5)
    state.set_class(1)
    return state


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def open_view(qtbot: QtBot, tools: ToolState) -> Iterator[Callable[..., CanvasView]]:
    """Makes a shown canvas of 400×300 on a source; it is detached at the end."""
    made: list[CanvasView] = []

    def build(source: Desk, size: tuple[int, int] = (400, 300)) -> CanvasView:
        view = CanvasView(source, tools)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        qtbot.waitExposed(view)
        view.setFocus()
        made.append(view)
        return view

    yield build
    for view in made:
        view.detach()


@pytest.fixture
def view(open_view: Callable[..., CanvasView], desk: Desk) -> CanvasView:
    """On `desk`, at zoom 1 with the image's corner at (100, 90)."""
    made = open_view(desk)
    made.actual_size()
    return made
