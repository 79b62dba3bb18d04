"""Refining borders, against straightforward computations of the papers' formulas."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from segstudio.core.predicting import Refinement
from segstudio.core.prediction import LOGIT_RANGE, as_logits, quantised
from segstudio.deeplab.prediction import refinement
from segstudio.deeplab.prediction.averaging import softmax
from segstudio.deeplab.prediction.refinement import METHODS, GuidedFilter, MeanField, refined

Floats = NDArray[np.float32]


def made(height: int, width: int, seed: int = 0) -> tuple[Floats, NDArray[np.uint8]]:
    """Probabilities of three classes, and a picture."""
    rng = np.random.default_rng(seed)
    probabilities = softmax(rng.normal(0, 2, (3, height, width)).astype(np.float32))
    image = rng.integers(0, 256, (height // 3 + 1, width // 3 + 1, 3), np.uint8)
    return probabilities, np.asarray(cv2.resize(image, (width, height)), np.uint8)


def _guided_by_definition(p: Floats, image: NDArray[np.uint8], radius: int, epsilon: float) -> Floats:
    """Every window solved by ridge regression, then the mean over the windows of each pixel (equations 12 to 15)."""
    guide = image.reshape(*p.shape, 3).astype(np.float64) / 255
    height, width = p.shape
    total, count = np.zeros(p.shape), np.zeros(p.shape)
    for y in range(height):
        for x in range(width):
            box = slice(max(0, y - radius), y + radius + 1), slice(max(0, x - radius), x + radius + 1)
            colours, values = guide[box].reshape(-1, 3), p[box].reshape(-1).astype(np.float64)
            centred = colours - colours.mean(0)
            a = np.linalg.solve(
                centred.T @ centred / len(values) + epsilon * np.eye(3),
                centred.T @ (values - values.mean()) / len(values),
            )
            total[box] += (guide[box] - colours.mean(0)) @ a + values.mean()
            count[box] += 1
    return (total / count).astype(np.float32)


@pytest.mark.parametrize(("radius", "epsilon"), [(1, 1e-2), (3, 1e-3)])
def test_the_guided_filter_is_its_definition(radius: int, epsilon: float) -> None:
    probabilities, image = made(11, 14)
    expected = np.stack([_guided_by_definition(p, image, radius, epsilon) for p in probabilities])
    expected = np.clip(expected, 1e-7, 1)
    expected /= expected.sum(axis=0)
    np.testing.assert_allclose(GuidedFilter(radius, epsilon)(probabilities, image), expected, atol=2e-3)


def _field_by_definition(p: Floats, image: NDArray[np.uint8], field: MeanField) -> Floats:
    """Every pair of pixels by itself (Krähenbühl & Koltun, equations 2 and 3, algorithm 1)."""
    channels, height, width = p.shape
    places = [(y, x) for y in range(height) for x in range(width)]
    colours = image.reshape(-1, 3).astype(np.float64)
    kernel = np.zeros((len(places), len(places)))
    for (first, gamma), weight in (
        ((field.near, None), field.appearance),
        ((field.smooth, 1), field.smoothness),
    ):
        part = np.zeros_like(kernel)
        for i, (y, x) in enumerate(places):
            for j, (v, u) in enumerate(places):
                if i != j and max(abs(y - v), abs(x - u)) <= field.radius:
                    part[i, j] = np.exp(-((y - v) ** 2 + (x - u) ** 2) / (2 * first**2))
                    if gamma is None:
                        part[i, j] *= np.exp(
                            -((colours[i] - colours[j]) ** 2).sum() / (2 * field.colour**2)
                        )
        kernel += weight * part / np.maximum(part.sum(axis=1, keepdims=True), 1e-7)
    unary = np.log(p.reshape(channels, -1).astype(np.float64))
    q = p.reshape(channels, -1).astype(np.float64)
    for _ in range(field.iterations):
        q = np.exp(unary + q @ kernel.T)
        q /= q.sum(axis=0)
    return q.reshape(p.shape).astype(np.float32)


def test_the_mean_field_is_its_definition() -> None:
    probabilities, image = made(7, 9)
    field = MeanField(radius=3, colour=40.0, iterations=3)
    expected = _field_by_definition(probabilities, image, field)
    np.testing.assert_allclose(field(probabilities, image), expected, atol=1e-4)


@pytest.mark.parametrize("method", [GuidedFilter(), MeanField(radius=2, iterations=2)])
def test_bands_give_what_the_whole_gives(
    monkeypatch: pytest.MonkeyPatch, method: GuidedFilter | MeanField
) -> None:
    probabilities, image = made(90, 40)
    logits = quantised(np.log(probabilities[:, ::2, ::2]))
    whole = refined(logits, image, method).astype(int)
    assert whole.shape == (3, 90, 40)
    monkeypatch.setattr(refinement, "_BAND_VALUES", 1)
    assert np.abs(refined(logits, image, method) - whole).max() <= 1


@pytest.mark.parametrize("kind", list(METHODS))
@pytest.mark.parametrize("size", [(1, 1), (1, 50), (50, 1), (3, 3)])
def test_tiny_pictures(kind: Refinement, size: tuple[int, int]) -> None:
    probabilities, image = made(*size)
    result = refined(quantised(np.log(probabilities)), image, METHODS[kind])
    assert result.shape == (3, *size)
    assert (result.max(axis=0) == 255).all()


@pytest.mark.parametrize("kind", list(METHODS))
def test_a_picture_of_one_colour_moves_no_border_by_itself(kind: Refinement) -> None:
    """Nothing leads: a straight border between two classes stays where it is."""
    logits = np.full((2, 20, 40), -6.0, np.float32)
    logits[0, :, :20] = logits[1, :, 20:] = 0
    image = np.full((20, 40, 3), 77, np.uint8)
    best = refined(quantised(logits), image, METHODS[kind]).argmax(axis=0)
    np.testing.assert_array_equal(best, logits.argmax(axis=0))


@pytest.mark.parametrize("kind", list(METHODS))
def test_a_border_goes_to_the_edge_of_the_image(kind: Refinement) -> None:
    """The model puts the border a pixel beside a strong edge, and is unsure there."""
    logits = np.zeros((2, 24, 40), np.float32)
    position = np.arange(40) - 20.6  # the model's border
    logits[0], logits[1] = -position * 1.2, position * 1.2
    image = np.full((24, 40, 3), 30, np.uint8)
    image[:, 20:] = 220  # the image's edge
    before = quantised(logits).argmax(axis=0)
    after = refined(quantised(logits), image, METHODS[kind]).argmax(axis=0)
    truth = np.broadcast_to(np.arange(40) >= 20, (24, 40))
    assert (after == truth).mean() > (before == truth).mean()


def test_of_a_very_large_picture_the_result_has_as_many_cells_as_are_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(refinement, "MOST_CELLS", 400)
    probabilities, image = made(60, 80)
    result = refined(quantised(np.log(probabilities)), image, GuidedFilter())
    assert 350 <= result.shape[1] * result.shape[2] <= 450


def test_quantised_logits_come_back() -> None:
    logits = np.random.default_rng(0).normal(0, 3, (4, 5, 6)).astype(np.float32)
    relative = logits - logits.max(axis=0)
    np.testing.assert_allclose(as_logits(quantised(logits)), relative, atol=LOGIT_RANGE / 255 / 2 + 1e-5)
    np.testing.assert_array_equal(quantised(as_logits(quantised(logits))), quantised(logits))
