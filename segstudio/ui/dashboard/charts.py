"""The right part of the dashboard: bars and matrix of one scope, or a sentence on how to get them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from segstudio.core.classes import ClassTable
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.ui.controls.segmented import Choice, Segmented
from segstudio.ui.dashboard.figures import DATASET, IMAGE, SELECTION, score_text
from segstudio.ui.dashboard.iou_bars import IouBars, absent_last, bar_rows, worst_first
from segstudio.ui.dashboard.labels import column, header, note, title
from segstudio.ui.dashboard.painting import face
from segstudio.ui.dashboard.side import Side
from segstudio.ui.dashboard.situation import Situation
from segstudio.ui.dashboard.source import EvaluationFigures
from segstudio.ui.icons import icon
from segstudio.ui.theme import theme

BY_CLASS = "class"
WORST_FIRST = "worst"
"""Values of the setting `dashboard.order`."""

_GAP = 8
_MOST_SIDE = 560
_ROOM_FOR_NOTE = 480


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """What a person chose to see: values of the settings `dashboard.scope`, `.order` and `.side`."""

    scope: str
    order: str
    side: str


class Charts(QWidget):
    """IoU bars, and beside them matrix, history or distribution; `scope_chosen` and `order_chosen` only tell a wish."""

    scope_chosen = Signal(str)
    order_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = IouBars()
        self.side = Side()
        self.room = 0
        """The width that is meant for them; what they got may be more, where neighbours were squeezed."""
        self._build()
        theme().changed.connect(self._restyle)
        self._restyle()

    @property
    def invitation_text(self) -> str:
        """How to get the first figure; empty while bars are shown."""
        return self._sentence.text() if self._body.currentIndex() == 1 else ""

    @property
    def least_width(self) -> int:
        """Of the bars alone: with less, their switch would be cut."""
        return self.scope_choice.minimumSizeHint().width() + _GAP + self.order_button.sizeHint().width()

    def show_situation(
        self,
        situation: Situation,
        table: ClassTable | None,
        choice: ChartChoice,
        figures: EvaluationFigures,
        current: str,
    ) -> None:
        """Show the comparison of the chosen scope, or why there is none. `current`: key of the current image."""
        scope = choice.scope
        self.scope_choice.set_value(scope)
        self.order_button.setChecked(choice.order == WORST_FIRST)
        comparison = situation.comparison(scope)
        there = table is not None and comparison is not None and situation.has_figures(scope)
        self._header.setVisible(not situation.empty)
        self._body.setCurrentIndex(0 if there else 1)
        self.order_button.setVisible(there)
        spare = self.room - self.least_width
        beside = not situation.empty and spare >= self.side.least_width
        self.side.setVisible(beside)
        words = self._title.sizeHint().width() + _GAP
        self._title.setVisible(spare - (self.side.least_width if beside else 0) >= words)
        if not situation.empty:
            self.side.show_page(choice.side, scope, comparison if there else None, table, figures, current)
        if table is not None and comparison is not None and there:
            self._show_comparison(comparison, table, choice.order)
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

    def _build(self) -> None:
        self.scope_choice = Segmented(
            (
                Choice(IMAGE, self.tr("Image"), self.tr("Bars and matrix show the current image")),
                Choice(DATASET, self.tr("Data set"), self.tr("Bars and matrix show all labelled images")),
                Choice(
                    SELECTION,
                    self.tr("Selection"),
                    self.tr(
                        "Bars and matrix show the images that are selected in the list (Ctrl or Shift + click)"
                    ),
                ),
            ),
            self.tr("What bars and matrix show"),
        )
        self.scope_choice.chosen.connect(self.scope_chosen)
        self.order_button = QToolButton()
        self.order_button.setIcon(icon("mdi6.sort-ascending", "dim"))
        self.order_button.setIconSize(QSize(16, 16))
        self.order_button.setCheckable(True)
        self.order_button.setAccessibleName(self.tr("Worst classes first"))
        self.order_button.setToolTip(self.tr("Worst classes first; otherwise in class order"))
        self.order_button.clicked.connect(
            lambda on: self.order_chosen.emit(WORST_FIRST if on else BY_CLASS)
        )
        self._mean_note = note("")
        self._mean_note.setToolTip(self.tr("The tick on each bar is the mean, mIoU"))
        self._title = title(self.tr("IoU per class"))
        self._header = header(self._title, self._mean_note, None, self.scope_choice, self.order_button)
        self._body = QStackedWidget()
        self._body.addWidget(self.bars)
        self._body.addWidget(self._build_invitation())
        self.side.setMaximumWidth(_MOST_SIDE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column(self._header, self._body), 5)
        row.addWidget(self.side, 4)

    def _build_invitation(self) -> QWidget:
        self._sign, self._sentence, self._why = QLabel(), QLabel(), note("")
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
