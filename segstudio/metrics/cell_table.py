"""The confusion matrices of many images side by side, to ask all of them one question at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segstudio.metrics.error_map import OUTSIDE, ErrorView
from segstudio.metrics.sparse import SparseMatrix


@dataclass(frozen=True)
class CellTable:
    """All cells that are not zero: `owner` (int32 K, position in `keys`), `truth`, `predicted` (int32 K; `num_classes`
    as predicted is 'outside') and `counts` (int64 K)."""

    keys: tuple[str, ...]
    owner: NDArray[np.int32]
    truth: NDArray[np.int32]
    predicted: NDArray[np.int32]
    counts: NDArray[np.int64]
    num_classes: int

    @classmethod
    def of(cls, matrices: Mapping[str, SparseMatrix], num_classes: int) -> CellTable:
        """All of `num_classes` classes; in the order of the mapping."""
        sizes = [len(m.cells) for m in matrices.values()]
        owner = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        nothing = np.empty(0, np.int32)
        cells = np.concatenate([nothing, *(m.cells for m in matrices.values())])
        counts = np.concatenate([nothing.astype(np.int64), *(m.counts for m in matrices.values())])
        truth, predicted = np.divmod(cells, np.int32(num_classes + 1))
        return cls(tuple(matrices), owner, truth, predicted, counts, num_classes)

    def counts_of(self, view: ErrorView) -> NDArray[np.int64]:
        """int64 per image: the pixels that `view` is about (its band aside), as `view.count` of each matrix."""
        if view.cell is not None:
            truth, predicted = view.cell
            column = self.num_classes if predicted == OUTSIDE else predicted
            return self._sum((self.truth == truth) & (self.predicted == column))
        if view.class_id is not None:
            return self._sum((self.truth == view.class_id) != (self.predicted == view.class_id))
        return self._sum(self.truth != self.predicted)

    def holds(self, class_id: int) -> NDArray[np.bool_]:
        """bool per image: whether truth or prediction have a pixel of the class."""
        found = np.zeros(len(self.keys), bool)
        found[self.owner[(self.truth == class_id) | (self.predicted == class_id)]] = True
        return found

    def _sum(self, mask: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Sums are float64 inside: exact up to 2⁵³ pixels."""
        found = np.bincount(self.owner[mask], self.counts[mask], len(self.keys))
        return found.astype(np.int64)
