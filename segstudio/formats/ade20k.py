"""ADE20K's scene parsing layout: `images/` and `annotations/*.png` (grey), where 0 is ignored and classes begin at 1.

See http://sceneparsing.csail.mit.edu, 'Data'. Training code takes one off again ('reduce_zero_label').
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np

from segstudio.core.atomic import write_bytes
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.core.presets import write_class_file
from segstudio.core.wording import worded
from segstudio.formats.labelled import JPEG, LabelSet, copy_image, encoded

_IGNORE = 0
_HIGHEST = 255


def write(labels: LabelSet, out: Path) -> None:
    """Ids stay, or all rise by one where the table has a class 0; `classes.txt` holds them as they are written.

    Raises InputError when there is no room for that, or for labels that cannot be read; WorkError when `out` cannot be
    written.
    """
    table = labels.table
    rise = 1 if _IGNORE in table else 0
    if max(c.id for c in table.classes) + rise > _HIGHEST:
        raise InputError(
            worded(
                "ADE20K keeps 0 for what is ignored, so the classes would rise by one, and this class "
                "table goes up to {highest}. Give that class another id.",
                highest=_HIGHEST,
            )
        )
    values = np.zeros(256, np.uint8)
    for c in table.classes:
        values[c.id] = c.id + rise
    for item, label in labels.labels():
        write_bytes(out / "annotations" / f"{item.key}.png", encoded(values[label], "PNG"))
        if labels.with_images:
            copy_image(item.image, out / "images", item.key, JPEG)
    raised = tuple(dataclasses.replace(c, id=c.id + rise) for c in table.classes)
    write_class_file(out / "classes.txt", ClassTable(raised, _IGNORE, table.ignore_name))
