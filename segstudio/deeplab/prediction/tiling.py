"""Cutting a large image into tiles that overlap, and joining what the model says of each without a seam.

Per axis, a tile sees `margin` pixels more than it keeps, so that the border at which the model sees nothing lies away
from what is kept; and neighbours keep a `ramp` in common, over which one fades into the other.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segstudio.core.prediction import quantised

ALIGNMENT = 32
"""Pixels. Tiles begin and end on multiples of the coarsest stride, so that the cells of all lie on one grid."""
MARGIN = 128
RAMP = 64
SMALLEST_TILE = 256
"""Pixels a side."""


@dataclass(frozen=True)
class Span:
    """One tile along one axis, in pixels, stops exclusive: what it sees ⊇ what it keeps ⊇ what it alone counts."""

    seen: tuple[int, int]
    kept: tuple[int, int]
    own: tuple[int, int]


@dataclass(frozen=True)
class Tile:
    """One tile of an image of `image` = (height, width) pixels. `row` and `column` number it."""

    row: int
    column: int
    rows: Span
    columns: Span
    image: tuple[int, int]


@dataclass(frozen=True)
class Plan:
    """The tiles of an image of `image` = (height, width) pixels, as spans of its rows and columns."""

    image: tuple[int, int]
    rows: tuple[Span, ...]
    columns: tuple[Span, ...]

    @classmethod
    def of(cls, image: tuple[int, int], pixels: int) -> Plan:
        """Tiles of about `pixels` pixels, nearly square where the image is not a strip.

        The tiles cover the image extended to multiples of ALIGNMENT.
        """
        height, width = (_aligned_up(side) for side in image)
        side = max(SMALLEST_TILE, math.isqrt(pixels))
        down = min(height, max(side, _aligned_down(pixels // width)))
        across = min(width, max(side, _aligned_down(pixels // down)))
        return cls(image, spans(height, _aligned_down(down)), spans(width, _aligned_down(across)))

    @property
    def padded(self) -> tuple[int, int]:
        """(height, width) that the tiles cover."""
        return self.rows[-1].seen[1], self.columns[-1].seen[1]

    def __len__(self) -> int:
        return len(self.rows) * len(self.columns)

    def __iter__(self) -> Iterator[Tile]:
        """Row by row."""
        for row, rows in enumerate(self.rows):
            for column, columns in enumerate(self.columns):
                yield Tile(row, column, rows, columns, self.image)


def spans(length: int, tile: int) -> tuple[Span, ...]:
    """Cover `length` pixels with tiles of `tile` pixels, both multiples of ALIGNMENT, evenly spread."""
    if length <= tile:
        return (Span((0, length), (0, length), (0, length)),)
    margin = min(MARGIN, _aligned_down(tile // 6))
    count = 1 + math.ceil((length - tile) / (tile - 2 * margin - RAMP))
    starts = [_aligned_down(k * (length - tile) // (count - 1)) for k in range(count)]
    middles = [_aligned_down((a + tile + b) // 2) for a, b in itertools.pairwise(starts)]
    borders = [0, *middles, length]
    found = []
    for start, (low, high) in zip(starts, itertools.pairwise(borders), strict=True):
        kept = low - RAMP // 2 if low else 0, high + RAMP // 2 if high < length else length
        found.append(Span((start, start + tile), kept, (low, high)))
    return tuple(found)


class Mosaic:
    """Joins the logits of tiles, given row by row, into one quantised map: `result`, uint8 C×h×w.

    float32 is held for one tile and for the ramps below and beside it, never for the whole. In a ramp the weights of
    neighbours add up to 1, in each direction, so that equal logits stay equal.
    """

    def __init__(self, plan: Plan, stride: int, channels: int) -> None:
        """`stride`: pixels per cell of the logits, a divisor of RAMP / 2."""
        self._plan, self._stride = plan, stride
        self._ramp = RAMP // stride
        height, width = (math.ceil(side / stride) for side in plan.image)
        self.result: NDArray[np.uint8] = np.empty((channels, height, width), np.uint8)
        rising = (np.arange(self._ramp, dtype=np.float32) + 0.5) / self._ramp
        self._rising, self._falling = rising, rising[::-1]
        padded = plan.padded[1] // stride
        tall, wide = len(plan.rows) > 1, len(plan.columns) > 1
        self._below = np.zeros((channels, self._ramp, padded if tall else 0), np.float32)
        self._above = np.zeros_like(self._below)
        self._beside = np.zeros((channels, 0, self._ramp if wide else 0), np.float32)

    def add(self, tile: Tile, logits: NDArray[np.float32]) -> None:
        """`logits`: float32 C×h×w of what the tile sees; changed in place."""
        ramp, plan = self._ramp, self._plan
        part = logits[:, self._cells(tile.rows), self._cells(tile.columns)]
        height, width = part.shape[1:]
        first_row, last_row = tile.row == 0, tile.row == len(plan.rows) - 1
        first_column, last_column = tile.column == 0, tile.column == len(plan.columns) - 1
        if first_column:
            self._above, self._below = self._below, self._above
        if not first_row:
            part[:, :ramp] *= self._rising[:, None]
        if not last_row:
            part[:, -ramp:] *= self._falling[:, None]
        if not first_column:
            part[:, :, :ramp] *= self._rising
            part[:, :, :ramp] += self._beside
        done = width if last_column else width - ramp
        if not last_column:
            part[:, :, -ramp:] *= self._falling
            self._beside = part[:, :, -ramp:].copy()
        top, left = tile.rows.kept[0] // self._stride, tile.columns.kept[0] // self._stride
        columns = slice(left, left + done)
        if not first_row:
            part[:, :ramp, :done] += self._above[:, :, columns]
        if not last_row:
            self._below[:, :, columns] = part[:, -ramp:, :done]
            height -= ramp
        target = self.result[:, top : top + height, columns]
        target[...] = quantised(part[:, : target.shape[1], : target.shape[2]])

    def _cells(self, span: Span) -> slice:
        return slice(
            (span.kept[0] - span.seen[0]) // self._stride, (span.kept[1] - span.seen[0]) // self._stride
        )


def seen_pixels(image: NDArray[np.uint8], tile: Tile) -> NDArray[np.uint8]:
    """What a tile sees of an H×W×3 image; past the image's end its last pixels go on."""
    (top, bottom), (left, right) = tile.rows.seen, tile.columns.seen
    part = image[top:bottom, left:right]
    missing = bottom - top - part.shape[0], right - left - part.shape[1]
    if not any(missing):
        return part
    return np.pad(part, ((0, missing[0]), (0, missing[1]), (0, 0)), mode="edge")


def assembled(
    image: NDArray[np.uint8], plan: Plan, forward: Callable[[NDArray[np.uint8], Tile], NDArray[np.float32]]
) -> NDArray[np.uint8]:
    """uint8 C×h×w of the whole image; `forward` gives float32 logits of what a tile sees."""
    mosaic = None
    for tile in plan:
        pixels = seen_pixels(image, tile)
        logits = forward(pixels, tile)
        if mosaic is None:
            mosaic = Mosaic(plan, pixels.shape[0] // logits.shape[1], logits.shape[0])
        mosaic.add(tile, logits)
    assert mosaic is not None  # a plan has a tile
    return mosaic.result


def _aligned_up(pixels: int) -> int:
    return -(-pixels // ALIGNMENT) * ALIGNMENT


def _aligned_down(pixels: int) -> int:
    return pixels // ALIGNMENT * ALIGNMENT
