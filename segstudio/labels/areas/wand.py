"""The magic wand: pixels whose colour is like the clicked one's."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Mask
from segstudio.core.geometry import Rect
from segstudio.labels.areas.regions import flood, grow_region
from segstudio.labels.patch import Area, bounding_box


def magic_wand(
    image: NDArray[Any],
    seed: tuple[int, int],
    tolerance: float,
    *,
    contiguous: bool,
    within: Rect | None = None,
) -> Area:
    """The pixels of which every channel differs from the one at `seed` (x, y) by at most `tolerance`.

    `image`: H×W×3 (or H×W) of any number type; the tolerance is in its units. `contiguous`: only those joined to
    the seed by steps to one of four neighbours; else all of `within` (default: the image). The work grows with
    the region, not with the image, when contiguous. A seed outside gives nothing.
    """
    height, width = image.shape[:2]
    x, y = seed
    if not (0 <= x < width and 0 <= y < height):
        return Area.nothing()
    colour = image[y, x]
    if contiguous:

        def region_in(window: Rect) -> Area:
            alike = _alike(image[window.slices], colour, tolerance)
            return flood(alike.view(np.uint8), (x - window.x, y - window.y))

        return grow_region(region_in, seed, (height, width))
    scope = Rect(0, 0, width, height).intersect(within or Rect(0, 0, width, height))
    if scope.empty:
        return Area.nothing()
    alike = _alike(image[scope.slices], colour, tolerance)
    box = bounding_box(alike)
    return Area(box.translate(scope.x, scope.y), np.ascontiguousarray(alike[box.slices]))


def _alike(image: NDArray[Any], colour: NDArray[Any], tolerance: float) -> Mask:
    """bool h×w. Compared channel by channel against two bounds, so that unsigned numbers do not wrap."""
    planes = image[..., None] if image.ndim == 2 else image
    alike = np.ones(planes.shape[:2], np.bool_)
    for channel, value in enumerate(np.atleast_1d(colour)):
        plane = planes[..., channel]
        alike &= (plane >= float(value) - tolerance) & (plane <= float(value) + tolerance)
    return alike
