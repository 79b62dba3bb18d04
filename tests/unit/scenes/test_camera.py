"""The camera: points on the ground go to the picture and back; polygons are cut at the near plane."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.scenes.world.camera import NEAR, Camera


def camera(pitch: float = 0.0, yaw: float = 0.0, roll: float = 0.0) -> Camera:
    return Camera((0.4, 1.4, 0.0), 320.0, 400, 300, pitch, yaw, roll)


@settings(max_examples=40, deadline=None)
@given(
    pitch=st.floats(-0.1, 0.1),
    yaw=st.floats(-0.2, 0.2),
    roll=st.floats(-0.05, 0.05),
    column=st.integers(0, 399),
    row=st.integers(235, 299),
)
def test_the_ground_under_a_pixel_projects_back_to_it(
    pitch: float, yaw: float, roll: float, column: int, row: int
) -> None:
    view = camera(pitch, yaw, roll)
    x, z = view.ground(0)
    place = np.array([[float(x[row, column]), 0.0, float(z[row, column])]])
    pixels, depths = view.project(place)
    assert depths[0] > 0
    assert pixels[0] == pytest.approx([column + 0.5, row + 0.5], abs=0.05)


def test_without_tilt_the_horizon_is_in_the_middle_and_looking_up_lowers_it() -> None:
    assert camera().horizon == 150
    assert camera(pitch=math.atan(0.1)).horizon == pytest.approx(182)
    _, far = camera(pitch=math.atan(0.1)).ground(0)
    assert (far[:182] >= 1e5).all()
    assert (far[190:] < 1e5).all()


def test_a_place_on_the_right_is_right_and_a_high_one_is_high() -> None:
    pixels, _ = camera().project(np.array([[0.4, 1.4, 10.0], [2.4, 1.4, 10.0], [0.4, 3.4, 10.0]]))
    assert pixels[0].tolist() == [200, 150]
    assert pixels[1].tolist() == [264, 150]
    assert pixels[2].tolist() == [200, 86]


def test_polygons_are_cut_at_the_near_plane() -> None:
    view = camera()
    behind = np.array([[0, 0, -5.0], [1, 0, -5], [1, 0, 0.1]])
    assert view.outline(behind) is None
    across = np.array([[-1.0, 0, -4], [1, 0, -4], [1, 0, 8], [-1, 0, 8]])
    cut = view.outline(across)
    assert cut is not None
    assert cut[:, 1].max() == pytest.approx(150 + 320 * 1.4 / NEAR)
