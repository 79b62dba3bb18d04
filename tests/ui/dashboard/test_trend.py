"""A figure's course and its change since the last save."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segstudio.ui.dashboard.trend import Trend


def test_change_is_told_from_the_last_save() -> None:
    trend = Trend()
    trend.observe(0.5, "a")
    trend.observe(0.6, "a")
    assert trend.change == pytest.approx(0.1)
    trend.mark_saved()
    assert trend.change == 0
    trend.observe(0.55, "a")
    assert trend.change == pytest.approx(-0.05)


def test_another_subject_starts_anew() -> None:
    trend = Trend()
    trend.observe(0.5, "a")
    trend.observe(0.6, "a")
    trend.observe(0.2, "b")
    assert trend.change == 0
    assert trend.values == (0.2,)


def test_counting_is_neither_a_change_by_the_person_nor_a_course() -> None:
    trend = Trend()
    trend.observe(0.9, "set", counting=10)
    trend.observe(0.7, "set", counting=9)
    assert trend.change == 0
    assert list(trend.values) == [0.7]
    trend.observe(0.71, "set", counting=9)
    assert trend.change == pytest.approx(0.01)
    assert list(trend.values) == [0.7, 0.71]


def test_an_image_that_is_left_moves_the_baseline_and_leaves_no_dent() -> None:
    trend = Trend()
    trend.observe(0.5, "set", rest="others")
    trend.observe(0.6, "set", rest="others")
    trend.observe(0.5, "set", rest="all as they are on disk")
    assert trend.change == 0
    trend.observe(0.6, "set", rest="the one that was left is counted")
    assert trend.change == 0
    assert trend.values == (0.5, 0.6)


def test_a_figure_that_did_not_exist_at_the_last_save_has_no_change() -> None:
    trend = Trend()
    trend.observe(None, "a")
    trend.observe(0.8, "a")
    assert trend.change is None
    trend.mark_saved()
    trend.observe(0.9, "a")
    assert trend.change == pytest.approx(0.1)


@pytest.mark.parametrize("moved", ["counting", "rest"])
def test_nor_has_it_one_when_other_images_are_counted_meanwhile(moved: str) -> None:
    trend = Trend()
    trend.observe(None, "set", 3, 3)
    trend.observe(0.0, "set", 3, 3)
    there: dict[str, Any] = {"counting": 3, "rest": 3, moved: 2}
    trend.observe(0.0, "set", **there)
    trend.observe(0.4, "set", **there)
    assert trend.change is None


def test_a_figure_that_counting_began_has_a_change() -> None:
    trend = Trend()
    trend.observe(None, "set", counting=3)
    trend.observe(0.5, "set", counting=2)
    trend.observe(0.6, "set", counting=2)
    assert trend.change == pytest.approx(0.1)


def test_undo_to_the_first_value_leaves_no_change() -> None:
    trend = Trend()
    for value in (0.5, 0.4, 0.5):
        trend.observe(value, "a")
    assert trend.change == 0
    assert trend.values == (0.5, 0.4, 0.5)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=3000))
def test_the_course_stays_short_and_ends_with_the_last_value(values: list[float]) -> None:
    trend = Trend()
    for value in values:
        trend.observe(value, "a")
    assert len(trend.values) <= 96
    assert trend.values[-1] == values[-1]
