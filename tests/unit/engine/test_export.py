"""Exporting a project."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from segstudio.core.errors import Cancelled, InputError
from segstudio.core.label_png import write_label
from segstudio.core.presets import PRESETS, write_class_file
from segstudio.core.progress import CancelToken
from segstudio.engine.export import export_labels, labelled_images
from segstudio.engine.files.entries import ImageEntry, Status
from segstudio.engine.files.label_store import LabelStore
from segstudio.engine.files.places import Shelf
from segstudio.engine.project import Project
from segstudio.engine.pump import Pump
from segstudio.labels.effects import paint
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show, box


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path / "photos"
    for name in ("a", "b", "c"):
        (root / "images").mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.zeros((4, 5, 3), np.uint8)).save(root / "images" / f"{name}.jpg")
    for name in ("a", "c"):
        write_label(root / "labels" / f"{name}.png", np.ones((4, 5), np.uint8), PRESETS["camvid"])
    write_class_file(root / "classes.txt", PRESETS["camvid"])
    return Project.open(root)


def test_only_images_with_a_label_are_exported(project: Project, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    count = export_labels(
        labelled_images(project),
        project.table,
        "png",
        tmp_path / "out",
        progress=lambda d, t, _: seen.append((d, t)),
    )
    assert count == 2
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["a.png", "c.png", "classes.txt"]
    assert seen[-1] == (2, 2)


def test_nothing_to_export_says_what_to_do(project: Project, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Save"):
        export_labels([], project.table, "png", tmp_path / "out")


@pytest.mark.parametrize("place", ["", "labels", "images"])
def test_the_originals_are_never_written_over(project: Project, tmp_path: Path, place: str) -> None:
    before = {p: p.read_bytes() for p in project.root.rglob("*") if p.is_file()}
    with pytest.raises(InputError, match="originals"):
        export_labels(labelled_images(project), project.table, "png", project.root / place)
    assert {p: p.read_bytes() for p in project.root.rglob("*") if p.is_file()} == before


def test_cancelling(project: Project, tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        export_labels(labelled_images(project), project.table, "voc", tmp_path / "out", token=token)


def test_a_session_looks_for_the_wanted_labels_alone_and_never_where_the_window_would_wait(
    *, make_session: MakeSession, make_folder: MakeFolder, show: Show, pump: Pump, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    session = make_session()
    show(session, make_folder(images=4, labelled=3))
    pump.until(lambda: not session.jobs)
    looked: list[tuple[str, threading.Thread]] = []
    find = LabelStore.find

    def noted(store: LabelStore, entry: ImageEntry) -> tuple[Path, Shelf] | None:
        looked.append((entry.key, threading.current_thread()))
        return find(store, entry)

    monkeypatch.setattr(LabelStore, "find", noted)
    done: list[Path] = []
    session.exported.connect(done.append)
    session.export("png", tmp_path / "out", only={"scene_002", "scene_004"})
    pump.until(lambda: bool(done))
    assert {key for key, _ in looked} == {"scene_002", "scene_004"}
    assert threading.current_thread() not in {thread for _, thread in looked}
    assert [p.stem for p in (tmp_path / "out").rglob("*.png")] == ["scene_002"]


def test_saved_images_are_counted_as_the_list_shows_them(
    make_session: MakeSession, make_folder: MakeFolder, show: Show
) -> None:
    root = make_folder(images=4, labelled=3)
    (root / "labels" / "scene_002.png").write_bytes(b"no picture")
    session = make_session()
    assert session.saved_count == 0
    show(session, root).apply(paint(box(1, 1), 1), "box")
    show(session, 1)
    assert session.saved_count == sum(view.status is Status.SAVED for view in session.entries)
