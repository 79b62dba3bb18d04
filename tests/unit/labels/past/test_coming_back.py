"""A history that goes on with a label map read anew, against a document that was never closed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from segstudio.core.geometry import Rect
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL, reviewed
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.past.journal import Journal
from segstudio.labels.past.journal_format import JournalHeader
from segstudio.labels.patch import Area, Change, Piece

SHAPE = (270, 280)
IGNORE = 255
Deed = Callable[[Document], None]
Visit = tuple[list[Deed], bool, list[Deed]]


def blocks(seed: int, values: list[int]) -> NDArray[np.uint8]:
    coarse = np.random.default_rng(seed).choice(np.array(values, np.uint8), (6, 7))
    return np.kron(coarse, np.ones((45, 40), np.uint8)).astype(np.uint8)


def change(x: int, y: int, side: int, code: int) -> Change:
    rect = Rect(x, y, side, side).intersect(Rect(0, 0, SHAPE[1], SHAPE[0]))
    return Change(Area(rect, blocks(x, [0, 1])[rect.slices] == 1), (x + y) % 5, code)


def apply(one: Change) -> Deed:
    def do(document: Document) -> None:
        document.apply(one, "step")

    return do


def undo(document: Document) -> None:
    document.undo()


def redo(document: Document) -> None:
    document.redo()


def propose(seed: int) -> Deed:
    return lambda document: document.propose(blocks(seed, [0, 1, 2, 3]))


def edits(*codes: int) -> st.SearchStrategy[Deed]:
    made = st.builds(
        change, st.integers(0, 270), st.integers(0, 260), st.integers(1, 200), st.sampled_from(codes)
    )
    return st.builds(apply, made)


turns = st.sampled_from([undo, redo])
by_hand = edits(EMPTY, HUMAN, CONFIRMED) | turns
with_a_model = by_hand | st.builds(propose, st.integers(0, 9))
before_the_model_answers = edits(HUMAN, CONFIRMED) | turns
"""To erase what the model proposed is a step; where it has not proposed yet there is nothing to erase."""


def visits(
    before: st.SearchStrategy[Deed], after: st.SearchStrategy[Deed]
) -> st.SearchStrategy[list[Visit]]:
    """Deeds, whether the label is saved, deeds after coming back."""
    parts = st.tuples(st.lists(before, max_size=7), st.booleans(), st.lists(after, max_size=5))
    return st.lists(parts, min_size=1, max_size=3)


class Files:
    """A label file and a journal: all that outlives a document."""

    def __init__(self, folder: Path, label_map: LabelMap) -> None:
        self.journal, self.label = folder / "a.journal", label_map

    def open(self, left: Document | None = None) -> Document:
        """Read anew. `left`: the document that was closed, whose history goes on."""
        recovery = Journal.recover(self.journal)
        header = JournalHeader("a", SHAPE, IGNORE, self.label.digest())
        journal = Journal.resume(self.journal, recovery) if recovery else Journal(self.journal, header)
        if left is None:
            document = Document(SHAPE, self.label.copy(), journal)
        else:
            left.history.set_aside()
            document = Document(SHAPE, self.label.copy(), journal, left.history, left.saved_position)
        if recovery is not None:
            document.recover(recovery.changes, known=left is not None)
        return document

    def save(self, document: Document) -> None:
        document.mark_saved()
        self.label = document.label_map.copy()


def same_where_reviewed(one: LabelMap, other: LabelMap) -> bool:
    seen = reviewed(one.provenance)
    return bool(
        np.array_equal(seen, reviewed(other.provenance))
        and np.array_equal(one.label[seen], other.label[seen])
        and np.array_equal(one.provenance[seen], other.provenance[seen])
    )


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(["empty", "mixed"]), visits(by_hand, by_hand))
def test_without_a_model_nothing_differs(kind: str, visits: list[Visit]) -> None:
    come_and_go(kind, visits, model=False)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(["empty", "mixed"]), visits(with_a_model, before_the_model_answers))
def test_with_a_model_nothing_differs_once_it_has_answered(kind: str, visits: list[Visit]) -> None:
    come_and_go(kind, visits, model=True)


def come_and_go(kind: str, visits: list[Visit], *, model: bool) -> None:
    first = LabelMap.empty(SHAPE, IGNORE)
    if kind == "mixed":
        first.label[...] = blocks(1, [0, 1, 2, IGNORE])
        first.provenance[...] = blocks(2, [EMPTY, MODEL, HUMAN, CONFIRMED])
        first.label[first.provenance == EMPTY] = IGNORE
    with tempfile.TemporaryDirectory(prefix="segstudio-coming-back-") as folder:
        files = Files(Path(folder), first.copy())
        stayed, document = Document(SHAPE, first.copy()), files.open()
        for before, saved_first, after in visits:
            for deed in before:
                deed(stayed)
                deed(document)
            if saved_first:
                stayed.mark_saved()
                files.save(document)
            document.close()
            document = files.open(document)
            mirror = document.label_map.copy()

            def follow(piece: Piece, mirror: LabelMap = mirror) -> None:
                part = piece.rect.slices
                assert np.array_equal(mirror.label[part], piece.label_before)
                assert np.array_equal(mirror.provenance[part], piece.provenance_before)
                mirror.label[part], mirror.provenance[part] = piece.label_after, piece.provenance_after

            document.changed.connect(follow)
            for deed in (*after, undo, undo, redo):
                deed(stayed)
                deed(document)
                assert same_where_reviewed(document.label_map, stayed.label_map)
                assert mirror == document.label_map
                assert (document.label_map.label[document.label_map.provenance == EMPTY] == IGNORE).all()
                assert document.dirty == stayed.dirty
                assert [s.name for s in document.history.steps] == [s.name for s in stayed.history.steps]
                assert (document.can_undo, document.can_redo) == (stayed.can_undo, stayed.can_redo)
                crashed = Document(SHAPE, files.label.copy())
                recovery = Journal.recover(files.journal)
                if recovery is not None:
                    crashed.recover(recovery.changes)
                assert same_where_reviewed(crashed.label_map, stayed.label_map)
            if model:
                propose(77)(stayed)
                propose(77)(document)
            assert document.label_map == stayed.label_map
        while stayed.undo():
            assert document.undo()
            assert document.label_map == stayed.label_map
        while stayed.redo():
            assert document.redo()
            assert document.label_map == stayed.label_map
        document.close()
