"""What a session hands out: labels in other tools' layouts, and the report of the model against the saved labels.

Formats and reports are imported when they are first asked for: they bring libraries (COCO's, templates) that the
window need not wait for.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from segstudio.core.numerals import grouped
from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.desks.asking import asked_for
from segstudio.engine.evaluation.candidates import CandidateSource, FolderSource
from segstudio.engine.jobs import Job, JobContext, JobQueue
from segstudio.engine.presegment import PredictionSource
from segstudio.engine.project import Project
from segstudio.engine.views import Level, Message, error_message

SHOW_RESULT = "show_result"
"""Action of a message: labels or a report were written; show the folder that `exported` or `reported` told of."""


class ResultsDesk:
    """Starts the work in the pool and tells its end; owned by the GUI thread."""

    def __init__(self, pool: JobQueue, models: JobQueue) -> None:
        """`models`: the model's thread, asked for predictions that a report lacks."""
        self.message: Signal[Message] = Signal()
        self.exported: Signal[Path] = Signal()
        self.reported: Signal[Path] = Signal()
        self._pool = pool
        self._models = models
        self._running: dict[Path, Job[Any]] = {}

    def export(
        self,
        project: Project,
        format_id: str,
        folder: Path,
        *,
        with_images: bool,
        only: Collection[str] | None = None,
    ) -> None:
        """Write the saved labels, of `only` these images where that is given; `exported(folder)` comes, or an error message."""
        from segstudio.engine.export import export_labels, labelled_images

        if self._busy(folder):
            return
        table = project.table
        entries = [entry for entry in project.images if only is None or entry.key in only]

        def work(context: JobContext) -> int:
            return export_labels(
                labelled_images(project, entries),
                table,
                format_id,
                folder,
                with_images=with_images,
                progress=context.progress,
                token=context.token,
            )

        def done(count: int) -> None:
            text = worded("Exported 1 label to {folder}.", folder=folder)
            if count != 1:
                text = worded("Exported {count} labels to {folder}.", count=grouped(count), folder=folder)
            self.message.emit(Message(Level.INFO, text, SHOW_RESULT))
            self.exported.emit(folder)

        title = worded("Export to {folder}", folder=folder)
        self._running[folder] = self._pool.submit(
            "export", title, work, on_done=done, on_error=self._failed
        )

    def report(self, project: Project, source: CandidateSource | None, model: str, folder: Path) -> None:
        """Write evaluation.json, .csv and .html of what the figures are about against the saved labels.

        The same evaluation, by the same code, as `segstudio evaluate --project`, whose command line it holds.
        `model`: the name it was loaded by, where it is one. `reported(path of the page)` comes, or an error message.
        """
        if source is None or not project.has_labels:
            text = worded(
                "There is nothing to report yet: it takes a saved label and the model's prediction of "
                "its image."
            )
            self.message.emit(Message(Level.WARNING, text))
            return
        if self._busy(folder):
            return
        models = self._models

        def work(context: JobContext) -> Path:
            from segstudio.engine.evaluation.evaluate_project import Candidate, ProjectScope, write_report

            if isinstance(source, FolderSource):
                candidate = Candidate.of_folder(source)
            else:
                assert isinstance(source, PredictionSource)
                obtain = asked_for(source, models, context.token)
                candidate = Candidate.of_model(source, obtain, model)
            scope = ProjectScope(allow_missing=True)
            return write_report(project, candidate, scope, folder, context.progress, context.token)

        def done(page: Path) -> None:
            self.message.emit(
                Message(Level.INFO, worded("The report is in {page}.", page=page), SHOW_RESULT)
            )
            self.reported.emit(page)

        title = worded("Write the report to {folder}", folder=folder)
        self._running[folder] = self._pool.submit(
            "report", title, work, on_done=done, on_error=self._failed
        )

    def _busy(self, folder: Path) -> bool:
        """Two at a time would write each other's files; the second is refused with a sentence."""
        running = self._running.get(folder)
        if running is None or running.finished:
            return False
        text = worded(
            "{folder} is still being written. Wait for it, or cancel it in the list of jobs, and "
            "start again.",
            folder=folder,
        )
        self.message.emit(Message(Level.WARNING, text))
        return True

    def _failed(self, error: Exception) -> None:
        self.message.emit(error_message(error))
