"""The size at which a model looks at an image."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.deeplab.fitting import LARGEST_ENLARGEMENT, LONGEST_SIDE, fitted
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
def test_a_strip_is_never_longer_than_the_longest_side(shape: tuple[int, int]) -> None:
    result = fitted(np.zeros((*shape, 3), np.uint8), ModelConfig(working_pixels=1 << 20))
    assert max(result.shape) <= LONGEST_SIDE


def test_a_tiny_image_grows_by_half_at_most() -> None:
    assert fitted(np.zeros((10, 4, 3), np.uint8), CONFIG).shape == (15, 6, 3)


def test_less_can_be_asked_for() -> None:
    result = fitted(np.zeros((100, 100, 3), np.uint8), CONFIG, 1000)
    assert result.shape[0] * result.shape[1] <= 1024
