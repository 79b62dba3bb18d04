"""An open gesture as it is drawn: corners, line, box or marks, in device pixels of the view."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from segstudio.labels.areas.brush import Point, TipShape
from segstudio.ui.canvas.gestures.box import BoxGesture
from segstudio.ui.canvas.gestures.lasso import LassoGesture
from segstudio.ui.canvas.gestures.patient_stroke import PatientStroke
from segstudio.ui.canvas.gestures.polygon import PolygonGesture
from segstudio.ui.canvas.gestures.scribble import ScribbleGesture
from segstudio.ui.canvas.hand.hand import CLOSE_WITHIN, AnyGesture
from segstudio.ui.canvas.rendering.cursor import brightened, paint_polygon
from segstudio.ui.canvas.viewport import Viewport

_MARGIN = 12
_TINT = 0.35
_LIGHT = 0.45
_SELECTS = QColor(255, 255, 255)
Colour = Callable[[int | None], QColor]
"""Of a class; of None: 'leave this as it is'."""


def sketch_rect(gesture: AnyGesture, viewport: Viewport) -> QRect:
    """What the drawing covers; empty for a stroke that is seen in the mask."""
    reach = gesture.grip.radius if isinstance(gesture, ScribbleGesture) else 0.0
    return way_rect(
        _points(gesture), gesture.widest if isinstance(gesture, PatientStroke) else reach, viewport
    )


def way_rect(points: Sequence[Point], radius: float, viewport: Viewport) -> QRect:
    """What a line through these image points covers that is drawn with a tip of this radius."""
    if not points:
        return QRect()
    reach = _MARGIN + radius * viewport.zoom
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
            _paint_mark(painter, path, gesture.grip.radius, viewport, colour(class_id), unit)
    painter.restore()


def paint_unpainted(
    painter: QPainter, stroke: PatientStroke, viewport: Viewport, colour: QColor, unit: float
) -> None:
    """Where a stroke went that is not in the mask yet: as light as the line that Shift shows."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for way in stroke.ways:
        line = _thinned(way, viewport)
        for pen in (_light_pen(colour, stroke.widest, viewport, unit), *_line_pens(unit)):
            painter.setPen(pen)
            if len(line) == 1:
                painter.drawPoint(line[0])
            else:
                painter.drawPolyline(line)
    painter.restore()


def paint_line(
    painter: QPainter,
    ends: tuple[Point, Point],
    radius: float,
    shape: TipShape,
    viewport: Viewport,
    colour: QColor,
    unit: float,
) -> None:
    """The line that a Shift-click would draw, as wide as the tip, and its middle."""
    first, last = (QPointF(*viewport.to_view(end)) for end in ends)
    pen = _light_pen(colour, radius, viewport, unit)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    if shape == "round":
        painter.setPen(pen)
        painter.drawLine(first, last)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        painter.drawPolygon(_square_way(first, last, radius * viewport.zoom))
    for pen in _line_pens(unit):
        painter.setPen(pen)
        painter.drawLine(first, last)
    painter.restore()


def _light_pen(colour: QColor, radius: float, viewport: Viewport, unit: float) -> QPen:
    body = brightened(colour)
    body.setAlphaF(_LIGHT)
    wide = max(2 * radius * viewport.zoom, unit)
    return QPen(body, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _square_way(first: QPointF, last: QPointF, radius: float) -> QPolygonF:
    corners = [
        (end.x() + dx, end.y() + dy)
        for end in (first, last)
        for dx in (-radius, radius)
        for dy in (-radius, radius)
    ]
    hull = cv2.convexHull(np.array(corners, np.float32)).reshape(-1, 2)
    return QPolygonF([QPointF(float(x), float(y)) for x, y in hull])


def _paint_lasso(
    painter: QPainter, gesture: LassoGesture, viewport: Viewport, colour: QColor, unit: float
) -> None:
    line = _thinned(gesture.points, viewport)
    if not gesture.grip.spec.heavy:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_tint(colour))
        painter.drawPolygon(line, Qt.FillRule.OddEvenFill)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in _line_pens(unit, faint=gesture.grip.spec.heavy):
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
    if not gesture.grip.spec.heavy:  # else what is inside is not what will be: a preview says that
        painter.fillPath(shape, _tint(colour))
    for pen in _line_pens(unit):
        painter.strokePath(shape, pen)


def _paint_mark(
    painter: QPainter,
    path: list[Point],
    radius: float,
    viewport: Viewport,
    colour: QColor,
    unit: float,
) -> None:
    line = _thinned(path, viewport)
    body = QColor(colour)
    body.setAlphaF(0.8)
    width = max(2 * radius * viewport.zoom, 2 * unit)
    for ink, wide in ((QColor(0, 0, 0, 150), width + 2 * unit), (body, width)):
        pen = QPen(ink, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if len(line) == 1:
            painter.drawPoint(line[0])
        else:
            painter.drawPolyline(line)


def _line_pens(unit: float, *, faint: bool = False) -> tuple[QPen, QPen]:
    """A dark rim under a light line: seen on any image. `faint`: where the answer beside it matters more."""
    rim, line = (70, 150) if faint else (150, 255)
    return QPen(QColor(0, 0, 0, rim), 3.4 * unit), QPen(QColor(255, 255, 255, line), 1.4 * unit)


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
    if isinstance(gesture, PatientStroke):
        return [point for way in gesture.ways for point in way]
    if isinstance(gesture, ScribbleGesture):
        return [point for path, _ in gesture.paths for point in path]
    return ()


def _low(points: Sequence[Point]) -> Point:
    return min(p[0] for p in points), min(p[1] for p in points)


def _high(points: Sequence[Point]) -> Point:
    return max(p[0] for p in points), max(p[1] for p in points)
