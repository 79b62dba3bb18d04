"""The sample folder: complete, idempotent, repaired when damaged, and never overwriting a person's labels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segstudio.core.images import read_image
from segstudio.core.label_png import check_label_values, read_label, write_label
from segstudio.core.presets import read_class_file
from segstudio.scenes import folder as sample
from segstudio.scenes.world.palette import SCENE_CLASSES


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small pictures, to be quick."""
    monkeypatch.setattr(sample, "WIDTH", 96)
    monkeypatch.setattr(sample, "HEIGHT", 72)


def state(root: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(p.relative_to(root)): (p.stat().st_mtime_ns, p.read_bytes())
        for p in sorted(root.rglob("*"))
        if p.is_file()
    }


@pytest.mark.usefixtures("small")
def test_it_holds_pictures_labels_and_classes(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    sample.write_sample_folder(tmp_path, 3, 2, progress=lambda done, total, _: steps.append((done, total)))
    assert sorted(state(tmp_path)) == [
        "classes.txt",
        "images/scene_001.jpg",
        "images/scene_002.jpg",
        "images/scene_003.jpg",
        "labels/scene_001.png",
        "labels/scene_002.png",
    ]
    assert steps == [(1, 3), (2, 3), (3, 3)]
    table = read_class_file(tmp_path / "classes.txt")
    assert table.classes == SCENE_CLASSES.classes
    assert table.ignore_index == 11
    for index in (1, 2):
        path = tmp_path / f"labels/scene_00{index}.png"
        assert read_image(tmp_path / f"images/scene_00{index}.jpg").shape == (72, 96, 3)
        check_label_values(read_label(path, (72, 96)), table, path)


@pytest.mark.usefixtures("small")
def test_a_complete_folder_is_left_alone(tmp_path: Path) -> None:
    sample.write_sample_folder(tmp_path, 2, 1)
    before = state(tmp_path)
    sample.write_sample_folder(tmp_path, 2, 1)
    assert state(tmp_path) == before


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", ["images/scene_002.jpg", "labels/scene_001.png", "classes.txt"])
@pytest.mark.parametrize("damage", ["missing", "cut", "empty"])
def test_what_is_missing_or_damaged_is_written_again(tmp_path: Path, name: str, damage: str) -> None:
    sample.write_sample_folder(tmp_path, 2, 1)
    before = state(tmp_path)
    path = tmp_path / name
    content = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(b"" if damage == "empty" else content[: len(content) // 2 - 3])
    sample.write_sample_folder(tmp_path, 2, 1)
    assert path.read_bytes() == content
    changed = {key for key, value in state(tmp_path).items() if before[key] != value}
    # A label is never written beside a picture that another version of the renderer may have made.
    assert changed == ({name, "images/scene_001.jpg"} if name.startswith("labels") else {name})


@pytest.mark.usefixtures("small")
def test_a_corrected_label_stays(tmp_path: Path) -> None:
    sample.write_sample_folder(tmp_path, 1, 1)
    path = tmp_path / "labels/scene_001.png"
    corrected = np.full((72, 96), 3, np.uint8)
    write_label(path, corrected, SCENE_CLASSES)
    (tmp_path / "images/scene_001.jpg").unlink()
    sample.write_sample_folder(tmp_path, 1, 1)
    assert np.array_equal(read_label(path), corrected)


@pytest.mark.usefixtures("small")
def test_another_seed_gives_other_scenes(tmp_path: Path) -> None:
    sample.write_sample_folder(tmp_path / "a", 1, 0, seed=1)
    sample.write_sample_folder(tmp_path / "b", 1, 0, seed=2)
    assert state(tmp_path / "a")["images/scene_001.jpg"] != state(tmp_path / "b")["images/scene_001.jpg"]
