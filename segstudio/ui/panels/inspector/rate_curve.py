"""How many weights of an atrous kernel still lie on the map, by rate: the curve of DeepLabV3's figure 4."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from segstudio.core.inspection import RateWeights
from segstudio.ui.controls.literal import literal_tip
from segstudio.ui.controls.painting import painting
from segstudio.ui.dashboard.painting import face, text_width
from segstudio.ui.theme import Tokens, theme, tokens

_HEIGHT = 150
_FONT = 11
_LEFT_MARGIN, _TOP, _BOTTOM = 42, 22, 22

_Line = tuple[str, str, list[float], Callable[[RateWeights], float]]


class RateCurve(QWidget):
    """Shares of the cells at which all nine weights, some, or only the centre lie on the map. Told apart by dashes and
    by names at the lines; the model's own rates are marked below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[RateWeights, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Valid weights by rate"))
        theme().changed.connect(self.update)

    def show_rows(self, rows: Sequence[RateWeights]) -> None:
        if tuple(rows) == self.rows:
            return
        self.rows = tuple(rows)
        self.setAccessibleDescription("; ".join(self.words(row) for row in self.rows if row.own))
        self.update()

    def words(self, row: RateWeights) -> str:
        """What holds at a rate, in a sentence."""
        return self.tr(
            "rate {0}: all 9 weights at {1} % of the cells, only the centre at {2} %, {3} on average"
        ).format(row.rate, round(100 * row.all), round(100 * row.centre), f"{row.mean:.1f}")

    def row_at(self, x: float) -> RateWeights | None:
        """The rate nearest to a horizontal position."""
        area = self._area()
        if not self.rows or area.width() <= 0:
            return None
        rate = 1 + (x - area.left()) / area.width() * (self.rows[-1].rate - 1)
        return min(self.rows, key=lambda row: abs(row.rate - rate))

    def sizeHint(self) -> QSize:
        return QSize(220, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, _HEIGHT)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.row_at(event.pos().x())
            QToolTip.showText(event.globalPos(), literal_tip(self.words(row)) if row else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        t = tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(face(self.font(), _FONT))
        area = self._area()
        self._paint_axes(painter, area, t)
        if len(self.rows) < 2:
            return
        lines: tuple[_Line, ...] = (
            (self.tr("only the centre"), "warn", [2, 2], lambda row: row.centre),
            (self.tr("some"), "dim", [5, 3], lambda row: row.some),
            (self.tr("all 9"), "accent", [], lambda row: row.all),
        )
        for _, colour, dashes, value in lines:
            pen = QPen(t.colour(colour), 2)
            if dashes:
                pen.setDashPattern(dashes)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF([self._at(row.rate, value(row)) for row in self.rows]))
        self._paint_own(painter, area, t)
        self._paint_legend(painter, lines, t)

    def _paint_axes(self, painter: QPainter, area: QRectF, t: Tokens) -> None:
        for share in (0.0, 0.5, 1.0):
            y = area.bottom() - share * area.height()
            painter.setPen(QPen(t.colour("hairline"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(t.colour("dim"))
            painter.drawText(
                QRectF(0, y - 8, _LEFT_MARGIN - 6, 16), _RIGHT, f"{share:.0%}".replace("%", " %")
            )

    def _paint_own(self, painter: QPainter, area: QRectF, t: Tokens) -> None:
        """Ticks and numbers under the axis for the rates that the model has; numbers that would touch are left out."""
        free = -1.0
        for row in self.rows:
            if not row.own:
                continue
            foot = self._at(row.rate, 0.0)
            painter.setPen(QPen(t.colour("dim"), 1))
            painter.drawLine(foot, QPointF(foot.x(), area.top()))
            for value, colour in ((row.centre, "warn"), (row.some, "dim"), (row.all, "accent")):
                painter.setBrush(t.colour(colour))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(self._at(row.rate, value), 3, 3)
            painter.setPen(t.colour("text"))
            width = text_width(self.font(), _FONT, str(row.rate))
            if foot.x() - width / 2 > free:
                painter.drawText(QRectF(foot.x() - 20, area.bottom() + 3, 40, 16), _CENTRE, str(row.rate))
                free = foot.x() + width / 2 + 4
        last = self.rows[-1]
        words = str(last.rate)
        if not last.own and area.right() - text_width(self.font(), _FONT, words) > free:
            painter.setPen(t.colour("dim"))
            painter.drawText(QRectF(area.right() - 60, area.bottom() + 3, 60, 16), _RIGHT, words)
        painter.setPen(t.colour("dim"))
        painter.drawText(QRectF(0, area.bottom() + 3, _LEFT_MARGIN - 6, 16), _RIGHT, self.tr("rate"))

    def _paint_legend(self, painter: QPainter, lines: tuple[_Line, ...], t: Tokens) -> None:
        x = float(_LEFT_MARGIN)
        for words, colour, dashes, _ in reversed(lines):
            pen = QPen(t.colour(colour), 2)
            if dashes:
                pen.setDashPattern(dashes)
            painter.setPen(pen)
            painter.drawLine(QPointF(x, 8), QPointF(x + 16, 8))
            painter.setPen(t.colour("text"))
            width = text_width(self.font(), _FONT, words)
            painter.drawText(QRectF(x + 21, 0, width + 4, 16), _LEFT, words)
            x += 21 + width + 14

    def _area(self) -> QRectF:
        return QRectF(_LEFT_MARGIN, _TOP, self.width() - _LEFT_MARGIN - 6, _HEIGHT - _TOP - _BOTTOM)

    def _at(self, rate: int, share: float) -> QPointF:
        area, last = self._area(), max(self.rows[-1].rate, 2)
        return QPointF(
            area.left() + (rate - 1) / (last - 1) * area.width(), area.bottom() - share * area.height()
        )


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
