"""Predictions for the images that the user sees or is about to see: made once, kept on disk, newest wish first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from segstudio.core.arrays import Label
from segstudio.core.class_map import ClassChoice
from segstudio.core.classes import ClassMapping, ClassTable, map_classes
from segstudio.core.images import read_image
from segstudio.core.model_view import ModelView
from segstudio.core.prediction import Prediction, sure_part
from segstudio.core.progress import CancelToken
from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.prediction_cache import PredictionCache
from segstudio.engine.index import Index
from segstudio.engine.jobs import Job, JobContext, JobQueue, JobState
from segstudio.engine.models.model_host import Predictor
from segstudio.engine.project import table_revision
from segstudio.engine.views import sentence_of

_KEPT = 6
_KEPT_BYTES = 256 << 20
"""Predictions kept in memory: the current image, its neighbours, and the way back."""
_TOP_PRIORITY = 100


@dataclass(frozen=True)
class Predicted:
    """A prediction and its label map (uint8 H×W) in the project's classes."""

    prediction: Prediction
    label: Label
    proposal: Label
    """The label map where the model is sure enough to propose it, the ignore index elsewhere."""
    image_hash: str
    view: ModelView
    """Its probabilities in the project's classes."""
    mapped: str = ""
    """Names the mapping of classes where a person chose one."""

    @property
    def nbytes(self) -> int:
        planes = self.label.nbytes
        if self.proposal is not self.label:
            planes += self.proposal.nbytes
        return planes + self.prediction.logits.nbytes

    @property
    def cache_key(self) -> str:
        """Names the label map: image content, model, and how its classes are mapped."""
        return _key(self.image_hash, self.prediction.model_id, self.mapped)


def _key(image_hash: str, model_id: str, mapped: str) -> str:
    return "-".join(filter(None, (image_hash, model_id, mapped)))


@dataclass(frozen=True)
class PredictionSource:
    """What a worker needs to have an image's prediction; a new one for every model, table and project."""

    predictor: Predictor
    cache: PredictionCache
    index: Index
    table: ClassTable
    mapping: ClassMapping
    sure_from: float = 0.0
    """The confidence, 0 … 1, from which on something is proposed."""

    @classmethod
    def make(
        cls,
        predictor: Predictor,
        cache: PredictionCache,
        index: Index,
        table: ClassTable,
        chosen: ClassChoice | None = None,
        sure_from: float = 0.0,
    ) -> PredictionSource:
        """`chosen`: what a person said about the model's classes; the rest goes by name."""
        mapping = map_classes(predictor.classes, table, chosen)
        return cls(predictor, cache, index, table, mapping, sure_from)

    # As a candidate (`engine.evaluation.candidates`)

    @property
    def name(self) -> str:
        return self.predictor.model_name

    @property
    def id(self) -> str:
        return "-".join(filter(None, (self.predictor.model_id, self.mapping.revision)))

    @property
    def by_model(self) -> bool:
        return True

    @property
    def can_be_asked(self) -> bool:
        return True

    @property
    def void_counts(self) -> bool:
        return True

    def has(self, entry: ImageEntry) -> bool:
        return True

    def key(self, entry: ImageEntry) -> str:
        """The `cache_key` of an image's prediction. Raises InputError when the image cannot be read."""
        image_hash = self.index.file_hash(entry.path)
        return _key(image_hash, self.predictor.model_id, self.mapping.revision)

    def file(self, entry: ImageEntry) -> Path | str:
        return entry.file

    @property
    def table_revision(self) -> str:
        return table_revision(self.table)

    def stored(self, entry: ImageEntry) -> Prediction | None:
        """The prediction as it lies on disk, in any thread. Raises InputError when the image cannot be read."""
        return self.cache.load(self.index.file_hash(entry.path), self.predictor.model_id)

    def cached(self, entry: ImageEntry) -> Predicted | None:
        """From disk, in any thread. Raises InputError when the image cannot be read."""
        image_hash = self.index.file_hash(entry.path)
        prediction = self.cache.load(image_hash, self.predictor.model_id)
        return self._predicted(prediction, image_hash) if prediction is not None else None

    def obtain(self, entry: ImageEntry, token: CancelToken) -> Predicted:
        """From disk, else from the model; in the model's thread. Raises InputError, WorkError, Cancelled."""
        image_hash = self.index.file_hash(entry.path)
        prediction = self.cache.load(image_hash, self.predictor.model_id)
        if prediction is None:
            image = read_image(entry.path)
            token.raise_if_cancelled()
            prediction = self.predictor.predict(image, token)
            token.raise_if_cancelled()
            self.cache.save(image_hash, prediction)
        return self._predicted(prediction, image_hash)

    def known(self, entry: ImageEntry) -> bool:
        """Whether a prediction lies on disk, by names alone: nothing is read or hashed."""
        image_hash = self.index.known_hash(entry.path)
        return image_hash is not None and self.cache.path(image_hash, self.predictor.model_id).is_file()

    def _predicted(self, prediction: Prediction, image_hash: str) -> Predicted:
        ignore = self.table.ignore_index
        if self.sure_from > 0:
            label, confidence = prediction.label_and_confidence(self.mapping, ignore)
            proposal = sure_part(label, confidence, self.sure_from, ignore)
        else:
            label = proposal = prediction.label_map(self.mapping, ignore)
        view = ModelView(prediction, self.mapping, ignore)
        return Predicted(prediction, label, proposal, image_hash, view, self.mapping.revision)


class PredictionService:
    """Keeps the wished predictions coming: the first wish first, and nothing that is no longer wished."""

    def __init__(self, pool: JobQueue, models: JobQueue) -> None:
        self.predicted: Signal[str, Predicted] = Signal()
        """An image's prediction is there (key)."""
        self.failed: Signal[str, str] = Signal()
        """An image could not be predicted (key, sentence)."""
        self.urgent: Signal[()] = Signal()
        """The current image is about to be given to the model: who else uses it should give way."""
        self.source: PredictionSource | None = None
        self._pool = pool
        self._models = models
        self._wishes: list[ImageEntry] = []
        self._jobs: dict[str, Job[Predicted] | Job[Predicted | None]] = {}
        self._failed: set[str] = set()
        self._kept: OrderedDict[str, Predicted] = OrderedDict()

    def use(self, source: PredictionSource | None) -> None:
        """Another model, table or project: everything said so far is void, the wishes are asked again."""
        for job in list(self._jobs.values()):
            job.cancel()
        self._jobs.clear()
        self._failed.clear()
        self._kept.clear()
        self.source = source
        self.wish(self._wishes)

    def kept(self, key: str) -> Predicted | None:
        """The prediction of an image seen lately."""
        return self._kept.get(key)

    def wish(self, entries: Sequence[ImageEntry]) -> None:
        """Predict these, the most urgent first; the rest is cancelled. What is there is told again at once."""
        self._wishes = list(entries)
        wanted = {entry.key for entry in entries}
        for key in [k for k in self._jobs if k not in wanted]:
            self._jobs.pop(key).cancel()
        if self.source is None:
            return
        for rank, entry in enumerate(entries):
            priority = _TOP_PRIORITY - rank
            if (job := self._jobs.get(entry.key)) is not None:
                job.reprioritise(priority)
            elif (kept := self._kept.get(entry.key)) is not None:
                self._kept.move_to_end(entry.key)
                if rank == 0:
                    self.predicted.emit(entry.key, kept)
            elif entry.key not in self._failed:
                self._ask(self.source, entry, rank)

    def _ask(self, source: PredictionSource, entry: ImageEntry, rank: int) -> None:
        """The current image looks on the disk first, beside the model, which may be busy with another one."""

        def look(context: JobContext) -> Predicted | None:
            return source.cached(entry)

        def looked(found: Predicted | None) -> None:
            if found is not None:
                self._done(entry, found)
            else:
                self._predict(source, entry, rank)

        if rank > 0:
            self._predict(source, entry, rank)
            return
        self._jobs[entry.key] = self._pool.submit(
            "prediction",
            worded("Look for the prediction of {name}", name=entry.name),
            look,
            priority=_TOP_PRIORITY,
            on_done=looked,
            on_error=lambda error: self._gave_up(entry, error),
            on_cancel=lambda: self._cancelled(entry.key),
        )

    def _predict(self, source: PredictionSource, entry: ImageEntry, rank: int) -> None:
        wished = [e.key for e in self._wishes]
        if entry.key in wished:
            rank = wished.index(entry.key)
        if rank == 0:
            self._make_way()
        self._jobs[entry.key] = self._models.submit(
            "predict",
            worded("Predict {name}", name=entry.name),
            lambda context: source.obtain(entry, context.token),
            priority=_TOP_PRIORITY - rank,
            on_done=lambda found: self._done(entry, found),
            on_error=lambda error: self._gave_up(entry, error),
            on_cancel=lambda: self._cancelled(entry.key),
        )

    def _make_way(self) -> None:
        """Stop what the model is doing for other images; they are asked again behind the current one."""
        self.urgent.emit()
        for other in self._wishes[1:]:
            job = self._jobs.get(other.key)
            if job is not None and job.kind == "predict" and job.state is JobState.RUNNING and self.source:
                job.cancel()
                self._predict(self.source, other, self._wishes.index(other))

    def _done(self, entry: ImageEntry, found: Predicted) -> None:
        self._jobs.pop(entry.key, None)
        self._kept[entry.key] = found
        while len(self._kept) > 1 and (len(self._kept) > _KEPT or self._bytes() > _KEPT_BYTES):
            self._kept.popitem(last=False)
        self.predicted.emit(entry.key, found)

    def _bytes(self) -> int:
        return sum(found.nbytes for found in self._kept.values())

    def _gave_up(self, entry: ImageEntry, error: Exception) -> None:
        self._jobs.pop(entry.key, None)
        self._failed.add(entry.key)
        self.failed.emit(
            entry.key, sentence_of(error, worded("{name} could not be predicted", name=entry.name))
        )

    def _cancelled(self, key: str) -> None:
        """Also from the job panel: then it is not asked again until the image is visited anew."""
        self._jobs.pop(key, None)
