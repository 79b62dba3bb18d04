"""What is drawn over the image for the hand: tip, open gesture, border of the selection and of a preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from segstudio.core.classes import ClassTable
from segstudio.core.geometry import Rect
from segstudio.ui.canvas.cursor import paint_tip, tip_rect
from segstudio.ui.canvas.gestures.stroke import StrokeGesture
from segstudio.ui.canvas.hand import Hand
from segstudio.ui.canvas.marching import Border
from segstudio.ui.canvas.sketch import paint_sketch, sketch_rect
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
        return found

    def paint(
        self, painter: QPainter, pointer: Point | None, viewport: Viewport, region: Rect, unit: float
    ) -> None:
        """`unit`: device pixels per logical pixel."""
        for border in self.borders:
            border.paint(painter, viewport, region, unit)
        if self.hand.gesture is not None:
            paint_sketch(painter, self.hand.gesture, viewport, self.colour, unit)
        tip = self.tip(pointer, viewport)
        if tip is not None:
            colour = self.colour(self.tools.class_id) if self.hand.spec.id in _PAINTING else None
            paint_tip(painter, *tip, self.tools.shape, colour=colour, unit=unit)

    def colour(self, class_id: int | None) -> QColor:
        table = self.table()
        if class_id is None or table is None:
            return _LEFT_ALONE
        return QColor(*table.colour_of(class_id))
