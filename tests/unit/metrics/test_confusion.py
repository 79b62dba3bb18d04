"""The confusion matrix against plain loops, and the laws that live scores rest on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from segstudio.metrics import confusion
from segstudio.metrics.confusion import ConfusionMatrix

Labels = NDArray[np.uint8]
Compute = Callable[[Labels, Labels, int, int], Any]


@st.composite
def pairs(draw: st.DrawFn, count: int = 2) -> tuple[list[Labels], int, int]:
    """`count` label maps of one shape with few distinct values, a class count and an ignore index."""
    shape = draw(st.tuples(st.integers(1, 12), st.integers(1, 12)))
    num_classes = draw(st.integers(1, 9))
    ignore = draw(st.sampled_from([0, 255, num_classes, num_classes // 2, 11]))
    values = st.sampled_from([*range(num_classes), ignore, num_classes, 254, 255])
    labels = [draw(arrays(np.uint8, shape, elements=values)) for _ in range(count)]
    return labels, num_classes, ignore


@given(pairs())
def test_counts_are_those_of_plain_loops(reference: Compute, case: tuple[list[Labels], int, int]) -> None:
    (truth, prediction), n, ignore = case
    expected = reference(truth, prediction, n, ignore)
    found = ConfusionMatrix.from_labels(truth, prediction, n, ignore)
    assert found.counts.tolist() == expected.confusion
    assert found.outside.tolist() == expected.outside
    assert found.counts.dtype == found.outside.dtype == np.int64


@settings(max_examples=40)
@given(pairs(), st.integers(0, 3), st.sampled_from([1, 2 * confusion._RUN]))
def test_all_ways_of_counting_agree(case: tuple[list[Labels], int, int], cut: int, run: int) -> None:
    """Pixels of small images, runs or a histogram of large ones, on odd and even sizes."""
    (truth, prediction), n, ignore = case
    truth, prediction = truth.repeat(run, axis=1), prediction.repeat(run, axis=1)
    tall = np.tile(truth, (max(confusion._SMALL // truth.size, 1) + 1, 1)).ravel()
    wide = np.tile(prediction, (max(confusion._SMALL // truth.size, 1) + 1, 1)).ravel()
    end = tall.size - cut if tall.size - cut >= confusion._SMALL else tall.size
    large = ConfusionMatrix.from_labels(tall[:end], wide[:end], n, ignore)
    parts = ConfusionMatrix.zero(n, ignore)
    for start in range(0, end, 1000):
        t, p = tall[start : min(start + 1000, end)], wide[start : min(start + 1000, end)]
        parts += ConfusionMatrix.from_labels(t, p, n, ignore)
    assert large == parts


@given(pairs(), st.data())
def test_the_matrix_of_a_union_is_the_sum(case: tuple[list[Labels], int, int], data: st.DataObject) -> None:
    (truth, prediction), n, ignore = case
    row = data.draw(st.integers(0, truth.shape[0]))
    upper = ConfusionMatrix.from_labels(truth[:row], prediction[:row], n, ignore)
    lower = ConfusionMatrix.from_labels(truth[row:], prediction[row:], n, ignore)
    whole = ConfusionMatrix.from_labels(truth, prediction, n, ignore)
    assert upper + lower == whole
    assert whole - upper == lower


@given(pairs(count=3), st.data())
def test_updates_equal_recomputation_and_undo_restores(
    case: tuple[list[Labels], int, int], data: st.DataObject
) -> None:
    """Any sequence of edits of the truth, each over a rectangle, then all of them back."""
    (truth, painted, prediction), n, ignore = case
    label = truth.copy()
    start = live = ConfusionMatrix.from_labels(label, prediction, n, ignore)
    done: list[tuple[tuple[slice, slice], Labels, Labels]] = []
    for _ in range(data.draw(st.integers(1, 4))):
        top = data.draw(st.integers(0, label.shape[0] - 1))
        left = data.draw(st.integers(0, label.shape[1] - 1))
        area = (slice(top, top + data.draw(st.integers(1, 12))), slice(left, None))
        before, after = label[area].copy(), painted[area].copy()
        if data.draw(st.booleans()):
            after[:] = before[0, 0]
        live = live.update(before, after, prediction[area])
        label[area] = after
        done.append((area, before, after))
        assert live == ConfusionMatrix.from_labels(label, prediction, n, ignore)
    for area, before, after in reversed(done):
        live = live.update(after, before, prediction[area])
    assert live == start


@given(pairs())
def test_permuting_classes_permutes_rows_and_columns(case: tuple[list[Labels], int, int]) -> None:
    (truth, prediction), n, _ = case
    order = np.random.default_rng(truth.size).permutation(n)
    lookup = np.arange(256, dtype=np.uint8)
    lookup[:n] = order
    plain = ConfusionMatrix.from_labels(truth, prediction, n, 255)
    turned = ConfusionMatrix.from_labels(lookup[truth], lookup[prediction], n, 255)
    assert np.array_equal(turned.counts[np.ix_(order, order)], plain.counts)
    assert np.array_equal(turned.outside[order], plain.outside)


@pytest.mark.parametrize("ignore", [0, 3, 255])
def test_a_prediction_of_nothing_is_a_miss_of_its_truth_class(ignore: int) -> None:
    truth = np.array([[1, 1, 2, ignore]], np.uint8)
    prediction = np.array([[ignore, 200, 2, 1]], np.uint8)
    matrix = ConfusionMatrix.from_labels(truth, prediction, 5, ignore)
    assert matrix.outside.tolist() == [0, 2, 0, 0, 0]
    assert matrix.counts.sum() == matrix.counts[2, 2] == 1
    assert matrix.valid_pixels == 3


@pytest.mark.parametrize("size", [10, 200])
def test_an_ignore_index_inside_the_range_has_an_empty_row_and_column(size: int) -> None:
    labels = np.random.default_rng(0).integers(0, 6, (2, size, size), dtype=np.uint8)
    matrix = ConfusionMatrix.from_labels(labels[0], labels[1], 6, 4)
    assert not matrix.counts[4].any()
    assert not matrix.counts[:, 4].any()
    assert matrix.outside[4] == 0
    assert matrix.valid_pixels == np.count_nonzero(labels[0] != 4)
    assert matrix.outside.sum() == np.count_nonzero((labels[0] != 4) & (labels[1] == 4))


def test_counts_stay_exact_beyond_what_a_float32_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than 2²⁴ pixels of one pair; and the same with the limit moved, where pieces have odd sizes."""
    size = (1 << 24) + 1001
    label = np.zeros(size, np.uint8)
    assert ConfusionMatrix.from_labels(label, label, 1).counts.tolist() == [[size]]
    monkeypatch.setattr(confusion, "_PIXELS_AT_ONCE", 20_001)
    small = np.random.default_rng(1).integers(0, 4, (2, 50_001), dtype=np.uint8)
    found = ConfusionMatrix.from_labels(small[0], small[1], 4)
    index = small[0].astype(np.int64) * 4 + small[1]
    assert found.counts.ravel().tolist() == np.bincount(index, minlength=16).tolist()


def test_views_and_non_contiguous_arrays_count_like_their_copies() -> None:
    labels = np.random.default_rng(2).integers(0, 7, (2, 400, 300), dtype=np.uint8)
    t, p = labels[0, ::2, 5:], labels[1, ::2, 5:]
    assert ConfusionMatrix.from_labels(t, p, 7) == ConfusionMatrix.from_labels(t.copy(), p.copy(), 7)


def test_no_pixels_count_nothing() -> None:
    empty = np.zeros((0, 5), np.uint8)
    assert ConfusionMatrix.from_labels(empty, empty, 3) == ConfusionMatrix.zero(3)


def test_an_update_without_a_change_is_the_same_matrix() -> None:
    label = np.ones((4, 4), np.uint8)
    matrix = ConfusionMatrix.from_labels(label, label, 3)
    assert matrix.update(label, label.copy(), label) is matrix


def test_255_classes_leave_room_for_the_ignore_value() -> None:
    values = np.arange(256, dtype=np.uint8)
    matrix = ConfusionMatrix.from_labels(values, values[::-1].copy(), 255, 255)
    assert matrix.valid_pixels == 255
    assert matrix.outside.tolist() == [1] + [0] * 254


def test_what_does_not_fit_is_refused() -> None:
    label = np.zeros((4, 4), np.uint8)
    matrix = ConfusionMatrix.zero(3)
    with pytest.raises(ValueError, match=r"\(4, 4\).*\(4, 3\)"):
        ConfusionMatrix.from_labels(label, label[:, :3], 3)
    with pytest.raises(ValueError, match="uint8"):
        ConfusionMatrix.from_labels(label.astype(np.int64), label, 3)
    with pytest.raises(ValueError, match="ignore index"):
        ConfusionMatrix.from_labels(label, label, 3, -1)
    with pytest.raises(ValueError, match="before"):
        matrix.update(label[:2], label, label)
    with pytest.raises(ValueError, match="combined"):
        _ = matrix + ConfusionMatrix.zero(4)
    with pytest.raises(ValueError, match="combined"):
        _ = matrix - ConfusionMatrix.zero(3, ignore_index=0)
    with pytest.raises(ValueError, match="counts"):
        ConfusionMatrix(np.zeros((2, 3), np.int64), np.zeros(2, np.int64))
