"""The figures of some chosen images: their matrices added, and added to as single images change."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np

from segstudio.core.signal import Signal
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.engine.evaluation.scoring import Scoring
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.sparse import SparseMatrix

_ONE_BY_ONE = 200


class SelectionSum:
    """Σ over the chosen images that are measured; the image under edit counts as it is now.

    Choosing costs the images that come or go, a stroke its own image, neither the number of all.
    """

    def __init__(self, scoring: Scoring) -> None:
        self.changed: Signal[()] = Signal()
        self._scoring = scoring
        self._keys: frozenset[str] = frozenset()
        self._added: dict[str, SparseMatrix] = {}
        self._total: np.ndarray[tuple[int], np.dtype[np.int64]] = np.zeros(0, np.int64)
        self._source_id: object = None
        scoring.entries_changed.connect(self._entries_changed)

    @property
    def keys(self) -> frozenset[str]:
        return self._keys

    def select(self, keys: Iterable[str]) -> None:
        chosen = frozenset(keys)
        if chosen == self._keys:
            return
        gone, come = self._keys - chosen, chosen - self._keys
        self._keys = chosen
        if len(gone) + len(come) > _ONE_BY_ONE:
            self._source_id = None  # everything anew costs less
        self._renew()
        for key in gone:
            self._take(key, None)
        measured = self._scoring.measured
        for key in come:
            self._take(key, measured.get(key))
        self.changed.emit()

    @property
    def comparison(self) -> Comparison | None:
        """None while nothing is chosen that is measured."""
        scoring, source = self._scoring, self._scoring.source
        self._renew()
        if source is None or not self._keys:
            return None
        n, ignore = source.table.num_classes, source.table.ignore_index
        total = _dense(self._total, n, ignore)
        images = len(self._added)
        watched = scoring.watched
        if watched in self._keys:
            live, former = scoring.matrix(watched), self._added.get(watched)
            if live is not None and (former is not None or live.valid_pixels):
                total = total + live if former is None else total - former.dense() + live
                images += former is None
        if not images:
            return None
        return scoring.comparison_of_some(total, self._keys, images=images)

    def _renew(self) -> None:
        """Other candidate, table or project: everything is added anew."""
        source = self._scoring.source
        if source is self._source_id:
            return
        self._source_id = source
        n = source.table.num_classes if source is not None else 0
        measured = self._scoring.measured
        self._added = {key: measured[key] for key in self._keys & measured.keys()}
        left_out = measured.keys() - self._keys
        if source is None or len(self._added) <= len(left_out):
            self._total = _sum(self._added.values(), n)
        else:
            rest = _sum((measured[key] for key in left_out), n)
            self._total = _flat(self._scoring.saved_total) - rest

    def _entries_changed(self, keys: Collection[str]) -> None:
        changed = self._keys.intersection(keys)
        if changed:
            self._renew()
            for key in changed:
                self._take(key, self._scoring.saved_matrix(key))
            self.changed.emit()

    def _take(self, key: str, matrix: SparseMatrix | None) -> None:
        former = self._added.get(key)
        if former is matrix:
            return
        if former is not None:
            self._total[former.cells] -= former.counts
            del self._added[key]
        if matrix is not None:
            self._total[matrix.cells] += matrix.counts
            self._added[key] = matrix


def _sum(matrices: Iterable[SparseMatrix], num_classes: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """int64 N·(N+1); sums are float64 inside: exact up to 2⁵³ pixels."""
    some, nothing = list(matrices), np.empty(0, np.int64)
    cells = np.concatenate([nothing, *(m.cells for m in some)])
    counts = np.concatenate([nothing, *(m.counts for m in some)])
    return np.bincount(cells, counts, num_classes * (num_classes + 1)).astype(np.int64)


def _flat(matrix: ConfusionMatrix) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.concatenate([matrix.counts, matrix.outside[:, None]], axis=1).reshape(-1)


def _dense(
    flat: np.ndarray[tuple[int], np.dtype[np.int64]], num_classes: int, ignore_index: int
) -> ConfusionMatrix:
    rows = flat.reshape(num_classes, num_classes + 1)
    return ConfusionMatrix(rows[:, :-1].copy(), rows[:, -1].copy(), ignore_index)
