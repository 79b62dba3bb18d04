"""What goes wrong while somebody works: folders that vanish, full disks, models that cannot be had, double starts."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.errors import InputError
from segstudio.core.settings import Settings
from segstudio.core.zoo import ModelCard
from segstudio.engine import export
from segstudio.engine.desks import editor
from segstudio.engine.editing.opening import Opened, read_entry
from segstudio.engine.jobs import JobContext
from segstudio.engine.models import model_download, model_host
from segstudio.engine.pump import Pump
from segstudio.engine.views import RETRY_SAVE, Level, Message, ModelPhase
from segstudio.labels.document import Document
from segstudio.labels.effects import paint
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box


def paint_box(document: Document, class_id: int = 1) -> None:
    document.apply(paint(box(10, 10, 20, 15), class_id), "box")


def test_a_folder_that_went_away_is_not_made_anew_by_saving(
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    messages: list[Message],
) -> None:
    root = make_folder(images=2)
    session = make_session()
    paint_box(show(session, root))
    away = root.rename(root.with_name("away"))
    session.save()
    session.flush()
    assert not root.exists()
    assert session.dirty
    assert messages[-1].action == RETRY_SAVE
    assert f"{root} is gone" in messages[-1].text
    away.rename(root)
    session.save()
    session.flush()
    assert not session.unsaved
    assert (root / "labels" / "scene_001.png").exists()


def test_edits_in_a_journal_that_cannot_be_saved_are_an_error_with_a_way_out(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    messages: list[Message],
    by_hand: Settings,
) -> None:
    root = make_folder(images=2)
    session = make_session(settings=by_hand)
    paint_box(show(session, root))
    show(session, 1)
    away = root.rename(root.with_name("away"))
    session.save_all()
    pump.until(lambda: bool(messages))
    assert messages[-1].level is Level.ERROR
    assert messages[-1].action == RETRY_SAVE
    assert session.unsaved == ["scene_001"]
    away.rename(root)
    session.save_all()
    pump.until(lambda: not session.unsaved)
    assert (root / "labels" / "scene_001.png").exists()


def test_a_journal_that_fits_no_label_any_more_does_not_stay_unsaved_for_ever(
    *, make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, by_hand: Settings
) -> None:
    root = make_folder(images=2, labelled=2)
    session = make_session(settings=by_hand)
    paint_box(show(session, root))
    show(session, 1)
    shutil.copy(root / "labels" / "scene_002.png", root / "labels" / "scene_001.png")
    session.save_all()
    pump.until(lambda: not session.unsaved)


def test_an_image_that_cannot_be_read_is_a_problem_until_another_is_shown(
    make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, messages: list[Message]
) -> None:
    root = make_folder(images=2)
    (root / "images" / "scene_002.png").write_bytes(b"")
    session = make_session()
    said: list[str] = []
    session.problem_changed.connect(said.append)
    show(session, root)
    assert session.image_problem == ""
    session.go_to(1)
    pump.until(lambda: bool(session.image_problem))
    assert "scene_002.png is empty" in session.image_problem
    assert messages[-1] == Message(Level.ERROR, session.image_problem, about="scene_002")
    show(session, 0)
    assert session.image_problem == ""
    assert said[-1] == ""


class Slow:
    """Has a class table of its own, with another ignore id."""

    classes = table_of(["paper", "ink"], ignore_index=9)
    model_id = model_name = "slow"
    device = "cpu"

    def __init__(self) -> None:
        self.notices: list[str] = []

    def predict(self, image: object, cancel: object = None) -> None:
        raise InputError("it never says anything")


def test_an_image_read_while_the_classes_change_is_read_again_with_the_new_ones(
    make_folder: MakeFolder, make_session: MakeSession, pump: Pump, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, loaded = threading.Event(), threading.Event()

    def read_slowly(*arguments: object) -> Opened:
        found = read_entry(*arguments)  # type: ignore[arg-type]  # passed through
        read.wait(10)
        return found

    def load(*_arguments: object) -> Slow:
        loaded.wait(10)
        return Slow()

    monkeypatch.setattr(editor, "read_entry", read_slowly)
    monkeypatch.setattr(model_host, "_load", load)
    session = make_session(Path("slow"))
    session.open_folder(make_folder(images=1, classes=False))
    pump.until(lambda: session.current is not None)
    loaded.set()
    pump.until(lambda: session.model.phase is ModelPhase.READY)
    assert session.table == Slow.classes
    read.set()
    pump.until(lambda: session.document is not None)
    assert session.document is not None
    assert session.document.label_map.ignore_index == 9


@pytest.fixture
def zoo(monkeypatch: pytest.MonkeyPatch) -> None:
    """'good' and 'bundled' load, everything else fails."""

    def load(name: str, device: str, context: object) -> Slow:
        if name not in {"good", "bundled"}:
            raise InputError(f"{name} cannot be had.")
        return Slow()

    monkeypatch.setattr(model_host, "_load", load)


@pytest.mark.usefixtures("zoo")
def test_only_a_model_that_could_be_loaded_becomes_the_projects(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    messages: list[Message],
    table: ClassTable,
) -> None:
    root = make_folder(images=1)
    session = make_session(Path("bundled"))
    show(session, root)
    pump.until(lambda: session.model.phase is ModelPhase.READY)
    project = session.project
    assert project is not None
    session.restart_model("far away")
    pump.until(lambda: any("far away" in m.text for m in messages))
    assert session.model.name == "bundled"
    assert project.model is None
    session.restart_model("good")
    pump.until(lambda: session.model.name == "good" and session.model.phase is ModelPhase.READY)
    assert project.config().model == "good"
    pump.until(lambda: (root / "segstudio.toml").exists() and not session.jobs)
    assert "good" in (root / "segstudio.toml").read_text("utf-8")


def test_a_second_export_into_a_folder_that_is_being_written_is_refused(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    messages: list[Message],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    go_on = threading.Event()
    calls: list[Path] = []

    def slow(items: object, table: object, format_id: str, folder: Path, **_options: object) -> int:
        calls.append(folder)
        go_on.wait(10)
        return 1

    monkeypatch.setattr(export, "export_labels", slow)
    session = make_session()
    show(session, make_folder(images=1, labelled=1))
    session.export("png", tmp_path / "out")
    session.export("png", tmp_path / "out")
    assert "still being written" in messages[-1].text
    go_on.set()
    pump.until(lambda: any("Exported" in m.text for m in messages))
    assert calls == [tmp_path / "out"]
    session.export("png", tmp_path / "out")
    pump.until(lambda: len(calls) == 2 and not session.jobs)


@pytest.mark.usefixtures("zoo")
def test_a_model_is_downloaded_beside_the_one_in_use_and_can_be_cancelled_at_once(
    *,
    make_session: MakeSession,
    make_folder: MakeFolder,
    show: Show,
    pump: Pump,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    silent = threading.Event()
    started = threading.Event()
    predicted: list[str] = []

    def fetch(card: ModelCard, device: str, context: JobContext) -> None:
        context.progress(3, 10, "Downloading")
        started.set()
        silent.wait(30)

    monkeypatch.setattr(model_download, "_fetch", fetch)
    monkeypatch.setattr(Slow, "predict", lambda model, image, cancel=None: predicted.append("one"))
    session = make_session(Path("bundled"))
    root = make_folder(images=1, classes=False)
    session.start_model()
    pump.until(lambda: session.model.phase is ModelPhase.READY)
    try:
        session.restart_model("deeplabv3_resnet50")
        pump.until(started.is_set)
        assert [(job.kind, job.done, job.total) for job in session.jobs] == [("model", 3, 10)]
        show(session, root)
        pump.until(lambda: bool(predicted))
        assert session.model.phase is ModelPhase.LOADING
        session.cancel_model()
        assert (session.model.phase, session.model.name) == (ModelPhase.READY, "bundled")
        pump.until(lambda: not any(job.kind == "model" for job in session.jobs))
        session.close()  # does not wait for the server either
    finally:
        silent.set()
