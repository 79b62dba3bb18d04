"""Labels of other tools are recognised by how their folder is laid out, and read pixel for pixel."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from segstudio.core.arrays import Label
from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.errors import InputError
from segstudio.core.presets import PRESETS
from segstudio.formats.labelled import LabelSet
from segstudio.formats.reading.foreign import ForeignLabels
from segstudio.formats.reading.recognise import recognise
from segstudio.formats.registry import format_of
from tests.unit.formats.conftest import Labels, Make
from tests.unit.formats.reading.trees import SHAPE, grey, halves, nothing, picture


def recognised(root: Path) -> ForeignLabels:
    found = recognise(root, closely=False)
    assert found is not None
    return found


def read_all(found: ForeignLabels, shape: tuple[int, int] = SHAPE) -> dict[str, Label]:
    table = found.table(nothing)
    return {name: found.read(path, table, shape) for name, path in found.pairs().items()}


@pytest.mark.parametrize("format_id", ["voc", "cityscapes"])
def test_what_we_export_is_read_back(
    format_id: str, labels: Labels, table: ClassTable, make: Make, tmp_path: Path
) -> None:
    plain = ClassTable(
        tuple(SegClass(n, c.name.replace(":", ""), c.colour) for n, c in enumerate(table.classes)), 11
    )
    renumber = np.full(256, 11, np.uint8)
    renumber[[c.id for c in table.classes]] = np.arange(len(table))
    items = make({key: renumber[label] for key, label in labels.items()}, plain)
    format_of(format_id).write(LabelSet(items, plain), tmp_path / "out")
    found = recognised(tmp_path / "out")
    read = found.table(nothing)
    assert [c.name for c in read.classes] == [c.name for c in plain.classes]
    pairs = found.pairs()
    assert len(pairs) == len(labels)
    for key, label in labels.items():
        path = next(p for n, p in pairs.items() if n.replace("__", "/").startswith(key))
        expected = np.where(renumber[label] == 11, read.ignore_index, renumber[label])
        assert np.array_equal(found.read(path, read, label.shape), expected)


def test_what_rises_by_one_for_ade20k_is_read_back_so(
    labels: Labels, table: ClassTable, make: Make, tmp_path: Path
) -> None:
    format_of("ade20k").write(LabelSet(make(labels, table), table), tmp_path / "out")
    found = recognised(tmp_path / "out")
    read = found.table(nothing)
    assert [c.id for c in read.classes] == [c.id + 1 for c in table.classes]
    for name, path in found.pairs().items():
        label = labels[name.removesuffix(".jpg")]
        expected = np.where(label == table.ignore_index, 0, label + 1)
        assert np.array_equal(found.read(path, read, label.shape), expected)


def test_voc_without_names_has_its_own_classes(tmp_path: Path) -> None:
    picture(tmp_path / "JPEGImages" / "2007_1.jpg")
    picture(tmp_path / "JPEGImages" / "2007_2.jpg")
    grey(tmp_path / "SegmentationClass" / "2007_2.png", halves(15, 255))
    found = recognised(tmp_path)
    assert found.images == tmp_path / "JPEGImages"
    assert found.table(nothing) == PRESETS["voc"]
    read = read_all(found)
    assert list(read) == ["2007_2.jpg"]
    assert np.array_equal(read["2007_2.jpg"], halves(15, 255))


def test_masks_in_the_colours_of_a_label_map_are_cvats(tmp_path: Path) -> None:
    (tmp_path / "labelmap.txt").write_text(
        "# label:color_rgb:parts:actions\nbackground:0,0,0::\nroad:200,0,0::\n"
    )
    picture(tmp_path / "JPEGImages" / "a.jpg")
    rgb = np.zeros((*SHAPE, 3), np.uint8)
    rgb[:, 8:] = 200, 0, 0
    rgb[0] = 224, 224, 192
    mask = grey(tmp_path / "SegmentationClass" / "a.png", rgb)
    expected = halves(0, 1)
    expected[0] = 255
    found = recognised(tmp_path)
    assert np.array_equal(read_all(found)["a.jpg"], expected)
    palette = Image.fromarray(rgb).quantize(3)  # the same colours under values of its own
    palette.save(mask)
    assert np.array_equal(read_all(found)["a.jpg"], expected)
    rgb[3, 3] = 1, 2, 3
    grey(mask, rgb)
    with pytest.raises(InputError, match=r"a\.png has pixels of colour 1,2,3"):
        read_all(found)


def test_cityscapes_ids_become_train_ids(tmp_path: Path) -> None:
    picture(tmp_path / "leftImg8bit" / "val" / "ulm" / "ulm_1_leftImg8bit.png")
    folder = tmp_path / "gtFine" / "val" / "ulm"
    grey(folder / "ulm_1_gtFine_labelIds.png", halves(26, 3))
    grey(folder / "ulm_1_gtFine_instanceIds.png", halves(1, 2))
    found = recognised(tmp_path)
    name = "val/ulm/ulm_1_leftImg8bit.png"
    assert found.table(nothing).name_of(int(read_all(found)[name][0, 0])) == "car"
    assert (read_all(found)[name][:, 8:] == 255).all()
    grey(folder / "ulm_1_gtFine_labelTrainIds.png", halves(0, 255))
    assert np.array_equal(read_all(found)[name], halves(0, 255)), "where both are there, these"


def test_camvid_as_segnet_has_it(tmp_path: Path) -> None:
    for split in ("train", "test"):
        picture(tmp_path / split / "0001.png")
        grey(tmp_path / f"{split}annot" / "0001.png", halves(3, 11))
    found = recognised(tmp_path)
    assert set(found.excluded) == {tmp_path / "trainannot", tmp_path / "testannot"}
    assert found.table(nothing) == PRESETS["camvid"]
    assert sorted(read_all(found)) == ["test/0001.png", "train/0001.png"]


def test_ade20k_ignores_zero(tmp_path: Path) -> None:
    (tmp_path / "objectInfo150.txt").write_text("")
    picture(tmp_path / "images" / "training" / "ADE_1.jpg")
    grey(tmp_path / "annotations" / "training" / "ADE_1.png", halves(0, 150))
    found = recognised(tmp_path)
    assert found.title == "ADE20K"
    table = found.table(nothing)
    assert table.ignore_index == 0
    assert np.array_equal(read_all(found)["training/ADE_1.jpg"], halves(0, 150))


@pytest.mark.parametrize("name", ["a.png", "a_mask.png"])
def test_plain_masks_name_classes_after_values(tmp_path: Path, name: str) -> None:
    picture(tmp_path / "images" / "a.jpg")
    grey(tmp_path / "masks" / name, halves(2, 7))
    found = recognised(tmp_path)
    assert [c.name for c in found.table(nothing).classes] == ["class 2", "class 7"]
    assert np.array_equal(read_all(found)["a.jpg"], halves(2, 7))


def test_black_and_white_masks_are_background_and_mask(tmp_path: Path) -> None:
    picture(tmp_path / "images" / "a.jpg")
    grey(tmp_path / "masks" / "a.png", halves(0, 255))
    found = recognised(tmp_path)
    assert [c.name for c in found.table(nothing).classes] == ["background", "mask"]
    assert np.array_equal(read_all(found)["a.jpg"], halves(0, 1))


def test_a_label_of_another_size_or_broken_is_named(tmp_path: Path) -> None:
    picture(tmp_path / "JPEGImages" / "a.jpg")
    mask = grey(tmp_path / "SegmentationClass" / "a.png", halves(0, 1))
    found = recognised(tmp_path)
    table = found.table(nothing)
    for content in (mask.read_bytes(), mask.read_bytes()[:40], b""):
        mask.write_bytes(content)
        with pytest.raises(InputError, match=r"a\.png"):
            found.read(mask, table, (13, 16))


def test_an_ordinary_folder_is_not_mistaken(tmp_path: Path) -> None:
    picture(tmp_path / "images" / "a.jpg")
    picture(tmp_path / "train" / "b.jpg")
    (tmp_path / "notes.json").write_text("{}")
    assert recognise(tmp_path, closely=True) is None


def test_links_are_followed_and_accents_may_be_written_in_either_way(tmp_path: Path) -> None:
    picture(tmp_path / "disk" / "pictures" / "ne\u0301e.jpg")
    grey(tmp_path / "disk" / "classes" / "n\u00e9e.png", halves(0, 15))
    root = tmp_path / "voc"
    for name, target in (("JPEGImages", "pictures"), ("SegmentationClass", "classes")):
        (root / name).mkdir(parents=True)
        (root / name / "linked").symlink_to(tmp_path / "disk" / target)
        (root / name / "linked" / "loop").symlink_to(root, target_is_directory=True)
    assert np.array_equal(read_all(recognised(root))["linked/ne\u0301e.jpg"], halves(0, 15))


def test_of_a_mask_and_its_preview_the_png_counts(tmp_path: Path) -> None:
    picture(tmp_path / "images" / "a.jpg")
    for name in ("a.JPG", "a.png", "a.tif"):
        grey(tmp_path / "masks" / name, halves(2, 7))
    assert [path.name for path in recognised(tmp_path).pairs().values()] == ["a.png"]
