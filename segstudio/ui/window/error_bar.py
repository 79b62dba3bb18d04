"""What the error map shows, over the top of the canvas: in words, with its colours, and a way from region to region."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.controls.chip import Chip
from segstudio.ui.icons import icon
from segstudio.ui.theme import tabular, theme, tokens

_TOP, _HEIGHT, _GAP = 10, 30, 6
_PLACING = {QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize}
_LEAST, _BUTTONS = 150, 3 * 26 + 34


class ErrorBar(Chip):
    """A child of the canvas, kept at the middle of its top; below what lies over that."""

    step_wanted = Signal(int)
    """1: the next region, −1: the previous one."""

    def __init__(self, canvas: CanvasView, previous_tip: str, next_tip: str) -> None:
        super().__init__(canvas.tr("Show all errors again"), canvas)
        self._canvas = canvas
        self._above: QWidget | None = None
        self.setObjectName("canvas_bar")
        self.row.setContentsMargins(10, 2, 4, 2)
        self._legend_parts: tuple[tuple[str, str], ...] = ()
        self.legend = QLabel(self)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setFont(tabular(self.legend.font()))
        self.place = QLabel(self)
        self.place.setProperty("dim", True)
        self.place.setFont(tabular(self.place.font()))
        self.previous_button = self._button("mdi6.chevron-left", previous_tip, -1)
        self.next_button = self._button("mdi6.chevron-right", next_tip, 1)
        for part in (self.legend, self.place, self.previous_button, self.next_button):
            self.row.insertWidget(self.row.count() - 1, part)
        canvas.installEventFilter(self)
        theme().changed.connect(self._restyle)
        self.hide()

    def show_state(self, text: str, place: str, *, filtered: bool) -> None:
        """`place`: such as '2 of 14'. `filtered`: whether there is a filter that can be ended."""
        self.set_text(text)
        self.place.setText(place)
        self.close_button.setVisible(filtered)
        self._lay()

    def set_legend(self, parts: tuple[tuple[str, str], ...]) -> None:
        """(colour token, words) of what is shown in several colours."""
        self._legend_parts = parts
        t = tokens()
        html = "&nbsp;&nbsp;".join(
            f"<span style='color:{t.colour(role).name()}'>■</span>&nbsp;{escape(words)}"
            for role, words in parts
        )
        self.legend.setText(html)
        self._lay()

    def _restyle(self) -> None:
        self.set_legend(self._legend_parts)

    def keep_below(self, widget: QWidget) -> None:
        """Stand below this one, which lies over the canvas's top, while it is seen."""
        self._above = widget
        widget.installEventFilter(self)
        self._lay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PLACING if watched is self._above else event.type() == QEvent.Type.Resize:
            self._lay()
        return False

    def _top(self) -> int:
        above = self._above
        if above is None or above.isHidden():
            return _TOP
        return self._canvas.mapFromGlobal(above.mapToGlobal(QPoint(0, above.height()))).y() + _GAP

    def _lay(self) -> None:
        words = self.text_width() + self.place.sizeHint().width() + _BUTTONS
        legend = self.legend.sizeHint().width() if self._legend_parts else 0
        room = self._canvas.width() - 24
        self.legend.setVisible(bool(legend) and words + legend <= room)  # the words matter more
        width = max(_LEAST, min(words + (legend if self.legend.isVisibleTo(self) else 0), room))
        self.setGeometry((self._canvas.width() - width) // 2, self._top(), width, _HEIGHT)

    def _button(self, glyph: str, tip: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(glyph))
        button.setFixedSize(24, 24)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.step_wanted.emit(step))
        return button
