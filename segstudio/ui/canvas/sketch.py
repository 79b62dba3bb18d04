"""An open gesture as it is drawn: corners, line, box or marks, in device pixels of the view."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from segstudio.labels.brush import Point
from segstudio.ui.canvas.cursor import brightened, paint_polygon
from segstudio.ui.canvas.gestures.box import BoxGesture
from segstudio.ui.canvas.gestures.lasso import LassoGesture
from segstudio.ui.canvas.gestures.polygon import PolygonGesture
from segstudio.ui.canvas.gestures.scribble import ScribbleGesture
from segstudio.ui.canvas.hand import CLOSE_WITHIN, AnyGesture
from segstudio.ui.canvas.viewport import Viewport

_MARGIN = 12
_TINT = 0.35
_SELECTS = QColor(255, 255, 255)
Colour = Callable[[int | None], QColor]
"""Of a class; of None: 'leave this as it is'."""


def sketch_rect(gesture: AnyGesture, viewport: Viewport) -> QRect:
    """What the drawing covers; empty for a stroke, which is seen in the mask."""
    points = _points(gesture)
    if not points:
        return QRect()
    reach = _MARGIN + (gesture.grip.radius * viewport.zoom if isinstance(gesture, ScribbleGesture) else 0)
    (left, top), (right, bottom) = viewport.to_view(_low(points)), viewport.to_view(_high(points))
    x, y = math.floor(left - reach), math.floor(top - reach)
    return QRect(x, y, math.ceil(right + reach) - x, math.ceil(bottom + reach) - y)


def paint_sketch(
    painter: QPainter, gesture: AnyGesture, viewport: Viewport, colour: Colour, unit: float
) -> None:
    """`unit`: device pixels per logical pixel."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    grip = gesture.grip
    own = (
        _SELECTS
        if grip.selects
        else colour(grip.class_id if grip.options.get("mode", "paint") == "paint" else None)
    )
    if isinstance(gesture, PolygonGesture):
        closing = gesture.would_close(gesture.hover, CLOSE_WITHIN * unit / viewport.zoom)
        paint_polygon(
            painter, gesture.corners, gesture.hover, viewport, colour=own, closing=closing, unit=unit
        )
    elif isinstance(gesture, LassoGesture):
        _paint_lasso(painter, gesture, viewport, own, unit)
    elif isinstance(gesture, BoxGesture):
        _paint_box(painter, gesture, viewport, own, unit)
    elif isinstance(gesture, ScribbleGesture):
        for path, class_id in gesture.paths:
            _paint_mark(
                painter, path, gesture.grip.radius * viewport.zoom, viewport, colour(class_id), unit
            )
    painter.restore()


def _paint_lasso(
    painter: QPainter, gesture: LassoGesture, viewport: Viewport, colour: QColor, unit: float
) -> None:
    line = _thinned(gesture.points, viewport)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_tint(colour))
    painter.drawPolygon(line, Qt.FillRule.OddEvenFill)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in _line_pens(unit):
        painter.setPen(pen)
        painter.drawPolyline(line)
    painter.setPen(_dashed(unit))
    painter.drawLine(line[-1], line[0])


def _paint_box(
    painter: QPainter, gesture: BoxGesture, viewport: Viewport, colour: QColor, unit: float
) -> None:
    first, last = (QPointF(*viewport.to_view(corner)) for corner in gesture.corners)
    box = QRectF(first, last)
    shape = QPainterPath()
    if gesture.grip.spec.id == "ellipse":
        shape.addEllipse(box)
    else:
        shape.addRect(box)
    painter.fillPath(shape, _tint(colour))
    for pen in _line_pens(unit):
        painter.strokePath(shape, pen)


def _paint_mark(
    painter: QPainter, path: list[Point], radius: float, viewport: Viewport, colour: QColor, unit: float
) -> None:
    line = _thinned(path, viewport)
    body = QColor(colour)
    body.setAlphaF(0.8)
    width = max(2 * radius, 2 * unit)
    for ink, wide in ((QColor(0, 0, 0, 150), width + 2 * unit), (body, width)):
        pen = QPen(ink, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if len(line) == 1:
            painter.drawPoint(line[0])
        else:
            painter.drawPolyline(line)


def _line_pens(unit: float) -> tuple[QPen, QPen]:
    """A dark rim under a light line: seen on any image."""
    return QPen(QColor(0, 0, 0, 150), 3.4 * unit), QPen(QColor(255, 255, 255), 1.4 * unit)


def _dashed(unit: float) -> QPen:
    pen = QPen(QColor(255, 255, 255), 1.2 * unit)
    pen.setDashPattern([4.0, 3.0])
    return pen


def _tint(colour: QColor) -> QColor:
    tint = brightened(colour)
    tint.setAlphaF(_TINT)
    return tint


def _thinned(points: Sequence[Point], viewport: Viewport) -> list[QPointF]:
    """The way in view pixels; points that fall on the same pixel as the one before are left out."""
    xy = np.asarray(points, np.float64) * viewport.zoom + viewport.origin
    cells = np.floor(xy)
    keep = np.ones(len(xy), np.bool_)
    keep[1:-1] = (cells[1:-1] != cells[:-2]).any(axis=1)
    return [QPointF(x, y) for x, y in xy[keep].tolist()]


def _points(gesture: AnyGesture) -> Sequence[Point]:
    if isinstance(gesture, PolygonGesture):
        return (*gesture.corners, gesture.hover)
    if isinstance(gesture, LassoGesture):
        return gesture.points
    if isinstance(gesture, BoxGesture):
        return gesture.corners
    if isinstance(gesture, ScribbleGesture):
        return [point for path, _ in gesture.paths for point in path]
    return ()


def _low(points: Sequence[Point]) -> Point:
    return min(p[0] for p in points), min(p[1] for p in points)


def _high(points: Sequence[Point]) -> Point:
    return max(p[0] for p in points), max(p[1] for p in points)
