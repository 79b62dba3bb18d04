"""Regions that differ against a flood fill written out, and kappa against its definition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from segstudio.core.arrays import Label
from segstudio.metrics.agreement import kappa
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.regions import regions_that_differ

maps = arrays(np.uint8, (9, 11), elements=st.sampled_from([0, 1, 2, 255]))

Found = tuple[int, int, int, int, int, int, int]


def _flood(first: Label, second: Label, ignore: int) -> list[Found]:
    """(x, y, width, height, pixels, first, second) of every region, by walking from pixel to pixel."""
    height, width = first.shape
    seen: set[tuple[int, int]] = set()
    found: list[Found] = []
    for start in np.ndindex(first.shape):
        pair = first.item(start), second.item(start)
        if start in seen or pair[0] == pair[1] or ignore in pair:
            continue
        region, waiting = set(), [start]
        while waiting:
            y, x = waiting.pop()
            inside = 0 <= y < height and 0 <= x < width
            if not inside or (y, x) in region or (first.item(y, x), second.item(y, x)) != pair:
                continue
            region.add((y, x))
            waiting += [(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
        seen |= region
        ys, xs = [y for y, _ in region], [x for _, x in region]
        box = (min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)
        found.append((*box, len(region), *pair))
    return found


@settings(max_examples=60, deadline=None)
@given(maps, maps, st.sampled_from([255, 0, 1]))
def test_regions_are_those_of_a_flood_fill(first: Label, second: Label, ignore: int) -> None:
    found = regions_that_differ(first, second, ignore)
    rows = [(r.box.x, r.box.y, r.box.width, r.box.height, r.pixels, r.first, r.second) for r in found]
    assert sorted(rows) == sorted(_flood(first, second, ignore))
    assert [r.pixels for r in found] == sorted((r.pixels for r in found), reverse=True)
    large = regions_that_differ(first, second, ignore, least=3)
    assert large == [r for r in found if r.pixels >= 3]
    one = regions_that_differ(first, second, ignore, pair=(0, 2))
    assert one == [r for r in found if (r.first, r.second) == (0, 2)]


def test_shapes_have_to_fit() -> None:
    with pytest.raises(ValueError):
        regions_that_differ(np.zeros((3, 3), np.uint8), np.zeros((3, 4), np.uint8))


def test_kappa_of_a_worked_example() -> None:
    """Of 50 cases both say yes to 20 and no to 15: p = 0.7, e = 0.5 · 0.6 + 0.5 · 0.4."""
    found = kappa(ConfusionMatrix(np.array([[20, 5], [10, 15]], np.int64), np.zeros(2, np.int64)))
    assert found == pytest.approx(0.4)


@given(maps, maps)
def test_kappa_is_symmetric_and_one_of_equals(first: Label, second: Label) -> None:
    mutual = (first != 255) & (second != 255)
    one, two = np.where(mutual, first, 255).astype(np.uint8), np.where(mutual, second, 255).astype(np.uint8)
    there, back = (kappa(ConfusionMatrix.from_labels(a, b, 3)) for a, b in ((one, two), (two, one)))
    assert there == (None if back is None else pytest.approx(back))
    same = kappa(ConfusionMatrix.from_labels(one, one, 3))
    assert same is None or same == pytest.approx(1)


def test_without_a_pixel_or_a_choice_there_is_no_kappa() -> None:
    assert kappa(ConfusionMatrix.zero(3)) is None
    label = np.zeros((4, 4), np.uint8)
    assert kappa(ConfusionMatrix.from_labels(label, label, 3)) is None
