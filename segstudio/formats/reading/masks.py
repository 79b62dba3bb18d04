"""Plain masks beside images: `images/` and `masks/` or `annotations/`, the same names, value = class id.

ADE20K's scene parsing benchmark is such a folder (`annotations/`, 0 = not labelled, `objectInfo150.txt`). Masks of
0 and 255 only, as many tools write one class, are background and mask.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np

from segstudio.core.arrays import Label
from segstudio.core.classes import ClassTable, SegClass, voc_colour
from segstudio.core.errors import InputError
from segstudio.core.label_png import read_class_label, read_label
from segstudio.core.planes import histogram
from segstudio.core.presets import PRESETS, read_class_file
from segstudio.core.progress import Progress
from segstudio.core.wording import worded
from segstudio.formats.reading.foreign import ForeignLabels, files_below, paired

_FOLDERS = ("masks", "annotations", "mask", "gt")
_END = "_mask"
_ADE20K = ("objectInfo150.txt", "sceneCategories.txt")
_WHITE = 255
BINARY = ClassTable((SegClass(0, "background", (0, 0, 0)), SegClass(1, "mask", voc_colour(1))))
"""Of masks that are black and white."""


def find(root: Path) -> ForeignLabels | None:
    """None where `root` is laid out in another way."""
    images = root / "images"
    labels = next((root / name for name in _FOLDERS if (root / name).is_dir()), None)
    if labels is None or not images.is_dir():
        return None
    folder = labels

    def pairs() -> dict[str, Path]:
        named = (
            (key, name) for stem, name in files_below(folder) for key in (stem, stem.removesuffix(_END))
        )
        return paired(images, folder, named)

    if any((root / name).is_file() for name in _ADE20K):
        return ForeignLabels("ADE20K", images, pairs, lambda _progress: PRESETS["ade20k"], read_class_label)
    return ForeignLabels(f"{labels.name}/", images, pairs, partial(_table, root, folder), _read)


def _table(root: Path, folder: Path, progress: Progress) -> ClassTable:
    """Of `classes.txt`, else a class for every value in the files."""
    if (root / "classes.txt").is_file():
        return read_class_file(root / "classes.txt")
    names = sorted(name for _, name in files_below(folder))
    seen = np.zeros(256, np.bool_)
    for number, name in enumerate(names):
        progress(number, len(names), name)
        try:
            seen |= histogram(read_label(folder / name)) > 0
        except InputError:
            continue  # it is named when it is read
    values = [int(v) for v in np.flatnonzero(seen)]
    if _WHITE in values and set(values) <= {0, _WHITE}:
        return BINARY
    classes = tuple(SegClass(v, f"class {v}", voc_colour(v)) for v in values if v != _WHITE)
    if not classes:
        raise InputError(
            worded(
                "No mask in {folder} can be read as a label: indexed or grey PNG, value = class id.",
                folder=folder,
            )
        )
    return ClassTable(classes)


def _read(path: Path, table: ClassTable, shape: tuple[int, int]) -> Label:
    if table != BINARY:
        return read_class_label(path, table, shape)
    label = read_label(path, shape)
    return np.where(label == _WHITE, np.uint8(1), label)
