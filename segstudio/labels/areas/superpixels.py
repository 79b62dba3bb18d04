"""Superpixels: small patches of like colour, painted whole as soon as the tip touches them."""

from __future__ import annotations

import threading
from collections import OrderedDict

import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Pixels
from segstudio.core.geometry import Rect
from segstudio.labels.areas.from_skimage import superpixels
from segstudio.labels.patch import TILE, Area, bounding_box, tiles_of

_MARGIN = 24
"""Pixels around a tile that its superpixels know of, so that they do not follow the tile's border."""
_KEPT = 64
_COMPACTNESS = 12.0
_ROUNDS = 5
Segments = NDArray[np.uint16]


def tile_segments(image: Pixels, tile: Rect, size: int) -> Segments:
    """uint16 h×w of `tile`: superpixels of about `size`×`size` pixels (SLIC: Achanta et al., TPAMI 2012), by number.

    `image`: uint8 H×W×3. The tile is seen with some pixels around it; its segments are cut at its border. The
    same answer for the same tile, wherever a stroke began.
    """
    everything = Rect(0, 0, image.shape[1], image.shape[0])
    window = tile.inflate(_MARGIN).intersect(everything)
    count = max(window.area // (size * size), 1)
    found = superpixels(image[window.slices], count, _COMPACTNESS, _ROUNDS)
    part = found[tile.translate(-window.x, -window.y).slices]
    return np.unique(part, return_inverse=True)[1].reshape(part.shape).astype(np.uint16)


class Superpixels:
    """The superpixels of one image, tile by tile, made when first asked for and kept. Safe in several threads.

    A tile takes about 100 ms: ask `ready` before a stroke in the window's thread, and `prepare` in a worker.
    """

    def __init__(self, image: Pixels, size: int) -> None:
        self.image = image
        self.size = size
        self._tiles: OrderedDict[tuple[int, int], Segments] = OrderedDict()
        self._lock = threading.Lock()

    def ready(self, rect: Rect) -> bool:
        """Whether `touched` would answer for this rectangle at once."""
        with self._lock:
            return all((tile.x, tile.y) in self._tiles for tile in self._tiles_over(rect))

    def prepare(self, rect: Rect) -> None:
        """Make and keep the tiles that the rectangle touches."""
        for tile in self._tiles_over(rect):
            self.segments(tile)

    def segments(self, tile: Rect) -> Segments:
        """`tile_segments` of a whole tile of the 256² grid, kept."""
        key = tile.x, tile.y
        with self._lock:
            held = self._tiles.get(key)
            if held is not None:
                self._tiles.move_to_end(key)
                return held
        made = tile_segments(self.image, tile, self.size)
        with self._lock:
            self._tiles[key] = made
            while len(self._tiles) > _KEPT:
                self._tiles.popitem(last=False)
        return made

    def touched(self, area: Area) -> Area:
        """All pixels of the superpixels that the area touches."""
        parts = []
        reach = Rect(0, 0, 0, 0)
        for tile in self._tiles_over(area.rect):
            seen = tile.intersect(area.rect)
            mask = area.mask[seen.translate(-area.rect.x, -area.rect.y).slices]
            if not mask.any():
                continue
            segments = self.segments(tile)
            chosen = np.zeros(int(segments.max()) + 1, np.bool_)
            chosen[segments[seen.translate(-tile.x, -tile.y).slices][mask]] = True
            parts.append((tile, chosen[segments]))
            reach = reach.union(tile)
        found = np.zeros((reach.height, reach.width), np.bool_)
        for tile, mask in parts:
            found[tile.translate(-reach.x, -reach.y).slices] = mask
        box = bounding_box(found) if parts else Rect(0, 0, 0, 0)
        return Area(box.translate(reach.x, reach.y), found[box.slices].copy())

    def _tiles_over(self, rect: Rect) -> list[Rect]:
        """Whole tiles of the grid, clipped to the image."""
        everything = Rect(0, 0, self.image.shape[1], self.image.shape[0])
        return [
            Rect(part.x // TILE * TILE, part.y // TILE * TILE, TILE, TILE).intersect(everything)
            for part in tiles_of(rect.intersect(everything))
        ]
