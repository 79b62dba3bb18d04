"""Taking a region over from the image before: the same pixels, or where they moved to."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Pixels, Plane
from segstudio.core.geometry import Rect
from segstudio.core.provenance import HUMAN
from segstudio.labels.areas.regions import connected_region
from segstudio.labels.effects import nothing, paint
from segstudio.labels.patch import Area, Change

_LONG_SIDE = 512
"""Images are compared at this size: a shift is found to about a thousandth of the side."""
_CLEAR = 0.1
"""A peak of phase correlation below this share of the whole is chance."""
_WORTH = 1.25
"""How many times smaller the difference must get before a shift is believed."""
Floats = NDArray[np.float32]
Shift = tuple[int, int]
"""(dx, dy) in pixels: what was at (x, y) is now at (x + dx, y + dy)."""


@dataclass(frozen=True, slots=True)
class PreviousImage:
    """The label of the image before this one in the list, uint8 H×W, and its picture if that is at hand."""

    label: Plane
    ignore_index: int
    image: Pixels | None = None


def carry_region(
    previous: PreviousImage,
    image: Pixels | None,
    seed: tuple[int, int],
    bounds: tuple[int, int],
    *,
    follow: bool,
) -> Change:
    """The region of the previous label that lies under a pixel (x, y), with its class.

    `follow`: let it move as the image moved there since, if both images are known; else the same pixels. `bounds`:
    (height, width) of the present image, which clips. Nothing where the previous label says nothing.
    """
    shift = (0, 0)
    if follow and image is not None and previous.image is not None and previous.image.shape == image.shape:
        shift = _shift_at(previous, image, seed)
    area = _region_at(previous, (seed[0] - shift[0], seed[1] - shift[1]))
    if area.rect.empty:
        return nothing()
    y, x = (int(v[0]) for v in np.nonzero(area.mask))
    class_id = int(previous.label[y + area.rect.y, x + area.rect.x])
    return paint(moved(area, shift, bounds), class_id)


def moved(area: Area, shift: Shift, bounds: tuple[int, int]) -> Area:
    """The area (dx, dy) further, clipped to (height, width)."""
    there = area.rect.translate(*shift)
    rect = there.intersect(Rect(0, 0, bounds[1], bounds[0]))
    if rect.empty:
        return Area.nothing()
    return Area(rect, area.mask[rect.translate(-there.x, -there.y).slices])


def image_shift(before: Pixels, now: Pixels) -> Shift:
    """How far a picture moved as a whole since another of the same size (uint8 H×W×3), by phase correlation
    (Kuglin & Hines 1975); (0, 0) when no shift stands out."""
    height, width = before.shape[:2]
    scale = min(_LONG_SIDE / max(height, width), 1.0)
    size = max(round(width * scale), 2), max(round(height * scale), 2)
    if min(height, width) < 8:
        return 0, 0
    first, second = (_grey(picture, size) for picture in (before, now))
    (dx, dy), clear = cv2.phaseCorrelate(first, second, cv2.createHanningWindow(size, cv2.CV_32F))
    if clear < _CLEAR:
        return 0, 0
    return round(dx * width / size[0]), round(dy * height / size[1])


@dataclass(frozen=True, slots=True)
class _Candidate:
    difference: float
    shift: Shift


def _shift_at(previous: PreviousImage, image: Pixels, seed: tuple[int, int]) -> Shift:
    """Of no shift, the whole picture's and that of the region's surroundings, the one under which the region's pixels
    differ least, and clearly less than without; the seed must lie in the moved region."""
    assert previous.image is not None
    height, width = image.shape[:2]
    shifts = {(0, 0), image_shift(previous.image, image)}
    here = _region_at(previous, seed)
    if not here.rect.empty:
        rect = here.rect.inflate(max(here.rect.width, here.rect.height) // 2 + 8)
        rect = rect.intersect(Rect(0, 0, width, height))
        shifts.add(image_shift(previous.image[rect.slices], image[rect.slices]))
    found = []
    for shift in sorted(shifts, key=lambda s: (abs(s[0]) + abs(s[1]), s)):
        area = _region_at(previous, (seed[0] - shift[0], seed[1] - shift[1]))
        if not area.rect.empty:
            weight = 1.0 if shift == (0, 0) else _WORTH
            found.append(_Candidate(weight * _difference(previous.image, image, area, shift), shift))
    return min(found, key=lambda c: c.difference).shift if found else (0, 0)


def _region_at(previous: PreviousImage, seed: tuple[int, int]) -> Area:
    """The labelled region under a pixel (x, y)."""
    height, width = previous.label.shape
    x, y = seed
    if not (0 <= x < width and 0 <= y < height) or previous.label[y, x] == previous.ignore_index:
        return Area.nothing()
    said = np.broadcast_to(np.uint8(HUMAN), previous.label.shape)  # a saved label knows no provenance
    return connected_region(previous.label, said, seed)


def _difference(before: Pixels, now: Pixels, area: Area, shift: Shift) -> float:
    """Mean absolute difference of the area's pixels, and those around it, before and after they moved."""
    height, width = now.shape[:2]
    everything = Rect(0, 0, width, height)
    rect = area.rect.inflate(4).intersect(everything)
    there = rect.translate(*shift).intersect(everything)
    here = there.translate(-shift[0], -shift[1])
    if there.empty:
        return float("inf")
    return float(np.mean(cv2.absdiff(before[here.slices], now[there.slices])))


def _grey(picture: Pixels, size: tuple[int, int]) -> Floats:
    """float32 h×w at `size` (width, height)."""
    small = cv2.resize(np.ascontiguousarray(picture), size, interpolation=cv2.INTER_AREA)
    found: Floats = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32)
    return found
