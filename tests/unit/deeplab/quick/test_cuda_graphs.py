"""Which shapes are recorded, kept and replayed. What a recording is on a GPU is tested in tests/gpu."""

from __future__ import annotations

import torch
from torch import Tensor

from segstudio.deeplab.quick.cuda_graphs import PATIENCE, Forward, GraphedForward, searched


def doubled(x: Tensor) -> Tensor:
    return x * 2


class Recorder:
    """Replays through one buffer per shape, as a graph does."""

    def __init__(self, failing: tuple[int, ...] = ()) -> None:
        self.recordings: list[int] = []
        self.replays = 0
        self.failing = failing

    def __call__(self, forward: Forward, x: Tensor) -> Forward:
        self.recordings.append(x.shape[-1])
        if x.shape[-1] in self.failing:
            raise RuntimeError("operation not permitted when stream is capturing")
        given = x.clone()

        def replay(x: Tensor) -> Tensor:
            self.replays += 1
            given.copy_(x)
            return forward(given).clone()

        return replay


def images(*widths: int) -> list[Tensor]:
    return [torch.randn(1, 3, 4, width) for width in widths]


def test_a_shape_is_recorded_when_it_comes_again_and_replayed_from_then_on() -> None:
    recorder = Recorder()
    graphed = GraphedForward(doubled, recorder)
    for x in images(8, 9, 8, 9, 8, 9, 10):
        assert torch.equal(graphed(x), x * 2)
    assert recorder.recordings == [8, 9]
    assert recorder.replays == 4
    assert [shape[-1] for shape in graphed.shapes] == [8, 9]


def test_a_shape_takes_the_place_of_the_one_used_longest_ago_when_it_has_come_often() -> None:
    recorder = Recorder()
    graphed = GraphedForward(doubled, recorder, most=2, patience=3)
    for x in images(1, 1, 2, 2, 1, 3, 3, 3):
        assert torch.equal(graphed(x), x * 2)
    assert [shape[-1] for shape in graphed.shapes] == [2, 1]
    for x in images(3):
        assert torch.equal(graphed(x), x * 2)
    assert [shape[-1] for shape in graphed.shapes] == [1, 3]
    for x in images(2, 2, 2):  # from the beginning
        assert torch.equal(graphed(x), x * 2)
    assert recorder.recordings == [1, 2, 3]


def test_more_sizes_in_turn_than_are_kept_are_not_recorded_over_and_over() -> None:
    recorder = Recorder()
    graphed = GraphedForward(doubled, recorder)
    for _ in range(64):
        for x in images(1, 2, 3, 4, 5):
            assert torch.equal(graphed(x), x * 2)
    assert len(recorder.recordings) <= 64 * 5 // PATIENCE


def test_after_a_recording_that_failed_the_model_itself_answers() -> None:
    recorder = Recorder(failing=(5,))
    graphed = GraphedForward(doubled, recorder)
    for x in images(4, 4, 5, 5, 5, 6, 6, 4):
        assert torch.equal(graphed(x), x * 2)
    assert recorder.recordings == [4, 5]
    assert recorder.replays == 2  # what was recorded before goes on


def test_nothing_is_held_or_recorded_once_memory_is_short() -> None:
    recorder = Recorder()
    graphed = GraphedForward(doubled, recorder)
    for x in images(4, 4):
        graphed(x)
    assert graphed.free()
    assert not graphed.free()
    for x in images(4, 4):
        assert torch.equal(graphed(x), x * 2)
    assert graphed.shapes == ()


def test_the_search_for_algorithms_is_asked_for_only_inside() -> None:
    before = torch.backends.cudnn.benchmark
    with searched(True):
        assert torch.backends.cudnn.benchmark
    assert torch.backends.cudnn.benchmark == before
