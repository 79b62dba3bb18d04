"""Labels that are still being written while their folder is opened anew, or the labels move elsewhere."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from segstudio.core.errors import WorkError
from segstudio.core.label_png import read_label
from segstudio.core.settings import Settings
from segstudio.engine.files.entries import Status
from segstudio.engine.files.label_store import LabelStore, SavedLabel
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.engine.views import Level, Message
from segstudio.labels.effects import paint
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box


class SlowDisk:
    """The first label that is written waits until it is let go, and fails where that is wished."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.fails = False
        self._open = threading.Event()
        self._first = True
        real = LabelStore.save

        def save(store: LabelStore, *args: Any, **named: Any) -> SavedLabel:
            self._wait()
            return real(store, *args, **named)

        monkeypatch.setattr(LabelStore, "save", save)

    def let_go(self) -> None:
        self._open.set()

    def _wait(self) -> None:
        first, self._first = self._first, False
        if first:
            assert self._open.wait(30)
            if self.fails:
                raise WorkError("The disk is full.")


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> SlowDisk:
    return SlowDisk(monkeypatch)


def move(session: Session, place: Path, pump: Pump) -> None:
    place.mkdir()
    session.set_labels_folder(place)
    pump.until(lambda: session.project is not None and session.project.labels_dir == place)


def test_a_label_follows_when_the_labels_move_while_it_is_written(
    *, make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump,
    slow_disk: SlowDisk, tmp_path: Path,
) -> None:  # fmt: skip
    session = make_session()
    document = show(session, make_folder())
    document.apply(paint(box(1, 1), 1), "box")
    session.save()
    move(session, tmp_path / "new", pump)
    document.apply(paint(box(30, 30), 2), "box")
    session.save()
    slow_disk.let_go()
    pump.until(lambda: not session.dirty)
    assert np.array_equal(read_label(tmp_path / "new" / "scene_001.png"), document.label_map.label)
    assert session.entry_view("scene_001").status is Status.SAVED


def test_a_label_follows_also_without_another_edit_and_when_its_image_was_left(
    *, make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump,
    slow_disk: SlowDisk, tmp_path: Path,
) -> None:  # fmt: skip
    session = make_session()
    document = show(session, make_folder())
    document.apply(paint(box(1, 1), 1), "box")
    expected = document.label_map.label.copy()
    show(session, 1)
    move(session, tmp_path / "new", pump)
    slow_disk.let_go()
    session.flush()
    assert np.array_equal(read_label(tmp_path / "new" / "scene_001.png"), expected)
    assert session.unsaved == []


def test_that_the_former_place_failed_is_of_no_interest_any_more(
    *, make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump,
    slow_disk: SlowDisk, tmp_path: Path, messages: list[Message],
) -> None:  # fmt: skip
    session = make_session()
    document = show(session, make_folder())
    document.apply(paint(box(1, 1), 1), "box")
    slow_disk.fails = True
    session.save()
    move(session, tmp_path / "new", pump)
    slow_disk.let_go()
    pump.until(lambda: not session.dirty)
    assert (tmp_path / "new" / "scene_001.png").is_file()
    assert [m for m in messages if m.level is Level.ERROR] == []


def test_a_folder_that_is_opened_anew_knows_of_the_label_that_was_saved_on_leaving_it(
    *, make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, slow_disk: SlowDisk
) -> None:
    session = make_session()
    root = make_folder()
    show(session, root).apply(paint(box(1, 1), 1), "box")
    former, saved = session.project, list[str]()
    session.saved.connect(saved.append)
    session.open_folder(root)
    pump.until(lambda: session.project is not former)
    slow_disk.let_go()
    pump.until(lambda: session.document is not None)
    assert saved == ["scene_001"]
    assert session.project is not None
    assert session.project.has_labels
    assert session.entry_view("scene_001").status is Status.SAVED


def test_what_was_saved_of_the_former_folder_is_not_taken_for_the_open_one(
    *, make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump,
    slow_disk: SlowDisk, by_hand: Settings,
) -> None:  # fmt: skip
    one, two = make_folder("one", images=4), make_folder("two", images=2)
    session = make_session(settings=by_hand)
    show(session, one)
    for row in (1, 3):
        show(session, row).apply(paint(box(1, 1), 1), "box")
    show(session, 0)
    session.save_all()
    show(session, two)
    slow_disk.let_go()
    pump.until(lambda: not session.jobs)
    assert sorted(path.name for path in (one / "labels").iterdir()) == ["scene_002.png", "scene_004.png"]
    assert [view.status for view in session.entries] == [Status.UNLABELLED] * 2
