"""A rectangle of a model's view against the whole image's label map, confidence and a softmax of its own."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from segstudio.core.classes import ClassMapping, table_of
from segstudio.core.geometry import Rect
from segstudio.core.model_view import TILE, ModelView
from segstudio.core.prediction import SCALE, Prediction

CLASSES = 5
MAPPINGS = (
    None,
    ClassMapping((4, 3, 2, 1, 0), ()),
    ClassMapping((7, None, 7, 2, 9), ("b",)),  # two say 7, one says nothing
    ClassMapping((None, None, None, None, None), ("a", "b", "c", "d", "e")),
)
IGNORE = 200


def made(seed: int, cells: tuple[int, int], size: tuple[int, int]) -> Prediction:
    logits = np.random.default_rng(seed).normal(0, 3, (CLASSES, *cells)).astype(np.float32)
    return Prediction.from_logits(logits, size, table_of(["a", "b", "c", "d", "e"]), "id", "name")


def softmax(prediction: Prediction) -> NDArray[np.float64]:
    """C×H×W by interpolation along one axis after the other, written anew."""
    found = prediction.logits.astype(np.float64)
    for axis, pixels in ((1, prediction.size[0]), (2, prediction.size[1])):
        cells = found.shape[axis]
        at = np.clip((np.arange(pixels) + 0.5) * cells / pixels - 0.5, 0, cells - 1)
        low = np.floor(at).astype(int)
        high = np.minimum(low + 1, cells - 1)
        part = (at - low).reshape([-1 if i == axis else 1 for i in range(3)])
        found = np.take(found, low, axis) * (1 - part) + np.take(found, high, axis) * part
    weights = np.exp((found - found.max(0)) / SCALE)
    return np.asarray(weights / weights.sum(0))


sizes = st.tuples(st.integers(1, 40), st.integers(1, 40))
cells = st.tuples(st.integers(1, 9), st.integers(1, 9))
parts = st.tuples(*[st.floats(0, 0.999)] * 4)


def some_rect(size: tuple[int, int], part: tuple[float, float, float, float]) -> Rect:
    height, width = size
    x, y = int(part[0] * width), int(part[1] * height)
    return Rect(x, y, 1 + int(part[2] * (width - x)), 1 + int(part[3] * (height - y)))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 99), cells, sizes, parts, st.sampled_from(MAPPINGS))
def test_a_rectangle_is_that_part_of_the_whole(
    seed: int,
    grid: tuple[int, int],
    size: tuple[int, int],
    part: tuple[float, float, float, float],
    mapping: ClassMapping | None,
) -> None:
    prediction = made(seed, grid, size)
    view = ModelView(prediction, mapping, IGNORE)
    rect = some_rect(size, part)
    label = prediction.label_map(mapping, IGNORE)[rect.slices]
    confidence = prediction.confidence()[rect.slices]
    assert np.array_equal(view.label(rect), label)
    assert np.array_equal(view.confidence(rect), confidence)
    if mapping is None:
        for class_id in range(CLASSES):
            chosen = label == class_id
            assert np.array_equal(view.probability(class_id, rect)[chosen], confidence[chosen])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 99), cells, sizes, st.sampled_from(MAPPINGS))
def test_probabilities_and_second_choices_follow_the_softmax(
    seed: int, grid: tuple[int, int], size: tuple[int, int], mapping: ClassMapping | None
) -> None:
    prediction = made(seed, grid, size)
    view = ModelView(prediction, mapping, IGNORE)
    targets = mapping.targets if mapping else tuple(range(CLASSES))
    shares = softmax(prediction)
    for class_id in (0, 2, 7, 9):
        expected = shares[[t == class_id for t in targets]].sum(0) * 255
        assert np.abs(view.probability(class_id, view.rect) - expected).max() <= 255 * 0.05 + 1
    label, second = view.label(view.rect), view.second_choice(view.rect)
    known = {t for t in targets if t is not None}
    assert set(view.class_ids) == known
    for y, x in np.ndindex(*size):
        rivals = {t: max(shares[i, y, x] for i in range(CLASSES) if targets[i] == t) for t in known}
        rivals.pop(int(label[y, x]), None)
        if not rivals:
            assert second[y, x] == IGNORE
        else:
            assert second[y, x] != label[y, x]
            assert rivals[int(second[y, x])] >= max(rivals.values()) * 0.8  # cv2 interpolates in 1/32 cells


def test_squares_that_are_kept_fit_together() -> None:
    prediction = made(3, (40, 50), (3 * TILE + 7, 2 * TILE + 30))
    view = ModelView(prediction)
    whole = view.probability(2, view.rect)
    for rect in (Rect(TILE - 3, TILE - 3, 6, 6), Rect(5, 2, 2 * TILE, 3 * TILE), Rect(0, 0, 1, 1)):
        assert np.array_equal(view.probability(2, rect), whole[rect.slices])
        assert np.array_equal(ModelView(prediction).probability(2, rect), whole[rect.slices])
    assert view.probability(99, view.rect).max() == 0
    assert view.probability(2, Rect(4, 4, 0, 0)).shape == (0, 0)


@pytest.mark.parametrize("mapping", MAPPINGS)
def test_the_mean_over_pixels_is_the_mean_of_their_probabilities(mapping: ClassMapping | None) -> None:
    prediction = made(4, (6, 7), (41, 53))
    view = ModelView(prediction, mapping, IGNORE)
    ys, xs = np.nonzero(np.random.default_rng(0).random((41, 53)) < 0.2)
    mean = view.mean_probabilities(xs, ys)
    for class_id in range(10):
        assert mean[class_id] * 255 == pytest.approx(
            view.probability(class_id, view.rect)[ys, xs].mean(), abs=2.0
        )


def test_cells_are_the_logits_as_they_are_kept() -> None:
    prediction = made(5, (6, 7), (6, 7))
    view = ModelView(prediction)
    label, confidence = view.cells()
    assert np.array_equal(label, prediction.label_map())
    assert np.array_equal(confidence, prediction.confidence())
    wide = ModelView(made(5, (6, 7), (60, 35)))
    xs, ys = wide.cell_of(np.arange(35), np.arange(35))
    assert xs.tolist() == [x // 5 for x in range(35)]
    assert ys.tolist() == [y // 10 for y in range(35)]
