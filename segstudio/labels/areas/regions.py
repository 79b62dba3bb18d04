"""Areas that are not strokes: polygons, connected regions, the whole map."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np

from segstudio.core.arrays import Mask, Plane
from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY
from segstudio.labels.patch import TILE, Area, bounding_box

_FIRST_WINDOW = 2 * TILE
_MIN_CORNERS = 3


def whole(bounds: tuple[int, int]) -> Area:
    """Every pixel of a map of (height, width); the mask takes no memory."""
    height, width = bounds
    return Area(Rect(0, 0, width, height), np.broadcast_to(np.True_, (height, width)))


def polygon(points: Sequence[tuple[float, float]], bounds: tuple[int, int]) -> Area:
    """Every pixel whose centre lies inside the closed polygon, by the even-odd rule.

    `points`: corners (x, y) in pixels, in order; the last joins the first. They may lie outside `bounds`
    (height, width), which clips. Sides may cross; of two polygons that share a side every centre belongs to
    exactly one. Fewer than three corners enclose nothing.

    Raises ValueError for coordinates that are not finite.
    """
    if len(points) < _MIN_CORNERS:
        return Area.nothing()
    corners = np.asarray(points, np.float64)
    if corners.ndim != 2 or corners.shape[1] != 2 or not np.isfinite(corners).all():
        raise ValueError("a polygon needs finite (x, y) corners")
    height, width = bounds
    low = np.clip(np.ceil(corners.min(axis=0) - 0.5), 0, (width, height)).astype(int)
    high = np.clip(np.ceil(corners.max(axis=0) - 0.5), 0, (width, height)).astype(int)
    rect = Rect(int(low[0]), int(low[1]), int(high[0] - low[0]), int(high[1] - low[1]))
    if rect.empty:
        return Area.nothing()
    return Area(rect, _even_odd(corners, rect))


def connected_region(
    label: Plane, provenance: Plane, seed: tuple[int, int], also: Plane | None = None
) -> Area:
    """The pixels joined to `seed` (x, y) by steps to one of four neighbours with an equal label, where
    'empty' and 'void on purpose' are different although both hold the ignore index.

    `label`, `provenance`: uint8 H×W of the whole map. `also`: a third plane whose values must be equal too.
    The work grows with the region, not with the map. A seed outside the map gives nothing.
    """

    def region_in(window: Rect) -> Area:
        part = window.slices
        third = None if also is None else also[part]
        return _region_in(label[part], provenance[part], (seed[0] - window.x, seed[1] - window.y), third)

    height, width = label.shape
    return grow_region(region_in, seed, (height, width))


def grow_region(region_in: Callable[[Rect], Area], seed: tuple[int, int], bounds: tuple[int, int]) -> Area:
    """A connected region, found in a window around `seed` (x, y) that grows until it holds all of the region.

    `region_in`: a window -> the region around the seed inside it, in the window's coordinates. `bounds`:
    (height, width). A seed outside gives nothing.
    """
    height, width = bounds
    x, y = seed
    if not (0 <= x < width and 0 <= y < height):
        return Area.nothing()
    everything = Rect(0, 0, width, height)
    window = Rect(x, y, 1, 1).inflate(_FIRST_WINDOW // 2).intersect(everything)
    while True:
        area = region_in(window)
        rect = area.rect.translate(window.x, window.y)
        grown = _grown(window, rect, everything)
        if grown == window:
            return Area(rect, area.mask)
        window = grown


def same_class(label: Plane, provenance: Plane, seed: tuple[int, int], within: Rect) -> Area:
    """Every pixel of the rectangle `within` that holds the same as `seed` (x, y), joined to it or not; 'empty' and
    'void on purpose' are different. `label`, `provenance`: uint8 H×W. A seed outside the map gives nothing."""
    height, width = label.shape
    x, y = seed
    within = within.intersect(Rect(0, 0, width, height))
    if not (0 <= x < width and 0 <= y < height) or within.empty:
        return Area.nothing()
    empty = provenance[within.slices] == EMPTY
    mask = empty if provenance[y, x] == EMPTY else (label[within.slices] == label[y, x]) & ~empty
    box = bounding_box(mask)
    return Area(box.translate(within.x, within.y), mask[box.slices])


def _grown(window: Rect, reached: Rect, everything: Rect) -> Rect:
    """The window, larger by half on each side where the region reaches its border and the map goes on."""
    left, top, right, bottom = window.x, window.y, window.right, window.bottom
    if reached.x == window.x:
        left -= window.width // 2
    if reached.y == window.y:
        top -= window.height // 2
    if reached.right == window.right:
        right += window.width // 2
    if reached.bottom == window.bottom:
        bottom += window.height // 2
    return Rect(left, top, right - left, bottom - top).intersect(everything)


def _region_in(label: Plane, provenance: Plane, seed: tuple[int, int], also: Plane | None) -> Area:
    """`connected_region` of a window, in its coordinates."""
    x, y = seed
    if also is not None:
        different = also != also[y, x]
        if provenance[y, x] == EMPTY:
            return flood(provenance, seed, different)
        return flood(label, seed, different | (provenance == EMPTY))
    if provenance[y, x] == EMPTY:
        return flood(provenance, seed)
    area = flood(label, seed)
    empty = provenance[area.rect.slices] == EMPTY
    if not (empty & area.mask).any():
        return area
    return flood(label, seed, barrier=provenance == EMPTY)  # void on purpose beside emptiness


def flood(plane: Plane, seed: tuple[int, int], barrier: Mask | None = None) -> Area:
    """The 4-connected pixels of a plane (uint8 h×w) equal to `seed` (x, y), short of `barrier` (bool h×w)."""
    height, width = plane.shape
    filled, blocked = 1, 2
    framed = np.zeros((height + 2, width + 2), np.uint8)  # cv2 wants a frame of one pixel
    if barrier is not None:
        framed[1:-1, 1:-1][barrier] = blocked
    flags = 4 | cv2.FLOODFILL_MASK_ONLY | cv2.FLOODFILL_FIXED_RANGE | (filled << 8)
    _, _, _, (x, y, w, h) = cv2.floodFill(plane, framed, seed, 0, 0, 0, flags)
    return Area(Rect(x, y, w, h), framed[y + 1 : y + 1 + h, x + 1 : x + 1 + w] == filled)


def _even_odd(corners: np.ndarray[tuple[int, ...], np.dtype[np.float64]], rect: Rect) -> Mask:
    """bool h×w: each side flips the centres to its right, in the rows it spans (half-open at its ends)."""
    ends = np.stack([corners, np.roll(corners, -1, axis=0)], axis=1)
    # From the top down, so that a side meets a row at the same double whichever polygon it belongs to.
    falling = (ends[:, 0, 1] > ends[:, 1, 1])[:, None, None]
    (x0, y0), (x1, y1) = np.where(falling, ends[:, ::-1], ends).transpose(1, 2, 0)
    first = np.clip(np.ceil(y0 - 0.5), rect.y, rect.bottom).astype(np.int64)
    last = np.clip(np.ceil(y1 - 0.5), rect.y, rect.bottom).astype(np.int64)
    rows_of = last - first
    side = np.repeat(np.arange(len(corners)), rows_of)
    starts = np.cumsum(rows_of) - rows_of
    row = np.arange(len(side)) - starts[side] + first[side]
    # Only where it is used: a side that rises by next to nothing, and meets no row, would overflow.
    slope = np.divide(x1 - x0, y1 - y0, out=np.zeros_like(x0), where=rows_of > 0)
    crossing = x0[side] + (row + 0.5 - y0[side]) * slope[side]
    column = np.clip(np.ceil(crossing - 0.5), rect.x, rect.right).astype(np.int64)
    flips = np.zeros((rect.height, rect.width + 1), np.uint8)
    np.bitwise_xor.at(flips, (row - rect.y, column - rect.x), 1)
    return np.bitwise_xor.accumulate(flips, axis=1)[:, :-1].view(np.bool_)
