"""Labels of another tool become the project's own; what is there already stays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.errors import Cancelled, InputError
from segstudio.core.label_png import read_label, write_label
from segstudio.core.presets import PRESETS, write_class_file
from segstudio.core.progress import CancelToken
from segstudio.core.provenance import HUMAN
from segstudio.engine.adopt import Adopted, adopt_labels, find_offer
from segstudio.engine.project import Project, TableSource
from tests.unit.formats.reading.trees import SHAPE, grey, halves, nothing, picture


@pytest.fixture
def voc(tmp_path: Path) -> Path:
    """Four pictures, three of them labelled."""
    root = tmp_path / "VOC2012"
    for name in ("a", "b", "c", "d"):
        picture(root / "JPEGImages" / f"{name}.jpg")
    for name in ("a", "b", "c"):
        grey(root / "SegmentationClass" / f"{name}.png", halves(0, 15))
    return root


def adopted(root: Path, **more: set[str]) -> tuple[Project, Adopted]:
    project = Project.open(root)
    assert project.offer is not None
    return project, adopt_labels(project, project.offer, nothing, CancelToken(), **more)


def test_labels_are_copied_with_their_classes(voc: Path) -> None:
    before = {p: p.read_bytes() for p in voc.rglob("*") if p.is_file()}
    project, done = adopted(voc)
    assert [entry.key for entry in project.images] == ["a", "b", "c", "d"], "and masks are no images"
    assert done == Adopted(("a", "b", "c"), ())
    again = Project.open(voc)
    assert again.offer is None
    assert again.table == PRESETS["voc"]
    assert again.table_source is TableSource.CONFIG
    assert [entry.key for entry in again.images if entry.has_label] == ["a", "b", "c"]
    stored = again.load_label(again.entry("a"))
    assert stored is not None
    assert np.array_equal(stored.label, halves(0, 15))
    assert (stored.provenance == HUMAN).all()
    assert {p: p.read_bytes() for p in before} == before


def test_a_label_of_ones_own_and_one_that_is_edited_are_left(voc: Path) -> None:
    write_label(voc / "labels" / "b.png", halves(1, 1), PRESETS["voc"])
    write_class_file(voc / "classes.txt", PRESETS["voc"])
    _, done = adopted(voc, edited={"c"})
    assert done.keys == ("a",)
    assert np.array_equal(read_label(voc / "labels" / "b.png"), halves(1, 1))
    assert not (voc / "labels" / "c.png").exists()


def test_one_that_is_broken_is_named_and_the_others_go_on(voc: Path) -> None:
    grey(voc / "SegmentationClass" / "b.png", np.zeros((3, 3), np.uint8))
    _, done = adopted(voc)
    assert done.keys == ("a", "c")
    assert len(done.failures) == 1
    assert "b.png" in done.failures[0]


def test_classes_are_told_by_their_names_where_the_project_has_some(voc: Path) -> None:
    own = ClassTable(tuple(SegClass(40 - c.id, c.name.upper(), c.colour) for c in PRESETS["voc"].classes))
    write_class_file(voc / "classes.txt", own)
    adopted(voc)
    assert np.array_equal(read_label(voc / "labels" / "a.png"), halves(40, 25))


def test_a_class_that_the_project_has_not_is_named_and_nothing_written(voc: Path) -> None:
    write_class_file(voc / "classes.txt", ClassTable((SegClass(0, "background", (0, 0, 0)),)))
    with pytest.raises(InputError, match="person"):
        adopted(voc)
    assert not (voc / "labels").exists()


def test_cancelling_keeps_what_is_written(voc: Path) -> None:
    project = Project.open(voc)
    assert project.offer is not None
    token = CancelToken()

    def stop(done: int, total: int, what: str) -> None:
        if what == "b.jpg":
            token.cancel()

    with pytest.raises(Cancelled):
        adopt_labels(project, project.offer, stop, token)
    again = Project.open(voc)
    assert again.offer is not None
    assert sorted(again.offer.files) == ["c"], "the one that was begun is finished"
    assert again.entry("a").has_label


def test_folders_below_and_a_label_per_suffix(tmp_path: Path) -> None:
    for name in ("deep/a.jpg", "deep/a.png", "b.jpg"):
        picture(tmp_path / "images" / name)
    grey(tmp_path / "masks" / "deep" / "a.png", halves(1, 2))
    project, done = adopted(tmp_path)
    assert done.keys == ("deep/a.jpg", "deep/a.png")
    assert project.labels_dir.joinpath("deep/a.jpg.png").exists()
    assert read_label(project.labels_dir / "deep" / "a.png.png").shape == SHAPE


@pytest.mark.parametrize("inner", ["", "images", "deep/er"])
def test_images_keep_their_names_when_labelmes_files_were_copied(tmp_path: Path, inner: str) -> None:
    picture(tmp_path / inner / "a.jpg")
    text = '{"version": "5", "shapes": [{"label": "x", "points": [[1, 1], [9, 1], [9, 9]]}]}'
    (tmp_path / inner / "a.json").write_text(text)
    project, done = adopted(tmp_path)
    assert done.keys == tuple(entry.key for entry in project.images)
    again = Project.open(tmp_path)
    assert [(entry.key, entry.has_label) for entry in again.images] == [(done.keys[0], True)]


def test_what_was_saved_since_the_offer_was_made_is_left(voc: Path) -> None:
    project = Project.open(voc)
    assert project.offer is not None

    def saved_meanwhile(done: int, total: int, what: str) -> None:
        if what == "b.jpg":
            write_label(voc / "labels" / "b.png", halves(1, 1), PRESETS["voc"])

    done = adopt_labels(project, project.offer, saved_meanwhile, CancelToken())
    assert done.keys == ("a", "c")
    assert np.array_equal(read_label(voc / "labels" / "b.png"), halves(1, 1))


def test_labelmes_files_that_came_later_are_found_among_labels(tmp_path: Path) -> None:
    text = '{"version": "5", "shapes": [{"label": "x", "points": [[1, 1], [9, 1], [9, 9]]}]}'
    for name in ("a", "b"):
        picture(tmp_path / f"{name}.jpg")
    (tmp_path / "a.json").write_text(text)
    adopted(tmp_path)
    (tmp_path / "b.json").write_text(text)
    project = Project.open(tmp_path)
    offer = find_offer(project)
    assert offer is not None
    assert adopt_labels(project, offer, nothing, CancelToken()).keys == ("b",)
    assert find_offer(Project.open(tmp_path)) is None


def test_where_nothing_can_be_read_nothing_is_written(voc: Path) -> None:
    for mask in (voc / "SegmentationClass").iterdir():
        mask.write_bytes(b"")
    before = sorted(voc.rglob("*"))
    _, done = adopted(voc)
    assert (done.keys, len(done.failures)) == ((), 3)
    assert sorted(voc.rglob("*")) == before
