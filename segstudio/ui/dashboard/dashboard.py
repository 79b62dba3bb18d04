"""The dashboard at the bottom of the window: cards, bars, matrix."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from segstudio.core.settings import Settings
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.ui.controls.literal import ElidedLabel
from segstudio.ui.dashboard.cards import CARD_WIDTH, FigureCard, FigureState
from segstudio.ui.dashboard.charts import ChartChoice, Charts
from segstudio.ui.dashboard.figures import DATASET, FIGURES, IMAGE, SCOPES, SELECTION
from segstudio.ui.dashboard.frame_timer import FrameTimer
from segstudio.ui.dashboard.labels import hairline
from segstudio.ui.dashboard.painting import face
from segstudio.ui.dashboard.situation import Situation
from segstudio.ui.dashboard.source import ScoreSource
from segstudio.ui.dashboard.text_copy import as_text
from segstudio.ui.dashboard.trend import Trend
from segstudio.ui.icons import BESIDE_WORDS, icon
from segstudio.ui.theme import PADDING

_SCOPE, _ORDER, _SIDE = "dashboard.scope", "dashboard.order", "dashboard.side"
_HEIGHT = 226
_LEAST_HEIGHT = 196
_COMPACT_HEIGHT = 140
_CARD_GAP = 21
_CARDS_SHARE = 0.42
_MOST_GROWTH = 1.4


class Dashboard(QWidget):
    """Shows the session's comparisons; never computes more than what is on screen, once a frame."""

    class_clicked = Signal(int)
    """A bar was clicked: the class's id."""
    cell_clicked = Signal(int, int)
    """A cell of the matrix was clicked: ids of truth and prediction, −1 for 'outside'."""
    bar_clicked = Signal(int)
    """A bar of the distribution was clicked: see `histogram.bar_of`."""
    image_clicked = Signal(str)
    """A step of the history was clicked: the key of its image."""

    def __init__(self, session: ScoreSource, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._compact = False
        self._situation: Situation | None = None
        self._trends = {(spec.id, scope): Trend() for spec in FIGURES for scope in SCOPES}
        self._states: dict[tuple[str, str], FigureState] = {}
        self.cards = {spec.id: FigureCard(spec) for spec in FIGURES}
        self.charts = Charts()
        self.setAccessibleName(self.tr("Dashboard"))
        self._timer = FrameTimer(self, self.refresh)
        self._build()
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
            session.problem_changed.connect(lambda _problem: self._timer.request()),
            session.evaluation.choice_changed.connect(self._timer.request),
            settings.changed.connect(self._on_setting),
        ]
        self._timer.request()

    # For the window

    @property
    def scope(self) -> str:
        """'image', 'dataset' or 'selection': what bars and matrix show. Kept in the settings."""
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
    def side(self) -> str:
        """'matrix', 'history' or 'images': what stands beside the bars. Kept in the settings."""
        return self._settings.text(_SIDE)

    def set_side(self, side: str) -> None:
        self._settings.set(_SIDE, side)

    def set_compare_menu(self, menu: QMenu) -> None:
        """What the button below the figures opens."""
        self.compare_button.setMenu(menu)

    def show_candidate(self, name: str) -> None:
        """Name the folder that is compared; '' is the model."""
        self.compare_button.setText(self.tr("Compare: {who}").format(who=name or self.tr("prediction")))

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
        return self._states.get((figure_id, scope), FigureState()).spoken()

    @property
    def compared_lines(self) -> tuple[str, str]:
        """What the image's and the data set's figures compare, as shown below the cards."""
        return self._image_line.text(), self._dataset_line.text()

    @property
    def invitation_text(self) -> str:
        """How to get the first figure; empty while there are figures."""
        return self.charts.invitation_text

    def text(self) -> str:
        """Everything as tab separated text."""
        situation = self._situation or Situation.of(self._session)
        figures = {key: tuple(self._state(key, scope, situation) for scope in SCOPES) for key in self.cards}
        comparisons = {scope: situation.comparison(scope) for scope in SCOPES}
        return as_text(figures, self.compared_lines, self._session.table, comparisons, self.scope)

    def refresh(self) -> None:
        """Show the session as it is now (otherwise done by itself within a frame)."""
        situation = Situation.of(self._session)
        self._situation = situation
        for scope in SCOPES:
            self._observe(scope, situation.comparison(scope))
        lower = SELECTION if self.scope == SELECTION else DATASET
        title = self.tr("Selection") if lower == SELECTION else self.tr("Data set")
        for spec in FIGURES:
            for scope in SCOPES:
                self._states[spec.id, scope] = self._state(spec.id, scope, situation)
            self.cards[spec.id].show_states(
                self._states[spec.id, IMAGE], self._states[spec.id, lower], title
            )
        self._show_lines(situation)
        if not self._compact:
            entry = self._session.current
            self.charts.show_situation(
                situation,
                self._session.table,
                ChartChoice(self.scope, self.order, self.side),
                self._session.evaluation,
                entry.key if entry is not None else "",
            )

    # Assembly

    def _build(self) -> None:
        self._image_line, self._dataset_line = ElidedLabel(self), ElidedLabel(self)
        for line in (self._image_line, self._dataset_line):
            line.setProperty("dim", True)
            line.setFont(face(self.font(), 12))
            line.setMinimumWidth(40)
        row = QHBoxLayout()
        row.setSpacing(0)
        for index, card in enumerate(self.cards.values()):
            if index:
                row.addSpacing(_CARD_GAP // 2)
                row.addWidget(hairline())
                row.addSpacing(_CARD_GAP // 2)
            row.addWidget(card, 1)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 6, 0, 0)
        left.setSpacing(0)
        left.addLayout(row)
        left.addSpacing(PADDING + 2)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._image_line)
        lines.addWidget(self._dataset_line)
        below = QHBoxLayout()
        below.setSpacing(PADDING)
        below.addLayout(lines, 1)
        below.addWidget(self._make_compare_button(), 0, Qt.AlignmentFlag.AlignTop)
        left.addLayout(below)
        left.addStretch(1)
        self._divider = hairline()
        self.charts.scope_chosen.connect(self.set_scope)
        self.charts.order_chosen.connect(self.set_order)
        self.charts.bars.class_clicked.connect(self.class_clicked)
        side = self.charts.side
        side.page_chosen.connect(self.set_side)
        side.heat_map.cell_clicked.connect(self.cell_clicked)
        side.histogram.bar_clicked.connect(self.bar_clicked)
        side.history.image_clicked.connect(self.image_clicked)
        self._outer = QHBoxLayout(self)
        self._outer.setContentsMargins(PADDING, 4, PADDING, PADDING - 2)
        self._outer.setSpacing(0)
        self._outer.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._outer.addWidget(self._left)
        self._outer.addSpacing(PADDING)
        self._outer.addWidget(self._divider)
        self._outer.addSpacing(PADDING)
        self._outer.addWidget(self.charts, 1)
        self._fix_height()

    def _make_compare_button(self) -> QToolButton:
        button = self.compare_button = QToolButton()
        button.setObjectName("compare")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(icon("mdi6.compare", "dim"))
        button.setIconSize(BESIDE_WORDS)
        button.setMaximumWidth(220)
        button.setToolTip(
            self.tr("Who is compared with your labels: the model, another model, a second annotator")
        )
        button.setAccessibleName(self.tr("Compare with"))
        self.show_candidate("")
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fix_widths()
        self._timer.request()

    def _fix_widths(self) -> None:
        """The cards take their share of the width within bounds; charts that have no room are left out."""
        room = self.width() - 2 * PADDING
        least = len(self.cards) * CARD_WIDTH + (len(self.cards) - 1) * _CARD_GAP
        beside = room - 2 * PADDING - 1
        charts = not self._compact and beside >= least + self.charts.least_width
        self.charts.setVisible(charts)
        self._divider.setVisible(charts)
        wanted = round(
            max(
                least,
                min(least * _MOST_GROWTH, self.width() * _CARDS_SHARE, beside - self.charts.least_width),
            )
        )
        self.charts.room = beside - wanted
        self._left.setFixedWidth(wanted if charts else max(1, room))

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
        rest, of_edits = 0, False
        if scope == DATASET:
            image, entry = self._session.image_comparison, self._session.current
            rest = _beside(comparison, image)
            alone = image is not None and image.matrix == comparison.matrix
            of_edits = alone and entry is not None and not entry.has_label
        for spec in FIGURES:
            self._trends[spec.id, scope].observe(
                spec.read(comparison.scores), subject, comparison.images_pending, rest, of_edits=of_edits
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
            (
                self._dataset_line,
                situation.selection_line() if self.scope == SELECTION else situation.dataset_line(),
            ),
        ):
            if label.text() != text:
                label.setText(text)

    def _on_saved(self, key: str) -> None:
        """What is on disk is the new baseline. The figures of this very moment count, not those of the last frame."""
        entry = self._session.current
        for scope, comparison in (
            (IMAGE, self._session.image_comparison if entry is not None and entry.key == key else None),
            (DATASET, self._session.dataset_comparison),
            (SELECTION, self._session.evaluation.selection_comparison),
        ):
            if comparison is not None:
                self._observe(scope, comparison)
                for spec in FIGURES:
                    self._trends[spec.id, scope].mark_saved()
        self._timer.request()

    def _on_setting(self, key: str) -> None:
        if key in (_SCOPE, _ORDER, _SIDE):
            self._timer.request()

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


def _beside(dataset: Comparison, image: Comparison | None) -> int:
    """A number that stays while only the image that is edited moves the data set's figures."""
    counts, outside = dataset.matrix.counts, dataset.matrix.outside
    if image is not None and image.matrix.counts.shape == counts.shape:
        counts, outside = counts - image.matrix.counts, outside - image.matrix.outside
    return hash((counts.tobytes(), outside.tobytes()))
