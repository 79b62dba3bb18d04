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
    found = sorted(walk_names(folder, excluded, closed), key=natural_key)
    stems = [relative[: relative.rindex(".")] for relative in found]
    if len(set(stems)) == len(found):
        return list(zip(stems, found, strict=True))
    times = Counter(stems)
    shared = {relative for relative, stem in zip(found, stems, strict=True) if times[stem] > 1}
    return [
        (relative if relative in shared or stem in shared else stem, relative)
        for relative, stem in zip(found, stems, strict=True)
    ]


def walk_names(folder: Path, excluded: Iterable[Path] = (), closed: list[str] | None = None) -> list[str]:
    """Paths of all images below `folder`, as text and in no order. Raises InputError as `find_images`."""
    skipped = {os.path.abspath(p) for p in excluded}
    try:
        return list(_walk(str(folder), "", skipped, set(), closed, top=True))
    except OSError as error:
        raise InputError(
            f"{folder} cannot be opened ({error.strerror or error}). Choose a folder that you may read."
        ) from error


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
        elif item.name[item.name.rfind(".") :].lower() in IMAGE_SUFFIXES and _can_be_read(item):
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
