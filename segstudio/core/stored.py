"""Picture files as they are stored: opened, and how large and how turned they are, with no pixel decoded."""

from __future__ import annotations

import contextlib
import io
import lzma
import os
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

DEEP_MODES = frozenset({"I", "I;16", "I;16B", "I;16L", "F"})
"""Pillow's modes of grey with more than 8 bits."""

DAMAGED = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,  # a field is of another kind than it has to be
    LookupError,
    ArithmeticError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
)
"""What Pillow and tifffile raise over a file that is not whole, or says nonsense of itself."""

_WIDTH_TAG, _HEIGHT_TAG, _ORIENTATION_TAG = 0x0100, 0x0101, 0x0112
_TURNS = range(2, 9)
_SIDEWAYS = range(5, 9)
"""EXIF orientations that swap width and height."""
_PNG_DEPTH_AT = 24
"""In IHDR, the first chunk."""
_PNG_WORDS = {b"IHDR", b"eXIf", b"tEXt", b"zTXt", b"iTXt"}
"""Chunks that say something of the picture as a whole; text may hold EXIF or XMP."""


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """What Pillow knows of the file before it decodes it. Raises one of `DAMAGED`.

    Through a handle: of a path Pillow maps pixels that are not compressed, and those of a turned TIFF in wrong rows.
    """
    with path.open("rb") as file, Image.open(file) as image:
        yield image


def orientation(image: Image.Image, path: Path) -> int:
    """How the stored pixels of the opened file are turned, as EXIF counts it: 1 (not at all) … 8."""
    if image.format == "PNG":
        # Pillow would decode it, since the word may stand behind the pixels.
        with Image.open(io.BytesIO(_without_pixels(path))) as bare:
            found = Image.Image.getexif(bare).get(_ORIENTATION_TAG)
    else:
        found = image.getexif().get(_ORIENTATION_TAG)
    return found if isinstance(found, int) and found in _TURNS else 1


def seen_size(image: Image.Image, path: Path) -> tuple[int, int]:
    """(width, height) of the opened file in display orientation."""
    width, height = image.size
    if image.format == "TIFF":  # some versions of Pillow have turned the size of these already
        tags = image.getexif()
        width, height = tags[_WIDTH_TAG], tags[_HEIGHT_TAG]
    return (height, width) if orientation(image, path) in _SIDEWAYS else (width, height)


def png_depth(path: Path) -> int:
    """Bits of each channel, or of an index, of a file that Pillow knows as PNG. Raises OSError."""
    with path.open("rb") as file:
        return file.read(_PNG_DEPTH_AT + 1)[_PNG_DEPTH_AT]


def _without_pixels(path: Path) -> bytes:
    """A PNG that holds the words of this one, and no pixels. (PNG specification, third edition, section 5.)"""
    with path.open("rb") as file:
        kept = [file.read(8)]
        while len(head := file.read(8)) == 8 and head[4:] != b"IEND":
            length, kind = int.from_bytes(head[:4], "big"), head[4:]
            if kind in _PNG_WORDS:
                kept.append(png_chunk(kind, file.read(length)))
                file.seek(4, os.SEEK_CUR)
            else:
                file.seek(length + 4, os.SEEK_CUR)
    return b"".join([*kept, png_chunk(b"IDAT", b""), png_chunk(b"IEND", b"")])


def png_chunk(kind: bytes, data: bytes) -> bytes:
    """Length, name, data and checksum. (PNG specification, third edition, section 5.3.)"""
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
