"""The hand over the canvas: which gesture a press begins, and what becomes of it.

Left button: the active tool. Right button: with a tool that strokes, the eraser; with the polygon, the last corner is
taken back; with a tool that clicks, the class under the pointer is picked. Shift + press with a stroking tool: a
straight line from where the last stroke ended. A tablet pen turned round erases.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from segstudio.core.geometry import Rect
from segstudio.labels.brush import Point
from segstudio.labels.document import Document
from segstudio.labels.effects import pick_class
from segstudio.labels.tools import ToolSpec, tool
from segstudio.ui.canvas.gestures import Grip, PolygonGesture, StrokeGesture, click_region
from segstudio.ui.tool_state import ToolState

Plane = NDArray[np.uint8]
CLOSE_WITHIN = 8.0
"""View pixels around a polygon's first corner in which a click closes it."""


class Hand:
    """Owns the open gesture, if any. Points are (x, y) in image pixels, continuous."""

    def __init__(self, tools: ToolState, prediction: Callable[[], Plane | None]) -> None:
        self._tools = tools
        self._prediction = prediction
        self._document: Document | None = None
        self._last_end: Point | None = None
        self.stroke: StrokeGesture | None = None
        self.polygon: PolygonGesture | None = None
        self.pen_turned = False
        """Whether the pointer is the eraser end of a tablet pen."""

    @property
    def active(self) -> bool:
        return self.stroke is not None or self.polygon is not None

    @property
    def spec(self) -> ToolSpec:
        """The tool that is at work, or would be: an open stroke keeps the one it began with."""
        if self.stroke is not None:
            return self.stroke.grip.spec
        active = self._tools.spec
        return tool("eraser") if self.pen_turned and active.kind == "stroke" else active

    def set_document(self, document: Document | None) -> None:
        """Another document, or none: a stroke is kept in the former, an unfinished polygon is dropped."""
        if document is self._document:
            return
        self.finish_stroke()
        self.polygon = None
        self._last_end = None
        self._document = document

    def press(self, point: Point, *, right: bool = False, line: bool = False, close: float = 0.0) -> None:
        """A button goes down. `close`: how near, in image pixels, the first corner of a polygon counts as hit.

        Nothing happens without a document, nor when the other button is already at work.
        """
        if self._document is None or self.stroke is not None:
            return
        spec = self.spec
        if spec.kind == "stroke":
            grip = self._grip(tool("eraser") if right else spec)
            self.stroke = StrokeGesture(grip, point, self._last_end if line else None)
        elif spec.kind == "polygon":
            self._corner(point, right, close)
        else:
            self._click(point, right)

    def move(self, point: Point) -> None:
        if self.stroke is not None:
            self.stroke.move(point)
        elif self.polygon is not None:
            self.polygon.hover = point

    def finish_stroke(self) -> None:
        """The button went up, or nobody knows any more: keep what was painted."""
        stroke, self.stroke = self.stroke, None
        if stroke is not None:
            self._last_end = stroke.last
            stroke.finish()

    def close_polygon(self) -> bool:
        """Fill the open polygon with the class of the moment; False, and nothing, before it has three corners."""
        polygon = self.polygon
        if polygon is None or not polygon.can_close:
            return False
        self.polygon = None
        polygon.grip = replace(polygon.grip, class_id=self._tools.class_id)
        polygon.finish()
        return True

    def remove_corner(self) -> bool:
        """Take the polygon's last corner back; False when there is no polygon."""
        if self.polygon is None:
            return False
        if not self.polygon.remove_last():
            self.polygon = None
        return True

    def cancel(self) -> bool:
        """Undo the open gesture as if it had never begun; False when there is none."""
        stroke, self.stroke = self.stroke, None
        polygon, self.polygon = self.polygon, None
        if stroke is not None:
            stroke.cancel()
        return stroke is not None or polygon is not None

    def _corner(self, point: Point, right: bool, close: float) -> None:
        if right:
            self.remove_corner()
        elif self.polygon is None:
            self.polygon = PolygonGesture(self._grip(self.spec), point)
        elif self.polygon.would_close(point, close):
            self.close_polygon()
        else:
            self.polygon.add(point)

    def _click(self, point: Point, right: bool) -> None:
        assert self._document is not None
        label_map = self._document.label_map
        pixel = math.floor(point[0]), math.floor(point[1])
        if Rect(*pixel, 1, 1).intersect(label_map.rect).empty:
            return
        if not right and self.spec.changes:
            click_region(self._grip(self.spec), point)
            return
        picked = pick_class(label_map, *pixel)
        if picked is not None:
            self._tools.set_class(picked)
            if not right:
                self._tools.back_to_previous_tool()

    def _grip(self, spec: ToolSpec) -> Grip:
        assert self._document is not None
        tools = self._tools
        return Grip(self._document, spec, tools.class_id, tools.radius, tools.shape, self._prediction)
