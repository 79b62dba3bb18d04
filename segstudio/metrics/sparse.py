"""Confusion matrices of single images, kept small: an image holds few of a table's N² pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from segstudio.metrics.confusion import ConfusionMatrix

_AT_ONCE = 4096


class SparseMatrix(NamedTuple):
    """The cells of a `ConfusionMatrix` that are not zero. A tuple, since 100,000 of them are made at a time.

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
    for some in _parcels(list(matrices)):
        cells, counts = _joined(some)
        np.add.at(total, cells, counts)
    every = np.arange(total.size, dtype=np.int32)
    return SparseMatrix(every, total, num_classes, ignore_index).dense()


def image_figures(
    matrices: Sequence[SparseMatrix], num_classes: int
) -> tuple[list[float], list[int], list[int]]:
    """Of every image its mIoU (NaN where it has none), its wrong pixels and its valid pixels, many images at once.

    The mIoU is that of `scores.score`, from sums of at most 2⁵³ pixels.
    """
    mious: list[float] = []
    errors: list[int] = []
    pixels: list[int] = []
    n = num_classes
    for some in _parcels(matrices):
        sums = class_sums(some, n)
        hits, truth, predicted = sums[:, :n], sums[:, n : 2 * n], sums[:, 2 * n :]
        union = truth + predicted - hits
        there = union > 0
        shares = np.divide(hits, union, out=np.zeros_like(hits), where=there)
        with np.errstate(invalid="ignore"):
            mious += (shares.sum(axis=1) / there.sum(axis=1)).tolist()
        valid = truth.sum(axis=1)
        errors += (valid - hits.sum(axis=1)).astype(np.int64).tolist()
        pixels += valid.astype(np.int64).tolist()
    return mious, errors, pixels


def class_sums(matrices: Sequence[SparseMatrix], num_classes: int) -> NDArray[np.float64]:
    """float64 images×3N: per class the hits, the pixels in the truth, the pixels in the prediction.

    The four scores need no more of a matrix, and these add over images exactly (up to 2⁵³).
    """
    n, images = num_classes, len(matrices)
    cells, counts = _joined(matrices)
    owner = np.repeat(np.arange(images), [len(m.cells) for m in matrices]) * n
    truth, predicted = np.divmod(cells, n + 1)
    hit, known = truth == predicted, predicted < n

    def summed(place: NDArray[np.int64], weights: NDArray[np.int64]) -> NDArray[np.float64]:
        return np.bincount(place, weights, images * n).astype(np.float64, copy=False).reshape(images, n)

    return np.concatenate(
        [
            summed((owner + truth)[hit], counts[hit]),
            summed(owner + truth, counts),
            summed((owner + predicted)[known], counts[known]),
        ],
        axis=1,
    )


def _joined(matrices: Sequence[SparseMatrix]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    nothing = np.empty(0, np.int64)
    cells = np.concatenate([nothing, *(m.cells for m in matrices)])
    return cells.astype(np.int64, copy=False), np.concatenate([nothing, *(m.counts for m in matrices)])


def _parcels(matrices: Sequence[SparseMatrix]) -> Iterable[Sequence[SparseMatrix]]:
    """A few thousand at a time: the sums of all at once would need much memory for tables of many classes."""
    return (matrices[start : start + _AT_ONCE] for start in range(0, len(matrices), _AT_ONCE))
