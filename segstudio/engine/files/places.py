"""Where a project's files go: beside the images when that folder can be written, else where the user says."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from segstudio.core import paths
from segstudio.core.errors import InputError
from segstudio.core.wording import worded
from segstudio.engine.files.project_config import CONFIG_NAME, ProjectConfig, read_config

OWN_FOLDER = ".segstudio"
LABELS_FOLDER = "labels"
IMAGES_FOLDER = "images"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of label files and the folder of the sidecars that belong to them."""

    labels: Path
    state: Path


@dataclass(frozen=True, slots=True)
class Places:
    """All folders of one project.

    `shelf`: where labels are written, and read first. `fallback`: labels of a read-only project, read where
    `shelf` has none. `writable`: whether `shelf` can be written. `journals`: unsaved edits, always in the user's own
    state folder. `home`: what the user's state folder keeps for this project.
    """

    shelf: Shelf
    fallback: Shelf | None
    config: Path
    cache: Path
    journals: Path
    home: Path
    writable: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """Places, the configuration that holds, and sentences about files that could not be used."""

    places: Places
    config: ProjectConfig
    notices: tuple[str, ...]


def settle(
    root: Path, labels_folder: Path | None, state_dir: Path | None, cache_dir: Path | None
) -> Settled:
    """Find a project's folders. `labels_folder`: chosen by the user, else what segstudio.toml says, else labels/.

    `state_dir` and `cache_dir` default to the user's. Nothing is written but a probe that is removed at once.
    """
    name = project_id(root)
    home = (state_dir or paths.state_dir()) / "projects" / name
    journals = (state_dir or paths.state_dir()) / "journals" / name
    notices: list[str] = []
    own = _config(root / CONFIG_NAME, notices)
    kept = _config(home / CONFIG_NAME, notices)
    state = root / OWN_FOLDER / "state"
    here = root / (own.labels or LABELS_FOLDER)
    root_writable = can_write(state)
    if root_writable:
        labels = _absolute(labels_folder) if labels_folder else here
        places = Places(
            Shelf(labels, state), None, root / CONFIG_NAME, root / OWN_FOLDER / "cache", journals, home,
            can_write(labels),
        )  # fmt: skip
        if places.writable or labels_folder:
            return Settled(places, own, tuple(notices))
    cache = (
        root / OWN_FOLDER / "cache"
        if root_writable
        else (cache_dir or paths.cache_dir()) / "projects" / name
    )
    chosen = labels_folder or (Path(kept.labels) if kept.labels else None)
    if chosen is None:
        shelf, fallback, writable = Shelf(here, state), None, False
    else:
        labels = _absolute(chosen)
        shelf, fallback = Shelf(labels, labels / OWN_FOLDER / "state"), Shelf(here, state)
        writable = can_write(labels) and can_write(shelf.state)
    config = ProjectConfig(
        kept.table or own.table, kept.labels, kept.model or own.model, {**own.class_maps, **kept.class_maps}
    )
    return Settled(
        Places(shelf, fallback, home / CONFIG_NAME, cache, journals, home, writable), config, tuple(notices)
    )


def project_id(root: Path) -> str:
    """'<folder name>-<hash of its whole path>': a file name of this project in the user's own folders."""
    whole = os.path.realpath(root)
    name = re.sub(r"[^\w.-]+", "_", os.path.basename(whole))[:40] or "folder"
    return f"{name}-{hashlib.blake2b(whole.encode(), digest_size=6).hexdigest()}"


def can_write(folder: Path) -> bool:
    """Whether a file can really be made in `folder`, or in the nearest folder above it that is there.

    A folder without any write permission counts as read-only for the superuser as well: its owner said so.
    """
    place = folder
    while not os.path.isdir(place):
        if place == place.parent or os.path.exists(place):
            return False
        place = place.parent
    try:
        if os.name == "posix" and not place.stat().st_mode & 0o222:
            return False
        handle, name = tempfile.mkstemp(prefix=".segstudio-", suffix=".tmp", dir=place)
    except OSError:
        return False
    os.close(handle)
    with contextlib.suppress(OSError):
        os.unlink(name)
    return True


def set_aside(path: Path, mark: str) -> Path:
    """Rename 'a.png' to 'a.<mark>.png', or 'a.<mark>-2.png' … when that is taken. Raises OSError."""
    for number in range(1, 10_000):
        tail = mark if number == 1 else f"{mark}-{number}"
        target = path.with_name(f"{path.name[: -len(path.suffix)]}.{tail}{path.suffix}")
        if not target.exists():
            os.rename(path, target)
            return target
    raise FileExistsError(f"{path} has too many copies beside it")


def _config(path: Path, notices: list[str]) -> ProjectConfig:
    try:
        return read_config(path) or ProjectConfig()
    except InputError as error:
        notices.append(worded("{error} It is not used for now.", error=error))
        return ProjectConfig()


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))
