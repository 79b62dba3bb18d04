"""Corners set one by one; the tool answers when they are closed."""

from __future__ import annotations

from segstudio.labels.areas.brush import Point
from segstudio.labels.context import Gesture
from segstudio.ui.canvas.gestures.grip import Grip

_MIN_CORNERS = 3


class PolygonGesture:
    """`hover` is where the next corner would be."""

    def __init__(self, grip: Grip, start: Point) -> None:
        self.grip = grip
        self.corners: list[Point] = [start]
        self.hover: Point = start

    def add(self, point: Point) -> None:
        if point != self.corners[-1]:
            self.corners.append(point)
        self.hover = point

    def remove_last(self) -> bool:
        """Take the last corner back; False when none is left and the gesture is over."""
        self.corners.pop()
        return bool(self.corners)

    def would_close(self, point: Point, tolerance: float) -> bool:
        """Whether a click here, within `tolerance` image pixels of the first corner, closes the polygon."""
        x, y = self.corners[0]
        near = (point[0] - x) ** 2 + (point[1] - y) ** 2 <= tolerance**2
        return near and self.can_close

    @property
    def can_close(self) -> bool:
        return len(self.corners) >= _MIN_CORNERS

    @property
    def done(self) -> Gesture:
        """What the tool is to answer."""
        return Gesture(tuple(self.corners))
