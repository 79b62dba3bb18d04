"""A part of an image, made smaller where it is too large for a slow method, larger where too small, and the way back."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Mask, Pixels
from segstudio.core.geometry import Rect

_MOST_TIMES = 3


@dataclass(frozen=True, slots=True)
class Reduced:
    """`pixels`: uint8 h×w×3, contiguous, what `rect` of the image shows, at another size."""

    rect: Rect
    pixels: Pixels

    @classmethod
    def of(cls, image: Pixels, rect: Rect, most: int, least: int = 0) -> Reduced:
        """At most `most` pixels, and at least `least` if three times the size is enough for that. `rect` must lie
        inside the image and hold a pixel."""
        part = np.ascontiguousarray(image[rect.slices])
        if part.ndim == 2:
            part = np.repeat(part[..., None], 3, axis=2)
        if rect.area > most:
            scale = math.sqrt(most / rect.area)
            size = max(int(rect.width * scale), 1), max(int(rect.height * scale), 1)
            part = np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.uint8)
        elif rect.area < least:
            times = min(math.ceil(math.sqrt(least / rect.area)), _MOST_TIMES)
            size = rect.width * times, rect.height * times
            part = np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_CUBIC), np.uint8)
        return cls(rect, part)

    def scaled(self, plane: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """A plane of the size of `rect` at the size of `pixels`, by nearest pixel."""
        return self._resized(plane, self.pixels.shape[1], self.pixels.shape[0], cv2.INTER_NEAREST_EXACT)

    def up(self, mask: Mask) -> Mask:
        """A mask of the size of `pixels` at the size of `rect`, its edge interpolated."""
        soft = mask.astype(np.uint8) * np.uint8(255)
        found: Mask = self._resized(soft, self.rect.width, self.rect.height, cv2.INTER_LINEAR) > 127
        return found

    @staticmethod
    def _resized(plane: NDArray[np.uint8], width: int, height: int, how: int) -> NDArray[np.uint8]:
        if plane.shape == (height, width):
            return plane
        return np.asarray(cv2.resize(plane, (width, height), interpolation=how), np.uint8)
