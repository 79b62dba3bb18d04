"""Merging and deleting classes can be taken back, also after labels were edited and saved meanwhile."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from segstudio.core import class_edits as edits
from segstudio.core.classes import ClassTable
from segstudio.core.geometry import Rect
from segstudio.core.label_png import read_label, write_label
from segstudio.core.settings import Settings
from segstudio.engine.export import export_labels, labelled_images
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.labels.document import Document
from segstudio.labels.effects import erase, paint
from segstudio.labels.patch import Area
from tests.unit.engine.conftest import MakeFolder, MakeSession, Show

Change = Callable[[ClassTable], ClassTable]
BOX = Rect(3, 4, 20, 10)

CHANGES: dict[str, Change] = {
    "merged": lambda table: edits.merged(table, 2, 0),
    "deleted": lambda table: edits.deleted(table, 2),
    "merged twice": lambda table: edits.merged(edits.merged(table, 2, 1), 1, 0),
}


def whole(rect: Rect) -> Area:
    return Area(rect, np.ones((rect.height, rect.width), np.bool_))


class Desk:
    """A session on a folder, whose table is changed as by a person."""

    def __init__(self, session: Session, pump: Pump, root: Path) -> None:
        self.session, self.pump, self.root = session, pump, root

    @property
    def file(self) -> Path:
        return self.root / "labels" / "scene_001.png"

    @property
    def document(self) -> Document:
        assert self.session.document is not None
        return self.session.document

    @property
    def table(self) -> ClassTable:
        assert self.session.table is not None
        return self.session.table

    def apply(self, table: ClassTable) -> None:
        former = self.document
        self.session.classes.apply(table)
        self.pump.until(lambda: self.session.document not in {None, former})

    def restore(self) -> NDArray[np.uint8]:
        """All classes are back: the label as it is then shown."""
        while self.table.aliases:
            self.apply(edits.restored(self.table, self.table.aliases[-1].id))
        return self.document.label_map.label

    def save(self) -> None:
        self.session.save()
        self.session.flush()


@pytest.fixture
def open_desk(
    make_folder: MakeFolder, make_session: MakeSession, show: Show, pump: Pump
) -> Callable[..., Desk]:
    def build(labelled: int = 1, *, autosave: bool = True) -> Desk:
        settings = Settings()
        settings.set("project.autosave", autosave)
        session, root = make_session(settings=settings), make_folder(images=2, labelled=labelled)
        show(session, root)
        return Desk(session, pump, root)

    return build


@pytest.mark.parametrize("name", CHANGES)
def test_a_label_edited_meanwhile_gives_its_classes_back(open_desk: Callable[..., Desk], name: str) -> None:
    desk = open_desk()
    expected = read_label(desk.file)
    desk.apply(CHANGES[name](desk.table))
    gone = next(int(value) for value in (0, 2) if value in desk.table)
    desk.document.apply(paint(whole(BOX), gone), "one")
    for rect in (Rect(40, 20, 9, 9), Rect(60, 40, 8, 8)):  # saved twice
        desk.document.apply(paint(whole(rect), 0), "more")
        desk.save()
        expected[rect.slices] = np.where(
            desk.table.lookup[expected[rect.slices]] == 0, expected[rect.slices], 0
        )
    shown = desk.document.label_map.copy()
    assert np.array_equal(desk.table.lookup[read_label(desk.file)], shown.label), "nothing else is meant"
    expected[BOX.slices] = np.where(
        desk.table.lookup[expected[BOX.slices]] == gone, expected[BOX.slices], gone
    )
    assert np.array_equal(desk.restore(), expected)
    assert np.array_equal(desk.document.label_map.provenance, shown.provenance)


def test_what_is_erased_or_painted_over_does_not_come_back(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.apply(edits.deleted(desk.table, 2))
    desk.document.apply(erase(whole(BOX), 255), "erase")
    desk.document.apply(paint(whole(Rect(30, 4, 20, 10)), 1), "paint")
    desk.save()
    assert (read_label(desk.file)[BOX.slices] == 255).all()
    label = desk.restore()
    assert (label[BOX.slices] == 255).all()
    assert (label[4:14, 30:50] == 1).all()


def test_the_files_colours_are_those_of_what_its_values_count_as(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.apply(edits.merged(desk.table, 2, 0))
    desk.document.apply(paint(whole(BOX), 1), "one")
    desk.save()
    with Image.open(desk.file) as image:
        seen = np.asarray(image.convert("RGB"))
    shown = desk.document.label_map.label
    for c in desk.table.classes:
        assert (seen[shown == c.id] == c.colour).all()


def test_exports_hold_no_merged_class(open_desk: Callable[..., Desk], tmp_path: Path) -> None:
    desk = open_desk()
    desk.apply(edits.merged(desk.table, 2, 0))
    desk.document.apply(paint(whole(BOX), 1), "one")
    desk.save()
    assert (read_label(desk.file) == 2).any()
    project = desk.session.project
    assert project is not None
    export_labels(labelled_images(project), project.table, "png", tmp_path / "out")
    assert np.array_equal(read_label(tmp_path / "out" / "scene_001.png"), desk.document.label_map.label)


def test_compacting_rewrites_what_a_save_has_kept(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.apply(edits.merged(desk.table, 2, 0))
    desk.document.apply(paint(whole(BOX), 1), "one")
    desk.save()
    expected = desk.document.label_map.label.copy()
    done: list[None] = []
    desk.session.classes.compacted.connect(lambda: done.append(None))
    desk.session.classes.compact()
    desk.pump.until(lambda: bool(done))
    assert np.array_equal(read_label(desk.file), expected)


@pytest.mark.parametrize("ruin", ["missing", "broken", "another size", "of another program"])
def test_without_a_former_file_the_label_is_written_as_it_is_shown(
    open_desk: Callable[..., Desk], ruin: str
) -> None:
    desk = open_desk()
    original = read_label(desk.file)
    desk.apply(edits.merged(desk.table, 2, 0))
    desk.document.apply(paint(whole(BOX), 1), "one")
    if ruin == "missing":
        desk.file.unlink()
    elif ruin == "broken":
        desk.file.write_bytes(desk.file.read_bytes()[:60])
    elif ruin == "another size":
        write_label(desk.file, np.zeros((4, 5), np.uint8), desk.table)
    else:
        write_label(desk.file, np.full(original.shape, 1, np.uint8), desk.table)
    desk.save()
    assert np.array_equal(read_label(desk.file), desk.document.label_map.label)


@pytest.mark.parametrize("labelled", [0, 1])
def test_edits_that_lay_in_a_journal_while_classes_were_merged_come_back_as_well(
    open_desk: Callable[..., Desk], labelled: int
) -> None:
    desk = open_desk(labelled, autosave=False)
    desk.document.apply(paint(whole(BOX), 2), "one")
    desk.document.apply(paint(whole(Rect(0, 0, 9, 9)), 1), "two")
    desk.document.undo()
    expected = desk.document.label_map.label.copy()
    desk.apply(edits.merged(desk.table, 2, 0))
    assert (desk.document.label_map.label[BOX.slices] == 0).all()
    rect = Rect(40, 20, 9, 9)
    desk.document.apply(paint(whole(rect), 1), "three")
    desk.save()
    expected[rect.slices] = 1
    assert np.array_equal(desk.restore(), expected)


def test_labels_kept_elsewhere_remember_what_the_former_folder_held(
    open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    desk = open_desk()
    expected = read_label(desk.file)
    desk.apply(edits.merged(desk.table, 2, 0))
    shutil.copytree(desk.root / "labels", tmp_path / "kept")
    former = desk.session.project
    desk.session.set_labels_folder(tmp_path / "kept")
    desk.pump.until(lambda: desk.session.project is not former and desk.session.document is not None)
    desk.document.apply(paint(whole(BOX), 1), "one")
    desk.save()
    expected[BOX.slices] = 1
    assert np.array_equal(desk.restore(), expected)


def test_what_another_program_wrote_meanwhile_is_not_taken_over(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.apply(edits.merged(desk.table, 2, 0))
    foreign = np.full_like(read_label(desk.file), 2)
    write_label(desk.file, foreign, desk.table)
    desk.document.apply(paint(whole(BOX), 0), "mine")
    desk.save()
    assert not (read_label(desk.file) == 2).any()
    assert (read_label(desk.file.with_suffix(".other.png")) == 2).all()
