"""The right part of the dashboard: bars and matrix of one scope, or a sentence on how to get them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from segstudio.core.classes import ClassTable
from segstudio.engine.comparison import Comparison
from segstudio.ui.controls.segmented import Choice, Segmented
from segstudio.ui.dashboard.figures import DATASET, IMAGE, score_text
from segstudio.ui.dashboard.heat_map import HeatMap
from segstudio.ui.dashboard.iou_bars import IouBars, absent_last, bar_rows, worst_first
from segstudio.ui.dashboard.matrix_view import MatrixView
from segstudio.ui.dashboard.painting import face
from segstudio.ui.dashboard.situation import Situation
from segstudio.ui.icons import icon
from segstudio.ui.theme import PADDING, theme

BY_CLASS = "class"
WORST_FIRST = "worst"
"""Values of the setting `dashboard.order`."""

LEAST_WIDTH = 220
_LEAST_MATRIX = 270
_MOST_MATRIX = 540
_ROOM_FOR_NOTE = 440


class Charts(QWidget):
    """IoU bars and confusion matrix with their switches; `scope_chosen` and `order_chosen` only tell a wish."""

    scope_chosen = Signal(str)
    order_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = IouBars()
        self.heat_map = HeatMap()
        self._build()
        theme().changed.connect(self._restyle)
        self._restyle()

    @property
    def invitation_text(self) -> str:
        """How to get the first figure; empty while bars are shown."""
        return self._sentence.text() if self._body.currentIndex() == 1 else ""

    def show_situation(
        self, situation: Situation, table: ClassTable | None, scope: str, order: str
    ) -> None:
        """Show the comparison of `scope`, or why there is none."""
        self.scope_choice.set_value(scope)
        self.order_button.setChecked(order == WORST_FIRST)
        comparison = situation.comparison(scope)
        there = table is not None and comparison is not None and situation.has_figures(scope)
        self._header.setVisible(not situation.empty)
        self._body.setCurrentIndex(0 if there else 1)
        self.order_button.setVisible(there)
        self._matrix_side.setVisible(there and self.width() >= LEAST_WIDTH + _LEAST_MATRIX)
        if table is not None and comparison is not None and there:
            self._show_comparison(comparison, table, order)
            return
        self._mean_note.hide()
        sentence, why = situation.invitation(scope)
        self._sentence.setText(sentence)
        self._why.setText(why)

    def _show_comparison(self, comparison: Comparison, table: ClassTable, order: str) -> None:
        rows, mean = bar_rows(table, comparison.scores), comparison.scores.miou
        self.bars.show_rows(worst_first(rows) if order == WORST_FIRST else absent_last(rows), mean)
        self._mean_note.setText(self.tr("│ mIoU {mean}").format(mean=score_text(mean)))
        self._mean_note.setVisible(mean is not None and self._body.width() >= _ROOM_FOR_NOTE)
        if QAccessible.isActive():
            self.bars.setAccessibleDescription(
                ", ".join(f"{r.name} {score_text(r.iou)}" for r in self.bars.rows)
            )
        view = MatrixView.of(comparison.matrix, table)
        self.heat_map.show_view(view)
        if view.rows == view.total_classes:
            self._matrix_note.setText(self.tr("rows sum to 100 %"))
        else:
            self._matrix_note.setText(
                self.tr("{n} of {all} classes").format(n=view.rows, all=view.total_classes)
            )

    def _build(self) -> None:
        self.scope_choice = Segmented(
            (
                Choice(IMAGE, self.tr("This image"), self.tr("Bars and matrix show the current image")),
                Choice(DATASET, self.tr("Data set"), self.tr("Bars and matrix show all labelled images")),
            ),
            self.tr("What bars and matrix show"),
        )
        self.scope_choice.chosen.connect(self.scope_chosen)
        self.order_button = QToolButton()
        self.order_button.setIcon(icon("mdi6.sort-ascending", "dim"))
        self.order_button.setCheckable(True)
        self.order_button.setAccessibleName(self.tr("Worst classes first"))
        self.order_button.setToolTip(self.tr("Worst classes first; otherwise in class order"))
        self.order_button.clicked.connect(
            lambda on: self.order_chosen.emit(WORST_FIRST if on else BY_CLASS)
        )
        self._mean_note = _note("")
        self._mean_note.setToolTip(self.tr("The tick on each bar is the mean, mIoU"))
        self._matrix_note = _note("")
        title = _title(self.tr("IoU per class"))
        self._header = _header(title, self._mean_note, None, self.scope_choice, self.order_button)
        self._body = QStackedWidget()
        self._body.addWidget(self.bars)
        self._body.addWidget(self._build_invitation())
        self._matrix_side = QWidget()
        self._matrix_side.setMaximumWidth(_MOST_MATRIX)
        side = QHBoxLayout(self._matrix_side)
        side.setContentsMargins(PADDING, 0, 0, 0)
        side.setSpacing(PADDING)
        side.addWidget(hairline())
        matrix_header = _header(_title(self.tr("Confusion matrix")), self._matrix_note, None)
        side.addLayout(_column(matrix_header, self.heat_map), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(_column(self._header, self._body), 5)
        row.addWidget(self._matrix_side, 4)

    def _build_invitation(self) -> QWidget:
        self._sign, self._sentence, self._why = QLabel(), QLabel(), _note("")
        self._sentence.setFont(face(self.font(), 15, QFont.Weight.Medium))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(6)
        layout.addStretch(1)
        for label in (self._sign, self._sentence, self._why):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(1)
        return page

    def _restyle(self) -> None:
        self._sign.setPixmap(icon("mdi6.brush-outline", "dim").pixmap(28, 28))


def hairline() -> QFrame:
    """A vertical line between parts."""
    line = QFrame()
    line.setProperty("hairline", True)
    line.setFixedWidth(1)
    return line


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setFont(face(label.font(), 12, QFont.Weight.Medium))
    return label


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("dim", True)
    label.setFont(face(label.font(), 12))
    return label


def _header(*parts: QWidget | None) -> QWidget:
    """A row of fixed height; None is a stretch."""
    header = QWidget()
    header.setFixedHeight(30)
    row = QHBoxLayout(header)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return header


def _column(header: QWidget, body: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(header)
    column.addWidget(body, 1)
    return column
