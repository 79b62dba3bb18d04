"""Where two label maps differ, as regions that a person can look at one after another."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Label
from segstudio.core.geometry import Rect

_CODES = 256


@dataclass(frozen=True, slots=True)
class Region:
    """Pixels that touch (also at corners) and that one map calls `first`, the other `second`. `box` just holds them."""

    box: Rect
    pixels: int
    first: int
    second: int


def regions_that_differ(
    first: Label,
    second: Label,
    ignore_index: int = 255,
    *,
    least: int = 1,
    pair: tuple[int, int] | None = None,
) -> list[Region]:
    """All regions of at least `least` pixels on which two uint8 H×W maps differ, the largest first.

    Pixels that either map leaves void differ nowhere. `pair`: only the pixels that `first` calls the one and `second`
    the other. Raises ValueError when the shapes differ.
    """
    if first.shape != second.shape:
        raise ValueError(f"the first is {first.shape}, the second is {second.shape}")
    differ = (first != second) & (first != ignore_index) & (second != ignore_index)
    if pair is not None:
        differ &= (first == pair[0]) & (second == pair[1])
    if not differ.any():
        return []
    codes = first[differ].astype(np.int64) * _CODES + second[differ]
    found: list[Region] = []
    for code in np.unique(codes).tolist():
        one, other = divmod(code, _CODES)
        found += _components((first == one) & (second == other), one, other, least)
    return sorted(found, key=lambda r: (-r.pixels, r.box.y, r.box.x, r.first, r.second))


def _components(mask: NDArray[np.bool_], first: int, second: int, least: int) -> list[Region]:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    top, left = int(rows[0]), int(columns[0])
    part = np.ascontiguousarray(mask[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]).view(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    return [
        Region(Rect(left + x, top + y, width, height), pixels, first, second)
        for x, y, width, height, pixels in stats[1:].tolist()
        if pixels >= least
    ]
