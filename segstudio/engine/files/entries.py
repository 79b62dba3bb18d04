"""The images of a project: which there are, what they are called, and where their labels lie."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from segstudio.core.errors import InputError
from segstudio.core.images import IMAGE_SUFFIXES, naturally_sorted


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


def walk_names(folder: Path, excluded: Iterable[Path] = (), closed: list[str] | None = None) -> list[str]:
    """Paths of all images below `folder`, as text and in no order. Raises InputError as `find_images`."""
    walk = _Walk({os.path.abspath(p) for p in excluded}, closed)
    try:
        walk.enter(str(folder), "")
    except OSError as error:
        raise InputError(
            f"{folder} cannot be opened ({error.strerror or error}). Choose a folder that you may read."
        ) from error
    return walk.found


class _Walk:
    """Collects relative paths of images; a folder reached twice (a link to a parent) is entered once."""

    def __init__(self, skipped: set[str], closed: list[str] | None) -> None:
        self.found: list[str] = []
        self._skipped = skipped
        self._closed = closed
        self._seen: set[tuple[int, int]] = set()

    def enter(self, folder: str, prefix: str) -> None:
        """Raises OSError when the folder cannot be read; of one below it, that is noted."""
        info = os.stat(folder)
        if (info.st_dev, info.st_ino) in self._seen:
            return
        self._seen.add((info.st_dev, info.st_ino))
        with os.scandir(folder) as scan:
            items = list(scan)
        for item in items:
            name = item.name
            if name.startswith("."):
                continue
            try:
                is_folder, is_file = item.is_dir(), item.is_file()
            except OSError:  # a link to itself; reading it says what is wrong
                is_folder, is_file = False, True
            if is_folder:
                if os.path.abspath(item.path) not in self._skipped:
                    self._enter_below(item.path, f"{prefix}{name}/")
            elif name[name.rfind(".") :].lower() in IMAGE_SUFFIXES and (
                is_file or _goes_nowhere(item.path)
            ):
                self.found.append(prefix + name)

    def _enter_below(self, folder: str, prefix: str) -> None:
        try:
            self.enter(folder, prefix)
        except OSError:
            if self._closed is not None:
                self._closed.append(folder)


def _goes_nowhere(path: str) -> bool:
    """A broken link: reading it says what is wrong. Other things that are no file, a pipe or a device, would be waited
    for without an end."""
    return not os.path.exists(path)
