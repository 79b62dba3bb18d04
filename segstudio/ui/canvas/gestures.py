"""What a hand does with a tool, in image coordinates: a stroke, a polygon, a click. No Qt.

Each gesture hands what the tool answers (`labels.tools`) to the document, its one door.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segstudio.labels.brush import Point, TipShape, snap, stroke_areas
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.document import Document
from segstudio.labels.patch import Change, Patch
from segstudio.labels.tools import ToolSpec

Plane = NDArray[np.uint8]
_MIN_CORNERS = 3


@dataclass(frozen=True)
class Grip:
    """What a gesture works with: fixed when it begins, but for the prediction, which may arrive on the way."""

    document: Document
    spec: ToolSpec
    class_id: int
    radius: float
    shape: TipShape
    prediction: Callable[[], Plane | None]

    def change(self, gesture: Gesture) -> Change:
        """The tool's answer."""
        options = self.spec.options_with({})
        context = ToolContext(self.document.label_map, self.class_id, self.prediction(), options=options)
        return self.spec.change(gesture, context)


class StrokeGesture:
    """A drag with a tip: every segment between two points is covered, and all of it is one undo step."""

    def __init__(self, grip: Grip, start: Point, since: Point | None = None) -> None:
        """Touch down at `start`; with `since`, draw a straight line from there (Shift-click)."""
        self.grip = grip
        self.last = snap(start, grip.radius)
        grip.document.begin(grip.spec.step)
        self._cover(snap(since, grip.radius) if since is not None else self.last, self.last)

    def move(self, point: Point) -> None:
        point = snap(point, self.grip.radius)
        if point != self.last:
            self._cover(self.last, point)
            self.last = point

    def lift_to(self, point: Point) -> None:
        """Go on from here without covering the way: the image moved under the tip."""
        self.last = snap(point, self.grip.radius)

    def finish(self) -> Patch | None:
        """One undo step; None when nothing changed."""
        return self.grip.document.commit()

    def cancel(self) -> None:
        """As if it had never begun."""
        self.grip.document.revert()

    def _cover(self, start: Point, end: Point) -> None:
        grip = self.grip
        for area in stroke_areas(start, end, grip.radius, grip.shape, grip.document.label_map.shape):
            grip.document.extend(grip.change(Gesture(covered=area)))


class PolygonGesture:
    """Corners set one by one; the document changes only when it is closed."""

    def __init__(self, grip: Grip, start: Point) -> None:
        self.grip = grip
        self.corners: list[Point] = [start]
        self.hover: Point = start
        """Where the next corner would be."""

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

    def finish(self) -> Patch | None:
        """Fill it as one undo step; None for fewer than three corners or when nothing changed."""
        if not self.can_close:
            return None
        return _apply(self.grip, Gesture(tuple(self.corners)))


def click_region(grip: Grip, point: Point) -> Patch | None:
    """The tool's answer to a click; None when nothing changed."""
    return _apply(grip, Gesture((point,)))


def _apply(grip: Grip, gesture: Gesture) -> Patch | None:
    patch = grip.document.apply(grip.change(gesture), grip.spec.step)
    return None if patch.empty else patch
