"""Pictures of more than 8 bits as they are, for display only: what a model sees is `images.read_image`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import ImageOps

from segstudio.core.adjustments import WHOLE, Range
from segstudio.core.stored import DAMAGED, DEEP_MODES, opened, png_depth

Values = NDArray[np.uint16]

MOST_BYTES = 512 << 20
"""Of the 16-bit values that are kept beside the 8-bit picture; above that only the latter can be shown."""
_FULL = 65535
_DEEP = 16
"""Bits."""


@dataclass(frozen=True, eq=False)
class WideImage:
    """uint16 H×W×C (C is 1 or 3) in display orientation. `low` and `high`: what 0 and 65535 stand for in the file."""

    values: Values
    low: float = 0.0
    high: float = float(_FULL)
    shown: Range = WHOLE
    """The values, as fractions, that `images.read_image` makes black and white."""

    def in_file(self, fraction: float) -> float:
        """A value between 0 and 1 in the file's own units."""
        return self.low + fraction * (self.high - self.low)


def read_wide(path: Path) -> WideImage | None:
    """The values of a grey or RGB picture of more than 8 bits; None for any other, and for a very large one.

    To be called for a file that `images.read_image` has read: what is broken is only None here.
    """
    try:
        with opened(path) as image:
            channels = 3 if image.mode == "RGB" else 1
            if image.width * image.height * channels * 2 > MOST_BYTES:
                return None
            if image.mode in DEEP_MODES:
                return _of(np.asarray(ImageOps.exif_transpose(image)))
            if image.mode != "RGB" or image.format not in {"PNG", "TIFF"}:
                return None
            return _colour(path, str(image.format))
    except (*DAMAGED, cv2.error):
        return None


def _colour(path: Path, kind: str) -> WideImage | None:
    """Pillow reads 16-bit colour as 8-bit."""
    if kind == "PNG":
        if png_depth(path) != _DEEP:
            return None
    else:
        import tifffile  # here: the window need not wait for it

        with tifffile.TiffFile(path) as tiff:
            if tiff.pages.first.dtype != np.uint16:
                return None
    found = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_ANYDEPTH | cv2.IMREAD_COLOR)
    if found is None or found.dtype != np.uint16:
        return None
    return WideImage(np.asarray(cv2.cvtColor(found, cv2.COLOR_BGR2RGB), np.uint16))


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
