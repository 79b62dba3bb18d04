"""From the image's values to the colours on the screen, through a table for each channel."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.adjustments import Adjustment, Values

Screen = NDArray[np.uint8]  # h×w×4, blue first, as Qt's RGB32


class Tone:
    """An adjustment made ready for one kind of image."""

    def __init__(self, adjustment: Adjustment, dtype: np.dtype[np.generic], channels: int) -> None:
        """`dtype`: uint8 or uint16. `channels`: 1 or 3."""
        self._plain = adjustment.neutral and dtype == np.uint8
        size = 256 if dtype == np.uint8 else 65536
        self._tables = [adjustment.table(channel, size) for channel in range(3)]
        self._channels = channels
        if size == 256:
            unchanged = np.arange(256, dtype=np.uint8)
            blue_first = [self._tables[2], self._tables[1], self._tables[0], unchanged]
            self._joined = np.stack(blue_first, axis=1)[:, None, :]

    def shown(self, values: Values) -> Screen:
        """uint8 h×w×4 of h×w×C values."""
        if values.dtype == np.uint8:
            pixels = np.ascontiguousarray(values, np.uint8)
            found = cv2.cvtColor(pixels, cv2.COLOR_RGB2BGRA if self._channels == 3 else cv2.COLOR_GRAY2BGRA)
            return np.asarray(found if self._plain else cv2.LUT(found, self._joined), np.uint8)
        planes = [
            np.asarray(plane, np.uint16) for plane in cv2.split(np.ascontiguousarray(values, np.uint16))
        ]
        shown = [table.take(planes[min(c, self._channels - 1)]) for c, table in enumerate(self._tables)]
        opaque = np.full(values.shape[:2], 255, np.uint8)
        return np.asarray(cv2.merge([shown[2], shown[1], shown[0], opaque]), np.uint8)
