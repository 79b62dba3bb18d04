"""Which pixels a question about errors is about: all wrong ones, one cell of the confusion matrix, one class.

The same pixels that `ConfusionMatrix` counts, so that what is shown and what is counted are equal: `chosen` for a cell
has exactly as many pixels as the matrix of the same planes says.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from segstudio.core.arrays import Label, Mask
from segstudio.metrics.boundary import edge_distance
from segstudio.metrics.confusion import ConfusionMatrix

OUTSIDE = -1
"""As a predicted class: the ignore value, or no class at all."""


class Paint(StrEnum):
    """What colours a wrong pixel."""

    PLAIN = "plain"
    TRUTH = "truth"  # the true class
    PREDICTED = "predicted"


@dataclass(frozen=True, slots=True)
class ErrorView:
    """A question about errors.

    `cell`: only pixels of this (truth, predicted), right ones where both are the same; `OUTSIDE` is allowed as
    predicted. `class_id`: only this class's false negatives and false positives. At most one of the two.
    `band`: only pixels less than so many pixels from a boundary of the truth (see `metrics.boundary`).
    """

    paint: Paint = Paint.PLAIN
    cell: tuple[int, int] | None = None
    class_id: int | None = None
    band: int | None = None

    @property
    def everything(self) -> bool:
        """Whether it is about all errors."""
        return self.cell is None and self.class_id is None and self.band is None

    def chosen(self, truth: Label, prediction: Label, num_classes: int, ignore_index: int) -> Mask:
        """bool h×w: the pixels that it is about, apart from `band`. Truth is uint8, void where it does not count."""
        valid = truth != ignore_index
        if self.cell is not None:
            true_class, predicted = self.cell
            found = np.asarray(valid & (truth == true_class), bool)
            if predicted == OUTSIDE:
                found &= (prediction == ignore_index) | (prediction >= num_classes)
            else:
                found &= (prediction == predicted) & (predicted != ignore_index)
            return found
        if self.class_id is not None:
            return np.asarray(valid & ((truth == self.class_id) != (prediction == self.class_id)), bool)
        return np.asarray(valid & (truth != prediction), bool)

    def count(self, matrix: ConfusionMatrix) -> int:
        """How many pixels `chosen` finds, from the matrix of the same planes."""
        if self.cell is not None:
            true_class, predicted = self.cell
            row = matrix.outside if predicted == OUTSIDE else matrix.counts[:, predicted]
            return int(row[true_class])
        if self.class_id is not None:
            missed, false = class_errors(matrix, self.class_id)
            return missed + false
        return errors_of(matrix)


def errors_of(matrix: ConfusionMatrix) -> int:
    """Wrong pixels."""
    return matrix.valid_pixels - int(np.trace(matrix.counts))


def class_errors(matrix: ConfusionMatrix, class_id: int) -> tuple[int, int]:
    """(false negatives, false positives) of a class, in pixels."""
    hits = int(matrix.counts[class_id, class_id])
    missed = int(matrix.counts[class_id].sum() + matrix.outside[class_id]) - hits
    return missed, int(matrix.counts[:, class_id].sum()) - hits


def near_boundary(truth: Label, width: int) -> Mask:
    """bool H×W: less than `width` pixels from a pixel at a boundary of the truth, as in the trimap of `boundary`."""
    distance = edge_distance(truth)
    if distance is None:
        return np.zeros(truth.shape, bool)
    return np.asarray(distance < width - 1e-3, bool)
