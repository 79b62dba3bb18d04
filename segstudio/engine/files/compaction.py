"""Rewriting all labels of a project to another numbering of its classes: all of them, or, after a crash, none.

First every new file is written beside its original, hidden; then one small file, `commit.json`, says that all of them
are there; only then do they take their places, and the class table changes. Before the commit a crash leaves the
labels as they were (the next compaction throws away what was written); after it, opening the project finishes the work. A label
file under its new name is the same file to its provenance, which is written for both before either holds.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segstudio.core.atomic import write_bytes, write_text
from segstudio.core.class_edits import compacted
from segstudio.core.class_map import renumbered
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError, WorkError
from segstudio.core.label_png import encode_label, read_class_label, read_label
from segstudio.core.progress import CancelToken, Progress
from segstudio.core.wording import worded
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.label_store import LabelStore
from segstudio.engine.files.places import Places
from segstudio.engine.files.project_config import CONFIG_NAME, ProjectConfig, read_config, write_config
from segstudio.engine.files.sidecar import Sidecar, content_hash

_FOLDER = ".segstudio-compaction"
_COMMIT = "commit.json"


@dataclass(frozen=True, slots=True)
class _Staged:
    """One label: hashes of the file that is there and of the one that replaces it."""

    key: str
    former: str
    latter: str


def compact(
    places: Places,
    store: LabelStore,
    entries: Sequence[ImageEntry],
    config: ProjectConfig,
    *,
    renumber: bool = False,
    progress: Progress | None = None,
    token: CancelToken | None = None,
) -> ClassTable:
    """Apply the aliases of the table to all label files; returns the table that holds now.

    `renumber`: classes also get the ids 0, 1, 2 … in their order. In a worker, while nobody edits. Raises InputError
    when a label cannot be used (nothing was changed then), WorkError when there is no room or permission, and
    Cancelled before the commit.
    """
    former = config.table
    if former is None:
        raise InputError(worded("The project has no class table to compact."))
    table, lookup = compacted(former, renumber=renumber)
    folder = places.shelf.labels / _FOLDER
    discard(places)
    staged: list[_Staged] = []
    labelled = [(entry, found) for entry in entries if (found := store.find(entry)) is not None]
    try:
        for done, (entry, (path, shelf)) in enumerate(labelled):
            if token:
                token.raise_if_cancelled()
            if progress:
                progress(done, len(labelled), entry.name)
            if shelf != places.shelf:
                raise InputError(
                    worded(
                        "{path} cannot be written, so the labels cannot be compacted. Choose a labels folder of "
                        "your own and save them there first.",
                        path=path,
                    )
                )
            read_class_label(path, former)  # says what is wrong with it
            staged.append(_stage(folder, entry.key, path, Sidecar(shelf.state, entry.key), table, lookup))
        maps = renumbered(config.class_maps, lookup)
        write_config(folder / CONFIG_NAME, ProjectConfig(table, config.labels, config.model, maps))
        if token:
            token.raise_if_cancelled()
        commit = {"lookup": lookup.tolist(), "files": [[s.key, s.former, s.latter] for s in staged]}
        write_text(folder / _COMMIT, json.dumps(commit))
    except BaseException:
        discard(places)
        raise
    finish(places)
    return table


def discard(places: Places) -> None:
    """Throw away what a compaction has written that was never committed; while none is at work."""
    folder = places.shelf.labels / _FOLDER
    if not (folder / _COMMIT).exists():
        shutil.rmtree(folder, ignore_errors=True)


def finish(places: Places) -> bool:
    """Finish a committed compaction, if there is one; True when it did. To be done before a project is read.

    Raises WorkError when it cannot be finished: the labels then hold a mixture and must not be used.
    """
    folder = places.shelf.labels / _FOLDER
    if not (folder / _COMMIT).is_file():
        return False
    try:
        commit = json.loads((folder / _COMMIT).read_text("utf-8"))
        config = read_config(folder / CONFIG_NAME)
        lookup = np.array(commit["lookup"], np.uint8)
        staged = [_Staged(key, former, latter) for key, former, latter in commit["files"]]
        if config is None or config.table is None or lookup.shape != (256,):
            raise ValueError("the class table is missing")
        for item in staged:
            _place(places, folder, item, config.table, lookup)
        write_config(places.config, config)
        (folder / _COMMIT).unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
    except (OSError, ValueError, KeyError, TypeError, InputError) as error:
        raise WorkError(
            worded(
                "The labels in {labels} are half rewritten by a compaction that was interrupted, and it "
                "cannot be finished ({error}). Make the folder writable and open the project again.",
                labels=places.shelf.labels,
                error=error,
            )
        ) from error
    return True


def _stage(
    folder: Path, key: str, path: Path, sidecar: Sidecar, table: ClassTable, lookup: NDArray[np.uint8]
) -> _Staged:
    data = path.read_bytes()
    label = read_label(path)
    new = encode_label(lookup[label], table)
    former, latter = content_hash(data), content_hash(new)
    write_bytes(folder / f"{key}.png", new)
    provenance = sidecar.read_provenance(former, (label.shape[0], label.shape[1]))
    if provenance is not None:
        sidecar.write_provenance(latter, provenance)
    return _Staged(key, former, latter)


def _place(
    places: Places, folder: Path, item: _Staged, table: ClassTable, lookup: NDArray[np.uint8]
) -> None:
    target, new = places.shelf.labels / f"{item.key}.png", folder / f"{item.key}.png"
    sidecar = Sidecar(places.shelf.state, item.key)
    there = content_hash(target.read_bytes()) if target.exists() else ""
    if there == item.former:
        with contextlib.suppress(FileNotFoundError):  # another window finishes at the same time
            os.replace(new, target)
    elif there and there != item.latter:  # somebody else wrote it since it was read: in the former numbers
        write_bytes(target, encode_label(lookup[read_label(target)], table))
        return
    values = sidecar.read()
    if values is not None and values.get("label") == item.former and item.former != item.latter:
        sidecar.write({"label": item.latter})
    with contextlib.suppress(OSError):
        new.unlink()
