"""The confusion matrix: exact integer counts that can be added, subtracted and updated by rectangle."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Labels = NDArray[np.uint8]
Counts = NDArray[np.int64]

_PIXELS_PER_CALL = 1 << 24
"""`cv2.calcHist` counts in float32, which holds every integer only up to 2²⁴."""


@dataclass(frozen=True)
class ConfusionMatrix:
    """Counts of (truth, prediction) pairs over pixels whose truth is not the ignore index.

    `counts`: int64 N×N, rows are truth. `outside`: int64 N, per truth class the pixels whose prediction
    is the ignore index or no class at all; they are misses, never dropped. Row and column of an ignore
    index inside 0…N−1 are zero. Values, not objects: `+` and `-` return new ones.
    """

    counts: Counts
    outside: Counts
    ignore_index: int = 255

    @classmethod
    def zero(cls, num_classes: int, ignore_index: int = 255) -> ConfusionMatrix:
        return cls(
            np.zeros((num_classes, num_classes), np.int64), np.zeros(num_classes, np.int64), ignore_index
        )

    @classmethod
    def from_labels(
        cls, truth: Labels, prediction: Labels, num_classes: int, ignore_index: int = 255
    ) -> ConfusionMatrix:
        """Count two uint8 arrays of one shape.

        A truth value that is neither below `num_classes` nor the ignore index is not counted: callers
        that read files check values first (`check_label_values`).

        Raises ValueError when the shapes differ or an array is not uint8.
        """
        if truth.shape != prediction.shape:
            raise ValueError(f"truth is {truth.shape}, prediction is {prediction.shape}")
        if truth.dtype != np.uint8 or prediction.dtype != np.uint8:
            raise ValueError("truth and prediction must be uint8 class ids")
        pairs = _joint_histogram(truth.reshape(-1), prediction.reshape(-1))
        if ignore_index < 256:
            pairs[ignore_index, :] = 0
        counts = pairs[:num_classes, :num_classes].copy()
        outside = pairs[:num_classes, num_classes:].sum(axis=1)
        if ignore_index < num_classes:
            outside += counts[:, ignore_index]
            counts[:, ignore_index] = 0
        return cls(counts, outside, ignore_index)

    @property
    def num_classes(self) -> int:
        return int(self.counts.shape[0])

    @property
    def valid_pixels(self) -> int:
        return int(self.counts.sum() + self.outside.sum())

    def __add__(self, other: ConfusionMatrix) -> ConfusionMatrix:
        self._check(other)
        return ConfusionMatrix(self.counts + other.counts, self.outside + other.outside, self.ignore_index)

    def __sub__(self, other: ConfusionMatrix) -> ConfusionMatrix:
        self._check(other)
        return ConfusionMatrix(self.counts - other.counts, self.outside - other.outside, self.ignore_index)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, ConfusionMatrix)
            and self.ignore_index == other.ignore_index
            and np.array_equal(self.counts, other.counts)
            and np.array_equal(self.outside, other.outside)
        )

    __hash__ = None  # type: ignore[assignment]  # arrays inside: equal by value, so not hashable

    def update(self, before: Labels, after: Labels, prediction: Labels) -> ConfusionMatrix:
        """The matrix after the truth of a region changed from `before` to `after`.

        All three are uint8 views of the same region; cost is that of the pixels that differ.
        """
        changed = before != after
        if not changed.any():
            return self
        p = prediction[changed]
        n, ignore = self.num_classes, self.ignore_index
        return (
            self
            - ConfusionMatrix.from_labels(before[changed], p, n, ignore)
            + ConfusionMatrix.from_labels(after[changed], p, n, ignore)
        )

    def _check(self, other: ConfusionMatrix) -> None:
        if self.counts.shape != other.counts.shape or self.ignore_index != other.ignore_index:
            raise ValueError("confusion matrices of different class tables cannot be combined")


def _joint_histogram(truth: Labels, prediction: Labels) -> Counts:
    """int64 256×256 counts of value pairs of two flat uint8 arrays."""
    total = np.zeros((256, 256), np.int64)
    for start in range(0, truth.size, _PIXELS_PER_CALL):
        part = slice(start, start + _PIXELS_PER_CALL)
        if truth[part].size < 4096:  # a histogram's fixed cost (65,536 bins) is more than these pixels'
            index = truth[part].astype(np.int64) * 256 + prediction[part]
            values, times = np.unique(index, return_counts=True)
            total.reshape(-1)[values] += times
            continue
        planes = [np.ascontiguousarray(truth[part]), np.ascontiguousarray(prediction[part])]
        hist = cv2.calcHist(planes, [0, 1], None, [256, 256], [0, 256, 0, 256])
        total += hist.astype(np.int64)
    return total
