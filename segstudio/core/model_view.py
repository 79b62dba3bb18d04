"""What a model says inside a rectangle, in a project's classes: label, confidence, probability, second choice."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Plane
from segstudio.core.classes import ClassMapping
from segstudio.core.geometry import Rect
from segstudio.core.prediction import SCALE, Prediction
from segstudio.core.resampling import source_positions

Floats = NDArray[np.float32]

TILE = 128
"""Side of the squares that probabilities are kept in."""
_KEPT_BYTES = 32 << 20
_BAND_VALUES = 1 << 22
"""Interpolated logits that are held at a time."""


class ModelView:
    """A prediction seen through a class mapping. Work follows the rectangle asked for, never the image.

    All values are those that `Prediction.label_map` and `Prediction.confidence` hold there. Several model classes
    may stand for one class of the project: their probabilities add, and the best of them speaks for it. Model
    classes that have no partner say the ignore index, and are nobody's second choice. Safe in several threads.
    """

    def __init__(
        self, prediction: Prediction, mapping: ClassMapping | None = None, ignore_index: int = 255
    ) -> None:
        self.prediction = prediction
        self.ignore_index = ignore_index
        channels = len(prediction.logits)
        targets: list[int | None] = list(range(channels))
        if mapping is not None:
            targets = [mapping.targets[i] if i < len(mapping.targets) else None for i in range(channels)]
        self._target = np.array([ignore_index if t is None else t for t in targets], np.uint8)
        self._known = np.array([t is not None for t in targets], np.bool_)
        self._tiles: OrderedDict[tuple[int, int, int], Plane] = OrderedDict()
        self._cells: tuple[Plane, Plane] | None = None
        self._lock = threading.Lock()
        height, width = prediction.size
        cells_h, cells_w = prediction.logits.shape[1:]
        self._columns = source_positions(width, cells_w)
        self._rows = source_positions(height, cells_h)

    @property
    def rect(self) -> Rect:
        """The whole image."""
        height, width = self.prediction.size
        return Rect(0, 0, width, height)

    @property
    def class_ids(self) -> tuple[int, ...]:
        """The project's classes that the model knows, ascending."""
        return tuple(int(i) for i in np.unique(self._target[self._known]))

    def label(self, rect: Rect) -> Plane:
        """uint8 h×w: the best class. `rect` must lie inside the image, here and below."""
        return self._by_bands(rect, lambda values: self._target[values.argmax(axis=0)])

    def confidence(self, rect: Rect) -> Plane:
        """uint8 h×w: softmax probability of the model's best class, 255 = certain."""
        return self._by_bands(rect, lambda values: _share(_weights(values.max(axis=0)), values))

    def second_choice(self, rect: Rect) -> Plane:
        """uint8 h×w: the best class that is not the label; the ignore index where the model knows no other."""

        def second(values: Floats) -> Plane:
            first = self._target[values.argmax(axis=0)]
            excluded = (self._target[:, None, None] == first) | ~self._known[:, None, None]
            values = np.where(excluded, np.float32(-1.0), values)
            found = self._target[values.argmax(axis=0)]
            return np.where(values.max(axis=0) < 0, np.uint8(self.ignore_index), found)

        return self._by_bands(rect, second)

    def probability(self, class_id: int, rect: Rect) -> Plane:
        """uint8 h×w: softmax probability of a class of the project, 255 = certain; 0 for one the model does not
        know. Squares of it are kept, so that a brush that passes again pays little."""
        found = np.zeros((rect.height, rect.width), np.uint8)
        if rect.empty or not (self._known & (self._target == class_id)).any():
            return found
        for y in range(rect.y // TILE * TILE, rect.bottom, TILE):
            for x in range(rect.x // TILE * TILE, rect.right, TILE):
                square = Rect(x, y, TILE, TILE).intersect(self.rect)
                part = square.intersect(rect)
                kept = self._tile(class_id, square)
                found[part.translate(-rect.x, -rect.y).slices] = kept[part.translate(-x, -y).slices]
        return found

    def edge(self, class_id: int, rect: Rect) -> Plane:
        """uint8 h×w: how near the class is to its best rival: 255 where both are equally probable, 0 where one of them
        is certain. Its ridge is the border of the class in `label`. All 0 for a class the model does not know."""
        own = self._known & (self._target == class_id)
        if not own.any() or own.all():
            return np.zeros((rect.height, rect.width), np.uint8)

        def nearness(values: Floats) -> Plane:
            total = _weights(values).sum(axis=0)
            lead = _weights(values[own].max(axis=0)) - _weights(values[~own].max(axis=0))
            found: Plane = np.rint(255 * (1 - np.abs(lead) / total)).astype(np.uint8)
            return found

        return self._by_bands(rect, nearness)

    def mean_probabilities(self, xs: NDArray[np.intp], ys: NDArray[np.intp]) -> NDArray[np.float64]:
        """float64 of 256: the mean probability of each class id of the project over pixels (xs, ys)."""
        crop, left, top = self._crop(
            Rect(int(xs.min()), int(ys.min()), int(np.ptp(xs)) + 1, int(np.ptp(ys)) + 1)
        )
        u, v = self._columns[xs] - left, self._rows[ys] - top
        x0, y0 = u.astype(np.intp), v.astype(np.intp)
        x1, y1 = np.minimum(x0 + 1, crop.shape[2] - 1), np.minimum(y0 + 1, crop.shape[1] - 1)
        u, v = u - x0, v - y0
        values = (crop[:, y0, x0] * (1 - u) + crop[:, y0, x1] * u) * (1 - v)
        values += (crop[:, y1, x0] * (1 - u) + crop[:, y1, x1] * u) * v
        weights = np.exp((values - values.max(axis=0)) / SCALE)
        mean = (weights / weights.sum(axis=0)).mean(axis=1)
        return np.bincount(self._target[self._known], mean[self._known], minlength=256).astype(np.float64)

    def cells(self) -> tuple[Plane, Plane]:
        """Two uint8 planes at decoder stride: the best class and the confidence of each cell of logits."""
        with self._lock:
            if self._cells is None:
                self._cells = self._decide_cells()
            return self._cells

    def _decide_cells(self) -> tuple[Plane, Plane]:
        logits = self.prediction.logits
        total = np.zeros(logits.shape[1:], np.float32)
        for channel in logits:
            total += _weights(channel.astype(np.float32))
        best = np.rint(_weights(logits.max(axis=0).astype(np.float32)) / total * 255).astype(np.uint8)
        return self._target[logits.argmax(axis=0)], best

    def cell_of(
        self, xs: NDArray[np.intp], ys: NDArray[np.intp]
    ) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The (column, row) of the cell that each pixel's centre lies in."""
        height, width = self.prediction.size
        cells_h, cells_w = self.prediction.logits.shape[1:]
        return (2 * xs + 1) * cells_w // (2 * width), (2 * ys + 1) * cells_h // (2 * height)

    def _tile(self, class_id: int, square: Rect) -> Plane:
        key = class_id, square.x, square.y
        with self._lock:
            held = self._tiles.get(key)
            if held is not None:
                self._tiles.move_to_end(key)
                return held
        chosen = self._known & (self._target == class_id)

        def share(values: Floats) -> Plane:
            wanted = np.zeros(values.shape[1:], np.float32)
            for value in values[chosen]:
                wanted += _weights(value)
            return _share(wanted, values)

        made = self._by_bands(square, share)
        with self._lock:
            self._tiles[key] = made
            while len(self._tiles) * TILE * TILE > _KEPT_BYTES:
                self._tiles.popitem(last=False)
        return made

    def _by_bands(self, rect: Rect, decide: Callable[[Floats], Plane]) -> Plane:
        found = np.empty((rect.height, rect.width), np.uint8)
        for band in self._bands(rect):
            found[band.y - rect.y : band.bottom - rect.y] = decide(self._values(band))
        return found

    def _bands(self, rect: Rect) -> Iterator[Rect]:
        if rect.empty:
            return
        rows = max(_BAND_VALUES // (rect.width * len(self.prediction.logits)), 1)
        for y in range(rect.y, rect.bottom, rows):
            yield Rect(rect.x, y, rect.width, min(rows, rect.bottom - y))

    def _values(self, rect: Rect) -> Floats:
        """float32 C×h×w: the interpolated logits, by the same cv2 call on the same numbers as the whole image's."""
        crop, left, top = self._crop(rect)
        map_x = np.repeat(self._columns[None, rect.x : rect.right] - left, rect.height, axis=0)
        map_y = np.repeat(self._rows[rect.y : rect.bottom, None] - top, rect.width, axis=1)
        found = np.empty((len(crop), rect.height, rect.width), np.float32)
        for channel, out in zip(crop, found, strict=True):
            cv2.remap(channel, map_x, map_y, cv2.INTER_LINEAR, dst=out, borderMode=cv2.BORDER_REPLICATE)
        return found

    def _crop(self, rect: Rect) -> tuple[Floats, np.float32, np.float32]:
        """float32 C×h×w: the cells that the rectangle's pixels lie between, and the first one's column and row.

        Subtracting a whole number of cells from a position is exact, so nothing changes by it.
        """
        left, top = int(self._columns[rect.x]), int(self._rows[rect.y])
        right, bottom = int(self._columns[rect.right - 1]) + 2, int(self._rows[rect.bottom - 1]) + 2
        crop = self.prediction.logits[:, top:bottom, left:right].astype(np.float32)
        return crop, np.float32(left), np.float32(top)


def _weights(values: Floats) -> Floats:
    """Softmax weights, not yet divided by their sum."""
    found: Floats = np.exp((values - 255.0) / SCALE)
    return found


def _share(wanted: Floats, values: Floats) -> Plane:
    """`wanted` among the weights of all channels, added in the order of `Prediction.confidence`."""
    total = np.zeros(values.shape[1:], np.float32)
    for value in values:
        total += _weights(value)
    found: Plane = np.rint(wanted / total * 255).astype(np.uint8)
    return found
