"""Looking at one image several times, in other sizes and mirrored, and averaging the probabilities.

DeepLab v2 section 4.1 fuses scales by their maximum; DeepLabV3 section 4.2 and DeepLabV3+ section 4.2 average the
probabilities over scales and left-right flips, as here.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from segstudio.core.prediction import Logits, as_logits, quantised
from segstudio.core.resampling import interpolated, source_positions

_BAND_CELLS = 1 << 20
_LEAST = 1e-7
"""Probability: what a class that no view sees is given, so that its logarithm is a number."""


class Averaging:
    """The mean of softmax probabilities of several views, on one grid of cells.

    Held as float16, whose relative error of 0.0005 is far below that of the quantised logits; worked on in bands of
    rows, so that nothing else grows with the image.
    """

    def __init__(self, channels: int, cells: tuple[int, int]) -> None:
        self._sum = np.zeros((channels, *cells), np.float16)
        self._views = 0

    def add(self, logits: Logits, *, mirrored: bool = False) -> None:
        """One view: logits of any grid over the same image, float32 or quantised; `mirrored` ones are turned back."""
        if mirrored:
            logits = logits[:, :, ::-1]
        for band, part in self._bands(logits):
            self._sum[:, band] += softmax(part).astype(np.float16)
        self._views += 1

    def result(self) -> NDArray[np.uint8]:
        """uint8 C×h×w: quantised logarithms of the mean, whose softmax is the mean."""
        out = np.empty(self._sum.shape, np.uint8)
        step = self._step
        for top in range(0, out.shape[1], step):
            mean = self._sum[:, top : top + step].astype(np.float32) / self._views
            out[:, top : top + step] = quantised(np.log(np.maximum(mean, _LEAST)))
        return out

    @property
    def _step(self) -> int:
        return max(1, _BAND_CELLS // self._sum.shape[2])

    def _bands(self, logits: Logits) -> Iterator[tuple[slice, NDArray[np.float32]]]:
        """Bands of rows of the grid, with the logits there."""
        height, width = self._sum.shape[1:]
        rows = source_positions(height, logits.shape[1])
        columns = source_positions(width, logits.shape[2])
        for top in range(0, height, self._step):
            band = slice(top, min(top + self._step, height))
            if logits.shape[1:] == (height, width):
                yield band, as_logits(logits[:, band])
                continue
            low, high = int(rows[band][0]), int(rows[band][-1]) + 2
            yield band, interpolated(as_logits(logits[:, low:high]), rows[band] - low, columns)


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Over the first axis."""
    exponentials: NDArray[np.float32] = np.exp(logits - logits.max(axis=0, keepdims=True))
    exponentials /= exponentials.sum(axis=0, keepdims=True)
    return exponentials
