"""Rows of a name, a bar and a value: shares that can be for or against, and sizes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from segstudio.ui.controls.literal import literal_tip
from segstudio.ui.controls.painting import painting
from segstudio.ui.dashboard.painting import elided, face, text_width
from segstudio.ui.theme import Tokens, theme, tokens

ROW_HEIGHT = 20
_FONT = 12
_GAP = 8
_MOST_NAME = 124


@dataclass(frozen=True, slots=True)
class BarRow:
    """`share`: −1 … 1 of the longest bar that there can be, None for a row without one. `tip`: what the row means."""

    name: str
    value: str
    share: float | None
    tip: str = ""
    heading: bool = False
    """Only a name, above the rows that it belongs to."""


class BarRows(QWidget):
    """The rows, one under the other. With `signed`, bars start in the middle: to the right for, to the left against."""

    def __init__(self, name: str, parent: QWidget | None = None, *, signed: bool = False) -> None:
        super().__init__(parent)
        self.rows: tuple[BarRow, ...] = ()
        self._signed = signed
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_rows(self, rows: Sequence[BarRow]) -> None:
        shown = tuple(rows)
        if shown == self.rows:
            return
        taller = len(shown) != len(self.rows)
        self.rows = shown
        spoken = "; ".join(f"{row.name} {row.value}".strip() for row in shown)
        self.setAccessibleDescription(spoken)
        if taller:
            self.updateGeometry()
        self.update()

    def row_at(self, position: QPoint) -> BarRow | None:
        index = position.y() // ROW_HEIGHT
        return self.rows[index] if 0 <= index < len(self.rows) else None

    def sizeHint(self) -> QSize:
        return QSize(220, ROW_HEIGHT * len(self.rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, ROW_HEIGHT * len(self.rows))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.row_at(event.pos())
            tip = literal_tip(row.tip) if row is not None and row.tip else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter, event)

    def _paint(self, painter: QPainter, event: QPaintEvent) -> None:
        t = tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(face(self.font(), _FONT))
        plain = [row for row in self.rows if not row.heading]
        name_width = min(
            max((text_width(self.font(), _FONT, r.name) for r in plain), default=0), _MOST_NAME
        )
        value_width = max((text_width(self.font(), _FONT, r.value) for r in plain), default=0)
        for index, row in enumerate(self.rows):
            line = QRectF(0, index * ROW_HEIGHT, self.width(), ROW_HEIGHT)
            if line.intersects(QRectF(event.rect())):
                self._paint_row(painter, line, row, name_width, value_width, t)

    def _paint_row(
        self, painter: QPainter, line: QRectF, row: BarRow, name_width: float, value_width: float, t: Tokens
    ) -> None:
        if row.heading:
            painter.setPen(t.colour("dim"))
            painter.drawText(line, _LEFT, row.name)
            return
        painter.setPen(t.colour("text"))
        name = elided(self.font(), _FONT, row.name, int(name_width + 1))
        painter.drawText(QRectF(0, line.top(), name_width + 2, line.height()), _LEFT, name)
        painter.drawText(line, _RIGHT, row.value)
        if row.share is None:
            return
        left = name_width + _GAP
        track = QRectF(left, line.center().y() - 3.5, line.width() - left - value_width - _GAP, 7)
        if track.width() > 8:
            self._paint_bar(painter, track, row.share, t)

    def _paint_bar(self, painter: QPainter, track: QRectF, share: float, t: Tokens) -> None:
        share = max(-1.0, min(1.0, share))
        if not self._signed:
            painter.fillRect(track, t.colour("hairline"))
            painter.fillRect(
                QRectF(track.left(), track.top(), max(2.0, track.width() * share), 7), t.colour("accent")
            )
            return
        middle = track.center().x()
        length = track.width() / 2 * share
        bar = QRectF(min(middle, middle + length), track.top(), max(abs(length), 1.0), 7)
        painter.fillRect(bar, t.colour("accent" if share >= 0 else "bad"))
        painter.fillRect(QRectF(middle - 0.5, track.top() - 4, 1, 15), t.colour("dim"))


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
