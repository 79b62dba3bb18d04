"""PASCAL VOC's segmentation task, and what CVAT calls 'Segmentation mask'.

`JPEGImages/`, `SegmentationClass/*.png`: indexed, or RGB in the colours of `labelmap.txt` (name:r,g,b::), as CVAT and
Datumaro write it. Without that file the classes are VOC's own.
Specification: The PASCAL Visual Object Classes Challenge 2012 (VOC2012) Development Kit, section 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np

from segstudio.core.arrays import Label
from segstudio.core.classes import ClassTable, Colour, SegClass
from segstudio.core.errors import InputError
from segstudio.core.images import image_size, opened_image, read_image
from segstudio.core.label_png import read_class_label, read_label
from segstudio.core.planes import histogram
from segstudio.core.presets import PRESETS, file_table, read_colour, table_lines
from segstudio.core.progress import Progress
from segstudio.core.stored import DEEP_MODES
from segstudio.core.wording import worded
from segstudio.formats.reading.foreign import ForeignLabels, paired

VOID = 255
_VOID_COLOUR: Colour = (224, 224, 192)
"""Of the borders between objects."""
_MOST_CLASSES = 255
_NO_COLOURS = DEEP_MODES | {"L", "1"}
"""Pillow's modes of grey."""


def find(root: Path) -> ForeignLabels | None:
    """None where `root` is laid out in another way."""
    images, labels, names = root / "JPEGImages", root / "SegmentationClass", root / "labelmap.txt"
    if not images.is_dir() or not labels.is_dir():
        return None
    named = names if names.is_file() else None
    return ForeignLabels(
        "PASCAL VOC", images, lambda: paired(images, labels), partial(_table, named), _read
    )


def _table(names: Path | None, progress: Progress) -> ClassTable:
    if names is None:
        return PRESETS["voc"]
    rows = table_lines(names)
    if len(rows) > _MOST_CLASSES:
        raise InputError(
            worded(
                "{names} names {rows} classes; a label holds {most_classes}.",
                names=names,
                rows=len(rows),
                most_classes=_MOST_CLASSES,
            )
        )
    return file_table(names, [_class(names, n, line) for n, (_, line) in enumerate(rows)], VOID)


def _class(names: Path, class_id: int, line: str) -> SegClass:
    try:
        name, colour, *_ = line.split(":")
        return SegClass(class_id, name.strip() or f"class {class_id}", read_colour(colour))
    except ValueError as error:
        raise InputError(
            worded("{names}: expected 'name:r,g,b::', found '{line}'.", names=names, line=line.strip()[:80])
        ) from error


def _read(path: Path, table: ClassTable, shape: tuple[int, int]) -> Label:
    """Values are ids in grey, and where the table is VOC's own; else colours tell the classes."""
    width, height = image_size(path)
    if (height, width) != shape:
        raise InputError(
            worded(
                "{path} is {width}×{height} pixels, but its image is {image_width}×{image_height}.",
                path=path,
                width=width,
                height=height,
                image_width=shape[1],
                image_height=shape[0],
            )
        )
    with opened_image(path) as image:
        mode, palette = image.mode, image.getpalette() if image.mode == "P" else None
    if mode in _NO_COLOURS or (palette is not None and table == PRESETS["voc"]):
        return read_class_label(path, table, shape)
    return _from_colours(path, table) if palette is None else _from_palette(path, palette, table)


def _from_palette(path: Path, palette: list[int], table: ClassTable) -> Label:
    """A value is the id of its class where it shows that one's colour. Values that share a colour with each other mean
    the classes that do, in their order."""
    values, entries = read_label(path), list(zip(palette[::3], palette[1::3], palette[2::3], strict=True))
    lookup = np.full(256, VOID, np.uint8)
    for value in np.flatnonzero(histogram(values)).tolist():
        if value >= len(entries):
            raise InputError(
                worded(
                    "{path} holds the value {value}, for which its palette has no colour.",
                    path=path,
                    value=value,
                )
            )
        if value != VOID:
            lookup[value] = _class_of_entry(value, entries, path, table)
    return lookup[values]


def _class_of_entry(value: int, entries: Sequence[Colour], path: Path, table: ClassTable) -> int:
    colour, own = entries[value], table.get(value)
    if own and own.colour == colour:
        return value
    shown = [v for v, entry in enumerate(entries) if entry == colour]
    alike = [c.id for c in table.classes if c.colour == colour]
    if len(shown) == len(alike):
        return alike[shown.index(value)]
    return _class_of(colour, path, table)


def _from_colours(path: Path, table: ClassTable) -> Label:
    codes = read_image(path).astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    found, where = np.unique(codes, return_inverse=True)
    colours = [(code >> 16, code >> 8 & 255, code & 255) for code in found.tolist()]
    return np.array([_class_of(c, path, table) for c in colours], np.uint8)[where].reshape(codes.shape)


def _class_of(colour: Colour, path: Path, table: ClassTable) -> int:
    ids = [c.id for c in table.classes if c.colour == colour]
    if not ids and colour == _VOID_COLOUR:
        return VOID
    if len(ids) != 1:
        said = ",".join(map(str, colour))
        text = worded(
            "{path} has pixels of colour {colour}, which is that of no class.", path=path, colour=said
        )
        if ids:
            text = worded(
                "{path} has pixels of colour {colour}, which is that of several classes.",
                path=path,
                colour=said,
            )
        raise InputError(text)
    return ids[0]
