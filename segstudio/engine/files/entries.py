"""The images of a project: which there are, what they are called, and where their labels lie."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from segstudio.core.images import naturally_sorted
from segstudio.core.walking import walk_names


class Status(StrEnum):
    """How far an image is."""

    UNLABELLED = "unlabelled"
    PREDICTED = "predicted"
    EDITED = "edited"  # holds edits that are in no label file yet
    SAVED = "saved"
    UNUSABLE = "unusable"  # a label file is there that cannot be used


@dataclass(frozen=True, slots=True)
class ImageEntry:
    """One image of a project.

    `key`: path below the image folder with '/' and without the suffix, e.g. 'north/scene_003'; images that share
    a stem keep the suffix ('north/scene_003.jpg'). Labels and sidecars are named after it.
    `label_path`: where the label is written. `has_label`: whether one was there when the project was opened
    or has been saved since. `file`, `label_file`: the paths as text, which a project of 100,000 images has room for.
    """

    key: str
    file: Path | str
    label_file: Path | str
    has_label: bool = False

    @property
    def path(self) -> Path:
        return Path(self.file)

    @property
    def label_path(self) -> Path:
        return Path(self.label_file)

    @property
    def name(self) -> str:
        """The image's file name, for people."""
        return os.path.basename(self.file)


def find_images(
    folder: Path, excluded: Iterable[Path] = (), closed: list[str] | None = None
) -> list[tuple[str, Path]]:
    """(key, path) of every image below `folder`, in natural order; hidden folders and `excluded` are skipped.

    Raises InputError when the folder itself cannot be read; a subfolder that cannot be is left out and appended to
    `closed`, where that is given.
    """
    return [(key, folder / relative) for key, relative in image_names(folder, excluded, closed)]


def image_names(
    folder: Path, excluded: Iterable[Path] = (), closed: list[str] | None = None
) -> list[tuple[str, str]]:
    """As `find_images`, with the path below `folder` as text.

    A key is the stem, unless images share it or it is the full name of one that does ('a.jpg' of 'a.jpg.tif').
    """
    found = naturally_sorted(walk_names(folder, excluded, closed))
    stems = [relative[: relative.rindex(".")] for relative in found]
    if len(set(stems)) == len(found):
        return list(zip(stems, found, strict=True))
    times = Counter(stems)
    shared = {relative for relative, stem in zip(found, stems, strict=True) if times[stem] > 1}
    return [
        (relative if relative in shared or stem in shared else stem, relative)
        for relative, stem in zip(found, stems, strict=True)
    ]
