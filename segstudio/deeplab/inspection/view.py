"""Which part of an image the network is given to explain one of its pixels, and where things of it lie in the image."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from segstudio.core.arrays import Pixels
from segstudio.core.geometry import Rect
from segstudio.core.inspection import Reach, TapPoint
from segstudio.deeplab.fitting import fitted_size
from segstudio.deeplab.model import ModelConfig

ALIGNMENT = 32
"""Input pixels. A part of an image begins at a multiple of the coarsest stride, so that its cells lie as the whole's."""


@dataclass(frozen=True)
class View:
    """The network is given `size` = (height, width) pixels, which show `region` of the image; they begin `start` = (rows,
    columns) of the network's pixels into the whole. `x`, `y`: the pixel in the image.

    `cropped`: the region is less than the image.
    """

    size: tuple[int, int]
    start: tuple[int, int]
    region: Rect
    cropped: bool
    x: int
    y: int

    def of(self, image: Pixels) -> Pixels:
        """What the network is given: averaged where it gets smaller, cubic where it gets larger."""
        pixels = image[self.region.slices]
        if pixels.shape[:2] != self.size:
            down, across = self.size
            how = cv2.INTER_AREA if down * across < self.region.area else cv2.INTER_CUBIC
            pixels = np.asarray(cv2.resize(pixels, (across, down), interpolation=how), np.uint8)
        return pixels

    def cells_of(self, maps: Tensor, near: Tensor, stride: int) -> Tensor:
        """The part of 1×C×H×W `maps` of the whole that lies where `near` does, those of this view, both at `stride`."""
        top, left = self.start[0] // stride, self.start[1] // stride
        return maps[:, :, top : top + near.shape[2], left : left + near.shape[3]]

    def position(self, cells: tuple[int, int], padded: tuple[int, int]) -> tuple[float, float]:
        """Where the pixel's centre lies among the centres of `cells` = (rows, columns) over an input that was extended
        to `padded`: what `core.prediction` does to a whole map, for one pixel."""
        height, width = self.size
        rows = math.ceil(height * (cells[0] / padded[0]))
        columns = math.ceil(width * (cells[1] / padded[1]))
        down = (self.y - self.region.y + 0.5) * (rows / self.region.height) - 0.5
        across = (self.x - self.region.x + 0.5) * (columns / self.region.width) - 0.5
        return min(max(down, 0.0), rows - 1.0), min(max(across, 0.0), columns - 1.0)

    def cell(self, cells: tuple[int, int], padded: tuple[int, int]) -> tuple[int, int]:
        """(row, column) of the cell whose square holds the pixel."""
        down, across = self._scale(cells, padded)
        row, column = (self.y - self.region.y + 0.5) / down, (self.x - self.region.x + 0.5) / across
        return min(int(row), cells[0] - 1), min(int(column), cells[1] - 1)

    def tap(self, cells: tuple[int, int], padded: tuple[int, int], row: int, column: int) -> TapPoint:
        """The middle of a cell, in image pixels; also of one outside the map."""
        down, across = self._scale(cells, padded)
        inside = 0 <= row < cells[0] and 0 <= column < cells[1]
        return TapPoint(self.region.x + (column + 0.5) * across, self.region.y + (row + 0.5) * down, inside)

    def reach(self, influence: NDArray[np.float32], shares: tuple[float, ...]) -> tuple[Reach, ...]:
        """Radii in image pixels of the discs around the pixel that hold these shares of `influence` (h×w, sums to 1)."""
        height, width = influence.shape
        rows = self.region.y + (np.arange(height) + 0.5) * (self.region.height / height) - (self.y + 0.5)
        columns = self.region.x + (np.arange(width) + 0.5) * (self.region.width / width) - (self.x + 0.5)
        distance = np.hypot(rows[:, None], columns[None, :])
        rings = np.cumsum(np.bincount(np.ceil(distance).astype(np.intp).ravel(), influence.ravel()))
        return tuple(
            Reach(share, float(np.searchsorted(rings, share * rings[-1], side="left"))) for share in shares
        )

    def _scale(self, cells: tuple[int, int], padded: tuple[int, int]) -> tuple[float, float]:
        """Height and width of a cell in image pixels."""
        height, width = self.size
        return (
            padded[0] / cells[0] * self.region.height / height,
            padded[1] / cells[1] * self.region.width / width,
        )


def view_size(
    height: int, width: int, config: ModelConfig, limit: int, *, full_size: bool = False
) -> tuple[int, int]:
    """(height, width) that the network is given of an image of that size, of `limit` pixels at most."""
    rows, columns = fitted_size((height, width), config, full_size=full_size)
    if rows * columns <= limit:
        return rows, columns
    side = max(ALIGNMENT, math.isqrt(limit))
    down = _cut(rows, max(side, limit // columns))
    return down, _cut(columns, limit // down)


def view_of(
    size: tuple[int, int], x: int, y: int, config: ModelConfig, limit: int, *, full_size: bool = False
) -> View:
    """Of an image of `size` = (height, width): all of it at the model's working size or, where that has more than `limit`
    pixels, so much around (x, y)."""
    height, width = size
    rows, columns = fitted_size(size, config, full_size=full_size)
    down, across = view_size(height, width, config, limit, full_size=full_size)
    first_row, top, bottom = _window(y, height, rows, down)
    first_column, left, right = _window(x, width, columns, across)
    region = Rect(left, top, right - left, bottom - top)
    return View((down, across), (first_row, first_column), region, region.area < height * width, x, y)


def _window(at: int, length: int, scaled: int, wanted: int) -> tuple[int, int, int]:
    """Where, along one axis, `wanted` of the `scaled` pixels around `at` begin; their first and last + 1 image pixel."""
    if wanted >= scaled:
        return 0, 0, length
    scale = length / scaled
    start = math.floor(((at + 0.5) / scale - wanted / 2) / ALIGNMENT + 0.5) * ALIGNMENT
    start = min(max(start, 0), scaled - wanted)
    first = min(round(start * scale), length - 1)
    return start, first, min(max(round((start + wanted) * scale), first + 1), length)


def _cut(length: int, most: int) -> int:
    """As much of `length` as is allowed and leaves a multiple of ALIGNMENT: where TensorFlow's padding lies depends on
    what a side is divisible by."""
    return length if length <= most else max(1, length - -(-(length - most) // ALIGNMENT) * ALIGNMENT)
