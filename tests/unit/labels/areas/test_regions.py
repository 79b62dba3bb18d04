from collections import deque
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY, HUMAN, MODEL
from segstudio.labels.areas.regions import connected_region, polygon, whole
from segstudio.labels.patch import Area

HEIGHT, WIDTH = 11, 14
Corner = tuple[float, float]
corners = st.lists(
    st.tuples(st.integers(-12, 68).map(lambda n: n / 4), st.integers(-12, 56).map(lambda n: n / 4)),
    min_size=3,
    max_size=9,
)


def spread(area: Area, shape: tuple[int, int]) -> NDArray[np.bool_]:
    full = np.zeros(shape, np.bool_)
    full[area.rect.slices] = area.mask
    return full


def inside(x: Fraction, y: Fraction, points: list[Corner]) -> bool | None:
    """By the ray to the right, in rational arithmetic; None on a side, where nothing is promised."""
    odd = False
    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
        x0, y0, x1, y1 = (Fraction(v) for v in (ax, ay, bx, by))
        cross = (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)
        if cross == 0 and min(x0, x1) <= x <= max(x0, x1) and min(y0, y1) <= y <= max(y0, y1):
            return None
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            odd = not odd
    return odd


@settings(max_examples=60, deadline=None)
@given(corners)
@example([(0.0, 0.0), (100.0, 5e-324), (50.0, 50.0)])  # a side that rises by the least number there is
def test_a_polygon_holds_exactly_the_centres_inside(points: list[Corner]) -> None:
    with np.errstate(over="raise"):
        found = spread(polygon(points, (HEIGHT, WIDTH)), (HEIGHT, WIDTH))
    for y in range(HEIGHT):
        for x in range(WIDTH):
            expected = inside(Fraction(2 * x + 1, 2), Fraction(2 * y + 1, 2), points)
            assert expected is None or found[y, x] == expected, (x, y)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 56).map(lambda n: n / 4), st.integers(0, 44).map(lambda n: n / 4))
def test_polygons_that_share_sides_share_no_centre_and_miss_none(x: float, y: float) -> None:
    """Four triangles around any point tile the rectangle that they form."""
    box = [(0.0, 0.0), (float(WIDTH), 0.0), (float(WIDTH), float(HEIGHT)), (0.0, float(HEIGHT))]
    times = np.zeros((HEIGHT, WIDTH), int)
    for a, b in zip(box, box[1:] + box[:1], strict=True):
        times += spread(polygon([a, b, (x, y)], (HEIGHT, WIDTH)), (HEIGHT, WIDTH))
    assert (times == 1).all()


def test_a_polygon_of_pixel_corners_is_that_rectangle() -> None:
    area = polygon([(2, 3), (7, 3), (7, 9), (2, 9)], (HEIGHT, WIDTH))
    assert area.rect == Rect(2, 3, 5, 6)
    assert area.mask.all()


def test_a_polygon_around_everything_is_clipped() -> None:
    area = polygon([(-1e6, -1e6), (1e6, -1e6), (1e6, 1e6), (-1e6, 1e6)], (HEIGHT, WIDTH))
    assert spread(area, (HEIGHT, WIDTH)).all()


@pytest.mark.parametrize(
    "points", [[], [(1.0, 1.0)], [(1.0, 1.0), (5.0, 5.0)], [(90.0, 0.0), (95.0, 5.0), (90.0, 9.0)]]
)
def test_what_encloses_nothing_is_empty(points: list[Corner]) -> None:
    assert polygon(points, (HEIGHT, WIDTH)).empty


def test_corners_that_are_no_numbers_are_refused() -> None:
    with pytest.raises(ValueError):
        polygon([(0, 0), (5, float("nan")), (5, 5)], (HEIGHT, WIDTH))


def reached(
    label: NDArray[np.uint8],
    provenance: NDArray[np.uint8],
    seed: tuple[int, int],
    also: NDArray[np.uint8] | None = None,
) -> NDArray[np.bool_]:
    """Breadth first."""
    height, width = label.shape

    def kind(x: int, y: int) -> tuple[int, bool, int]:
        third = 0 if also is None else int(also[y, x])
        return int(label[y, x]), bool(provenance[y, x] == EMPTY), third

    seen = np.zeros(label.shape, np.bool_)
    seen[seed[1], seed[0]] = True
    queue = deque([seed])
    while queue:
        x, y = queue.popleft()
        for i, j in ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)):
            if 0 <= i < width and 0 <= j < height and not seen[j, i] and kind(i, j) == kind(*seed):
                seen[j, i] = True
                queue.append((i, j))
    return seen


@settings(deadline=None)
@given(
    hnp.arrays(np.uint8, (13, 16), elements=st.sampled_from([0, 1, 255])),
    hnp.arrays(np.uint8, (13, 16), elements=st.sampled_from([EMPTY, MODEL, HUMAN])),
    st.integers(0, 15),
    st.integers(0, 12),
)
def test_a_region_is_what_a_walk_reaches(
    label: NDArray[np.uint8], provenance: NDArray[np.uint8], x: int, y: int
) -> None:
    label = np.where(provenance == EMPTY, np.uint8(255), label)
    area = connected_region(label, provenance, (x, y))
    assert np.array_equal(spread(area, label.shape), reached(label, provenance, (x, y)))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**16), st.integers(0, 15), st.integers(0, 12))
def test_a_third_plane_bounds_a_region_too(seed: int, x: int, y: int) -> None:
    rng = np.random.default_rng(seed)
    label, also = rng.choice(np.array([0, 255], np.uint8), (2, 13, 16), p=[0.2, 0.8])
    provenance = rng.choice(np.array([EMPTY, HUMAN], np.uint8), (13, 16), p=[0.3, 0.7])
    label = np.where(provenance == EMPTY, np.uint8(255), label)
    area = connected_region(label, provenance, (x, y), also)
    assert np.array_equal(spread(area, label.shape), reached(label, provenance, (x, y), also))


@pytest.mark.parametrize("seed", [(3, 3), (1990, 40), (900, 1100), (1999, 1199)])
def test_a_region_that_winds_through_many_windows_is_found_whole(seed: tuple[int, int]) -> None:
    """A comb: long teeth joined at alternate ends, so that the way leads far away and back."""
    label = np.zeros((1200, 2000), np.uint8)
    for i, x in enumerate(range(6, 2000, 8)):
        label[(slice(4, None) if i % 2 else slice(0, -4)), x : x + 2] = 1
    provenance = np.full(label.shape, MODEL, np.uint8)
    area = connected_region(label, provenance, seed)
    value = label[seed[1], seed[0]]
    if value == 0:
        assert np.array_equal(spread(area, label.shape), label == 0)
    else:
        assert (label[area.rect.slices][area.mask] == value).all()


def test_emptiness_and_void_on_purpose_are_two_regions() -> None:
    label = np.full((4, 6), 255, np.uint8)
    provenance = np.full((4, 6), EMPTY, np.uint8)
    provenance[:, 2:4] = HUMAN
    assert connected_region(label, provenance, (0, 0)).rect == Rect(0, 0, 2, 4)
    assert connected_region(label, provenance, (2, 0)).rect == Rect(2, 0, 2, 4)
    assert connected_region(label, provenance, (5, 3)).rect == Rect(4, 0, 2, 4)


def test_a_seed_outside_finds_nothing() -> None:
    label = np.zeros((4, 6), np.uint8)
    for seed in ((-1, 0), (6, 0), (0, 4)):
        assert connected_region(label, label, seed).empty


def test_the_whole_map_takes_no_memory() -> None:
    area = whole((20_000, 20_000))
    assert area.rect == Rect(0, 0, 20_000, 20_000)
    assert area.mask.strides == (0, 0)
    assert area.mask[::1000, ::1000].all()
