"""What is known of labels in another tool's layout, without reading one of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from segstudio.core.arrays import Label
from segstudio.core.classes import ClassTable
from segstudio.core.images import IMAGE_SUFFIXES
from segstudio.core.progress import Progress


@dataclass(frozen=True)
class ForeignLabels:
    """Images and the labels that another tool made of them. Nothing of it is ever written to.

    `title`: of the layout, for people. `images`: the folder that holds the images. `excluded`: folders below it that
    hold labels, which are pictures too.
    `pairs`: asks the disk for the label file of each image, by the image's path below `images` ('a/b.jpg').
    `table`: the classes; may look into every file. `read`: uint8 H×W ids of that table, of a file in `pairs` for an
    image of (height, width). Both raise InputError naming the file.
    """

    title: str
    images: Path
    pairs: Callable[[], Mapping[str, Path]]
    table: Callable[[Progress], ClassTable]
    read: Callable[[Path, ClassTable, tuple[int, int]], Label]
    excluded: tuple[Path, ...] = ()


def files_below(folder: Path) -> Iterator[str]:
    """Paths below `folder` with '/', hidden ones left out, in no order; nothing where there is no such folder."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = os.path.relpath(place, folder).replace(os.sep, "/")
        prefix = "" if below == "." else f"{below}/"
        yield from (f"{prefix}{name}" for name in names if not name.startswith("."))


def pictures_below(folder: Path) -> Iterator[tuple[str, str]]:
    """(path without its suffix, path) of every image below `folder`."""
    for name in files_below(folder):
        stem, suffix = os.path.splitext(name)
        if suffix.lower() in IMAGE_SUFFIXES:
            yield stem, name
