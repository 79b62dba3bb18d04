"""What is compared with what, and the confusion matrix of the image being edited, kept current piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from segstudio.core.arrays import Plane
from segstudio.core.planes import bands
from segstudio.core.provenance import HUMAN, reviewed
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap, reviewed_part
from segstudio.labels.patch import Piece
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import Scores, score

_TOGETHER = 1 << 18
"""Pixels that are counted at once: few calls, and their planes stay in the processor's cache."""

_MOST_WAITING = 1 << 23
"""Pixels of pieces that wait at most to be counted: they hold four bytes each."""

_PLACES_KNOWN = 32
"""Places in the history whose counts are kept."""


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
    matrix = ConfusionMatrix.zero(num_classes, label_map.ignore_index)
    for rows in bands(label_map.label):
        truth = reviewed_part(label_map.label[rows], label_map.provenance[rows], label_map.ignore_index)
        part = ConfusionMatrix.from_labels(truth, prediction[rows], num_classes, label_map.ignore_index)
        matrix = matrix + part
    return matrix


def without_void(matrix: ConfusionMatrix) -> ConfusionMatrix:
    """The matrix without the pixels on which the candidate says nothing: they count nowhere.

    Only for a candidate whose label holds classes of the table and its ignore index, and nothing else.
    """
    return ConfusionMatrix(matrix.counts, np.zeros_like(matrix.outside), matrix.ignore_index)


Count = tuple[ConfusionMatrix, int]
"""A matrix and the number of reviewed pixels."""


class LiveMatrix:
    """Confusion matrix of one prediction against the reviewed pixels of a mask under edit.

    It is counted once from copies of the planes (`count`, in a worker), and follows the document from then on.
    Pieces that arrive before the count is done wait and are added to it: the order of changes is kept, so the
    result equals a count from scratch after every piece.

    Which pixels are reviewed, and as what, depends on nothing but the place in the document's history. The counts
    of the last places are kept, so that the undo of a large step counts nothing.
    """

    def __init__(
        self, prediction: Plane, num_classes: int, ignore_index: int, *, void_counts: bool = True
    ) -> None:
        """`prediction`: uint8 H×W, class ids of the table or the ignore index. `void_counts`: whether a pixel of
        which it says nothing is a miss; otherwise see `without_void`."""
        self._void_counts = void_counts
        self._prediction = prediction
        self._num_classes = num_classes
        self._ignore_index = ignore_index
        self._counted: Count | None = None
        self._waiting: list[Piece] = []
        self._pixels_waiting = 0
        self._place: int | None = None  # in the history; None while pieces of a step may still come
        self._known: dict[int, Count] = {}

    @property
    def ready(self) -> bool:
        return self._counted is not None

    @property
    def matrix(self) -> ConfusionMatrix:
        """Zero until counted."""
        if self._counted is None:
            return ConfusionMatrix.zero(self._num_classes, self._ignore_index)
        matrix = self._up_to_date(self._counted)[0]
        return matrix if self._void_counts else without_void(matrix)

    @property
    def reviewed_share(self) -> float:
        """Reviewed pixels / all pixels; 0 until counted."""
        if self._counted is None or not self._prediction.size:
            return 0.0
        return self._up_to_date(self._counted)[1] / self._prediction.size

    def count(self, copied: LabelMap) -> Count:
        """The first count, of a mask that nobody writes into; pure, for a worker thread."""
        matrix = reviewed_matrix(copied, self._prediction, self._num_classes)
        return matrix, copied.reviewed_pixels()

    def start(self, counted: Count) -> None:
        """Take the result of `count`; the pieces that came since its planes were copied are added to it."""
        self._counted = counted

    def follow(self, document: Document) -> Callable[[], None]:
        """Hear of all changes from now on; the returned function ends that. Copy the planes for `count` now."""

        def arrived() -> None:
            self._place = None if document.stroke_open else document.history.position

        arrived()
        stop_pieces = document.changed.connect(self._take)
        stop_steps = document.state_changed.connect(arrived)

        def stop() -> None:
            stop_pieces()
            stop_steps()

        return stop

    def _take(self, piece: Piece) -> None:
        """It is counted, together with others, when a figure is asked for. A proposal changes no reviewed pixel."""
        if max(int(piece.provenance_before.max()), int(piece.provenance_after.max())) < HUMAN:
            return
        self._place = None
        self._waiting.append(piece)
        self._pixels_waiting += piece.rect.area
        if self._counted is not None and self._pixels_waiting > _MOST_WAITING:
            self._counted = self._with_waiting(self._counted)

    def _up_to_date(self, counted: Count) -> Count:
        """`counted` with what waits, looked up where the history has been there before."""
        known = self._known.pop(self._place, None) if self._place is not None else None
        if known is not None:
            self._waiting.clear()
            self._pixels_waiting = 0
        self._counted = known or self._with_waiting(counted)
        if self._place is not None:
            self._known[self._place] = self._counted
            if len(self._known) > _PLACES_KNOWN:
                del self._known[next(iter(self._known))]
        return self._counted

    def _with_waiting(self, counted: Count) -> Count:
        pieces, self._waiting, self._pixels_waiting = self._waiting, [], 0
        for some in _parcels(pieces):
            prediction = _joined(self._prediction[piece.rect.slices] for piece in some)
            before = self._count_flat(
                prediction,
                _joined(piece.label_before for piece in some),
                _joined(piece.provenance_before for piece in some),
            )
            after = self._count_flat(
                prediction,
                _joined(piece.label_after for piece in some),
                _joined(piece.provenance_after for piece in some),
            )
            counted = counted[0] + (after[0] - before[0]), counted[1] + after[1] - before[1]
        return counted

    def _count_flat(self, prediction: Plane, label: Plane, provenance: Plane) -> Count:
        """Pixels that did not change are counted as well and cancel out, which is cheaper than to find the others."""
        truth = reviewed_part(label, provenance, self._ignore_index)
        matrix = ConfusionMatrix.from_labels(truth, prediction, self._num_classes, self._ignore_index)
        return matrix, int(np.count_nonzero(reviewed(provenance)))


def _parcels(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """All of them, in order, in lists of some `_TOGETHER` pixels."""
    parcel: list[Piece] = []
    pixels = 0
    for piece in pieces:
        parcel.append(piece)
        pixels += piece.rect.area
        if pixels >= _TOGETHER:
            yield parcel
            parcel, pixels = [], 0
    if parcel:
        yield parcel


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
