"""Comparing a folder of predictions with a folder of truths."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segstudio.core.classes import ClassTable, map_classes
from segstudio.core.errors import InputError, WorkError
from segstudio.core.images import read_image
from segstudio.core.label_png import read_class_label, read_label
from segstudio.core.progress import CancelToken, Progress
from segstudio.engine.entries import find_images
from segstudio.engine.ordered import ordered
from segstudio.engine.selection import composed, find_labels, listing, read_list, select
from segstudio.metrics.boundary import BoundaryCounts, compare_boundaries
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.sparse import SparseMatrix
from segstudio.reports.fingerprints import of_file
from segstudio.reports.model import Evaluation, ImageResult, Picture, Pictures

Labels = NDArray[np.uint8]


class PredictionsError(WorkError):
    """Truths without a readable prediction; `files` are (key, why)."""

    def __init__(self, files: Sequence[tuple[str, str]]) -> None:
        self.files = tuple(files)
        count = len(files)
        super().__init__(
            f"{count} truth{'s have' if count > 1 else ' has'} no usable prediction:\n"
            + listing([f"{key}: {why}" for key, why in files])
            + "\nMake the predictions again, or count these pixels as misses with --allow-missing."
        )


@dataclass(frozen=True)
class Folders:
    """What is compared.

    `source`: the class table of the predictions, where it is not `table`. `entries`: the lines of the file `listed`,
    read once by who asks for several comparisons: a pipe can be read only once.
    """

    truth: Path
    prediction: Path
    table: ClassTable
    source: ClassTable | None = None
    listed: Path | None = None
    entries: tuple[str, ...] | None = None

    def lookup(self) -> Labels:
        """uint8 256: a prediction's pixel value -> class id of `table`, else the ignore index."""
        ignore = self.table.ignore_index
        lookup = np.full(256, ignore, np.uint8)
        if self.source is None:
            for c in self.table.classes:
                lookup[c.id] = c.id
            return lookup
        for value, target in enumerate(map_classes(self.source, self.table).targets):
            if target is not None:
                lookup[value] = target
        return lookup


@dataclass(frozen=True)
class _Pair:
    key: str
    truth: Path
    prediction: Path | None


@dataclass(frozen=True)
class _Outcome:
    """`result`: None where the truth is broken."""

    result: ImageResult | None
    boundary: BoundaryCounts | None = None
    truth_problem: str | None = None


def evaluate_folders(
    folders: Folders,
    *,
    allow_missing: bool = False,
    boundaries: bool = False,
    model: str = "",
    command: str = "",
    progress: Progress | None = None,
    token: CancelToken | None = None,
) -> Evaluation:
    """Compare every truth with the prediction of the same relative path and stem.

    Raises InputError naming every truth that is broken or holds values outside the table (no score can be given
    of it), and `PredictionsError` naming every truth whose prediction is missing, broken or of another
    size; with `allow_missing` the valid pixels of these count as `outside` instead. `boundaries`: also look at the
    bands along boundaries. Cancelled when `token` is set.
    """
    pairs, extra, notes = _match(folders)
    lookup = folders.lookup()

    def work(pair: _Pair) -> _Outcome:
        return _compare(pair, folders.table, lookup, boundaries=boundaries)

    results: list[ImageResult] = []
    along = (
        BoundaryCounts.zero(folders.table.num_classes, folders.table.ignore_index) if boundaries else None
    )
    broken: list[str] = []
    unusable: list[tuple[str, str]] = []
    workers = min(4, os.cpu_count() or 1)
    compared = ordered(work, pairs, workers=workers, ahead=4 * workers)
    for done, (pair, outcome) in enumerate(compared, 1):
        if token:
            token.raise_if_cancelled()
        if outcome.truth_problem:
            broken.append(outcome.truth_problem)
        if outcome.result:
            results.append(outcome.result)
            if outcome.result.problem:
                unusable.append((pair.key, outcome.result.problem))
        if along and outcome.boundary:
            along += outcome.boundary
        if progress:
            progress(done, len(pairs), pair.key)
    if broken:
        raise InputError(f"The truth cannot be used:\n{listing(broken)}")
    if unusable and not allow_missing:
        raise PredictionsError(unusable)
    if unusable:
        were = "prediction was" if len(unusable) == 1 else "predictions were"
        notes.append(f"{len(unusable)} {were} unusable; the valid pixels of their truths count as misses.")
    return Evaluation(
        folders.table,
        tuple(results),
        str(folders.truth),
        str(folders.prediction),
        model=model,
        command=command,
        notes=tuple(notes),
        boundary=along,
        extra=tuple(extra),
    )


def folder_pictures(folders: Folders, images: Path) -> Pictures:
    """Loads image, truth and prediction of a result; None where no image or truth can be read."""
    found = {composed(key): path for key, path in find_images(images)}
    truths = find_labels(folders.truth)
    predictions = find_labels(folders.prediction)
    lookup = folders.lookup()

    def load(result: ImageResult) -> Picture | None:
        path = found.get(result.key)
        if path is None:
            return None
        try:
            image = read_image(path)
            truth = folders.table.resolve(read_label(truths[result.key], image.shape[:2]))
        except InputError:
            return None
        if result.problem or result.key not in predictions:
            return Picture(image, truth, None)
        return Picture(image, truth, lookup[read_label(predictions[result.key])])

    return load


def _match(folders: Folders) -> tuple[list[_Pair], list[str], list[str]]:
    """The pairs, the keys of predictions without a truth, and what has to be said."""
    truths = find_labels(folders.truth, whole=True)
    predictions = _predictions(folders.prediction)
    keys = list(truths)
    notes: list[str] = []
    extra: list[str] = []
    if folders.listed:
        entries = folders.entries or read_list(folders.listed)
        keys = select(keys, entries, folders.listed, folders.truth)
    else:
        extra = [key for key in predictions if key not in truths]
        if extra:
            some = ", ".join(extra[:3]) + (", …" if len(extra) > 3 else "")
            have = "prediction has" if len(extra) == 1 else "predictions have"
            notes.append(f"{len(extra)} {have} no truth and took no part: {some}.")
    if folders.source:
        unmapped = map_classes(folders.source, folders.table).unmapped
        if unmapped:
            notes.append(
                f"Classes of the predictions without a partner, counted as misses: {', '.join(unmapped)}."
            )
    return [_Pair(key, truths[key], predictions.get(key)) for key in keys], extra, notes


def _predictions(folder: Path) -> dict[str, Path]:
    """An empty folder is no error here: every truth then misses its prediction, and that is said."""
    if folder.is_dir() and not find_images(folder):
        return {}
    return find_labels(folder)


def _compare(pair: _Pair, table: ClassTable, lookup: Labels, *, boundaries: bool) -> _Outcome:
    try:
        truth = read_class_label(pair.truth, table)
    except InputError as error:
        return _Outcome(None, truth_problem=str(error))
    problem = None
    prediction = np.full_like(truth, table.ignore_index)
    if pair.prediction is None:
        problem = "there is no prediction."
    else:
        try:
            found = read_label(pair.prediction)
            if found.shape == truth.shape:
                prediction = lookup[found]
            else:
                problem = f"{pair.prediction} is {_size(found)} pixels, but its truth is {_size(truth)}."
        except InputError as error:
            problem = str(error)
    n, ignore = table.num_classes, table.ignore_index
    counts = SparseMatrix.of(ConfusionMatrix.from_labels(truth, prediction, n, ignore))
    predicted = of_file(pair.prediction) if pair.prediction else None
    return _Outcome(
        ImageResult(pair.key, counts, problem, of_file(pair.truth), predicted),
        compare_boundaries(truth, prediction, n, ignore) if boundaries else None,
    )


def _size(label: Labels) -> str:
    return f"{label.shape[1]}×{label.shape[0]}"
