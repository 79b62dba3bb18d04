"""Comparing a folder of predictions with a folder of truths."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Label
from segstudio.core.class_map import ClassChoice
from segstudio.core.classes import ClassTable, map_classes
from segstudio.core.errors import InputError
from segstudio.core.images import read_image
from segstudio.core.label_png import UnknownValueError, check_label_values, read_label
from segstudio.core.plain_text import composed
from segstudio.core.progress import CancelToken, Progress
from segstudio.core.wording import worded
from segstudio.engine.evaluation.judge import Problem, Rules, Said, Trouble, Truth, judge, of_mapping
from segstudio.engine.evaluation.label_origin import Origins, find_origins, remark
from segstudio.engine.files.entries import find_images
from segstudio.engine.files.selection import find_labels, read_list, select
from segstudio.labels.label_map import reviewed_part
from segstudio.reports.fingerprints import of_file
from segstudio.reports.model import Evaluation, ImageResult, Picture, Pictures, Reference


@dataclass(frozen=True)
class Folders:
    """What is compared.

    `source`: the class table of the predictions, where it is not `table`; `chosen`: which of its classes is which,
    where names do not tell. `entries`: the lines of the file `listed`,
    read once by who asks for several comparisons: a pipe can be read only once.
    """

    truth: Path
    prediction: Path
    table: ClassTable
    source: ClassTable | None = None
    listed: Path | None = None
    entries: tuple[str, ...] | None = None
    chosen: ClassChoice | None = None

    def lookup(self) -> Label:
        """uint8 256: a prediction's pixel value -> class id of `table`, else the ignore index."""
        ignore = self.table.ignore_index
        lookup = np.full(256, ignore, np.uint8)
        if self.source is None:
            for value, meant in enumerate(self.table.lookup.tolist()):
                if meant in self.table:
                    lookup[value] = meant
            return lookup
        for value, target in enumerate(map_classes(self.source, self.table, self.chosen).targets):
            if target is not None:
                lookup[value] = target
        return lookup


def evaluate_folders(
    folders: Folders,
    *,
    allow_missing: bool = False,
    boundaries: bool = False,
    reference: Reference = Reference.LABELS,
    model: str = "",
    model_id: str = "",
    command: str = "",
    progress: Progress | None = None,
    token: CancelToken | None = None,
) -> Evaluation:
    """Compare every truth with the prediction of the same relative path and stem.

    Raises and leaves out as `judge` does. `boundaries`: also look at the bands along boundaries. Where the truths
    are the labels of a project, its sidecars say who made them (`Evaluation.images[…].origin`).
    `reference`: which of their pixels count. `model`, `model_id`: what made the predictions. Cancelled when `token` is
    set.
    """
    truths, extra, notes = _match(folders)
    origins = find_origins(folders.truth)
    if reference is Reference.REVIEWED and origins is None:
        raise InputError(
            worded(
                "{truth} belongs to no project, so nobody knows which pixels a person reviewed. Leave "
                "out --reference, or give the labels folder of a project.",
                truth=folders.truth,
            )
        )
    judged = judge(
        list(truths),
        lambda key: read_truth(key, truths[key], folders.table, origins),
        FolderPredictions.of(folders).load,
        Rules(folders.table, reference, boundaries, allow_missing, model_id),
        progress=progress,
        token=token,
    )
    return Evaluation(
        folders.table,
        judged.images,
        str(folders.truth),
        str(folders.prediction),
        model=model,
        command=command,
        notes=(*notes, *remark(folders.truth), *judged.notes),
        boundary=judged.boundary,
        extra=tuple(extra),
        reference=reference,
        model_id=model_id,
        left_out=judged.left_out,
        troubles=judged.troubles,
    )


def compare_annotators(
    folders: Folders,
    *,
    allow_missing: bool = False,
    boundaries: bool = False,
    command: str = "",
    progress: Progress | None = None,
    token: CancelToken | None = None,
) -> Evaluation:
    """How far two folders of labels agree, neither of which is the truth.

    `folders.truth` is the first, `folders.prediction` the second. Pixels of which either says nothing count nowhere, so
    that pixel accuracy, IoU, Dice and kappa are the same the other way round. Every image's `disagreement` names the
    regions that differ. Raises and leaves out as `evaluate_folders` does.
    """
    truths, extra, notes = _match(folders, of_annotators=True)
    second = replace(FolderPredictions.of(folders), title="label of the second", against="the first's")
    judged = judge(
        list(truths),
        lambda key: read_truth(key, truths[key], folders.table, None),
        second.load,
        Rules(folders.table, Reference.LABELS, boundaries, allow_missing, of_annotators=True),
        progress=progress,
        token=token,
    )
    return Evaluation(
        folders.table,
        judged.images,
        str(folders.truth),
        str(folders.prediction),
        command=command,
        notes=(*notes, *judged.notes),
        boundary=judged.boundary,
        extra=tuple(extra),
        left_out=judged.left_out,
        troubles=judged.troubles,
    )


def folder_pictures(folders: Folders, images: Path, reference: Reference = Reference.LABELS) -> Pictures:
    """Loads image, truth and prediction of a result; None where no image or truth can be read."""
    origins = find_origins(folders.truth) if reference is Reference.REVIEWED else None
    found = {composed(key): path for key, path in find_images(images)}
    truths = find_labels(folders.truth)
    predictions = FolderPredictions.of(folders)

    def load(result: ImageResult) -> Picture | None:
        path = found.get(result.key)
        if path is None:
            return None
        try:
            image = read_image(path)
            truth = read_truth(result.key, truths[result.key], folders.table, origins)
        except InputError:
            return None
        if truth.label.shape != image.shape[:2]:
            return None
        label = truth.label
        if truth.provenance is not None:  # only what is compared
            label = reviewed_part(label, truth.provenance.plane, folders.table.ignore_index)
        return Picture(image, label, predictions.load(result.key, truth).label)

    return load


def read_truth(key: str, path: Path, table: ClassTable, origins: Origins | None) -> Truth:
    """A label file as truth: values that `table` does not list are a problem and count nowhere.

    Raises InputError when the file cannot be read.
    """
    label = table.resolve(read_label(path))
    problem = None
    provenance = origins.of(key, path.read_bytes(), label) if origins else None
    try:
        check_label_values(label, table, path)
    except UnknownValueError as error:
        problem = Problem(Trouble.VALUES, str(error))
        lookup = np.full(256, table.ignore_index, np.uint8)
        ids = [c.id for c in table.classes]
        lookup[ids] = ids
        label = lookup[label]
    return Truth(label, of_file(path), provenance, problem)


@dataclass(frozen=True)
class FolderPredictions:
    """Prediction files by key.

    `lookup`: pixel value -> id of the table, else its `ignore_index`; `known`: bool 256, values that mean something.
    `title`: what one of them is, `against`: what it is compared with, for people.
    """

    files: dict[str, Path]
    lookup: Label
    known: NDArray[np.bool_]
    ignore_index: int
    title: str = "prediction"
    against: str = "its truth"

    @classmethod
    def of(cls, folders: Folders) -> FolderPredictions:
        table = folders.source or folders.table
        known = np.zeros(256, np.bool_)
        known[[c.id for c in table.classes] + [alias.id for alias in table.aliases]] = True
        known[[table.ignore_index, folders.table.ignore_index]] = True
        return cls(_predictions(folders.prediction), folders.lookup(), known, folders.table.ignore_index)

    def load(self, key: str, truth: Truth) -> Said:
        path = self.files.get(key)
        if path is None:
            return Said(None, None, Problem(Trouble.MISSING, f"there is no {self.title}."))
        digest = of_file(path)
        try:
            found = read_label(path)
        except InputError as error:
            return Said(None, digest, Problem(Trouble.UNREADABLE, str(error)))
        if found.shape != truth.label.shape:
            text = f"{path} is {_size(found)} pixels, but {self.against} is {_size(truth.label)}."
            return Said(None, digest, Problem(Trouble.SIZE, text))
        counts = np.bincount(found[truth.label != self.ignore_index], minlength=256)
        counts[self.known] = 0
        problem = Problem(Trouble.VALUES, _unknown(path, counts)) if counts.any() else None
        return Said(self.lookup[found], digest, problem)


def _unknown(path: Path, counts: NDArray[np.int64]) -> str:
    values = np.flatnonzero(counts).tolist()
    some = ", ".join(map(str, values[:8])) + (", …" if len(values) > 8 else "")
    hold, are = ("value", "is no class") if len(values) == 1 else ("values", "are no classes")
    return f"{path} holds the {hold} {some}, which {are} of its table ({counts.sum():,} pixels)."


def _match(
    folders: Folders, *, of_annotators: bool = False
) -> tuple[dict[str, Path], list[str], list[str]]:
    """The truths by key, the keys of predictions without a truth, and what has to be said."""
    truths = find_labels(folders.truth, whole=True)
    notes: list[str] = []
    extra: list[str] = []
    if folders.listed:
        entries = folders.entries or read_list(folders.listed)
        keys = select(list(truths), entries, folders.listed, folders.truth)
        truths = {key: truths[key] for key in keys}
    else:
        extra = [key for key in _predictions(folders.prediction) if key not in truths]
        if extra:
            some = ", ".join(extra[:3]) + (", …" if len(extra) > 3 else "")
            have = "prediction has" if len(extra) == 1 else "predictions have"
            notes.append(f"{len(extra)} {have} no truth and took no part: {some}.")
    if folders.source:
        mapping = map_classes(folders.source, folders.table, folders.chosen)
        whose = "second labels" if of_annotators else "predictions"
        notes += of_mapping(mapping, whose, of_annotators=of_annotators)
    return truths, extra, notes


def _predictions(folder: Path) -> dict[str, Path]:
    """An empty folder is no error here: every truth then misses its prediction, and that is said."""
    if folder.is_dir() and not find_images(folder):
        return {}
    return find_labels(folder)


def _size(label: Label) -> str:
    return f"{label.shape[1]}×{label.shape[0]}"
