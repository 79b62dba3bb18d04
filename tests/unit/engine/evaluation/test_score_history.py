"""The course of mIoU: a point a step, joined only where the same things are compared."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from segstudio.engine.evaluation.comparison import Comparison, ComparisonContext, comparison_of
from segstudio.engine.evaluation.score_history import ScoreHistory
from segstudio.metrics.confusion import ConfusionMatrix


def compared(right: int, wrong: int, scope: str = "a", version: int = 1) -> Comparison:
    matrix = ConfusionMatrix(np.array([[right, wrong], [0, right]], np.int64), np.zeros(2, np.int64))
    context = ComparisonContext(version, "m", "m", "reviewed pixels", "t", 2, 255, scope)
    return comparison_of(matrix, context)


def test_a_point_for_every_change_and_none_without() -> None:
    history = ScoreHistory()
    told: list[int] = []
    history.changed.connect(lambda: told.append(1))
    history.observe("a", compared(8, 2), compared(80, 20, ""))
    history.observe("a", compared(8, 2), compared(80, 20, ""))
    history.observe("a", compared(9, 1), compared(81, 19, ""))
    points = history.points
    assert [p.step for p in points] == [1, 2]
    assert points[1].image == compared(9, 1).scores.miou
    assert points[1].dataset == compared(81, 19).scores.miou
    assert points[0].image_subject == points[1].image_subject
    assert len(told) == 2


def test_a_save_marks_its_point_and_adds_none() -> None:
    history = ScoreHistory()
    history.observe("a", compared(8, 2), None)
    history.observe("a", compared(8, 2), None, saved=True)
    history.observe("a", compared(8, 2), None, saved=True)
    assert [(p.step, p.saved) for p in history.points] == [(1, True)]


def test_other_images_and_models_are_not_joined() -> None:
    history = ScoreHistory()
    history.observe("a", compared(8, 2, "a"), compared(8, 2, ""))
    history.observe("b", compared(8, 2, "b"), compared(8, 2, ""))
    other = replace(compared(8, 2, ""), context=replace(compared(8, 2, "").context, candidate_id="n"))
    history.observe("b", compared(8, 2, "b"), other)
    first, second, third = history.points
    assert first.image_subject != second.image_subject
    assert first.dataset_subject == second.dataset_subject
    assert second.dataset_subject != third.dataset_subject


def test_nothing_to_tell_is_no_point_and_the_memory_is_bounded() -> None:
    history = ScoreHistory()
    history.observe("a", None, None)
    assert not history.points
    for n in range(5_000):
        history.observe("a", compared(n + 1, 3), None, saved=n == 7)
    points = history.points
    assert len(points) <= 2_000
    assert points[-1].image == compared(5_000, 3).scores.miou
    assert any(p.saved for p in points)
    assert [p.step for p in points] == sorted(p.step for p in points)
    history.forget()
    assert history.points == ()


def test_the_figure_of_the_image_may_come_after_that_of_the_data_set() -> None:
    history = ScoreHistory()
    history.observe("a", None, compared(80, 20, ""))
    history.observe("a", compared(8, 2), compared(80, 20, ""))
    history.observe("a", compared(9, 1), compared(81, 19, ""))
    assert [(p.step, p.image) for p in history.points] == [
        (1, compared(8, 2).scores.miou),
        (2, compared(9, 1).scores.miou),
    ]
