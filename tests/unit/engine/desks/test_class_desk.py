"""Classes of an open project: counting, merging while editing, values that nobody knows, compacting."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from segstudio.core import class_edits as edits
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.core.label_png import read_label, write_label
from segstudio.core.settings import Settings
from segstudio.engine.adopt import Adopted, adopt_labels
from segstudio.engine.files.compaction import compact
from segstudio.engine.files.entries import Status
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.engine.views import MAP_VALUES, Message
from segstudio.labels.document import Document
from segstudio.labels.effects import paint
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box


def _paint(document: Document, class_id: int) -> None:
    document.apply(paint(box(0, 0, 8, 8), class_id), "Paint")


def _nothing_shown(session: Session) -> bool:
    return session.document is None


def test_the_use_of_every_value_is_counted(
    make_folder: MakeFolder, make_session: MakeSession, show: Show, pump: Pump
) -> None:
    root = make_folder(images=3, labelled=2)
    session = make_session()
    show(session, root)
    assert session.classes.use == {}
    session.classes.count()
    pump.until(lambda: bool(session.classes.use))
    labels = [read_label(root / "labels" / f"scene_00{n}.png") for n in (1, 2)]
    for value, use in session.classes.use.items():
        assert use.pixels == sum(int((label == value).sum()) for label in labels)
        assert use.images == sum(bool((label == value).any()) for label in labels)
    assert session.classes.unknown == {}


def test_merging_shows_at_once_also_in_edits_that_are_not_saved_and_can_be_undone(
    *, make_folder: MakeFolder, make_session: MakeSession, show: Show, pump: Pump, by_hand: Settings
) -> None:
    session = make_session(settings=by_hand)
    document = show(session, make_folder(images=2, labelled=0))
    table = session.table
    assert table is not None
    _paint(document, 2)
    session.classes.apply(edits.merged(table, 2, 1))
    pump.until(lambda: session.document not in {None, document})
    assert session.document is not None
    assert session.document.dirty
    assert (session.document.label_map.label[:8, :8] == 1).all()
    session.save()
    session.flush()
    session.classes.apply(edits.restored(session.table or table, 2))
    assert [c.id for c in (session.table or table).classes] == [0, 1, 2]


def test_values_without_a_class_are_listed_and_mapped(
    make_folder: MakeFolder, make_session: MakeSession, show: Show, pump: Pump,
    messages: list[Message], table: ClassTable,
) -> None:  # fmt: skip
    root = make_folder(images=2, labelled=0)
    label = np.zeros((60, 80), np.uint8)
    label[:10], label[10:20] = 7, 9
    write_label(root / "labels" / "scene_001.png", label, table)
    session = make_session()
    show(session, root)
    assert [m.action for m in messages if "7, 9" in m.text] == [MAP_VALUES]
    session.classes.count()
    pump.until(lambda: bool(session.classes.use))
    assert set(session.classes.unknown) == {7, 9}
    assert session.table is not None
    before = session.document
    session.classes.apply(edits.counted_as(edits.added(session.table, "pole", class_id=7), 9, 1))
    pump.until(lambda: session.document not in {None, before})
    assert session.document is not None
    shown = session.document.label_map.label
    assert (shown[:10] == 7).all()
    assert (shown[10:20] == 1).all()
    assert session.classes.unknown == {}
    assert not session.document.dirty


def test_compacting_rewrites_and_shows_the_image_again(
    make_folder: MakeFolder, make_session: MakeSession, show: Show, pump: Pump
) -> None:
    root = make_folder(images=3, labelled=3)
    session = make_session()
    show(session, root)
    document = show(session, 1)
    session.classes.apply(edits.merged(session.table, 0, 1))  # type: ignore[arg-type]  # a folder is open
    pump.until(lambda: session.document not in {None, document})
    assert session.document is not None
    shown = session.document.label_map.label.copy()
    session.classes.compact(renumber=True)
    assert session.classes.busy
    assert _nothing_shown(session)
    session.go_to(2)  # waits until the labels are there again
    pump.until(lambda: not session.classes.busy and session.document is not None)
    assert session.current is not None
    assert session.current.key == "scene_003"
    assert session.table is not None
    assert [(c.id, c.name) for c in session.table.classes] == [(0, "road"), (1, "car")]
    again = show(session, 1).label_map.label
    assert np.array_equal(
        again, np.array([0, 0, 1], np.uint8)[np.minimum(shown, 2)] | (shown == 255) * np.uint8(255)
    )


def test_compacting_waits_for_unsaved_edits(
    make_folder: MakeFolder, make_session: MakeSession, show: Show, pump: Pump
) -> None:
    session = make_session()
    document = show(session, make_folder(images=2, labelled=2))
    _paint(document, 1)
    with pytest.raises(InputError, match="unsaved"):
        session.classes.compact()
    assert not session.classes.busy
    assert session.document is document


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """No label is rewritten until this is called."""
    gate = threading.Event()

    def slow(*args: Any, **named: Any) -> ClassTable:
        assert gate.wait(30)
        return compact(*args, **named)

    monkeypatch.setattr("segstudio.engine.desks.class_desk.compact", slow)
    return gate.set


@pytest.mark.parametrize("broken", [False, True])
def test_another_folder_can_be_worked_on_while_labels_are_rewritten(
    *, make_folder: MakeFolder, make_session: MakeSession, show: Show, pump: Pump,
    hold: Callable[[], None], broken: bool,
) -> None:  # fmt: skip
    one, two = make_folder("one", labelled=2), make_folder("two", labelled=2)
    session = make_session()
    show(session, one)
    if broken:
        (one / "labels" / "scene_002.png").write_bytes(b"no picture")
    session.classes.compact()
    document = show(session, two)
    assert not session.classes.busy
    with pytest.raises(InputError, match="still being rewritten"):
        session.classes.compact()
    hold()
    pump.until(lambda: not session.jobs)
    assert session.document is document
    session.classes.compact()
    pump.until(lambda: not session.classes.busy and session.document is not None)


def test_the_same_folder_opened_anew_waits_for_its_labels_and_has_their_classes(
    *, make_folder: MakeFolder, make_session: MakeSession, show: Show, pump: Pump, hold: Callable[[], None]
) -> None:
    root = make_folder(labelled=2)
    session = make_session()
    show(session, root)
    session.classes.apply(edits.merged(session.table, 0, 1))  # type: ignore[arg-type]  # a folder is open
    pump.until(lambda: not session.jobs)
    former = session.project
    session.classes.compact(renumber=True)
    session.open_folder(root)
    pump.until(lambda: session.project is not former)
    assert session.classes.busy
    assert _nothing_shown(session)
    hold()
    pump.until(lambda: session.document is not None)
    assert [(c.id, c.name) for c in session.table.classes] == [(0, "road"), (1, "car")]  # type: ignore[union-attr]  # a folder is open


def test_no_other_labels_are_written_while_they_are_rewritten(
    *,
    make_folder: MakeFolder,
    make_session: MakeSession,
    show: Show,
    pump: Pump,
    messages: list[Message],
    hold: Callable[[], None],
) -> None:
    """They would keep the former ids."""
    root = make_folder(images=3, labelled=2)
    shutil.copytree(root / "labels", root / "masks")
    shutil.copy(root / "masks" / "scene_002.png", root / "masks" / "scene_003.png")
    session = make_session()
    show(session, root)
    table = session.table
    assert table is not None
    session.classes.apply(edits.merged(table, 2, 1))
    session.classes.compact()
    session.adopt_labels()
    session.save_images(["scene_003"])
    session.set_labels_folder(root.parent / "elsewhere")
    assert [m.text.endswith("are still being rewritten. Wait for that.") for m in messages[-3:]] == [
        True
    ] * 3
    hold()
    pump.until(lambda: not session.classes.busy)
    assert not (root / "labels" / "scene_003.png").exists()
    assert not (root.parent / "elsewhere").exists()


def test_labels_are_not_rewritten_while_others_are_copied(
    make_folder: MakeFolder,
    make_session: MakeSession,
    show: Show,
    pump: Pump,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = make_folder(images=3, labelled=2)
    shutil.copytree(root / "labels", root / "masks")
    shutil.copy(root / "masks" / "scene_002.png", root / "masks" / "scene_003.png")
    gate = threading.Event()

    def slow(*args: Any, **named: Any) -> Adopted:
        assert gate.wait(30)
        return adopt_labels(*args, **named)

    monkeypatch.setattr("segstudio.engine.desks.adopt_desk.adopt_labels", slow)
    session = make_session()
    show(session, root)
    session.adopt_labels()
    with pytest.raises(InputError, match="being written"):
        session.classes.compact()
    gate.set()
    pump.until(lambda: session.entry_view("scene_003").status is Status.SAVED)
    session.classes.compact()
    pump.until(lambda: not session.classes.busy)
