"""Folders as other tools lay them out, of few small pictures."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
from PIL import Image

from segstudio.core.arrays import Pixels
from segstudio.core.stored import png_chunk

SHAPE = (12, 16)


def picture(path: Path, shape: tuple[int, int] = SHAPE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.full((*shape, 3), 90, np.uint8)).save(path)
    return path


def grey(path: Path, values: Pixels) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(values).save(path)
    return path


def halves(left: int, right: int) -> Pixels:
    """uint8 12×16: one value in each half."""
    label = np.full(SHAPE, left, np.uint8)
    label[:, SHAPE[1] // 2 :] = right
    return label


def nothing(_done: int, _total: int, _what: str) -> None:
    """A progress that nobody follows."""


def png(size: tuple[int, int], kind: int, *chunks: tuple[bytes, bytes]) -> bytes:
    """A file of 8 bits that claims to be (width, height) pixels; `kind` is PNG's colour type. `chunks`: name, data."""
    head = struct.pack(">IIBBBBB", *size, 8, kind, 0, 0, 0)
    parts = ((b"IHDR", head), *chunks, (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(*part) for part in parts)


def bomb(kind: int) -> bytes:
    """A small PNG that claims to be of 100,000×100,000 pixels."""
    return png((100_000, 100_000), kind, (b"IDAT", zlib.compress(bytes(99))))
