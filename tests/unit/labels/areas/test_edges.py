"""Shaping edges, against pixel-by-pixel references and SciPy on small random maps."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import ndimage  # type: ignore[import-untyped]  # no stubs

from segstudio.core.arrays import Plane
from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY, HUMAN, MODEL
from segstudio.labels.areas import edges
from segstudio.labels.areas.neighbours import edge_sides, majority_around, nearest_to
from segstudio.labels.areas.specks import remove_specks
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area, Change

IGNORE = 9


@st.composite
def label_maps(draw: st.DrawFn) -> LabelMap:
    """Dense noise or blocks of two pixels: every kind of neighbourhood."""
    height, width = draw(st.tuples(st.integers(1, 11), st.integers(1, 12)))
    rng = np.random.default_rng(draw(st.integers(0, 2**16)))
    coarse = draw(st.sampled_from([1, 2]))

    def plane(values: list[int], share: list[float]) -> Plane:
        small = rng.choice(np.array(values, np.uint8), (height // coarse + 1, width // coarse + 1), p=share)
        return np.kron(small, np.ones((coarse, coarse), np.uint8)).astype(np.uint8)[:height, :width].copy()

    label = plane([0, 1, 2, IGNORE], [0.4, 0.4, 0.1, 0.1])
    provenance = plane([MODEL, HUMAN, EMPTY], [0.3, 0.6, 0.1])
    label[provenance == EMPTY] = IGNORE
    return LabelMap(label, provenance, IGNORE)


@st.composite
def scoped(draw: st.DrawFn) -> tuple[LabelMap, Rect]:
    label_map = draw(label_maps())
    height, width = label_map.shape
    x, y = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
    rect = Rect(x, y, draw(st.integers(1, width - x)), draw(st.integers(1, height - y)))
    return label_map, draw(st.sampled_from([rect, label_map.rect]))


def written(label_map: LabelMap, change: Change) -> tuple[Plane, NDArray[np.bool_]]:
    """The label afterwards, and which pixels the change says anything of."""
    label, said = label_map.label.copy(), np.zeros(label_map.shape, np.bool_)
    part, mask = change.area.rect.slices, change.area.mask
    assert not mask.size or change.provenance == HUMAN
    assert isinstance(change.label, np.ndarray)
    label[part][mask] = change.label[mask]
    said[part] = mask
    return label, said


def around(label_map: LabelMap, scope: Rect, x: int, y: int, reach: float) -> list[tuple[float, int]]:
    """(squared distance, class) of all pixels in reach that hold one."""
    found = []
    for j, i in np.ndindex(*label_map.shape):
        distance = (i - x) ** 2 + (j - y) ** 2
        inside = scope.x <= i < scope.right and scope.y <= j < scope.bottom
        if inside and distance <= reach**2 and label_map.provenance[j, i] != EMPTY:
            found.append((distance, int(label_map.label[j, i])))
    return found


@settings(max_examples=30, deadline=None)
@given(scoped(), st.integers(1, 3), st.sampled_from([None, 0, 1]))
def test_smoothing_is_a_vote_of_the_disc_around(
    given_: tuple[LabelMap, Rect], radius: int, only: int | None
) -> None:
    label_map, scope = given_
    label, said = written(label_map, edges.smooth(label_map, scope, radius, only))
    for y, x in np.ndindex(*label_map.shape):
        own = int(label_map.label[y, x])
        inside = scope.x <= x < scope.right and scope.y <= y < scope.bottom
        if not inside or label_map.provenance[y, x] == EMPTY:
            assert not said[y, x]
            continue
        votes = Counter(c for _, c in around(label_map, scope, x, y, radius))
        winner = min(votes, key=lambda c: (-votes[c], c))
        expected = own if votes[own] == votes[winner] else winner
        if only is not None and only not in (own, expected):
            expected = own
        assert label[y, x] == expected
        assert said[y, x] == (expected != own)


@settings(max_examples=30, deadline=None)
@given(scoped(), st.integers(1, 4), st.sampled_from([0, 1, IGNORE]))
def test_growing_takes_what_is_near_enough(
    given_: tuple[LabelMap, Rect], pixels: int, class_id: int
) -> None:
    label_map, scope = given_
    label, said = written(label_map, edges.grow(label_map, scope, pixels, class_id))
    for y, x in np.ndindex(*label_map.shape):
        inside = scope.x <= x < scope.right and scope.y <= y < scope.bottom
        holds = label_map.label[y, x] == class_id and label_map.provenance[y, x] != EMPTY
        near = any(c == class_id for _, c in around(label_map, scope, x, y, pixels))
        assert said[y, x] == (inside and near and not holds)
        assert not said[y, x] or label[y, x] == class_id


@settings(max_examples=30, deadline=None)
@given(scoped(), st.integers(1, 4), st.sampled_from([0, 1, IGNORE]))
def test_shrinking_gives_the_rim_to_the_nearest_class(
    given_: tuple[LabelMap, Rect], pixels: int, class_id: int
) -> None:
    label_map, scope = given_
    label, said = written(label_map, edges.shrink(label_map, scope, pixels, class_id))
    for y, x in np.ndindex(*label_map.shape):
        inside = scope.x <= x < scope.right and scope.y <= y < scope.bottom
        holds = label_map.label[y, x] == class_id and label_map.provenance[y, x] != EMPTY
        others = [(d, c) for d, c in around(label_map, scope, x, y, pixels) if c != class_id]
        assert said[y, x] == (inside and holds and bool(others))
        assert not said[y, x] or label[y, x] == min(others)[1]


@settings(max_examples=40, deadline=None)
@given(label_maps(), st.integers(0, 6))
def test_holes_are_what_scipy_fills(label_map: LabelMap, most: int) -> None:
    holds = (label_map.label == 1) & (label_map.provenance != EMPTY)
    holes = ndimage.binary_fill_holes(holds) & ~holds
    if most:
        ids, count = ndimage.label(holes)
        for index in range(1, count + 1):
            if (ids == index).sum() > most:
                holes[ids == index] = False
    area = edges.fill_holes(label_map, label_map.rect, 1, most)
    found = np.zeros(label_map.shape, np.bool_)
    found[area.rect.slices] = area.mask
    assert np.array_equal(found, holes)


def test_a_hole_that_the_scope_cuts_is_open() -> None:
    label = np.ones((7, 7), np.uint8)
    label[2:5, 2:5] = 0
    label_map = LabelMap.from_label(label, IGNORE)
    assert edges.fill_holes(label_map, label_map.rect, 1).rect == Rect(2, 2, 3, 3)
    assert edges.fill_holes(label_map, Rect(0, 0, 4, 7), 1).empty
    assert edges.fill_holes(label_map, label_map.rect, 5).empty


def slow_specks(label_map: LabelMap, fewer_than: int, only: int | None) -> Plane:
    """Regions one after the other, in the rounds that are promised."""
    label, provenance = label_map.label.astype(int), label_map.provenance
    code = np.where(provenance == EMPTY, -1, label)
    ids = np.zeros(label_map.shape, int)
    height, width = label_map.shape
    count = 0
    for value in np.unique(code):
        found, n = ndimage.label(code == value)
        ids[found > 0] = found[found > 0] + count
        count += n
    kinds = {i: int(code[ids == i][0]) for i in range(1, count + 1)}
    waiting = {
        i for i, kind in kinds.items()
        if kind >= 0 and (ids == i).sum() < fewer_than and (only is None or kind == only)
    }  # fmt: skip
    while True:
        turned = {}
        for i in waiting:
            votes: Counter[int] = Counter()
            for y, x in zip(*np.nonzero(ids == i), strict=True):
                for v, u in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                    if 0 <= v < height and 0 <= u < width:
                        other = int(ids[v, u])
                        if other != i and other not in waiting and kinds[other] >= 0:
                            votes[kinds[other]] += 1
            if votes:
                turned[i] = min(votes, key=lambda c: (-votes[c], c))
        if not turned:
            break
        kinds |= turned
        waiting -= turned.keys()
    lookup = np.array([0, *(max(kinds[i], 0) for i in range(1, count + 1))])
    return np.where(provenance == EMPTY, label_map.label, lookup[ids]).astype(np.uint8)


@settings(max_examples=40, deadline=None)
@given(label_maps(), st.integers(2, 9), st.sampled_from([None, 0, 2]))
def test_specks_follow_their_longest_edge(label_map: LabelMap, fewer_than: int, only: int | None) -> None:
    label, _ = written(label_map, remove_specks(label_map, label_map.rect, fewer_than, only))
    assert np.array_equal(label, slow_specks(label_map, fewer_than, only))


def test_a_region_that_the_scope_cuts_is_no_speck() -> None:
    label = np.zeros((6, 8), np.uint8)
    label[2:4, 2:6] = 1
    label_map = LabelMap.from_label(label, IGNORE)
    assert remove_specks(label_map, label_map.rect, 9).area.count == 8
    assert remove_specks(label_map, label_map.rect, 8).area.count == 0
    assert remove_specks(label_map, Rect(0, 0, 4, 6), 9).area.count == 0


@settings(max_examples=40, deadline=None)
@given(label_maps(), st.integers(0, 99))
def test_the_edge_of_an_area_is_counted_in_pixel_sides(label_map: LabelMap, seed: int) -> None:
    height, width = label_map.shape
    mask = np.random.default_rng(seed).random(label_map.shape) < 0.4
    area = Area(label_map.rect, mask)
    rect, sides = edge_sides(area, label_map)
    assert rect == label_map.rect
    votes: Counter[int] = Counter()
    beside_it = []
    for y, x in np.ndindex(height, width):
        beside = [(y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)]
        count = sum(bool(mask[v, u]) for v, u in beside if 0 <= v < height and 0 <= u < width)
        if mask[y, x] or label_map.provenance[y, x] == EMPTY:
            count = 0
        assert sides[y, x] == count
        if count:
            votes[int(label_map.label[y, x])] += count
            beside_it.append(((x + 0.5 - 2.23) ** 2 + (y + 0.5 - 3.11) ** 2, int(label_map.label[y, x])))
    winner = min(votes, key=lambda c: (-votes[c], c), default=None)
    assert majority_around(area, label_map) == winner
    assert nearest_to(area, label_map, (2.23, 3.11)) == min(beside_it, default=(0, None))[1]


@pytest.mark.parametrize("work", ["smooth", "grow", "shrink"])
def test_squares_have_no_seams(work: str) -> None:
    """Beyond one square of 512, the same as on a map turned by 180 degrees."""
    rng = np.random.default_rng(1)
    coarse = rng.integers(0, 3, (12, 40), np.uint8)
    label = np.kron(coarse, np.ones((5, 15), np.uint8)).astype(np.uint8)

    def shaped(plane: Plane) -> Plane:
        label_map = LabelMap.from_label(plane, IGNORE)
        if work == "smooth":
            change = edges.smooth(label_map, label_map.rect, 4)
        else:
            change = getattr(edges, work)(label_map, label_map.rect, 4, 1)
        return written(label_map, change)[0]

    turned = np.rot90(shaped(np.rot90(label, 2).copy()), 2)
    straight = shaped(label)
    assert straight.shape == (60, 600)  # more than one square
    assert np.array_equal(straight, turned)
    assert not np.array_equal(straight, label)


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (9, 1)])
def test_thin_maps_are_no_exception(shape: tuple[int, int]) -> None:
    label_map = LabelMap.from_label(
        np.arange(shape[0] * shape[1], dtype=np.uint8).reshape(shape) % 3, IGNORE
    )
    everything = label_map.rect
    found: list[Change | Area] = [
        edges.smooth(label_map, everything, 5),
        edges.grow(label_map, everything, 5, 1),
        edges.shrink(label_map, everything, 5, 1),
        edges.fill_holes(label_map, everything, 1),
        remove_specks(label_map, everything, 5),
    ]
    for answer in found:
        area = answer.area if isinstance(answer, Change) else answer
        assert area.rect.empty or area.rect.intersect(everything) == area.rect
