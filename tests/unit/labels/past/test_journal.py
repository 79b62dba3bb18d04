"""A journal gives back what was not saved: after a crash, while saving, when the disk is full, and of a torn file."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.errors import WorkError
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.past.journal import Journal
from tests.unit.labels.past.journalled import HEADER, SHAPE, a_document, only_changes, painted, replayed


def test_looking_at_an_image_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "states" / "a.journal"
    document = a_document(path)
    document.close()
    assert not path.parent.exists()
    assert Journal.recover(path) is None


def test_a_journal_gives_back_what_was_painted_and_undone(tmp_path: Path) -> None:
    path = tmp_path / "states" / "a.journal"
    document = a_document(path)
    document.apply(painted(3, 1), "one")
    document.apply(painted(6, 2), "two")
    document.begin("stroke")
    for x in range(200, 400, 30):
        document.extend(painted(x, 4, 40))
    document.commit()
    document.undo()
    document.undo()
    document.redo()
    recovery = Journal.recover(path)
    assert recovery is not None
    assert recovery.header == HEADER
    assert replayed(path) == document.label_map
    document.close()
    assert path.exists()  # unsaved


def test_what_is_saved_needs_no_journal(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    document = a_document(path)
    document.apply(painted(3, 1), "one")
    document.mark_saved()
    assert not path.exists()
    document.apply(painted(9, 1), "two")
    recovery = Journal.recover(path)
    assert recovery is not None
    assert len(recovery.changes) == 1
    document.undo()
    document.close()
    assert not path.exists()  # back at what was saved


def test_edits_made_while_saving_stay_in_the_journal(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    document = a_document(path)
    journal = document.journal
    assert journal is not None
    document.apply(painted(3, 1), "one")
    first, saved = document.save_point(), document.label_map.copy()
    document.apply(painted(30, 2), "two")
    journal.announce_save(first.journal_mark, saved.digest())

    def missing_from(base: LabelMap) -> LabelMap:
        recovery = Journal.recover(path)
        assert recovery is not None
        changes = recovery.changes_since(base.digest())
        assert changes is not None
        other = Document(SHAPE, base.copy())
        other.recover(changes)
        return other.label_map

    assert (
        missing_from(saved) == document.label_map
    )  # killed before the journal heard that the save is done
    recovery = Journal.recover(path)
    assert recovery is not None
    assert recovery.changes_since("base") == recovery.changes  # killed before the label was replaced
    assert recovery.changes_since("something else") is None

    second, saved_later = document.save_point(), document.label_map.copy()
    document.apply(painted(60, 3), "three")
    journal.announce_save(second.journal_mark, saved_later.digest())
    document.mark_saved(first, saved.digest())
    assert document.dirty
    assert missing_from(saved) == document.label_map
    recovery = Journal.recover(path)
    assert recovery is not None
    assert len(recovery.changes_since(saved_later.digest()) or ()) == 1
    document.mark_saved(second, saved_later.digest())
    assert document.dirty
    assert missing_from(saved_later) == document.label_map
    recovery = Journal.recover(path)
    assert recovery is not None
    assert len(recovery.changes) == 1


def test_a_recovered_journal_is_continued(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    first = a_document(path)
    first.apply(painted(3, 1), "one")
    assert first.journal is not None
    first.journal.close()
    with path.open("ab") as stream:
        stream.write(b"\x40\x00\x00\x00torn")
    recovery = Journal.recover(path)
    assert recovery is not None
    second = Document(SHAPE, LabelMap.empty(SHAPE), Journal.resume(path, recovery))
    second.recover(recovery.changes)
    assert second.dirty
    assert second.undo_name == "Recover unsaved edits"
    second.apply(painted(20, 2), "two")
    assert replayed(path) == second.label_map
    assert second.journal is not None
    second.journal.announce_save(second.save_point().journal_mark, "two")
    recovery = Journal.recover(path)
    assert recovery is not None
    assert recovery.changes_since("two") == ()
    second.undo()
    second.undo()
    assert second.label_map == LabelMap.empty(SHAPE)
    assert replayed(path) == second.label_map
    second.close()


def test_a_journal_that_nobody_recovered_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    first = a_document(path)
    first.apply(painted(3, 1), "one")
    old = path.read_bytes()
    second = a_document(path)
    second.apply(painted(8, 2), "two")
    assert path.with_name("a.journal.orphan").read_bytes() == old
    assert replayed(path) == second.label_map
    first.close()
    second.close()


def test_a_full_disk_is_reported_once_and_painting_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = a_document(tmp_path / "a.journal")
    assert document.journal is not None
    said: list[str] = []
    document.journal.failed.connect(said.append)
    document.apply(painted(1, 1), "fine")
    write = os.write

    def half_then_full(file: int, data: bytes) -> int:
        if len(data) < 20:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(file, data[: len(data) - 10])

    with monkeypatch.context() as full:
        full.setattr(os, "write", half_then_full)
        for x in (10, 20, 30):
            document.apply(painted(x, 2), "no room")
        document.undo()
    assert len(said) == 1
    assert os.strerror(errno.ENOSPC) in said[0]
    assert "a.journal" in said[0]
    assert (document.label_map.label[3:7, 20:25] == 2).all()
    recovery = Journal.recover(tmp_path / "a.journal")
    assert recovery is not None
    assert len(recovery.changes) == 1
    document.mark_saved()
    document.apply(painted(40, 3), "room again")
    recovery = Journal.recover(tmp_path / "a.journal")
    assert recovery is not None
    assert len(recovery.changes) == 1
    assert only_changes(recovery)[0].area.rect.x == 40
    assert len(said) == 1
    document.close()


def test_a_folder_that_cannot_be_made_is_reported_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    document = a_document(tmp_path / "file" / "a.journal")
    assert document.journal is not None
    said: list[str] = []
    document.journal.failed.connect(said.append)
    document.apply(painted(1, 1), "one")
    document.apply(painted(2, 2), "two")
    assert len(said) == 1
    assert document.dirty


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_journal_that_was_removed_is_noticed(tmp_path: Path) -> None:
    document = a_document(tmp_path / "a.journal")
    assert document.journal is not None
    said: list[str] = []
    document.journal.failed.connect(said.append)
    document.apply(painted(1, 1), "one")
    (tmp_path / "a.journal").unlink()
    document.apply(painted(2, 2), "two")
    assert len(said) == 1


def test_what_is_no_journal_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    for data in (b"", b"PNG", b"segstudio journal 9\n" + bytes(40)):
        path.write_bytes(data)
        assert Journal.recover(path) is None
    path.unlink()
    path.mkdir()
    with pytest.raises(WorkError, match=r"a\.journal"):
        Journal.recover(path)


CHILD = """
import sys
from pathlib import Path
from segstudio.labels.areas.brush import stroke_areas
from segstudio.labels.document import Document
from segstudio.labels.past.journal import Journal
from segstudio.labels.past.journal_format import JournalHeader
from segstudio.labels.label_map import LabelMap
from segstudio.labels.effects import paint

shape = (300, 700)
document = Document(shape, LabelMap.empty(shape), Journal(Path(sys.argv[1]), JournalHeader("k", shape, 255, "b")))
document.begin("Brush stroke")
for step in range(40):
    at = (10.0 + 16 * step, 20.0 + 5 * step), (26.0 + 16 * step, 25.0 + 5 * step)
    for area in stroke_areas(*at, 12, "round", shape):
        document.extend(paint(area, step % 5))
sys.stdout.buffer.write(document.label_map.digest().encode() + b"\\n")
sys.stdout.flush()
sys.stdin.read()  # in mid-stroke, until it is killed
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_stroke_outlives_the_process_that_was_killed_in_the_middle_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        digest = child.stdout.readline().decode().strip()
        child.kill()
    recovery = Journal.recover(path)
    assert recovery is not None
    document = Document((300, 700), LabelMap.empty((300, 700)))
    document.recover(recovery.changes)
    assert document.label_map.digest() == digest
    assert np.count_nonzero(document.label_map.provenance) > 10_000
