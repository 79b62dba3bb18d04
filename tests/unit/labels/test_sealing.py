"""A large stroke is worked out and packed in small parts before it is committed, and comes to the same."""

from __future__ import annotations

import numpy as np
import pytest

from segstudio.core.arrays import Plane
from segstudio.core.geometry import Rect
from segstudio.core.provenance import HUMAN
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.past import history
from segstudio.labels.patch import Area, Change, Piece

SHAPE = (700, 900)


def noise(seed: int) -> Plane:
    return np.random.default_rng(seed).integers(0, 9, SHAPE, np.uint8)


def everything(value: int) -> Change:
    return Change(Area(Rect(0, 0, SHAPE[1], SHAPE[0]), np.ones(SHAPE, np.bool_)), value, HUMAN)


def dot(value: int) -> Change:
    return Change(Area(Rect(250, 250, 20, 20), np.ones((20, 20), np.bool_)), value, HUMAN)


@pytest.fixture(autouse=True)
def little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_MOST_UNPACKED", 1 << 20)


def test_a_commit_has_nothing_left_to_pack(packings: list[Piece]) -> None:
    document = Document(SHAPE, LabelMap.from_label(noise(1)))
    document.apply(dot(1), "dot")
    document.begin("fill")
    document.extend(everything(3))
    before = len(packings)
    while document.seal():
        assert len(packings) <= before + 1, "one a turn"
        before = len(packings)
    assert before > 0
    document.commit()
    assert len(packings) == before
    document.undo()
    document.undo()
    assert np.array_equal(document.label_map.label, noise(1))
    document.redo()
    document.redo()
    assert (document.label_map.label == 3).all()


@pytest.mark.parametrize("proposed", [False, True])
@pytest.mark.parametrize("turns", [3, 14, 40])
def test_what_is_packed_is_worked_out_again_when_it_changes(turns: int, proposed: bool) -> None:
    found = []
    for sealed in (False, True):
        document = Document(SHAPE, LabelMap.empty(SHAPE))
        document.propose(noise(1))
        document.begin("fill")
        document.extend(everything(3))
        for _ in range(turns if sealed else 0):
            document.seal()
        document.extend(dot(4))
        if proposed:
            document.propose(noise(2))
        document.commit()
        found.append(document.label_map.copy())
        document.undo()
        found.append(document.label_map.copy())
    assert found[0] == found[2]
    assert found[1] == found[3]
    assert np.array_equal(found[1].label, noise(2 if proposed else 1))
