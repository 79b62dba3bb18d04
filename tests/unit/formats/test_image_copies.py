"""The images of an export: as many as there were, each under a name of its own, upright."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError, WorkError
from segstudio.core.images import read_image
from segstudio.core.label_png import write_label
from segstudio.formats.labelled import LabelledImage, LabelSet
from segstudio.formats.registry import format_of

FOLDERS = {
    "voc": "JPEGImages",
    "cityscapes": "leftImg8bit",
    "coco": "images",
    "yolo": "images",
    "ade20k": "images",
}
UPSIDE_DOWN = 3


def picture(path: Path, turn: int = 1) -> Path:
    """Noise, other for each name."""
    exif = Image.Exif()
    exif[0x0112] = turn
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(sum(path.name.encode())).integers(0, 256, (12, 17, 3), np.uint8)
    Image.fromarray(pixels).save(path, exif=exif)
    return path


@pytest.fixture
def items(tmp_path: Path, table: ClassTable) -> list[LabelledImage]:
    """Keys as a project gives them: images that share a stem keep the suffix."""
    found = []
    for key, name, turn in (
        ("a.jpg", "a.jpg", 1),
        ("a.png", "a.png", UPSIDE_DOWN),
        ("a.tif", "a.tif", UPSIDE_DOWN),
        ("b", "b.JPEG", UPSIDE_DOWN),
        ("deep/a", "deep/a.png", 1),
        ("c.png", "c.png.bmp", 1),
    ):
        label = tmp_path / "labels" / f"{key}.png"
        write_label(label, np.zeros((12, 17), np.uint8), table)
        found.append(LabelledImage(key, picture(tmp_path / "photos" / name, turn), label))
    return found


def copies(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file())


@pytest.mark.parametrize("format_id", list(FOLDERS))
def test_n_images_become_n_files(
    tmp_path: Path, items: list[LabelledImage], table: ClassTable, format_id: str
) -> None:
    format_of(format_id).write(LabelSet(items, table), tmp_path / "out")
    found = [read_image(p) for p in copies(tmp_path / "out" / FOLDERS[format_id])]
    assert len(found) == len(items)
    for item in items:
        assert sum(alike(copy, read_image(item.image)) for copy in found) == 1, item.key


def alike(copy: NDArray[np.uint8], original: NDArray[np.uint8]) -> bool:
    """But for what a second JPEG of noise loses."""
    return copy.shape == original.shape and np.abs(copy.astype(int) - original.astype(int)).mean() < 8


@pytest.mark.parametrize("format_id", ["voc", "yolo"])
def test_a_label_is_named_as_its_image_but_for_the_suffix(
    tmp_path: Path, items: list[LabelledImage], table: ClassTable, format_id: str
) -> None:
    """Trainers replace the image's last suffix to find it."""
    format_of(format_id).write(LabelSet(items, table), tmp_path / "out")
    images = tmp_path / "out" / FOLDERS[format_id]
    folder, suffix = {"voc": ("SegmentationClass", ".png"), "yolo": ("labels", ".txt")}[format_id]
    labels = tmp_path / "out" / folder
    wanted = {p.relative_to(images).with_suffix(suffix) for p in copies(images)}
    assert {p.relative_to(labels) for p in copies(labels)} == wanted


@pytest.mark.parametrize(
    ("format_id", "kind"), [("voc", "JPEG"), ("ade20k", "JPEG"), ("cityscapes", "PNG")]
)
def test_images_are_of_the_one_kind_that_a_layout_knows(
    tmp_path: Path, items: list[LabelledImage], table: ClassTable, format_id: str, kind: str
) -> None:
    """Its readers put the suffix on by themselves; what has it already is copied byte by byte."""
    format_of(format_id).write(LabelSet(items, table), tmp_path / "out")
    for copy in copies(tmp_path / "out" / FOLDERS[format_id]):
        assert copy.suffix == {"JPEG": ".jpg", "PNG": ".png"}[kind]
        with Image.open(copy) as picture:
            assert picture.format == kind
    same = {"JPEG": items[0], "PNG": items[4]}[kind].image.read_bytes()
    assert same in {p.read_bytes() for p in copies(tmp_path / "out" / FOLDERS[format_id])}


@pytest.mark.parametrize("with_images", [True, False])
def test_coco_lists_every_image_once(
    tmp_path: Path, items: list[LabelledImage], table: ClassTable, with_images: bool
) -> None:
    """Those of the export, or, where it holds none, the originals."""
    format_of("coco").write(LabelSet(items, table, with_images), tmp_path / "out")
    content: Any = json.loads((tmp_path / "out" / "annotations.json").read_text("utf-8"))
    listed = sorted(i["file_name"] for i in content["images"])
    images = tmp_path / ("out/images" if with_images else "photos")
    assert listed == sorted(p.relative_to(images).as_posix() for p in copies(images))


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_what_is_stored_turned_is_written_upright_without_loss(
    tmp_path: Path, table: ClassTable, name: str
) -> None:
    image, label = picture(tmp_path / name, UPSIDE_DOWN), tmp_path / "label.png"
    write_label(label, np.zeros((12, 17), np.uint8), table)
    format_of("yolo").write(LabelSet([LabelledImage("a", image, label)], table), tmp_path / "out")
    with Image.open(tmp_path / "out" / "images" / "a.png") as copy:
        assert copy.getexif().get(0x0112, 1) == 1
        assert np.array_equal(np.asarray(copy), read_image(image))


def test_an_upright_copy_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, items: list[LabelledImage], table: ClassTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    turned, out = [items[3]], tmp_path / "out"
    format_of("yolo").write(LabelSet(turned, table), out)
    before = {p: p.read_bytes() for p in copies(out / "images")}

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorkError, match="disk is full"):
        format_of("yolo").write(LabelSet(turned, table), out)
    assert {p: p.read_bytes() for p in copies(out / "images")} == before


def test_a_picture_too_wide_for_jpeg_is_named(tmp_path: Path, table: ClassTable) -> None:
    image, label = tmp_path / "wide.png", tmp_path / "labels" / "wide.png"
    Image.fromarray(np.zeros((1, 65_501, 3), np.uint8)).save(image)
    write_label(label, np.zeros((1, 65_501), np.uint8), table)
    items = [LabelledImage("wide", image, label)]
    with pytest.raises(InputError, match=r"wide\.png is 65501×1 pixels"):
        format_of("voc").write(LabelSet(items, table), tmp_path / "out")
    format_of("cityscapes").write(LabelSet(items, table), tmp_path / "as_png")


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_in_the_way_does_not_lead_to_the_originals(
    items: list[LabelledImage], tmp_path: Path, table: ClassTable
) -> None:
    """`JPEGImages` is often a link to the disk with the pictures; b.JPEG is stored turned, and would be written anew."""
    (tmp_path / "voc").mkdir()
    (tmp_path / "voc" / "JPEGImages").symlink_to(tmp_path / "photos", target_is_directory=True)
    before = {path: path.read_bytes() for path in (tmp_path / "photos").rglob("*") if path.is_file()}
    with pytest.raises(InputError, match="holds the originals"):
        format_of("voc").write(LabelSet(items, table), tmp_path / "voc")
    assert {path: path.read_bytes() for path in before} == before
