"""A box drawn from corner to corner, or from its middle."""

from __future__ import annotations

import math

from segstudio.labels.areas.brush import Point
from segstudio.labels.context import Gesture
from segstudio.ui.canvas.gestures.grip import Grip


class BoxGesture:
    """Follows the pointer while a button is down. `square` and `middle` may be held and let go on the way."""

    def __init__(self, grip: Grip, start: Point) -> None:
        self.grip = grip
        self.start = start
        self.end = start
        self.square = False
        """Equal sides (a circle)."""
        self.middle = False
        """The start is the centre, not a corner."""

    def move(self, point: Point) -> None:
        self.end = point

    def hold(self, *, square: bool, middle: bool) -> None:
        self.square, self.middle = square, middle

    @property
    def corners(self) -> tuple[Point, Point]:
        """Top left and bottom right."""
        x0, y0 = self.start
        dx, dy = self.end[0] - x0, self.end[1] - y0
        if self.square:
            side = max(abs(dx), abs(dy))
            dx, dy = math.copysign(side, dx), math.copysign(side, dy)
        x1, y1 = x0 + dx, y0 + dy
        if self.middle:
            x0, y0 = x0 - dx, y0 - dy
        return (min(x0, x1), min(y0, y1)), (max(x0, x1), max(y0, y1))

    @property
    def done(self) -> Gesture | None:
        """What the tool is to answer; None before the pointer has moved both ways."""
        first, last = self.corners
        return Gesture((first, last)) if first[0] < last[0] and first[1] < last[1] else None
