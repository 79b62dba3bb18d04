"""Confusion matrices of single images, kept small: an image holds few of a table's N² pairs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segstudio.metrics.confusion import ConfusionMatrix


@dataclass(frozen=True)
class SparseMatrix:
    """The cells of a `ConfusionMatrix` that are not zero.

    `cells`: int32 K, row · (N+1) + column, where column N is `outside`. `counts`: int64 K.
    """

    cells: NDArray[np.int32]
    counts: NDArray[np.int64]
    num_classes: int
    ignore_index: int = 255

    @classmethod
    def of(cls, matrix: ConfusionMatrix) -> SparseMatrix:
        flat = np.concatenate([matrix.counts, matrix.outside[:, None]], axis=1).reshape(-1)
        cells = np.flatnonzero(flat)
        return cls(cells.astype(np.int32), flat[cells], matrix.num_classes, matrix.ignore_index)

    def dense(self) -> ConfusionMatrix:
        flat = np.zeros(self.num_classes * (self.num_classes + 1), np.int64)
        flat[self.cells] = self.counts
        rows = flat.reshape(self.num_classes, self.num_classes + 1)
        return ConfusionMatrix(rows[:, :-1].copy(), rows[:, -1].copy(), self.ignore_index)


def total_of(
    matrices: Iterable[SparseMatrix], num_classes: int, ignore_index: int = 255
) -> ConfusionMatrix:
    """Their sum; all of them of `num_classes` classes and this ignore index."""
    total = np.zeros(num_classes * (num_classes + 1), np.int64)
    for matrix in matrices:
        total[matrix.cells] += matrix.counts
    every = np.arange(total.size, dtype=np.int32)
    return SparseMatrix(every, total, num_classes, ignore_index).dense()
