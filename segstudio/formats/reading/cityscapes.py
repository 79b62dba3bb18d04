"""Cityscapes: `leftImg8bit/<split>/<city>/…_leftImg8bit.png`, `gtFine/…_gtFine_labelTrainIds.png` or `…_labelIds.png`.

See https://github.com/mcordts/cityscapesScripts, README, 'Dataset Structure', and helpers/labels.py for the ids.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np

from segstudio.core.arrays import Label
from segstudio.core.classes import ClassTable
from segstudio.core.label_png import read_class_label, read_label
from segstudio.core.presets import PRESETS, read_class_file
from segstudio.core.progress import Progress
from segstudio.formats.reading.foreign import ForeignLabels, files_below

_IMAGE = "_leftImg8bit"
_TRAIN_IDS = "_gtFine_labelTrainIds.png"
_IDS = "_gtFine_labelIds.png"
_EVALUATED = (7, 8, 11, 12, 13, 17, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 31, 32, 33)
"""Ids of the 19 classes that count, in the order of their train ids; all others are ignored."""
_IGNORE = 255


def find(root: Path) -> ForeignLabels | None:
    """None where `root` is laid out in another way."""
    images, labels = root / "leftImg8bit", root / "gtFine"
    if not images.is_dir() or not labels.is_dir():
        return None

    def pairs() -> dict[str, Path]:
        there = {name for _, name in files_below(labels)}
        found = {}
        for stem, name in files_below(images):
            base = stem.removesuffix(_IMAGE)
            label = next((base + end for end in (_TRAIN_IDS, _IDS) if base + end in there), None)
            if label is not None:
                found[name] = labels / label
        return found

    return ForeignLabels("Cityscapes", images, pairs, partial(_table, root / "classes.txt"), _read)


def _table(own: Path, progress: Progress) -> ClassTable:
    return read_class_file(own) if own.is_file() else PRESETS["cityscapes"]


def _read(path: Path, table: ClassTable, shape: tuple[int, int]) -> Label:
    if not path.name.endswith(_IDS):
        return read_class_label(path, table, shape)
    train_ids = np.full(256, _IGNORE, np.uint8)
    train_ids[list(_EVALUATED)] = np.arange(len(_EVALUATED), dtype=np.uint8)
    return train_ids[read_label(path, shape)]
