"""Connected regions of the pixels that a question about errors is about, to be looked at one after another."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Plane
from segstudio.core.geometry import Rect
from segstudio.labels.label_map import LabelMap
from segstudio.metrics.error_map import ErrorView, near_boundary

MOST_PIXELS = 1 << 24
"""A larger picture is looked at in blocks of k×k pixels: regions closer than k pixels are then one."""
MOST_REGIONS = 5_000
"""The largest ones are kept."""
_BAND_ROWS = 512


@dataclass(frozen=True, slots=True)
class ErrorRegion:
    """Pixels that touch, also at corners. `box` holds them; `pixels` counts them, exactly."""

    box: Rect
    pixels: int


@dataclass(frozen=True)
class ErrorQuestion:
    """What is asked of which planes: `prediction` is uint8 H×W in the classes of the label map."""

    label_map: LabelMap
    prediction: Plane
    num_classes: int
    view: ErrorView
    void_counts: bool = True

    def chosen(self, rect: Rect) -> NDArray[np.bool_]:
        """bool h×w: the pixels of a part of the image that it is about."""
        ignore = self.label_map.ignore_index
        truth = self.label_map.reviewed_label(rect)
        prediction = self.prediction[rect.slices]
        if not self.void_counts:
            truth[prediction == ignore] = ignore
        found = self.view.chosen(truth, prediction, self.num_classes, ignore)
        band = self.view.band
        if band is not None:
            around = rect.inflate(band).intersect(self.label_map.rect)
            near = near_boundary(self.label_map.reviewed_label(around), band)
            found &= near[rect.translate(-around.x, -around.y).slices]
        return found


def error_picture(question: ErrorQuestion, most_pixels: int) -> tuple[NDArray[np.bool_], int]:
    """bool h×w: the blocks of k×k pixels that hold a chosen one, at most about `most_pixels` blocks; and k."""
    blocks, side = _block_counts(question, most_pixels)
    return blocks > 0, side


def error_regions(question: ErrorQuestion) -> list[ErrorRegion]:
    """All regions, the largest first (then from top to bottom); the document may be edited meanwhile."""
    blocks, side = _block_counts(question, MOST_PIXELS)
    rows, columns = np.flatnonzero(blocks.any(axis=1)), np.flatnonzero(blocks.any(axis=0))
    if not rows.size:
        return []
    top, left = int(rows[0]), int(columns[0])
    part = blocks[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]
    count, labels, stats, _ = cv2.connectedComponentsWithStats((part > 0).view(np.uint8), connectivity=8)
    pixels = np.bincount(labels.reshape(-1), part.reshape(-1), count).astype(np.int64)
    bounds = question.label_map.rect
    order = np.lexsort((stats[1:, 0], stats[1:, 1], -pixels[1:]))[:MOST_REGIONS] + 1
    found = []
    for number in order.tolist():
        x, y, width, height, _ = (int(v) for v in stats[number])
        box = Rect((left + x) * side, (top + y) * side, width * side, height * side).intersect(bounds)
        found.append(ErrorRegion(box, int(pixels[number])))
    return found


def _block_counts(question: ErrorQuestion, most_pixels: int) -> tuple[NDArray[np.int32], int]:
    """int32 ⌈H/k⌉×⌈W/k⌉: chosen pixels per block of k×k, and k."""
    height, width = question.label_map.shape
    side = max(1, math.ceil(math.sqrt(height * width / most_pixels)))
    across, down = -(-width // side), -(-height // side)
    counts = np.zeros((down, across), np.int32)
    rows = max(_BAND_ROWS // side, 1)
    for first in range(0, down, rows):
        rect = Rect(0, first * side, width, rows * side).intersect(question.label_map.rect)
        chosen = question.chosen(rect).view(np.uint8)
        if side > 1:
            padded = np.pad(chosen, ((0, -rect.height % side), (0, -rect.width % side)))
            chosen = padded.reshape(-1, side, across, side).sum(axis=(1, 3), dtype=np.int32)
        counts[first : first + chosen.shape[0]] = chosen
    return counts, side
