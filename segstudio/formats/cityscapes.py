"""Cityscapes' file names: `gtFine/<key>_gtFine_labelTrainIds.png` (grey, 255 = ignore) and `…_color.png` (RGB).

Class ids of the table are written as they are; they are Cityscapes' train ids where the table is.
See https://github.com/mcordts/cityscapesScripts, README, 'Dataset Structure'.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from segstudio.core.atomic import write_bytes
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.core.presets import write_class_file
from segstudio.core.wording import worded
from segstudio.formats.labelled import PNG, LabelSet, copy_image, encoded

IGNORE = 255


def write(labels: LabelSet, out: Path) -> None:
    """Raises InputError when 255 is a class, or for labels that cannot be read; WorkError when `out` cannot be
    written."""
    table = labels.table
    if IGNORE in table:
        raise InputError(
            worded(
                "Cityscapes ignores 255, and this class table uses it for a class. Give that class "
                "another id."
            )
        )
    palette = np.zeros((256, 3), np.uint8)
    for c in table.classes:
        palette[c.id] = c.colour
    for item, label in labels.labels():
        ids = np.where(label == table.ignore_index, np.uint8(IGNORE), label)
        base = out / "gtFine" / f"{item.key}_gtFine"
        write_bytes(base.with_name(f"{base.name}_labelTrainIds.png"), encoded(ids, "PNG"))
        write_bytes(base.with_name(f"{base.name}_color.png"), encoded(palette[ids], "PNG"))
        if labels.with_images:
            copy_image(item.image, out / "leftImg8bit", f"{item.key}_leftImg8bit", PNG)
    write_class_file(out / "classes.txt", ClassTable(table.classes, IGNORE, table.ignore_name))
