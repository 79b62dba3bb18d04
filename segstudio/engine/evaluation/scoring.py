"""The figures: of the image under edit, live, and of the data set."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection

from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.evaluation.candidates import CandidateLabel, CandidateSource
from segstudio.engine.evaluation.comparison import (
    Comparison,
    ComparisonContext,
    LiveMatrix,
    comparison_of,
)
from segstudio.engine.evaluation.saved_scores import SavedScores
from segstudio.engine.evaluation.survey import Survey, label_matrix, remember
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.jobs import Job, JobContext, JobQueue
from segstudio.engine.project import Project, table_revision
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.error_map import errors_of
from segstudio.metrics.scores import Score, score
from segstudio.metrics.sparse import SparseMatrix

REFERENCE = "reviewed pixels"
_COUNT_PRIORITY = 50
_log = logging.getLogger(__name__)


class Scoring:
    """Owned by the GUI thread. `begin` starts a new context; what an older one still computes is cancelled."""

    def __init__(self, pool: JobQueue, models: JobQueue) -> None:
        self.changed: Signal[()] = Signal()
        self.entries_changed: Signal[Collection[str]] = Signal()
        """Figures of these images (keys)."""
        self.survey = Survey(pool, models)
        self.survey.recalled.connect(self._recalled)
        self.survey.stale.connect(self._forget)
        self.survey.measured.connect(self._measured)
        self.survey.failed.connect(self._unmeasurable)
        self._pool = pool
        self._source: CandidateSource | None = None
        self._project: Project | None = None
        self._version = 0
        self._saved: SavedScores | None = None
        self._pending: set[str] = set()  # labelled images whose matrix is still to come
        self._counting: dict[str, Job[ConfusionMatrix]] = {}
        self._key = ""
        self._live: LiveMatrix | None = None
        self._live_job: Job[tuple[ConfusionMatrix, int]] | None = None
        self._disconnect: Callable[[], None] = lambda: None

    def begin(self, project: Project | None, source: CandidateSource | None) -> None:
        """Another project, model or table: forget all figures; count anew, from the cache where it knows.

        What was recalled of a model stays while that very model takes its place: the figures do not blink.
        """
        former = self._saved if self._continues(project, source) else None
        self.unwatch()
        self.survey.stop()
        for job in list(self._counting.values()):
            job.cancel()
        self._counting.clear()
        self._pending.clear()
        self._version += 1
        self._project, self._source, self._saved = project, source, None
        if project is not None and source is not None:
            self._saved = former or SavedScores(source.table.num_classes, source.table.ignore_index)
            has = source.has
            self._pending = {e.key for e in project.images if e.has_label and has(e)}
            self._pending.difference_update(self._saved.keys())
            self.survey.begin(project.store, source, project.images)
        self.changed.emit()

    def watch(self, key: str, document: Document, predicted: CandidateLabel) -> None:
        """Follow the edits of the current image; the first count is made from a copy, in the pool."""
        self.unwatch()
        source = self._source
        if source is None or predicted.label.shape != document.label_map.shape:
            return
        self._version += 1
        self._key = key
        table = source.table
        live = self._live = LiveMatrix(
            predicted.label, table.num_classes, table.ignore_index, void_counts=source.void_counts
        )
        stop_counting = live.follow(document)
        stop_telling = document.changed.connect(lambda piece: self._tell(key))

        def disconnect() -> None:
            stop_counting()
            stop_telling()

        self._disconnect = disconnect
        snapshot = document.label_map.snapshot()

        def counted(result: tuple[ConfusionMatrix, int]) -> None:
            live.start(result)
            self._tell(key)

        self._live_job = self._pool.submit(
            "scores",
            worded("Count {name}", name=key),
            lambda context: live.count(snapshot.take()),
            priority=_COUNT_PRIORITY,
            on_done=counted,
        )

    def unwatch(self) -> None:
        """The current image is left: the data set figure falls back to what is saved."""
        self._disconnect()
        self._disconnect = lambda: None
        if self._live_job is not None:
            self._live_job.cancel()
        key, self._key, self._live, self._live_job = self._key, "", None, None
        if key:
            self._version += 1
            self._tell(key)

    def label_saved(self, entry: ImageEntry, copied: LabelMap, predicted: CandidateLabel | None) -> None:
        """A label is on disk (`copied`: what was written, nobody writes into it): it counts from now on."""
        project, source = self._project, self._source
        if project is None or source is None or self._saved is None:
            return
        if predicted is None or predicted.label.shape != copied.shape:
            self.measure(entry)
            return
        if (former := self._counting.pop(entry.key, None)) is not None:
            former.cancel()

        def count(context: JobContext) -> ConfusionMatrix:
            return remember(
                source, project.store, entry, predicted, lambda: label_matrix(copied, predicted, source)
            )

        def over() -> None:
            self._counting.pop(entry.key, None)

        def counted(matrix: ConfusionMatrix) -> None:
            over()
            self._put(entry.key, matrix)

        def failed(error: Exception) -> None:
            _log.error("%s was not counted from its copy", entry.name, exc_info=error)
            over()
            self.measure(entry)  # from the disk, as the label of another program

        self._counting[entry.key] = self._pool.submit(
            "scores",
            worded("Count {name}", name=entry.name),
            count,
            priority=_COUNT_PRIORITY,
            on_done=counted,
            on_error=failed,
            on_cancel=over,
        )

    def measure(self, entry: ImageEntry) -> None:
        """Another label lies on disk: it is measured in the background."""
        if self._saved is not None and self._source is not None:
            self._saved.drop(entry.key)
            if self._source.has(entry):
                self._pending.add(entry.key)
                self.survey.add(entry)
            self._tell(entry.key)

    def forget(self, entry: ImageEntry) -> None:
        """The label of this image is gone."""
        self._pending.discard(entry.key)
        if self._saved is not None:
            self._saved.drop(entry.key)
        self._tell(entry.key)

    def miou(self, key: str) -> Score:
        """mIoU of the candidate on this image's reviewed pixels; None while unknown."""
        if key == self._key and self._live is not None and self._live.ready:
            return score(self._live.matrix).miou
        return self._saved.miou(key) if self._saved is not None else None

    def errors(self, key: str) -> int | None:
        """Wrong pixels of this image; None while unknown, and where no pixel is compared."""
        if key == self._key and self._live is not None and self._live.ready:
            matrix = self._live.matrix
            return errors_of(matrix) if matrix.valid_pixels else None
        return self._saved.errors(key) if self._saved is not None else None

    def pixels(self, key: str) -> int | None:
        """How many pixels of this image its figures count; None while unknown."""
        if key == self._key and self._live is not None and self._live.ready:
            return self._live.matrix.valid_pixels
        return self._saved.pixels(key) if self._saved is not None else None

    def matrix(self, key: str) -> ConfusionMatrix | None:
        """Of one image, live for the one that is watched; None while unknown."""
        if key == self._key and self._live is not None and self._live.ready:
            return self._live.matrix
        return self._saved.matrix(key) if self._saved is not None else None

    def saved_matrix(self, key: str) -> SparseMatrix | None:
        """Of an image's saved label; None while it is not measured."""
        return self._saved.sparse(key) if self._saved is not None else None

    @property
    def saved_total(self) -> ConfusionMatrix:
        """The sum over all saved labels that are measured. RuntimeError without a candidate."""
        if self._saved is None:
            raise RuntimeError("nothing is compared")
        return self._saved.total

    def comparison_of_some(
        self, matrix: ConfusionMatrix, keys: frozenset[str], *, images: int
    ) -> Comparison | None:
        """The matrix of these images as a comparison; None without a candidate."""
        if self._source is None:
            return None
        scope = f"selection {hash(keys):x}"
        pending = len(self._pending & keys)
        return comparison_of(
            matrix, self._context(self._source, scope), images=images, images_pending=pending
        )

    @property
    def watched(self) -> str:
        """Key of the image whose edits are followed and counted; '' when there is none."""
        return self._key if self._live is not None and self._live.ready else ""

    @property
    def mious(self) -> dict[str, Score]:
        """Of all images that are measured or watched, by key."""
        found = self._saved.mious if self._saved is not None else {}
        if self.watched:
            found[self.watched] = self.miou(self.watched)
        return found

    @property
    def all_errors(self) -> dict[str, int | None]:
        """Wrong pixels of all images that are measured or watched, by key."""
        found = self._saved.all_errors if self._saved is not None else {}
        if self.watched:
            found[self.watched] = self.errors(self.watched)
        return found

    @property
    def source(self) -> CandidateSource | None:
        """What the figures are about."""
        return self._source

    @property
    def measured(self) -> dict[str, SparseMatrix]:
        """Matrices of all saved labels that are measured, by key."""
        return self._saved.matrices if self._saved is not None else {}

    @property
    def pending(self) -> int:
        """How many saved labels are still to be measured."""
        return len(self._pending)

    @property
    def image(self) -> Comparison | None:
        """The current image; None until a prediction and the first count are there."""
        if self._live is None or not self._live.ready or self._source is None:
            return None
        context = self._context(self._source, self._key)
        return comparison_of(self._live.matrix, context, reviewed_share=self._live.reviewed_share)

    @property
    def dataset(self) -> Comparison | None:
        """Σ saved − saved(current) + live(current); None without a model, and without any label."""
        source, saved = self._source, self._saved
        if source is None or saved is None:
            return None
        total, images, pending = saved.total, len(saved), len(self._pending)
        if self._live is not None and self._live.ready:
            live, former = self._live.matrix, saved.matrix(self._key)
            if former is not None:
                total = total - former + live
            elif live.valid_pixels:
                total, images = total + live, images + 1
                pending -= self._key in self._pending
        if images == 0 and (pending == 0 or not source.can_be_asked):
            return None
        return comparison_of(total, self._context(source, ""), images=images, images_pending=pending)

    def _context(self, source: CandidateSource, scope: str) -> ComparisonContext:
        return ComparisonContext(
            version=self._version,
            candidate=source.name,
            candidate_id=source.id,
            reference=REFERENCE,
            table_revision=table_revision(source.table),
            num_classes=source.table.num_classes,
            ignore_index=source.table.ignore_index,
            scope=scope,
        )

    def _continues(self, project: Project | None, source: CandidateSource | None) -> bool:
        former = self._source
        return (
            former is not None
            and source is not None
            and not former.can_be_asked
            and project is self._project
            and (former.id, table_revision(former.table)) == (source.id, table_revision(source.table))
        )

    def _recalled(self, scores: SavedScores) -> None:
        """At once, for all images: what was saved meanwhile is newer."""
        saved = self._saved
        if saved is None or not len(scores):
            return
        known = scores.keys()
        if not len(saved) and not self._counting:
            self._saved = scores
            new = list(known)
        else:
            new = [key for key in known if key not in saved and key not in self._counting]
            for key in new:
                if (matrix := scores.matrix(key)) is not None:
                    saved.put(key, matrix)
        self._pending.difference_update(new)
        self.changed.emit()
        self.entries_changed.emit(new)

    def _forget(self, key: str) -> None:
        """Its files changed: what is known of it is counted anew."""
        if self._saved is not None and key in self._saved and key not in self._counting:
            self._saved.drop(key)
            self._pending.add(key)
            self._tell(key)

    def _measured(self, key: str, matrix: ConfusionMatrix) -> None:
        """From the survey: a label saved meanwhile is newer than what it has read."""
        if self._saved is not None and key not in self._saved and key not in self._counting:
            self._put(key, matrix)

    def _unmeasurable(self, key: str) -> None:
        self._pending.discard(key)
        self._tell(key)

    def _put(self, key: str, matrix: ConfusionMatrix) -> None:
        if self._saved is not None:
            self._pending.discard(key)
            self._saved.put(key, matrix)
            self._tell(key)

    def _tell(self, key: str) -> None:
        self.changed.emit()
        self.entries_changed.emit([key])
