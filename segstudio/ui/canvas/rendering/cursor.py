"""What lies over everything: brush outline in true size, polygon in the making, pixel grid, loading line.

All coordinates are device pixels of the view.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from segstudio.core.geometry import Rect
from segstudio.labels.areas.brush import Point, TipShape
from segstudio.ui.canvas.viewport import Viewport

GRID_FROM = 16.0
"""Zoom from which pixels are parted by lines."""
_REACH = 4
_SMALL = 4.0
_CROSS = 9.0


def tip_rect(centre: Point, radius: float) -> QRect:
    """What the brush outline covers, pens included."""
    reach = max(radius, _CROSS) + _REACH
    x, y = math.floor(centre[0] - reach), math.floor(centre[1] - reach)
    return QRect(x, y, math.ceil(2 * reach) + 1, math.ceil(2 * reach) + 1)


def paint_tip(
    painter: QPainter, centre: Point, radius: float, shape: TipShape, *, colour: QColor | None, unit: float
) -> None:
    """Dark rim, class colour, light core: seen on any image. Without a colour (eraser …) the ring is dashed.

    `radius` in view pixels; `unit`: device pixels per logical pixel, so that lines look equally strong everywhere.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = centre
    ring = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    pens = [QPen(QColor(0, 0, 0, 150), 3.6 * unit)]
    if colour is None:
        dashed = QPen(QColor(255, 255, 255), 1.4 * unit)
        dashed.setDashPattern([3.0, 2.6])
        pens.append(dashed)
    else:
        pens += [QPen(QColor(255, 255, 255, 235), 2.4 * unit), QPen(colour, 1.2 * unit)]
    for pen in pens:
        painter.setPen(pen)
        if shape == "round":
            painter.drawEllipse(ring)
        else:
            painter.drawRect(ring)
        if radius < _SMALL * unit:  # too small to be found: arms point at it
            near, far = radius + 2 * unit, _CROSS * unit
            painter.drawLines(
                [QLineF(x + dx * near, y + dy * near, x + dx * far, y + dy * far)
                 for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))]
            )  # fmt: skip


def paint_polygon(
    painter: QPainter,
    corners: list[Point],
    hover: Point,
    viewport: Viewport,
    *,
    colour: QColor,
    closing: bool,
    unit: float,
) -> None:
    """Tinted inside, set sides firm, the sides to the pointer dashed, the first corner large when it would close."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    points = [QPointF(*viewport.to_view(p)) for p in corners]
    end = points[0] if closing else QPointF(*viewport.to_view(hover))
    tint = brightened(colour)
    tint.setAlphaF(0.45)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawPolygon(QPolygonF([*points, end]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    open_sides = QPen(QColor(255, 255, 255), 1.2 * unit)
    open_sides.setDashPattern([4.0, 3.0])
    for pen in (QPen(QColor(0, 0, 0, 150), 3.4 * unit), QPen(QColor(255, 255, 255), 1.4 * unit)):
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
    painter.setPen(open_sides)
    painter.drawLines([QLineF(points[-1], end), QLineF(end, points[0])])
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1.2 * unit))
    for index, point in enumerate(points):
        first = index == 0
        size = (6.5 if closing else 4.5) * unit if first else 3.0 * unit
        painter.setBrush(colour if first and closing else QColor(255, 255, 255))
        painter.drawEllipse(point, size, size)


def brightened(colour: QColor) -> QColor:
    """Light enough to be told from a dark image: a tint of black would not be seen."""
    return QColor.fromHsl(max(colour.hslHue(), 0), colour.hslSaturation(), max(colour.lightness(), 120))


def paint_grid(painter: QPainter, viewport: Viewport, region: Rect) -> None:
    """Lines between image pixels, faint enough to see the pixels."""
    shown = viewport.shown.intersect(region)
    if viewport.zoom < GRID_FROM or shown.empty:
        return
    x0, y0 = viewport.to_image((shown.x, shown.y))
    x1, y1 = viewport.to_image((shown.right, shown.bottom))
    line = QColor(128, 128, 128, 90)
    for column in range(math.ceil(x0 - 1e-6), math.floor(x1) + 1):
        painter.fillRect(round(viewport.to_view((column, 0))[0]), shown.y, 1, shown.height, line)
    for row in range(math.ceil(y0 - 1e-6), math.floor(y1) + 1):
        painter.fillRect(shown.x, round(viewport.to_view((0, row))[1]), shown.width, 1, line)


def paint_loading(painter: QPainter, width: int, position: float, colour: QColor, unit: float) -> None:
    """A slim line along the top whose bright part travels; `position` 0 … 1."""
    height = max(round(2 * unit), 1)
    part = width * 0.25
    left = (width + part) * position - part
    faint = QColor(colour)
    faint.setAlpha(60)
    painter.fillRect(QRectF(0, 0, width, height), faint)
    painter.fillRect(QRectF(left, 0, part, height), colour)
