"""Polygons that give back every pixel: no hole closed, no speck lost."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from segstudio.formats.yolo import contours


def _filled(region: NDArray[np.bool_]) -> NDArray[np.bool_]:
    page = np.zeros(region.shape, np.uint8)
    for contour in contours(region):
        cv2.fillPoly(page, [contour], 1)
    return page > 0


@settings(max_examples=100)
@given(arrays(np.bool_, st.tuples(st.integers(1, 14), st.integers(1, 14))))
def test_filling_the_contours_gives_the_region(region: NDArray[np.bool_]) -> None:
    assert np.array_equal(_filled(region), region)


@given(st.integers(0, 2**32 - 1), st.floats(0.5, 0.95))
def test_dense_regions_with_many_holes(seed: int, density: float) -> None:
    region = np.random.default_rng(seed).random((25, 30)) < density
    assert np.array_equal(_filled(region), region)


def test_rings_in_rings_and_islands_in_holes() -> None:
    region = np.zeros((41, 41), np.bool_)
    for inset in range(0, 20, 4):
        region[inset : 41 - inset, inset : 41 - inset] = True
        region[inset + 2 : 39 - inset, inset + 2 : 39 - inset] = False
    assert np.array_equal(_filled(region), region)


@pytest.mark.parametrize("pixels", [[(2, 3)], [(2, 3), (2, 4)], [(1, 1), (2, 2), (3, 3)]])
def test_regions_of_few_pixels_are_polygons_too(pixels: list[tuple[int, int]]) -> None:
    region = np.zeros((6, 6), np.bool_)
    for row, column in pixels:
        region[row, column] = True
    found = list(contours(region))
    assert all(len(c) >= 3 for c in found)
    assert np.array_equal(_filled(region), region)


def test_nothing_has_no_contour() -> None:
    assert list(contours(np.zeros((5, 5), np.bool_))) == []
