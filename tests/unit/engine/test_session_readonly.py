"""Folders that cannot be written: edits are kept, a place is asked for, and everything moves there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.label_png import read_label
from segstudio.engine.files.entries import Status
from segstudio.engine.pump import Pump
from segstudio.engine.views import CHOOSE_LABELS_FOLDER, Level, Message
from segstudio.labels.document import Document
from segstudio.labels.effects import paint
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="permissions of folders are another matter on Windows"
)


@pytest.fixture
def read_only(make_folder: MakeFolder) -> Iterator[Path]:
    """Three images, the first of which is labelled, without any write permission."""
    root = make_folder(images=3, labelled=1)
    folders = [root, root / "images", root / "labels"]
    for folder in folders:
        folder.chmod(0o555)
    yield root
    for folder in folders:
        folder.chmod(0o755)


def edit(document: Document, class_id: int) -> None:
    document.apply(paint(box(2, 2, 9, 9), class_id), "edit")


def test_it_says_so_and_saving_asks_for_a_place(
    make_session: MakeSession, read_only: Path, show: Show, messages: list[Message]
) -> None:
    session = make_session()
    document = show(session, read_only)
    assert session.project is not None
    assert not session.project.writable
    assert [m.action for m in messages] == [CHOOSE_LABELS_FOLDER]
    edit(document, 2)
    session.save()
    assert [m.action for m in messages] == [CHOOSE_LABELS_FOLDER] * 2
    assert session.dirty


def test_edits_survive_moving_on_and_closing(
    make_session: MakeSession, read_only: Path, show: Show, messages: list[Message]
) -> None:
    first = make_session()
    document = show(first, read_only)
    edit(document, 2)
    expected = document.label_map.copy()
    show(first, 1)
    assert first.entry_view("scene_001").status is Status.EDITED
    assert show(first, 0).label_map == expected
    first.close()
    second = make_session()
    assert show(second, read_only).label_map == expected
    assert second.unsaved == ["scene_001"]


def test_a_chosen_place_takes_all_edits_and_is_remembered(
    make_session: MakeSession, read_only: Path, show: Show, pump: Pump, messages: list[Message]
) -> None:
    session = make_session()
    original = show(session, read_only).label_map.copy()
    edit(show(session, 1), 1)
    expected_second = session.document.label_map.copy() if session.document else None
    document = show(session, 2)
    edit(document, 2)

    place = session.suggested_labels_folder
    saved: list[str] = []
    session.saved.connect(saved.append)
    session.set_labels_folder(place)
    pump.until(lambda: set(saved) == {"scene_002", "scene_003"})
    assert session.document is document, "the brush is not taken out of the hand"
    assert not session.dirty
    assert session.unsaved == []
    assert session.project is not None
    assert session.project.labels_dir == place
    assert np.array_equal(read_label(place / "scene_003.png"), document.label_map.label)
    assert [v.status for v in session.entries] == [Status.SAVED] * 3
    assert show(session, 0).label_map == original, "labels of the read-only folder are still read"
    assert not (place / "scene_001.png").exists()
    session.close()

    messages.clear()
    again = make_session()
    show(again, read_only)
    assert messages == []
    assert again.project is not None
    assert again.project.labels_dir == place
    assert show(again, 1).label_map == expected_second
    edit(show(again, 0), 2)
    again.save()
    again.flush()
    assert np.array_equal(read_label(place / "scene_001.png"), show(again, 0).label_map.label)


def test_a_place_that_cannot_be_written_either_is_refused(
    make_session: MakeSession, read_only: Path, show: Show, pump: Pump, messages: list[Message]
) -> None:
    session = make_session()
    document = show(session, read_only)
    edit(document, 2)
    session.set_labels_folder(read_only / "images")
    pump.until(lambda: messages[-1].level is Level.ERROR)
    assert "Choose another folder" in messages[-1].text
    assert messages[-1].action == CHOOSE_LABELS_FOLDER
    assert session.dirty
    assert session.document is document
