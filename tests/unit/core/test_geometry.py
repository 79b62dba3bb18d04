from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from segstudio.core.geometry import Rect

rects = st.builds(Rect, st.integers(0, 30), st.integers(0, 30), st.integers(0, 20), st.integers(0, 20))


def painted(*which: Rect) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    plane = np.zeros((60, 60), np.bool_)
    for rect in which:
        plane[rect.slices] = True
    return plane


@given(rects, rects)
def test_intersection_is_the_common_pixels(a: Rect, b: Rect) -> None:
    assert np.array_equal(painted(a.intersect(b)), painted(a) & painted(b))


@given(rects, rects)
def test_union_is_the_smallest_rectangle_around_both(a: Rect, b: Rect) -> None:
    both = painted(a, b)
    union = a.union(b)
    assert (painted(union) & both == both).all()
    if both.any():
        rows, columns = np.flatnonzero(both.any(axis=1)), np.flatnonzero(both.any(axis=0))
        assert (union.y, union.bottom) == (rows[0], rows[-1] + 1)
        assert (union.x, union.right) == (columns[0], columns[-1] + 1)


def test_inflate_and_translate() -> None:
    assert Rect(3, 4, 2, 1).inflate(2) == Rect(1, 2, 6, 5)
    assert Rect(3, 4, 2, 1).translate(-3, 1) == Rect(0, 5, 2, 1)
    assert Rect(0, 0, 0, 5).empty
    assert Rect(0, 0, 3, 5).area == 15
