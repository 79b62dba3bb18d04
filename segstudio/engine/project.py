"""A project: a folder of images with the class table, labels and state that belong to them."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import numpy as np

from segstudio.core.class_map import ClassChoice
from segstudio.core.classes import ClassTable, SegClass, voc_colour
from segstudio.core.errors import InputError, WorkError
from segstudio.core.images import image_size
from segstudio.core.label_png import read_label
from segstudio.core.planes import histogram
from segstudio.core.presets import PRESETS, read_class_file
from segstudio.core.walking import walk_names
from segstudio.core.wording import joined, worded
from segstudio.engine.files.compaction import finish
from segstudio.engine.files.entries import ImageEntry, image_names
from segstudio.engine.files.label_store import LabelStore
from segstudio.engine.files.offer import Offer, offer_of
from segstudio.engine.files.places import (
    IMAGES_FOLDER,
    LABELS_FOLDER,
    OWN_FOLDER,
    Places,
    set_aside,
    settle,
)
from segstudio.engine.files.project_config import CONFIG_NAME, ProjectConfig, read_config, write_config
from segstudio.formats.reading.foreign import ForeignLabels
from segstudio.formats.reading.recognise import recognise
from segstudio.labels.label_map import LabelMap

CLASSES_NAME = "classes.txt"
_FINISHED = worded("Rewriting the labels had been interrupted; it is finished now, and none was lost.")
_SCANNED_LABELS = 300
"""Without a class table, the values of this many label files (spread over all) name the classes."""


class TableSource(StrEnum):
    """Where a project's class table came from; a table of the MODEL follows the model until something is saved."""

    CONFIG = CONFIG_NAME
    FILE = CLASSES_NAME
    LABELS = "label files"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class _FoundTable:
    table: ClassTable
    source: TableSource
    notices: tuple[str, ...] = ()


class Project:
    """Images in natural order and what belongs to them. `open` reads folders, never pixels of images.

    Owned by one thread; `store` may be used in workers. Images are never written to.
    """

    def __init__(
        self,
        *,
        root: Path,
        places: Places,
        images: list[ImageEntry],
        found: _FoundTable,
        offer: Offer | None,
        model: str | None,
        class_maps: Mapping[str, ClassChoice],
        notices: tuple[str, ...],
    ) -> None:
        """Use `Project.open`."""
        self.root = root
        self.places = places
        self.images = images
        self.offer = offer
        """Labels of another tool that lie in the folder, for images that have none."""
        self.table = found.table
        self.table_source = found.source
        self.model = model
        self.class_maps = dict(class_maps)
        """By model name: what a person said about which of its classes is which of the project's."""
        self.notices: list[str] = [*notices, *found.notices]
        self.store = LabelStore(places)
        self._config_lock = threading.Lock()
        self._rows = {entry.key: row for row, entry in enumerate(images)}

    @classmethod
    def open(
        cls,
        folder: Path,
        labels_folder: Path | None = None,
        *,
        model_table: ClassTable | None = None,
        state_dir: Path | None = None,
        cache_dir: Path | None = None,
    ) -> Project:
        """Open a folder with `images/` (and `labels/`), or a bare folder of images at any depth.

        The class table is that of segstudio.toml, else of classes.txt, else the values of the labels, else
        `model_table` (default: PASCAL VOC's). Raises InputError when the folder cannot be read or holds no image,
        WorkError when an interrupted compaction cannot be finished.
        """
        root = Path(folder).absolute()
        if not os.path.isdir(root):
            raise InputError(_why_no_folder(root))
        settled = settle(root, labels_folder, state_dir, cache_dir)
        finished = finish(settled.places)
        if finished:
            settled = settle(root, labels_folder, state_dir, cache_dir)
        places = settled.places
        labelled = _labelled(places)
        foreign = recognise(root, closely=not labelled)
        inner, found = _images(root, places, foreign)
        if not found:
            raise InputError(
                worded(
                    "{folder} holds no image (JPEG, PNG, TIFF, BMP, WebP …). Choose a folder of pictures.",
                    folder=root,
                )
            )
        shelf = str(places.shelf.labels)
        images = [
            ImageEntry(key, f"{inner}/{relative}", f"{shelf}/{key}.png", f"{key}.png" in labelled)
            for key, relative in found
        ]
        table = _table(root, settled.config, places, images, model_table)
        return cls(
            root=root,
            places=places,
            images=images,
            offer=offer_of(foreign, images) if foreign is not None else None,
            found=table,
            model=settled.config.model,
            class_maps=settled.config.class_maps,
            notices=(*settled.notices, *((_FINISHED,) if finished else ())),
        )

    @property
    def name(self) -> str:
        return self.root.name or str(self.root)

    @property
    def labels_dir(self) -> Path:
        """Where labels are written."""
        return self.places.shelf.labels

    @property
    def writable(self) -> bool:
        """Whether labels and their state can be written where they belong."""
        return self.places.writable

    @property
    def has_labels(self) -> bool:
        return any(entry.has_label for entry in self.images)

    @property
    def table_revision(self) -> str:
        """Names everything in the table that figures depend on: ids, names (they map the model's) and ignore id."""
        return table_revision(self.table)

    def __contains__(self, key: object) -> bool:
        """Whether there is an image of that key."""
        return key in self._rows

    def row(self, key: str) -> int:
        """Raises KeyError when there is no image of that key."""
        return self._rows[key]

    def entry(self, key: str) -> ImageEntry:
        """The entry as it is now. Raises KeyError."""
        return self.images[self._rows[key]]

    def mark_labelled(self, key: str) -> ImageEntry:
        """A label of this image was saved."""
        row = self._rows[key]
        self.images[row] = replace(self.images[row], has_label=True)
        return self.images[row]

    def mark_unlabelled(self, key: str) -> ImageEntry:
        """The label of this image is gone."""
        row = self._rows[key]
        self.images[row] = replace(self.images[row], has_label=False)
        return self.images[row]

    def load_label(self, entry: ImageEntry) -> LabelMap | None:
        """The saved label with its provenance; None when there is none. Raises InputError for a bad one."""
        width, height = image_size(entry.path)
        stored = self.store.read(entry, (height, width), self.table)
        if stored.problem:
            raise InputError(stored.problem)
        return stored.label_map

    def ensure_there(self) -> None:
        """Raises WorkError when the folder went away: a new one in its place, on another disk perhaps, helps nobody."""
        if self.labels_dir.is_relative_to(self.root) and not os.path.isdir(self.root):
            raise WorkError(
                worded(
                    "{folder} is gone, so nothing was saved. Plug the disk in again or move the folder back, "
                    "or choose another labels folder.",
                    folder=self.root,
                )
            )

    def set_table(self, table: ClassTable) -> None:
        """Use another table from now on; `save_config` keeps it."""
        self.table = table
        self.table_source = TableSource.CONFIG

    def config(self) -> ProjectConfig:
        """What `save_config` writes: a value that a worker can take along."""
        labels = str(self.labels_dir)
        if self.labels_dir.is_relative_to(self.root):
            labels = self.labels_dir.relative_to(self.root).as_posix()
        return ProjectConfig(self.table, labels, self.model, dict(self.class_maps))

    def save_config(self) -> None:
        """Write segstudio.toml as things stand now; also in a worker: the last to write has the newest.

        Raises WorkError.
        """
        self.ensure_there()
        with self._config_lock:
            store_config(self.places.config, self.config())


def store_config(path: Path, config: ProjectConfig) -> None:
    """Write segstudio.toml; one that cannot be understood is kept as 'segstudio.bad.toml'. Raises WorkError."""
    try:
        read_config(path)
    except InputError:
        try:
            set_aside(path, "bad")
        except OSError as error:
            raise WorkError(
                worded(
                    "{path} could not be moved aside ({reason}).", path=path, reason=error.strerror or error
                )
            ) from error
    write_config(path, config)


def table_revision(table: ClassTable) -> str:
    """Hash of ids, names, number of ids and ignore index; colours do not count."""
    text = repr(
        (table.num_classes, table.ignore_index, [(c.id, c.name) for c in table.classes], table.aliases)
    )
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _why_no_folder(root: Path) -> str:
    try:
        root.stat()
    except FileNotFoundError:
        return worded("{path} does not exist. Was it moved, or its disk unplugged?", path=root)
    except OSError as error:
        return worded(
            "{path} cannot be opened ({reason}). Choose a folder that you may read.",
            path=root,
            reason=error.strerror or error,
        )
    return worded("{path} is a file; open the folder that it lies in.", path=root)


def _images(root: Path, places: Places, foreign: ForeignLabels | None) -> tuple[str, list[tuple[str, str]]]:
    """The folder in which the images lie, and their keys and paths below it."""
    shelves = [places.shelf, *([places.fallback] if places.fallback else [])]
    excluded = [root / OWN_FOLDER, root / LABELS_FOLDER, *(s.labels for s in shelves)]
    excluded = [p for p in excluded if p != root]
    inner = root / IMAGES_FOLDER
    if foreign is not None:
        inner, excluded = foreign.images, [*excluded, *foreign.excluded]
    if os.path.isdir(inner) and (found := image_names(inner, excluded)):
        return str(inner), found
    return str(root), image_names(root, excluded)


def _labelled(places: Places) -> set[str]:
    """Names below the label folders, '<key>.png': one walk instead of a question per image."""
    found: set[str] = set()
    for shelf in (places.shelf, places.fallback):
        if shelf is not None and os.path.isdir(shelf.labels):
            found.update(walk_names(shelf.labels))
    return found


def _table(
    root: Path,
    config: ProjectConfig,
    places: Places,
    images: list[ImageEntry],
    model_table: ClassTable | None,
) -> _FoundTable:
    notices: list[str] = []
    if config.table is not None:
        return _FoundTable(config.table, TableSource.CONFIG)
    for folder in (root, root / IMAGES_FOLDER, places.shelf.labels):
        if os.path.isfile(folder / CLASSES_NAME):
            try:
                return _FoundTable(read_class_file(folder / CLASSES_NAME), TableSource.FILE)
            except InputError as error:
                notices.append(worded("{error} The class table was made without it.", error=error))
    labelled = [entry for entry in images if entry.has_label]
    if labelled:
        scanned = _scan(LabelStore(places), labelled)
        if scanned is not None:
            return replace(scanned, notices=(*notices, *scanned.notices))
    return _FoundTable(model_table or PRESETS["voc"], TableSource.MODEL, tuple(notices))


def _scan(store: LabelStore, labelled: list[ImageEntry]) -> _FoundTable | None:
    """'class N' for every value in the label files; None when none of them can be read."""
    step = max(len(labelled) / _SCANNED_LABELS, 1.0)
    chosen = [labelled[int(i * step)] for i in range(min(len(labelled), _SCANNED_LABELS))]
    seen = np.zeros(256, np.bool_)
    for entry in chosen:
        found = store.find(entry)
        if found is None:
            continue
        try:
            label = read_label(found[0])
        except InputError:
            continue  # it is named when it is opened
        seen |= histogram(label) > 0
    values = [int(v) for v in np.flatnonzero(seen) if v != 255]
    if not values:
        return None
    table = ClassTable(tuple(SegClass(v, f"class {v}", voc_colour(v)) for v in values))
    notices = [
        worded(
            "There is no class table: the classes are named after the values in the label files ({count} values). Name "
            "them in the class panel.",
            count=len(values),
        )
    ]
    if len(chosen) < len(labelled):
        seen_files = worded(
            "{seen} of {files} label files were looked at.", seen=len(chosen), files=len(labelled)
        )
        notices.append(seen_files)
    return _FoundTable(table, TableSource.LABELS, (joined(notices),))
