"""What is compared with what, and the confusion matrix of the image being edited, kept current piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from segstudio.core.geometry import Rect
from segstudio.core.provenance import reviewed
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import Scores, score

Plane = NDArray[np.uint8]


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


class PieceLike(Protocol):
    """What `Document.changed` tells: one rectangle's class ids and provenance before and after (uint8 h×w)."""

    @property
    def rect(self) -> Rect: ...
    @property
    def label_before(self) -> Plane: ...
    @property
    def label_after(self) -> Plane: ...
    @property
    def provenance_before(self) -> Plane: ...
    @property
    def provenance_after(self) -> Plane: ...


def reviewed_label(label: Plane, provenance: Plane, ignore_index: int) -> Plane:
    """The label where a person painted or confirmed, else the ignore index; uint8 of the same shape."""
    return np.where(reviewed(provenance), label, np.uint8(ignore_index))


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
        self._waiting: list[PieceLike] = []

    @property
    def ready(self) -> bool:
        return self._matrix is not None

    @property
    def matrix(self) -> ConfusionMatrix:
        """Zero until counted."""
        return self._matrix or ConfusionMatrix.zero(self._num_classes, self._ignore_index)

    @property
    def reviewed_share(self) -> float:
        """Reviewed pixels / all pixels."""
        return self._reviewed / self._prediction.size if self._prediction.size else 0.0

    def count(self, label: Plane, provenance: Plane) -> tuple[ConfusionMatrix, int]:
        """Matrix and number of reviewed pixels of whole planes (uint8 H×W); pure, for a worker thread."""
        truth = reviewed_label(label, provenance, self._ignore_index)
        matrix = ConfusionMatrix.from_labels(truth, self._prediction, self._num_classes, self._ignore_index)
        return matrix, int(np.count_nonzero(reviewed(provenance)))

    def start(self, counted: tuple[ConfusionMatrix, int]) -> None:
        """Take the result of `count` and the pieces that came since its planes were copied."""
        self._matrix, self._reviewed = counted
        waiting, self._waiting = self._waiting, []
        for piece in waiting:
            self.follow(piece)

    def follow(self, piece: PieceLike) -> None:
        """Add one change; cost is that of the piece."""
        if self._matrix is None:
            self._waiting.append(piece)
            return
        before = reviewed_label(piece.label_before, piece.provenance_before, self._ignore_index)
        after = reviewed_label(piece.label_after, piece.provenance_after, self._ignore_index)
        self._matrix = self._matrix.update(before, after, self._prediction[piece.rect.slices])
        self._reviewed += int(
            np.count_nonzero(reviewed(piece.provenance_after))
            - np.count_nonzero(reviewed(piece.provenance_before))
        )


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
