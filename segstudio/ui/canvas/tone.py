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

    def shown(self, values: Values) -> Screen:
        """uint8 h×w×4 of h×w×C values."""
        if self._plain and self._channels == 3:
            return np.asarray(cv2.cvtColor(np.ascontiguousarray(values), cv2.COLOR_RGB2BGRA), np.uint8)
        found = np.empty((*values.shape[:2], 4), np.uint8)
        for channel in range(3):
            found[:, :, 2 - channel] = self._tables[channel].take(values[:, :, min(channel, self._channels - 1)])
        found[:, :, 3] = 255
        return found
