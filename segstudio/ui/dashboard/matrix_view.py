"""Which part of a confusion matrix is shown, and what one cell of it says. No painting."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.numerals import grouped
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import row_shares


@dataclass(frozen=True, eq=False)
class MatrixView:
    """The classes that truth or prediction hold, in the table's order, and where their pixels went.

    `shares`, `counts`: n×m, rows are truth; m = n, or n + 1 when some predictions are no class (`has_outside`).
    Shares of a row that is absent from the truth are NaN.
    """

    classes: tuple[SegClass, ...]
    total_classes: int
    shares: NDArray[np.float64]
    counts: NDArray[np.int64]
    has_outside: bool
    valid_pixels: int
    annotator: bool = False
    """Whether columns are what a second person says, not predictions."""

    @classmethod
    def of(cls, matrix: ConfusionMatrix, table: ClassTable, *, annotator: bool = False) -> MatrixView:
        n = matrix.outside.shape[0]
        seen = matrix.counts.sum(axis=1) + matrix.counts.sum(axis=0) + matrix.outside > 0
        classes = tuple(c for c in table.classes if c.id < n and seen[c.id])
        ids = np.array([c.id for c in classes], np.intp)
        has_outside = bool(matrix.outside.any())
        columns = np.append(ids, n) if has_outside else ids
        counts = np.concatenate([matrix.counts, matrix.outside[:, None]], axis=1)
        return cls(
            classes,
            len(table),
            row_shares(matrix)[np.ix_(ids, columns)],
            counts[np.ix_(ids, columns)],
            has_outside,
            int(counts.sum()),
            annotator,
        )

    @property
    def rows(self) -> int:
        return len(self.classes)

    @property
    def columns(self) -> int:
        return int(self.counts.shape[1])

    def same_axes(self, other: MatrixView) -> bool:
        """Whether rows and columns mean the same."""
        mine, others = (
            (self.classes, self.columns, self.annotator),
            (other.classes, other.columns, other.annotator),
        )
        return mine == others

    def ids(self, row: int, column: int) -> tuple[int, int | None]:
        """Class ids of truth and prediction; None for 'outside'."""
        return self.classes[row].id, self.classes[column].id if column < self.rows else None

    def cell_text(self, row: int, column: int) -> str:
        """What a cell counts, in words: both classes, pixels, and the share of the true class."""
        truth = self.classes[row]
        count = grouped(int(self.counts[row, column]))
        share = self.shares[row, column]
        predicted = self.classes[column].name if column < self.rows else None
        lines = [_told(truth.name, predicted) if self.annotator else _what(truth.name, predicted)]
        if np.isnan(share):
            absent = (
                _tr("{truth} does not occur in your labels.")
                if self.annotator
                else _tr("{truth} does not occur in the truth.")
            )
            lines.append(absent.format(truth=truth.name))
        else:
            counted = (
                _tr("{count} pixels · {share:.2f} % of your {truth}")
                if self.annotator
                else _tr("{count} pixels · {share:.2f} % of the true {truth}")
            )
            lines.append(counted.format(count=count, share=100 * share, truth=truth.name))
            whole = 100 * int(self.counts[row, column]) / max(1, self.valid_pixels)
            lines.append(_tr("{share:.2f} % of all compared pixels").format(share=whole))
        return "\n".join(lines)


def _told(mine: str, other: str | None) -> str:
    """As `_what`, of two people."""
    if other == mine:
        return _tr("{mine}, agreed").format(mine=mine)
    return _tr("You say {mine}, the second {other}").format(mine=mine, other=other or _tr("nothing"))


def _what(truth: str, predicted: str | None) -> str:
    if predicted is None:
        return _tr("Truth {truth}, predicted as void or no class (outside)").format(truth=truth)
    if predicted == truth:
        return _tr("{truth}, predicted right").format(truth=truth)
    return _tr("Truth {truth}, predicted as {predicted}").format(truth=truth, predicted=predicted)


def _tr(text: str) -> str:
    return QCoreApplication.translate("MatrixView", text)
