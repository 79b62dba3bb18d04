"""A drag with a tip that works on the way."""

from __future__ import annotations

from segstudio.labels.brush import MIN_RADIUS, Point, snap, stroke_areas
from segstudio.labels.context import Gesture
from segstudio.labels.patch import Patch
from segstudio.ui.canvas.gestures.grip import Grip


class StrokeGesture:
    """Every segment between two points is covered, and all of it is one undo step."""

    def __init__(self, grip: Grip, start: Point, since: Point | None = None, pressure: float = 1.0) -> None:
        """Touch down at `start`; with `since`, draw a straight line from there (Shift-click).

        `pressure`: 0 … 1, of a pen; the tip is as wide as that says, segment by segment.
        """
        self.grip = grip
        self.pressure = pressure
        self.last = snap(start, self.radius)
        grip.document.begin(grip.spec.step)
        self._cover(snap(since, self.radius) if since is not None else self.last, self.last)

    @property
    def radius(self) -> float:
        """Of the tip now, in image pixels."""
        return max(self.grip.radius * self.pressure, MIN_RADIUS)

    def move(self, point: Point) -> None:
        point = snap(point, self.radius)
        if point != self.last:
            self._cover(self.last, point)
            self.last = point

    def lift_to(self, point: Point) -> None:
        """Go on from here without covering the way: the image moved under the tip."""
        self.last = snap(point, self.radius)

    def finish(self) -> Patch | None:
        """One undo step; None when nothing changed."""
        return self.grip.document.commit()

    def cancel(self) -> None:
        """As if it had never begun."""
        self.grip.document.revert()

    def _cover(self, start: Point, end: Point) -> None:
        grip = self.grip
        for area in stroke_areas(start, end, self.radius, grip.shape, grip.document.label_map.shape):
            grip.document.extend(grip.change(Gesture(covered=area)))
