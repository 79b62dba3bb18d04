import errno
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from segstudio.core.errors import WorkError
from segstudio.core.geometry import Rect
from segstudio.core.provenance import HUMAN
from segstudio.labels.document import Document
from segstudio.labels.journal import Journal
from segstudio.labels.journal_format import (
    JournalHeader,
    Recovery,
    parse,
    piece_record,
    preamble,
    save_record,
    turn_record,
)
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import TILE, Area, Change, Piece
from segstudio.labels.regions import whole
from segstudio.labels.replay import Turn

SHAPE = (40, 600)
HEADER = JournalHeader("street/one", SHAPE, 255, "base")


def painted(x: int, class_id: int, width: int = 5) -> Change:
    return Change(Area(Rect(x, 3, width, 4), np.ones((4, width), np.bool_)), class_id, HUMAN)


def a_document(path: Path) -> Document:
    return Document(SHAPE, LabelMap.empty(SHAPE), Journal(path, HEADER))


def replayed(path: Path) -> LabelMap:
    recovery = Journal.recover(path)
    assert recovery is not None
    document = Document(SHAPE, LabelMap.empty(SHAPE))
    document.recover(recovery.changes)
    return document.label_map


def only_changes(recovery: Recovery) -> list[Change]:
    """Its entries, none of which is an undo or a redo."""
    assert all(isinstance(entry, Change) for entry in recovery.changes)
    return [entry for entry in recovery.changes if isinstance(entry, Change)]


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


def test_cut_anywhere_a_journal_gives_back_every_whole_record(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    document = a_document(path)
    states, sizes = [document.label_map.copy()], []
    for x in (3, 6, 9):
        document.apply(painted(x, x), "step")
        states.append(document.label_map.copy())
        sizes.append(path.stat().st_size)
    document.close()
    data = path.read_bytes()
    head = len(preamble(HEADER))
    for size in range(len(data) + 1):
        recovery = parse(data[:size])
        if size < head:
            assert recovery is None
            continue
        assert recovery is not None
        whole_records = sum(end <= size for end in sizes)
        assert recovery.intact == ([head, *sizes])[whole_records]
        found = Document(SHAPE, LabelMap.empty(SHAPE))
        found.recover(recovery.changes)
        assert found.label_map == states[whole_records]


def test_a_flipped_byte_is_never_taken_for_an_edit(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    document = a_document(path)
    for x in (3, 6, 9):
        document.apply(painted(x, x), "step")
    document.close()
    data = path.read_bytes()
    original = parse(data)
    assert original is not None
    for at in range(len(data)):
        broken = bytearray(data)
        broken[at] ^= 0x55
        recovery = parse(bytes(broken))
        found = only_changes(recovery) if recovery else []
        for change, expected in zip(found, only_changes(original), strict=False):
            assert change.area.rect == expected.area.rect
            assert np.array_equal(change.label, expected.label)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_every_piece_survives_its_record(data: st.DataObject) -> None:
    height, width = data.draw(st.integers(1, 40)), data.draw(st.integers(1, 40))
    x, y = data.draw(st.integers(0, TILE - width)), data.draw(st.integers(0, TILE - height))
    values = st.sampled_from([0, 1, 255]) if data.draw(st.booleans()) else st.integers(0, 255)

    def plane(of: st.SearchStrategy[int]) -> NDArray[np.uint8]:
        return data.draw(hnp.arrays(np.uint8, (height, width), elements=of, fill=st.nothing()))

    codes = st.integers(0, 3)
    piece = Piece(Rect(x, y, width, height), plane(values), plane(values), plane(codes), plane(codes))
    recovery = parse(preamble(JournalHeader("k", (TILE, TILE), 255, "b")) + piece_record(piece))
    assert recovery is not None
    (change,) = only_changes(recovery)
    assert change.area.rect == piece.rect
    assert np.array_equal(change.area.mask, piece.changed())
    mask = change.area.mask
    assert isinstance(change.label, np.ndarray)
    assert isinstance(change.provenance, np.ndarray)
    assert np.array_equal(change.label[mask], piece.label_after[mask])
    assert np.array_equal(change.provenance[mask], piece.provenance_after[mask])


@pytest.mark.parametrize("noise", [True, False])
def test_a_whole_tile_survives_its_record(noise: bool) -> None:
    rng = np.random.default_rng(3)
    label = (
        rng.integers(0, 255, (TILE, TILE), dtype=np.uint8) if noise else np.full((TILE, TILE), 7, np.uint8)
    )
    codes = np.zeros((TILE, TILE), np.uint8), np.full((TILE, TILE), HUMAN, np.uint8)
    piece = Piece(Rect(TILE, 0, TILE, TILE), np.full_like(label, 255), label, *codes)
    recovery = parse(preamble(JournalHeader("k", (TILE, 2 * TILE), 255, "b")) + piece_record(piece))
    assert recovery is not None
    assert np.array_equal(only_changes(recovery)[0].label, label)


def test_pieces_outside_the_image_are_not_replayed() -> None:
    plane = np.zeros((4, 4), np.uint8)
    piece = Piece(Rect(8, 0, 4, 4), plane, plane + np.uint8(1), plane, plane + np.uint8(2))
    recovery = parse(preamble(JournalHeader("k", (4, 11), 255, "b")) + piece_record(piece))
    assert recovery is not None
    assert recovery.changes == ()


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
from segstudio.labels.brush import stroke_areas
from segstudio.labels.document import Document
from segstudio.labels.journal import Journal
from segstudio.labels.journal_format import JournalHeader
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


def test_a_large_fill_is_journalled_in_little(tmp_path: Path) -> None:
    shape = (1024, 1024)
    path = tmp_path / "a.journal"
    document = Document(shape, LabelMap.empty(shape), Journal(path, JournalHeader("k", shape, 255, "b")))
    document.apply(Change(whole(shape), 3, HUMAN), "all")
    assert path.stat().st_size < 2000
    document.close()


# -- undo and redo


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
