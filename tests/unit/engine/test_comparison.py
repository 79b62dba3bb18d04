"""The live matrix: after any edits it is what a count from scratch gives."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.core.geometry import Rect
from segstudio.core.provenance import reviewed
from segstudio.engine.comparison import LiveMatrix, reviewed_matrix
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area, Change

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
    st.tuples(st.just("paint"), boxes, st.sampled_from([0, 1, 2, 255]), st.sampled_from([2, 3])),
    st.tuples(st.just("erase"), boxes, st.just(255), st.just(0)),
    st.sampled_from([("undo",), ("redo",), ("propose",)]),
)


def _document(rng: np.random.Generator, ignore: int) -> Document:
    provenance = rng.integers(0, 4, SHAPE, dtype=np.uint8)
    label = rng.choice(np.array([0, 1, 2, ignore], np.uint8), SHAPE)
    label[provenance == 0] = ignore
    return Document(SHAPE, LabelMap(label, provenance, ignore))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 2**32 - 1), st.lists(edits, max_size=12), st.integers(0, 12), st.sampled_from([255, 1])
)
def test_any_edits_and_undos_equal_a_count_from_scratch(
    seed: int, steps: list[tuple[object, ...]], counted_after: int, ignore: int
) -> None:
    """Also when the first count ends only after some edits were made (`counted_after`)."""
    rng = np.random.default_rng(seed)
    document = _document(rng, ignore)
    prediction = rng.choice(np.array([0, 1, 2, ignore], np.uint8), SHAPE)
    live = LiveMatrix(prediction, CLASSES, ignore)
    document.changed.connect(live.follow)
    copied = document.label_map.copy()
    for number, step in enumerate(steps):
        if number == counted_after:
            live.start(live.count(copied))
        _do(document, step, rng, ignore)
    if not live.ready:
        live.start(live.count(copied))
    assert live.matrix == reviewed_matrix(document.label_map, prediction, CLASSES)
    assert live.reviewed_share == reviewed(document.label_map.provenance).mean()


def _do(document: Document, step: tuple[object, ...], rng: np.random.Generator, ignore: int) -> None:
    match step:
        case ("undo",):
            document.undo()
        case ("redo",):
            document.redo()
        case ("propose",):
            document.propose(rng.choice(np.array([0, 1, 2, ignore], np.uint8), SHAPE))
        case (_, Rect() as rect, int() as label, int() as provenance):
            mask = rng.random((rect.height, rect.width)) < 0.7
            value = ignore if label == 255 else label
            document.apply(Change(Area(rect, mask), value, provenance), "edit")


def test_nothing_reviewed_scores_nothing() -> None:
    live = LiveMatrix(np.zeros(SHAPE, np.uint8), CLASSES, 255)
    live.start(live.count(LabelMap.empty(SHAPE)))
    assert live.matrix.valid_pixels == 0
    assert live.reviewed_share == 0.0
