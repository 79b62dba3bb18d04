"""Many matrices asked at once answer as each of them would."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.metrics.cell_table import CellTable
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.error_map import OUTSIDE, ErrorView
from segstudio.metrics.sparse import SparseMatrix


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31), st.integers(1, 5), st.integers(0, 6))
def test_counts_equal_those_of_each_matrix(seed: int, classes: int, images: int) -> None:
    rng = np.random.default_rng(seed)
    matrices = {}
    for n in range(images):
        counts = rng.integers(0, 3, (classes, classes)) * rng.integers(0, 2, (classes, classes))
        outside = rng.integers(0, 2, classes)
        matrices[f"image {n}"] = ConfusionMatrix(counts.astype(np.int64), outside.astype(np.int64))
    table = CellTable.of({key: SparseMatrix.of(m) for key, m in matrices.items()}, classes)
    views = [ErrorView(cell=(t, p)) for t in range(classes) for p in (*range(classes), OUTSIDE)]
    for view in [ErrorView(), *views, *(ErrorView(class_id=c) for c in range(classes))]:
        assert table.counts_of(view).tolist() == [view.count(m) for m in matrices.values()]
    for c in range(classes):
        held = [bool(m.counts[c].any() or m.counts[:, c].any() or m.outside[c]) for m in matrices.values()]
        assert table.holds(c).tolist() == held
    assert table.keys == tuple(matrices)
