"""The background work behind the data set's figures: what the index knows at once, the rest image by image.

First the matrices that the index keeps for this comparison are taken as they are: one query, and the figures stand.
Then every image is looked at: where a file changed since (told by size and time stamp, else by content), its matrix
is dropped, and counted anew.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segstudio.core import collecting
from segstudio.core.errors import InputError
from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.evaluation.candidates import CandidateLabel, CandidateSource
from segstudio.engine.evaluation.comparison import reviewed_matrix, without_void
from segstudio.engine.evaluation.saved_scores import SavedScores
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.label_store import LabelStore
from segstudio.engine.files.signature import holds, signature
from segstudio.engine.index import Context
from segstudio.engine.jobs import Job, JobContext, JobQueue
from segstudio.engine.project import table_revision
from segstudio.labels.label_map import LabelMap
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.sparse import SparseMatrix

_CHUNK = 200
_RECALL_PRIORITY = 150
_SURVEY_PRIORITY = -20
_MEASURE_PRIORITY = -10
_log = logging.getLogger(__name__)


@dataclass
class _Known:
    """What the cache says of some images."""

    matrices: dict[str, SparseMatrix] = field(default_factory=dict)
    stale: list[str] = field(default_factory=list)
    unmeasured: list[ImageEntry] = field(default_factory=list)
    predicted: list[str] = field(default_factory=list)


class Survey:
    """Measures all labelled images of a project with one model and class table, at the lowest priority.

    Owned by the GUI thread. Cancelling its job in the job panel stops it until the next `begin`.
    """

    def __init__(self, pool: JobQueue, models: JobQueue) -> None:
        self.recalled: Signal[SavedScores] = Signal()
        """What the index knew of all images, before any of them is looked at."""
        self.stale: Signal[str] = Signal()
        """What was recalled of this image (key) holds no longer."""
        self.measured: Signal[str, ConfusionMatrix] = Signal()
        """The matrix of an image's saved label (key)."""
        self.predicted: Signal[str] = Signal()
        """The cache holds a prediction of this image (key)."""
        self.failed: Signal[str] = Signal()
        """An image cannot be measured (key); it says why when it is opened."""
        self._pool = pool
        self._models = models
        self._store: LabelStore | None = None
        self._source: CandidateSource | None = None
        self._signatures: dict[str, str] = {}
        self._queue: deque[ImageEntry] = deque()
        self._looking: Job[Any] | None = None
        self._measuring: Job[Any] | None = None
        self._measured_entry: ImageEntry | None = None

    def begin(self, store: LabelStore, source: CandidateSource, entries: Sequence[ImageEntry]) -> None:
        """Start over with all images of a project. A candidate that cannot be asked is only recalled."""
        self.stop()
        self._store, self._source = store, source
        self._signatures = {}
        everything = list(entries)
        nothing = SavedScores(source.table.num_classes, source.table.ignore_index)

        def recalled(found: tuple[SavedScores, dict[str, str]]) -> None:
            scores, self._signatures = found
            self.recalled.emit(scores)
            if source.can_be_asked:
                self._look(everything, 0)

        self._looking = self._pool.submit(
            "survey",
            worded("Recall the figures"),
            lambda context: _recall(source, everything),
            priority=_RECALL_PRIORITY,
            on_done=recalled,
            on_error=lambda error: recalled((nothing, {})),  # a damaged index costs time, no figure
        )

    def stop(self) -> None:
        for job in (self._looking, self._measuring):
            if job is not None:
                job.cancel()
        self._looking = self._measuring = self._store = self._source = None
        self._queue.clear()

    def add(self, entry: ImageEntry) -> None:
        """Measure an image (again)."""
        self._queue.append(entry)
        self._measure_next()

    def give_way(self) -> None:
        """Somebody waits for the model: what runs here is stopped and asked for again behind it."""
        job, entry = self._measuring, self._measured_entry
        if job is not None and entry is not None:
            job.cancel()
            self._measuring = None
            self._queue.appendleft(entry)
            self._measure_next()

    def _look(self, entries: list[ImageEntry], start: int) -> None:
        """Some images at a time, so that figures come in while it goes on."""
        store, source, chunk = self._store, self._source, entries[start : start + _CHUNK]
        self._looking = None
        if store is None or source is None:
            return
        if not chunk:
            self._signatures = {}
            return
        signatures = self._signatures

        def looked(known: _Known) -> None:
            for key in known.stale:
                self.stale.emit(key)
            for key, matrix in known.matrices.items():
                self.measured.emit(key, matrix.dense())
            for key in known.predicted:
                self.predicted.emit(key)
            self._queue.extend(known.unmeasured)
            self._measure_next()
            self._look(entries, start + _CHUNK)

        def failed(error: Exception) -> None:
            """What is measured one by one, at some cost, fails one by one."""
            _log.error("some images were not looked at", exc_info=error)
            rest = (e for e in chunk if e.has_label and source.has(e) and e.key not in signatures)
            looked(_Known(unmeasured=list(rest)))

        self._looking = self._pool.submit(
            "survey",
            worded("Look through the project"),
            lambda context: _look_through(store, source, chunk, signatures, context),
            priority=_SURVEY_PRIORITY,
            on_done=looked,
            on_error=failed,
        )

    def _measure_next(self) -> None:
        """One image at a time: the queue stays short and the current image waits behind one at most."""
        store, source = self._store, self._source
        if store is None or source is None or self._measuring is not None or not self._queue:
            return
        if not source.can_be_asked:  # who takes its place looks at everything
            return
        entry = self._measured_entry = self._queue.popleft()

        def next_one() -> None:
            self._measuring = None
            self._measure_next()

        def measured(matrix: ConfusionMatrix) -> None:
            if source.by_model:
                self.predicted.emit(entry.key)
            self.measured.emit(entry.key, matrix)
            next_one()

        def failed(error: Exception) -> None:
            self.failed.emit(entry.key)
            next_one()

        queue, title = self._pool, worded("Compare {name} for the data set's figures", name=entry.name)
        if source.by_model:
            queue, title = (
                self._models,
                worded("Predict {name} for the data set's figures", name=entry.name),
            )
        self._measuring = queue.submit(
            "measure",
            title,
            lambda context: _measure(store, source, entry, context),
            priority=_MEASURE_PRIORITY,
            on_done=measured,
            on_error=failed,
        )


def remember(
    source: CandidateSource,
    store: LabelStore,
    entry: ImageEntry,
    predicted: CandidateLabel,
    measure: Callable[[], ConfusionMatrix],
) -> ConfusionMatrix:
    """Measure a saved label and keep the matrix in the index, unless the label changed meanwhile."""
    before = _truth(source, store, entry)
    matrix = measure()
    if before is not None and before == _truth(source, store, entry):
        sparse = SparseMatrix.of(matrix)
        source.index.put_matrix(before, predicted.cache_key, table_revision(source.table), sparse)
        _keep(source, store, entry, before, sparse)
    return matrix


def context_of(source: CandidateSource) -> Context:
    """By which the index keeps what is counted of a candidate."""
    return source.id, table_revision(source.table), source.table.ignore_index


def _keep(
    source: CandidateSource, store: LabelStore, entry: ImageEntry, truth: str, matrix: SparseMatrix
) -> None:
    """Remember a matrix for the next time that the project is opened."""
    label_hash, _, _ = truth.partition("+")
    try:
        sign = signature(store, entry, label_hash, source.file(entry))
    except InputError:
        return
    if sign is not None:
        source.index.put_saved(context_of(source), entry.key, sign, matrix)


def _recall(source: CandidateSource, entries: list[ImageEntry]) -> tuple[SavedScores, dict[str, str]]:
    """In the pool."""
    table = source.table
    with collecting.resting():
        found = source.index.recall(context_of(source), table.num_classes)
        wanted = [e.key for e in entries if e.has_label and e.key in found.matrices and source.has(e)]
        kept = {key: found.matrices[key] for key in wanted}
        return SavedScores.of(kept, table.num_classes, table.ignore_index), found.signatures


def _truth(source: CandidateSource, store: LabelStore, entry: ImageEntry) -> str | None:
    try:
        return store.truth_hash(entry, source.index.file_hash)
    except InputError:
        return None


def _look_through(
    store: LabelStore,
    source: CandidateSource,
    entries: list[ImageEntry],
    signatures: dict[str, str],
    context: JobContext,
) -> _Known:
    """In the pool: what the index and the prediction cache know, without decoding anything.

    `signatures`: of the images whose matrices were recalled.
    """
    known = _Known()
    revision = table_revision(source.table)
    for entry in entries:
        context.token.raise_if_cancelled()
        if source.known(entry):
            known.predicted.append(entry.key)
        if not entry.has_label or not source.has(entry):
            continue
        sign = signatures.get(entry.key)
        try:
            if sign is not None and holds(sign, store, entry, source.file(entry)):
                continue
            if sign is not None:
                known.stale.append(entry.key)
            truth = store.truth_hash(entry, source.index.file_hash)
            key = source.key(entry)
        except InputError:
            known.unmeasured.append(entry)  # measuring it fails with the reason
            continue
        matrix = source.index.matrix(truth, key, revision, source.table.ignore_index) if truth else None
        if truth and matrix is not None and matrix.num_classes == source.table.num_classes:
            known.matrices[entry.key] = matrix
            _keep(source, store, entry, truth, matrix)
        else:
            known.unmeasured.append(entry)
    return known


def _measure(
    store: LabelStore, source: CandidateSource, entry: ImageEntry, context: JobContext
) -> ConfusionMatrix:
    """In the model's thread. Raises InputError when image or label cannot be used."""
    predicted = source.obtain(entry, context.token)

    def measure() -> ConfusionMatrix:
        stored = store.read(entry, _size(predicted.label), source.table)
        if stored.label_map is None:
            raise InputError(stored.problem or f"{entry.name} has no label.")
        return label_matrix(stored.label_map, predicted, source)

    return remember(source, store, entry, predicted, measure)


def label_matrix(
    label_map: LabelMap, predicted: CandidateLabel, source: CandidateSource
) -> ConfusionMatrix:
    """A candidate's label against the reviewed pixels of a mask of the same size."""
    matrix = reviewed_matrix(label_map, predicted.label, source.table.num_classes)
    return matrix if source.void_counts else without_void(matrix)


def _size(label: NDArray[np.uint8]) -> tuple[int, int]:
    height, width = label.shape
    return height, width
