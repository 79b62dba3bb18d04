"""The image at every size: levels that halve, sampled for any part of the view."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.geometry import Rect
from segstudio.ui.canvas.background import Background
from segstudio.ui.canvas.codes import AT_ONCE, level_for
from segstudio.ui.canvas.viewport import Viewport

Pixels = NDArray[np.uint8]  # H×W×3 RGB
Positions = NDArray[np.intp]

SHARP_FROM = 2.0
"""From this zoom on an image pixel is a square with sharp edges; below it is interpolated."""


def positions(viewport: Viewport, rect: Rect) -> tuple[Positions, Positions]:
    """(rows, columns) of the image pixels under the centres of the view pixels of `rect`, kept inside the image."""
    width, height = viewport.image
    y = (np.arange(rect.y, rect.bottom) + (0.5 - viewport.origin[1])) / viewport.zoom
    x = (np.arange(rect.x, rect.right) + (0.5 - viewport.origin[0])) / viewport.zoom
    return (
        np.clip(np.floor(y), 0, height - 1).astype(np.intp),
        np.clip(np.floor(x), 0, width - 1).astype(np.intp),
    )


class ImagePyramid:
    """An RGB image (uint8 H×W×3, not copied) and its halved levels, made in the background when it is large.

    Until they are there the image itself is sampled pixel by pixel; `on_ready` is called when they are.
    """

    def __init__(self, image: Pixels, background: Background, on_ready: Callable[[], None]) -> None:
        self._levels: list[Pixels] = [image]
        self._ready = False
        self._on_ready = on_ready
        if image.shape[0] * image.shape[1] <= AT_ONCE:
            self._levels = halvings(image)
            self._ready = True
        else:
            background.run(lambda: halvings(image), self._built)

    @property
    def image(self) -> Pixels:
        return self._levels[0]

    @property
    def size(self) -> tuple[int, int]:
        """(width, height)."""
        height, width = self.image.shape[:2]
        return width, height

    @property
    def ready(self) -> bool:
        return self._ready

    def sample(self, viewport: Viewport, rect: Rect) -> Pixels:
        """uint8 h×w×3 RGB for the view pixels of `rect`, which must lie inside `viewport.shown`."""
        level = min(level_for(viewport.zoom), len(self._levels) - 1)
        source = self._levels[level]
        scale = viewport.zoom * 2**level
        if viewport.zoom >= SHARP_FROM or not self._ready:
            rows, columns = positions(viewport, rect)
            first, last = int(columns[0]), int(columns[-1]) + 1
            return self.image[:, first:last][rows].take(columns - first, axis=1)
        x = (rect.x + 0.5 - viewport.origin[0]) / scale - 0.5
        y = (rect.y + 0.5 - viewport.origin[1]) / scale - 0.5
        if scale == 1 and x == int(x) and y == int(y):
            exact = Rect(int(x), int(y), rect.width, rect.height)
            if exact == exact.intersect(Rect(0, 0, source.shape[1], source.shape[0])):
                return source[exact.slices]
        return _interpolated(source, x, y, 1 / scale, (rect.width, rect.height))

    def _built(self, levels: list[Pixels]) -> None:
        self._levels = levels
        self._ready = True
        self._on_ready()


def halvings(image: Pixels) -> list[Pixels]:
    """The image and its halves, quarters … by area averaging; an odd edge row or column counts twice."""
    levels = [image]
    while max(image.shape[:2]) > 256:
        height, width = image.shape[:2]
        if height % 2 or width % 2:
            image = np.pad(image, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
        half = ((width + 1) // 2, (height + 1) // 2)
        image = np.asarray(cv2.resize(image, half, interpolation=cv2.INTER_AREA), np.uint8)
        levels.append(image)
    return levels


def _interpolated(source: Pixels, x: float, y: float, step: float, size: tuple[int, int]) -> Pixels:
    """Bilinear samples, `size` (width, height) of them, at x, x+step … and y, y+step …; edges are extended.

    Only the part under the samples is handed on: the warp takes no picture of more than 32,767 pixels a side.
    """
    left = min(max(int(np.floor(x)) - 1, 0), source.shape[1] - 1)
    top = min(max(int(np.floor(y)) - 1, 0), source.shape[0] - 1)
    right = max(int(np.ceil(x + step * size[0])) + 2, left + 1)
    bottom = max(int(np.ceil(y + step * size[1])) + 2, top + 1)
    part = source[top:bottom, left:right]
    matrix = np.array([[step, 0, x - left], [0, step, y - top]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    warped = cv2.warpAffine(part, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(warped, np.uint8)
