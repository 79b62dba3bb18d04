"""Opening folders: where images and labels are, which classes hold, what can be written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segstudio.core.classes import ClassTable, SegClass, table_of
from segstudio.core.errors import InputError
from segstudio.core.label_png import write_label
from segstudio.core.presets import PRESETS
from segstudio.engine.files.places import can_write, project_id
from segstudio.engine.files.project_config import ProjectConfig, read_config, write_config
from segstudio.engine.project import Project, TableSource
from segstudio.labels.label_map import LabelMap
from tests.unit.engine.conftest import MakeFolder


@pytest.fixture
def closed_folders() -> Iterator[Callable[[Path], None]]:
    """Takes all write permission from a folder; gives it back at the end."""
    closed: list[Path] = []

    def close(folder: Path) -> None:
        for path in [folder, *(p for p in folder.rglob("*") if p.is_dir())]:
            path.chmod(0o555)
            closed.append(path)

    yield close
    for path in closed:
        path.chmod(0o755)


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that everybody may look into (pytest's own are for their owner only)."""
    folder = Path(tempfile.mkdtemp())
    yield folder
    shutil.rmtree(folder)


def test_a_folder_of_images_and_labels(make_folder: MakeFolder) -> None:
    root = make_folder(images=3, labelled=2)
    project = Project.open(root)
    assert [e.key for e in project.images] == ["scene_001", "scene_002", "scene_003"]
    assert [e.has_label for e in project.images] == [True, True, False]
    assert project.images[2].label_path == root / "labels" / "scene_003.png"
    assert project.table_source is TableSource.FILE
    assert project.writable
    assert project.has_labels
    assert project.notices == []


def test_a_bare_folder_leaves_out_labels_and_its_own_files(tmp_path: Path, make_folder: MakeFolder) -> None:
    made = make_folder("made", images=2, labelled=1)
    bare = tmp_path / "bare"
    (made / "images").rename(bare)
    (bare / "deep").mkdir()
    (bare / "scene_002.png").rename(bare / "deep" / "scene_002.png")
    project = Project.open(bare)
    label_map = LabelMap.empty((60, 80), project.table.ignore_index)
    project.store.save(project.entry("deep/scene_002"), label_map, project.table)
    assert (bare / "labels" / "deep" / "scene_002.png").is_file()
    again = Project.open(bare)
    assert [e.key for e in again.images] == ["deep/scene_002", "scene_001"]
    assert [e.has_label for e in again.images] == [True, False]


def test_opening_writes_nothing(make_folder: MakeFolder) -> None:
    root = make_folder(images=2, labelled=1)
    before = sorted(p for p in root.rglob("*"))
    Project.open(root)
    assert sorted(p for p in root.rglob("*")) == before


def test_what_is_no_project_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").touch()
    for name, words in (("empty", "holds no image"), ("gone", "does not exist"), ("file.txt", "is a file")):
        with pytest.raises(InputError, match=words) as caught:
            Project.open(tmp_path / name)
        assert name in str(caught.value)


def test_the_class_files_of_all_real_folders(data: Path) -> None:
    """Which id is ignored: the marked or named row, else 255."""
    expected = {
        "ade20k": (150, 0), "aerial_isprs": (6, 0), "aerial_loveda": (7, 0), "camvid": (11, 11),
        "coco_panoptic": (133, 255), "indoor_shelf": (5, 255), "isbi_em": (2, 255), "suim": (8, 255),
        "vistas_12mp": (66, 255), "voc": (21, 255), "whales": (2, 255),
    }  # fmt: skip
    found = {}
    for folder in sorted(p for p in data.iterdir() if (p / "classes.txt").is_file()):
        project = Project.open(folder)
        found[folder.name] = (len(project.table), project.table.ignore_index)
        assert project.table_source is TableSource.FILE
        assert all(e.has_label for e in project.images), folder.name
    assert found == expected


def test_labels_without_a_class_table_name_the_classes(make_folder: MakeFolder) -> None:
    root = make_folder(images=2, classes=False)
    label = np.full((60, 80), 4, np.uint8)
    label[:10], label[10:20] = 9, 255
    write_label(root / "labels" / "scene_001.png", label, table_of([str(i) for i in range(10)]))
    project = Project.open(root)
    assert project.table_source is TableSource.LABELS
    assert [(c.id, c.name) for c in project.table.classes] == [(4, "class 4"), (9, "class 9")]
    assert project.table.ignore_index == 255
    assert "class table" in project.notices[0]


def test_without_labels_and_classes_the_models_table_holds(make_folder: MakeFolder) -> None:
    root = make_folder(classes=False)
    assert Project.open(root).table == PRESETS["voc"]
    project = Project.open(root, model_table=PRESETS["camvid"])
    assert project.table == PRESETS["camvid"]
    assert project.table_source is TableSource.MODEL


def test_segstudio_toml_wins(make_folder: MakeFolder) -> None:
    root = make_folder(images=2, labelled=2)
    project = Project.open(root)
    (root / "truth").mkdir()
    (root / "labels" / "scene_001.png").rename(root / "truth" / "scene_001.png")
    table = ClassTable(
        (SegClass(0, 'a "quoted"\tname', (1, 2, 3)), SegClass(7, "ü\x7f", (4, 5, 6))), 3, "nothing"
    )
    write_config(root / "segstudio.toml", ProjectConfig(table, "truth", "deeplabv3_resnet50"))
    again = Project.open(root)
    assert again.table == table
    assert again.table_source is TableSource.CONFIG
    assert again.model == "deeplabv3_resnet50"
    assert [e.has_label for e in again.images] == [True, False]
    assert project.config().labels == "labels"


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
tables = st.builds(
    lambda ids, names, ignore: ClassTable(
        tuple(SegClass(i, n, (i, 255 - i, 7)) for i, n in zip(ids, names, strict=False)), ignore, "ignored"
    ),
    st.lists(st.integers(0, 254), min_size=1, max_size=6, unique=True),
    st.lists(texts, min_size=6, max_size=6),
    st.just(255),
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.builds(ProjectConfig, st.none() | tables, st.none() | texts, st.none() | texts))
def test_the_configuration_survives_writing_and_reading(
    tmp_path_factory: pytest.TempPathFactory, config: ProjectConfig
) -> None:
    path = tmp_path_factory.mktemp("config") / "segstudio.toml"
    write_config(path, config)
    assert read_config(path) == config


def test_a_configuration_that_cannot_be_read_is_told_and_never_overwritten(make_folder: MakeFolder) -> None:
    root = make_folder(images=1)
    (root / "segstudio.toml").write_text("labels = [broken", "utf-8")
    project = Project.open(root)
    assert "segstudio.toml" in project.notices[0]
    project.save_config()
    assert (root / "segstudio.bad.toml").read_text("utf-8") == "labels = [broken"
    assert Project.open(root).table == project.table


@pytest.mark.parametrize(
    "wrong", ["id = inf", "id = nan", "id = 'one'", "id = 1\n[[merged]]\nid = 2\ninto = inf"]
)
def test_a_number_in_the_configuration_that_is_no_class_id_is_told(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "segstudio.toml"
    rest = "name = 'road'\ncolour = [1, 2, 3]\n"
    path.write_text(f"[[classes]]\n{rest}{wrong}\n{rest if 'merged' in wrong else ''}", "utf-8")
    with pytest.raises(InputError, match=r"segstudio\.toml.*every \[\[classes\]\] needs id"):
        read_config(path)


def test_a_saved_label_is_read_back_with_its_provenance(make_folder: MakeFolder) -> None:
    root = make_folder(images=1)
    project = Project.open(root)
    entry = project.images[0]
    assert project.load_label(entry) is None
    rng = np.random.default_rng(5)
    provenance = rng.integers(0, 4, (60, 80), dtype=np.uint8)
    label = rng.integers(0, 3, (60, 80), dtype=np.uint8)
    label[provenance == 0] = 255
    label_map = LabelMap(label, provenance, 255)
    project.store.save(entry, label_map, project.table)
    again = Project.open(root)
    assert again.images[0].has_label
    assert again.load_label(again.images[0]) == label_map


@pytest.mark.skipif(os.name != "posix", reason="permissions of folders are another matter on Windows")
def test_a_read_only_folder_is_found_out_and_gets_another_place(
    tmp_path: Path, make_folder: MakeFolder, closed_folders: Callable[[Path], None]
) -> None:
    root = make_folder(images=2, labelled=1)
    closed_folders(root)
    project = Project.open(root)
    assert not project.writable
    assert not project.places.cache.is_relative_to(root)

    place = tmp_path / "place"
    moved = Project.open(root, place)
    assert moved.writable
    assert [e.has_label for e in moved.images] == [True, False]
    first = moved.load_label(moved.images[0])
    assert first is not None
    moved.store.save(moved.images[0], LabelMap.empty((60, 80)), moved.table)
    assert moved.load_label(moved.images[0]) == LabelMap.empty((60, 80))
    assert (place / ".segstudio" / "state" / "scene_001.json").is_file()
    assert Project.open(root).load_label(project.images[0]) == first, "the folder itself is untouched"


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="needs the superuser to become somebody else"
)
def test_what_another_user_may_not_write_is_read_only(make_folder: MakeFolder, open_place: Path) -> None:
    """The permissions say that the owner may write; only trying tells that we may not."""
    root = open_place / "project"
    shutil.copytree(make_folder(images=1), root)
    for path in (open_place, root, root / "images"):
        path.chmod(0o755)
    os.seteuid(65534)
    try:
        assert not Project.open(root).writable
        assert not can_write(root / "not" / "there")
    finally:
        os.seteuid(0)
    assert Project.open(root).writable


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="needs the superuser to become somebody else"
)
def test_a_folder_that_may_not_be_entered_is_named(make_folder: MakeFolder) -> None:
    root = make_folder(images=1)
    os.seteuid(65534)
    try:
        with pytest.raises(InputError, match=r"project cannot be opened"):
            Project.open(root)
    finally:
        os.seteuid(0)


def test_project_ids_tell_folders_of_one_name_apart(tmp_path: Path) -> None:
    (tmp_path / "a" / "photos").mkdir(parents=True)
    (tmp_path / "b" / "photos").mkdir(parents=True)
    one, two = project_id(tmp_path / "a" / "photos"), project_id(tmp_path / "b" / "photos")
    assert one != two
    assert one.startswith("photos-")
