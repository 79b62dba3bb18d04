"""What is shown as an error is what the matrix counts, pixel for pixel."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.metrics.boundary import TRIMAP_WIDTHS, trimap_bands
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.error_map import OUTSIDE, ErrorView, class_errors, errors_of, near_boundary


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 2**31),
    classes=st.integers(1, 6),
    ignore=st.sampled_from([0, 2, 255]),
    height=st.integers(1, 20),
    width=st.integers(1, 20),
)
def test_chosen_pixels_are_those_that_the_matrix_counts(
    seed: int, classes: int, ignore: int, height: int, width: int
) -> None:
    rng = np.random.default_rng(seed)
    values = np.array([*range(classes), ignore], np.uint8)
    truth = rng.choice(values, (height, width))
    prediction = rng.choice(np.array([*values, 77, 254], np.uint8), (height, width))
    matrix = ConfusionMatrix.from_labels(truth, prediction, classes, ignore)
    views = [ErrorView(cell=(t, p)) for t in range(classes) for p in (*range(classes), OUTSIDE)]
    views += [ErrorView(class_id=c) for c in range(classes) if c != ignore]
    for view in [*views, ErrorView()]:
        chosen = view.chosen(truth, prediction, classes, ignore)
        assert np.count_nonzero(chosen) == view.count(matrix), view
    cells = sum(view.chosen(truth, prediction, classes, ignore).astype(int) for view in views if view.cell)
    assert np.array_equal(cells, (truth != ignore).astype(int)), (
        "every valid pixel lies in exactly one cell"
    )


def test_false_negatives_and_positives_by_hand() -> None:
    truth = np.array([[0, 0, 1, 255]], np.uint8)
    prediction = np.array([[0, 1, 9, 0]], np.uint8)
    matrix = ConfusionMatrix.from_labels(truth, prediction, 2)
    assert class_errors(matrix, 0) == (1, 0)
    assert class_errors(matrix, 1) == (1, 1)
    assert errors_of(matrix) == 2
    assert ErrorView().everything
    assert not ErrorView(band=3).everything


@pytest.mark.parametrize("seed", range(4))
def test_the_band_is_the_trimap(seed: int) -> None:
    rng = np.random.default_rng(seed)
    truth = np.kron(rng.integers(0, 3, (4, 5), np.uint8), np.ones((9, 7), np.uint8))
    for width, band in zip(TRIMAP_WIDTHS, trimap_bands(truth), strict=True):
        assert np.array_equal(near_boundary(truth, width), band)
    assert not near_boundary(np.zeros((5, 5), np.uint8), 4).any()
