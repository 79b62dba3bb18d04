"""The size at which a model looks at an image: part of its preprocessing, in training's validation as in use."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.deeplab.model import ModelConfig

Pixels = NDArray[np.uint8]  # H×W×3 RGB

LONGEST_SIDE = 8192
LARGEST_ENLARGEMENT = 1.5
"""An image far smaller than the model's working size has nothing to show at it."""


def fitted(image: Pixels, config: ModelConfig, largest: int | None = None) -> Pixels:
    """`image` at the model's working size, its aspect kept.

    Fewer pixels than `config.enlarged_pixels`: enlarged to that many, by LARGEST_ENLARGEMENT at most, so that thin
    things span more than one cell. More than `largest` (default `config.working_pixels`): averaged down to it,
    which bounds the memory.
    """
    height, width = image.shape[:2]
    largest = largest or config.working_pixels
    grow = min(LARGEST_ENLARGEMENT, math.sqrt(config.enlarged_pixels / (height * width)))
    shrink = min(1.0, math.sqrt(largest / (height * width)), LONGEST_SIDE / max(height, width))
    factor = shrink if shrink < 1 else max(1.0, grow)
    size = max(1, round(width * factor)), max(1, round(height * factor))
    if size == (width, height):
        return image
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(image, size, interpolation=how), np.uint8)
