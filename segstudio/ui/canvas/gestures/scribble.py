"""Strokes that are kept as marks until the tool answers all of them together."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from segstudio.core.geometry import Rect
from segstudio.labels.areas.brush import Point, snap, stroke_areas
from segstudio.labels.areas.watershed import Scribble
from segstudio.labels.context import Gesture
from segstudio.labels.patch import Area
from segstudio.ui.canvas.gestures.grip import Grip


class ScribbleGesture:
    """One mark after the other, each of the class that was active when it began (None: leave this as it is)."""

    def __init__(self, grip: Grip) -> None:
        self.grip = grip
        self._marks: list[_Mark] = []
        self._last: Point | None = None
        """Where the open mark is; None between marks."""

    @property
    def drawing(self) -> bool:
        """Whether a mark is being drawn."""
        return self._last is not None

    @property
    def count(self) -> int:
        """How many marks."""
        return len(self._marks)

    @property
    def paths(self) -> list[tuple[list[Point], int | None]]:
        """Of every mark its way and its class, to be drawn."""
        return [(mark.path, mark.class_id) for mark in self._marks]

    def press(self, point: Point, class_id: int | None) -> None:
        self._last = snap(point, self.grip.radius)
        self._marks.append(_Mark(class_id, [self._last]))
        self._cover(self._last, self._last)

    def move(self, point: Point) -> None:
        point = snap(point, self.grip.radius)
        if self._last is not None and point != self._last:
            self._cover(self._last, point)
            self._marks[-1].path.append(point)
            self._last = point

    def release(self) -> None:
        self._last = None

    def remove_last(self) -> bool:
        """Take the last mark back; False when none is left and the gesture is over."""
        self._marks.pop()
        self._last = None
        return bool(self._marks)

    @property
    def done(self) -> Gesture | None:
        """What the tool is to answer; None while no mark lies in the image."""
        found = [(union(mark.parts), mark.class_id) for mark in self._marks]
        marks = tuple(Scribble(area, class_id) for area, class_id in found if not area.rect.empty)
        return Gesture(scribbles=marks) if marks else None

    def _cover(self, start: Point, end: Point) -> None:
        grip = self.grip
        areas = stroke_areas(start, end, grip.radius, grip.shape, grip.document.label_map.shape)
        self._marks[-1].parts.extend(areas)


@dataclass(slots=True)
class _Mark:
    class_id: int | None
    path: list[Point]
    parts: list[Area] = field(default_factory=list)


def union(parts: list[Area]) -> Area:
    """All of them as one area."""
    rect = Rect(0, 0, 0, 0)
    for part in parts:
        rect = rect.union(part.rect)
    mask = np.zeros((rect.height, rect.width), np.bool_)
    for part in parts:
        mask[part.rect.translate(-rect.x, -rect.y).slices] |= part.mask
    return Area(rect, mask)
