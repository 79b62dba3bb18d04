"""Overviews of a layer: every level halves the one before, so that a mask seen small neither flickers nor costs much."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import cv2
import numpy as np

from segstudio.core.geometry import Rect
from segstudio.ui.canvas.background import Background
from segstudio.ui.canvas.layers import Index, Layer, Plane, picked

AT_ONCE = 1 << 22
"""Up to this many image pixels are reduced on the spot (some milliseconds); more go to the background."""
_TILE = 256


def level_for(zoom: float) -> int:
    """The level whose pixels are between half and one view pixel wide."""
    return max(math.floor(math.log2(1 / zoom) + 1e-9), 0) if zoom < 1 else 0


def halved(block: Plane, keep_highest: bool = False) -> Plane:
    """uint8 ⌈h/2⌉×⌈w/2⌉: of every 2×2 block the most frequent code, or the highest one.

    Of two pairs the lower row's wins; of four different codes the top left one. An odd edge counts twice.
    """
    height, width = block.shape
    if height % 2 or width % 2:
        block = np.pad(block, ((0, height % 2), (0, width % 2)), mode="edge")
    if keep_highest:
        rows = cv2.max(np.ascontiguousarray(block[0::2]), np.ascontiguousarray(block[1::2]))
        return np.asarray(cv2.max(*cv2.split(rows.reshape(rows.shape[0], -1, 2))), np.uint8)
    a, b = cv2.split(_pairs(block[0::2]))
    c, d = cv2.split(_pairs(block[1::2]))
    matched = cv2.compare(b, d, cv2.CMP_EQ)
    cv2.bitwise_or(matched, cv2.compare(b, c, cv2.CMP_EQ), dst=matched)
    cv2.copyTo(b, matched, a)
    cv2.copyTo(c, cv2.compare(c, d, cv2.CMP_EQ), a)
    return np.asarray(a, np.uint8)


def _pairs(rows: Plane) -> Plane:
    """h×(w/2)×2 of h×w."""
    return np.ascontiguousarray(rows).reshape(rows.shape[0], rows.shape[1] // 2, 2)


class CodePyramid:
    """A layer at every size. Level 0 is the layer itself; level k has pixels of 2ᵏ×2ᵏ image pixels.

    `mark` says that image pixels changed; what a level needs is reduced again when it is next read. Large amounts
    are reduced in the background; until then the finest level stands in (right, but not smoothed), and `on_ready`
    is called when the real one is there.
    """

    def __init__(self, layer: Layer, background: Background, on_ready: Callable[[], None]) -> None:
        self._layer = layer
        self._background = background
        self._on_ready = on_ready
        self._levels: list[Plane] = []
        self._stale: dict[tuple[int, int], Rect] = {}
        self._building = False

    @property
    def shape(self) -> tuple[int, int]:
        """(height, width) of the image."""
        return self._layer.shape

    @property
    def pending(self) -> bool:
        """Whether a reduction runs in the background."""
        return self._building

    def mark(self, rect: Rect) -> None:
        """These image pixels (inside one 256² tile, or any rectangle) changed."""
        if self._levels or self._building:
            key = rect.y // _TILE, rect.x // _TILE
            known = self._stale.get(key)
            self._stale[key] = rect if known is None else known.union(rect)

    def read(self, zoom: float, rows: Index, columns: Index) -> Plane:
        """uint8 h×w: codes at image rows and columns (positions, rising), from the level that suits `zoom`."""
        level = level_for(zoom)
        plane = self._level(level) if level else None
        if plane is None:
            return self._layer.read(rows, columns)
        assert not isinstance(rows, slice)
        assert not isinstance(columns, slice)
        return picked(plane, rows >> level, columns >> level)

    def _level(self, level: int) -> Plane | None:
        """The overview, up to date; None while it is being made in the background."""
        if self._building:
            return None
        height, width = self.shape
        work = sum(r.area for r in self._stale.values()) if self._levels else height * width
        if work > AT_ONCE:
            self._build_in_background()
            return None
        if not self._levels:
            self._levels = self._reduced()
        self._refresh(self._stale.values())
        self._stale.clear()
        return self._levels[min(level, len(self._levels)) - 1] if self._levels else None

    def _build_in_background(self) -> None:
        self._building = True
        self._stale.clear()
        self._background.run(self._reduced, self._built)

    def _built(self, levels: list[Plane]) -> None:
        """What was marked meanwhile may have been read half written: it is still stale and gets reduced again."""
        self._levels = levels
        self._building = False
        self._on_ready()

    def _reduced(self) -> list[Plane]:
        height, width = self.shape
        levels: list[Plane] = []
        shape = (height, width)
        while max(shape) > 1:
            shape = ((shape[0] + 1) // 2, (shape[1] + 1) // 2)
            levels.append(np.empty(shape, np.uint8))
        band = 8 * _TILE
        for y in range(0, height, band):
            self._refresh_from((Rect(0, y, width, min(band, height - y)),), levels)
        return levels

    def _refresh(self, rects: Iterable[Rect]) -> None:
        self._refresh_from(rects, self._levels)

    def _refresh_from(self, rects: Iterable[Rect], levels: list[Plane]) -> None:
        """Reduce these image pixels again, through all levels."""
        keep = self._layer.keeps_small
        height, width = self.shape
        for rect in rects:
            part = rect
            above: Plane | None = None
            bounds = Rect(0, 0, width, height)
            for plane in levels:
                x, y = part.x & ~1, part.y & ~1
                even = Rect(x, y, part.right + (part.right & 1) - x, part.bottom + (part.bottom & 1) - y)
                even = even.intersect(bounds)
                source = self._layer.read(*even.slices) if above is None else above[even.slices]
                part = Rect(even.x // 2, even.y // 2, (even.width + 1) // 2, (even.height + 1) // 2)
                plane[part.slices] = halved(source, keep)
                above = plane
                bounds = Rect(0, 0, plane.shape[1], plane.shape[0])
