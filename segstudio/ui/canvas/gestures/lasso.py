"""A line drawn freehand around something; it closes by itself when the button goes up."""

from __future__ import annotations

from segstudio.labels.areas.brush import Point
from segstudio.labels.context import Gesture
from segstudio.ui.canvas.gestures.grip import Grip

_LEAST = 3
_STEP = 0.25  # image pixels: what is nearer than this to the last point adds nothing to a mask


class LassoGesture:
    """Collects the way of the pointer while a button is down."""

    def __init__(self, grip: Grip, start: Point) -> None:
        self.grip = grip
        self.points: list[Point] = [start]

    def move(self, point: Point) -> None:
        x, y = self.points[-1]
        if abs(point[0] - x) + abs(point[1] - y) >= _STEP:
            self.points.append(point)

    @property
    def done(self) -> Gesture | None:
        """What the tool is to answer; None while the line can enclose nothing."""
        return Gesture(tuple(self.points)) if len(self.points) >= _LEAST else None
