"""A sparse matrix is the dense one, smaller."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.sparse import SparseMatrix


@given(st.integers(1, 12), st.integers(0, 2**32 - 1), st.sampled_from([0, 255]))
def test_there_and_back(n: int, seed: int, ignore: int) -> None:
    rng = np.random.default_rng(seed)
    kept = rng.random((n, n)) < 0.3
    matrix = ConfusionMatrix(rng.integers(0, 1 << 40, (n, n)) * kept, rng.integers(0, 3, n), ignore)
    sparse = SparseMatrix.of(matrix)
    assert sparse.dense() == matrix
    assert len(sparse.cells) == np.count_nonzero(matrix.counts) + np.count_nonzero(matrix.outside)
