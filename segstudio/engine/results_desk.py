"""What a session hands out: labels in other tools' layouts, and the report of the model against the saved labels.

Formats and reports are imported when they are first asked for: they bring libraries (COCO's, templates) that the
window need not wait for.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from segstudio.core.errors import InputError, UserError
from segstudio.core.images import read_image
from segstudio.core.signal import Signal
from segstudio.engine.jobs import Job, JobContext, JobQueue
from segstudio.engine.presegment import PredictionSource
from segstudio.engine.project import Project
from segstudio.engine.scoring import Scoring
from segstudio.engine.views import Level, Message
from segstudio.metrics.sparse import SparseMatrix

if TYPE_CHECKING:
    from segstudio.reports.model import Evaluation, ImageResult, Picture, Pictures

REPORT_STEM = "evaluation"


class ResultsDesk:
    """Starts the work in the pool and tells its end; owned by the GUI thread."""

    def __init__(self, pool: JobQueue) -> None:
        self.message: Signal[Message] = Signal()
        self.exported: Signal[Path] = Signal()
        self.reported: Signal[Path] = Signal()
        self._pool = pool
        self._running: dict[Path, Job[Any]] = {}

    def export(self, project: Project, format_id: str, folder: Path, *, with_images: bool) -> None:
        """Write the saved labels; `exported(folder)` comes, or an error message."""
        from segstudio.engine.export import export_labels, labelled_images

        if self._busy(folder):
            return
        items, table = labelled_images(project), project.table

        def work(context: JobContext) -> int:
            return export_labels(
                items,
                table,
                format_id,
                folder,
                with_images=with_images,
                progress=context.progress,
                token=context.token,
            )

        def done(count: int) -> None:
            plural = "s" if count != 1 else ""
            self.message.emit(Message(Level.INFO, f"Exported {count} label{plural} to {folder}."))
            self.exported.emit(folder)

        title = f"Export to {folder}"
        self._running[folder] = self._pool.submit(
            "export", title, work, on_done=done, on_error=self._failed
        )

    def report(self, project: Project, scoring: Scoring, folder: Path) -> None:
        """Write evaluation.json, .csv and .html; `reported(path of the page)` comes, or an error message."""
        source, measured, pending = scoring.source, scoring.measured, scoring.pending
        if source is not None and not isinstance(source, PredictionSource):
            text = (
                f"The report is about the model, but {source.name} is compared just now. Choose Compare > Prediction "
                "first, or compare folders with the command 'segstudio evaluate'."
            )
            self.message.emit(Message(Level.WARNING, text))
            return
        if source is None or not measured:
            text = "There is nothing to report yet: it takes a saved label and the model's prediction of its image."
            self.message.emit(Message(Level.WARNING, text))
            return
        if self._busy(folder):
            return

        def work(context: JobContext) -> Path:
            from segstudio.reports.csv_report import write_csv
            from segstudio.reports.html_report import write_html
            from segstudio.reports.json_report import write_json

            evaluation = _evaluation(project, source, measured, pending)
            pictures = _pictures(project, source)
            write_json(folder / f"{REPORT_STEM}.json", evaluation)
            write_csv(folder / f"{REPORT_STEM}.csv", evaluation)
            context.token.raise_if_cancelled()
            page = folder / f"{REPORT_STEM}.html"
            write_html(page, evaluation, pictures)
            return page

        def done(page: Path) -> None:
            self.message.emit(Message(Level.INFO, f"The report is in {page}."))
            self.reported.emit(page)

        title = f"Write the report to {folder}"
        self._running[folder] = self._pool.submit(
            "report", title, work, on_done=done, on_error=self._failed
        )

    def _busy(self, folder: Path) -> bool:
        """Two at a time would write each other's files; the second is refused with a sentence."""
        running = self._running.get(folder)
        if running is None or running.finished:
            return False
        text = f"{folder} is still being written. Wait for it, or cancel it in the list of jobs, and start again."
        self.message.emit(Message(Level.WARNING, text))
        return True

    def _failed(self, error: Exception) -> None:
        text = str(error) if isinstance(error, UserError) else f"That did not work ({error})."
        self.message.emit(Message(Level.ERROR, text))


def _evaluation(
    project: Project, source: PredictionSource, measured: dict[str, SparseMatrix], pending: int
) -> Evaluation:
    from segstudio.reports.model import Evaluation, ImageResult

    notes = ["Labels are compared on the pixels that a person painted or confirmed."]
    if pending:
        notes.append(f"{pending} labelled images are missing: the model had not seen them yet.")
    if source.mapping.unmapped:
        notes.append(
            f"Classes of the model without a partner in the table: {', '.join(source.mapping.unmapped)}."
        )
    rows = tuple(ImageResult(e.key, measured[e.key]) for e in project.images if e.key in measured)
    predictor = source.predictor
    return Evaluation(
        source.table,
        rows,
        str(project.labels_dir),
        f"predictions of {predictor.model_name}",
        model=f"{predictor.model_name} ({predictor.model_id})",
        notes=tuple(notes),
    )


def _pictures(project: Project, source: PredictionSource) -> Pictures:
    """Image, reviewed label and stored prediction of a result; None where one of them cannot be read."""
    from segstudio.reports.model import Picture

    store, entries = project.store, {e.key: e for e in project.images}

    def load(result: ImageResult) -> Picture | None:
        entry = entries[result.key]
        try:
            image = read_image(entry.path)
            stored = store.read(entry, (image.shape[0], image.shape[1]), source.table)
            predicted = source.cached(entry)
        except InputError:
            return None
        if stored.label_map is None:
            return None
        return Picture(
            image, stored.label_map.reviewed_label(), predicted.label if predicted is not None else None
        )

    return load
