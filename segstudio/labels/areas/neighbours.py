"""The classes around a region: which pixels touch it, and which class lies along most of its edge."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area

_CROSS = np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]], np.uint8)


def majority_around(area: Area, label_map: LabelMap) -> int | None:
    """The class with the longest common edge (in pixel sides) with the area; None when only emptiness or the
    image's border lies around it. Of equals the lowest id."""
    rect, sides = edge_sides(area, label_map)
    if rect.empty:
        return None
    counts = np.bincount(label_map.label[rect.slices].ravel(), sides.ravel(), minlength=256)
    return int(counts.argmax()) if counts.any() else None


def nearest_to(area: Area, label_map: LabelMap, point: tuple[float, float]) -> int | None:
    """The class of the pixel around the area whose centre is nearest to `point` (x, y); None when there is none."""
    rect, sides = edge_sides(area, label_map)
    rows, columns = np.nonzero(sides)
    if not len(rows):
        return None
    distance = (columns + rect.x + 0.5 - point[0]) ** 2 + (rows + rect.y + 0.5 - point[1]) ** 2
    best = int(distance.argmin())
    return int(label_map.label[rows[best] + rect.y, columns[best] + rect.x])


def edge_sides(area: Area, label_map: LabelMap) -> tuple[Rect, NDArray[np.uint8]]:
    """The rectangle around the area, and how many sides (0 … 4) each of its pixels shares with the area.

    Pixels of the area itself and empty ones have none.
    """
    rect = area.rect.inflate(1).intersect(label_map.rect)
    if rect.empty or area.rect.empty:
        return Rect(0, 0, 0, 0), np.zeros((0, 0), np.uint8)
    inside = np.zeros((rect.height, rect.width), np.uint8)
    inside[area.rect.translate(-rect.x, -rect.y).slices] = area.mask
    sides = cv2.filter2D(inside, -1, _CROSS, borderType=cv2.BORDER_CONSTANT)
    sides[(inside == 1) | (label_map.provenance[rect.slices] == EMPTY)] = 0
    return rect, sides.astype(np.uint8, copy=False)
