"""Pictures of more than 8 bits as they are, for display only: what a model sees is `images.read_image`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import ImageOps

from segstudio.core.adjustments import WHOLE, Range
from segstudio.core.deep_colour import MOST_BYTES, deep_colour, depth_of
from segstudio.core.stored import DAMAGED, DEEP_MODES, opened

Values = NDArray[np.uint16]

_FULL = 65535


@dataclass(frozen=True, eq=False)
class WideImage:
    """uint16 H×W×C (C is 1 or 3) in display orientation. `low` and `high`: what 0 and 65535 stand for in the file."""

    values: Values
    low: float = 0.0
    high: float = float(_FULL)
    shown: Range = WHOLE
    """The values, as fractions, that `images.read_image` makes black and white."""


def read_wide(path: Path) -> WideImage | None:
    """The values of a grey or RGB picture of more than 8 bits; None for any other, and for a very large one.

    To be called for a file that `images.read_image` has read: what is broken is only None here.
    """
    try:
        with opened(path) as image:
            if image.mode in DEEP_MODES:
                if image.width * image.height * 2 > MOST_BYTES:
                    return None
                return _of(np.asarray(ImageOps.exif_transpose(image)))
            values = deep_colour(path, image)
            return None if values is None else _colour(values)
    except (*DAMAGED, cv2.error):
        return None


def _of(pixels: NDArray[np.generic]) -> WideImage | None:
    """Grey. What is 8-bit in truth, as some files of 32 bits are, is no wide image."""
    if pixels.ndim != 2:
        return None
    if pixels.dtype == np.uint16:
        values = pixels.astype(np.uint16)
        return _grey(values) if values.size and int(values.max()) > 255 else None
    floats = pixels.astype(np.float32)
    finite = floats[np.isfinite(floats)]
    if not finite.size:
        return None
    low, high = float(finite.min()), float(finite.max())
    if np.issubdtype(pixels.dtype, np.integer):
        if low >= 0 and high <= 255:
            return None
        if low >= 0 and high <= _FULL:
            return _grey(pixels.astype(np.uint16))
    span = high - low if high > low else 1.0
    scaled = (np.nan_to_num(floats, nan=low, posinf=high, neginf=low) - low) * (_FULL / span)
    return WideImage(np.clip(scaled + 0.5, 0, _FULL).astype(np.uint16)[:, :, None], low, high)


def _grey(values: Values) -> WideImage:
    shown = float(values.min()) / _FULL, float(values.max()) / _FULL
    return WideImage(values[:, :, None], shown=shown)


def _colour(values: Values) -> WideImage | None:
    """What is 8-bit in truth is no wide image here either."""
    bits = depth_of(values)
    return WideImage(values, shown=(0.0, ((1 << bits) - 1) / _FULL)) if bits > 8 else None
