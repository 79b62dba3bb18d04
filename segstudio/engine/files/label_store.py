"""Labels of a project on disk: reading them with their provenance, and writing them so that none is ever lost."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from segstudio.core.arrays import Plane
from segstudio.core.atomic import write_bytes
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError, WorkError
from segstudio.core.label_png import UnknownValueError, encode_label, read_class_label, read_label
from segstudio.core.planes import bands, new_plane
from segstudio.core.provenance import EMPTY, HUMAN, MODEL
from segstudio.core.wording import worded
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.places import Places, Shelf, set_aside
from segstudio.engine.files.sidecar import Sidecar, add_proposers, content_hash
from segstudio.labels.label_map import LabelMap
from segstudio.labels.past.replay import Entry, replay

Stamp = tuple[int, int]
"""Time stamp (ns) and size of a file."""

NO_LABEL = ""
"""The label hash of an image that has none."""


@dataclass(frozen=True, slots=True)
class StoredLabel:
    """What lies on disk for one image.

    `label_map` is None when there is no label, or none that can be used (then `problem` says why, and saving moves
    the file aside first). `hash` names the file's bytes: what a journal is based on. `notice`: for people.
    `unknown`: values that keep it from being used, because no class has them. `truth`: names what was read, label and
    provenance.
    """

    label_map: LabelMap | None
    hash: str
    problem: str | None = None
    notice: str | None = None
    unknown: tuple[int, ...] = ()
    truth: str = ""


@dataclass(frozen=True, slots=True)
class SavedLabel:
    """A label that is on disk now. `notice`: a file that had to be moved aside, for people. `truth`: as `StoredLabel`
    has it when it is read."""

    hash: str
    path: Path
    notice: str | None = None
    stamp: Stamp | None = None
    truth: str = ""


class LabelStore:
    """Reads and writes for one project; called in worker threads, never twice at a time for one image."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def find(self, entry: ImageEntry) -> tuple[Path, Shelf] | None:
        """The label file that holds for an image, and the shelf it lies on."""
        for shelf in (self._places.shelf, self._places.fallback):
            if shelf is not None and os.path.isfile(path := shelf.labels / f"{entry.key}.png"):
                return path, shelf
        return None

    def files(self, key: str, label_hash: str) -> tuple[str, str] | None:
        """Paths of an image's label and of the provenance that belongs to a label of this hash; None without a label.

        Text, and no objects: it is asked for every image of a project at once.
        """
        for shelf in (self._places.shelf, self._places.fallback):
            if shelf is not None and os.path.isfile(path := f"{shelf.labels}/{key}.png"):
                return path, f"{shelf.state}/{key}.{label_hash[:16]}.provenance.png"
        return None

    def stamp(self, key: str) -> Stamp | None:
        """Of the label file that holds for an image; None without one."""
        for shelf in (self._places.shelf, self._places.fallback):
            if shelf is not None and (stamp := stamp_of(f"{shelf.labels}/{key}.png")) is not None:
                return stamp
        return None

    def truth_hash(self, entry: ImageEntry, hash_of: Callable[[Path], str]) -> str | None:
        """Names what decides which pixels of the saved label count: the label and its provenance.

        `hash_of` is `Index.file_hash`. None without a label; raises InputError when a file cannot be read.
        """
        found = self.find(entry)
        if found is None:
            return None
        path, shelf = found
        label_hash = hash_of(path)
        provenance = Sidecar(shelf.state, entry.key).provenance_path(label_hash)
        return f"{label_hash}+{hash_of(provenance) if provenance.exists() else 'human'}"

    def read(self, entry: ImageEntry, shape: tuple[int, int], table: ClassTable) -> StoredLabel:
        """The label of an image of (height, width). A bad file is a `problem`, not an exception."""
        found = self.find(entry)
        if found is None:
            return StoredLabel(None, NO_LABEL)
        path, shelf = found
        label_hash = NO_LABEL
        try:
            label_hash = content_hash(_bytes(path))
            label = read_class_label(path, table, shape)
        except InputError as error:
            kept = f"{entry.key.rsplit('/', 1)[-1]}.bad.png"
            sentence = worded(
                "{error} It is left as it is; if you save a new label, it is kept as {kept}.",
                error=error,
                kept=kept,
            )
            unknown = error.values if isinstance(error, UnknownValueError) else ()
            return StoredLabel(None, label_hash, sentence, unknown=unknown, truth=f"{label_hash} unusable")
        sidecar = Sidecar(shelf.state, entry.key)
        values = sidecar.read()
        provenance = sidecar.read_provenance(label_hash, shape)
        notice = None
        if values is not None and provenance is None:
            notice = worded(
                "The sidecar of {path} is gone, so all of its pixels count as painted by a person.",
                path=path,
            )
            if values.get("label") != label_hash:
                notice = worded(
                    "{path} was changed by another program, so all of its pixels count as painted by a person.",
                    path=path,
                )
        if provenance is None:
            label_map = LabelMap.from_label(label, table.ignore_index)
            return StoredLabel(label_map, label_hash, notice=notice, truth=f"{label_hash}+human")
        for rows in bands(label):
            label[rows][provenance[rows] == EMPTY] = table.ignore_index
        truth = f"{label_hash}+{content_hash(_bytes(sidecar.provenance_path(label_hash)))}"
        return StoredLabel(LabelMap(label, provenance, table.ignore_index), label_hash, truth=truth)

    def save(
        self,
        entry: ImageEntry,
        label_map: LabelMap,
        table: ClassTable,
        *,
        base: str | None = None,
        announce: Callable[[str], None] | None = None,
        remarks: dict[str, Any] | None = None,
        unresolved: Sequence[Entry] = (),
    ) -> SavedLabel:
        """Write label and sidecar. Raises WorkError; the former label is then untouched.

        Pixels of a merged or deleted class keep its value in the file where they still count as what they were
        merged into: the class can be restored until the labels are compacted.

        `base`: hash of the label that the edits were made on (None: whichever is there). A file that is not that
        one, or that cannot be used, is not overwritten: it is moved to '<name>.bad.png' or '<name>.other.png'.
        `announce` gets the new label's hash just before the file is replaced (for the journal).
        `remarks`: further entries of the sidecar (the model, its score before correction). `unresolved`: recovered
        edits, which the former file lacks, with the values of merged classes that they were made with.
        """
        shelf = self._places.shelf
        path = shelf.labels / f"{entry.key}.png"
        data = encode_label(self._values(entry, label_map, table, unresolved, base), table)
        label_hash = content_hash(data)
        notice = self._protect(
            path, label_map.shape, table, {base, label_hash} if base is not None else None
        )
        sidecar = Sidecar(shelf.state, entry.key)
        truth = f"{label_hash}+{sidecar.write_provenance(label_hash, label_map.provenance)}"
        if announce is not None:
            announce(label_hash)
        write_bytes(path, data)
        provenance = label_map.provenance
        proposed = any(bool((provenance[rows] == MODEL).any()) for rows in bands(provenance))
        said = add_proposers(sidecar.read(), remarks or {}, proposed=proposed)
        sidecar.write({**said, "label": label_hash, "status": "saved"})
        return SavedLabel(label_hash, path, notice, stamp_of(path), truth)

    def _values(
        self,
        entry: ImageEntry,
        label_map: LabelMap,
        table: ClassTable,
        unresolved: Sequence[Entry],
        base: str | None,
    ) -> Plane:
        """uint8 H×W: what the file is to hold, see `save`; just the label where there is no former one to use."""
        label, provenance = label_map.label, label_map.provenance
        values = self._former(entry, label_map.shape, base) if table.aliases else None
        if not table.aliases or (values is None and not unresolved):
            return label
        if values is None:
            values = new_plane(label_map.shape, table.ignore_index)
        if unresolved:
            replay(LabelMap(values, new_plane(label_map.shape, HUMAN), table.ignore_index), unresolved, "")
        lookup = table.lookup
        for rows in bands(values):
            same = (lookup[values[rows]] == label[rows]) & (provenance[rows] != EMPTY)
            values[rows] = np.where(same, values[rows], label[rows])
        return values

    def _former(self, entry: ImageEntry, shape: tuple[int, int], base: str | None) -> Plane | None:
        """The values of the label file that holds for an image; None without one that can be used, or where another
        program has written since `base`."""
        found = self.find(entry)
        try:
            if found is None or (base is not None and content_hash(_bytes(found[0])) != base):
                return None
            return read_label(found[0], shape)
        except InputError:
            return None

    def _protect(
        self, path: Path, shape: tuple[int, int], table: ClassTable, expected: set[str] | None
    ) -> str | None:
        """Move a file aside that a save would destroy without anybody having seen it."""
        if not path.exists():
            return None
        try:
            known = expected is None or content_hash(_bytes(path)) in expected
            read_class_label(path, table, shape)
            if known:
                return None
            mark = "other"
        except InputError:
            mark = "bad"
        try:
            kept = set_aside(path, mark)
        except OSError as error:
            raise WorkError(
                worded(
                    "{path} could not be moved aside ({reason}), so the new label was not saved. Move it "
                    "yourself and save again.",
                    path=path,
                    reason=error.strerror or error,
                )
            ) from error
        if mark == "bad":
            return worded(
                "The former {name} could not be used and is kept as {kept}.", name=path.name, kept=kept.name
            )
        return worded(
            "The former {name} was changed by another program meanwhile and is kept as {kept}.",
            name=path.name,
            kept=kept.name,
        )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            worded("{path} cannot be read ({reason}).", path=path, reason=error.strerror or error)
        ) from error


def stamp_of(path: Path | str) -> Stamp | None:
    """None where there is no such file."""
    try:
        info = os.stat(path)
    except OSError:
        return None
    return info.st_mtime_ns, info.st_size
