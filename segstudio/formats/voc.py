"""The layout of PASCAL VOC's segmentation task.

`JPEGImages/*.jpg` (other pictures become JPEG), `SegmentationClass/*.png` (indexed, palette = class colours, 255 = void),
`ImageSets/Segmentation/trainval.txt`, and `labelmap.txt` (name:r,g,b::) as annotation tools write it.
Specification: The PASCAL Visual Object Classes Challenge 2012 (VOC2012) Development Kit, section 3.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from segstudio.core.atomic import write_text
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.core.label_png import write_label
from segstudio.core.wording import worded
from segstudio.formats.labelled import JPEG, LabelSet, copy_image, flat_names

VOID = 255


def write(labels: LabelSet, out: Path) -> None:
    """Class ids stay; the ignore value becomes 255, which is what VOC's readers ignore.

    Raises InputError when 255 is a class, or for labels that cannot be read; WorkError when `out` cannot be
    written.
    """
    table = labels.table
    if VOID in table:
        raise InputError(
            worded(
                "VOC keeps 255 for void, and this class table uses it for a class. Give that class "
                "another id."
            )
        )
    names = flat_names(labels.items)
    voc_table = ClassTable(table.classes, VOID, table.ignore_name)
    for item, label in labels.labels():
        name = names[item.key]
        pixels = np.where(label == table.ignore_index, np.uint8(VOID), label)
        write_label(out / "SegmentationClass" / f"{name}.png", pixels, voc_table)
        if labels.with_images:
            copy_image(item.image, out / "JPEGImages", name, JPEG)
    lines = "".join(f"{names[item.key]}\n" for item in labels.items)
    write_text(out / "ImageSets" / "Segmentation" / "trainval.txt", lines)
    write_text(out / "labelmap.txt", _labelmap(table))


def _labelmap(table: ClassTable) -> str:
    rows = ["# label:color_rgb:parts:actions"]
    for c in table.classes:
        name = " ".join(c.name.replace(":", " ").split()).lstrip("#")  # that would make it a comment
        rows.append(f"{name}:{','.join(map(str, c.colour))}::")
    return "\n".join(rows) + "\n"
