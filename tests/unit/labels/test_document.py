from pathlib import Path

import numpy as np
import pytest

from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY, HUMAN, MODEL
from segstudio.labels.areas.brush import stroke_areas
from segstudio.labels.areas.regions import whole
from segstudio.labels.document import Document
from segstudio.labels.effects import erase, paint
from segstudio.labels.label_map import LabelMap, reviewed_part
from segstudio.labels.past.history import History
from segstudio.labels.patch import TILE, Area, Change, Piece

SHAPE = (300, 600)


def a_box(x: int, y: int = 4, width: int = 6, height: int = 5) -> Area:
    return Area(Rect(x, y, width, height), np.ones((height, width), np.bool_))


def a_document() -> Document:
    return Document(SHAPE, LabelMap.empty(SHAPE))


def pieces_of(document: Document) -> list[Piece]:
    found: list[Piece] = []
    document.changed.connect(found.append)
    return found


def names(document: Document) -> tuple[str, ...]:
    return tuple(step.name for step in document.history.steps)


def is_dirty(document: Document) -> bool:
    """A call, which the type checker does not take for a constant."""
    return document.dirty


def test_applying_is_one_step_that_undo_takes_back_byte_for_byte() -> None:
    document = a_document()
    document.apply(paint(a_box(3), 1), "one")
    before = document.label_map.copy()
    patch = document.apply(paint(a_box(250, width=20), 2), "Polygon")
    after = document.label_map.copy()
    assert [piece.rect for piece in patch.pieces] == [Rect(250, 4, 6, 5), Rect(256, 4, 14, 5)]
    assert document.undo_name == "Polygon"
    assert document.undo()
    assert document.label_map == before
    assert document.redo_name == "Polygon"
    assert document.redo()
    assert document.label_map == after
    assert not document.redo()


def test_listeners_hear_each_piece_with_before_and_after_once_it_is_written() -> None:
    document = a_document()
    heard = []

    def listen(piece: Piece) -> None:
        assert np.array_equal(document.label_map.label[piece.rect.slices], piece.label_after)
        heard.append((piece.rect, int(piece.label_before[0, 0]), int(piece.label_after[0, 0])))

    document.changed.connect(listen)
    document.apply(paint(a_box(250, width=20), 2), "two tiles")
    document.undo()
    assert sorted(heard[:2], key=lambda found: found[0].x) == [
        (Rect(250, 4, 6, 5), 255, 2),
        (Rect(256, 4, 14, 5), 255, 2),
    ]
    assert sorted(heard[2:], key=lambda found: found[0].x) == [
        (Rect(250, 4, 6, 5), 2, 255),
        (Rect(256, 4, 14, 5), 2, 255),
    ]


def test_what_changes_nothing_is_no_step_and_says_nothing() -> None:
    document = a_document()
    document.apply(paint(a_box(3), 1), "one")
    revision = document.revision
    heard = pieces_of(document)
    assert document.apply(paint(a_box(3), 1), "the same").empty
    assert document.apply(paint(Area.nothing(), 1), "nothing").empty
    document.begin("stroke")
    document.extend(paint(a_box(4, width=2), 1))
    assert document.commit() is None
    assert heard == []
    assert names(document) == ("one",)
    assert document.revision == revision


def test_pieces_are_tight_around_what_differs() -> None:
    document = a_document()
    document.apply(paint(a_box(10, width=10), 1), "one")
    patch = document.apply(paint(a_box(12, width=12), 1), "two")
    assert [piece.rect for piece in patch.pieces] == [Rect(20, 4, 4, 5)]


def test_a_stroke_is_written_at_once_and_is_one_step() -> None:
    document = a_document()
    heard = pieces_of(document)
    document.begin("Brush stroke")
    for x in range(5, 400, 20):
        for area in stroke_areas((x, 50), (x + 20, 57), 9, "round", SHAPE):
            document.extend(paint(area, 3))
        assert document.label_map.label[57, x + 19] == 3
    assert heard
    assert document.dirty
    assert not document.history.steps
    patch = document.commit()
    assert patch is not None
    assert names(document) == ("Brush stroke",)
    assert len(patch.pieces) == 2
    document.undo()
    assert document.label_map == LabelMap.empty(SHAPE)


def test_a_stroke_over_itself_keeps_what_was_there_before_it() -> None:
    document = a_document()
    document.apply(paint(a_box(10), 1), "base")
    base = document.label_map.copy()
    document.begin("back and forth")
    for class_id in (2, 3, 4):
        document.extend(paint(a_box(8, width=12), class_id))
    document.extend(erase(a_box(9, width=2), 255))
    document.commit()
    document.undo()
    assert document.label_map == base


def test_a_reverted_stroke_never_was() -> None:
    document = a_document()
    document.apply(paint(a_box(3), 1), "one")
    document.mark_saved()
    before = document.label_map.copy()
    mirror = before.copy()

    def follow(piece: Piece) -> None:
        mirror.label[piece.rect.slices] = piece.label_after
        mirror.provenance[piece.rect.slices] = piece.provenance_after

    document.changed.connect(follow)
    document.begin("stroke")
    document.extend(paint(a_box(5), 2))
    document.extend(paint(a_box(250, width=20), 2))
    document.revert()
    assert document.label_map == before
    assert mirror == before
    assert names(document) == ("one",)
    assert not document.dirty


def test_one_stroke_at_a_time() -> None:
    document = a_document()
    with pytest.raises(RuntimeError):
        document.extend(paint(a_box(1), 1))
    assert document.commit() is None  # closing twice is harmless: the window and the session both may
    document.revert()
    assert document.label_map == LabelMap.empty(SHAPE)
    document.apply(paint(a_box(1), 1), "one")
    document.begin("stroke")
    assert not document.can_undo
    assert not document.undo()
    with pytest.raises(RuntimeError):
        document.begin("another")
    with pytest.raises(RuntimeError):
        document.apply(paint(a_box(1), 2), "two")
    document.commit()
    assert document.can_undo


def test_a_change_outside_the_map_is_refused_before_anything_is_written() -> None:
    document = a_document()
    with pytest.raises(ValueError):
        document.apply(paint(a_box(597), 1), "outside")
    assert document.label_map == LabelMap.empty(SHAPE)


def test_a_map_of_another_size_than_the_image_is_refused() -> None:
    with pytest.raises(ValueError):
        Document((10, 10), LabelMap.empty((10, 11)))


def test_empty_pixels_always_hold_the_ignore_index() -> None:
    document = a_document()
    document.apply(paint(a_box(3), 1), "one")
    box = a_box(4, width=2, height=1)
    document.apply(Change(box, 9, EMPTY), "erase with a class")
    assert document.label_map.label[4, 4:6].tolist() == [255, 255]
    document.apply(
        Change(box, np.array([[5, 6]], np.uint8), np.array([[EMPTY, HUMAN]], np.uint8)), "some of each"
    )
    assert document.label_map.label[4, 4:6].tolist() == [255, 6]


def test_a_proposal_fills_only_what_no_person_touched() -> None:
    document = a_document()
    document.apply(paint(a_box(3), 1), "one")
    document.mark_saved()
    heard = pieces_of(document)
    proposal = np.full(SHAPE, 7, np.uint8)
    document.propose(proposal)
    box = a_box(3).rect.slices
    assert (document.label_map.label[box] == 1).all()
    assert (document.label_map.provenance[box] == HUMAN).all()
    assert np.count_nonzero(document.label_map.label == 7) == document.label_map.label.size - 30
    assert not document.dirty
    assert names(document) == ("one",)
    assert all(piece.rect.width <= TILE and piece.rect.height <= TILE for piece in heard)
    for piece in heard:
        before = reviewed_part(piece.label_before, piece.provenance_before, 255)
        assert np.array_equal(before, reviewed_part(piece.label_after, piece.provenance_after, 255))
    count = len(heard)
    document.propose(proposal.copy())
    assert len(heard) == count  # nothing new, nothing said


def test_undo_never_brings_a_stale_proposal_back() -> None:
    document = a_document()
    document.propose(np.full(SHAPE, 7, np.uint8))
    document.apply(paint(a_box(3), 1), "painted over the first proposal")
    document.propose(np.full(SHAPE, 8, np.uint8))
    document.undo()
    assert (document.label_map.label == 8).all()
    assert (document.label_map.provenance == MODEL).all()
    document.propose(np.full(SHAPE, 9, np.uint8))
    document.redo()
    assert (document.label_map.label[a_box(3).rect.slices] == 1).all()
    assert np.count_nonzero(document.label_map.label == 9) == document.label_map.label.size - 30


def test_a_proposal_during_a_stroke_survives_its_end_either_way() -> None:
    for ending in ("commit", "revert"):
        document = a_document()
        document.begin("stroke")
        document.extend(paint(a_box(3), 1))
        document.propose(np.full(SHAPE, 7, np.uint8))
        document.extend(paint(a_box(20), 2))
        assert (document.label_map.label[a_box(3).rect.slices] == 1).all()
        if ending == "commit":
            document.commit()
            document.undo()
        else:
            document.revert()
        assert (document.label_map.label == 7).all()
        assert (document.label_map.provenance == MODEL).all()


@pytest.mark.parametrize("wrong", [np.zeros((300, 601), np.uint8), np.zeros(SHAPE, np.int64)])
def test_a_proposal_that_does_not_fit_is_refused(wrong: np.typing.NDArray[np.uint8]) -> None:
    with pytest.raises(ValueError):
        a_document().propose(wrong)


def test_dirty_follows_undo_redo_and_saving() -> None:
    document = a_document()
    assert not is_dirty(document)
    document.apply(paint(a_box(3), 1), "one")
    assert is_dirty(document)
    document.undo()
    assert not is_dirty(document)
    document.redo()
    document.mark_saved()
    document.apply(paint(a_box(30), 1), "two")
    document.undo()
    assert not is_dirty(document)
    document.undo()
    assert is_dirty(document)
    document.apply(paint(a_box(60), 1), "another way")
    document.undo()
    assert is_dirty(document)


def test_dirty_stays_right_when_the_saved_state_can_no_longer_be_reached() -> None:
    document = Document(SHAPE, LabelMap.empty(SHAPE), history=History(byte_budget=2 * 4 * 30))
    for x in range(4):
        document.apply(paint(a_box(10 * x), 1), str(x))
    while document.undo():
        pass
    assert document.history.done == 0
    assert document.dirty
    document.mark_saved()
    assert not document.dirty


def test_a_save_that_ends_later_leaves_later_strokes_dirty() -> None:
    document = a_document()
    document.apply(paint(a_box(3), 1), "one")
    point = document.save_point()
    document.apply(paint(a_box(30), 1), "two")
    document.mark_saved(point)
    assert document.dirty
    document.undo()
    assert not document.dirty


def test_a_save_in_the_middle_of_a_stroke_is_the_state_of_no_step() -> None:
    document = a_document()
    document.begin("stroke")
    document.extend(paint(a_box(3), 1))
    document.mark_saved()
    assert document.dirty
    document.revert()
    assert document.dirty  # the file holds half a stroke


def test_state_changes_are_announced_when_something_to_show_changed() -> None:
    document = a_document()
    states: list[tuple[bool, bool, bool]] = []
    document.state_changed.connect(
        lambda: states.append((document.dirty, document.can_undo, document.can_redo))
    )
    document.begin("stroke")
    for x in range(0, 100, 10):
        document.extend(paint(a_box(x), 1))
    assert len(states) == 1  # dirty, once
    document.commit()
    document.undo()
    document.redo()
    document.mark_saved()
    assert states == [
        (True, False, False),
        (True, True, False),
        (False, False, True),
        (True, True, False),
        (False, True, False),
    ]


def test_the_whole_map_can_be_painted() -> None:
    document = a_document()
    patch = document.apply(paint(whole(SHAPE), 4), "all")
    assert (document.label_map.label == 4).all()
    assert len(patch.pieces) == 6
    document.undo()
    assert document.label_map == LabelMap.empty(SHAPE)


def test_a_long_thin_stroke_keeps_only_the_tiles_on_its_way() -> None:
    shape = (4096, 4096)
    document = Document(shape, LabelMap.empty(shape))
    document.begin("diagonal")
    for area in stroke_areas((0, 0), (4096, 4096), 8, "round", shape):
        document.extend(paint(area, 1))
    patch = document.commit()
    assert patch is not None
    assert patch.rect == Rect(0, 0, 4096, 4096)
    assert patch.nbytes < 0.07 * 4 * 4096 * 4096
    document.undo()
    assert not document.label_map.provenance.any()


def test_a_map_may_lie_in_files(tmp_path: Path) -> None:
    label = np.memmap(tmp_path / "label", np.uint8, "w+", shape=SHAPE)
    provenance = np.memmap(tmp_path / "provenance", np.uint8, "w+", shape=SHAPE)
    label[...] = 255
    document = Document(SHAPE, LabelMap(label, provenance, 255))
    document.begin("stroke")
    for area in stroke_areas((5, 5), (500, 200), 9, "round", SHAPE):
        document.extend(paint(area, 3))
    document.commit()
    document.propose(np.full(SHAPE, 7, np.uint8))
    found = document.label_map.copy()
    document.undo()
    assert (document.label_map.label == 7).all()
    document.redo()
    assert document.label_map == found


def test_a_step_of_the_list_is_reached_through_undo_and_redo() -> None:
    document = a_document()
    states = [document.label_map.copy()]
    for number in range(5):
        document.apply(paint(a_box(10 * number), number), f"step {number}")
        states.append(document.label_map.copy())
    for wanted in (1, 4, 0, 5, 3):
        while document.go_to_step(wanted):
            pass
        assert document.history.done == wanted
        assert document.label_map == states[wanted]
    assert len(names(document)) == 5
