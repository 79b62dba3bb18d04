"""Overviews of a layer: every level halves the one before, so that a mask seen small neither flickers nor costs much."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import cv2
import numpy as np

from segstudio.core.arrays import Plane
from segstudio.core.geometry import Rect
from segstudio.ui.canvas.rendering.background import Background
from segstudio.ui.canvas.rendering.layers import Index, Layer, picked
from segstudio.ui.canvas.rendering.rects import merged

_MS_PER_PIXEL = 0.7e-6
_MS_PER_RECT = 0.04
_MS_AT_ONCE = 1.5
"""Reductions that take longer than this are put off until nothing else is to do."""
_MS_A_TURN = 5.0
_SLACK = 1 << 15
_MOST_STALE = 512


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
    a, b = cv2.split(_pairs(block[0::2]))
    c, d = cv2.split(_pairs(block[1::2]))
    if keep_highest:
        return np.asarray(cv2.max(cv2.max(a, b), cv2.max(c, d)), np.uint8)
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

    `mark` says which image pixels changed. Few of them are reduced again when a level is next read; many are put
    off until `settle` is called, and whole large images go to the background (`on_ready` tells when they are
    there). Meanwhile single pixels of the layer itself stand in: right, but not smoothed.
    """

    def __init__(self, layer: Layer, background: Background, on_ready: Callable[[], None]) -> None:
        self._layer = layer
        self._background = background
        self._on_ready = on_ready
        self._bounds = Rect(0, 0, layer.shape[1], layer.shape[0])
        self._levels: list[Plane] = []
        self._stale: list[list[Rect]] = []
        """Per level, in pixels of the level below it: what has to be reduced again."""
        self._building = False
        self._given_up = False

    @property
    def shape(self) -> tuple[int, int]:
        """(height, width) of the layer."""
        return self._layer.shape

    @property
    def pending(self) -> bool:
        """Whether the whole is being reduced in the background."""
        return self._building and not self._given_up

    def mark(self, rects: Sequence[Rect]) -> None:
        """These image pixels changed."""
        if not self._stale:
            return
        stale = self._stale[0]
        stale.extend(rects)
        if len(stale) > _MOST_STALE:  # the layer has not been looked at for long
            stale[:] = merged(stale, _SLACK)
            if 2 * len(stale) > _MOST_STALE:
                stale[:] = [self._bounds]

    def read(self, zoom: float, rows: Index, columns: Index) -> Plane:
        """uint8 h×w: codes at image rows and columns (positions, rising), from the level that suits `zoom`."""
        level = min(level_for(zoom), len(self._stale) or 64)
        if level == 0 or isinstance(rows, slice) or isinstance(columns, slice):
            return self._layer.read(rows, columns)
        if not self._levels and not self._building:
            self._start()
        level = min(level, len(self._levels))
        if self._building or level == 0:
            return self._layer.read(rows, columns)
        if self._price(level) <= _MS_AT_ONCE:
            self._reduce(level)
        elif self._is_stale(level, rows, columns):
            return self._layer.read(rows, columns)
        return picked(self._levels[level - 1], rows >> level, columns >> level)

    def unsettled(self, zoom: float) -> bool:
        """Whether a `settle` would make the view smoother."""
        level = level_for(zoom)
        return not self._building and any(self._stale[:level])

    def settle(self, zoom: float) -> list[Rect]:
        """Do some milliseconds of what was put off; the image pixels that can be read better now."""
        level = min(level_for(zoom), len(self._levels))
        if self._building or level == 0:
            return []
        if sum(r.area for r in self._stale[0]) > self._layer.at_once:
            self._build_in_background()
            return []
        first = self._stale[0] = merged(self._stale[0], _SLACK)
        done: list[Rect] = []
        spent = 0.0
        while first and spent < _MS_A_TURN:
            done.append(first.pop())
            spent += _MS_PER_RECT * level + _MS_PER_PIXEL * done[-1].area
        rest, self._stale[0] = self._stale[0], done
        self._reduce(level)
        self._stale[0] = rest
        return done

    def _start(self) -> None:
        """The first reduction of all."""
        self._stale = [[] for _ in range(max(max(self._layer.shape) - 1, 1).bit_length())]
        if self._bounds.area > self._layer.at_once:
            self._build_in_background()
        else:
            self._levels = self._everything()

    def _build_in_background(self) -> None:
        """What is marked from now on may be read half written: it stays stale and gets reduced again."""
        self._building = True
        for stale in self._stale:
            stale.clear()
        self._background.run(self._everything, self._built, self._give_up)

    def _built(self, levels: list[Plane]) -> None:
        self._levels = levels
        self._building = False
        self._on_ready()

    def _give_up(self) -> None:
        """No memory, say: single pixels go on standing in."""
        self._given_up = True
        self._on_ready()

    def _everything(self) -> list[Plane]:
        height, width = self._layer.shape
        levels: list[Plane] = []
        for _ in self._stale:
            height, width = (height + 1) // 2, (width + 1) // 2
            levels.append(np.empty((height, width), np.uint8))
        band = 2048
        for y in range(0, self._bounds.height, band):
            rects = [Rect(0, y, self._bounds.width, band).intersect(self._bounds)]
            for level in range(len(levels)):
                rects = self._halve(levels, level, rects)
        return levels

    def _price(self, level: int) -> float:
        """Milliseconds that it takes to bring the levels up to this one up to date."""
        return sum(
            _MS_PER_RECT * (level - k) + _MS_PER_PIXEL * rect.area
            for k in range(level)
            for rect in self._stale[k]
        )

    def _is_stale(self, level: int, rows: Plane | Index, columns: Plane | Index) -> bool:
        """Whether any of these pixels would be read wrong from that level."""
        if isinstance(rows, slice) or isinstance(columns, slice) or not rows.size or not columns.size:
            return True
        x, y, right, bottom = int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1])
        block = Rect(x, y, right + 1 - x, bottom + 1 - y).inflate(1 << level)
        return any(
            not Rect(r.x << k, r.y << k, r.width << k, r.height << k).intersect(block).empty
            for k in range(level)
            for r in self._stale[k]
        )

    def _reduce(self, level: int) -> None:
        """Bring the levels up to this one up to date; what that changes is stale for the next."""
        for k in range(level):
            rects, self._stale[k] = self._stale[k], []
            if rects:
                reduced = self._halve(self._levels, k, merged(rects, _SLACK))
                if k + 1 < len(self._stale):
                    self._stale[k + 1].extend(reduced)

    def _halve(self, levels: list[Plane], index: int, rects: Iterable[Rect]) -> list[Rect]:
        """Reduce `rects`, in pixels of the level below `levels[index]`, into it; the same in its own pixels."""
        target = levels[index]
        below = levels[index - 1] if index else None
        bounds = Rect(0, 0, below.shape[1], below.shape[0]) if below is not None else self._bounds
        reduced = []
        for rect in rects:
            x, y = rect.x & ~1, rect.y & ~1
            even = Rect(x, y, (rect.right + 1 & ~1) - x, (rect.bottom + 1 & ~1) - y).intersect(bounds)
            rows, columns = even.slices
            source = self._layer.read(rows, columns) if below is None else below[rows, columns]
            part = Rect(even.x // 2, even.y // 2, (even.width + 1) // 2, (even.height + 1) // 2)
            target[part.slices] = halved(source, self._layer.keeps_small)
            reduced.append(part)
        return reduced
