"""The image at every size: levels that halve, sampled for any part of the view."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.adjustments import Values
from segstudio.core.geometry import Rect
from segstudio.ui.canvas.rendering.background import Background
from segstudio.ui.canvas.rendering.codes import level_for
from segstudio.ui.canvas.rendering.layers import AT_ONCE
from segstudio.ui.canvas.viewport import Viewport

Positions = NDArray[np.intp]

SHARP_FROM = 2.0
"""From this zoom on an image pixel is a square with sharp edges; below it is interpolated."""
_SMALLEST = 256
"""There are no levels below this side."""


def positions(viewport: Viewport, rect: Rect) -> tuple[Positions, Positions]:
    """(rows, columns) of the image pixels under the centres of the view pixels of `rect`, kept inside the image."""
    width, height = viewport.image
    whole_x, whole_y = (math.floor(at) for at in viewport.origin)
    left, top = viewport.origin[0] - whole_x, viewport.origin[1] - whole_y
    y = (np.arange(rect.y - whole_y, rect.bottom - whole_y) + (0.5 - top)) / viewport.zoom
    x = (np.arange(rect.x - whole_x, rect.right - whole_x) + (0.5 - left)) / viewport.zoom
    return (
        np.clip(np.floor(y), 0, height - 1).astype(np.intp),
        np.clip(np.floor(x), 0, width - 1).astype(np.intp),
    )


class Picture(Protocol):
    """What the canvas can show as an image."""

    @property
    def size(self) -> tuple[int, int]:
        """(width, height)."""

    @property
    def ready(self) -> bool:
        """Whether it will not look any better."""

    @property
    def levels(self) -> list[Values]:
        """All it holds."""

    @property
    def smallest(self) -> Values:
        """The whole of it, small: what figures about its values are made of, and the minimap."""

    def sample(self, viewport: Viewport, rect: Rect) -> Values:
        """h×w×C values for the view pixels of `rect`, which must lie inside `viewport.shown`."""


class ReducedImage:
    """A picture of which only a reduced version is there yet."""

    ready = True

    def __init__(self, pixels: Values, size: tuple[int, int]) -> None:
        self._pixels = pixels
        self.levels = halvings(pixels)
        self.size = size

    @property
    def smallest(self) -> Values:
        return self.levels[-1]

    def sample(self, viewport: Viewport, rect: Rect) -> Values:
        shrunk = viewport.zoom * self.size[0] / self._pixels.shape[1]  # view pixels per pixel that is there
        level = min(level_for(shrunk), len(self.levels) - 1)
        source = self.levels[level]
        across, down = self.size[0] / source.shape[1], self.size[1] / source.shape[0]
        x = (rect.x + 0.5 - viewport.origin[0]) / (viewport.zoom * across) - 0.5
        y = (rect.y + 0.5 - viewport.origin[1]) / (viewport.zoom * down) - 0.5
        steps = 1 / (viewport.zoom * across), 1 / (viewport.zoom * down)
        return _interpolated(source, x, y, steps, (rect.width, rect.height))


class ImagePyramid:
    """An image (uint8 or uint16, H×W×C, not copied) and its halved levels, made in the background when it is large.

    Until they are there a reduced version stands in where the view is zoomed out, if there is one, or the image
    itself is sampled pixel by pixel; `on_ready` is called when they are. They take a third of the image's memory.
    """

    def __init__(
        self,
        image: Values,
        background: Background,
        on_ready: Callable[[], None],
        stand_in: ReducedImage | None = None,
    ) -> None:
        self._levels: list[Values] = [image]
        self._ready = self._given_up = False
        self._on_ready = on_ready
        self._stand_in = stand_in
        if image.shape[0] * image.shape[1] <= AT_ONCE:
            self._levels = halvings(image)
            self._ready = True
        else:
            background.run(lambda: halvings(image), self._built, self._give_up)

    @property
    def levels(self) -> list[Values]:
        return self._levels

    @property
    def image(self) -> Values:
        return self._levels[0]

    @property
    def size(self) -> tuple[int, int]:
        height, width = self.image.shape[:2]
        return width, height

    @property
    def ready(self) -> bool:
        """Whether nothing better is to be expected."""
        return self._ready or self._given_up

    @property
    def smallest(self) -> Values:
        if self._ready:
            return self._levels[-1]
        step = -(-max(self.size) // _SMALLEST)
        return self.image[::step, ::step]

    def sample(self, viewport: Viewport, rect: Rect) -> Values:
        if not self._ready and self._stand_in is not None and viewport.zoom < 1:
            return self._stand_in.sample(viewport, rect)
        level = min(level_for(viewport.zoom), len(self._levels) - 1)
        source = self._levels[level]
        scale = viewport.zoom * 2**level
        if viewport.zoom >= SHARP_FROM or not self._ready:
            rows, columns = positions(viewport, rect)
            return _picked(self.image, rows, columns)
        x = (rect.x + 0.5 - viewport.origin[0]) / scale - 0.5
        y = (rect.y + 0.5 - viewport.origin[1]) / scale - 0.5
        if scale == 1 and x == int(x) and y == int(y):
            exact = Rect(int(x), int(y), rect.width, rect.height)
            if exact == exact.intersect(Rect(0, 0, source.shape[1], source.shape[0])):
                return source[exact.slices]
        return _interpolated(source, x, y, (1 / scale, 1 / scale), (rect.width, rect.height))

    def _built(self, levels: list[Values]) -> None:
        self._levels = levels
        self._ready = True
        self._stand_in = None
        self._on_ready()

    def _give_up(self) -> None:
        """No memory for smaller levels, say: single pixels go on standing in."""
        self._given_up = True
        self._on_ready()


def halvings(image: Values) -> list[Values]:
    """The image and its halves, quarters … by area averaging; an odd edge row or column counts twice."""
    levels = [image]
    while max(image.shape[:2]) > _SMALLEST:
        image = _halved(image)
        levels.append(image)
    return levels


def _halved(image: Values) -> Values:
    """Without a copy of the whole, as an edge added to it would take."""
    height, width, channels = image.shape
    even = image[: height & ~1, : width & ~1]
    found = np.empty(((height + 1) // 2, (width + 1) // 2, channels), image.dtype)
    parts = (
        (even, found[: height // 2, : width // 2]),
        (image[: height & ~1, width & ~1 :], found[: height // 2, width // 2 :]),
        (image[height & ~1 :, : width & ~1], found[height // 2 :, : width // 2]),
        (image[height & ~1 :, width & ~1 :], found[height // 2 :, width // 2 :]),
    )
    for source, target in parts:
        if target.size:
            size = target.shape[1], target.shape[0]
            target[...] = cv2.resize(source, size, interpolation=cv2.INTER_AREA).reshape(target.shape)
    return found


def _picked(image: Values, rows: Positions, columns: Positions) -> Values:
    """`image[rows][:, columns]`; far zoomed out row by row, so that what lies between is not copied.

    Zoomed in, each row of the image is picked once and repeated.
    """
    first, last = int(columns[0]), int(columns[-1]) + 1
    inside = columns - first
    if last - first <= len(columns):
        top = int(rows[0])
        return image[top : int(rows[-1]) + 1, first:last].take(inside, axis=1)[rows - top]
    if last - first <= 4 * len(columns):
        return image[:, first:last][rows].take(inside, axis=1)
    found = np.empty((len(rows), len(columns), image.shape[2]), image.dtype)
    for place, row in enumerate(rows):
        image[row, first:last].take(inside, axis=0, out=found[place], mode="clip")
    return found


def _interpolated(
    source: Values, x: float, y: float, steps: tuple[float, float], size: tuple[int, int]
) -> Values:
    """Bilinear samples, `size` (width, height) of them, at x, x+step … and y, y+step …; edges are extended.

    Only the part under the samples is handed on: the warp takes no picture of more than 32,767 pixels a side.
    """
    left = min(max(int(np.floor(x)) - 1, 0), source.shape[1] - 1)
    top = min(max(int(np.floor(y)) - 1, 0), source.shape[0] - 1)
    right = max(int(np.ceil(x + steps[0] * size[0])) + 2, left + 1)
    bottom = max(int(np.ceil(y + steps[1] * size[1])) + 2, top + 1)
    part = source[top:bottom, left:right]
    matrix = np.array([[steps[0], 0, x - left], [0, steps[1], y - top]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    warped = cv2.warpAffine(part, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    found = warped.reshape(size[1], size[0], source.shape[2])
    return np.asarray(found, np.uint8) if source.dtype == np.uint8 else np.asarray(found, np.uint16)
