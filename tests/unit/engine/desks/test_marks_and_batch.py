"""Flags, notes and many images at once: kept, cancelled, and never over what a person made."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segstudio.core.errors import InputError
from segstudio.core.label_png import read_label
from segstudio.core.provenance import EMPTY, MODEL
from segstudio.engine.desks import batch_desk
from segstudio.engine.files.entries import ImageEntry, Status
from segstudio.engine.files.marks import NOTHING, Mark, cleaned, read_marks, write_marks
from segstudio.engine.presegment import Predicted
from segstudio.engine.project import Project
from segstudio.engine.pump import Pump
from segstudio.engine.views import Level, Message
from segstudio.labels.effects import paint
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box

MARKS = st.builds(Mark, st.booleans(), st.booleans(), st.text().map(cleaned))


@given(st.dictionaries(st.text(min_size=1), MARKS))
def test_marks_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, marks: dict[str, Mark]
) -> None:
    state = tmp_path_factory.mktemp("state")
    write_marks(state, marks)
    assert read_marks(state) == {key: mark for key, mark in marks.items() if mark != NOTHING}


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"images": 3}', '{"images": {"a": 1, "b": {"flagged": "x"}}}']
)
def test_a_damaged_file_says_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "marks.json").write_text(text)
    assert read_marks(tmp_path) == {}


def test_marks_of_a_session_are_kept(
    make_folder: MakeFolder, make_session: MakeSession, show: Show
) -> None:
    root = make_folder(images=3)
    session = make_session()
    show(session, root)
    heard: list[str] = []
    session.entry_changed.connect(heard.append)
    session.marks.set_flagged(["scene_001", "scene_003"], True)
    session.marks.set_note(["scene_001"], "  look at the kerb \n")
    session.marks.set_done(["scene_002"], True)
    session.marks.set_done(["scene_002"], False)
    session.close()
    again = make_session()
    show(again, root)
    assert [v.mark for v in again.entries] == [Mark(True, note="look at the kerb"), NOTHING, Mark(True)]


def test_an_image_is_shown_again_where_it_was_left(
    make_folder: MakeFolder, make_session: MakeSession, show: Show
) -> None:
    root = make_folder(images=3)
    session = make_session()
    show(session, root)
    show(session, "scene_002")
    session.close()
    again = make_session()
    show(again, root)
    assert again.current is not None
    assert again.current.key == "scene_002"
    again.close()
    (root / "images" / "scene_002.png").unlink()
    last = make_session()
    show(last, root)
    assert last.current is not None
    assert last.current.key == "scene_001"


def test_a_label_that_cannot_be_used_is_no_saved_one(
    make_folder: MakeFolder, make_session: MakeSession, show: Show, pump: Pump
) -> None:
    root = make_folder(images=2, labelled=1)
    (root / "labels" / "scene_001.png").write_bytes(b"no picture")
    session = make_session()
    show(session, root)
    assert session.entries[0].status is Status.UNUSABLE
    session.save()
    pump.until(lambda: session.entries[0].status is Status.SAVED)


def test_many_images_are_predicted_and_saved_but_no_label_is_replaced(
    make_folder: MakeFolder, make_session: MakeSession, show: Show, pump: Pump,
    tiny_model: Path, messages: list[Message],
) -> None:  # fmt: skip
    root = make_folder(images=5, labelled=1)
    kept = (root / "labels" / "scene_001.png").read_bytes()
    (root / "images" / "scene_004.png").write_bytes(b"no picture")
    session = make_session(tiny_model)
    show(session, root)
    pump.until(lambda: session.prediction is not None)
    keys = [v.entry.key for v in session.entries]
    session.predict(keys)
    pump.until(lambda: any("Predicted" in m.text for m in messages))
    assert [m.level for m in messages if "Predicted" in m.text] == [Level.ERROR]
    assert "scene_004" in next(m.text for m in messages if "Predicted" in m.text)
    assert [v.status for v in session.entries][1:3] == [Status.PREDICTED, Status.PREDICTED]
    document = show(session, "scene_005")
    document.apply(paint(box(0, 0, 6, 6), 2), "Paint")
    show(session, "scene_002")
    session.save_images(keys[1:])
    pump.until(
        lambda: [session.entry_view(k).status for k in (keys[1], keys[2], keys[4])] == [Status.SAVED] * 3
    )
    assert (root / "labels" / "scene_001.png").read_bytes() == kept
    assert (read_label(root / "labels" / "scene_005.png")[:6, :6] == 2).all()
    proposal = session.project.load_label(session.project.entry("scene_003"))  # type: ignore[union-attr]  # a folder is open
    assert proposal is not None
    assert set(np.unique(proposal.provenance)) <= {EMPTY, MODEL}
    with pytest.raises(KeyError):
        session.predict(["no such image"])


def test_without_a_model_nothing_is_predicted_and_it_is_said(
    make_folder: MakeFolder,
    make_session: MakeSession,
    show: Show,
    messages: list[Message],
) -> None:
    session = make_session()
    show(session, make_folder(images=2))
    session.predict(["scene_001"])
    assert "no model" in messages[-1].text


def test_only_the_chosen_images_are_exported(
    make_folder: MakeFolder,
    make_session: MakeSession,
    show: Show,
    pump: Pump,
    tmp_path: Path,
) -> None:
    session = make_session()
    show(session, make_folder(images=3, labelled=3))
    done: list[Path] = []
    session.exported.connect(done.append)
    session.export("png", tmp_path / "out", only={"scene_002"})
    pump.until(lambda: bool(done))
    assert [p.stem for p in (tmp_path / "out").rglob("*.png")] == ["scene_002"]


def test_labels_are_being_written_until_every_batch_has_ended(
    *,
    make_folder: MakeFolder,
    make_session: MakeSession,
    tiny_model: Path,
    show: Show,
    pump: Pump,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second may be through before the first."""
    gate = threading.Event()
    save = batch_desk._save_proposal

    def slow(project: Project, entry: ImageEntry, predicted: Predicted) -> None:
        assert entry.key != "scene_002" or gate.wait(30)
        save(project, entry, predicted)

    monkeypatch.setattr(batch_desk, "_save_proposal", slow)
    session = make_session(tiny_model)
    show(session, make_folder(images=4, labelled=0))
    pump.until(lambda: session.prediction is not None)
    session.save_images(["scene_002"])
    session.save_images(["scene_003"])
    pump.until(lambda: session.entry_view("scene_003").status is Status.SAVED)
    with pytest.raises(InputError, match="being written"):
        session.classes.compact()
    gate.set()
    pump.until(lambda: session.entry_view("scene_002").status is Status.SAVED)
