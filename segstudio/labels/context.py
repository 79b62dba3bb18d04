"""What a hand did, and what a tool may look at to answer it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from segstudio.core.arrays import Pixels, Plane
from segstudio.core.model_view import ModelView
from segstudio.labels.areas.brush import Point
from segstudio.labels.areas.carry import PreviousImage
from segstudio.labels.areas.superpixels import Superpixels
from segstudio.labels.areas.watershed import Scribble
from segstudio.labels.label_map import LabelMap
from segstudio.labels.modifiers import Modifiers
from segstudio.labels.options import Value
from segstudio.labels.patch import Area


@dataclass(frozen=True, slots=True)
class Gesture:
    """What a hand did, by the tool's kind. Points are (x, y) in image pixels, continuous; they may lie outside.

    stroke: `covered`, what the tip covered since the last move. polygon: `points` are the corners. lasso: the
    path. box: two opposite corners. click: one point. scribble: `scribbles`, in order. whole: nothing.
    """

    points: tuple[Point, ...] = ()
    covered: Area | None = None
    scribbles: tuple[Scribble, ...] = ()

    @property
    def pixel(self) -> tuple[int, int]:
        """(column, row) of a click."""
        x, y = self.points[0]
        return math.floor(x), math.floor(y)


@dataclass(frozen=True, slots=True)
class ToolContext:
    """What a tool may look at besides the gesture. Nothing of it is written to."""

    label_map: LabelMap
    class_id: int
    """The active class; the ignore index paints void on purpose."""
    prediction: Plane | None = None
    """uint8 H×W, mapped to the class table of the project; None while there is none."""
    image: Pixels | None = None
    """uint8 H×W×3, RGB."""
    model: ModelView | None = None
    """What `prediction` was made from."""
    previous: PreviousImage | None = None
    superpixels: Superpixels | None = None
    """Kept between strokes by whoever holds the image; without, those that a stroke needs are made for it alone."""
    options: Mapping[str, Value] = field(default_factory=dict)
    """A value for each of the tool's options: `ToolSpec.options_with`."""
    modifiers: Modifiers = field(default_factory=Modifiers)

    def inside(self, pixel: tuple[int, int]) -> bool:
        """Whether (column, row) lies in the map."""
        height, width = self.label_map.shape
        return 0 <= pixel[0] < width and 0 <= pixel[1] < height
