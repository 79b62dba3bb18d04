"""Which tool left its labels in a folder: the table of layouts that are recognised."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from segstudio.formats.reading import camvid, cityscapes, labelme, masks, voc
from segstudio.formats.reading.foreign import ForeignLabels

LAYOUTS: tuple[Callable[[Path], ForeignLabels | None], ...] = (
    voc.find,
    cityscapes.find,
    camvid.find,
    masks.find,
    labelme.find,
)
"""The last one looks at every file; the others only at a few folders."""


def recognise(root: Path, *, closely: bool) -> ForeignLabels | None:
    """Labels of another tool in `root`, None where there are none that are known. `closely`: look at every file too."""
    layouts = LAYOUTS if closely else LAYOUTS[:-1]
    return next((found for find in layouts if (found := find(root)) is not None), None)
