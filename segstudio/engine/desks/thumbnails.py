"""Small pictures of images for lists, made in the pool."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segstudio.core.images import read_thumbnail
from segstudio.engine.jobs import JobQueue

Thumbnail = NDArray[np.uint8]  # h×w×3 RGB


def ask_for_thumbnail(
    pool: JobQueue, path: Path, box: int, callback: Callable[[Thumbnail | None], None]
) -> Callable[[], None]:
    """Hand a picture that fits `box`×`box` to `callback` on the pool's owner's thread, None where the image cannot be
    read (opening it says why). The returned function cancels it."""
    job = pool.submit(
        "thumbnail",
        f"Thumbnail of {path.name}",
        lambda context: read_thumbnail(path, box),
        on_done=callback,
        on_error=lambda error: callback(None),
    )
    return job.cancel
