"""A label map as it was, copied while it is written on."""

from __future__ import annotations

import gc
import threading
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.core.arrays import Plane
from segstudio.core.geometry import Rect
from segstudio.core.planes import new_plane
from segstudio.core.provenance import EMPTY, HUMAN, MODEL
from segstudio.labels import snapshot as snapshot_module
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area, Change
from segstudio.labels.snapshot import Snapshot

SHAPE = (300, 530)


def box(x: int, y: int, side: int, class_id: int) -> Change:
    rect = Rect(x, y, side, side).intersect(Rect(0, 0, SHAPE[1], SHAPE[0]))
    return Change(Area(rect, np.ones((rect.height, rect.width), np.bool_)), class_id, HUMAN)


boxes = st.builds(box, st.integers(0, 520), st.integers(0, 290), st.integers(1, 280), st.integers(0, 5))


@settings(max_examples=40, deadline=None)
@given(st.lists(boxes, max_size=4), st.lists(boxes, max_size=6), st.booleans())
def test_it_holds_what_was_there(before: list[Change], after: list[Change], undone: bool) -> None:
    document = Document(SHAPE, LabelMap.empty(SHAPE))
    for change in before:
        document.apply(change, "before")
    expected = document.label_map.copy()
    first, second = document.label_map.snapshot(), document.label_map.snapshot()
    for change in after:
        document.apply(change, "after")
    if undone:
        document.undo()
    assert first.take() == expected
    document.propose(np.full(SHAPE, 3, np.uint8))
    assert second.take() == expected


def test_one_that_nobody_wants_any_more_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document(SHAPE, LabelMap.empty(SHAPE))
    kept: list[Rect] = []
    monkeypatch.setattr(Snapshot, "keep", lambda self, rect: kept.append(rect))
    snapshot = document.label_map.snapshot()
    document.apply(box(3, 4, 5, 1), "one")
    assert kept
    kept.clear()
    del snapshot
    gc.collect()
    document.apply(box(30, 4, 5, 1), "two")
    assert not kept


def test_it_is_taken_in_a_thread_while_the_map_is_painted() -> None:
    shape = (1500, 1500)
    label = np.arange(1500, dtype=np.uint8)[None, :].repeat(1500, axis=0)
    document = Document(shape, LabelMap(label, np.full(shape, MODEL, np.uint8), 255))
    expected = document.label_map.copy()
    found: list[LabelMap] = []
    snapshot = document.label_map.snapshot()
    thread = threading.Thread(target=lambda: found.append(snapshot.take()))
    thread.start()
    for number in range(60):
        rect = Rect(24 * number, 24 * number, 80, 80)
        document.apply(Change(Area(rect, np.ones((80, 80), np.bool_)), 255, EMPTY), "erase")
    thread.join()
    assert found == [expected]


def test_who_paints_does_not_wait_until_there_is_room_for_the_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    room = threading.Event()

    def slow(shape: tuple[int, int]) -> Plane:
        assert room.wait(30)
        return new_plane(shape)

    monkeypatch.setattr(snapshot_module, "new_plane", slow)
    document = Document(SHAPE, LabelMap.empty(SHAPE))
    expected = document.label_map.copy()
    snapshot = document.label_map.snapshot()
    found: list[LabelMap] = []
    copying = threading.Thread(target=lambda: found.append(snapshot.take()))
    painting = threading.Thread(target=lambda: document.apply(box(3, 4, 290, 1), "one"))
    copying.start()
    painting.start()
    painting.join(10)
    painted = not painting.is_alive()
    room.set()
    copying.join(30)
    assert painted
    assert found == [expected]


class SlowToRead(np.ndarray[tuple[int, ...], np.dtype[np.uint8]]):
    """A plane that the worker reads only when it may go on."""

    go_on = threading.Event()

    def __getitem__(self, key: Any) -> Any:
        if threading.current_thread().name == "worker":
            assert self.go_on.wait(30)
        return np.asarray(self)[key]


def test_who_paints_does_not_wait_for_the_block_that_is_being_copied() -> None:
    label_map = LabelMap.empty(SHAPE)
    label_map.label = label_map.label.view(SlowToRead)
    document = Document(SHAPE, label_map)
    expected = label_map.copy()
    snapshot = label_map.snapshot()
    found: list[LabelMap] = []
    copying = threading.Thread(target=lambda: found.append(snapshot.take()), name="worker")
    painting = threading.Thread(target=lambda: document.apply(box(3, 4, 290, 1), "one"))
    copying.start()
    painting.start()
    painting.join(10)
    painted = not painting.is_alive()
    SlowToRead.go_on.set()
    copying.join(30)
    assert painted
    assert found == [expected]


def test_one_that_is_made_while_another_is_let_go_of_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker that has its copy and the thread that draws take turns at any place."""
    label_map = LabelMap.empty(SHAPE)
    first = label_map.snapshot()
    looked, made = threading.Event(), threading.Event()
    taken: list[LabelMap] = []

    def slow_hash(snapshot: Snapshot) -> int:
        """In the middle of forgetting one."""
        looked.set()
        made.wait(0.2)
        return id(snapshot)

    monkeypatch.setattr(Snapshot, "__hash__", slow_hash)
    worker = threading.Thread(target=lambda: taken.append(first.take()))
    worker.start()
    assert looked.wait(10)
    second = label_map.snapshot()
    made.set()
    worker.join()
    Document(SHAPE, label_map).apply(box(3, 4, 5, 1), "after")
    assert second.take() == LabelMap.empty(SHAPE)
