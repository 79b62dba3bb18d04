"""The size at which a model looks at an image."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.deeplab.fitting import LARGEST_ENLARGEMENT, fitted, fitted_size
from segstudio.deeplab.model import ModelConfig

CONFIG = ModelConfig(working_pixels=4000, enlarged_pixels=2000)


@settings(deadline=None, max_examples=60)
@given(height=st.integers(1, 300), width=st.integers(1, 300))
def test_pixels_stay_between_the_bounds_and_the_aspect_is_kept(height: int, width: int) -> None:
    result = fitted(np.zeros((height, width, 3), np.uint8), CONFIG)
    new_height, new_width = result.shape[:2]
    slack = height + width + new_height + new_width  # of rounding each side to whole pixels
    assert new_height * new_width <= 4000 + slack
    grown = min(2000, height * width * LARGEST_ENLARGEMENT**2)
    assert new_height * new_width >= min(grown, 4000) - slack
    assert abs(new_height / height - new_width / width) <= 1 / min(height, width)


def test_an_image_within_the_bounds_is_left_alone() -> None:
    image = np.random.default_rng(0).integers(0, 256, (50, 60, 3), np.uint8)
    assert fitted(image, CONFIG) is image


@pytest.mark.parametrize("shape", [(1, 100_000), (100_000, 1)])
def test_a_long_strip_can_be_resized(shape: tuple[int, int]) -> None:
    image = np.zeros((*shape, 3), np.uint8)
    assert max(fitted(image, ModelConfig(working_pixels=1 << 15)).shape) == round(100_000 * 0.32768**0.5)
    assert fitted(image, ModelConfig(working_pixels=0)) is image


def test_without_a_size_of_its_own_a_model_sees_every_pixel() -> None:
    image = np.zeros((300, 400, 3), np.uint8)
    assert fitted(image, ModelConfig()) is image
    assert fitted(image, CONFIG, full_size=True) is image
    assert fitted_size((20, 20), CONFIG, full_size=True) == (30, 30)  # the small are enlarged all the same


def test_a_tiny_image_grows_by_half_at_most() -> None:
    assert fitted(np.zeros((10, 4, 3), np.uint8), CONFIG).shape == (15, 6, 3)


@settings(deadline=None, max_examples=30)
@given(height=st.integers(1, 300), width=st.integers(1, 300), scale=st.floats(0.2, 3))
def test_scales_are_of_the_fitted_size(height: int, width: int, scale: float) -> None:
    plain = fitted_size((height, width), CONFIG)
    scaled = fitted_size((height, width), CONFIG, scale)
    assert all(abs(b - a * scale) <= 1 + scale / 2 for a, b in zip(plain, scaled, strict=True))
    image = np.zeros((height, width, 3), np.uint8)
    assert fitted(image, CONFIG, scale).shape[:2] == scaled
