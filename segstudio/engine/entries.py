"""The images of a project: which there are, what they are called, and where their labels lie."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from segstudio.core.errors import InputError
from segstudio.core.images import IMAGE_SUFFIXES, natural_key


class Status(StrEnum):
    """How far an image is."""

    UNLABELLED = "unlabelled"
    PREDICTED = "predicted"
    EDITED = "edited"  # holds edits that are in no label file yet
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class ImageEntry:
    """One image of a project.

    `key`: path below the image folder with '/' and without the suffix, e.g. 'north/scene_003'; images that share
    a stem keep the suffix ('north/scene_003.jpg'). Labels and sidecars are named after it.
    `label_path`: where the label is written. `has_label`: whether one was there when the project was opened
    or has been saved since.
    """

    key: str
    path: Path
    label_path: Path
    has_label: bool = False

    @property
    def name(self) -> str:
        """The image's file name, for people."""
        return self.path.name


def find_images(
    folder: Path, excluded: Iterable[Path] = (), closed: list[str] | None = None
) -> list[tuple[str, Path]]:
    """(key, path) of every image below `folder`, in natural order; hidden folders and `excluded` are skipped.

    Raises InputError when the folder itself cannot be read; a subfolder that cannot be is left out and appended to
    `closed`, where that is given.
    """
    skipped = {os.path.abspath(p) for p in excluded}
    try:
        found = sorted(_walk(str(folder), "", skipped, set(), closed, top=True), key=natural_key)
    except OSError as error:
        raise InputError(
            f"{folder} cannot be opened ({error.strerror or error}). Choose a folder that you may read."
        ) from error
    stems = Counter(os.path.splitext(relative)[0] for relative in found)
    full = {relative for relative in found if stems[os.path.splitext(relative)[0]] > 1}
    return [(_key(relative, full), folder / relative) for relative in found]


def _key(relative: str, full: set[str]) -> str:
    """The stem, unless images share it or it is the full name of one that does ('a.jpg' of 'a.jpg.tif')."""
    stem = os.path.splitext(relative)[0]
    return relative if relative in full or stem in full else stem


def _walk(
    folder: str,
    prefix: str,
    skipped: set[str],
    seen: set[tuple[int, int]],
    closed: list[str] | None,
    *,
    top: bool = False,
) -> Iterator[str]:
    """Relative paths of images; a folder reached twice (a link to a parent) is entered once."""
    try:
        info = os.stat(folder)
        if (info.st_dev, info.st_ino) in seen:
            return
        seen.add((info.st_dev, info.st_ino))
        with os.scandir(folder) as scan:
            items = list(scan)
    except OSError:
        if top:
            raise
        if closed is not None:
            closed.append(folder)
        return
    for item in items:
        if item.name.startswith("."):
            continue
        if _is_folder(item):
            if os.path.abspath(item.path) not in skipped:
                yield from _walk(item.path, f"{prefix}{item.name}/", skipped, seen, closed)
        elif os.path.splitext(item.name)[1].lower() in IMAGE_SUFFIXES and _can_be_read(item):
            yield prefix + item.name


def _can_be_read(item: os.DirEntry[str]) -> bool:
    """A pipe or a device would be waited for without an end. Broken links stay: reading them says what is wrong."""
    try:
        return item.is_file() or not os.path.exists(item.path)
    except OSError:
        return True


def _is_folder(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:  # a link to itself: no folder, and no reason to leave out what lies beside it
        return False
