"""The brush against exact rational arithmetic: doubles are fractions, so nothing rounds in the reference."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from segstudio.labels.areas.brush import Point, TipShape, snap, stroke_areas, stroke_segment
from segstudio.labels.patch import Area

HEIGHT, WIDTH = 11, 15
coordinates = st.floats(-10, 25) | st.integers(-40, 100).map(lambda n: n / 4)
points = st.tuples(coordinates, coordinates)
radii = st.floats(0.5, 8) | st.integers(1, 16).map(lambda n: n / 2)
half_steps = st.integers(-20, 50).map(lambda n: n / 2)
shapes = st.sampled_from(["round", "square"])


def spread(area: Area, shape: tuple[int, int] = (HEIGHT, WIDTH)) -> NDArray[np.bool_]:
    full = np.zeros(shape, np.bool_)
    full[area.rect.slices] = area.mask
    return full


def distance_squared(centre: tuple[Fraction, Fraction], p0: Point, p1: Point) -> Fraction:
    """From a point to a segment: project, clamp, measure."""
    (ax, ay), (bx, by) = ((Fraction(x), Fraction(y)) for x, y in (p0, p1))
    dx, dy = bx - ax, by - ay
    length2 = dx * dx + dy * dy
    t = Fraction(0)
    if length2:
        t = min(max(((centre[0] - ax) * dx + (centre[1] - ay) * dy) / length2, Fraction(0)), Fraction(1))
    return (centre[0] - ax - t * dx) ** 2 + (centre[1] - ay - t * dy) ** 2


def square_distance(centre: tuple[Fraction, Fraction], p0: Point, p1: Point) -> Fraction:
    """The least max(|x|, |y|) from a point to a segment: convex and piecewise linear in t, so it is least at
    an end, where a coordinate vanishes, or where the two are equal."""
    (ax, ay), (bx, by) = ((Fraction(x), Fraction(y)) for x, y in (p0, p1))
    dx, dy = bx - ax, by - ay
    ex, ey = centre[0] - ax, centre[1] - ay
    candidates = [Fraction(0), Fraction(1)]
    for over, under in ((ex, dx), (ey, dy), (ex - ey, dx - dy), (ex + ey, dx + dy)):
        if under:
            candidates.append(min(max(over / under, Fraction(0)), Fraction(1)))
    return min(max(abs(ex - t * dx), abs(ey - t * dy)) for t in candidates)


def check(p0: Point, p1: Point, radius: float, shape: TipShape) -> None:
    found = spread(stroke_segment(p0, p1, radius, shape, (HEIGHT, WIDTH)))
    r = Fraction(radius)
    for y in range(HEIGHT):
        for x in range(WIDTH):
            centre = Fraction(2 * x + 1, 2), Fraction(2 * y + 1, 2)
            if shape == "round":
                margin = distance_squared(centre, p0, p1) - r * r
            else:
                margin = square_distance(centre, p0, p1) - r
            if abs(margin) > Fraction(1, 10**9):  # nearer than doubles can tell, either answer is right
                assert found[y, x] == (margin < 0), (x, y, float(margin))


@settings(max_examples=60, deadline=None)
@given(points, points, radii, shapes)
@example((3.0, 4.0), (3.0, 4.0), 5.0, "round")
@example((-5.0, -5.0), (60.0, 40.0), 3.0, "square")
def test_a_segment_covers_exactly_the_centres_within_reach(
    p0: Point, p1: Point, radius: float, shape: TipShape
) -> None:
    check(p0, p1, radius, shape)


@settings(deadline=None)
@given(half_steps, half_steps, half_steps, st.booleans(), st.integers(1, 16).map(lambda n: n / 2))
def test_ties_count_as_inside_where_doubles_are_exact(
    x: float, y: float, end: float, across: bool, radius: float
) -> None:
    p0, p1 = (x, y), ((end, y) if across else (x, end))
    found = spread(stroke_segment(p0, p1, radius, "round", (HEIGHT, WIDTH)))
    for j in range(HEIGHT):
        for i in range(WIDTH):
            centre = Fraction(2 * i + 1, 2), Fraction(2 * j + 1, 2)
            assert found[j, i] == (distance_squared(centre, p0, p1) <= Fraction(radius) ** 2)


@settings(max_examples=25, deadline=None)
@given(
    st.tuples(st.floats(-300, 1500), st.floats(-300, 1500)),
    st.tuples(st.floats(-300, 1500), st.floats(-300, 1500)),
    st.floats(0.5, 150),
    shapes,
)
@example((412.0, 412.0), (0.0, 412.0), 150.0, "round")
@example((412.0, 412.0), (0.0, 412.0), 105.0, "square")
def test_parts_of_a_long_segment_are_the_segment(
    p0: Point, p1: Point, radius: float, shape: TipShape
) -> None:
    bounds = (900, 1100)
    together = np.zeros(bounds, np.int64)
    for area in stroke_areas(p0, p1, radius, shape, bounds):
        together[area.rect.slices] += area.mask
    assert np.array_equal(together, spread(stroke_segment(p0, p1, radius, shape, bounds), bounds))


def disc_margin(centre: tuple[Fraction, Fraction], p0: Point, p1: Point, r0: float, r1: float) -> Fraction:
    """The least |p − c(t)|² − r(t)² on the way: negative inside. At an end, or where the parabola in t is least."""
    (ax, ay), (bx, by) = ((Fraction(x), Fraction(y)) for x, y in (p0, p1))
    dx, dy, grows = bx - ax, by - ay, Fraction(r1) - Fraction(r0)
    ex, ey = centre[0] - ax, centre[1] - ay
    places = [Fraction(0), Fraction(1)]
    curve = dx * dx + dy * dy - grows * grows
    if curve > 0:
        places.append(
            min(max((ex * dx + ey * dy + Fraction(r0) * grows) / curve, Fraction(0)), Fraction(1))
        )
    return min((ex - t * dx) ** 2 + (ey - t * dy) ** 2 - (Fraction(r0) + t * grows) ** 2 for t in places)


def square_margin(
    centre: tuple[Fraction, Fraction], p0: Point, p1: Point, r0: float, r1: float
) -> Fraction:
    """The least max(|x|, |y|) − r(t): piecewise linear in t, least at an end or where two of its pieces meet."""
    (ax, ay), (bx, by) = ((Fraction(x), Fraction(y)) for x, y in (p0, p1))
    dx, dy, grows = bx - ax, by - ay, Fraction(r1) - Fraction(r0)
    ex, ey = centre[0] - ax, centre[1] - ay
    places = [Fraction(0), Fraction(1)]
    for over, under in ((ex, dx), (ey, dy), (ex - ey, dx - dy), (ex + ey, dx + dy)):
        if under:
            places.append(min(max(over / under, Fraction(0)), Fraction(1)))
    return min(max(abs(ex - t * dx), abs(ey - t * dy)) - Fraction(r0) - t * grows for t in places)


@settings(max_examples=80, deadline=None)
@given(points, points, radii, radii, shapes)
@example((3.0, 4.0), (3.0, 4.0), 2.0, 5.0, "round")
@example((3.0, 4.0), (5.0, 4.0), 1.0, 4.0, "square")
@example((-4.0, 2.0), (14.0, 9.0), 0.5, 4.0, "round")
def test_a_segment_whose_tip_grows_covers_exactly_what_the_tip_passes(
    p0: Point, p1: Point, start: float, end: float, shape: TipShape
) -> None:
    found = spread(stroke_segment(p0, p1, start, shape, (HEIGHT, WIDTH), end))
    margin_of = disc_margin if shape == "round" else square_margin
    for y in range(HEIGHT):
        for x in range(WIDTH):
            margin = margin_of((Fraction(2 * x + 1, 2), Fraction(2 * y + 1, 2)), p0, p1, start, end)
            if abs(margin) > Fraction(1, 10**9):
                assert found[y, x] == (margin < 0), (x, y, float(margin))


@settings(max_examples=25, deadline=None)
@given(
    st.tuples(st.floats(-300, 1500), st.floats(-300, 1500)),
    st.tuples(st.floats(-300, 1500), st.floats(-300, 1500)),
    st.floats(0.5, 150),
    st.floats(0.5, 150),
    shapes,
)
def test_parts_of_a_long_segment_whose_tip_grows_are_the_segment(
    p0: Point, p1: Point, start: float, end: float, shape: TipShape
) -> None:
    bounds = (900, 1100)
    together = np.zeros(bounds, np.int64)
    for area in stroke_areas(p0, p1, start, shape, bounds, end):
        together[area.rect.slices] += area.mask
    assert np.array_equal(together, spread(stroke_segment(p0, p1, start, shape, bounds, end), bounds))


def test_a_long_thin_segment_visits_only_the_tiles_on_its_way() -> None:
    areas = list(stroke_areas((0, 0), (8192, 8192), 32, "round", (8192, 8192)))
    assert sum(area.rect.area for area in areas) < 0.12 * 8192 * 8192


def test_a_stroke_beside_the_image_is_empty() -> None:
    for p in ((-40.0, 5.0), (5.0, 90.0), (1e9, 1e9)):
        assert stroke_segment(p, p, 3, "round", (HEIGHT, WIDTH)).rect.empty
        assert list(stroke_areas(p, p, 3, "round", (HEIGHT, WIDTH))) == []


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_numbers_that_make_no_stroke_are_refused(bad: float) -> None:
    with pytest.raises(ValueError):
        stroke_segment((bad, 1), (2, 3), 2, "round", (9, 9))
    with pytest.raises(ValueError):
        stroke_segment((1, 1), (2, 3), bad, "round", (9, 9))
    with pytest.raises(ValueError):
        stroke_segment((1, 1), (2, 3), 0.49, "round", (9, 9))
    with pytest.raises(ValueError):
        stroke_segment((1, 1), (2, 3), 2, "round", (9, 9), bad)
    with pytest.raises(ValueError):
        stroke_segment((1, 1), (2, 3), 2, "round", (9, 9), 0.49)


@settings(deadline=None)
@given(st.floats(0, 14.99), st.floats(0, 10.99), st.floats(0.5, 3))
def test_a_snapped_tip_always_covers_the_pixel_under_the_pointer(x: float, y: float, radius: float) -> None:
    point = snap((x, y), radius)
    assert spread(stroke_segment(point, point, radius, "round", (HEIGHT, WIDTH)))[int(y), int(x)]


def test_a_tip_of_one_pixel_paints_one_pixel_and_lines_without_gaps() -> None:
    point = snap((4.9, 7.1), 0.5)
    assert stroke_segment(point, point, 0.5, "round", (HEIGHT, WIDTH)).count == 1
    line = spread(
        stroke_segment(snap((1.2, 1.9), 0.5), snap((13.7, 9.3), 0.5), 0.5, "round", (HEIGHT, WIDTH))
    )
    assert line[:, 1:14].any(axis=0).all()
