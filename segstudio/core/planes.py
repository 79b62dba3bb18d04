"""Planes of any size: in memory, or, when they are huge, in a file without a name that the system may page out."""

from __future__ import annotations

import mmap
import os
import tempfile
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Plane
from segstudio.core.paths import cache_dir

HUGE = 1 << 26
"""Planes of more pixels than this (8192×8192) are memory-mapped."""
BAND = 1 << 22
"""About so many pixels are worked on at once where temporaries are made."""


def new_plane(shape: tuple[int, int], fill: int | None = None) -> Plane:
    """uint8 H×W, writable; every pixel is `fill`, or anything when that is None.

    A huge one lies in a file in the cache folder that is deleted at once and goes with the last reference. Its room
    is taken before it is used, since a full disk would otherwise end the process at some later write; without room,
    or without such a folder, it lies in memory.
    """
    height, width = shape
    plane = _mapped(height, width) if height * width > HUGE else None
    if plane is None:
        plane = np.empty(shape, np.uint8)
    if fill is not None:
        for rows in bands(plane):
            plane[rows] = fill
    return plane


def copied(plane: Plane) -> Plane:
    """A copy, mapped when it is huge."""
    height, width = plane.shape
    found = new_plane((height, width))
    for rows in bands(plane):
        found[rows] = plane[rows]
    return found


def bands(plane: Plane) -> Iterator[slice]:
    """Rows of it, some `BAND` pixels at a time."""
    step = max(BAND // max(plane.shape[1], 1), 1)
    for start in range(0, plane.shape[0], step):
        yield slice(start, min(start + step, plane.shape[0]))


def histogram(plane: Plane) -> NDArray[np.int64]:
    """int64 256: how many pixels have each value. In bands, since numpy takes eight bytes for each pixel."""
    counts = np.zeros(256, np.int64)
    for rows in bands(plane):
        counts += np.bincount(plane[rows].reshape(-1), minlength=256)
    return counts


def _mapped(height: int, width: int) -> Plane | None:
    size = height * width
    try:
        folder = cache_dir()
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder, prefix="plane-") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, size)
            else:  # no sparse files to be afraid of
                file.truncate(size)
            memory = mmap.mmap(file.fileno(), size)
    except OSError:
        return None
    return np.frombuffer(memory, np.uint8).reshape(height, width)
