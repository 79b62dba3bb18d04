"""Colour of 16 bits a channel, which Pillow reads as 8-bit: whole, and as 8-bit in which dark sensors are seen."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from segstudio.core.large_images import turned
from segstudio.core.stored import orientation, png_depth

Values = NDArray[np.uint16]  # H×W×3 RGB

MOST_BYTES = 512 << 20
"""Of 16-bit values that are held at once; larger pictures are read as Pillow reads them."""
_DEPTHS = (8, 10, 12, 14, 16)
"""Bits of the sensors whose values are stored in 16."""
_BITS_TAG, _PLANES_TAG = 0x0102, 0x011C
_INTERLEAVED = 1


def deep_colour(path: Path, image: Image.Image) -> Values | None:
    """The values of an opened PNG or TIFF in display orientation, its pixels not decoded yet.

    None for anything but RGB of 16 bits, for more than MOST_BYTES, and for what only Pillow decodes. Raises one of
    `stored.DAMAGED` for a file that is cut off.
    """
    if image.mode != "RGB" or image.width * image.height * 6 > MOST_BYTES:
        return None
    if image.format == "PNG" and png_depth(path) == 16:
        turn = orientation(image, path)
        image.load()  # OpenCV shows what is left of a file as if it were whole
        return _by_opencv(path, turn)
    if image.format == "TIFF" and _bits(image) == {16}:
        turn = orientation(image, path)
        image.load()
        return _tiff(path, image, turn)
    return None


def depth_of(values: Values) -> int:
    """8, 10, 12, 14 or 16: the fewest bits of a sensor that hold the brightest value."""
    brightest = int(values.max(initial=0))
    return next(bits for bits in _DEPTHS if brightest < 1 << bits)


def eight_bits(values: Values) -> NDArray[np.uint8]:
    """The same picture in 8 bits: `depth_of` the values becomes white; of full 16 bits the lower 8 are lost."""
    bits = depth_of(values)
    steps = np.arange(1 << bits)
    white = (1 << bits) - 1
    table = steps >> 8 if bits == 16 else (steps * 510 + white) // (2 * white)
    return table.astype(np.uint8)[values]


def _bits(image: Image.Image) -> set[int]:
    found = image.getexif().get(_BITS_TAG, ())
    return set(found) if isinstance(found, tuple) else {found}


def _tiff(path: Path, image: Image.Image, turn: int) -> Values | None:
    """By tifffile: Pillow mixes up planes that lie one behind the other and are not packed, OpenCV any, both in
    silence."""
    import tifffile  # here: the window need not wait for it

    with tifffile.TiffFile(path) as tiff:
        page = tiff.pages.first
        if max(page.databytecounts, default=0) > tiff.filehandle.size:
            raise ValueError("a part of it is longer than the file")  # memory would be asked for it
        try:
            found = page.asarray()
        except (ValueError, NotImplementedError) as error:
            if page.compression == tifffile.COMPRESSION.NONE and isinstance(error, ValueError):
                raise  # cut off
            # stored in a way for which tifffile needs another package, or that it does not know
            interleaved = image.getexif().get(_PLANES_TAG, _INTERLEAVED) == _INTERLEAVED
            return _by_opencv(path, turn) if interleaved and turn == 1 else None
    if page.axes == "SYX":
        found = np.moveaxis(found, 0, 2)
    if found.ndim != 3 or found.shape[2] != 3 or found.dtype != np.uint16:
        return None
    return turned(np.asarray(found, np.uint16), turn)


def _by_opencv(path: Path, turn: int) -> Values | None:
    flags = cv2.IMREAD_ANYDEPTH | cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION
    found = cv2.imdecode(np.fromfile(path, np.uint8), flags)
    if found is None or found.dtype != np.uint16:
        return None
    return turned(np.asarray(cv2.cvtColor(found, cv2.COLOR_BGR2RGB), np.uint16), turn)
