"""The same for many images at once: predict them, save what there is of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from segstudio.core.errors import UserError
from segstudio.core.numerals import grouped
from segstudio.core.provenance import of_proposal
from segstudio.core.signal import Signal
from segstudio.core.wording import joined, worded
from segstudio.engine.desks.asking import asked_for
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.jobs import Job, JobContext, JobQueue
from segstudio.engine.presegment import Predicted, PredictionSource
from segstudio.engine.project import Project
from segstudio.engine.views import Level, Message, error_message
from segstudio.engine.workspace import Rescued
from segstudio.labels.label_map import LabelMap

_NAMED = 3


class BatchDesk:
    """Starts the work and tells its end; owned by the GUI thread. `session.batch`."""

    def __init__(
        self, pool: JobQueue, models: JobQueue, source: Callable[[], PredictionSource | None]
    ) -> None:
        """`source`: where predictions come from now; None while there is no model."""
        self.message: Signal[Message] = Signal()
        self.predicted: Signal[str] = Signal()
        """The prediction of the image with this key is on disk."""
        self.saved: Signal[Rescued] = Signal()
        """Labels were written."""
        self._pool = pool
        self._models = models
        self._source = source
        self._saving: list[Job[Rescued]] = []

    @property
    def busy(self) -> bool:
        """Whether proposals are being written as labels; a moment longer where that was cancelled."""
        self._saving = [job for job in self._saving if not job.finished]
        return bool(self._saving)

    def predict(self, entries: Sequence[ImageEntry]) -> None:
        """Predict all of them, behind what somebody looks at; one job, which can be cancelled between images."""
        source = self._ready(entries)
        if source is None:
            return
        models = self._models

        def work(context: JobContext) -> tuple[list[str], list[str]]:
            obtain = asked_for(source, models, context.token)
            done: list[str] = []
            failed: list[str] = []
            for number, entry in enumerate(entries):
                context.token.raise_if_cancelled()
                context.progress(number, len(entries), entry.name)
                try:
                    obtain(entry)
                    done.append(entry.key)
                except UserError as error:
                    failed.append(str(error))
            return done, failed

        def ended(result: tuple[list[str], list[str]]) -> None:
            done, failed = result
            for key in done:
                self.predicted.emit(key)
            self._tell(worded("Predicted {images}.", images=_images(len(done))), failed)

        self._pool.submit(
            "predict",
            worded("Predict {images}", images=_images(len(entries))),
            work,
            on_done=ended,
            on_error=self._failed,
        )

    def save_proposals(self, project: Project, entries: Sequence[ImageEntry]) -> None:
        """Write the model's proposal as the label of each image that has none; its pixels count as the model's, not
        as reviewed. Existing labels are left alone."""
        wanted = [entry for entry in entries if not entry.has_label]
        if not wanted:
            return
        source = self._ready(wanted)
        if source is None:
            return
        models = self._models

        def work(context: JobContext) -> Rescued:
            obtain = asked_for(source, models, context.token)
            saved: list[str] = []
            failures: list[str] = []
            for number, entry in enumerate(wanted):
                context.token.raise_if_cancelled()
                context.progress(number, len(wanted), entry.name)
                try:
                    project.ensure_there()
                    if project.store.find(entry) is None:
                        _save_proposal(project, entry, obtain(entry))
                    saved.append(entry.key)
                except UserError as error:
                    failures.append(str(error))
            if saved:
                project.save_config()
            return Rescued(project.labels_dir, tuple(saved), (), tuple(failures), ())

        def ended(result: Rescued) -> None:
            self.saved.emit(result)
            self._tell(
                worded("Saved the predictions of {images} as labels.", images=_images(len(result.keys))), []
            )

        self._saving.append(
            self._pool.submit(
                "batch",
                worded("Save {images}", images=_images(len(wanted))),
                work,
                on_done=ended,
                on_error=self._failed,
            )
        )

    def _ready(self, entries: Sequence[ImageEntry]) -> PredictionSource | None:
        source = self._source()
        if source is None and entries:
            text = worded(
                "There is no model yet to predict with. Wait until it is loaded, or choose one in the "
                "Model menu."
            )
            self.message.emit(Message(Level.WARNING, text))
        return source if entries else None

    def _tell(self, text: str, failed: Sequence[str]) -> None:
        if failed:
            text = worded(
                "{text} {images} failed: {sentences}",
                text=text,
                images=_images(len(failed)),
                sentences=joined(failed[:_NAMED]),
            )
        self.message.emit(Message(Level.ERROR if failed else Level.INFO, text))

    def _failed(self, error: Exception) -> None:
        self.message.emit(error_message(error))


def _save_proposal(project: Project, entry: ImageEntry, predicted: Predicted) -> None:
    ignore = project.table.ignore_index
    provenance = of_proposal(predicted.proposal, ignore)
    prediction = predicted.prediction
    remarks = {"model": {"name": prediction.model_name, "id": prediction.model_id}, "model_miou": None}
    project.store.save(
        entry,
        LabelMap(predicted.proposal.copy(), provenance, ignore),
        project.table,
        base="",
        remarks=remarks,
    )


def _images(count: int) -> str:
    return worded("1 image") if count == 1 else worded("{count} images", count=grouped(count))
