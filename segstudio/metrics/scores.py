"""The four scores of the FCN paper, and their per-class relatives; pure functions of a confusion matrix.

Definitions: Long, Shelhamer & Darrell, 'Fully Convolutional Networks for Semantic Segmentation',
CVPR 2015, section 5.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segstudio.metrics.confusion import ConfusionMatrix

Score = float | None
"""A share between 0 and 1, or None where the definition divides by nothing."""


@dataclass(frozen=True)
class Scores:
    """All scores of one matrix; per-class tuples are indexed by class id."""

    pixel_accuracy: Score
    mean_accuracy: Score
    miou: Score
    fwiou: Score
    iou: tuple[Score, ...]
    accuracy: tuple[Score, ...]  # recall
    precision: tuple[Score, ...]
    dice: tuple[Score, ...]
    support: tuple[int, ...]  # pixels of the class in the truth
    valid_pixels: int


def score(matrix: ConfusionMatrix) -> Scores:
    """Pixel accuracy, mean accuracy, mIoU, FWIoU and per-class scores of `matrix`.

    A class whose union is empty has IoU None and does not enter mIoU; a class absent from the truth does
    not enter mean accuracy; FWIoU weights by the class's frequency in the truth. With no valid pixel
    every score is None.
    """
    hits = np.diag(matrix.counts).astype(np.float64)
    truth = (matrix.counts.sum(axis=1) + matrix.outside).astype(np.float64)
    predicted = matrix.counts.sum(axis=0).astype(np.float64)
    total = float(truth.sum())
    iou = _ratios(hits, truth + predicted - hits)
    accuracy = _ratios(hits, truth)
    fwiou = sum(t / total * i for t, i in zip(truth, iou, strict=True) if i is not None) if total else None
    return Scores(
        pixel_accuracy=float(hits.sum() / total) if total else None,
        mean_accuracy=mean_of(accuracy),
        miou=mean_of(iou),
        fwiou=float(fwiou) if fwiou is not None else None,
        iou=iou,
        accuracy=accuracy,
        precision=_ratios(hits, predicted),
        dice=_ratios(2 * hits, truth + predicted),
        support=tuple(int(t) for t in truth),
        valid_pixels=int(total),
    )


def mean_of(values: Iterable[Score]) -> Score:
    """The mean of those that exist; None when none does."""
    present = [v for v in values if v is not None]
    return float(np.mean(present)) if present else None


def row_shares(matrix: ConfusionMatrix) -> NDArray[np.float64]:
    """float64 N×(N+1): where the pixels of each truth class went, as shares of its row.

    The last column is `outside`. Rows of classes that are absent from the truth are NaN; the others sum
    to 1.
    """
    rows = np.concatenate([matrix.counts, matrix.outside[:, None]], axis=1).astype(np.float64)
    totals = rows.sum(axis=1, keepdims=True)
    shares = np.full_like(rows, np.nan)
    np.divide(rows, totals, out=shares, where=totals > 0)
    return shares


def _ratios(numerator: NDArray[np.float64], denominator: NDArray[np.float64]) -> tuple[Score, ...]:
    return tuple(float(a / b) if b > 0 else None for a, b in zip(numerator, denominator, strict=True))
