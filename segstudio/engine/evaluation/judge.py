"""Comparing predictions with truths, image by image: the one loop behind every evaluation.

Where truths and predictions come from is told by `Truth` and `Said`, made by loaders (folders, a project, a model).
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from segstudio.core.arrays import Label
from segstudio.core.classes import ClassMapping, ClassTable
from segstudio.core.errors import InputError, WorkError
from segstudio.core.progress import CancelToken, Progress
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL, reviewed
from segstudio.engine.files.selection import listing
from segstudio.engine.ordered import ordered
from segstudio.metrics.boundary import BoundaryCounts, compare_boundaries
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.regions import regions_that_differ
from segstudio.metrics.sparse import SparseMatrix
from segstudio.reports.audit import Origin
from segstudio.reports.model import Disagreement, ImageResult, Reference

REGIONS_KEPT = 100
"""Regions of an image that a comparison of two annotators names, the largest ones."""


class Trouble(StrEnum):
    """Why a label cannot be compared as it should."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    SIZE = "of another size"
    VALUES = "with unknown values"


@dataclass(frozen=True)
class Problem:
    """`text`: a sentence that names the file."""

    kind: Trouble
    text: str


@dataclass(frozen=True)
class Provenance:
    """`plane`: uint8 H×W codes of `core.provenance`. `proposed_by`: ids of the models whose proposal the label began as."""

    plane: Label
    proposed_by: tuple[str, ...]


@dataclass(frozen=True)
class Truth:
    """A label, uint8 H×W: ids of the table, else the ignore index. `problem`: values that the table does not list."""

    label: Label
    hash: str | None = None
    provenance: Provenance | None = None
    problem: Problem | None = None


@dataclass(frozen=True)
class Said:
    """A prediction, uint8 H×W in ids of the table, where there is one; any other value is no class."""

    label: Label | None
    hash: str | None = None
    problem: Problem | None = None


LoadTruth = Callable[[str], Truth]
"""By key. Raises InputError for a file that cannot be read."""
LoadSaid = Callable[[str, Truth], Said]
"""By key, for the truth of that key: a prediction of another size is a problem."""


@dataclass(frozen=True)
class Judged:
    """`left_out`: truths that could not be read, (key, why). `troubles`: how many predictions have which problem."""

    images: tuple[ImageResult, ...]
    boundary: BoundaryCounts | None
    left_out: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    troubles: dict[str, int]


class PredictionsError(WorkError):
    """Truths without a usable prediction, or labels that the second of two annotators lacks.

    `files` are (key, problem).
    """

    def __init__(self, files: Sequence[tuple[str, Problem]], *, of_annotators: bool = False) -> None:
        self.files = tuple(files)
        several = len(files) > 1
        kinds = counted(Counter(problem.kind for _, problem in files))
        what = f"truth{'s have' if several else ' has'} no usable prediction"
        advice = "Make the predictions again, or count these pixels as misses with --allow-missing."
        if of_annotators:
            what = f"label{'s' if several else ''} of the first ha{'ve' if several else 's'} no usable one of the second"
            advice = "Mend them, or leave out what only one of them says with --allow-missing."
        super().__init__(
            f"{len(files)} {what} ({kinds}):\n"
            + listing([f"{key}: {problem.text}" for key, problem in files])
            + f"\n{advice}"
        )


class TruthsError(InputError):
    """Truths that cannot be used; `files` are (key, problem)."""

    def __init__(self, files: Sequence[tuple[str, Problem]]) -> None:
        self.files = tuple(files)
        kinds = Counter(problem.kind for _, problem in files)
        super().__init__(
            f"{len(files)} label{'s' if len(files) > 1 else ''} of the truth cannot be used ({counted(kinds)}):\n"
            + listing([problem.text for _, problem in files])
            + "\nMend them, or leave out what cannot be counted with --allow-missing."
        )


def counted(kinds: Counter[Trouble]) -> str:
    """'2 missing, 1 of another size'."""
    return ", ".join(f"{kinds[kind]} {kind}" for kind in Trouble if kinds[kind])


def of_mapping(mapping: ClassMapping, whose: str, *, of_annotators: bool = False) -> list[str]:
    """Sentences about the classes of a prediction that are none of the table, and what becomes of their pixels."""
    then = "counted nowhere" if of_annotators else "counted as misses"
    kinds = (("without a partner", mapping.unmapped), ("that the mapping ignores", mapping.ignored))
    return [f"Classes of the {whose} {why}, {then}: {', '.join(names)}." for why, names in kinds if names]


@dataclass(frozen=True)
class Rules:
    """How images are compared. `candidate_id`: hash of the model that predicted, '' where nobody says. `of_annotators`:
    neither side is the truth, and what only one of them says counts nowhere."""

    table: ClassTable
    reference: Reference = Reference.LABELS
    boundaries: bool = False
    allow_missing: bool = False
    candidate_id: str = ""
    of_annotators: bool = False


@dataclass(frozen=True)
class _Outcome:
    """`result`: None where the truth cannot be read."""

    result: ImageResult | None
    boundary: BoundaryCounts | None = None
    truth: Problem | None = None
    said: Problem | None = None


def judge(
    keys: Sequence[str],
    load_truth: LoadTruth,
    load_said: LoadSaid,
    rules: Rules,
    *,
    progress: Progress | None = None,
    token: CancelToken | None = None,
    workers: int | None = None,
) -> Judged:
    """Compare every key's prediction with its truth.

    Raises `TruthsError` naming every truth that is broken or holds values outside the table, and `PredictionsError`
    naming every truth whose prediction is missing, broken, of another size or holds unknown values. With
    `allow_missing` what has no usable prediction counts as `outside` instead (of annotators nowhere), unknown values of
    a truth count nowhere, and a truth that cannot be read is left out; all of them stay named. Cancelled when `token`
    is set.
    """
    table = rules.table
    results: list[ImageResult] = []
    along = BoundaryCounts.zero(table.num_classes, table.ignore_index) if rules.boundaries else None
    broken: list[tuple[str, Problem]] = []
    left_out: list[tuple[str, str]] = []
    unusable: list[tuple[str, Problem]] = []

    def work(key: str) -> _Outcome:
        if token:
            token.raise_if_cancelled()
        return _compare(key, load_truth, load_said, rules)

    workers = workers or min(4, os.cpu_count() or 1)
    for done, (key, outcome) in enumerate(ordered(work, keys, workers=workers, ahead=4 * workers), 1):
        if token:
            token.raise_if_cancelled()
        if outcome.truth:
            broken.append((key, outcome.truth))
        if outcome.result:
            results.append(outcome.result)
        elif outcome.truth:
            left_out.append((key, outcome.truth.text))
        if outcome.said:
            unusable.append((key, outcome.said))
        if along and outcome.boundary:
            along += outcome.boundary
        if progress:
            progress(done, len(keys), key)
    if not rules.allow_missing:
        if broken:
            raise TruthsError(broken)
        if unusable:
            raise PredictionsError(unusable, of_annotators=rules.of_annotators)
    troubles = Counter(problem.kind for _, problem in unusable)
    return Judged(
        tuple(results),
        along,
        tuple(left_out),
        (*_on_reference(rules), *_notes(broken, left_out, troubles, rules.of_annotators)),
        {kind.name.lower(): troubles[kind] for kind in Trouble},
    )


def _on_reference(rules: Rules) -> list[str]:
    if rules.reference is not Reference.REVIEWED:
        return []
    text = "Labels are compared on the pixels that a person painted or confirmed."
    if rules.boundaries:
        text += " The figures along boundaries take the edge of what was reviewed for a boundary, too."
    return [text]


def _notes(
    broken: list[tuple[str, Problem]],
    left_out: list[tuple[str, str]],
    troubles: Counter[Trouble],
    of_annotators: bool,
) -> list[str]:
    notes = []
    one, many = (
        ("label of the second", "labels of the second") if of_annotators else ("prediction", "predictions")
    )
    useless = troubles.copy()
    useless.pop(Trouble.VALUES, None)
    if total := useless.total():
        then = "what the first says there counts nowhere"
        if not of_annotators:
            then = "the valid pixels of their truths count as misses"
        were = f"{one} was" if total == 1 else f"{many} were"
        notes.append(f"{total} {were} unusable ({counted(useless)}); {then}.")
    if values := troubles[Trouble.VALUES]:
        then = "those pixels count nowhere" if of_annotators else "on valid pixels these count as misses"
        hold = f"{one} holds" if values == 1 else f"{many} hold"
        notes.append(f"{values} {hold} values that are no class; {then}.")
    if left_out:
        could = "truth could" if len(left_out) == 1 else "truths could"
        notes.append(f"{len(left_out)} {could} not be read and took no part in any figure.")
    if unknown := len(broken) - len(left_out):
        hold = "truth holds" if unknown == 1 else "truths hold"
        notes.append(f"{unknown} {hold} values that are no class; those pixels count nowhere.")
    return notes


def _compare(key: str, load_truth: LoadTruth, load_said: LoadSaid, rules: Rules) -> _Outcome:
    try:
        truth = load_truth(key)
    except InputError as error:
        return _Outcome(None, truth=Problem(Trouble.UNREADABLE, str(error)))
    said = load_said(key, truth)
    n, ignore = rules.table.num_classes, rules.table.ignore_index
    label, prediction = truth.label, said.label
    if prediction is None:
        prediction = np.full_like(label, ignore)
    disagreement = None
    if rules.of_annotators:
        disagreement = _disagreement(label, prediction, ignore)
        label = np.where(prediction == ignore, prediction, label)
    origin = None
    if truth.provenance is not None:
        origin = _origin(label, prediction, truth.provenance, rules)
        if rules.reference is Reference.REVIEWED:
            label = np.where(reviewed(truth.provenance.plane), label, np.uint8(ignore))
    matrix = SparseMatrix.of(ConfusionMatrix.from_labels(label, prediction, n, ignore))
    result = ImageResult(
        key,
        matrix,
        said.problem.text if said.problem else None,
        truth.hash,
        said.hash,
        truth_problem=truth.problem.text if truth.problem else None,
        origin=origin,
        disagreement=disagreement,
    )
    along = compare_boundaries(label, prediction, n, ignore) if rules.boundaries else None
    return _Outcome(result, along, truth.problem, said.problem)


def _disagreement(first: Label, second: Label, ignore_index: int) -> Disagreement:
    regions = regions_that_differ(first, second, ignore_index)
    known, known_too = first != ignore_index, second != ignore_index
    return Disagreement(
        tuple(regions[:REGIONS_KEPT]),
        len(regions),
        sum(region.pixels for region in regions),
        only_first=int(np.count_nonzero(known & ~known_too)),
        only_second=int(np.count_nonzero(known_too & ~known)),
    )


def _origin(label: Label, prediction: Label, provenance: Provenance, rules: Rules) -> Origin:
    """`label`: the whole one. A pixel that says nothing (void, or nobody has said anything) is not counted."""
    n, ignore, plane = rules.table.num_classes, rules.table.ignore_index, provenance.plane
    whole = np.where(plane == EMPTY, np.uint8(ignore), label)
    seen = np.where(reviewed(plane), label, np.uint8(ignore))
    pixels = np.bincount(plane[whole != ignore], minlength=4)
    dependent = (
        rules.candidate_id in provenance.proposed_by if rules.candidate_id else bool(provenance.proposed_by)
    )
    return Origin(
        SparseMatrix.of(ConfusionMatrix.from_labels(whole, prediction, n, ignore)),
        SparseMatrix.of(ConfusionMatrix.from_labels(seen, prediction, n, ignore)),
        untouched=int(pixels[MODEL]),
        painted=int(pixels[HUMAN]),
        confirmed=int(pixels[CONFIRMED]),
        proposed_by=provenance.proposed_by,
        dependent=dependent,
    )
