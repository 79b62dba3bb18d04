"""The last part of the dashboard: confusion matrix, history or distribution, one at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from segstudio.core.classes import ClassTable
from segstudio.core.numerals import grouped
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.ui.controls.segmented import Choice, Segmented
from segstudio.ui.dashboard.figures import SELECTION
from segstudio.ui.dashboard.heat_map import HeatMap
from segstudio.ui.dashboard.histogram import Histogram, Spread
from segstudio.ui.dashboard.history_plot import HistoryPlot
from segstudio.ui.dashboard.labels import hairline, header, note
from segstudio.ui.dashboard.matrix_view import MatrixView
from segstudio.ui.dashboard.source import EvaluationFigures
from segstudio.ui.theme import GRID

MATRIX, HISTORY, IMAGES = "matrix", "history", "images"
"""Values of the setting `dashboard.side`."""
_ROOM_FOR_NOTE = 330


class Side(QWidget):
    """`page_chosen` only tells a wish."""

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat_map, self.history, self.histogram = HeatMap(), HistoryPlot(), Histogram()
        self._pages = {MATRIX: self.heat_map, HISTORY: self.history, IMAGES: self.histogram}
        self.page_choice = Segmented(
            (
                Choice(
                    MATRIX,
                    self.tr("Matrix"),
                    self.tr("Confusion matrix: where the pixels of each class went"),
                ),
                Choice(
                    HISTORY, self.tr("History"), self.tr("mIoU after every step and save of this session")
                ),
                Choice(IMAGES, self.tr("Images"), self.tr("How the mIoU of the images are spread")),
            ),
            self.tr("Matrix, history or images"),
        )
        self.page_choice.chosen.connect(self.page_chosen)
        self._note = note("")
        self._tips = {
            MATRIX: self.tr("Each row is a true class; a cell is its share of the row: nᵢⱼ / Σⱼ nᵢⱼ"),
            HISTORY: "",
            IMAGES: self.tr(
                "The mean is Σ mIoU / number of images, another number than the mIoU of all pixels together."
            ),
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(hairline())
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(header(self.page_choice, None, self._note))
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)

    @property
    def least_width(self) -> int:
        """With less, the switch would be cut."""
        return 2 * GRID + 1 + self.page_choice.minimumSizeHint().width()

    @property
    def note(self) -> str:
        return self._note.text()

    def show_page(
        self,
        page: str,
        scope: str,
        comparison: Comparison | None,
        table: ClassTable | None,
        figures: EvaluationFigures,
        current: str,
    ) -> None:
        """Only the page that is seen is worked out. `scope`: what `comparison` is of. `current`: key of the current image."""
        self.page_choice.set_value(page)
        self._stack.setCurrentWidget(self._pages[page])
        if page == MATRIX:
            words = self._show_matrix(comparison, table, annotator=figures.by_annotator)
        elif page == HISTORY:
            self.history.show_points(figures.history_points)
            words = ""
        else:
            words = self._show_spread(figures, current, chosen=scope == SELECTION)
        self._note.setText(words)
        self._note.setToolTip(self._tips[page])
        self._note.setVisible(bool(words) and self.width() >= _ROOM_FOR_NOTE)

    def _show_matrix(
        self, comparison: Comparison | None, table: ClassTable | None, *, annotator: bool
    ) -> str:
        if comparison is None or table is None:
            self.heat_map.show_view(None)
            return ""
        view = MatrixView.of(comparison.matrix, table, annotator=annotator)
        self.heat_map.show_view(view)
        if view.rows == view.total_classes:
            return self.tr("rows sum to 100 %")
        return self.tr("{n} of {all} classes").format(n=view.rows, all=view.total_classes)

    def _show_spread(self, figures: EvaluationFigures, current: str, *, chosen: bool) -> str:
        mious = figures.mious
        if chosen:
            mious = {key: mious[key] for key in figures.selected_keys if key in mious}
        spread = Spread.of(mious)
        self.histogram.show_spread(spread, mious.get(current))
        if not spread.images:
            return ""
        return (
            self.tr("1 image")
            if spread.images == 1
            else self.tr("{n} images").format(n=grouped(spread.images))
        )
