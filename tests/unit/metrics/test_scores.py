"""The scores against plain loops, their laws, and the cases in which texts disagree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import mean_of, row_shares, score

Labels = NDArray[np.uint8]
Compute = Callable[[Labels, Labels, int, int], Any]


def _matrix(rows: list[list[int]], outside: list[int] | None = None) -> ConfusionMatrix:
    return ConfusionMatrix(np.array(rows, np.int64), np.array(outside or [0] * len(rows), np.int64))


@given(st.data(), st.integers(1, 8), st.sampled_from([0, 2, 7, 255]))
def test_scores_are_those_of_plain_loops(
    reference: Compute, data: st.DataObject, n: int, ignore: int
) -> None:
    values = st.sampled_from([*range(n), ignore, 200])
    truth = data.draw(arrays(np.uint8, (6, 7), elements=values))
    prediction = data.draw(arrays(np.uint8, (6, 7), elements=values))
    expected = reference(truth, prediction, n, ignore)
    found = score(ConfusionMatrix.from_labels(truth, prediction, n, ignore))
    for name in ("pixel_accuracy", "mean_accuracy", "miou", "fwiou"):
        assert getattr(found, name) == pytest.approx(getattr(expected, name), abs=1e-12), name
    for name in ("iou", "accuracy", "precision", "dice"):
        assert list(getattr(found, name)) == pytest.approx(getattr(expected, name), abs=1e-12), name
    assert found.valid_pixels == sum(found.support)


@given(st.integers(2, 9), st.randoms(use_true_random=False))
def test_permuting_classes_permutes_scores(n: int, random: Any) -> None:
    rng = np.random.default_rng(random.randrange(2**32))
    counts = rng.integers(0, 50, (n, n))
    counts[rng.integers(0, n)] = 0
    outside = rng.integers(0, 20, n)
    order = rng.permutation(n)
    plain = score(ConfusionMatrix(counts, outside))
    turned = score(ConfusionMatrix(counts[np.ix_(order, order)], outside[order]))
    assert list(turned.iou) == [plain.iou[i] for i in order]
    assert list(turned.precision) == [plain.precision[i] for i in order]
    for name in ("pixel_accuracy", "mean_accuracy", "miou", "fwiou"):
        assert getattr(turned, name) == pytest.approx(getattr(plain, name), abs=1e-12)


def test_a_worked_example() -> None:
    """By hand, of 10 valid pixels: 4 are wrong, one of these outside."""
    found = score(_matrix([[3, 1, 1], [1, 1, 0], [0, 0, 2]], [0, 0, 1]))
    assert found.iou == (3 / 6, 1 / 3, 2 / 4)
    assert found.pixel_accuracy == 6 / 10
    assert found.mean_accuracy == pytest.approx((3 / 5 + 1 / 2 + 2 / 3) / 3)
    assert found.miou == pytest.approx((3 / 6 + 1 / 3 + 2 / 4) / 3)
    assert found.fwiou == pytest.approx(0.5 * 3 / 6 + 0.2 * 1 / 3 + 0.3 * 2 / 4)
    assert found.dice == pytest.approx((6 / 9, 2 / 4, 4 / 6))
    assert found.support == (5, 2, 3)


def test_a_class_that_occurs_nowhere_is_none_and_counts_in_no_mean() -> None:
    found = score(_matrix([[4, 0, 0], [2, 2, 0], [0, 0, 0]]))
    assert found.iou[2] is found.accuracy[2] is found.precision[2] is found.dice[2] is None
    assert found.miou == pytest.approx((4 / 6 + 2 / 4) / 2)


def test_a_class_that_is_only_predicted_has_iou_zero_and_no_accuracy() -> None:
    found = score(_matrix([[3, 1], [0, 0]]))
    assert found.iou == (3 / 4, 0.0)
    assert found.accuracy == (3 / 4, None)
    assert found.miou == pytest.approx(3 / 8)
    assert found.mean_accuracy == 3 / 4


def test_a_class_that_is_never_predicted_has_no_precision() -> None:
    found = score(_matrix([[3, 0], [2, 0]]))
    assert found.precision == (3 / 5, None)
    assert found.iou == (3 / 5, 0.0)


def test_frequency_weights_come_from_the_truth() -> None:
    found = score(_matrix([[1, 9], [0, 10]]))
    assert found.fwiou == pytest.approx(0.5 * (1 / 10) + 0.5 * (10 / 19))


def test_without_a_valid_pixel_every_score_is_none() -> None:
    label = np.full((5, 5), 255, np.uint8)
    found = score(ConfusionMatrix.from_labels(label, np.zeros_like(label), 4))
    assert [found.pixel_accuracy, found.mean_accuracy, found.miou, found.fwiou] == [None] * 4
    for values in (found.iou, found.accuracy, found.precision, found.dice):
        assert values == (None,) * 4
    assert found.valid_pixels == 0


def test_a_prediction_outside_the_classes_never_raises_a_score() -> None:
    inside = score(_matrix([[3, 1], [1, 3]]))
    outside = score(_matrix([[2, 1], [1, 3]], [1, 0]))
    for name in ("pixel_accuracy", "mean_accuracy", "miou", "fwiou"):
        assert getattr(outside, name) < getattr(inside, name)


def test_perfect_agreement_is_one_everywhere_it_is_defined() -> None:
    label = np.random.default_rng(0).integers(0, 4, (30, 30), dtype=np.uint8)
    found = score(ConfusionMatrix.from_labels(label, label, 6))
    assert found.pixel_accuracy == found.mean_accuracy == found.miou == found.fwiou == 1.0
    assert found.iou == (1.0,) * 4 + (None,) * 2


def test_row_shares_sum_to_one_and_hold_what_is_outside() -> None:
    shares = row_shares(_matrix([[3, 1], [0, 0]], [1, 0]))
    assert shares[0].tolist() == [3 / 5, 1 / 5, 1 / 5]
    assert np.isnan(shares[1]).all()


def test_a_mean_leaves_out_what_does_not_exist() -> None:
    assert mean_of([0.5, None, 1.0]) == 0.75
    assert mean_of([None]) is None
    assert mean_of([]) is None
