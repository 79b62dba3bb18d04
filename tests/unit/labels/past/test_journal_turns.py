"""Undo and redo in a journal: recorded by their place, and never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.past.journal import Journal
from segstudio.labels.past.journal_format import (
    parse,
    save_record,
    turn_record,
)
from segstudio.labels.past.replay import Turn
from tests.unit.labels.past.journalled import SHAPE, a_document, only_changes, painted


def test_an_undo_is_recorded_by_its_place_and_replayed(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    document = a_document(path)
    document.apply(painted(3, 1), "one")
    document.apply(painted(5, 2), "two")
    size = path.stat().st_size
    document.undo()
    document.undo()
    document.redo()
    assert path.stat().st_size < size + 3 * 40
    alive = document.label_map.copy()
    document.close()
    recovery = Journal.recover(path)
    assert recovery is not None
    assert recovery.changes[2:] == (Turn(1, 1, False), Turn(3, 1, False), Turn(4, 1, True))
    other = Document(SHAPE, LabelMap.empty(SHAPE))
    other.recover(recovery.changes)
    assert other.label_map == alive
    other.undo()
    assert other.label_map == LabelMap.empty(SHAPE)


def test_the_undo_of_what_was_saved_says_itself_what_it_did(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    document = a_document(path)
    document.apply(painted(3, 1), "one")
    document.mark_saved()
    base = document.label_map.copy()
    document.undo()
    document.close()
    recovery = Journal.recover(path)
    assert recovery is not None
    assert len(only_changes(recovery)) == 1
    other = Document(SHAPE, base)
    other.recover(recovery.changes)
    assert other.label_map == LabelMap.empty(SHAPE)


def test_the_undo_of_what_is_being_saved_holds_whichever_label_is_there_after_a_crash(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.journal"
    document = a_document(path)
    base = document.label_map.copy()
    document.apply(painted(3, 1), "one")
    point, saving = document.save_point(), document.label_map.copy()
    document.undo()
    assert document.journal is not None
    document.journal.announce_save(point.journal_mark, saving.digest())
    alive = document.label_map.copy()
    document.journal.close()
    recovery = Journal.recover(path)
    assert recovery is not None
    for label_map, digest in ((base, recovery.header.base), (saving, saving.digest())):
        changes = recovery.changes_since(digest)
        assert changes is not None
        other = Document(SHAPE, label_map.copy())
        other.recover(changes)
        assert other.label_map == alive


@pytest.mark.parametrize(
    "turn", [Turn(2, 1, False), Turn(1, 2, True), Turn(9, 1, False), Turn(1, 0, False)]
)
def test_a_forged_undo_ends_what_is_recovered(tmp_path: Path, turn: Turn) -> None:
    path = tmp_path / "a.journal"
    document = a_document(path)
    document.apply(painted(3, 1), "one")
    document.close()
    data = path.read_bytes() + turn_record(turn) + turn_record(Turn(1, 1, False))
    recovery = parse(data)
    assert recovery is not None
    assert recovery.intact == len(path.read_bytes())
    assert len(only_changes(recovery)) == 1


def test_an_undo_before_what_the_saved_label_lacks_is_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    document = a_document(path)
    document.apply(painted(3, 1), "one")
    assert document.journal is not None
    document.close()
    data = path.read_bytes() + save_record(1, "saved") + turn_record(Turn(1, 1, False))
    recovery = parse(data)
    assert recovery is not None
    assert recovery.changes_since("saved") is None
