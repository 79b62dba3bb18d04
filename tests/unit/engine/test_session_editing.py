"""Painting, saving and recovering through the session, without a model."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.classes import ClassTable
from segstudio.core.label_png import read_label, write_label
from segstudio.core.provenance import EMPTY
from segstudio.core.settings import Settings
from segstudio.engine.files.entries import ImageEntry, Status
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.engine.views import RETRY_SAVE, Level, Message
from segstudio.labels.document import Document
from segstudio.labels.effects import paint
from segstudio.labels.label_map import LabelMap
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box


def paint_box(document: Document, class_id: int = 1, x: int = 5, y: int = 7) -> None:
    document.apply(paint(box(x, y), class_id), "box")


def texts(messages: list[Message]) -> str:
    return "\n".join(m.text for m in messages)


def is_dirty(session: Session) -> bool:
    """A function, so that mypy does not take the property for a constant."""
    return session.dirty


def status(session: Session, key: str) -> Status:
    return session.entry_view(key).status


def test_an_edit_is_seen_saved_on_moving_and_found_again(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump
) -> None:
    session = make_session()
    root = make_folder(images=2)
    document = show(session, root)
    dirty: list[bool] = []
    session.dirty_changed.connect(dirty.append)
    saved: list[str] = []
    session.saved.connect(saved.append)
    paint_box(document)
    assert is_dirty(session)
    assert dirty == [True]
    assert session.unsaved == ["scene_001"]
    assert status(session, "scene_001") is Status.EDITED
    expected = document.label_map.copy()

    show(session, 1)
    session.flush()
    assert saved == ["scene_001"]
    assert dirty == [True, False]
    assert session.unsaved == []
    assert status(session, "scene_001") is Status.SAVED
    assert np.array_equal(read_label(root / "labels" / "scene_001.png"), expected.label)

    again = show(session, 0)
    assert again.label_map == expected
    assert not is_dirty(session)


def test_going_back_at_once_waits_for_the_label_that_is_being_written(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    messages: list[Message],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = make_session()
    document = show(session, make_folder(images=2))
    paint_box(document)
    expected = document.label_map.copy()
    go_on, replace = threading.Event(), os.replace

    def slow(source: str | Path, target: str | Path) -> None:
        assert go_on.wait(30)
        replace(source, target)

    monkeypatch.setattr("os.replace", slow)
    session.go_to(1)
    session.go_to(0)
    kinds = {job.kind for job in session.jobs}
    go_on.set()
    assert "save" in kinds
    assert "open" not in kinds, "nothing is read while the label is being written"
    pump.until(lambda: session.document is not None)
    assert session.document is not document
    assert session.document is not None
    assert session.document.label_map == expected
    assert not is_dirty(session)
    assert messages == []


def test_saving_twice_at_once_saves_the_latest(
    make_session: MakeSession, make_folder: MakeFolder, show: Show
) -> None:
    session = make_session()
    root = make_folder(images=1)
    document = show(session, root)
    paint_box(document, 1)
    session.save()
    paint_box(document, 2, x=30)
    session.save()
    session.flush()
    assert not is_dirty(session)
    assert np.array_equal(read_label(root / "labels" / "scene_001.png"), document.label_map.label)


def test_a_label_that_another_program_wrote_meanwhile_is_kept(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    messages: list[Message],
    table: ClassTable,
) -> None:
    session = make_session()
    root = make_folder(images=1, labelled=1)
    paint_box(show(session, root))
    foreign = np.ones((60, 80), np.uint8)
    write_label(root / "labels" / "scene_001.png", foreign, table)
    session.save()
    session.flush()
    assert np.array_equal(read_label(root / "labels" / "scene_001.other.png"), foreign)
    assert "another program" in texts(messages)


def test_what_is_painted_while_a_label_is_written_stays_dirty_and_is_saved_next(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump
) -> None:
    session = make_session()
    root = make_folder(images=2)
    document = show(session, root)
    paint_box(document, 1)
    session.save()
    paint_box(document, 2, x=30)
    session.flush()
    assert is_dirty(session)
    assert status(session, "scene_001") is Status.EDITED
    session.save()
    session.flush()
    assert not is_dirty(session)
    assert np.array_equal(read_label(root / "labels" / "scene_001.png"), document.label_map.label)


def test_undoing_to_what_was_saved_is_clean_again(
    make_session: MakeSession, make_folder: MakeFolder, show: Show
) -> None:
    session = make_session()
    document = show(session, make_folder(images=1))
    paint_box(document)
    document.undo()
    assert not is_dirty(session)
    assert session.unsaved == []
    assert status(session, "scene_001") is Status.UNLABELLED


def test_a_failed_save_keeps_the_edits_and_says_why(
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    messages: list[Message],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = make_folder(images=2)
    session = make_session()
    document = show(session, root)
    paint_box(document)
    expected = document.label_map.copy()
    replace = os.replace

    def full(source: str | Path, target: str | Path) -> None:
        if str(target).endswith(".png"):
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr("os.replace", full)
    session.save()
    session.flush()
    assert is_dirty(session)
    assert messages[-1].level is Level.ERROR
    assert messages[-1].action == RETRY_SAVE
    assert "disk is full" in messages[-1].text

    show(session, 1)  # saving fails again on the way
    session.flush()
    assert session.unsaved == ["scene_001"]
    monkeypatch.undo()
    again = show(session, 0)
    assert again.label_map == expected
    assert is_dirty(session)
    session.save()
    session.flush()
    assert not is_dirty(session)
    assert np.array_equal(read_label(root / "labels" / "scene_001.png"), expected.label)


def test_without_autosave_edits_wait_in_the_journal(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    messages: list[Message],
    by_hand: Settings,
) -> None:
    session = make_session(settings=by_hand)
    root = make_folder(images=2)
    document = show(session, root)
    paint_box(document)
    expected = document.label_map.copy()
    show(session, 1)
    session.flush()
    assert not (root / "labels" / "scene_001.png").exists()
    assert status(session, "scene_001") is Status.EDITED
    again = show(session, 0)
    assert again.label_map == expected
    assert again.dirty
    assert "Recovered your unsaved changes of scene_001.png." in texts(messages)


def test_edits_of_a_session_that_ended_without_saving_are_recovered(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, messages: list[Message]
) -> None:
    root = make_folder(images=2, labelled=1)
    first = make_session()
    document = show(first, root)
    paint_box(document, 2)
    paint_box(document, 1, x=40)
    expected = document.label_map.copy()
    first.close(save=False)

    second = make_session()
    again = show(second, root)
    assert again.label_map == expected
    assert again.dirty
    assert status(second, "scene_001") is Status.EDITED
    assert "Recovered your unsaved changes" in texts(messages)
    second.close()  # saves
    assert np.array_equal(read_label(root / "labels" / "scene_001.png"), expected.label)

    third = make_session()
    assert show(third, root).label_map == expected
    assert not third.dirty
    assert third.unsaved == []


def test_a_journal_of_another_label_is_set_aside_never_applied(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    messages: list[Message],
    table: ClassTable,
    own_home: Path,
) -> None:
    root = make_folder(images=1, labelled=1)
    first = make_session()
    paint_box(show(first, root), 2)
    first.close(save=False)
    foreign = np.ones((60, 80), np.uint8)
    write_label(root / "labels" / "scene_001.png", foreign, table)

    second = make_session()
    document = show(second, root)
    assert document.label_map == LabelMap.from_label(foreign)
    assert not second.dirty
    assert "its label has been changed since" in texts(messages)
    assert list((own_home / "state" / "journals").rglob("*.set-aside"))
    assert status(second, "scene_001") is Status.SAVED


def test_discarding_goes_back_to_what_is_saved(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump
) -> None:
    root = make_folder(images=1, labelled=1)
    session = make_session()
    document = show(session, root)
    before = document.label_map.copy()
    paint_box(document, 2)
    session.discard_edits()
    pump.until(lambda: session.document is not None)
    assert session.document is not None
    assert session.document.label_map == before
    assert not is_dirty(session)
    assert session.unsaved == []


def test_a_bad_label_is_said_and_kept_when_a_new_one_is_saved(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, messages: list[Message]
) -> None:
    root = make_folder(images=1, labelled=1)
    label = root / "labels" / "scene_001.png"
    label.write_bytes(b"not a label")
    session = make_session()
    document = show(session, root)
    assert (document.label_map.provenance == EMPTY).all()
    assert "scene_001.png" in texts(messages)
    assert label.read_bytes() == b"not a label"
    paint_box(document)
    session.save()
    session.flush()
    assert (root / "labels" / "scene_001.bad.png").read_bytes() == b"not a label"
    assert np.array_equal(read_label(label), document.label_map.label)


def test_a_stroke_in_the_hand_is_committed_when_the_image_is_left(
    make_session: MakeSession, make_folder: MakeFolder, show: Show
) -> None:
    root = make_folder(images=2)
    session = make_session()
    document = show(session, root)
    document.begin("stroke")
    document.extend(paint(box(0, 0, 4, 4), 2))
    show(session, 1)
    session.flush()
    assert (read_label(root / "labels" / "scene_001.png")[:4, :4] == 2).all()


def test_the_first_label_fixes_a_guessed_class_table(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, tmp_path: Path
) -> None:
    root = make_folder(images=1, classes=False)
    session = make_session()
    document = show(session, root)
    paint_box(document, 3)
    session.save()
    session.flush()
    assert 'name = "bird"' in (root / "segstudio.toml").read_text("utf-8")


def test_current_entry_follows_a_save(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump
) -> None:
    session = make_session()
    root = make_folder(images=1)
    paint_box(show(session, root))
    rows: list[str] = []
    session.entry_changed.connect(rows.append)
    session.save()
    session.flush()
    pump.until(lambda: rows)
    entry: ImageEntry = session.entry_view("scene_001").entry
    assert entry.has_label
    assert set(rows) == {"scene_001"}
