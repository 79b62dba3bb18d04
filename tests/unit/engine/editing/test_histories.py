"""Undo goes on where an image was left, as long as its label is what it was."""

from __future__ import annotations

import numpy as np
import pytest

from segstudio.core import class_edits as edits
from segstudio.core.classes import ClassTable
from segstudio.core.label_png import write_label
from segstudio.core.settings import Settings
from segstudio.engine.files.sidecar import Sidecar, content_hash
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.engine.views import Message
from segstudio.labels.document import Document
from segstudio.labels.effects import paint
from segstudio.labels.label_map import LabelMap
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box

SENTENCE = "can no longer be undone"


def boxes(document: Document, count: int, first: int = 0) -> list[LabelMap]:
    """So many steps; the map before them and after each."""
    states = [document.label_map.copy()]
    for n in range(first, first + count):
        document.apply(paint(box(5 + 3 * n, 7), (n + 1) % 3), f"box {n}")
        states.append(document.label_map.copy())
    return states


def merge(session: Session, pump: Pump, former: Document) -> None:
    """The last class becomes the first, and the document is another."""
    assert session.table is not None
    session.classes.apply(edits.merged(session.table, 2, 0))
    pump.until(lambda: session.document not in {None, former})


def times_said(messages: list[Message]) -> int:
    return sum(SENTENCE in m.text for m in messages)


def names(document: Document) -> list[str]:
    return [step.name for step in document.history.steps]


def is_dirty(document: Document) -> bool:
    """A function, so that mypy does not take the property for a constant."""
    return document.dirty


def test_steps_are_there_again(make_session: MakeSession, make_folder: MakeFolder, show: Show) -> None:
    session = make_session()
    states = boxes(show(session, make_folder(images=2, labelled=1)), 6)
    show(session, 1)
    document = show(session, 0)
    assert names(document) == [f"box {n}" for n in range(6)]
    assert not document.dirty
    for state in reversed(states[:-1]):
        assert document.undo()
        assert document.label_map == state
        assert document.dirty
    assert not document.can_undo
    for state in states[1:]:
        assert document.redo()
        assert document.label_map == state
    assert not document.dirty


def test_a_saved_place_in_the_middle_and_steps_taken_back(
    make_session: MakeSession, make_folder: MakeFolder, show: Show
) -> None:
    session = make_session()
    document = show(session, make_folder(images=2))
    states = boxes(document, 4)
    document.undo()
    session.save()
    session.flush()
    document.undo()
    show(session, 1)
    document = show(session, 0)
    assert document.label_map == states[2]
    assert (document.history.done, len(names(document)), document.dirty) == (2, 4, False)
    document.redo()
    document.redo()
    assert document.label_map == states[4]
    boxes(document, 1, first=9)
    show(session, 1)
    assert names(show(session, 0)) == ["box 0", "box 1", "box 2", "box 3", "box 9"]


def test_unsaved_steps_are_steps_and_not_one_recovery(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, by_hand: Settings
) -> None:
    session = make_session(settings=by_hand)
    document = show(session, make_folder(images=2))
    states = boxes(document, 2)
    session.save()
    session.flush()
    states += boxes(document, 2, first=2)[1:]
    show(session, 1)
    document = show(session, 0)
    assert names(document) == ["box 0", "box 1", "box 2", "box 3"]
    assert document.label_map == states[-1]
    assert is_dirty(document)
    document.undo()
    document.undo()
    assert not is_dirty(document)
    assert document.label_map == states[2]
    show(session, 1)
    document = show(session, 0)
    assert (document.history.done, document.dirty) == (2, False)
    assert document.label_map == states[2]


@pytest.mark.parametrize("autosave", [True, False])
def test_a_crash_after_such_an_undo_loses_nothing(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, *, autosave: bool
) -> None:
    settings = Settings()
    settings.set("project.autosave", autosave)
    session, root = make_session(settings=settings), make_folder(images=2, labelled=1)
    boxes(show(session, root), 4)
    show(session, 1)
    document = show(session, 0)
    document.undo()
    document.undo()
    document.redo()
    boxes(document, 1, first=12)
    document.undo()
    again = make_session(settings=settings)  # the first has not ended: as if it had died
    show(again, root)
    assert show(again, 0).label_map == document.label_map


def test_another_programs_label_has_no_steps(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, table: ClassTable
) -> None:
    session, root = make_session(), make_folder(images=2, labelled=1)
    boxes(show(session, root), 3)
    show(session, 1)
    session.flush()
    write_label(root / "labels" / "scene_001.png", np.ones((60, 80), np.uint8), table)
    assert names(show(session, 0)) == []


def test_who_said_what_is_a_part_of_the_label(
    make_session: MakeSession, make_folder: MakeFolder, show: Show
) -> None:
    session, root = make_session(), make_folder(images=2, labelled=1)
    boxes(show(session, root), 3)
    show(session, 1)
    session.flush()
    label_hash = content_hash((root / "labels" / "scene_001.png").read_bytes())
    sidecar = Sidecar(root / ".segstudio" / "state", "scene_001")
    plane = sidecar.read_provenance(label_hash, (60, 80))
    assert plane is not None
    sidecar.write_provenance(label_hash, np.full_like(plane, 3))
    document = show(session, 0)
    assert names(document) == []
    assert (document.label_map.provenance == 3).all()


def test_after_a_merge_no_step_brings_the_class_back_and_it_is_said(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    messages: list[Message],
) -> None:
    session = make_session()
    former = show(session, make_folder(images=2, labelled=1))
    boxes(former, 4)
    assert session.table is not None
    session.classes.apply(edits.renamed(session.table, 1, "lane"))
    assert session.document is former
    assert times_said(messages) == 0
    merge(session, pump, former)
    assert session.document is not None
    assert not session.document.can_undo
    assert times_said(messages) == 1
    boxes(session.document, 1)
    show(session, 1)
    assert names(show(session, 0)) == ["box 0"]


def test_steps_of_another_image_are_forgotten_with_a_merge_as_well(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    messages: list[Message],
) -> None:
    session = make_session()
    boxes(show(session, make_folder(images=2, labelled=1)), 4)
    former = show(session, 1)
    session.flush()
    merge(session, pump, former)
    assert times_said(messages) == 1
    assert names(show(session, 0)) == []


def test_discarding_forgets_steps(
    *, make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, by_hand: Settings
) -> None:
    session = make_session(settings=by_hand)
    document = show(session, make_folder(images=2, labelled=1))
    first = document.label_map.copy()
    boxes(document, 2)
    session.discard_edits()
    pump.until(lambda: session.document is not None)
    assert session.document is not None
    assert session.document.label_map == first
    assert names(session.document) == []
    boxes(session.document, 2)
    show(session, 1)
    session.discard_all()
    document = show(session, 0)
    assert document.label_map == first
    assert names(document) == []


def test_the_image_left_longest_ago_is_forgotten_first(
    make_session: MakeSession, make_folder: MakeFolder, show: Show
) -> None:
    session = make_session()
    show(session, make_folder(images=4))
    for row in range(3):
        boxes(show(session, row), 3)
        show(session, 3)
        session.flush()  # one is kept when it is on disk: in order here
    histories = session._parts.editor._histories
    sizes = [kept.nbytes for kept in histories._kept.values()]
    histories.byte_budget = sum(sizes) - 1
    histories.make_room(0)
    assert len(names(show(session, 1))) == 3
    assert names(show(session, 0)) == []
    assert len(names(show(session, 2))) == 3
