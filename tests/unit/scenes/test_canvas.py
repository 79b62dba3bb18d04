"""The canvas paints colour and class together: what is painted later covers both."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.scenes.world.arrays import Floats
from segstudio.scenes.world.canvas import SCALE, Canvas
from segstudio.scenes.world.palette import UNLABELLED


def square(left: float, top: float, size: float) -> Floats:
    corners = [[left, top], [left + size, top], [left + size, top + size], [left, top + size]]
    return np.array(corners) * SCALE


def test_the_last_polygon_wins_in_both_planes() -> None:
    canvas = Canvas(40, 40)
    canvas.polygon(square(4, 4, 20), (200.0, 10.0, 10.0), 1)
    canvas.polygon(square(12, 12, 20), (10.0, 200.0, 10.0), 2)
    label, colour = canvas.classes(), canvas.picture()
    assert label[8, 8] == 1
    assert label[16, 16] == 2
    assert label[36, 36] == UNLABELLED
    assert colour[8, 8].tolist() == [200, 10, 10]
    assert colour[16, 16].tolist() == [10, 200, 10]


@settings(max_examples=60, deadline=None)
@given(
    shapes=st.lists(
        st.tuples(
            st.lists(st.tuples(st.floats(-30, 110), st.floats(-30, 110)), min_size=3, max_size=6),
            st.integers(0, 10),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_colour_and_class_agree_wherever_polygons_fall(
    shapes: list[tuple[list[tuple[float, float]], int]],
) -> None:
    """Each class has its own colour here, so every canvas pixel's colour names its class."""
    canvas = Canvas(40, 40)
    for corners, label in shapes:
        canvas.polygon(np.array(corners), (20.0 + 20 * label, 5.0, 250.0 - 20 * label), label)
    painted = canvas.label != UNLABELLED
    assert np.array_equal(canvas.colour[..., 0][painted], 20 + 20 * canvas.label[painted])
    assert not canvas.colour[~painted].any()


def test_a_mark_changes_colour_only() -> None:
    canvas = Canvas(20, 20)
    canvas.polygon(square(0, 0, 20), (50.0, 50.0, 50.0), 3)
    canvas.polygon(square(5, 5, 5), (250.0, 250.0, 250.0), None)
    assert (canvas.classes() == 3).all()
    assert canvas.picture()[7, 7].tolist() == [250, 250, 250]


def test_a_claim_changes_the_class_only() -> None:
    canvas = Canvas(20, 20)
    canvas.polygon(square(0, 0, 20), (50.0, 50.0, 50.0), 3)
    canvas.claim(square(5, 5, 5), 7)
    assert canvas.classes()[7, 7] == 7
    assert (canvas.picture() == 50).all()


def test_a_panel_and_a_sprite_paint_both_planes() -> None:
    canvas = Canvas(40, 40)
    texture = np.full((8, 8, 3), 90, np.uint8)
    canvas.panel(texture, square(4, 4, 16), 1)
    assert (canvas.classes()[5:19, 5:19] == 1).all()
    assert (canvas.picture()[5:19, 5:19] == 90).all()
    mask = np.zeros((20, 20), np.uint8)
    mask[5:15, 5:15] = 255
    canvas.sprite(np.full((20, 20, 3), 180, np.uint8), mask, mask, -8, -8, 5)
    assert np.array_equal(canvas.label == 5, (canvas.colour == 180).all(axis=2))
    assert (canvas.label == 5).sum() == 7 * 7


def test_the_class_of_a_pixel_is_the_one_most_of_its_canvas_pixels_have() -> None:
    canvas = Canvas(2, 1)
    canvas.label[:] = np.array([[4, 9, 1, 2], [9, 9, 2, 1]], np.uint8)
    assert canvas.classes().tolist() == [[9, 1]]


def test_shapes_outside_change_nothing() -> None:
    canvas = Canvas(20, 20)
    canvas.polygon(square(100, 100, 10), (9.0, 9.0, 9.0), 1)
    canvas.polygon(None, (9.0, 9.0, 9.0), 1)
    canvas.panel(np.full((4, 4, 3), 9, np.uint8), square(-90, 3, 10), 1)
    assert not canvas.colour.any()
    assert (canvas.label == UNLABELLED).all()
