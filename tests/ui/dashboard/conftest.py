"""A session without threads, files or model: whatever scores a test gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.prediction import Prediction
from segstudio.core.settings import Settings
from segstudio.core.signal import Signal
from segstudio.engine.evaluation.comparison import Comparison, ComparisonContext, comparison_of
from segstudio.engine.evaluation.score_history import HistoryPoint
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.project import Project
from segstudio.engine.views import ModelPhase, ModelState
from segstudio.labels.document import Document
from segstudio.metrics.confusion import ConfusionMatrix, Counts
from segstudio.ui import theme
from segstudio.ui.dashboard.dashboard import Dashboard


class FakeEvaluation:
    """The part of the evaluation desk that the dashboard shows."""

    def __init__(self) -> None:
        self.choice_changed: Signal[()] = Signal()
        self.selection_comparison: Comparison | None = None
        self.selected_keys: frozenset[str] = frozenset()
        self.history_points: tuple[HistoryPoint, ...] = ()
        self.mious: dict[str, float | None] = {}
        self.candidate_name = ""
        self.by_annotator = False
        self.missing = 0


class FakeSession:
    """The part of a session that dashboard and class list hear; attributes are set by the test."""

    def __init__(self) -> None:
        self.project_changed: Signal[Project | None] = Signal()
        self.current_changed: Signal[ImageEntry | None] = Signal()
        self.document_changed: Signal[Document | None] = Signal()
        self.prediction_changed: Signal[Prediction | None] = Signal()
        self.dirty_changed: Signal[bool] = Signal()
        self.scores_changed: Signal[()] = Signal()
        self.table_changed: Signal[()] = Signal()
        self.model_changed: Signal[()] = Signal()
        self.saved: Signal[str] = Signal()
        self.project: Project | None = None
        self.table: ClassTable | None = None
        self.current: ImageEntry | None = None
        self.document: Document | None = None
        self.prediction: Prediction | None = None
        self.dirty = False
        self.evaluation = FakeEvaluation()
        self.problem_changed: Signal[str] = Signal()
        self.image_problem = ""
        self.model = ModelState(ModelPhase.READY, "model", "cpu")
        self.image_comparison: Comparison | None = None
        self.dataset_comparison: Comparison | None = None

    def open(self, table: ClassTable, has_label: bool = False) -> None:
        """As after the prediction of the first image arrived. Widgets only ask whether these things exist."""
        self.table = table
        self.project = cast(Project, object())
        self.document = cast(Document, object())
        self.prediction = cast(Prediction, object())
        self.current = ImageEntry("a", Path("a.jpg"), Path("a.png"), has_label)
        self.project_changed.emit(self.project)
        self.table_changed.emit()

    def compare(
        self, image: Comparison | None = None, dataset: Comparison | None = None, *, silent: bool = False
    ) -> None:
        self.image_comparison, self.dataset_comparison = image, dataset
        if not silent:
            self.scores_changed.emit()


def make_comparison(
    counts: Counts,
    *,
    outside: Counts | None = None,
    scope: str = "a",
    model: str = "m",
    share: float | None = 0.375,
    images: int = 1,
    pending: int = 0,
) -> Comparison:
    """A comparison of these counts (int64 N×N, rows are truth)."""
    n = counts.shape[0]
    matrix = ConfusionMatrix(counts, outside if outside is not None else np.zeros(n, np.int64))
    context = ComparisonContext(1, model, model, "reviewed pixels", "t", n, 255, scope)
    return comparison_of(matrix, context, reviewed_share=share, images=images, images_pending=pending)


@pytest.fixture(autouse=True)
def dark(qapp: QApplication) -> None:
    """The dashboard's colours and fonts come from the theme."""
    theme.install(qapp, "dark")


@pytest.fixture
def session() -> FakeSession:
    return FakeSession()


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def comparison() -> Callable[..., Comparison]:
    return make_comparison


@pytest.fixture
def three() -> ClassTable:
    return table_of(("road", "sky", "car"))


@pytest.fixture
def dashboard(qtbot: QtBot, session: Any, settings: Settings) -> Iterator[Dashboard]:
    widget = Dashboard(session, settings)
    qtbot.addWidget(widget)
    widget.resize(1280, 222)
    widget.show()
    yield widget
    widget.detach()
