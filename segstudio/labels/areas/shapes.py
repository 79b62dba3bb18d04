"""Shapes that a drag spans: rectangle and ellipse. A lasso is the polygon of its path."""

from __future__ import annotations

import math

import numpy as np

from segstudio.core.geometry import Rect
from segstudio.labels.areas.brush import Point
from segstudio.labels.patch import Area


def rectangle(a: Point, b: Point, bounds: tuple[int, int]) -> Area:
    """Every pixel whose centre lies between two opposite corners (x, y), half-open as polygons are.

    `bounds`: (height, width) to clip to. Raises ValueError for coordinates that are not finite.
    """
    rect = span(a, b, bounds)
    return Area(rect, np.ones((rect.height, rect.width), np.bool_))


def ellipse(a: Point, b: Point, bounds: tuple[int, int]) -> Area:
    """Every pixel whose centre lies in the ellipse that touches the sides of that rectangle, or on its edge."""
    rect = span(a, b, bounds)
    if rect.empty:
        return Area.nothing()
    rx, ry = abs(a[0] - b[0]) / 2, abs(a[1] - b[1]) / 2
    x = (np.arange(rect.x, rect.right) + (0.5 - (a[0] + b[0]) / 2)) / rx
    y = (np.arange(rect.y, rect.bottom) + (0.5 - (a[1] + b[1]) / 2)) / ry
    return Area(rect, x[None, :] ** 2 + y[:, None] ** 2 <= 1.0)


def span(a: Point, b: Point, bounds: tuple[int, int]) -> Rect:
    """The pixels whose centres lie between two opposite corners, clipped to `bounds` (height, width)."""
    if not all(math.isfinite(v) for v in (*a, *b)):
        raise ValueError("a rectangle needs finite corners")
    height, width = bounds
    x0, x1 = (_first(v, width) for v in sorted((a[0], b[0])))
    y0, y1 = (_first(v, height) for v in sorted((a[1], b[1])))
    return Rect(x0, y0, x1 - x0, y1 - y0)


def _first(edge: float, size: int) -> int:
    """The first pixel of 0 … size whose centre does not lie before `edge`."""
    return min(max(math.ceil(edge - 0.5), 0), size)
