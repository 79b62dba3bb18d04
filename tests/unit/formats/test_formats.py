"""Every format, read back by something that shares no code with its writer, gives the same pixels."""

from __future__ import annotations

import base64
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import yaml  # type: ignore[import-untyped]  # it ships no types
from numpy.typing import NDArray
from PIL import Image
from pycocotools.coco import COCO

from segstudio.core.classes import ClassTable, SegClass, voc_colour
from segstudio.core.errors import InputError
from segstudio.core.presets import load_class_table
from segstudio.formats.labelled import LabelledImage, LabelSet
from segstudio.formats.registry import FORMATS, format_of

Labels = dict[str, NDArray[np.uint8]]
Make = Callable[[Labels, ClassTable], list[LabelledImage]]


def read_png(folder: Path, key: str, table: ClassTable, size: tuple[int, int]) -> NDArray[np.uint8]:
    label = np.array(Image.open(folder / f"{key}.png"), np.uint8)
    assert load_class_table(str(folder)).classes == table.classes
    assert load_class_table(str(folder)).ignore_index == table.ignore_index
    return label


def read_voc(folder: Path, key: str, table: ClassTable, size: tuple[int, int]) -> NDArray[np.uint8]:
    """By colour: palette entry of each pixel -> name in labelmap.txt -> id. 255 is void."""
    name = key.replace("/", "__")
    listed = (folder / "ImageSets" / "Segmentation" / "trainval.txt").read_text().split()
    assert name in listed
    assert (folder / "JPEGImages" / f"{name}.jpg").exists()
    image = Image.open(folder / "SegmentationClass" / f"{name}.png")
    indices, colours = np.array(image), np.array(image.convert("RGB"))
    ids = {" ".join(c.name.replace(":", " ").split()): c.id for c in table.classes}
    assert set(np.unique(indices).tolist()) <= {*ids.values(), 255}
    label = np.full(indices.shape, table.ignore_index, np.uint8)
    for line in (folder / "labelmap.txt").read_text("utf-8").splitlines()[1:]:
        class_name, colour, _, _ = line.split(":")
        of_class = (colours == [int(v) for v in colour.split(",")]).all(axis=2) & (indices != 255)
        label[of_class] = ids[class_name]
    return label


def read_cityscapes(folder: Path, key: str, table: ClassTable, size: tuple[int, int]) -> NDArray[np.uint8]:
    ids = np.array(Image.open(folder / "gtFine" / f"{key}_gtFine_labelTrainIds.png"))
    colours = np.array(Image.open(folder / "gtFine" / f"{key}_gtFine_color.png"))
    assert (folder / "leftImg8bit" / f"{key}_leftImg8bit.png").exists()
    for c in table.classes:
        assert (colours[ids == c.id] == c.colour).all()
    return np.where(ids == 255, table.ignore_index, ids).astype(np.uint8)


def read_coco(folder: Path, key: str, table: ClassTable, size: tuple[int, int]) -> NDArray[np.uint8]:
    coco = COCO(folder / "annotations.json")
    image = next(
        i for i in coco.dataset["images"] if Path(i["file_name"]).with_suffix("").as_posix() == key
    )
    assert (folder / "images" / image["file_name"]).exists()
    label = np.full((image["height"], image["width"]), table.ignore_index, np.uint8)
    names = {c["id"]: c["name"] for c in coco.loadCats(coco.getCatIds())}
    for annotation in coco.loadAnns(coco.getAnnIds(imgIds=[image["id"]])):
        mask = coco.annToMask(annotation).astype(bool)
        assert annotation["area"] == mask.sum()
        columns, rows = np.flatnonzero(mask.any(0)), np.flatnonzero(mask.any(1))
        box = [columns[0], rows[0], columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1]
        assert annotation["bbox"] == box
        assert (label[mask] == table.ignore_index).all(), "regions overlap"
        assert table.name_of(annotation["category_id"]) == names[annotation["category_id"]]
        label[mask] = annotation["category_id"]
    return label


def read_yolo(folder: Path, key: str, table: ClassTable, size: tuple[int, int]) -> NDArray[np.uint8]:
    """As the format's trainer does: scale, truncate to int32, fill."""
    names: dict[int, str] = yaml.safe_load((folder / "data.yaml").read_text("utf-8"))["names"]
    ids = {c.name: c.id for c in table.classes}
    assert (folder / "images" / f"{key}.png").exists()
    height, width = size
    label = np.full(size, table.ignore_index, np.uint8)
    for line in (folder / "labels" / f"{key}.txt").read_text().splitlines():
        number, *coordinates = line.split()
        points = np.array(coordinates, np.float32).reshape(-1, 2)
        assert len(points) >= 3
        assert ((points >= 0) & (points < 1)).all()
        scaled = (points * np.array([width, height], np.float32)).astype(np.int32)
        region = cv2.fillPoly(np.zeros(size, np.uint8), [scaled], 1) > 0
        wanted = ids[names[int(number)]]
        assert np.isin(label[region], [table.ignore_index, wanted]).all(), "regions overlap"
        label[region] = wanted
    return label


def read_panoptic(folder: Path, key: str, table: ClassTable, size: tuple[int, int]) -> NDArray[np.uint8]:
    """As the panoptic API does: id = R + 256 G + 256² B, 0 is void."""
    content = json.loads((folder / "panoptic.json").read_text("utf-8"))
    annotation = next(a for a in content["annotations"] if a["file_name"] == f"{key}.png")
    image = next(i for i in content["images"] if i["id"] == annotation["image_id"])
    assert (folder / "images" / image["file_name"]).exists()
    assert (image["height"], image["width"]) == size
    names = {c["id"]: c["name"] for c in content["categories"]}
    rgb = np.array(Image.open(folder / "panoptic" / f"{key}.png").convert("RGB"), np.int64)
    ids = rgb[..., 0] + 256 * rgb[..., 1] + 256**2 * rgb[..., 2]
    assert set(np.unique(ids).tolist()) - {0} == {s["id"] for s in annotation["segments_info"]}
    label = np.full(size, table.ignore_index, np.uint8)
    for segment in annotation["segments_info"]:
        region = ids == segment["id"]
        rows, columns = np.nonzero(region)
        x, y, width, height = segment["bbox"]
        assert (x, x + width - 1, y, y + height - 1) == (
            columns.min(),
            columns.max(),
            rows.min(),
            rows.max(),
        )
        assert segment["area"] == region.sum()
        assert table.name_of(segment["category_id"]) == names[segment["category_id"]]
        label[region] = segment["category_id"]
    return label


def read_ade20k(folder: Path, key: str, table: ClassTable, size: tuple[int, int]) -> NDArray[np.uint8]:
    """As training code does: 0 is ignored, and one is taken off."""
    assert (folder / "images" / f"{key}.jpg").exists()
    written = load_class_table(str(folder))
    assert [(c.id - 1, c.name, c.colour) for c in written.classes] == [
        (c.id, c.name, c.colour) for c in table.classes
    ]
    assert written.ignore_index == 0
    values = np.array(Image.open(folder / "annotations" / f"{key}.png"), np.int64)
    return np.where(values == 0, table.ignore_index, values - 1).astype(np.uint8)


def read_labelme(folder: Path, key: str, table: ClassTable, size: tuple[int, int]) -> NDArray[np.uint8]:
    content = json.loads((folder / f"{key}.json").read_text("utf-8"))
    assert (folder / key).with_name(content["imagePath"]).exists()
    assert (content["imageHeight"], content["imageWidth"]) == size
    ids = {c.name: c.id for c in table.classes} | {"__ignore__": table.ignore_index}
    seen = np.zeros(size, np.int64)
    label = np.zeros(size, np.uint8)
    for shape in content["shapes"]:
        (x0, y0), (x1, y1) = shape["points"]
        coded = np.frombuffer(base64.b64decode(shape["mask"]), np.uint8)
        mask = np.asarray(cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE), np.uint8) > 0
        label[y0 : y1 + 1, x0 : x1 + 1][mask] = ids[shape["label"]]
        seen[y0 : y1 + 1, x0 : x1 + 1] += mask
    assert (seen == 1).all()
    return label


READERS: dict[str, Callable[..., NDArray[np.uint8]]] = {
    "png": read_png,
    "voc": read_voc,
    "cityscapes": read_cityscapes,
    "coco": read_coco,
    "coco-panoptic": read_panoptic,
    "yolo": read_yolo,
    "ade20k": read_ade20k,
    "labelme": read_labelme,
}


def test_every_format_has_a_reader_here() -> None:
    assert [f.id for f in FORMATS] == list(READERS)
    assert all(f.title and f.help for f in FORMATS)


@pytest.mark.parametrize("format_id", list(READERS))
def test_an_independent_reader_gets_the_same_pixels(
    tmp_path: Path, make: Make, labels: Labels, table: ClassTable, format_id: str
) -> None:
    items = make(labels, table)
    out = tmp_path / "out"
    format_of(format_id).write(LabelSet(items, table), out)
    for key, label in labels.items():
        found = READERS[format_id](out, key, table, label.shape)
        assert np.array_equal(found, label), key


@pytest.mark.parametrize("format_id", ["cityscapes", "coco", "coco-panoptic", "yolo"])
def test_images_are_copied_byte_for_byte_or_not_at_all(
    tmp_path: Path, make: Make, labels: Labels, table: ClassTable, format_id: str
) -> None:
    items = make(labels, table)
    write = format_of(format_id).write
    write(LabelSet(items, table), tmp_path / "with")
    write(LabelSet(items, table, with_images=False), tmp_path / "without")
    folder = {"cityscapes": "leftImg8bit"}.get(format_id, "images")
    copies = {p.read_bytes() for p in (tmp_path / "with" / folder).rglob("*.png")}
    assert copies == {item.image.read_bytes() for item in items}
    assert not (tmp_path / "without" / folder).exists()


def test_a_turned_photo_is_copied_upright_as_its_label_is(tmp_path: Path, table: ClassTable) -> None:
    """EXIF orientation 6: stored 40×20, seen 20×40."""
    pixels = np.zeros((20, 40, 3), np.uint8)
    pixels[:, :20] = [250, 0, 0]
    exif = Image.Exif()
    exif[0x0112] = 6
    image, label = tmp_path / "t.jpg", tmp_path / "t.png"
    Image.fromarray(pixels).save(image, exif=exif, quality=95)
    from segstudio.core.label_png import write_label

    write_label(label, np.zeros((40, 20), np.uint8), table)
    format_of("coco").write(LabelSet([LabelledImage("t", image, label)], table), tmp_path / "out")
    copy = Image.open(tmp_path / "out" / "images" / "t.jpg")
    assert copy.size == (20, 40)
    assert copy.getexif().get(0x0112, 1) == 1
    seen = np.array(copy)
    assert seen[5, 10, 0] > 200
    assert seen[35, 10, 0] < 50


@pytest.mark.parametrize("format_id", list(READERS))
def test_a_broken_label_is_named(
    tmp_path: Path, make: Make, labels: Labels, table: ClassTable, format_id: str
) -> None:
    items = make(labels, table)
    items[1].label.write_bytes(b"broken")
    with pytest.raises(InputError, match=r"b\.png"):
        format_of(format_id).write(LabelSet(items, table), tmp_path / "out")


@pytest.mark.parametrize("format_id", ["voc", "cityscapes"])
def test_a_class_255_does_not_become_void(tmp_path: Path, make: Make, format_id: str) -> None:
    table = ClassTable((SegClass(255, "white", (255, 255, 255)),), ignore_index=0)
    items = make({"a": np.full((4, 4), 255, np.uint8)}, table)
    with pytest.raises(InputError, match="255"):
        format_of(format_id).write(LabelSet(items, table), tmp_path / "out")


def test_voc_refuses_names_that_would_collide(tmp_path: Path, make: Make, table: ClassTable) -> None:
    items = make({"a/b": np.zeros((4, 4), np.uint8), "a__b": np.zeros((4, 4), np.uint8)}, table)
    with pytest.raises(InputError, match="a__b"):
        format_of("voc").write(LabelSet(items, table), tmp_path / "out")


def test_voc_palette_is_vocs_for_vocs_classes(tmp_path: Path, make: Make) -> None:
    table = load_class_table("voc")
    items = make({"a": np.arange(21, dtype=np.uint8).reshape(3, 7)}, table)
    format_of("voc").write(LabelSet(items, table), tmp_path / "out")
    palette: Any = Image.open(tmp_path / "out" / "SegmentationClass" / "a.png").getpalette()
    assert [tuple(palette[i * 3 : i * 3 + 3]) for i in range(21)] == [voc_colour(i) for i in range(21)]


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(InputError, match="png, voc, cityscapes, coco, coco-panoptic, yolo"):
        format_of("tiff")


def test_coco_json_is_strict(tmp_path: Path, make: Make, labels: Labels, table: ClassTable) -> None:
    format_of("coco").write(LabelSet(make(labels, table), table), tmp_path / "out")
    content = json.loads((tmp_path / "out" / "annotations.json").read_text("utf-8"))
    ids = [a["id"] for a in content["annotations"]]
    assert ids == list(range(1, len(ids) + 1))
    assert {a["category_id"] for a in content["annotations"]} == {0, 1, 4, 12}


@pytest.mark.parametrize("format_id", ["coco", "coco-panoptic", "labelme"])
def test_many_classes_take_no_more_memory_than_few(format_id: str, make: Make, tmp_path: Path) -> None:
    table = ClassTable(tuple(SegClass(n, f"class {n}", (n, n, 0)) for n in range(255)))
    label = np.repeat(np.arange(500, dtype=np.uint8)[:, None] % 255, 600, axis=1)
    items = make({"a": label}, table)
    tracemalloc.start()
    format_of(format_id).write(LabelSet(items, table, with_images=False), tmp_path / "out")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 25 * label.size
