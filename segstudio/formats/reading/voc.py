"""PASCAL VOC's segmentation task, and what CVAT calls 'Segmentation mask'.

`JPEGImages/`, `SegmentationClass/*.png`: indexed, or RGB in the colours of `labelmap.txt` (name:r,g,b::), as CVAT and
Datumaro write it. Without that file the classes are VOC's own.
Specification: The PASCAL Visual Object Classes Challenge 2012 (VOC2012) Development Kit, section 3.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from segstudio.core.arrays import Label
from segstudio.core.classes import ClassTable, Colour, SegClass
from segstudio.core.errors import InputError
from segstudio.core.label_png import read_class_label
from segstudio.core.presets import PRESETS
from segstudio.core.progress import Progress
from segstudio.formats.reading.foreign import ForeignLabels, pictures_below

VOID = 255
_VOID_COLOUR: Colour = (224, 224, 192)
"""Of the borders between objects."""


def find(root: Path) -> ForeignLabels | None:
    """None where `root` is laid out in another way."""
    images, labels, names = root / "JPEGImages", root / "SegmentationClass", root / "labelmap.txt"
    if not images.is_dir() or not labels.is_dir():
        return None
    named = names if names.is_file() else None

    def pairs() -> dict[str, Path]:
        masks = {stem: labels / name for stem, name in pictures_below(labels)}
        return {name: masks[stem] for stem, name in pictures_below(images) if stem in masks}

    return ForeignLabels("PASCAL VOC", images, pairs, partial(_table, named), _read)


def _table(names: Path | None, progress: Progress) -> ClassTable:
    if names is None:
        return PRESETS["voc"]
    try:
        lines = names.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{names} cannot be read ({error}).") from error
    rows = [line for line in lines if line.strip() and not line.startswith("#")]
    classes = tuple(_class(names, number, row) for number, row in enumerate(rows))
    return ClassTable(classes, VOID)


def _class(names: Path, number: int, row: str) -> SegClass:
    try:
        name, colour, *_ = row.split(":")
        r, g, b = (int(v) for v in colour.split(","))
        return SegClass(number, name.strip(), (r, g, b))
    except ValueError as error:
        raise InputError(f"{names}: expected 'name:r,g,b::', found '{row.strip()[:80]}'.") from error


def _read(path: Path, table: ClassTable, shape: tuple[int, int]) -> Label:
    """Values are ids where the file's palette shows the table's colours, or where the table is VOC's own."""
    try:
        with Image.open(path) as image:
            indexed = image.mode in {"P", "L", "1"}
            palette = image.getpalette() if image.mode == "P" else None
            pixels = np.asarray(image if indexed else image.convert("RGB"))
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError) as error:
        raise InputError(f"{path} is damaged ({error}). Replace it by an intact copy.") from error
    if indexed and (palette is None or table == PRESETS["voc"] or _shows(palette, pixels, table)):
        return read_class_label(path, table, shape)
    if pixels.shape[:2] != shape:
        height, width = pixels.shape[:2]
        raise InputError(f"{path} is {width}×{height} pixels; its image is {shape[1]}×{shape[0]}.")
    rgb = pixels if palette is None else np.asarray(palette, np.uint8).reshape(-1, 3)[pixels]
    return _from_colours(path, rgb, table)


def _shows(palette: list[int], pixels: Label, table: ClassTable) -> bool:
    """Whether every value that occurs has the colour of the class with that id."""
    colours = {c.id: c.colour for c in table.classes}
    entries = [tuple(palette[3 * v : 3 * v + 3]) for v in range(len(palette) // 3)]
    return all(
        v == VOID or (v in colours and v < len(entries) and entries[v] == colours[v])
        for v in np.unique(pixels).tolist()
    )


def _from_colours(path: Path, rgb: Label, table: ClassTable) -> Label:
    codes = rgb.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    found, where = np.unique(codes, return_inverse=True)
    ids = {_code(_VOID_COLOUR): VOID, **{_code(c.colour): c.id for c in reversed(table.classes)}}
    unknown = [int(code) for code in found if int(code) not in ids]
    if unknown:
        r, g, b = unknown[0] >> 16, unknown[0] >> 8 & 255, unknown[0] & 255
        raise InputError(f"{path} has pixels of colour {r},{g},{b}, which labelmap.txt does not name.")
    return np.array([ids[int(code)] for code in found], np.uint8)[where].reshape(rgb.shape[:2])


def _code(colour: Colour) -> int:
    return colour[0] << 16 | colour[1] << 8 | colour[2]
