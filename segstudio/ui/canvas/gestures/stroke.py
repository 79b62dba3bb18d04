"""A drag with a tip that works on the way."""

from __future__ import annotations

from collections.abc import Iterator

from segstudio.labels.areas.brush import MIN_RADIUS, Point, snap, stroke_areas
from segstudio.labels.context import Gesture
from segstudio.labels.patch import Area, Patch
from segstudio.ui.canvas.gestures.grip import Grip


class StrokeGesture:
    """Every segment between two points is covered, and all of it is one undo step."""

    def __init__(self, grip: Grip, start: Point, since: Point | None = None, pressure: float = 1.0) -> None:
        """Touch down at `start`; with `since`, draw a straight line from there (Shift-click).

        `pressure`: 0 … 1, of a pen; the tip grows and shrinks evenly from what it said at one point to the next.
        """
        self.grip = grip
        self.pressure = pressure
        self.last = snap(start, self.radius)
        self._last_radius = self.radius
        self._begin()
        self._cover(snap(since, self.radius) if since is not None else self.last, self.last)

    @property
    def radius(self) -> float:
        """Of the tip now, in image pixels."""
        return max(self.grip.radius * self.pressure, MIN_RADIUS)

    def move(self, point: Point) -> None:
        point = snap(point, self.radius)
        if point != self.last or self.radius != self._last_radius:
            self._cover(self.last, point)
            self.last, self._last_radius = point, self.radius

    def lift_to(self, point: Point) -> None:
        """Go on from here without covering the way: the image moved under the tip."""
        self.last, self._last_radius = snap(point, self.radius), self.radius

    def finish(self) -> Patch | None:
        """One undo step; None when nothing changed."""
        return self.grip.document.commit()

    def cancel(self) -> None:
        """As if it had never begun."""
        self.grip.document.revert()

    def _begin(self) -> None:
        self.grip.document.begin(self.grip.spec.step)

    def _cover(self, start: Point, end: Point) -> None:
        for area in self._areas(start, end):
            self.grip.document.extend(self.grip.change(Gesture(covered=area)))

    def _areas(self, start: Point, end: Point) -> Iterator[Area]:
        bounds = self.grip.document.label_map.shape
        return stroke_areas(start, end, self._last_radius, self.grip.shape, bounds, self.radius)
