"""Selections as sets of pixels."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from segstudio.core.geometry import Rect
from segstudio.labels.patch import Area
from segstudio.labels.selection import How, combine, invert

SHAPE = (9, 11)
Set = NDArray[np.bool_]


@st.composite
def areas(draw: st.DrawFn) -> Area:
    x, y = draw(st.integers(0, 10)), draw(st.integers(0, 8))
    rect = Rect(x, y, draw(st.integers(0, 11 - x)), draw(st.integers(0, 9 - y)))
    return Area(rect, draw(hnp.arrays(np.bool_, (rect.height, rect.width))))


def pixels(area: Area | None) -> Set:
    found = np.zeros(SHAPE, np.bool_)
    if area is not None:
        found[area.rect.slices] = area.mask
    return found


@settings(deadline=None)
@given(areas(), areas(), st.sampled_from(["replace", "add", "subtract", "intersect"]))
def test_choosing_is_the_algebra_of_sets(first: Area, second: Area, how: How) -> None:
    selection = combine(None, first, "replace")
    assert np.array_equal(pixels(selection), pixels(first))
    a, b = pixels(selection), pixels(second)
    expected = {"replace": b, "add": a | b, "subtract": a & ~b, "intersect": a & b}[how]
    if selection is None and how == "intersect":
        expected = b
    found = combine(selection, second, how)
    assert np.array_equal(pixels(found), expected)
    assert (found is None) == (not expected.any())
    if found is not None:  # as tight as can be
        assert found.mask[0].any()
        assert found.mask[-1].any()
        assert found.mask[:, 0].any()
        assert found.mask[:, -1].any()
        assert np.array_equal(pixels(invert(found, SHAPE)), ~expected)


@pytest.mark.parametrize("how", ["subtract"])
def test_nothing_can_be_taken_from_no_selection(how: How) -> None:
    assert combine(None, Area(Rect(0, 0, 2, 2), np.ones((2, 2), np.bool_)), how) is None
    assert invert(None, SHAPE) is None
