"""What is known of labels in another tool's layout, without reading one of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from segstudio.core.arrays import Label
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.core.images import IMAGE_SUFFIXES
from segstudio.core.plain_text import composed
from segstudio.core.progress import Progress
from segstudio.core.walking import walk_names


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


def files_below(folder: Path, suffixes: Collection[str] = IMAGE_SUFFIXES) -> list[tuple[str, str]]:
    """(path without its suffix, path) of every file below `folder` with one of `suffixes`, as `walk_names`; none where
    there is no such folder, or it cannot be read."""
    try:
        return [(name[: name.rindex(".")], name) for name in walk_names(folder, suffixes=suffixes)]
    except InputError:
        return []


def paired(
    images: Path, labels: Path, described: Iterable[tuple[str, str]] | None = None
) -> dict[str, Path]:
    """The label file of every image below `images` (its path there) that has one of the same stem below `labels`.

    `described`: (stem, path) of the files that count, default all pictures. Of several with one stem a PNG counts, else
    the last by name. An accent may be written in either of Unicode's ways.
    """
    files = files_below(labels) if described is None else described
    best_last = sorted(files, key=lambda file: (file[1].lower().endswith(".png"), file[1]))
    by_stem = {composed(stem): labels / name for stem, name in best_last}
    return {name: by_stem[key] for stem, name in files_below(images) if (key := composed(stem)) in by_stem}
