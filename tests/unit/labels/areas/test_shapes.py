"""Rectangles and ellipses, pixel by pixel."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.labels.areas.brush import Point
from segstudio.labels.areas.regions import polygon
from segstudio.labels.areas.shapes import ellipse, rectangle
from segstudio.labels.patch import Area

SHAPE = (11, 14)
coordinates = st.integers(-16, 72).map(lambda n: n / 4)
corners = st.tuples(coordinates, coordinates)


def spread(area: Area) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    found = np.zeros(SHAPE, np.bool_)
    found[area.rect.slices] = area.mask
    return found


@settings(deadline=None)
@given(corners, corners)
def test_a_rectangle_is_the_polygon_of_its_corners(a: Point, b: Point) -> None:
    expected = polygon([a, (b[0], a[1]), b, (a[0], b[1])], SHAPE)
    assert np.array_equal(spread(rectangle(a, b, SHAPE)), spread(expected))


@settings(deadline=None)
@given(corners, corners)
def test_an_ellipse_holds_the_centres_inside(a: Point, b: Point) -> None:
    found = spread(ellipse(a, b, SHAPE))
    (ax, ay), (bx, by) = ((Fraction(p[0]), Fraction(p[1])) for p in (a, b))
    cx, cy, rx, ry = (ax + bx) / 2, (ay + by) / 2, abs(ax - bx) / 2, abs(ay - by) / 2
    for y, x in np.ndindex(*SHAPE):
        u, v = Fraction(2 * x + 1, 2) - cx, Fraction(2 * y + 1, 2) - cy
        if rx == 0 or ry == 0:
            assert not found[y, x]
            continue
        level = (u / rx) ** 2 + (v / ry) ** 2
        if level != 1:
            assert found[y, x] == (level < 1), (x, y)


@pytest.mark.parametrize("shape", [rectangle, ellipse])
def test_corners_that_are_no_numbers_are_refused(shape: object) -> None:
    assert callable(shape)
    with pytest.raises(ValueError):
        shape((0.0, 0.0), (float("nan"), 3.0), SHAPE)
