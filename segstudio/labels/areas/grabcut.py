"""GrabCut in a box: the thing inside it, told from what lies around."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Pixels
from segstudio.core.geometry import Rect
from segstudio.labels.areas.reduced import Reduced
from segstudio.labels.areas.shapes import ellipse
from segstudio.labels.patch import Area, bounding_box

MOST_PIXELS = 1 << 18
"""A box with its surroundings is worked on at a size of at most so many pixels: about half a second."""
LEAST_PIXELS = 1 << 16
"""A smaller one is enlarged to that, three times at most: few pixels make poor statistics."""
_MIDDLE = 0.6
"""Size of the ellipse in the middle of the box that surely belongs to the thing, as a share of the box."""
_LEAST_SIDE = 3
_LEAST_AROUND = 8


def grabcut(image: Pixels, box: Rect, rounds: int = 4) -> Area:
    """The pixels of `box` that look unlike its surroundings (Rother, Kolmogorov & Blake, SIGGRAPH 2004).

    `image`: uint8 H×W×3, RGB. What lies outside the box, up to half its side, is taken for background, and the
    middle of the box for the thing: without that a small thing that is not of one colour gets lost. A box that fills the image, or is a pixel or two, has nothing to be told from: all of it. The same answer every time.
    """
    everything = Rect(0, 0, image.shape[1], image.shape[0])
    box = box.intersect(everything)
    if box.empty:
        return Area.nothing()
    around = max(max(box.width, box.height) // 2, _LEAST_AROUND)
    part = Reduced.of(image, box.inflate(around).intersect(everything), MOST_PIXELS, LEAST_PIXELS)
    inside = np.zeros((part.rect.height, part.rect.width), np.uint8)
    inside[box.translate(-part.rect.x, -part.rect.y).slices] = 1
    marks = np.where(part.scaled(inside) == 1, np.uint8(cv2.GC_PR_FGD), np.uint8(cv2.GC_BGD))
    known = int(np.count_nonzero(marks == cv2.GC_BGD))
    if min(box.width, box.height) < _LEAST_SIDE or min(known, marks.size - known) < _LEAST_SIDE:
        return Area(box, np.ones((box.height, box.width), np.bool_))
    marks[part.scaled(_middle(box, part.rect)) == 1] = cv2.GC_FGD
    models = np.zeros((2, 1, 65), np.float64)
    cv2.setRNGSeed(0)  # GrabCut clusters colours by chance
    cv2.grabCut(part.pixels, marks, (0, 0, 0, 0), models[0], models[1], rounds, cv2.GC_INIT_WITH_MASK)
    found = part.up((marks == cv2.GC_FGD) | (marks == cv2.GC_PR_FGD))
    mask = found[box.translate(-part.rect.x, -part.rect.y).slices]
    tight = bounding_box(np.ascontiguousarray(mask))
    return Area(tight.translate(box.x, box.y), mask[tight.slices].copy())


def _middle(box: Rect, window: Rect) -> NDArray[np.uint8]:
    """uint8 h×w of the window: 1 in the ellipse in the middle of the box."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    rx, ry = _MIDDLE * box.width / 2, _MIDDLE * box.height / 2
    area = ellipse((x - rx, y - ry), (x + rx, y + ry), (window.bottom, window.right))
    found = np.zeros((window.height, window.width), np.uint8)
    found[area.rect.translate(-window.x, -window.y).slices] = area.mask
    return found
