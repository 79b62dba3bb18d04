"""Exporting a project."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from segstudio.core.errors import Cancelled, InputError
from segstudio.core.label_png import write_label
from segstudio.core.presets import PRESETS, write_class_file
from segstudio.core.progress import CancelToken
from segstudio.engine.export import export_labels, labelled_images
from segstudio.engine.project import Project


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
