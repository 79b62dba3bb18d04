"""What is compared with what, and the confusion matrix of the image being edited, kept current piece by piece."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segstudio.core.provenance import reviewed
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Piece
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import Scores, score

Plane = NDArray[np.uint8]

_TOGETHER = 128
"""Pieces that wait at most to be counted: they hold memory."""


@dataclass(frozen=True, slots=True)
class ComparisonContext:
    """Everything a figure depends on besides the pixels; matrices are only ever added within one `version`."""

    version: int  # rises with every new prediction, model, class table or image
    candidate: str  # the model's name
    candidate_id: str  # hash of the model
    reference: str  # 'reviewed pixels': those that a person painted or confirmed
    table_revision: str  # hash of the class table
    num_classes: int
    ignore_index: int
    scope: str  # the image's key, or '' for the data set


@dataclass(frozen=True)
class Comparison:
    """A matrix, its scores and what they stand for.

    `reviewed_share`: reviewed pixels / all pixels of the image, None for the data set.
    `images`: how many images are in the matrix; `images_pending`: labelled ones that the model has not seen yet.
    """

    matrix: ConfusionMatrix
    scores: Scores
    reviewed_share: float | None
    images: int
    images_pending: int
    context: ComparisonContext


def reviewed_matrix(label_map: LabelMap, prediction: Plane, num_classes: int) -> ConfusionMatrix:
    """A prediction (uint8 H×W, ids of the table or its ignore index) against the reviewed pixels of a mask."""
    truth = label_map.reviewed_label()
    return ConfusionMatrix.from_labels(truth, prediction, num_classes, label_map.ignore_index)


class LiveMatrix:
    """Confusion matrix of one prediction against the reviewed pixels of a mask under edit.

    It is counted once from copies of the planes (`count`, in a worker), and follows pieces from then on. Pieces
    that arrive before the count is done wait and are added to it: the order of changes is kept, so the result
    equals a count from scratch after every piece.
    """

    def __init__(self, prediction: Plane, num_classes: int, ignore_index: int) -> None:
        """`prediction`: uint8 H×W, class ids of the table or the ignore index."""
        self._prediction = prediction
        self._num_classes = num_classes
        self._ignore_index = ignore_index
        self._matrix: ConfusionMatrix | None = None
        self._reviewed = 0
        self._waiting: list[Piece] = []

    @property
    def ready(self) -> bool:
        return self._matrix is not None

    @property
    def matrix(self) -> ConfusionMatrix:
        """Zero until counted."""
        if self._matrix is None:
            return ConfusionMatrix.zero(self._num_classes, self._ignore_index)
        return self._fold(self._matrix)

    @property
    def reviewed_share(self) -> float:
        """Reviewed pixels / all pixels."""
        if self._matrix is not None:
            self._fold(self._matrix)
        return self._reviewed / self._prediction.size if self._prediction.size else 0.0

    def count(self, copied: LabelMap) -> tuple[ConfusionMatrix, int]:
        """Matrix and number of reviewed pixels of a mask that nobody writes into; pure, for a worker thread."""
        matrix = reviewed_matrix(copied, self._prediction, self._num_classes)
        return matrix, int(np.count_nonzero(reviewed(copied.provenance)))

    def start(self, counted: tuple[ConfusionMatrix, int]) -> None:
        """Take the result of `count`; the pieces that came since its planes were copied are added to it."""
        self._matrix, self._reviewed = counted

    def follow(self, piece: Piece) -> None:
        """Add one change. It is counted, together with others, when a figure is asked for."""
        self._waiting.append(piece)
        if self._matrix is not None and len(self._waiting) >= _TOGETHER:
            self._fold(self._matrix)

    def _fold(self, matrix: ConfusionMatrix) -> ConfusionMatrix:
        """Count what waits: one histogram before and one after for all pieces together, each of which costs as much as
        some ten thousand pixels. Pixels that did not change cancel out, which is cheaper than to find those that did.
        """
        pieces, self._waiting = self._waiting, []
        if not pieces:
            return matrix
        for piece in pieces:
            if not np.array_equal(piece.provenance_before, piece.provenance_after):
                self._reviewed += int(np.count_nonzero(reviewed(piece.provenance_after)))
                self._reviewed -= int(np.count_nonzero(reviewed(piece.provenance_before)))
        n, ignore = self._num_classes, self._ignore_index
        prediction = _joined(self._prediction[piece.rect.slices] for piece in pieces)
        before = _joined(piece.reviewed_before(ignore) for piece in pieces)
        after = _joined(piece.reviewed_after(ignore) for piece in pieces)
        matrix -= ConfusionMatrix.from_labels(before, prediction, n, ignore)
        matrix += ConfusionMatrix.from_labels(after, prediction, n, ignore)
        self._matrix = matrix
        return matrix


def _joined(planes: Iterable[Plane]) -> Plane:
    """All their pixels, uint8 flat."""
    return np.concatenate([plane.ravel() for plane in planes])


def comparison_of(
    matrix: ConfusionMatrix,
    context: ComparisonContext,
    *,
    reviewed_share: float | None = None,
    images: int = 1,
    images_pending: int = 0,
) -> Comparison:
    """A `Comparison` with the scores of `matrix`."""
    return Comparison(matrix, score(matrix), reviewed_share, images, images_pending, context)
