"""What the dashboard and the class list need of a session, and no more."""

from __future__ import annotations

from typing import Protocol

from segstudio.core.classes import ClassTable
from segstudio.core.prediction import Prediction
from segstudio.core.signal import Signal
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.engine.evaluation.score_history import HistoryPoint
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.project import Project
from segstudio.engine.views import ModelState
from segstudio.labels.document import Document
from segstudio.metrics.scores import Score


class EvaluationFigures(Protocol):
    """The part of `engine.desks.evaluation_desk.EvaluationDesk` that the dashboard shows; see there."""

    choice_changed: Signal[()]

    @property
    def selection_comparison(self) -> Comparison | None: ...
    @property
    def selected_keys(self) -> frozenset[str]: ...
    @property
    def history_points(self) -> tuple[HistoryPoint, ...]: ...
    @property
    def mious(self) -> dict[str, Score]: ...
    @property
    def candidate_name(self) -> str: ...
    @property
    def by_annotator(self) -> bool: ...
    @property
    def missing(self) -> int: ...


class ScoreSource(Protocol):
    """The part of `engine.session.Session` that has to do with scores; see there for the meaning of each."""

    project_changed: Signal[Project | None]
    current_changed: Signal[ImageEntry | None]
    document_changed: Signal[Document | None]
    prediction_changed: Signal[Prediction | None]
    dirty_changed: Signal[bool]
    scores_changed: Signal[()]
    table_changed: Signal[()]
    model_changed: Signal[()]
    saved: Signal[str]
    problem_changed: Signal[str]

    @property
    def evaluation(self) -> EvaluationFigures: ...
    @property
    def project(self) -> Project | None: ...
    @property
    def table(self) -> ClassTable | None: ...
    @property
    def current(self) -> ImageEntry | None: ...
    @property
    def document(self) -> Document | None: ...
    @property
    def image_problem(self) -> str: ...
    @property
    def prediction(self) -> Prediction | None: ...
    @property
    def dirty(self) -> bool: ...
    @property
    def model(self) -> ModelState: ...
    @property
    def image_comparison(self) -> Comparison | None: ...
    @property
    def dataset_comparison(self) -> Comparison | None: ...
