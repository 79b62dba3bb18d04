"""Reading any image that a user has as 8-bit RGB in the orientation in which people see it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from segstudio.core.arrays import Pixels
from segstudio.core.deep_colour import deep_colour, eight_bits
from segstudio.core.errors import InputError
from segstudio.core.large_images import LARGE, decoded, decodes_alike, reduced
from segstudio.core.stored import DAMAGED, DEEP_MODES, opened, orientation, seen_size
from segstudio.core.wording import worded

IMAGE_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp", ".ppm", ".pgm", ".gif"}
)
MAX_PIXELS = 20_000 * 20_000
"""Pictures are decoded whole."""

Image.MAX_IMAGE_PIXELS = None  # our own guard below answers with a sentence instead of a warning


_DIGITS = re.compile(r"[0-9]+")
_ANY_DIGIT = str.maketrans("123456789", "0" * 9)


def natural_key(text: str) -> str:
    """Sort key under which 'img2' comes before 'img10'. A text, because 100,000 of them are sorted at a time."""
    return _DIGITS.sub(_sortable, text.casefold())


def naturally_sorted(texts: Iterable[str]) -> list[str]:
    """By `natural_key`, and those that are alike to it ('1' and '01') as they are: in whatever order they come.

    Where only digits differ, place by place, as in numbered frames, nothing else is needed, which takes a tenth of the
    time.
    """
    found = sorted(texts)
    numbered_alike = len({text.translate(_ANY_DIGIT) for text in found}) <= 1
    return found if numbered_alike else sorted(found, key=natural_key)


def _sortable(number: re.Match[str]) -> str:
    """Before any letter, and the longer of two numbers is the larger."""
    digits = number[0].lstrip("0")
    return f"\0{chr(len(digits))}{digits}"


def is_image(path: Path) -> bool:
    """By its suffix, and not one of the hidden files that some systems leave beside images."""
    return path.suffix.lower() in IMAGE_SUFFIXES and not path.name.startswith(".")


def image_size(path: Path) -> tuple[int, int]:
    """(width, height) in pixels as seen, from the header alone. Raises InputError."""
    with opened_image(path) as image:
        return seen_size(image, path)


def stored_turned(path: Path) -> bool:
    """Whether the file's pixels have to be turned to be seen upright, from the header alone. Raises InputError."""
    with opened_image(path) as image:
        return orientation(image, path) != 1


def read_image(path: Path, max_pixels: int = MAX_PIXELS) -> Pixels:
    """Decode to uint8 H×W×3 RGB in display orientation.

    Grey of more than 8 bits is stretched over the picture's own range, unless it holds whole numbers of 0 … 255 only,
    which stay as they are; of colour of 16 bits a channel, the depth of its sensor becomes white (10, 12, 14 or
    16 bits, by the brightest value: `deep_colour.eight_bits`). 8-bit grey and palettes become RGB, alpha is laid over
    white, CMYK is converted. Raises InputError naming the file for anything broken.
    """
    with opened_image(path) as image:
        if image.width * image.height > max_pixels:
            raise InputError(
                worded(
                    "{path} is {width}×{height} pixels, more than the {most} million that can be decoded at "
                    "once. Save it smaller, or cut it into parts.",
                    path=path,
                    width=image.width,
                    height=image.height,
                    most=max_pixels // 10**6,
                )
            )
        colour = deep_colour(path, image)
        if colour is not None:
            return eight_bits(colour)
        if image.width * image.height > LARGE and image.format is not None and decodes_alike(image):
            pixels = decoded(path, image.format, orientation(image, path))
            if pixels is not None:
                return pixels
        return _seen(image)


def read_reduced(path: Path, box: int = 1024) -> tuple[Pixels, tuple[int, int]] | None:
    """A large picture quickly and small, to be seen until it is decoded: uint8 RGB, and (width, height) of the whole.

    None for all but large JPEGs, whose format allows it. Raises InputError.
    """
    with opened_image(path) as image:
        if image.format != "JPEG" or not LARGE < image.width * image.height <= MAX_PIXELS:
            return None
        size = seen_size(image, path)
        pixels = reduced(path, size, box, orientation(image, path)) if decodes_alike(image) else None
    return (pixels, size) if pixels is not None else None


def read_thumbnail(path: Path, box: int = 160) -> Pixels:
    """uint8 RGB that fits `box`×`box`, decoded at a reduced size where the format allows it (JPEG)."""
    with opened_image(path) as image:
        if image.width * image.height > MAX_PIXELS:
            raise InputError(worded("{path} is too large for a thumbnail.", path=path))
        image.draft("RGB", (box * 2, box * 2))
        colour = deep_colour(path, image)
        pixels = _seen(image) if colour is None else eight_bits(colour)
    height, width = pixels.shape[:2]
    scale = min(box / width, box / height, 1.0)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


@contextlib.contextmanager
def opened_image(path: Path) -> Iterator[Image.Image]:
    """As `stored.opened`, for anything that is read inside: raises InputError naming the file for anything broken."""
    try:
        with opened(path) as image:
            yield image
    except FileNotFoundError:
        raise InputError(
            worded("{path} does not exist. Was it moved, or its disk unplugged?", path=path)
        ) from None
    except PermissionError:
        raise InputError(worded("{path} may not be read. Change its permissions.", path=path)) from None
    except IsADirectoryError:
        raise InputError(worded("{path} is a folder, not a picture.", path=path)) from None
    except UnidentifiedImageError:
        size = path.stat().st_size if path.exists() else 0
        text = worded("{path} is empty. Replace it by an intact copy.", path=path)
        if size:
            text = worded(
                "{path} is not a picture that can be read, whatever its name says. Replace it by an intact copy.",
                path=path,
            )
        raise InputError(text) from None
    except DAMAGED as error:
        raise InputError(
            worded("{path} is damaged ({error}). Replace it by an intact copy.", path=path, error=error)
        ) from error
    except MemoryError:
        raise InputError(
            worded(
                "{path} asks for more memory than there is: it is damaged, or too large for this computer.",
                path=path,
            )
        ) from None


def _seen(image: Image.Image) -> Pixels:
    upright = ImageOps.exif_transpose(image)
    return _stretched(np.asarray(upright)) if image.mode in DEEP_MODES else _rgb(upright)


def _rgb(image: Image.Image) -> Pixels:
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        layer = image.convert("RGBA")
        white = Image.new("RGBA", layer.size, (255, 255, 255, 255))
        image = Image.alpha_composite(white, layer)
    return np.array(image.convert("RGB"), np.uint8)


def _stretched(pixels: NDArray[np.generic]) -> Pixels:
    """Grey of more than 8 bits, stretched from its own lowest to its own highest value; 8-bit values in a deep file stay."""
    values = pixels.astype(np.float32)
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    if low >= 0 and high <= 255 and np.issubdtype(pixels.dtype, np.integer):
        low, high = 0.0, 255.0
    span = high - low if high > low else 1.0
    whole = np.nan_to_num(values, nan=low, posinf=high, neginf=low)
    # a range that is wider than float32's is white at its end all the same
    with np.errstate(over="ignore"):
        grey = np.clip((whole - low) * (255.0 / span), 0, 255).astype(np.uint8)
    return np.ascontiguousarray(np.repeat(grey[:, :, None], 3, axis=2))
