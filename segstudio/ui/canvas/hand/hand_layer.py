"""What is drawn over the image for the hand: tip, open gesture, border of the selection and of a preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from segstudio.core.classes import ClassTable
from segstudio.core.geometry import Rect
from segstudio.labels.tools import ToolSpec
from segstudio.ui.canvas.gestures.stroke import StrokeGesture
from segstudio.ui.canvas.hand.hand import Hand
from segstudio.ui.canvas.hand.marching import Border
from segstudio.ui.canvas.hand.sketch import paint_line, paint_sketch, paint_unpainted, sketch_rect, way_rect
from segstudio.ui.canvas.rendering.cursor import paint_tip, tip_rect
from segstudio.ui.canvas.viewport import Point, Viewport
from segstudio.ui.tool_state import ToolState

_LEFT_ALONE = QColor(150, 150, 150)
_TIPPED = {"stroke", "scribble"}
_PAINTING = {"brush", "smart_brush", "superpixel", "watershed"}
"""Tips that paint the active class: their ring has its colour, that of others is dashed."""


@dataclass
class HandLayer:
    """Drawn from `hand` and `tools` as they are; the borders are set by others."""

    hand: Hand
    tools: ToolState
    table: Callable[[], ClassTable | None]
    borders: tuple[Border, ...]

    def tip(self, pointer: Point | None, viewport: Viewport | None) -> tuple[Point, float] | None:
        """Centre and radius of the tip's outline in device pixels; None when there is none to draw."""
        if pointer is None or viewport is None or self.hand.spec.kind not in _TIPPED:
            return None
        gesture = self.hand.gesture
        if gesture is None:
            radius = self.tools.radius
        else:
            radius = gesture.radius if isinstance(gesture, StrokeGesture) else gesture.grip.radius
        return pointer, radius * viewport.zoom

    def drawn(self, pointer: Point | None, viewport: Viewport | None) -> QRect:
        """What tip and gesture cover, in device pixels."""
        found = QRect()
        tip = self.tip(pointer, viewport)
        if tip is not None:
            found = tip_rect(*tip)
        if self.hand.gesture is not None and viewport is not None:
            found = found.united(sketch_rect(self.hand.gesture, viewport))
        line = self._line(pointer, viewport)
        if line is not None and viewport is not None:
            found = found.united(way_rect(line, self.tools.radius, viewport))
        return found

    def unpainted(self, viewport: Viewport | None) -> QRect:
        """What the strokes cover that were let go and are not painted yet, in device pixels."""
        found = QRect()
        if viewport is not None:
            for stroke in self.hand.unpainted:
                found = found.united(sketch_rect(stroke, viewport))
        return found

    def _line(self, pointer: Point | None, viewport: Viewport | None) -> tuple[Point, Point] | None:
        """The ends of the line that a Shift-click would draw, in image pixels."""
        start = self.hand.line_from
        if start is None or pointer is None or viewport is None:
            return None
        return start, viewport.to_image(pointer)

    def paint(
        self, painter: QPainter, pointer: Point | None, viewport: Viewport, region: Rect, unit: float
    ) -> None:
        """`unit`: device pixels per logical pixel."""
        for border in self.borders:
            border.paint(painter, viewport, region, unit)
        for stroke in self.hand.unpainted:
            paint_unpainted(
                painter, stroke, viewport, self._ink(stroke.grip.spec, stroke.grip.class_id), unit
            )
        line = self._line(pointer, viewport)
        if line is not None:
            ink = self._ink(self.hand.spec, self.tools.class_id)
            paint_line(painter, line, self.tools.radius, self.tools.shape, viewport, ink, unit)
        if self.hand.gesture is not None:
            paint_sketch(painter, self.hand.gesture, viewport, self.colour, unit)
        tip = self.tip(pointer, viewport)
        if tip is not None:
            colour = self.colour(self.tools.class_id) if self.hand.spec.id in _PAINTING else None
            paint_tip(painter, *tip, self.tools.shape, colour=colour, unit=unit)

    def _ink(self, spec: ToolSpec, class_id: int) -> QColor:
        return self.colour(class_id if spec.id in _PAINTING else None)

    def colour(self, class_id: int | None) -> QColor:
        table = self.table()
        if class_id is None or table is None:
            return _LEFT_ALONE
        return QColor(*table.colour_of(class_id))
