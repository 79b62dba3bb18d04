"""Watershed from strokes: marks grow until they meet at the image's edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Pixels
from segstudio.core.geometry import Rect
from segstudio.core.provenance import HUMAN
from segstudio.labels.areas.from_skimage import watershed
from segstudio.labels.areas.reduced import Reduced
from segstudio.labels.effects import nothing
from segstudio.labels.patch import Area, Change, bounding_box

MOST_PIXELS = 1 << 20
"""Strokes with their surroundings are worked on at a size of at most so many pixels."""
_STAYS = 1
"""The mark of 'leave as it is'; 0 is none."""
_FIRST_CLASS = 2
"""The mark of class 0; those of the others follow."""


@dataclass(frozen=True, slots=True)
class Scribble:
    """A stroke that was not painted but kept as a mark: this class here, or, with None, 'leave this as it is'."""

    area: Area
    class_id: int | None


def watershed_from(image: Pixels, scribbles: Sequence[Scribble], margin: int) -> Change:
    """What the strokes' classes flood (Meyer 1994, on the colour gradient), within `margin` pixels of the strokes.

    `image`: uint8 H×W×3. Later strokes win over earlier ones. The rim of that neighbourhood, where the image goes
    on beyond it, is a mark of its own: 'leave as it is'; so one stroke in a thing is enough. Strokes themselves
    always keep their class. Nothing without a stroke.
    """
    everything = Rect(0, 0, image.shape[1], image.shape[0])
    reach = Rect(0, 0, 0, 0)
    for scribble in scribbles:
        if not scribble.area.empty:
            reach = reach.union(scribble.area.rect)
    if reach.empty:
        return nothing()
    window = reach.inflate(margin + 1).intersect(everything)
    marks = np.zeros((window.height, window.width), np.uint16)
    _mark_rim(marks, window, everything)
    drawn = np.zeros_like(marks)
    for scribble in scribbles:
        area = scribble.area
        if not area.rect.empty:
            code = _STAYS if scribble.class_id is None else scribble.class_id + _FIRST_CLASS
            drawn[area.rect.translate(-window.x, -window.y).slices][area.mask] = code
    marks[drawn > 0] = drawn[drawn > 0]
    flooded = _flood(Reduced.of(image, window, MOST_PIXELS), marks)
    flooded[drawn > 0] = drawn[drawn > 0]
    mask = flooded >= _FIRST_CLASS
    box = bounding_box(mask)
    label = np.where(mask, flooded - np.uint16(_FIRST_CLASS), np.uint16(0)).astype(np.uint8)
    area = Area(box.translate(window.x, window.y), mask[box.slices].copy())
    return Change(area, label[box.slices].copy(), HUMAN)


def colour_gradient(image: Pixels) -> NDArray[np.uint8]:
    """uint8 h×w: the strongest channel's morphological gradient (3×3), a little smoothed against noise."""
    soft = cv2.GaussianBlur(image, (0, 0), 1.0)
    found: NDArray[np.uint8] = cv2.morphologyEx(soft, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)).max(
        axis=2
    )
    return found


def _mark_rim(marks: NDArray[np.uint16], window: Rect, everything: Rect) -> None:
    if window.y > everything.y:
        marks[0] = _STAYS
    if window.x > everything.x:
        marks[:, 0] = _STAYS
    if window.bottom < everything.bottom:
        marks[-1] = _STAYS
    if window.right < everything.right:
        marks[:, -1] = _STAYS


def _flood(part: Reduced, marks: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """uint16 h×w of `part.rect`: the mark that reaches each pixel first."""
    height, width = part.pixels.shape[:2]
    if marks.shape != (height, width):  # a mark thinner than a reduced pixel must not get lost
        small = np.zeros((height, width), np.uint16)
        rows, columns = np.nonzero(marks)
        small[rows * height // marks.shape[0], columns * width // marks.shape[1]] = marks[rows, columns]
    else:
        small = marks
    flooded = watershed(colour_gradient(part.pixels), small.astype(np.int32))
    if flooded.shape == marks.shape:
        return flooded.astype(np.uint16)
    rows, columns = (
        np.arange(full) * reduced // full
        for full, reduced in zip(marks.shape, (height, width), strict=True)
    )
    return np.asarray(flooded[rows[:, None], columns[None, :]], np.uint16)
