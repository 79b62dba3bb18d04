"""Scores along boundaries against definitions written out pixel by pixel."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.core.arrays import Label, Mask
from segstudio.metrics.boundary import (
    TRIMAP_WIDTHS,
    BoundaryCounts,
    band_width,
    compare_boundaries,
    trimap_bands,
)
from segstudio.metrics.confusion import ConfusionMatrix


def _labels(seed: int, ignore: int, shape: tuple[int, int] = (90, 140)) -> tuple[Label, Label]:
    """Blocks with void in the truth; the prediction is shifted, partly another class and partly none."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 4, (shape[0] // 18, shape[1] // 20), dtype=np.uint8)
    truth = np.kron(coarse, np.ones((18, 20), np.uint8)).astype(np.uint8)
    prediction = np.roll(truth, (2, -3), (0, 1))
    prediction[10:30, 5:60] = rng.integers(0, 4)
    prediction[60:66] = 200
    prediction[70:74, 40:90] = ignore
    truth[40:48, 20:100] = ignore
    return truth, prediction


def _shifts(mask: Mask, reach: int) -> list[Mask]:
    """The mask moved by every step of at most `reach` rows and columns; outside the image is nothing."""
    padded = np.pad(mask, reach)
    h, w = mask.shape
    steps = range(2 * reach + 1)
    return [padded[dy : dy + h, dx : dx + w] for dy in steps for dx in steps]


def _band(mask: Mask, width: int) -> Mask:
    return np.asarray(mask & ~np.logical_and.reduce(_shifts(mask, width)), bool)


@pytest.mark.parametrize("ignore", [255, 0, 2])
@pytest.mark.parametrize("seed", range(3))
def test_boundary_iou_is_that_of_the_paper(seed: int, ignore: int) -> None:
    truth, prediction = _labels(seed, ignore)
    found = compare_boundaries(truth, prediction, 4, ignore)
    width = band_width(truth.shape[0], truth.shape[1], 0.02)
    assert width == 3
    valid = truth != ignore
    for c in range(4):
        if c == ignore:
            assert found.iou[c] is None
            continue
        true, said = _band((truth == c) & valid, width), _band((prediction == c) & valid, width)
        assert found.intersection[c] == (true & said).sum()
        assert found.union[c] == (true | said).sum()
        expected = (true & said).sum() / (true | said).sum()
        assert found.iou[c] == pytest.approx(expected, abs=1e-12)
    assert found.miou == pytest.approx(np.mean([v for v in found.iou if v is not None]))


@pytest.mark.parametrize("ignore", [255, 0])
def test_trimap_bands_hold_what_is_near_a_boundary(ignore: int) -> None:
    truth, prediction = _labels(7, ignore, (54, 60))
    edges = []
    for y, x in np.ndindex(truth.shape):
        around = [(y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)]
        inside = [(a, b) for a, b in around if 0 <= a < truth.shape[0] and 0 <= b < truth.shape[1]]
        if any(truth.item(p) != truth.item((y, x)) for p in inside):
            edges.append((y, x))
    ys, xs = np.array([y for y, _ in edges]), np.array([x for _, x in edges])
    rows, columns = np.arange(truth.shape[0])[:, None, None], np.arange(truth.shape[1])[:, None]
    distance = np.sqrt(((rows - ys) ** 2 + (columns - xs) ** 2).min(axis=-1))
    found = compare_boundaries(truth, prediction, 4, ignore)
    for width, band, matrix in zip(TRIMAP_WIDTHS, trimap_bands(truth), found.trimap, strict=True):
        expected = distance < width
        assert np.array_equal(band, expected), width
        assert matrix == ConfusionMatrix.from_labels(truth[expected], prediction[expected], 4, ignore)


@pytest.mark.parametrize("ignore", [255, 1])
def test_every_wrong_pixel_is_of_one_kind(ignore: int) -> None:
    truth, prediction = _labels(3, ignore, (234, 300))
    reach = band_width(truth.shape[0], truth.shape[1], 0.005)
    assert reach == 2
    expected = np.zeros((4, 3), np.int64)
    for y, x in np.argwhere((truth != ignore) & (truth != prediction)).tolist():
        said = prediction[y, x]
        around = truth[max(y - reach, 0) : y + reach + 1, max(x - reach, 0) : x + reach + 1]
        kind = 2 if said >= 4 or said == ignore else 1 if (around == said).any() else 0
        expected[truth[y, x], kind] += 1
    found = compare_boundaries(truth, prediction, 4, ignore)
    assert expected.sum(axis=0).all(), "every kind occurs"
    assert np.array_equal(found.errors, expected)
    matrix = ConfusionMatrix.from_labels(truth, prediction, 4, ignore)
    assert found.errors.sum() == matrix.valid_pixels - np.trace(matrix.counts)
    assert found.errors[:, 2].tolist() == matrix.outside.tolist()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.permutations(range(4)))
def test_counts_add_and_follow_a_renaming_of_classes(seed: int, order: list[int]) -> None:
    one = compare_boundaries(*_labels(seed, 255, (36, 60)), 4)
    truth, prediction = _labels(seed + 1, 255, (72, 40))
    other = compare_boundaries(truth, prediction, 4)
    total = BoundaryCounts.zero(4) + one + other
    assert np.array_equal(total.intersection, one.intersection + other.intersection)
    assert np.array_equal(total.errors, one.errors + other.errors)
    assert total.trimap[2] == one.trimap[2] + other.trimap[2]
    renamed = np.arange(256, dtype=np.uint8)
    renamed[:4] = order
    permuted = compare_boundaries(renamed[truth], renamed[prediction], 4)
    assert [permuted.iou[order[c]] for c in range(4)] == list(other.iou)


def test_without_a_boundary_or_a_valid_pixel_there_is_no_score() -> None:
    void = np.full((20, 30), 255, np.uint8)
    found = compare_boundaries(void, np.zeros_like(void), 4)
    assert found.miou is None
    assert {value for _, value in found.trimap_miou} == {None}
    plain = compare_boundaries(np.zeros_like(void), np.zeros_like(void), 4)
    assert plain.iou == (1.0, None, None, None), "the image's own edge bounds a mask"
    assert not plain.errors.any()


def test_a_bad_outline_costs_more_here_than_in_iou() -> None:
    truth = np.zeros((200, 200), np.uint8)
    truth[20:180, 20:180] = 1
    worse = np.zeros_like(truth)
    worse[24:176, 24:176] = 1
    iou = (worse & truth).sum() / (worse | truth).sum()
    found = compare_boundaries(truth, worse, 2).iou[1]
    assert found is not None
    assert found < 0.5
    assert iou > 0.9


def test_shapes_must_be_one() -> None:
    with pytest.raises(ValueError):
        compare_boundaries(np.zeros((2, 3), np.uint8), np.zeros((3, 2), np.uint8), 2)
