"""Opening folders and images through the session, and moving between them, without a model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.provenance import HUMAN
from segstudio.core.settings import Settings
from segstudio.engine.files.entries import Status
from segstudio.engine.pump import Pump
from segstudio.engine.views import Level, Message
from segstudio.labels.document import Document
from segstudio.labels.effects import paint
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box


def test_opening_a_folder_shows_its_first_image(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, messages: list[Message]
) -> None:
    session = make_session()
    document = show(session, make_folder(images=3, labelled=1))
    assert session.current is not None
    assert session.current.key == "scene_001"
    assert session.image is not None
    assert session.image.shape == (60, 80, 3)
    assert (document.label_map.provenance == HUMAN).all()
    assert [v.status for v in session.entries] == [Status.SAVED, Status.UNLABELLED, Status.UNLABELLED]
    assert messages == []


def test_a_folder_that_cannot_be_opened_is_said_and_the_former_stays(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    messages: list[Message],
    pump: Pump,
    tmp_path: Path,
) -> None:
    session = make_session()
    document = show(session, make_folder())
    session.open_folder(tmp_path / "gone")
    pump.until(lambda: messages)
    assert messages[0].level is Level.ERROR
    assert "gone" in messages[0].text
    assert session.document is document


def test_of_twenty_quick_wishes_the_last_one_arrives_once(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump
) -> None:
    session = make_session()
    show(session, make_folder(images=20))
    documents: list[tuple[str, Document]] = []
    currents: list[str] = []

    def note(document: Document | None) -> None:
        if document is not None and session.current is not None:
            documents.append((session.current.key, document))

    session.document_changed.connect(note)
    session.current_changed.connect(lambda entry: currents.append(entry.key if entry else ""))
    order = [*range(1, 20), 7]
    for row in order:
        session.go_to(row)
    assert currents == [f"scene_{row + 1:03}" for row in order]
    assert sum(job.kind == "open" for job in session.jobs) == 1, "what is stale is cancelled"
    pump.until(lambda: session.document is not None)
    session.flush()
    pump.until(lambda: not session.jobs)
    assert [key for key, _ in documents] == ["scene_008"]
    assert documents[0][1] is session.document


def test_rows_and_ends(make_session: MakeSession, make_folder: MakeFolder, show: Show) -> None:
    session = make_session()
    show(session, make_folder(images=3, labelled=2))
    assert not session.previous()
    assert session.next()
    assert session.current is not None
    assert session.current.key == "scene_002"
    assert session.next_unlabelled()
    assert session.current.key == "scene_003"
    assert not session.next()
    assert not session.next_unlabelled()
    for wrong in (3, -1):
        with pytest.raises(IndexError):
            session.go_to(wrong)
    with pytest.raises(KeyError):
        session.go_to("scene_9")


def test_a_broken_image_is_named_and_the_next_one_opens(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, messages: list[Message], pump: Pump
) -> None:
    root = make_folder(images=3)
    (root / "images" / "scene_002.png").write_bytes(b"\x89PNG broken")
    session = make_session()
    show(session, root)
    session.go_to(1)
    pump.until(lambda: messages)
    assert "scene_002.png" in messages[0].text
    assert session.document is None
    assert session.image is None
    show(session, 2)


def test_another_folder_takes_the_place_of_the_open_one(
    make_session: MakeSession, make_folder: MakeFolder, show: Show
) -> None:
    session = make_session()
    one, two = make_folder("one", images=1), make_folder("two", images=2)
    projects: list[str] = []
    session.project_changed.connect(lambda project: projects.append(project.name if project else ""))
    show(session, one).apply(paint(box(5, 7), 1), "box")
    show(session, two)
    session.flush()
    assert (one / "labels" / "scene_001.png").is_file()
    assert len(session.entries) == 2
    session.close_project()
    assert session.project is None
    assert session.entries == []
    assert session.document is None
    assert projects == ["one", "two", ""]


def test_recent_folders_newest_first(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, tmp_path: Path, pump: Pump
) -> None:
    settings = Settings(tmp_path / "settings.json")
    session = make_session(settings=settings)
    one, two = make_folder("one", images=1), make_folder("two", images=1)
    for root in (one, two, one):
        show(session, root)
    pump.until(lambda: not session.jobs)
    assert Settings(tmp_path / "settings.json").texts("project.recent") == [str(one), str(two)]


def test_another_table_is_kept_and_another_ignore_id_reads_the_image_anew(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump
) -> None:
    root = make_folder(images=2)
    session = make_session()
    document = show(session, root)
    changes: list[int] = []
    session.table_changed.connect(lambda: changes.append(1))
    former = session.table
    assert former is not None
    renamed = ClassTable(tuple(SegClass(c.id, c.name.upper(), c.colour) for c in former.classes), 255)
    session.set_table(renamed)
    assert session.table == renamed
    assert session.document is document
    session.set_table(ClassTable(renamed.classes, 9, "nothing"))
    pump.until(lambda: session.document is not None)
    assert session.document is not document
    assert session.document is not None
    assert session.document.label_map.ignore_index == 9
    assert len(changes) == 2
    pump.until(lambda: not session.jobs)
    assert "ignore_index = 9" in (root / "segstudio.toml").read_text("utf-8")


def test_thumbnails_come_and_cancelled_ones_do_not(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump
) -> None:
    session = make_session()
    show(session, make_folder(images=3, shape=(300, 600)))
    got: dict[str, tuple[int, ...]] = {}

    def note(key: str, pixels: NDArray[np.uint8] | None) -> None:
        got[key] = pixels.shape if pixels is not None else ()

    cancel = session.thumbnail("scene_002", lambda pixels: note("b", pixels))
    cancel()
    session.thumbnail("scene_001", lambda pixels: note("a", pixels), box=100)
    pump.until(lambda: not session.jobs)
    assert got == {"a": (50, 100, 3)}
    assert session.project is not None
    session.project.entry("scene_003").path.write_bytes(b"no picture")
    session.thumbnail("scene_003", lambda pixels: note("c", pixels))
    pump.until(lambda: "c" in got)
    assert got["c"] == ()
