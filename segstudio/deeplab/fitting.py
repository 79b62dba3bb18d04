"""The size at which a model looks at an image: part of its preprocessing, in training's validation as in use."""

from __future__ import annotations

import math

import cv2
import numpy as np

from segstudio.core.arrays import Pixels
from segstudio.deeplab.model import ModelConfig

LARGEST_ENLARGEMENT = 1.5
"""An image far smaller than the model's working size has nothing to show at it."""


def fitted_size(
    size: tuple[int, int], config: ModelConfig, scale: float = 1.0, *, full_size: bool = False
) -> tuple[int, int]:
    """(height, width) at which a model looks at an image of `size` = (height, width), its aspect kept.

    Fewer pixels than `config.enlarged_pixels`: enlarged to that many, by LARGEST_ENLARGEMENT at most, so that thin
    things span more than one cell. More than `config.working_pixels`, where the model has such a size: reduced to it,
    unless `full_size`. Times `scale`.
    """
    height, width = size
    factor = max(1.0, min(LARGEST_ENLARGEMENT, math.sqrt(config.enlarged_pixels / (height * width))))
    if config.working_pixels and not full_size:
        shrink = math.sqrt(config.working_pixels / (height * width))
        factor = shrink if shrink < 1 else factor
    factor *= scale
    return max(1, round(height * factor)), max(1, round(width * factor))


def fitted(image: Pixels, config: ModelConfig, scale: float = 1.0, *, full_size: bool = False) -> Pixels:
    """`image` at its `fitted_size`: averaged where it gets smaller, cubic where it gets larger."""
    size = fitted_size((image.shape[0], image.shape[1]), config, scale, full_size=full_size)
    if size == image.shape[:2]:
        return image
    how = cv2.INTER_AREA if size[0] < image.shape[0] or size[1] < image.shape[1] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(image, (size[1], size[0]), interpolation=how), np.uint8)
