"""Large pictures: decoded with two copies in memory at most, and seen early at a reduced size."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from segstudio.core.arrays import Pixels

T = TypeVar("T", bound=np.generic)

LARGE = 1 << 24
"""Pictures of more pixels than this are decoded by OpenCV where it says the same as Pillow, which needs four copies."""
_ENDS = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82"}
_TAIL = 1 << 16
_FIRST_SIDEWAYS = 5
"""The first of the EXIF orientations that swap width and height."""
_ROWS = 256
_REDUCED = (
    (8, cv2.IMREAD_REDUCED_COLOR_8),
    (4, cv2.IMREAD_REDUCED_COLOR_4),
    (2, cv2.IMREAD_REDUCED_COLOR_2),
)


def decodes_alike(image: Image.Image) -> bool:
    """Whether OpenCV reads this opened file as Pillow does: whole 8-bit JPEG or PNG files without alpha or palette."""
    return (image.format, image.mode) in {
        ("JPEG", "RGB"),
        ("JPEG", "L"),
        ("PNG", "RGB"),
        ("PNG", "L"),
    } and ("transparency" not in image.info)


def decoded(path: Path, kind: str, turn: int) -> Pixels | None:
    """uint8 H×W×3 RGB in display orientation, `turn` as `stored.orientation` says; None when the file looks cut off, or is nothing for OpenCV.

    OpenCV shows what is left of a truncated file as if it were whole; here its end has to be there. `kind`: 'JPEG'
    or 'PNG'. Raises OSError.
    """
    data = np.fromfile(path, np.uint8)
    if _ENDS[kind] not in data[-_TAIL:].tobytes():
        return None
    pixels = cv2.imdecode(data, cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
    return None if pixels is None else turned(_rgb(pixels), turn)


def reduced(path: Path, size: tuple[int, int], box: int, turn: int) -> Pixels | None:
    """A JPEG of (width, height), turned as `stored.orientation` says, decoded at a half, a quarter or an eighth, still at least `box` wide or high.

    uint8 h×w×3 RGB in display orientation; takes a fraction of a whole decode. None where that is impossible.
    Raises OSError.
    """
    for divisor, flag in _REDUCED:
        if max(size) >= divisor * box:
            pixels = cv2.imdecode(np.fromfile(path, np.uint8), flag | cv2.IMREAD_IGNORE_ORIENTATION)
            return None if pixels is None else turned(_rgb(pixels), turn)
    return None


def turned(pixels: NDArray[T], turn: int) -> NDArray[T]:
    """H×W×C upright. OpenCV would do it by EXIF, but knows nothing of XMP and of older PNGs' text."""
    if turn >= _FIRST_SIDEWAYS:
        pixels = pixels.swapaxes(0, 1)
    if turn in {3, 4, 7, 8}:
        pixels = pixels[::-1]
    if turn in {2, 3, 6, 7}:
        pixels = pixels[:, ::-1]
    return np.ascontiguousarray(pixels)


def _rgb(pixels: NDArray[np.generic]) -> Pixels:
    """Blue and red change places where they are: no second copy."""
    found = np.asarray(pixels, np.uint8)
    for start in range(0, found.shape[0], _ROWS):
        rows = found[start : start + _ROWS]
        rows[...] = cv2.cvtColor(rows, cv2.COLOR_BGR2RGB)
    return found
