"""The evaluation that every report is written from: the command line's and the window's alike."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio import __version__
from segstudio.core.classes import ClassTable
from segstudio.metrics.agreement import kappa
from segstudio.metrics.bootstrap import Difference, Interval, intervals, paired_differences
from segstudio.metrics.boundary import BoundaryCounts
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.definitions import SUMMARY
from segstudio.metrics.regions import Region
from segstudio.metrics.scores import Score, Scores, mean_of, score
from segstudio.metrics.sparse import SparseMatrix, total_of
from segstudio.reports import fingerprints
from segstudio.reports.audit import Audit, Origin

TROUBLES = ("missing", "unreadable", "size", "values")
"""Why predictions could not be used: keys of `Evaluation.troubles`."""


class Reference(StrEnum):
    """Which pixels of a label count as truth."""

    LABELS = "labels"  # all of them
    REVIEWED = "reviewed"  # those that a person painted or confirmed


@dataclass(frozen=True)
class Disagreement:
    """Where two annotators' labels of an image differ.

    `regions`: the largest; `count`, `pixels`: of all regions. `only_first`, `only_second`: pixels that one labelled
    and the other left void; they count nowhere.
    """

    regions: tuple[Region, ...]
    count: int
    pixels: int
    only_first: int
    only_second: int


@dataclass(frozen=True)
class ImageResult:
    """One image: its key (relative path without suffix), counts, and why its prediction could not be used.

    `truth_hash`, `prediction_hash`: SHA-256 of the files, where they were hashed. `truth_problem`: what of the truth
    could not be counted. `origin`: where it is known who made the label. `disagreement`: of two annotators.
    """

    key: str
    counts: SparseMatrix
    problem: str | None = None
    truth_hash: str | None = None
    prediction_hash: str | None = None
    truth_problem: str | None = None
    origin: Origin | None = None
    disagreement: Disagreement | None = None

    @cached_property
    def scores(self) -> Scores:
        return score(self.counts.dense())


def _versions() -> dict[str, str]:
    return {
        "segstudio": __version__,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "opencv": cv2.__version__,
    }


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True)
class Evaluation:
    """Predictions compared with truths under one class table.

    `truth`, `prediction`: where they came from, in words or as a path. `model`: what made the predictions,
    empty when unknown. `command`: the command line that repeats this. `notes`: sentences a reader has to know
    (what was not mapped, what was left out). `created`: UTC, ISO 8601. `boundary`: the sum over all images, where
    boundaries were looked at. `extra`: keys of predictions that have no truth and took no part. `against`: other
    predictions for the same truths, image by image in the same order. `reference`: which pixels count as truth.
    `model_id`: hash of the model, empty when unknown. `left_out`: truths that could not be read, (key, why).
    `troubles`: how many predictions could not be used, by kind.
    """

    table: ClassTable
    images: tuple[ImageResult, ...]
    truth: str
    prediction: str
    model: str = ""
    command: str = ""
    notes: tuple[str, ...] = ()
    versions: dict[str, str] = field(default_factory=_versions)
    created: str = field(default_factory=_now)
    boundary: BoundaryCounts | None = None
    extra: tuple[str, ...] = ()
    against: Evaluation | None = None
    reference: Reference = Reference.LABELS
    model_id: str = ""
    left_out: tuple[tuple[str, str], ...] = ()
    troubles: dict[str, int] = field(default_factory=dict)

    @cached_property
    def matrix(self) -> ConfusionMatrix:
        """The sum over all images: data set scores come from it."""
        counts = [image.counts for image in self.images]
        return total_of(counts, self.table.num_classes, self.table.ignore_index)

    @cached_property
    def scores(self) -> Scores:
        return score(self.matrix)

    @cached_property
    def mean_of_images(self) -> dict[str, Score]:
        """The mean of per-image scores: another number than the score of the summed matrix."""
        return {d.key: mean_of(getattr(i.scores, d.key) for i in self.images) for d in SUMMARY}

    @cached_property
    def intervals(self) -> dict[str, Interval | None]:
        """Of each of the four scores of the data set: where they would lie with other images of the kind."""
        return intervals([image.counts for image in self.images])

    @cached_property
    def differences(self) -> dict[str, Difference | None]:
        """Of each of the four scores: this one's minus `against`'s. Empty without `against`."""
        if self.against is None:
            return {}
        theirs = [image.counts for image in self.against.images]
        return paired_differences(theirs, [image.counts for image in self.images])

    @cached_property
    def hashes(self) -> dict[str, str | None]:
        """Of the model, the class table, the truths and the predictions, as `fingerprints` defines them."""
        return {
            "model": self.model_id or None,
            "classes": fingerprints.of_table(self.table),
            "truth": fingerprints.of_set((i.key, i.truth_hash) for i in self.images),
            "prediction": fingerprints.of_set((i.key, i.prediction_hash) for i in self.images),
        }

    @cached_property
    def audit(self) -> Audit | None:
        """Who made the labels, and the scores over those parts; None where that is not known of every label."""
        origins = [image.origin for image in self.images if image.origin is not None]
        if not origins or len(origins) < len(self.images):
            return None
        table = self.table
        return Audit.of(origins, table.num_classes, table.ignore_index, knows_model=bool(self.model_id))

    @property
    def of_annotators(self) -> bool:
        """Whether two annotators are compared, neither of whom is the truth."""
        return any(image.disagreement for image in self.images)

    @cached_property
    def kappa(self) -> Score:
        """Cohen's kappa of the summed matrix."""
        return kappa(self.matrix)

    @cached_property
    def ranked(self) -> tuple[ImageResult, ...]:
        """Images that have an mIoU, worst first; ties by key."""
        scored = [(i.scores.miou, i.key, i) for i in self.images if i.scores.miou is not None]
        return tuple(image for _, _, image in sorted(scored, key=lambda row: row[:2]))

    @cached_property
    def shown_classes(self) -> tuple[int, ...]:
        """Ids of the classes that occur in truth or prediction: what tables and matrices show."""
        iou = self.scores.iou
        return tuple(c.id for c in sorted(self.table.classes, key=lambda c: c.id) if iou[c.id] is not None)


@dataclass(frozen=True)
class Picture:
    """What a report shows of one image: uint8 H×W×3 RGB, and its two label maps, uint8 H×W."""

    image: NDArray[np.uint8]
    truth: NDArray[np.uint8]
    prediction: NDArray[np.uint8] | None


Pictures = Callable[[ImageResult], Picture | None]
"""Loads the picture of an image, or None where there is none (no image found)."""
