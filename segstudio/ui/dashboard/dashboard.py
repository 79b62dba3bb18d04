"""The dashboard at the bottom of the window: cards, bars, matrix."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QFont, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from segstudio.core.settings import Settings
from segstudio.engine.comparison import Comparison
from segstudio.ui.controls.segmented import Choice, Segmented
from segstudio.ui.dashboard.cards import CARD_WIDTH, FigureCard, FigureState
from segstudio.ui.dashboard.figures import DATASET, FIGURES, IMAGE, SCOPES, score_text
from segstudio.ui.dashboard.frame_timer import FrameTimer
from segstudio.ui.dashboard.heat_map import HeatMap
from segstudio.ui.dashboard.iou_bars import IouBars, absent_last, bar_rows, worst_first
from segstudio.ui.dashboard.matrix_view import MatrixView
from segstudio.ui.dashboard.painting import face
from segstudio.ui.dashboard.situation import Situation
from segstudio.ui.dashboard.source import ScoreSource
from segstudio.ui.dashboard.text_copy import as_text
from segstudio.ui.dashboard.trend import Trend
from segstudio.ui.icons import icon
from segstudio.ui.theme import PADDING, theme

_SCOPE, _ORDER = "dashboard.scope", "dashboard.order"
_HEIGHT = 222
_LEAST_HEIGHT = 196
_COMPACT_HEIGHT = 140
_CARD_GAP = 21
_CARDS_SHARE = 0.42
_MOST_GROWTH = 1.4
_LEAST_BARS = 220
_ROOM_FOR_NOTE = 380
_LEAST_MATRIX = 270


class Dashboard(QWidget):
    """Shows the session's comparisons; never computes more than what is on screen, once a frame."""

    class_clicked = Signal(int)
    """A bar was clicked: the class's id."""
    cell_clicked = Signal(int, int)
    """A cell of the matrix was clicked: ids of truth and prediction, −1 for 'outside'."""

    def __init__(self, session: ScoreSource, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._compact = False
        self._situation: Situation | None = None
        self._trends = {(spec.id, scope): Trend() for spec in FIGURES for scope in SCOPES}
        self.cards = {spec.id: FigureCard(spec) for spec in FIGURES}
        self.bars = IouBars()
        self.heat_map = HeatMap()
        self.setAccessibleName(self.tr("Dashboard"))
        self._build()
        self._timer = FrameTimer(self, self.refresh)
        self._disconnect = [
            session.scores_changed.connect(self._timer.request),
            session.table_changed.connect(self._timer.request),
            session.model_changed.connect(self._timer.request),
            session.project_changed.connect(lambda _project: self._timer.request()),
            session.current_changed.connect(lambda _entry: self._timer.request()),
            session.document_changed.connect(lambda _document: self._timer.request()),
            session.prediction_changed.connect(lambda _prediction: self._timer.request()),
            session.dirty_changed.connect(lambda _dirty: self._timer.request()),
            session.saved.connect(self._on_saved),
            settings.changed.connect(self._on_setting),
        ]
        theme().changed.connect(self._restyle)
        self._restyle()
        self._timer.request()

    # For the window

    @property
    def scope(self) -> str:
        """'image' or 'dataset': what bars and matrix show. Kept in the settings."""
        return self._settings.text(_SCOPE)

    def set_scope(self, scope: str) -> None:
        self._settings.set(_SCOPE, scope)

    @property
    def order(self) -> str:
        """'class' or 'worst': the order of the bars. Kept in the settings."""
        return self._settings.text(_ORDER)

    def set_order(self, order: str) -> None:
        self._settings.set(_ORDER, order)

    @property
    def compact(self) -> bool:
        return self._compact

    def set_compact(self, compact: bool) -> None:
        """Fold to the figures (a narrow window), or unfold."""
        if compact == self._compact:
            return
        self._compact = compact
        for card in self.cards.values():
            card.set_compact(compact)
        self._fix_height()
        self._fix_widths()
        self.updateGeometry()

    def detach(self) -> None:
        """Hear the session no more."""
        self._timer.stop()
        for disconnect in self._disconnect:
            disconnect()
        self._disconnect.clear()

    def figure_text(self, figure_id: str, scope: str = IMAGE) -> str:
        """What a card shows, e.g. '0.688 ▲ +.011' or '– (reason)'. `figure_id`: field of `Scores`."""
        card = self.cards[figure_id]
        return (card.dataset if scope == DATASET else card.image).spoken()

    @property
    def compared_lines(self) -> tuple[str, str]:
        """What the image's and the data set's figures compare, as shown below the cards."""
        return self._image_line.text(), self._dataset_line.text()

    @property
    def invitation_text(self) -> str:
        """How to get the first figure; empty while there are figures."""
        return self._sentence.text() if self._details.currentIndex() == 1 else ""

    def text(self) -> str:
        """Everything as tab separated text."""
        situation = self._situation or Situation.of(self._session)
        figures = {key: (card.image, card.dataset) for key, card in self.cards.items()}
        comparisons = {scope: situation.comparison(scope) for scope in SCOPES}
        return as_text(figures, self.compared_lines, self._session.table, comparisons, self.scope)

    def refresh(self) -> None:
        """Show the session as it is now (otherwise done by itself within a frame)."""
        situation = Situation.of(self._session)
        self._situation = situation
        for scope in SCOPES:
            self._observe(scope, situation.comparison(scope))
        for spec in FIGURES:
            image, dataset = (self._state(spec.id, scope, situation) for scope in SCOPES)
            self.cards[spec.id].show_states(image, dataset)
        self._show_lines(situation)
        self._show_details(situation)

    # Assembly

    def _build(self) -> None:
        self._image_line, self._dataset_line = QLabel(), QLabel()
        for line in (self._image_line, self._dataset_line):
            line.setProperty("dim", True)
            line.setFont(face(self.font(), 12))
            line.setMinimumWidth(40)
        row = QHBoxLayout()
        row.setSpacing(0)
        for index, card in enumerate(self.cards.values()):
            if index:
                row.addSpacing(_CARD_GAP // 2)
                row.addWidget(_hairline())
                row.addSpacing(_CARD_GAP // 2)
            row.addWidget(card, 1)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(row)
        left.addSpacing(PADDING + 2)
        left.addWidget(self._image_line)
        left.addSpacing(2)
        left.addWidget(self._dataset_line)
        left.addStretch(1)
        self._divider = _hairline()
        self._details = QStackedWidget()
        self._details.addWidget(self._build_charts())
        self._details.addWidget(self._build_invitation())
        self._outer = QHBoxLayout(self)
        self._outer.setContentsMargins(PADDING, PADDING - 2, PADDING, PADDING - 2)
        self._outer.setSpacing(0)
        self._outer.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._outer.addWidget(self._left)
        self._outer.addSpacing(PADDING)
        self._outer.addWidget(self._divider)
        self._outer.addSpacing(PADDING)
        self._outer.addWidget(self._details, 1)
        self._fix_height()

    def _build_charts(self) -> QWidget:
        self.scope_choice = Segmented(
            (
                Choice(IMAGE, self.tr("This image"), self.tr("Bars and matrix show the current image")),
                Choice(DATASET, self.tr("Data set"), self.tr("Bars and matrix show all labelled images")),
            ),
            self.tr("What bars and matrix show"),
        )
        self.scope_choice.chosen.connect(self.set_scope)
        self.order_button = QToolButton()
        self.order_button.setIcon(icon("mdi6.sort-ascending", "dim"))
        self.order_button.setCheckable(True)
        self.order_button.setAccessibleName(self.tr("Worst classes first"))
        self.order_button.setToolTip(self.tr("Worst classes first; otherwise in class order"))
        self.order_button.clicked.connect(lambda checked: self.set_order("worst" if checked else "class"))
        self._matrix_note = QLabel()
        self._matrix_note.setProperty("dim", True)
        self._matrix_note.setFont(face(self.font(), 12))
        self.bars.class_clicked.connect(self.class_clicked)
        self.heat_map.cell_clicked.connect(self.cell_clicked)
        charts = QWidget()
        row = QHBoxLayout(charts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._mean_note = QLabel()
        self._mean_note.setProperty("dim", True)
        self._mean_note.setFont(face(self.font(), 12))
        self._mean_note.setToolTip(self.tr("The tick on each bar is the mean, mIoU"))
        bars_header = (
            self._title(self.tr("IoU per class")),
            self._mean_note,
            None,
            self.scope_choice,
            self.order_button,
        )
        row.addLayout(_column(bars_header, self.bars), 5)
        matrix_header = (self._title(self.tr("Confusion matrix")), self._matrix_note, None)
        self._matrix_side = QWidget()
        self._matrix_side.setMaximumWidth(540)
        side = QHBoxLayout(self._matrix_side)
        side.setContentsMargins(PADDING, 0, 0, 0)
        side.setSpacing(PADDING)
        side.addWidget(_hairline())
        side.addLayout(_column(matrix_header, self.heat_map), 1)
        row.addWidget(self._matrix_side, 4)
        return charts

    def _build_invitation(self) -> QWidget:
        self._sentence, self._why = QLabel(), QLabel()
        self._sentence.setFont(face(self.font(), 15, QFont.Weight.Medium))
        self._why.setProperty("dim", True)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(6)
        layout.addStretch(1)
        self._sign = QLabel()
        for label in (self._sign, self._sentence, self._why):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(1)
        return page

    def _title(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setFont(face(self.font(), 12, QFont.Weight.Medium))
        return label

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fix_widths()

    def _fix_widths(self) -> None:
        """The cards take their share of the width within bounds; charts that have no room are left out."""
        room = self.width() - 2 * PADDING
        least = len(self.cards) * CARD_WIDTH + (len(self.cards) - 1) * _CARD_GAP
        charts = not self._compact and room >= least + _LEAST_BARS
        self._details.setVisible(charts)
        self._divider.setVisible(charts)
        self._matrix_side.setVisible(room >= least + _LEAST_BARS + _LEAST_MATRIX)
        wanted = max(least, min(least * _MOST_GROWTH, self.width() * _CARDS_SHARE))
        self._left.setFixedWidth(round(wanted) if charts else max(1, room))

    def _fix_height(self) -> None:
        self.setMinimumSize(320, _COMPACT_HEIGHT if self._compact else _LEAST_HEIGHT)
        self.setMaximumHeight(_COMPACT_HEIGHT if self._compact else 3 * _HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(1200, _COMPACT_HEIGHT if self._compact else _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.minimumSize()

    # Showing

    def _observe(self, scope: str, comparison: Comparison | None) -> None:
        if comparison is None:
            return
        context = comparison.context
        subject = (context.scope, context.candidate_id, context.table_revision, context.ignore_index)
        for spec in FIGURES:
            self._trends[spec.id, scope].observe(
                spec.read(comparison.scores), subject, comparison.images_pending
            )

    def _state(self, figure_id: str, scope: str, situation: Situation) -> FigureState:
        spec = self.cards[figure_id].spec
        comparison = situation.comparison(scope)
        value = spec.read(comparison.scores) if comparison is not None else None
        if value is None:
            return FigureState(reason=situation.reason(scope, value))
        trend = self._trends[figure_id, scope]
        return FigureState(value, "", trend.change, trend.values, trend.baseline)

    def _show_lines(self, situation: Situation) -> None:
        for label, text in (
            (self._image_line, situation.image_line()),
            (self._dataset_line, situation.dataset_line()),
        ):
            if label.text() != text:
                label.setText(text)

    def _show_details(self, situation: Situation) -> None:
        if self._compact:
            return
        self._details.setCurrentIndex(1 if situation.empty else 0)
        if situation.empty:
            sentence, why = situation.invitation()
            self._sentence.setText(sentence)
            self._why.setText(why)
            return
        table, comparison = self._session.table, situation.comparison(self.scope)
        self.scope_choice.set_value(self.scope)
        self.order_button.setChecked(self.order == "worst")
        if table is None:
            return
        rows = bar_rows(table, comparison.scores if comparison else None)
        mean = comparison.scores.miou if comparison else None
        self._mean_note.setText(self.tr("│ mIoU {mean}").format(mean=score_text(mean)))
        self._mean_note.setVisible(mean is not None and self.bars.width() >= _ROOM_FOR_NOTE)
        self.bars.show_rows(worst_first(rows) if self.order == "worst" else absent_last(rows), mean)
        view = MatrixView.of(comparison.matrix, table) if comparison else None
        self.heat_map.show_view(view)
        self._matrix_note.setText(self._classes_note(view))

    def _classes_note(self, view: MatrixView | None) -> str:
        if view is None or not view.rows:
            return self.tr("nothing compared yet")
        if view.rows == view.total_classes:
            return self.tr("rows sum to 100 %")
        return self.tr("{n} of {all} classes").format(n=view.rows, all=view.total_classes)

    def _on_saved(self, key: str) -> None:
        """What is on disk is the new baseline. The figures of this very moment count, not those of the last frame."""
        entry = self._session.current
        for scope, comparison in (
            (IMAGE, self._session.image_comparison if entry is not None and entry.key == key else None),
            (DATASET, self._session.dataset_comparison),
        ):
            if comparison is not None:
                self._observe(scope, comparison)
                for spec in FIGURES:
                    self._trends[spec.id, scope].mark_saved()
        self._timer.request()

    def _on_setting(self, key: str) -> None:
        if key in (_SCOPE, _ORDER):
            self._timer.request()

    def _restyle(self) -> None:
        self._sign.setPixmap(icon("mdi6.brush-outline", "dim").pixmap(28, 28))
        self.update()

    # Menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Copy as text, copy as picture."""
        menu = QMenu(self)
        menu.addAction(self.tr("Copy as text"), lambda: QGuiApplication.clipboard().setText(self.text()))
        menu.addAction(
            self.tr("Copy as picture"), lambda: QGuiApplication.clipboard().setPixmap(self.grab())
        )
        return menu

    def closeEvent(self, event: QCloseEvent) -> None:
        self.detach()
        super().closeEvent(event)


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("hairline", True)
    line.setFixedWidth(1)
    return line


def _column(header: tuple[QWidget | None, ...], body: QWidget) -> QVBoxLayout:
    """A header of fixed height (None is a stretch) above a chart."""
    bar = QWidget()
    bar.setFixedHeight(32)
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in header:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(bar)
    column.addWidget(body, 1)
    return column
