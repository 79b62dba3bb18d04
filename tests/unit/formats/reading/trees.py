"""Folders as other tools lay them out, of few small pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from segstudio.core.arrays import Pixels

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
