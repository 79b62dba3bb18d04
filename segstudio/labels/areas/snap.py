"""Snapping a rough outline to an edge: the image's, or the model's border of the class."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Mask, Plane
from segstudio.core.geometry import Rect
from segstudio.labels.areas.from_skimage import watershed
from segstudio.labels.patch import Area, bounding_box

_DEEP = 0.7
"""Of a thing thinner than the band, pixels at least so deep, as a share of the deepest, surely belong to it."""

_FADES = 0.8
"""How much less a ridge counts at the far side of the band."""
_SMOOTH = 1.0
"""Standard deviation, in pixels."""


def snap(area: Area, edge: Callable[[Rect], Plane], band: int, bounds: tuple[int, int]) -> Area:
    """The area with its outline moved, by at most `band` pixels, onto the ridge of `edge`.

    `edge`: a rectangle -> uint8 h×w, high where a border should run. What lies deeper inside than the band, and
    farther outside, stays; between them two floods meet on the ridge (a watershed in a band, Meyer & Beucher 1990),
    or half way where there is none: there the rough outline stays. A ridge counts the less the farther it is from the
    outline, and what the floods leave ragged is smoothed. The border of the image, of `bounds` (height, width), is no
    outline.
    """
    everything = Rect(0, 0, bounds[1], bounds[0])
    if area.empty:
        return Area.nothing()
    window = area.rect.inflate(band + 2).intersect(everything)
    inside = np.zeros((window.height, window.width), np.bool_)
    inside[area.rect.translate(-window.x, -window.y).slices] = area.mask
    if inside.all():
        return area
    depth, away = _distance(inside), _distance(~inside)
    surely = inside & (depth > min(band, _DEEP * float(depth.max())))
    surely_not = ~inside & (away > min(band, _DEEP * float(away.max())))
    open_ = ~surely & ~surely_not
    # Marks matter only where they touch the band: the work follows the outline, not the area.
    near = cv2.dilate(open_.view(np.uint8), np.ones((3, 3), np.uint8)).view(np.bool_)
    marks = np.zeros(inside.shape, np.int32)
    marks[surely & near] = 1
    marks[surely_not & near] = 2
    closeness = np.clip(1 - _FADES * (np.where(inside, depth, away) - 0.5) / band, 0, 1)
    height = np.rint(edge(window) * closeness).astype(np.uint8)
    flooded = surely | (watershed(height, marks, mask=near) == 1)
    soft = cv2.GaussianBlur(flooded.astype(np.float32), (0, 0), _SMOOTH)
    mask: Mask = np.where(open_, soft > 0.5, surely)
    box = bounding_box(mask)
    return Area(box.translate(window.x, window.y), mask[box.slices].copy())


def _distance(mask: Mask) -> NDArray[np.float32]:
    """float32 h×w: from each pixel to the nearest one that is false."""
    found = cv2.distanceTransform(mask.view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(found, np.float32)
