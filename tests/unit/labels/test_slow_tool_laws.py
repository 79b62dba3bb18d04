"""The tools that take long (see SLOW in test_document_laws), amid others, on a small map: what must hold of any step."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segstudio.core.arrays import Plane
from segstudio.core.classes import table_of
from segstudio.core.model_view import ModelView
from segstudio.core.prediction import Prediction
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL, reviewed
from segstudio.labels.areas.brush import stroke_areas
from segstudio.labels.areas.watershed import Scribble
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap, reviewed_part
from segstudio.labels.modifiers import Modifiers
from segstudio.labels.past.journal import Journal
from segstudio.labels.past.journal_format import JournalHeader
from segstudio.labels.patch import Piece
from segstudio.labels.tools import TOOLS
from segstudio.metrics.confusion import ConfusionMatrix

HEIGHT, WIDTH = SHAPE = (48, 64)
IGNORE, CLASSES = 4, 6
SLOW = ("superpixel", "grabcut", "watershed", "snap")
BY_ID = {spec.id: spec for spec in TOOLS}


def blocks(seed: int, values: list[int]) -> Plane:
    coarse = np.random.default_rng(seed).choice(np.array(values, np.uint8), (4, 4))
    return np.kron(coarse, np.ones((12, 16), np.uint8)).astype(np.uint8)


PREDICTION = blocks(1, [*range(CLASSES), 9])
COLOURS = np.random.default_rng(0).integers(0, 256, (9, 3), np.uint8)
IMAGE = np.asarray(cv2.GaussianBlur(COLOURS[blocks(2, list(range(9)))], (5, 5), 0), np.uint8)
_LOGITS = np.random.default_rng(3).integers(150, 256, (CLASSES, 4, 4), np.uint8)
MODEL_VIEW = ModelView(Prediction(_LOGITS, SHAPE, table_of("abcdef", IGNORE), "id", "name"))


class Watched:
    """A document, its journal, and a subscriber that knows it only by its pieces."""

    def __init__(self, folder: Path) -> None:
        label_map = LabelMap(blocks(4, [0, 1, 2, 3]), blocks(5, [EMPTY, MODEL, HUMAN, CONFIRMED]), IGNORE)
        label_map.label[label_map.provenance == EMPTY] = IGNORE
        self.base, self.mirror = label_map.copy(), label_map.copy()
        self.path = folder / "a.journal"
        journal = Journal(self.path, JournalHeader("a", SHAPE, IGNORE, self.base.digest()))
        self.document = Document(SHAPE, label_map, journal)
        self.matrix = self.recomputed()
        self.document.changed.connect(self.follow)

    def follow(self, piece: Piece) -> None:
        part = piece.rect.slices
        assert np.array_equal(self.mirror.label[part], piece.label_before)
        assert np.array_equal(self.mirror.provenance[part], piece.provenance_before)
        self.mirror.label[part], self.mirror.provenance[part] = piece.label_after, piece.provenance_after
        before = reviewed_part(piece.label_before, piece.provenance_before, IGNORE)
        after = reviewed_part(piece.label_after, piece.provenance_after, IGNORE)
        self.matrix = self.matrix.update(before, after, PREDICTION[part])

    def recomputed(self) -> ConfusionMatrix:
        label_map = self.document.label_map
        truth = np.where(reviewed(label_map.provenance), label_map.label, np.uint8(IGNORE))
        return ConfusionMatrix.from_labels(truth, PREDICTION, CLASSES, IGNORE)

    def check(self) -> None:
        """Mirror, matrix and journal say what the map says."""
        assert self.mirror == self.document.label_map
        assert self.matrix == self.recomputed()
        found = Document(SHAPE, self.base.copy())
        recovery = Journal.recover(self.path)
        if recovery is not None:
            found.recover(recovery.changes)
        assert found.label_map == self.document.label_map


@contextmanager
def watched() -> Iterator[Watched]:
    with tempfile.TemporaryDirectory(prefix="segstudio-slow-") as folder:
        made = Watched(Path(folder))
        yield made
        made.document.close()


points = st.tuples(st.integers(-4, WIDTH + 4), st.integers(-4, HEIGHT + 4))
gestures = st.lists(points, min_size=3, max_size=5)
hands = st.sampled_from(
    [
        Modifiers(),
        Modifiers(only_unlabelled=True),
        Modifiers(locked=frozenset({1})),
        Modifiers(only_class=2),
    ]
)
other_tools = st.sampled_from([None, "brush", "eraser", "polygon", "undo", "redo"])
rounds = st.lists(st.tuples(gestures, st.integers(0, 3), hands, other_tools), min_size=1, max_size=2)


def scribbles(path: list[tuple[int, int]]) -> tuple[Scribble, ...]:
    """A mark from each point to the next, of several classes; the last one says 'leave this as it is'."""
    ids = [0, 2, 3, None]
    return tuple(
        Scribble(area, class_id)
        for (start, end), class_id in zip(pairwise(path), ids, strict=False)
        for area in stroke_areas(start, end, 2.0, "round", SHAPE)
    )


def use(document: Document, name: str, path: list[tuple[int, int]], class_id: int, how: Modifiers) -> None:
    """One step with a tool, as the hand does it."""
    spec = BY_ID[name]
    context = ToolContext(document.label_map, class_id, document.proposal, IMAGE, MODEL_VIEW)
    context = replace(context, options=spec.options_with({}), modifiers=how)
    if spec.kind != "stroke":
        document.apply(spec.change(Gesture(tuple(path), scribbles=scribbles(path)), context), spec.step)
        return
    document.begin(spec.step)
    for area in stroke_areas(path[0], path[1], 6.0, "round", SHAPE):
        document.extend(spec.change(Gesture(covered=area), context))
    document.commit()


@pytest.mark.parametrize("name", SLOW)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(done=rounds)
def test_slow_tools_amid_others_leave_all_consistent(
    name: str, done: list[tuple[list[tuple[int, int]], int, Modifiers, str | None]]
) -> None:
    with watched() as desk:
        document = desk.document
        first = document.label_map.copy()
        for path, class_id, how, other in done:
            for tool in (name, other):
                if tool in {"undo", "redo"}:
                    document.undo() if tool == "undo" else document.redo()
                elif tool is not None:
                    before, steps = document.label_map.copy(), document.history.done
                    use(document, tool, path, class_id, how)
                    after = document.label_map.copy()
                    if document.history.done > steps:
                        assert document.undo()
                        assert document.label_map == before
                        desk.check()
                        assert document.redo()
                    assert document.label_map == after
                desk.check()
        while document.undo():
            pass
        assert document.label_map == first
        desk.check()


@pytest.mark.parametrize("name", SLOW)
def test_they_do_something_on_this_map(name: str) -> None:
    with watched() as desk:
        use(desk.document, name, [(4, 4), (56, 8), (50, 40), (6, 38)], 3, Modifiers())
        assert desk.document.can_undo
        desk.check()
