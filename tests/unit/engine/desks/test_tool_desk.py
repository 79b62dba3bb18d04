"""Work of tools off the GUI thread: in order, for the state that was looked at, and never for another document."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from segstudio.core.geometry import Rect
from segstudio.core.progress import CancelToken
from segstudio.core.provenance import HUMAN
from segstudio.engine.desks.tool_desk import ToolDesk
from segstudio.engine.editing import gradual_write
from segstudio.engine.jobs import JobQueue
from segstudio.engine.pump import Pump
from segstudio.labels.document import Document
from segstudio.labels.effects import paint
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area, Change

SHAPE = (8, 8)
DOT = Area(Rect(0, 0, 1, 1), np.ones((1, 1), bool))


class Place:
    """A desk over one document, with work that waits until it is let go."""

    def __init__(self) -> None:
        self.pump = Pump()
        self.queue = JobQueue("tools", self.pump, workers=2)
        self.document: Document | None = Document(SHAPE, LabelMap.empty(SHAPE))
        self.desk = ToolDesk(self.queue, self.pump, lambda: self.document)
        self.gate = threading.Event()
        self.runs = 0
        self.got: list[object] = []

    def held(self, value: object) -> Callable[[CancelToken], object]:
        def work(_token: CancelToken) -> object:
            self.runs += 1
            assert self.gate.wait(10)
            return value

        return work

    def at_rest(self) -> None:
        self.pump.until(lambda: not self.desk.working and not self.queue.jobs())


@pytest.fixture
def place() -> Iterator[Place]:
    made = Place()
    yield made
    made.gate.set()
    made.queue.close()


def test_commits_are_done_one_after_the_other(place: Place) -> None:
    document = place.document
    assert document is not None
    said: list[str] = []
    place.desk.working_changed.connect(said.append)
    seen: list[int] = []
    for class_id in (1, 2, 3):
        place.desk.commit(
            f"step {class_id}",
            document,
            lambda _token: seen.append(int(document.label_map.label[0, 0])),
            lambda _none, c=class_id: document.apply(paint(DOT, c), "step"),  # type: ignore[misc, arg-type]  # a default in a lambda
        )
    assert place.desk.working == "step 1"
    place.at_rest()
    assert seen == [255, 1, 2]
    assert said == ["step 1", "step 2", "step 3", ""]


def test_a_change_meanwhile_has_it_worked_out_again(place: Place) -> None:
    document = place.document
    assert document is not None
    place.desk.commit("fill", document, place.held("a"), place.got.append)
    place.pump.until(lambda: place.runs == 1)
    document.apply(paint(DOT, 7), "meanwhile")
    place.gate.set()
    place.at_rest()
    assert place.runs == 2
    assert place.got == ["a"]


def test_an_open_stroke_is_waited_for(place: Place) -> None:
    document = place.document
    assert document is not None
    document.begin("stroke")
    place.desk.commit("fill", document, lambda _token: "a", place.got.append)
    place.pump.drain()
    assert place.got == []
    document.extend(paint(DOT, 7))
    document.commit()
    place.at_rest()
    assert place.got == ["a"]


def test_another_document_gets_nothing(place: Place) -> None:
    former = place.document
    assert former is not None
    place.desk.commit("fill", former, place.held("a"), place.got.append)
    place.desk.commit("fill again", former, place.held("b"), place.got.append)
    place.desk.preview(former, place.held("c"), place.got.append)
    place.document = Document(SHAPE, LabelMap.empty(SHAPE))
    place.gate.set()
    place.at_rest()
    assert place.got == []


def test_cancelling_forgets_all_that_was_not_written(place: Place) -> None:
    document = place.document
    assert document is not None
    place.desk.commit("fill", document, place.held("a"), place.got.append)
    place.desk.commit("fill again", document, place.held("b"), place.got.append)
    assert place.desk.cancel()
    assert place.desk.working == ""
    assert not place.desk.cancel()
    place.gate.set()
    place.pump.until(lambda: not place.queue.jobs())
    place.desk.commit("third", document, lambda _token: "c", place.got.append)
    place.at_rest()
    assert place.got == ["c"]


def test_a_cancel_in_the_list_of_jobs_goes_on_with_the_next(place: Place) -> None:
    document = place.document
    assert document is not None
    place.desk.commit("first", document, place.held("a"), place.got.append)
    place.desk.commit("second", document, lambda _token: "b", place.got.append)
    place.queue.cancel(next(job.id for job in place.queue.jobs() if job.title == "first"))
    place.gate.set()
    place.at_rest()
    assert place.got == ["b"]


def test_what_cannot_be_worked_out_says_so_and_the_next_comes(place: Place) -> None:
    document = place.document
    assert document is not None
    said: list[str] = []
    place.desk.failed.connect(said.append)

    def broken(_token: CancelToken) -> str:
        raise RuntimeError("no edges here")

    place.desk.commit("Snap outline", document, broken, place.got.append)
    place.desk.commit("fill", document, lambda _token: "b", place.got.append)
    place.at_rest()
    assert said == ["Snap outline did not work (no edges here). Nothing was changed."]
    assert place.got == ["b"]


def test_the_latest_is_taken_back_first(place: Place) -> None:
    document = place.document
    assert document is not None
    for title in ("first", "second", "third"):
        place.desk.commit(title, document, place.held(title), place.got.append)
    assert place.desk.latest == "third"
    assert place.desk.take_back()
    assert place.desk.latest == "second"
    assert place.desk.working == "first"
    place.gate.set()
    place.at_rest()
    assert place.got == ["first", "second"]
    assert place.desk.latest == ""
    assert not place.desk.take_back()


def test_the_only_one_is_taken_back_while_it_is_worked_out_or_waits(place: Place) -> None:
    document = place.document
    assert document is not None
    place.desk.commit("first", document, place.held("a"), place.got.append)
    place.pump.until(lambda: place.runs == 1)
    assert place.desk.take_back()
    assert place.desk.working == ""
    document.begin("stroke")
    place.desk.commit("second", document, place.held("b"), place.got.append)
    assert place.desk.working == "second"
    assert place.desk.take_back()
    assert place.desk.working == ""
    document.commit()
    place.gate.set()
    place.at_rest()
    assert place.got == []


def test_a_stroke_that_changed_nothing_is_not_waited_for_for_ever(place: Place) -> None:
    document = place.document
    assert document is not None
    document.begin("stroke")
    place.desk.commit("fill", document, lambda _token: "a", place.got.append)
    document.commit()  # the document's state is what it was: it has nothing to tell
    place.desk.stroke_ended()
    place.at_rest()
    assert place.got == ["a"]


def test_what_is_wished_can_be_had_at_once(place: Place) -> None:
    document = place.document
    assert document is not None
    heard: list[str] = []
    place.desk.finishing.connect(lambda: heard.append("hand"))
    for value in ("a", "b"):
        place.desk.commit(value, document, lambda _token, v=value: v, place.got.append)  # type: ignore[misc]  # a default in a lambda
    place.desk.finish()
    assert heard == ["hand"]
    assert place.got == ["a", "b"]
    assert place.desk.working == ""


def test_what_cannot_be_prepared_is_told(place: Place) -> None:
    said: list[str] = []
    place.desk.failed.connect(said.append)

    def broken(_token: CancelToken) -> None:
        raise RuntimeError("no room")

    place.desk.prepare("Superpixels", broken, place.got.append, lambda: said.append("gave up"))
    place.at_rest()
    assert said == ["Superpixels did not work (no room).", "gave up"]


def test_of_many_previews_the_first_and_the_last_are_worked_out(place: Place) -> None:
    document = place.document
    assert document is not None
    for value in range(20):
        place.desk.preview(document, place.held(value), place.got.append)
    place.pump.until(lambda: place.runs == 1)
    place.gate.set()
    place.at_rest()
    assert place.runs == 2
    assert place.got == [19]


def test_a_preview_of_what_has_changed_is_dropped(place: Place) -> None:
    document = place.document
    assert document is not None
    place.desk.preview(document, place.held("old"), place.got.append)
    place.pump.until(lambda: place.runs == 1)
    document.apply(paint(DOT, 7), "meanwhile")
    place.gate.set()
    place.at_rest()
    assert place.got == []
    place.desk.preview(document, lambda _token: "unwanted", place.got.append)
    place.desk.forget_preview()
    place.at_rest()
    assert place.got == []


# -- large changes, written in turns

LARGE = (900, 1000)


def large_change() -> Change:
    rng = np.random.default_rng(1)
    area = Area(Rect(3, 5, 990, 880), rng.random((880, 990)) > 0.3)
    return Change(area, rng.integers(0, 5, (880, 990), np.uint8), HUMAN)


@pytest.fixture
def wide(place: Place, monkeypatch: pytest.MonkeyPatch) -> Document:
    """A large map; a turn writes one tile."""
    monkeypatch.setattr(gradual_write, "TURN_S", 0.0)
    place.document = Document(LARGE, LabelMap.empty(LARGE))
    return place.document


def test_a_large_change_is_one_step_written_in_turns(place: Place, wide: Document) -> None:
    expected = Document(LARGE, LabelMap.empty(LARGE))
    expected.apply(large_change(), "fill")
    place.desk.write(wide, large_change(), "fill")
    assert wide.stroke_open
    assert place.desk.working == "fill"
    assert wide.label_map != expected.label_map
    place.desk.commit("next", wide, lambda _token: "a", place.got.append)
    assert place.got == []
    place.at_rest()
    assert wide.label_map == expected.label_map
    assert place.got == ["a"]
    assert wide.undo_name == "fill"
    wide.undo()
    assert wide.label_map == LabelMap.empty(LARGE)
    assert not wide.can_undo


def test_a_small_change_is_written_at_once(place: Place) -> None:
    document = place.document
    assert document is not None
    place.desk.write(document, paint(DOT, 3), "dot")
    assert document.undo_name == "dot"
    assert not document.stroke_open


def test_a_large_change_can_be_taken_back_on_its_way(place: Place, wide: Document) -> None:
    place.desk.write(wide, large_change(), "fill")
    assert wide.label_map != LabelMap.empty(LARGE)
    assert place.desk.cancel()
    assert wide.label_map == LabelMap.empty(LARGE)
    place.pump.drain()
    assert wide.label_map == LabelMap.empty(LARGE)
    assert not wide.can_undo
    assert place.desk.working == ""


def test_a_large_change_is_finished_at_once_when_it_has_to_be(place: Place, wide: Document) -> None:
    expected = Document(LARGE, LabelMap.empty(LARGE))
    expected.apply(large_change(), "fill")
    place.desk.write(wide, large_change(), "fill")
    place.desk.commit("next", wide, lambda _token: "a", place.got.append)
    place.desk.finish()
    assert wide.label_map == expected.label_map
    assert wide.undo_name == "fill"
    assert place.got == ["a"]
    place.at_rest()
    assert place.desk.working == ""


def test_a_large_change_is_taken_back_like_any_other(place: Place, wide: Document) -> None:
    place.desk.write(wide, large_change(), "fill")
    assert place.desk.latest == "fill"
    assert place.desk.take_back()
    assert wide.label_map == LabelMap.empty(LARGE)
    assert place.desk.working == ""


def test_who_leaves_the_image_meanwhile_gets_all_of_it(place: Place, wide: Document) -> None:
    expected = Document(LARGE, LabelMap.empty(LARGE))
    expected.apply(large_change(), "fill")
    place.desk.write(wide, large_change(), "fill")
    wide.commit()  # as when another image is opened
    assert wide.label_map == expected.label_map
    place.document = Document(SHAPE, LabelMap.empty(SHAPE))
    place.pump.drain()
    assert place.desk.working == ""
    assert wide.label_map == expected.label_map


@pytest.mark.parametrize("proposed", [False, True])
def test_a_sealed_part_is_worked_out_again_when_it_changes(wide: Document, proposed: bool) -> None:
    expected = Document(LARGE, LabelMap.empty(LARGE))
    for document in (wide, expected):
        document.begin("fill")
        document.extend(large_change())
    while wide.seal():
        pass
    for document in (wide, expected):
        document.extend(paint(DOT, 4))
        if proposed:
            document.propose(np.full(LARGE, 2, np.uint8))
        document.commit()
    assert wide.label_map == expected.label_map
    wide.undo()
    expected.undo()
    assert wide.label_map == expected.label_map
    assert (wide.label_map.label == (2 if proposed else 255)).all()


def test_a_large_change_that_is_written_in_one_turn_begins_the_next_commit_once(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gradual_write, "TURN_S", 60.0)
    shape = (400, 400)
    document = place.document = Document(shape, LabelMap.empty(shape))
    everything = Area(Rect(0, 0, 400, 400), np.ones(shape, bool))
    place.desk.commit(
        "large",
        document,
        place.held(paint(everything, 1)),
        lambda change: place.desk.write(document, change, "large"),  # type: ignore[arg-type]
    )
    for value in ("first", "second"):  # they change no pixel
        place.desk.commit(value, document, place.held(value), place.got.append)
    place.gate.set()
    place.at_rest()
    assert document.undo_name == "large"
    assert place.got == ["first", "second"]
    assert place.runs == 3
