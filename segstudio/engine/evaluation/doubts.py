"""How unsure the model is of every image, and where it disagrees with somebody else: what the image list sorts by.

From stored predictions alone: the model is not asked. Figures are kept in the index.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

import numpy as np

from segstudio.core.errors import InputError
from segstudio.core.prediction import SCALE, Prediction
from segstudio.core.progress import CancelToken
from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.evaluation.candidates import FolderSource
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.jobs import Job, JobContext, JobQueue
from segstudio.engine.presegment import PredictionSource

_PRIORITY = -30
_AT_ONCE = 25
_log = logging.getLogger(__name__)

UNCERTAINTY, DISAGREEMENT = "uncertainty", "disagreement"
"""Names of the figures in the index."""


def uncertainty(prediction: Prediction) -> float:
    """The mean of 1 − p over the cells of the prediction, 0 … 1; p is the softmax probability of the best class.

    At the stride of the decoder, where the stored prediction has its values: it costs milliseconds, not the
    interpolation to the size of the image.
    """
    best = prediction.logits.max(axis=0).astype(np.float32)
    total = np.zeros(best.shape, np.float32)
    for channel in prediction.logits:
        total += np.exp((channel.astype(np.float32) - best) / np.float32(SCALE))
    return float(np.mean(1.0 - 1.0 / total, dtype=np.float64))


@dataclass(frozen=True, slots=True)
class Doubt:
    """Figures of one image, 0 … 1; None while unknown. `disagreement`: the share of pixels on which prediction and
    second opinion differ, of those on which the second says anything."""

    uncertainty: float | None = None
    disagreement: float | None = None


class Doubts:
    """Owned by the GUI thread. Looks through the stored predictions in the pool, behind everything else."""

    def __init__(self, pool: JobQueue) -> None:
        self.changed: Signal[str] = Signal()
        """The figures of this image (key)."""
        self._pool = pool
        self._source: PredictionSource | None = None
        self._second: FolderSource | None = None
        self._known: dict[str, Doubt] = {}
        self._waiting: dict[str, ImageEntry] = {}
        self._predicted: set[str] = set()  # of those that wait: a prediction is there for certain
        self._job: Job[dict[str, Doubt]] | None = None

    def begin(
        self, source: PredictionSource | None, second: FolderSource | None, entries: Iterable[ImageEntry]
    ) -> None:
        """Another model, project or second opinion: look at all images anew."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        former = list(self._known)
        self._known.clear()
        self._waiting.clear()
        self._predicted = set(former) if source is self._source else set()
        self._source, self._second = source, second
        for key in former:
            self.changed.emit(key)
        if source is not None:
            self._waiting.update((entry.key, entry) for entry in entries)
            self._next()

    def add(self, entry: ImageEntry) -> None:
        """There is a prediction of this image now."""
        if self._source is not None and entry.key not in self._known:
            self._waiting[entry.key] = entry
            self._predicted.add(entry.key)
            self._next()

    def of(self, key: str) -> Doubt:
        return self._known.get(key, _NOTHING)

    @property
    def uncertainties(self) -> dict[str, float | None]:
        """By key."""
        return {key: doubt.uncertainty for key, doubt in self._known.items()}

    @property
    def disagreements(self) -> dict[str, float | None]:
        """By key."""
        return {key: doubt.disagreement for key, doubt in self._known.items()}

    def _next(self) -> None:
        source, second = self._source, self._second
        if self._job is not None or source is None or not self._waiting:
            return
        chunk = [self._waiting.pop(key) for key in list(self._waiting)[:_AT_ONCE]]
        certain = self._predicted & {entry.key for entry in chunk}
        self._predicted -= certain

        def found(doubts: dict[str, Doubt]) -> None:
            self._job = None
            for key, doubt in doubts.items():
                self._known[key] = doubt
                self.changed.emit(key)
            self._next()

        def failed(error: Exception) -> None:
            _log.error("the stored predictions of some images were not looked at", exc_info=error)
            found({})

        def cancelled() -> None:
            self._job = None

        self._job = self._pool.submit(
            "doubts",
            worded("Look at the stored predictions"),
            lambda context: _look(source, second, chunk, certain, context),
            priority=_PRIORITY,
            on_done=found,
            on_error=failed,
            on_cancel=cancelled,
        )


_NOTHING = Doubt()


def _look(
    source: PredictionSource,
    second: FolderSource | None,
    entries: Sequence[ImageEntry],
    certain: Set[str],
    context: JobContext,
) -> dict[str, Doubt]:
    """Names tell cheaply which predictions are there, but not of images that have only just been written."""
    found: dict[str, Doubt] = {}
    for entry in entries:
        context.token.raise_if_cancelled()
        if entry.key not in certain and not source.known(entry):
            continue
        try:
            unsure = _uncertainty(source, entry)
            differing = _disagreement(source, second, entry, context.token) if second is not None else None
        except InputError:  # the image is gone or broken: opening it says so
            continue
        found[entry.key] = Doubt(unsure, differing)
    return found


def _uncertainty(source: PredictionSource, entry: ImageEntry) -> float | None:
    key = source.key(entry)
    kept = source.index.figure(UNCERTAINTY, key)
    if kept is not None:
        return kept
    prediction = source.stored(entry)
    if prediction is None:
        return None
    value = uncertainty(prediction)
    source.index.put_figure(UNCERTAINTY, key, value)
    return value


def _disagreement(
    source: PredictionSource, second: FolderSource, entry: ImageEntry, token: CancelToken
) -> float | None:
    if not second.has(entry):
        return None
    key = f"{source.key(entry)}|{second.key(entry)}|{source.table_revision}"
    kept = source.index.figure(DISAGREEMENT, key)
    if kept is not None:
        return kept
    predicted = source.cached(entry)
    other = second.obtain(entry, token).label
    if predicted is None or predicted.label.shape != other.shape:
        return None
    said = other != source.table.ignore_index
    counted = int(np.count_nonzero(said))
    if not counted:
        return None
    value = int(np.count_nonzero((predicted.label != other) & said)) / counted
    source.index.put_figure(DISAGREEMENT, key, value)
    return value
