"""A figure's course in a few pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from segstudio.metrics.scores import Score
from segstudio.ui.theme import Tokens

_LEAST_SPAN = 0.01
"""The smallest range of values that fills the height: a wobble in the fourth digit must not look like a leap."""


def sparkline_points(
    values: Sequence[float], baseline: Score, rect: QRectF
) -> tuple[list[QPointF], float | None]:
    """The line's points and the height of the baseline (None without one) inside `rect`."""
    shown = [*values, baseline] if baseline is not None else list(values)
    low, high = min(shown), max(shown)
    slack = max(0.0, _LEAST_SPAN - (high - low)) / 2
    low, high = low - slack, high + slack

    def height(value: float) -> float:
        return rect.bottom() - (value - low) / (high - low) * rect.height()

    step = rect.width() / max(1, len(values) - 1)
    if len(values) == 1:
        points = [QPointF(rect.left(), height(values[0])), QPointF(rect.right(), height(values[0]))]
    else:
        points = [QPointF(rect.left() + i * step, height(v)) for i, v in enumerate(values)]
    return points, None if baseline is None else height(baseline)


def draw_sparkline(
    painter: QPainter, rect: QRectF, values: Sequence[float], baseline: Score, t: Tokens
) -> None:
    """The course as a line that ends in a dot; a dotted line shows the last save."""
    if not values:
        return
    inner = rect.adjusted(1, 3, -3, -3)
    points, saved = sparkline_points(values, baseline, inner)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if saved is not None and len(values) > 1:
        pen = QPen(t.colour("dim"), 1)
        pen.setDashPattern([1, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(inner.left(), saved), QPointF(inner.right(), saved))
    pen = QPen(t.colour("accent" if len(values) > 1 else "hairline"), 1.5)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
    if len(values) > 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.colour("accent"))
        painter.drawEllipse(points[-1], 2.5, 2.5)
    painter.restore()
