"""Zoom and pan: what has to stay where it is stays there."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from segstudio.core.geometry import Rect
from segstudio.ui.canvas.navigator import Navigator
from segstudio.ui.canvas.viewport import KEEP, MAX_ZOOM, STEPS, Viewport

sizes = st.tuples(st.integers(1, 20_000), st.integers(1, 20_000))
views = st.tuples(st.integers(50, 4000), st.integers(50, 3000))
shares = st.tuples(st.floats(0, 1), st.floats(0, 1))
zooms = st.floats(0.01, 100)


@given(sizes, views, shares, zooms, zooms)
def test_zooming_keeps_the_image_point_under_the_pointer(
    image: tuple[int, int], view: tuple[int, int], at: tuple[float, float], first: float, second: float
) -> None:
    start = Viewport.fitted(image, view).zoomed(first, (view[0] / 2, view[1] / 2))
    pointer = (at[0] * view[0], at[1] * view[1])
    point = start.to_image(pointer)
    assume(0 <= point[0] <= image[0] and 0 <= point[1] <= image[1])
    after = start.zoomed(second, pointer)
    assert math.dist(after.to_view(point), pointer) < 1e-4


@given(sizes, views, st.lists(st.tuples(shares, zooms), max_size=8))
def test_zooming_never_loses_the_image(
    image: tuple[int, int], view: tuple[int, int], path: list[tuple[tuple[float, float], float]]
) -> None:
    viewport = Viewport.fitted(image, view)
    for at, zoom in path:
        viewport = viewport.zoomed(zoom, (at[0] * view[0], at[1] * view[1]))
        left, top = viewport.to_view((0, 0))
        right, bottom = viewport.to_view(image)
        assert left <= view[0] + 1e-4
        assert right >= -1e-4
        assert top <= view[1] + 1e-4
        assert bottom >= -1e-4


@given(sizes, views, zooms, st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_panning_keeps_a_strip_in_view(
    image: tuple[int, int], view: tuple[int, int], zoom: float, dx: float, dy: float
) -> None:
    moved = Viewport.fitted(image, view).zoomed(zoom, (0, 0)).panned(dx, dy)
    for axis in (0, 1):
        low = max(moved.origin[axis], 0)
        high = min(moved.origin[axis] + image[axis] * moved.zoom, view[axis])
        assert high - low >= min(KEEP, image[axis] * moved.zoom, view[axis]) - 1e-4


@given(sizes, views)
def test_fit_shows_everything_centred(image: tuple[int, int], view: tuple[int, int]) -> None:
    fitted = Viewport.fitted(image, view)
    left, top = fitted.to_view((0, 0))
    right, bottom = fitted.to_view(image)
    assert left >= -1
    assert top >= -1
    assert right <= view[0] + 1
    assert bottom <= view[1] + 1
    assert abs(left - (view[0] - right)) <= 1 + 1e-6
    assert abs(top - (view[1] - bottom)) <= 1 + 1e-6


@given(sizes, views, zooms, shares)
def test_view_and_image_points_are_inverse(
    image: tuple[int, int], view: tuple[int, int], zoom: float, at: tuple[float, float]
) -> None:
    viewport = Viewport.fitted(image, view).zoomed(zoom, (10, 10))
    point = (at[0] * image[0], at[1] * image[1])
    assert math.dist(viewport.to_image(viewport.to_view(point)), point) < 1e-3


def test_pixel_under_a_point() -> None:
    viewport = Viewport((10, 6), (100, 100), 4.0, (20.0, 30.0))
    assert viewport.pixel_at((20, 30)) == (0, 0)
    assert viewport.pixel_at((23.9, 34)) == (0, 1)
    assert viewport.pixel_at((59.9, 53.9)) == (9, 5)
    assert viewport.pixel_at((60, 40)) is None
    assert viewport.pixel_at((19.9, 40)) is None


def test_view_rect_covers_every_part_of_the_pixels() -> None:
    viewport = Viewport((100, 100), (50, 50), 0.3, (0.5, 0.0))
    assert viewport.view_rect(Rect(10, 10, 1, 1)) == Rect(3, 3, 1, 1)
    assert viewport.view_rect(Rect(0, 0, 100, 100)) == Rect(0, 0, 31, 30)
    assert viewport.view_rect(Rect(-50, 0, 10, 10)).empty


def test_steps_walk_the_ladder_and_stop_at_the_ends() -> None:
    viewport = Viewport((500, 400), (600, 500), 1.0, (50.0, 50.0))
    up = viewport.stepped(1, (300, 250))
    assert up.zoom == STEPS[STEPS.index(1) + 1]
    assert up.stepped(-1, (300, 250)).zoom == 1
    for _ in range(40):
        up = up.stepped(1, (300, 250))
    assert up.zoom == MAX_ZOOM
    for _ in range(60):
        up = up.stepped(-1, (300, 250))
    assert up.zoom == pytest.approx(up.min_zoom)


def test_a_fitted_image_stays_fitted_until_it_is_zoomed() -> None:
    changes: list[int] = []
    navigator = Navigator(lambda: changes.append(1))
    navigator.resize((400, 300))
    navigator.show((1000, 500))
    assert navigator.viewport == Viewport.fitted((1000, 500), (400, 300))
    navigator.resize((800, 600))
    assert navigator.viewport == Viewport.fitted((1000, 500), (800, 600))
    navigator.wheel(2, (400, 300))
    zoom = navigator.zoom
    navigator.resize((900, 650))
    assert navigator.zoom == zoom


def test_the_next_image_of_the_same_size_is_shown_at_the_same_place() -> None:
    navigator = Navigator(lambda: None)
    navigator.resize((400, 300))
    navigator.show((1000, 500))
    navigator.wheel(3, (100, 100))
    before = navigator.viewport
    navigator.show((1000, 500))
    assert navigator.viewport == before
    navigator.show((500, 500))
    assert navigator.viewport == Viewport.fitted((500, 500), (400, 300))


def test_a_drag_moves_the_image_with_the_pointer() -> None:
    navigator = Navigator(lambda: None)
    assert not navigator.start_drag((0, 0))
    navigator.resize((400, 300))
    navigator.show((1000, 500))
    before = navigator.viewport
    assert before is not None
    assert navigator.start_drag((200, 150))
    navigator.drag((230, 140))
    navigator.drag((210, 155))
    navigator.end_drag()
    navigator.drag((0, 0))
    assert navigator.viewport is not None
    assert navigator.viewport.origin == (before.origin[0] + 10, before.origin[1] + 5)


@given(sizes, views, zooms, shares, st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0)))
def test_a_region_is_brought_well_into_view(
    image: tuple[int, int],
    view: tuple[int, int],
    zoom: float,
    corner: tuple[float, float],
    extent: tuple[float, float],
) -> None:
    start = Viewport.fitted(image, view).zoomed(zoom, (view[0] / 2, view[1] / 2))
    x, y = (int(c * (side - 1)) for c, side in zip(corner, image, strict=True))
    width, height = (
        max(int(e * (side - at)), 1) for e, side, at in zip(extent, image, (x, y), strict=True)
    )
    region = Rect(x, y, width, height)
    shown = start.showing(region)
    left, top = shown.to_view((region.x, region.y))
    right, bottom = shown.to_view((region.right, region.bottom))
    assert min(left, top) >= -1
    assert right <= view[0] + 1
    assert bottom <= view[1] + 1
    large = max((right - left) / view[0], (bottom - top) / view[1]) >= 0.03
    assert large or shown.zoom >= 16.0
    assert shown.showing(region) == shown, "what is well in view already stays where it is"


def test_a_region_at_a_good_size_keeps_the_zoom() -> None:
    start = Viewport((2000, 1000), (400, 300), zoom=1.0, origin=(0.0, 0.0))
    shown = start.showing(Rect(1500, 700, 100, 60))
    assert shown.zoom == 1.0
    assert shown.to_view((1550, 730)) == (200.0, 150.0)
