"""The brush: which pixels a round or square tip covers while it moves from one point to another.

Points are (x, y) in pixels; pixel (i, j) covers the square i … i+1, j … j+1 and has its centre at i+½, j+½.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Mask
from segstudio.core.geometry import Rect
from segstudio.labels.patch import TILE, Area, tiles_of

Point = tuple[float, float]
"""(x, y)."""
TipShape = Literal["round", "square"]
Floats = NDArray[np.float64]

MIN_RADIUS = 0.5
_SNAP_BELOW = math.sqrt(0.5)
_BAND = 1 << 13
"""Pixels whose coverage is computed at a time."""


def stroke_segment(
    p0: Point,
    p1: Point,
    radius: float,
    shape: TipShape = "round",
    bounds: tuple[int, int] = (0, 0),
    end_radius: float | None = None,
) -> Area:
    """Every pixel whose centre the tip covers on the straight way from `p0` to `p1`.

    Round: centres at a distance of at most `radius` from the segment. Square: centres at most `radius` away
    in both x and y from some point of it. `bounds` is the (height, width) to clip to. The mask is as large as
    the segment's rectangle: use `stroke_areas` where a segment may be long.

    `end_radius`: of the tip at `p1`, where it is another one; on the way it grows or shrinks evenly.

    Raises ValueError for a radius below ½ and for numbers that are not finite.
    """
    end = radius if end_radius is None else end_radius
    rect = _reach(p0, p1, radius, end, bounds)
    return Area(rect, _covered(rect, p0, p1, radius, end, shape)) if not rect.empty else Area.nothing()


def stroke_areas(
    p0: Point,
    p1: Point,
    radius: float,
    shape: TipShape,
    bounds: tuple[int, int],
    end_radius: float | None = None,
) -> Iterator[Area]:
    """`stroke_segment` in parts, one for every 256² tile that the tip passes, exact to the same pixel.

    The work is that of the tiles on the way, not of the rectangle around it.
    """
    end = radius if end_radius is None else end_radius
    rect = _reach(p0, p1, radius, end, bounds)
    if rect.width <= 2 * TILE and rect.height <= 2 * TILE:
        if not rect.empty:
            yield Area(rect, _covered(rect, p0, p1, radius, end, shape))
        return
    for tile in tiles_of(rect):
        if _may_cover(tile, p0, p1, max(radius, end)):
            mask = _covered(tile, p0, p1, radius, end, shape)
            if mask.any():
                yield Area(tile, mask)


def snap(point: Point, radius: float) -> Point:
    """The point that a tip of this radius is put at: the pixel's centre for a tip of one pixel, else `point`.

    A tip narrower than a pixel's diagonal could miss every centre; so snapped, it always covers the pixel
    under the pointer, and a line of such points has no gaps.
    """
    if radius >= _SNAP_BELOW:
        return point
    return math.floor(point[0]) + 0.5, math.floor(point[1]) + 0.5


def _reach(p0: Point, p1: Point, radius: float, end: float, bounds: tuple[int, int]) -> Rect:
    """The rectangle of pixels whose centres can be covered, clipped to `bounds`."""
    if not all(math.isfinite(v) for v in (*p0, *p1, radius, end)):
        raise ValueError("a stroke needs finite coordinates and radius")
    if min(radius, end) < MIN_RADIUS:
        raise ValueError(f"the radius must be at least {MIN_RADIUS}, not {min(radius, end)}")
    height, width = bounds
    x0 = max(math.ceil(min(p0[0] - radius, p1[0] - end) - 0.5), 0)
    y0 = max(math.ceil(min(p0[1] - radius, p1[1] - end) - 0.5), 0)
    x1 = min(math.floor(max(p0[0] + radius, p1[0] + end) - 0.5) + 1, width)
    y1 = min(math.floor(max(p0[1] + radius, p1[1] + end) - 0.5) + 1, height)
    return Rect(x0, y0, max(x1 - x0, 0), max(y1 - y0, 0))


def _covered(rect: Rect, p0: Point, p1: Point, radius: float, end: float, shape: TipShape) -> Mask:
    """bool h×w: the centres of `rect` that the tip covers."""
    x = np.arange(rect.x, rect.right, dtype=np.float64) + (0.5 - p0[0])
    y = np.arange(rect.y, rect.bottom, dtype=np.float64)[:, None] + (0.5 - p0[1])
    dx, dy = p1[0] - p0[0], p1[1] - p0[1]

    def inside(y: Floats) -> Mask:
        if end != radius:
            tapered = _tapered_square if shape == "square" else _tapered_round
            return tapered(x, y, dx, dy, radius, end)
        return (_inside_square if shape == "square" else _inside_round)(x, y, dx, dy, radius)

    rows = max(_BAND // rect.width, 1)
    if rect.height <= rows:
        return inside(y)
    mask = np.empty((rect.height, rect.width), np.bool_)
    for top in range(0, rect.height, rows):  # bands whose intermediate results stay in the cache
        mask[top : top + rows] = inside(y[top : top + rows])
    return mask


def _inside_round(x: Floats, y: Floats, dx: float, dy: float, radius: float) -> Mask:
    """Whether points (x, y) lie within `radius` of the segment from the origin to (dx, dy)."""
    r2 = radius * radius
    mask: Mask = x * x + y * y <= r2
    length2 = dx * dx + dy * dy
    if length2 > 0:
        along = x * dx + y * dy
        beside = along >= 0
        beside &= along <= length2
        beside &= np.abs(x * dy - y * dx) <= radius * math.sqrt(length2)
        mask |= beside
        x, y = x - dx, y - dy
        mask |= x * x + y * y <= r2
    return mask


def _inside_square(x: Floats, y: Floats, dx: float, dy: float, radius: float) -> Mask:
    """Whether (x, y) lies in the sum of that segment and a square: their common box, cut by two lines along
    the segment."""
    mask: Mask = np.abs(x * dy - y * dx) <= radius * (abs(dx) + abs(dy))
    mask &= (x >= min(dx, 0.0) - radius) & (x <= max(dx, 0.0) + radius)
    mask &= (y >= min(dy, 0.0) - radius) & (y <= max(dy, 0.0) + radius)
    return mask


def _tapered_round(x: Floats, y: Floats, dx: float, dy: float, radius: float, end: float) -> Mask:
    """Whether (x, y) lies in a disc whose centre goes from the origin to (dx, dy) while its radius becomes `end`.

    |p − t·d|² − (r + t·k)² is a parabola in t: where it opens upward its least value on the way counts, else the
    larger disc holds all others.
    """
    grows = end - radius
    from_start, from_end = x * x + y * y, (x - dx) ** 2 + (y - dy) ** 2
    mask: Mask = from_start <= radius * radius
    mask |= from_end <= end * end
    curve = dx * dx + dy * dy - grows * grows
    if curve > 0:
        slope = x * dx + y * dy + radius * grows
        beside = (slope >= 0) & (slope <= curve)
        beside &= (from_start - radius * radius) * curve <= slope * slope
        mask |= beside
    return mask


def _tapered_square(x: Floats, y: Floats, dx: float, dy: float, radius: float, end: float) -> Mask:
    """The same for a square: four sides, each of which says from or until which t on the way the point is inside."""
    grows = end - radius
    shape = np.broadcast_shapes(x.shape, y.shape)
    first, last = np.zeros(shape), np.ones(shape)
    mask: Mask = np.ones(shape, np.bool_)
    for over, moves in ((x, dx), (-x, -dx), (y, dy), (-y, -dy)):
        rate = grows + moves  # over − t·moves ≤ radius + t·grows
        if rate > 0:
            np.maximum(first, (over - radius) / rate, out=first)
        elif rate < 0:
            np.minimum(last, (over - radius) / rate, out=last)
        else:
            mask &= over <= radius
    return mask & (first <= last)


def _may_cover(tile: Rect, p0: Point, p1: Point, radius: float) -> bool:
    """Whether the tile's circumscribed circle comes near enough to the segment for any tip shape."""
    cx, cy = tile.x + tile.width / 2 - p0[0], tile.y + tile.height / 2 - p0[1]
    dx, dy = p1[0] - p0[0], p1[1] - p0[1]
    length2 = dx * dx + dy * dy
    t = min(max((cx * dx + cy * dy) / length2, 0.0), 1.0) if length2 > 0 else 0.0
    distance = math.hypot(cx - t * dx, cy - t * dy)
    return distance <= math.hypot(tile.width, tile.height) / 2 + radius * math.sqrt(2)
