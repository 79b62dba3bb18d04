import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY, HUMAN, MODEL
from segstudio.labels.past import history as module
from segstudio.labels.past.history import History
from segstudio.labels.past.packed import PackedPiece
from segstudio.labels.past.step_pieces import StepPieces
from segstudio.labels.patch import Piece

SIDE = 10


def step() -> list[Piece]:
    planes = (np.full((SIDE, SIDE), code, np.uint8) for code in (255, 3, EMPTY, HUMAN))
    return [Piece(Rect(0, 0, SIDE, SIDE), *planes)]


def noise(seed: int) -> Piece:
    """A tile that nothing makes smaller by much."""
    rng = np.random.default_rng(seed)
    return Piece(Rect(0, 0, 256, 256), *(rng.integers(0, 256, (256, 256), np.uint8) for _ in range(4)))


def names(history: History) -> list[str]:
    return [step.name for step in history.steps]


STEP_BYTES = PackedPiece.of(step()[0]).nbytes


def test_names_are_listed_with_the_place_among_them() -> None:
    history = History()
    assert (names(history), history.undo_name, history.redo_name) == ([], None, None)
    for name in ("Brush stroke", "Fill region", "Erase"):
        history.push(name, step())
    history.undo()
    assert names(history) == ["Brush stroke", "Fill region", "Erase"]
    assert history.done == 2
    assert (history.undo_name, history.redo_name) == ("Fill region", "Erase")


def test_a_new_step_forgets_the_undone_ones() -> None:
    history = History()
    history.push("one", step())
    history.push("two", step())
    history.undo()
    history.push("three", step())
    assert names(history) == ["one", "three"]
    assert history.redo() is None
    two = History()
    two.push("one", step())
    two.push("three", step())
    assert history.nbytes == two.nbytes


def test_the_budget_drops_the_oldest_and_keeps_the_newest() -> None:
    history = History(byte_budget=3 * STEP_BYTES + 1)
    for number in range(5):
        history.push(str(number), step())
        assert history.nbytes <= history.byte_budget
    assert names(history) == ["2", "3", "4"]
    tiny = History(byte_budget=1)
    tiny.push("first", step())
    tiny.push("second", step())
    assert names(tiny) == ["second"]
    assert tiny.undo() is not None


def test_a_position_is_met_again_only_in_the_same_state() -> None:
    history = History(byte_budget=3 * STEP_BYTES)
    seen = [history.position]
    for number in range(3):
        history.push(str(number), step())
        seen.append(history.position)
    assert len(set(seen)) == 4
    for expected in reversed(seen[:-1]):
        history.undo()
        assert history.position == expected
    for expected in seen[1:]:
        history.redo()
        assert history.position == expected
    history.push("drops the first", step())
    for _ in range(3):
        history.undo()
    assert history.undo() is None
    assert history.position == seen[1]


def test_a_step_of_another_branch_is_another_position() -> None:
    history = History()
    history.push("one", step())
    before = history.position
    history.undo()
    history.push("other", step())
    assert history.position != before


def test_a_proposal_replaces_what_no_person_said_in_the_past_and_nothing_else() -> None:
    history = History()
    history.push("Brush stroke", step())
    proposal = np.full((SIDE, SIDE), 8, np.uint8)
    history.rebase(proposal, 255)
    back = history.undo()
    assert back is not None
    (piece,) = back.patch.pieces
    assert (piece.label_before == 3).all()
    assert (piece.provenance_before == HUMAN).all()
    assert (piece.label_after == 8).all()
    assert (piece.provenance_after == MODEL).all()
    history.rebase(np.full((SIDE, SIDE), 9, np.uint8), 255)
    forth = history.redo()
    assert forth is not None
    assert (forth.patch.pieces[0].label_before == 9).all()
    assert (forth.patch.pieces[0].label_after == 3).all()


def test_hundreds_of_strokes_take_a_few_kilobytes_each() -> None:
    history = History()
    columns, rows = np.meshgrid(np.arange(256), np.arange(256))
    band = np.abs(columns - rows) < 32
    for number in range(300):
        before = np.full((256, 256), number % 19, np.uint8)
        after = np.where(band, np.uint8(3), before)
        codes = np.zeros((256, 256), np.uint8)
        piece = Piece(Rect(0, 0, 256, 256), before, after, codes, np.where(band, np.uint8(HUMAN), codes))
        history.push(str(number), [piece] * 4)
    assert len(history.steps) == 300
    assert not history.dropped
    assert history.nbytes < 300 * 16_000 + (module._FRESH + 4) * 4 * (4 << 16)


def test_what_is_unpacked_has_a_bound_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_UNPACKED", 1 << 20)
    history = History()
    planes = (np.full((256, 256), code, np.uint8) for code in (255, 3, EMPTY, HUMAN))
    piece = Piece(Rect(0, 0, 256, 256), *planes)
    history.push("huge", [piece] * 40)
    assert history.nbytes < 5 << 18, "all but four of them are packed"
    back = history.undo()
    assert back is not None
    assert all((found.label_after == 255).all() for found in back.patch.pieces)


def test_room_for_a_step_is_made_before_it_comes(
    monkeypatch: pytest.MonkeyPatch, packings: list[Piece]
) -> None:
    """Piece by piece, the older steps first; the step itself then costs no packing."""
    monkeypatch.setattr(module, "_MOST_UNPACKED", 2 << 20)
    history = History()
    history.push("older", [noise(1)] * 6)
    coming = StepPieces([noise(2)] * 6)
    packings.clear()
    turns = 0
    while history.make_room(coming):
        turns += 1
        assert len(packings) == turns
    assert 4 <= turns <= 8
    history.push("newest", coming)
    assert len(packings) == turns
    for wanted in (2, 1):
        back = history.undo()
        assert back is not None
        assert len(back.patch.pieces) == 6
        assert all(np.array_equal(p.label_after, noise(wanted).label_before) for p in back.patch.pieces)


def test_noise_is_kept_as_it_is_and_the_budget_holds() -> None:
    history = History(byte_budget=3 << 18)
    for number in range(12):
        history.push(str(number), [noise(number)])
        assert history.nbytes <= history.byte_budget
    back = history.undo()
    assert back is not None
    assert np.array_equal(back.patch.pieces[0].label_after, noise(11).label_before)
    assert history.dropped


def test_a_step_has_a_time() -> None:
    history = History()
    start = time.time()
    history.push("one", step())
    assert start <= history.steps[0].when <= time.time()


@given(st.data())
def test_a_packed_piece_is_the_same_piece(data: st.DataObject) -> None:
    height, width = data.draw(st.integers(1, 40)), data.draw(st.integers(1, 40))
    values = st.sampled_from([0, 1, 255]) if data.draw(st.booleans()) else st.integers(0, 255)
    planes = [
        data.draw(hnp.arrays(np.uint8, (height, width), elements=values, fill=values)) for _ in range(4)
    ]
    piece = Piece(Rect(3, 5, width, height), *planes)
    found = PackedPiece.of(piece).piece()
    assert found.rect == piece.rect
    kept = found.label_before, found.label_after, found.provenance_before, found.provenance_after
    for plane, expected in zip(kept, planes, strict=True):
        assert np.array_equal(plane, expected)
        assert plane.dtype == np.uint8
