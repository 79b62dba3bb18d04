"""Regions of errors: every chosen pixel lies in exactly one, and large pictures are looked at in blocks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.core.geometry import Rect
from segstudio.engine.evaluation import error_regions as module
from segstudio.engine.evaluation.error_regions import ErrorQuestion, error_regions
from segstudio.labels.label_map import LabelMap
from segstudio.metrics.error_map import ErrorView, near_boundary


def question(truth: np.ndarray, prediction: np.ndarray, view: ErrorView, **more: bool) -> ErrorQuestion:
    return ErrorQuestion(
        LabelMap.from_label(truth.astype(np.uint8)), prediction.astype(np.uint8), 3, view, **more
    )


def test_regions_by_hand_the_largest_first() -> None:
    truth = np.zeros((6, 8))
    said = truth.copy()
    said[0, 0] = 1
    said[1, 1] = 1  # touches at a corner
    said[3:6, 4:8] = 1
    said[0, 7] = 2
    regions = error_regions(question(truth, said, ErrorView()))
    assert [(r.box, r.pixels) for r in regions] == [
        (Rect(4, 3, 4, 3), 12),
        (Rect(0, 0, 2, 2), 2),
        (Rect(7, 0, 1, 1), 1),
    ]
    assert [r.pixels for r in error_regions(question(truth, said, ErrorView(cell=(0, 2))))] == [1]
    assert error_regions(question(truth, truth, ErrorView())) == []


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**31), st.sampled_from([10, 40, 1 << 24]), st.integers(1, 40), st.integers(1, 40))
def test_their_pixels_add_up_however_large_the_blocks(
    seed: int, most: int, height: int, width: int
) -> None:
    rng = np.random.default_rng(seed)
    truth = rng.choice(np.array([0, 1, 2, 255]), (height, width))
    said = np.where(rng.random((height, width)) < 0.1, 1, truth)
    before, module.MOST_PIXELS = module.MOST_PIXELS, most
    try:
        asked = question(truth, said, ErrorView())
        regions = error_regions(asked)
    finally:
        module.MOST_PIXELS = before
    wrong = (truth != said) & (truth != 255)
    assert sum(r.pixels for r in regions) == np.count_nonzero(wrong)
    covered = np.zeros((height, width), bool)
    for region in regions:
        assert region.box == region.box.intersect(Rect(0, 0, width, height))
        covered[region.box.slices] = True
    assert (covered | ~wrong).all()


def test_a_second_persons_void_is_no_error_a_models_is() -> None:
    truth, said = np.zeros((4, 4)), np.zeros((4, 4))
    said[:2] = 255
    assert sum(r.pixels for r in error_regions(question(truth, said, ErrorView()))) == 8
    assert error_regions(question(truth, said, ErrorView(), void_counts=False)) == []


@pytest.mark.parametrize("rows", [1, 7, 512])
def test_the_band_does_not_depend_on_the_parts(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BAND_ROWS", rows)
    rng = np.random.default_rng(1)
    truth = np.kron(rng.integers(0, 3, (5, 5)), np.ones((8, 8)))
    said = np.where(rng.random(truth.shape) < 0.2, 2, truth)
    near = near_boundary(truth.astype(np.uint8), 3)
    regions = error_regions(question(truth, said, ErrorView(band=3)))
    assert sum(r.pixels for r in regions) == np.count_nonzero((truth != said) & near)
