"""Copying the labels that another tool left in a folder into the project's own, where they can be corrected."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from segstudio.core.arrays import Label
from segstudio.core.classes import ClassTable, map_classes
from segstudio.core.errors import InputError
from segstudio.core.images import image_size
from segstudio.core.progress import CancelToken, Progress
from segstudio.core.wording import worded
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.label_store import NO_LABEL
from segstudio.engine.files.offer import Offer, offer_of
from segstudio.engine.project import Project, TableSource, store_config
from segstudio.formats.reading.foreign import ForeignLabels
from segstudio.formats.reading.recognise import recognise
from segstudio.labels.label_map import LabelMap


@dataclass(frozen=True, slots=True)
class Adopted:
    """`keys`: images that have a label now. `failures`: a sentence for each that could not be read."""

    keys: tuple[str, ...]
    failures: tuple[str, ...]


def find_offer(project: Project) -> Offer | None:
    """`project.offer`, or what a look at every file finds, which is spared where a folder with labels is opened."""
    if project.offer is not None:
        return project.offer
    labels = recognise(project.root, closely=True)
    return offer_of(labels, project.images) if labels is not None else None


def adopt_labels(
    project: Project,
    offer: Offer,
    progress: Progress,
    token: CancelToken,
    edited: Collection[str] = (),
) -> Adopted:
    """Write a label, painted by a person throughout, for every image of the offer but those in `edited` and those that
    have got one of their own since the offer was made.

    A project whose classes nobody has decided on takes those of the labels; otherwise classes are told by their names.
    Raises InputError for names that the project has not, WorkError for a failed write, Cancelled; what was written
    until then stays.
    """
    theirs = offer.labels.table(lambda done, total, what: _ticked(progress, token, done, total, what))
    own = theirs if _undecided(project) else project.table
    lookup = None if own == theirs else _by_name(theirs, own)
    wanted = [project.entry(key) for key in offer.files if key not in edited]
    keys: list[str] = []
    failures: list[str] = []
    for number, entry in enumerate(wanted):
        _ticked(progress, token, number, len(wanted), entry.name)
        if project.store.find(entry) is not None:
            continue
        try:
            label = _read(offer.labels, offer.files[entry.key], theirs, entry)
        except InputError as error:
            failures.append(str(error))
            continue
        if not keys:  # from the first label on, ids must stay what they are
            project.ensure_there()
            store_config(project.places.config, dataclasses.replace(project.config(), table=own))
        label_map = LabelMap.from_label(label if lookup is None else lookup[label], own.ignore_index)
        project.store.save(entry, label_map, own, base=NO_LABEL, remarks={"from": offer.labels.title})
        keys.append(entry.key)
    progress(len(wanted), len(wanted), "")
    return Adopted(tuple(keys), tuple(failures))


def _ticked(progress: Progress, token: CancelToken, done: int, total: int, what: str) -> None:
    token.raise_if_cancelled()
    progress(done, total, what)


def _undecided(project: Project) -> bool:
    return project.table_source is TableSource.MODEL and not project.has_labels


def _read(labels: ForeignLabels, path: Path, table: ClassTable, entry: ImageEntry) -> Label:
    width, height = image_size(entry.path)
    return labels.read(path, table, (height, width))


def _by_name(theirs: ClassTable, own: ClassTable) -> Label:
    """uint8 256: the project's id for each of theirs."""
    mapping = map_classes(theirs, own)
    if mapping.unmapped:
        raise InputError(
            worded(
                "The labels know classes that this project has not: {classes}. Add them (Edit, 'Edit classes…'), "
                "or begin with a project that has no class table yet.",
                classes=", ".join(mapping.unmapped),
            )
        )
    lookup = np.full(256, own.ignore_index, np.uint8)
    for class_id, target in enumerate(mapping.targets):
        if target is not None:
            lookup[class_id] = target
    return lookup
