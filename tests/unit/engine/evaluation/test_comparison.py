"""The live matrix: after any edits it is what a count from scratch gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.core.geometry import Rect
from segstudio.core.provenance import reviewed
from segstudio.engine.evaluation import comparison
from segstudio.engine.evaluation.comparison import LiveMatrix, reviewed_matrix
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area, Change, Piece

SHAPE = (40, 300)  # more than one tile wide
CLASSES = 3

boxes = st.builds(
    lambda x, y, w, h: Rect(x, y, min(w, SHAPE[1] - x), min(h, SHAPE[0] - y)),
    st.integers(0, SHAPE[1] - 1),
    st.integers(0, SHAPE[0] - 1),
    st.integers(1, 200),
    st.integers(1, 30),
)
edits = st.one_of(
    st.tuples(st.sampled_from(["stroke", "reverted"]), boxes, st.sampled_from([0, 1, 2, 255]), st.just(2)),
    st.tuples(st.just("paint"), boxes, st.sampled_from([0, 1, 2, 255]), st.sampled_from([2, 3])),
    st.tuples(st.just("erase"), boxes, st.just(255), st.just(0)),
    st.sampled_from([("undo",), ("redo",), ("propose",)]),
)


def _document(rng: np.random.Generator, ignore: int) -> Document:
    provenance = rng.integers(0, 4, SHAPE, dtype=np.uint8)
    label = rng.choice(np.array([0, 1, 2, ignore], np.uint8), SHAPE)
    label[provenance == 0] = ignore
    return Document(SHAPE, LabelMap(label, provenance, ignore))


@settings(max_examples=100, deadline=None)
@given(
    st.integers(0, 2**32 - 1),
    st.lists(st.tuples(edits, st.booleans()), max_size=16),
    st.integers(0, 16),
    st.sampled_from([255, 1]),
)
def test_any_edits_and_undos_equal_a_count_from_scratch(
    seed: int, steps: list[tuple[tuple[object, ...], bool]], counted_after: int, ignore: int
) -> None:
    """Also when the first count ends only after some edits (`counted_after`), and when figures are read at any time
    or in the middle of a step."""
    rng = np.random.default_rng(seed)
    document = _document(rng, ignore)
    prediction = rng.choice(np.array([0, 1, 2, ignore], np.uint8), SHAPE)
    live = LiveMatrix(prediction, CLASSES, ignore)
    live.follow(document)
    copied = document.label_map.copy()

    def check() -> None:
        assert live.matrix == reviewed_matrix(document.label_map, prediction, CLASSES)
        assert live.reviewed_share == reviewed(document.label_map.provenance).mean()

    def read(_: Piece) -> None:
        assert live.matrix.num_classes == CLASSES

    for number, (step, read_within) in enumerate(steps):
        stop = document.changed.connect(read if read_within else _nothing)
        if number == counted_after:
            live.start(live.count(copied))
        _do(document, step, rng, ignore)
        stop()
        if live.ready and rng.random() < 0.5:
            check()
    if not live.ready:
        live.start(live.count(copied))
    check()


@pytest.mark.parametrize("waiting", [0, 1000])
def test_counting_large_steps_in_parts_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, waiting: int
) -> None:
    monkeypatch.setattr(comparison, "_MOST_WAITING", waiting)
    monkeypatch.setattr(comparison, "_TOGETHER", 500)
    monkeypatch.setattr(comparison, "_PLACES_KNOWN", 2)
    rng = np.random.default_rng(3)
    document = _document(rng, 255)
    prediction = rng.integers(0, CLASSES, SHAPE, dtype=np.uint8)
    live = LiveMatrix(prediction, CLASSES, 255)
    live.follow(document)
    live.start(live.count(document.label_map.copy()))
    for class_id in (0, 1, 2, 0):
        _do(document, ("paint", Rect(3, 2, 290, 35), class_id, 2), rng, 255)
        assert live.matrix == reviewed_matrix(document.label_map, prediction, CLASSES)
    while document.undo():
        assert live.matrix == reviewed_matrix(document.label_map, prediction, CLASSES)


def test_the_undo_of_a_step_looks_its_figures_up(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(4)
    document = _document(rng, 255)
    live = LiveMatrix(rng.integers(0, CLASSES, SHAPE, dtype=np.uint8), CLASSES, 255)
    live.follow(document)
    live.start(live.count(document.label_map.copy()))
    before = live.matrix
    _do(document, ("paint", Rect(0, 0, 50, 30), 1, 2), rng, 255)
    after = live.matrix
    monkeypatch.setattr(LiveMatrix, "_count_flat", None)  # nothing is counted from here on
    document.undo()
    assert live.matrix == before
    document.redo()
    assert live.matrix == after


def test_a_matrix_that_is_no_longer_wanted_hears_nothing() -> None:
    document = _document(np.random.default_rng(5), 255)
    live = LiveMatrix(np.zeros(SHAPE, np.uint8), CLASSES, 255)
    stop = live.follow(document)
    live.start(live.count(document.label_map.copy()))
    former = live.matrix
    stop()
    _do(document, ("paint", Rect(0, 0, 50, 30), 0, 2), np.random.default_rng(6), 255)
    assert live.matrix == former


def _nothing(_: Piece) -> None:
    pass


def _do(document: Document, step: tuple[object, ...], rng: np.random.Generator, ignore: int) -> None:
    match step:
        case ("undo",):
            document.undo()
        case ("redo",):
            document.redo()
        case ("propose",):
            document.propose(rng.choice(np.array([0, 1, 2, ignore], np.uint8), SHAPE))
        case (kind, Rect() as rect, int() as label, int() as provenance):
            mask = rng.random((rect.height, rect.width)) < 0.7
            change = Change(Area(rect, mask), ignore if label == 255 else label, provenance)
            if kind not in {"stroke", "reverted"}:
                document.apply(change, "edit")
                return
            document.begin("stroke")
            document.extend(change)
            document.extend(Change(Area(rect, ~mask), change.label, provenance))
            if kind == "stroke":
                document.commit()
            else:
                document.revert()


def test_nothing_reviewed_scores_nothing() -> None:
    live = LiveMatrix(np.zeros(SHAPE, np.uint8), CLASSES, 255)
    live.start(live.count(LabelMap.empty(SHAPE)))
    assert live.matrix.valid_pixels == 0
    assert live.reviewed_share == 0.0
