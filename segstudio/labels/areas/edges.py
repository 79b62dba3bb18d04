"""Shaping the mask's edges: smooth, grow, shrink, fill holes. Emptiness is no class: it takes no part in it.

All of them work in `scope`, a rectangle of the map: what lies outside it neither changes nor is looked at, and the
scope's border is no edge. Work and memory are those of the squares in which an edge lies.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Mask, Plane
from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY, HUMAN
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area, Change, bounding_box, tiles_of

_SQUARE = 512
_ROUNDING = 1e-3
"""Distances between pixels are roots of whole numbers; below 500 pixels their float32 is nearer than this."""
Shape = Callable[[Plane, Mask], tuple[Plane, Mask]]
"""(label, empty) of a window -> its new label, and where that is to be written."""


def smooth(label_map: LabelMap, scope: Rect, radius: int, class_id: int | None = None) -> Change:
    """Every pixel takes the class that most pixels within `radius` of it have; of equals its own.

    With `class_id`, only pixels that leave or join that class change.
    """
    disc = _disc(radius)

    def shape(label: Plane, empty: Mask) -> tuple[Plane, Mask]:
        best_votes = np.full(label.shape, -1.0, np.float32)
        best = label.copy()
        own = np.zeros(label.shape, np.float32)
        for candidate in np.unique(label[~empty]):
            holds = (label == candidate) & ~empty
            votes = np.rint(
                cv2.filter2D(holds.astype(np.float32), -1, disc, borderType=cv2.BORDER_CONSTANT)
            )
            more = votes > best_votes
            best[more] = candidate
            best_votes[more] = votes[more]
            own[holds] = votes[holds]
        turned = ~empty & (own < best_votes)
        if class_id is not None:
            turned &= (label == class_id) | (best == class_id)
        return best, turned

    return _by_squares(label_map, scope, radius, shape)


def grow(label_map: LabelMap, scope: Rect, pixels: float, class_id: int) -> Change:
    """Pixels whose centre is at most so far from one of the class's become the class, empty ones too."""

    def shape(label: Plane, empty: Mask) -> tuple[Plane, Mask]:
        holds = (label == class_id) & ~empty
        return np.full_like(label, class_id), (_distance_to(holds) <= pixels + _ROUNDING) & ~holds

    return _by_squares(label_map, scope, math.ceil(pixels), shape)


def shrink(label_map: LabelMap, scope: Rect, pixels: float, class_id: int) -> Change:
    """Pixels of the class that are at most so far from another class's become the nearest such; of equals the
    lowest id. Towards emptiness, as towards the image's border, nothing shrinks."""

    def shape(label: Plane, empty: Mask) -> tuple[Plane, Mask]:
        least = np.full(label.shape, np.inf, np.float32)
        nearest = label.copy()
        for other in np.unique(label[~empty & (label != class_id)]):
            distance = _distance_to((label == other) & ~empty)
            nearer = distance < least
            nearest[nearer] = other
            least[nearer] = distance[nearer]
        return nearest, (label == class_id) & ~empty & (least <= pixels + _ROUNDING)

    return _by_squares(label_map, scope, math.ceil(pixels), shape)


def fill_holes(label_map: LabelMap, scope: Rect, class_id: int, most: int = 0) -> Area:
    """Every pixel that the class encloses: joined, by steps to one of four neighbours, to no pixel outside the class
    at the border of the scope. `most`: only holes of at most so many pixels; 0: of any size."""
    part = scope.slices
    holds = (label_map.label[part] == class_id) & (label_map.provenance[part] != EMPTY)
    box = bounding_box(holds)
    if box.empty:
        return Area.nothing()
    outside = ~holds[
        box.slices
    ]  # a hole lies inside the class's box; what touches its border leads out of it
    count, ids, stats, _ = cv2.connectedComponentsWithStats(outside.view(np.uint8), connectivity=4)
    if count == 1:
        return Area.nothing()
    hole = np.ones(count, np.bool_)
    hole[0] = False
    for side in (ids[0], ids[-1], ids[:, 0], ids[:, -1]):
        hole[side] = False
    if most:
        hole &= stats[:, cv2.CC_STAT_AREA] <= most
    mask = hole[ids]
    tight = bounding_box(mask)
    return Area(tight.translate(box.x + scope.x, box.y + scope.y), mask[tight.slices].copy())


def _by_squares(label_map: LabelMap, scope: Rect, reach: int, shape: Shape) -> Change:
    """Apply `shape` square by square, each seen with `reach` pixels around it; squares of one kind are left out."""
    scope = scope.intersect(label_map.rect)
    found = np.zeros((scope.height, scope.width), np.uint8)
    changed = np.zeros((scope.height, scope.width), np.bool_)
    for square in tiles_of(scope, _SQUARE):
        window = square.inflate(reach).intersect(scope)
        label = label_map.label[window.slices]
        empty = label_map.provenance[window.slices] == EMPTY
        if (label == label[0, 0]).all() and (empty.all() or not empty.any()):
            continue
        shaped, turned = shape(label, empty)
        inner = square.translate(-window.x, -window.y).slices
        own = square.translate(-scope.x, -scope.y).slices
        found[own], changed[own] = shaped[inner], turned[inner]
    box = bounding_box(changed)
    area = Area(box.translate(scope.x, scope.y), changed[box.slices].copy())
    return Change(area, found[box.slices].copy(), HUMAN)


def _distance_to(target: Mask) -> NDArray[np.float32]:
    """float32 h×w: how far each pixel's centre is from the nearest one of `target`; infinite without one."""
    if not target.any():
        return np.full(target.shape, np.inf, np.float32)
    found = cv2.distanceTransform((~target).view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(found, np.float32)


def _disc(radius: int) -> NDArray[np.float32]:
    """1 where the centre is at most `radius` away."""
    side = np.arange(-radius, radius + 1)
    return (side[:, None] ** 2 + side[None, :] ** 2 <= radius * radius).astype(np.float32)
