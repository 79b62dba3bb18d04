"""A proposal that is written in parts comes to the same as one that is written at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.core.geometry import Rect
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.past.journal import Journal
from segstudio.labels.past.journal_format import JournalHeader
from segstudio.labels.patch import Area, Change

SHAPE = (520, 530)
Deed = Callable[[Document], None]


def proposal(seed: int) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    return np.random.default_rng(seed).integers(0, 5, (26, 53), np.uint8).repeat(20, 0).repeat(10, 1)


def change(x: int, y: int, side: int, code: int) -> Change:
    rect = Rect(x, y, side, side).intersect(Rect(0, 0, SHAPE[1], SHAPE[0]))
    return Change(Area(rect, np.ones((rect.height, rect.width), np.bool_)), x % 5, code)


def stroke(changes: list[Change], keep: bool) -> Deed:
    def do(document: Document) -> None:
        document.begin("stroke")
        for one in changes:
            document.extend(one)
            document.settle(1)
        if keep:
            document.commit()
        else:
            document.revert()

    return do


def undo(document: Document) -> None:
    document.undo()


def redo(document: Document) -> None:
    document.redo()


changes = st.builds(
    change,
    st.integers(0, 520),
    st.integers(0, 510),
    st.integers(1, 300),
    st.sampled_from([EMPTY, HUMAN, CONFIRMED]),
)
deeds = st.one_of(
    st.builds(stroke, st.lists(changes, max_size=3), st.booleans()),
    st.builds(lambda c: lambda d: d.apply(c, "apply"), changes),
    st.just(undo),
    st.just(redo),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(deeds, max_size=3), st.lists(deeds, max_size=5), st.lists(st.integers(0, 4), max_size=5))
def test_whatever_is_done_in_between(before: list[Deed], between: list[Deed], parts: list[int]) -> None:
    found: list[LabelMap] = []
    for gradually in (False, True):
        document = Document(SHAPE, LabelMap.empty(SHAPE))
        for deed in before:
            deed(document)
        for seed in (1, 2):
            document.propose(proposal(seed), gradually=gradually)
            for place, deed in enumerate(between):
                deed(document)
                document.settle(parts[place % len(parts)] if parts else 0)
        document.settle()
        assert document.settled
        found.append(document.label_map.copy())
        while document.undo():
            pass
        document.settle()
        found.append(document.label_map.copy())
    assert found[0] == found[2]
    assert found[1] == found[3]


def test_it_arrives_amid_a_stroke() -> None:
    document = Document(SHAPE, LabelMap.empty(SHAPE))
    document.begin("stroke")
    document.extend(change(5, 5, 40, HUMAN))
    document.propose(proposal(1), gradually=True)
    document.commit()
    document.undo()
    document.settle()
    assert np.array_equal(document.label_map.label, proposal(1))


@settings(max_examples=40, deadline=None)
@given(st.lists(deeds, max_size=3), st.integers(0, 9), st.lists(deeds, max_size=3), st.booleans())
def test_what_is_saved_has_all_of_it(
    before: list[Deed], written: int, meanwhile: list[Deed], settled: bool
) -> None:
    """Whatever is done before the worker comes to it, and without a write here."""
    document = Document(SHAPE, LabelMap.empty(SHAPE))
    for deed in before:
        deed(document)
    document.propose(proposal(1), gradually=True)
    document.settle(written)
    left = document.settled
    document.save_point()
    snapshot = document.snapshot()
    assert document.settled == left, "a save waits for none of it"
    expected = document.label_map.copy()
    open_ = expected.provenance <= MODEL
    expected.label[open_], expected.provenance[open_] = proposal(1)[open_], MODEL
    if settled:
        document.settle()
    for deed in meanwhile:
        deed(document)
    assert snapshot.take() == expected


def test_a_save_point_that_is_marked_at_once_knows_all_of_it(tmp_path: Path) -> None:
    document = Document(SHAPE, LabelMap.empty(SHAPE))
    document.journal = journal = Journal(tmp_path / "a.journal", JournalHeader("a", SHAPE, 255, ""))
    document.propose(proposal(1), gradually=True)
    document.apply(change(5, 5, 40, HUMAN), "dot")
    document.mark_saved()
    assert document.settled
    assert journal.header.base == document.label_map.digest()
