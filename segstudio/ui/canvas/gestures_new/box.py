"""A box drawn from corner to corner, or from its middle: for the rectangle, the ellipse and what looks inside a box."""

from __future__ import annotations

import math

from segstudio.core.geometry import Rect
from segstudio.labels.brush import Point


class BoxGesture:
    """Follows the pointer while a button is down. `square` and `middle` may be held and let go on the way."""

    def __init__(self, start: Point) -> None:
        self.start = start
        self.end = start
        self.square = False
        """Equal sides (a circle)."""
        self.middle = False
        """The start is the centre, not a corner."""

    def move(self, point: Point) -> None:
        self.end = point

    def hold(self, *, square: bool, middle: bool) -> bool:
        """Which keys are held; True when the box changes by it."""
        changed = (square, middle) != (self.square, self.middle)
        self.square, self.middle = square, middle
        return changed

    @property
    def corners(self) -> tuple[Point, Point]:
        """Top left and bottom right, continuous."""
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
    def rect(self) -> Rect:
        """The pixels that the box touches, not clipped to the image; empty before the pointer has moved."""
        (left, top), (right, bottom) = self.corners
        if left == right or top == bottom:
            return Rect(0, 0, 0, 0)
        x, y = math.floor(left), math.floor(top)
        return Rect(x, y, math.ceil(right) - x, math.ceil(bottom) - y)
