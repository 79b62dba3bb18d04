"""Small things that several charts paint alike: fonts, class chips, the hatching of void."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from segstudio.core.classes import Colour
from segstudio.ui.theme import Tokens, tabular, tokens


def face(base: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """`base` at a size in pixels, with figures of equal width. Do not change the result: it is shared."""
    return _face(base.family(), pixels, weight)


def text_width(base: QFont, pixels: int, text: str) -> float:
    """Of `text` in the regular face of that size; remembered, since charts ask for the same words each frame."""
    return _width(base.family(), pixels, text)


def elided(base: QFont, pixels: int, text: str, width: int) -> str:
    """`text` cut to `width` pixels in the regular face of that size: the middle is left out, since names of classes
    differ at their ends; remembered like `text_width`."""
    return _elided(base.family(), pixels, text, width)


@lru_cache(64)
def _face(family: str, pixels: int, weight: QFont.Weight) -> QFont:
    font = tabular(QFont(family))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


@lru_cache(4096)
def _width(family: str, pixels: int, text: str) -> float:
    return QFontMetricsF(_face(family, pixels, QFont.Weight.Normal)).horizontalAdvance(text)


@lru_cache(4096)
def _elided(family: str, pixels: int, text: str, width: int) -> str:
    metrics = QFontMetrics(_face(family, pixels, QFont.Weight.Normal))
    return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width)


def draw_chip(painter: QPainter, rect: QRectF, colour: Colour | None, t: Tokens) -> None:
    """A class's colour with an outline that shows on any ground; None is void: hatching."""
    outline = QColor(t.text)
    outline.setAlphaF(0.35)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(outline, 1))
    painter.setBrush(QColor(*colour) if colour is not None else QColor(t.field))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5)
    if colour is None:
        painter.setClipRect(rect.adjusted(1, 1, -1, -1))
        painter.setPen(QPen(QColor(t.dim), 1.2))
        step, x = 4.0, rect.left() - rect.height()
        while x < rect.right():
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
            x += step
    painter.restore()


def draw_bar(painter: QPainter, rect: QRectF, share: float, fill: QColor, track: QColor) -> None:
    """A track and its filled part; any share above nothing shows at least 2 px."""
    radius = rect.height() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(track)
    painter.drawRoundedRect(rect, radius, radius)
    if share > 0:
        painter.setBrush(fill)
        filled = QRectF(rect)
        filled.setWidth(max(2.0, rect.width() * min(share, 1.0)))
        painter.drawRoundedRect(filled, min(radius, filled.width() / 2), radius)
    painter.restore()


def draw_arrow(painter: QPainter, centre: QPointF, up: bool, colour: QColor) -> None:
    """A small triangle, 8 px wide."""
    y = -3.0 if up else 3.0
    points = [QPointF(-4, -y), QPointF(4, -y), QPointF(0, y)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([centre + p for p in points]))
    painter.restore()


def paint_sentence(painter: QPainter, chart: QWidget, text: str) -> None:
    """What a chart says in its middle while it has nothing to draw."""
    painter.setFont(face(chart.font(), 12))
    painter.setPen(tokens().colour("dim"))
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    painter.drawText(QRectF(chart.rect()).adjusted(12, 0, -12, 0), flags, text)
