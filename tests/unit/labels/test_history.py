import numpy as np

from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY, HUMAN, MODEL
from segstudio.labels.history import History
from segstudio.labels.patch import Patch, Piece

SIDE = 10
STEP_BYTES = 4 * SIDE * SIDE


def step(name: str) -> Patch:
    planes = (np.full((SIDE, SIDE), code, np.uint8) for code in (255, 3, EMPTY, HUMAN))
    return Patch(name, (Piece(Rect(0, 0, SIDE, SIDE), *planes),))


def test_names_are_listed_with_the_place_among_them() -> None:
    history = History()
    assert (history.steps, history.undo_name, history.redo_name) == ((), None, None)
    for name in ("Brush stroke", "Fill region", "Erase"):
        history.push(step(name))
    history.undo()
    assert history.steps == ("Brush stroke", "Fill region", "Erase")
    assert history.done == 2
    assert (history.undo_name, history.redo_name) == ("Fill region", "Erase")


def test_a_new_step_forgets_the_undone_ones() -> None:
    history = History()
    history.push(step("one"))
    history.push(step("two"))
    history.undo()
    history.push(step("three"))
    assert history.steps == ("one", "three")
    assert history.redo() is None
    assert history.nbytes == 2 * STEP_BYTES


def test_the_budget_drops_the_oldest_and_keeps_the_newest() -> None:
    history = History(byte_budget=3 * STEP_BYTES + 1)
    for number in range(5):
        history.push(step(str(number)))
        assert history.nbytes <= history.byte_budget
    assert history.steps == ("2", "3", "4")
    tiny = History(byte_budget=1)
    tiny.push(step("first"))
    tiny.push(step("second"))
    assert tiny.steps == ("second",)
    assert tiny.undo() is not None


def test_a_position_is_met_again_only_in_the_same_state() -> None:
    history = History(byte_budget=3 * STEP_BYTES)
    seen = [history.position]
    for number in range(3):
        history.push(step(str(number)))
        seen.append(history.position)
    assert len(set(seen)) == 4
    for expected in reversed(seen[:-1]):
        history.undo()
        assert history.position == expected
    for expected in seen[1:]:
        history.redo()
        assert history.position == expected
    history.push(step("drops the first"))
    for _ in range(3):
        history.undo()
    assert history.undo() is None
    assert history.position == seen[1]


def test_a_step_of_another_branch_is_another_position() -> None:
    history = History()
    history.push(step("one"))
    before = history.position
    history.undo()
    history.push(step("other"))
    assert history.position != before


def test_a_proposal_replaces_what_no_person_said_in_the_past_and_nothing_else() -> None:
    history = History()
    history.push(step("Brush stroke"))
    proposal = np.full((SIDE, SIDE), 8, np.uint8)
    history.rebase(proposal)
    back = history.undo()
    assert back is not None
    (piece,) = back.pieces
    assert (piece.label_before == 3).all()
    assert (piece.provenance_before == HUMAN).all()
    assert (piece.label_after == 8).all()
    assert (piece.provenance_after == MODEL).all()
    history.rebase(np.full((SIDE, SIDE), 9, np.uint8))
    forth = history.redo()
    assert forth is not None
    assert (forth.pieces[0].label_before == 9).all()
    assert (forth.pieces[0].label_after == 3).all()
