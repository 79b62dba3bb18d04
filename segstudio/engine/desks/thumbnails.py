"""Small pictures of images for lists, made in the pool, and what was learned of an image on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segstudio.core.images import image_size, read_thumbnail
from segstudio.core.wording import worded
from segstudio.engine.jobs import JobQueue

Thumbnail = NDArray[np.uint8]  # h×w×3 RGB


class Thumbnails:
    """Owned by the GUI thread."""

    def __init__(self, pool: JobQueue) -> None:
        self._pool = pool
        self._pixels: dict[Path, int] = {}

    def ask(self, path: Path, box: int, callback: Callable[[Thumbnail | None], None]) -> Callable[[], None]:
        """Hand a picture that fits `box`×`box` to `callback` on the pool's owner's thread, None where the image cannot be
        read (opening it says why). The returned function cancels it."""

        def made(found: tuple[Thumbnail, int]) -> None:
            thumbnail, self._pixels[path] = found
            callback(thumbnail)

        job = self._pool.submit(
            "thumbnail",
            worded("Thumbnail of {name}", name=path.name),
            lambda context: _make(path, box),
            on_done=made,
            on_error=lambda error: callback(None),
        )
        return job.cancel

    def share(self, path: Path, counted: int | None) -> float | None:
        """Which part of the image so many pixels are; None before its thumbnail was there."""
        pixels = self._pixels.get(path)
        return counted / pixels if counted is not None and pixels else None


def _make(path: Path, box: int) -> tuple[Thumbnail, int]:
    """In the pool: the picture, and how many pixels the image has."""
    width, height = image_size(path)
    return read_thumbnail(path, box), width * height
