"""The session's parts joined: what one of them says, and what the others do about it."""

from __future__ import annotations

from pathlib import Path

from segstudio.core.classes import ClassTable
from segstudio.core.settings import Settings
from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.desks.adopt_desk import AdoptDesk
from segstudio.engine.desks.batch_desk import BatchDesk
from segstudio.engine.desks.class_desk import ClassDesk, Owner
from segstudio.engine.desks.editor import Editor
from segstudio.engine.desks.entry_book import EntryBook
from segstudio.engine.desks.evaluation_desk import EvaluationDesk
from segstudio.engine.desks.label_keeper import KeeperParts, LabelKeeper
from segstudio.engine.desks.mapping_desk import MappingDesk
from segstudio.engine.desks.mark_desk import MarkDesk
from segstudio.engine.desks.model_desk import ModelDesk
from segstudio.engine.desks.project_desk import ProjectDesk
from segstudio.engine.desks.results_desk import ResultsDesk
from segstudio.engine.desks.thumbnails import Thumbnails
from segstudio.engine.editing.saving import Saver
from segstudio.engine.files.position import write_position
from segstudio.engine.jobs import Dispatch, JobQueue, JobView
from segstudio.engine.presegment import Predicted
from segstudio.engine.project import Project, table_revision
from segstudio.engine.soon import Soon
from segstudio.engine.views import Level, Message
from segstudio.engine.workspace import Workspace

_NEIGHBOURS = (0, 1, -1, 2)
"""Rows, from the current one, that are predicted before anything else, in this order."""

_ROWS_AT_ONCE = 250
"""Rows that are told to the window between two events of its own."""

_NO_UNDO = worded("The classes have changed, so steps from before that can no longer be undone.")


class Coordinator:
    """Owns the parts of a `Session` and joins them; on the GUI thread."""

    def __init__(
        self,
        dispatch: Dispatch,
        settings: Settings,
        *,
        model: str,
        device: str,
        state_dir: Path | None,
        cache_dir: Path | None,
    ) -> None:
        self.project_changed: Signal[Project | None] = Signal()
        self.entry_changed: Signal[str] = Signal()
        self.saved: Signal[str] = Signal()
        self.dirty_changed: Signal[bool] = Signal()
        self.scores_changed: Signal[()] = Signal()
        self.table_changed: Signal[()] = Signal()
        self.jobs_changed: Signal[()] = Signal()
        self.message: Signal[Message] = Signal()
        self.pool = JobQueue("pool", dispatch, workers=2)
        self.models = JobQueue("model", dispatch, workers=1)
        self.downloads = JobQueue("download", dispatch, workers=1)
        self.saver = Saver(self.pool)
        self.editor = Editor(self.pool, self.saver, dispatch)
        self.book = EntryBook()
        self.desk = ModelDesk(self.pool, self.models, self.downloads, self.book, name=model, device=device)
        self.evaluation = EvaluationDesk(self.pool, self.desk.scoring, self.desk.predictions, self.editor)
        self.projects = ProjectDesk(self.pool, settings, state_dir, cache_dir)
        self.adoption = AdoptDesk(self.pool)
        self.mapping = MappingDesk(self.desk, self.projects)
        self.results = ResultsDesk(self.pool, self.models)
        self.classes = ClassDesk(
            self.pool,
            Owner(
                self._project,
                lambda: sorted(self.book.edited),
                lambda: self.adoption.busy or self.batch.busy,
                self.set_table,
                self.mapping.follow,
                self._pause,
                self._resume,
            ),
        )
        self.marks = MarkDesk(self.pool)
        self.thumbnails = Thumbnails(self.pool)
        self.batch = BatchDesk(self.pool, self.models, lambda: self.desk.predictions.source)
        scoring, evaluation = self.desk.scoring, self.evaluation
        parts = KeeperParts(
            self.editor, self.saver, self.book, self.projects, scoring, evaluation, self.batch
        )
        self.labels = LabelKeeper(self.pool, parts)
        self._settings = settings
        self._dirty = False
        self._paused_at: str | None = None
        self._wanted_model: str | None = None  # asked for by a person for the open project
        self._rows = Soon[str](dispatch, self._emit_rows, most=_ROWS_AT_ONCE)
        self._scores = Soon[None](dispatch, lambda _: self._emit_scores())
        self._jobs = Soon[None](dispatch, lambda _: self.jobs_changed.emit())
        self._wire()

    @property
    def workspace(self) -> Workspace | None:
        return self.projects.workspace

    def show(self, row: int) -> None:
        """Leave the current image and show another."""
        workspace = self.workspace
        if workspace is not None and self.classes.busy:
            self._paused_at = workspace.project.images[row].key  # shown when the labels are there again
        elif workspace is not None:
            self._paused_at = None
            self.leave()
            self.editor.show(workspace, workspace.project.images[row])
            self._remember(workspace, workspace.project.images[row].key)
            self._wish(workspace.project, row)

    def leave(self, *, autosave: bool | None = None) -> None:
        """End the edit of the current image. `autosave`: whether edits are saved; by default as the settings say."""
        project = self.workspace.project if self.workspace is not None else None
        save = self._settings.flag("project.autosave") if autosave is None else autosave
        remarks = self.labels.remarks()
        self.desk.scoring.unwatch()
        self.editor.leave(remarks, save=save and project is not None and project.writable)

    def replace_project(self, workspace: Workspace | None) -> None:
        """Leave the open project and show another, from the image that was looked at last, or none."""
        self.leave()
        self.classes.forget()
        self._paused_at = self._wanted_model = None
        self.editor.forget_histories()
        self.editor.show(None, None)
        self.projects.take(workspace)
        self.labels.resting = self.classes.busy
        self.book.reset(workspace.edited if workspace is not None else set())
        self.marks.open(workspace.project if workspace is not None else None)
        self.desk.open(workspace)
        self.labels.watch_labels()
        self.project_changed.emit(workspace.project if workspace is not None else None)
        self.table_changed.emit()
        if workspace is not None:
            self.projects.introduce(workspace)
            self.show(workspace.last_row)

    def set_table(self, table: ClassTable) -> None:
        """Other names, colours or ids. Another ignore id or merged class means other label maps: the image is read anew."""
        workspace = self.workspace
        if workspace is None:
            return
        project, former = workspace.project, workspace.project.table
        anew = (former.ignore_index, former.aliases) != (table.ignore_index, table.aliases)
        if anew or not _ids(former) <= _ids(table):
            self._forget_steps()
        if anew:
            self.leave()
        project.set_table(table)
        self.projects.keep_config()
        self.table_changed.emit()
        if table_revision(former) != table_revision(table):
            self.desk.renew()
        if anew:
            self.editor.show(workspace, self.editor.entry)

    def restart_model(self, name: str | None, device: str | None) -> None:
        """Another model is also the project's, once it is there."""
        if name is not None:
            self._wanted_model = name
        self.desk.host.load(name, device)

    def close(self, *, save: bool) -> None:
        """Save or keep what is dirty, wait for label files, end the threads."""
        self.classes.stop_compacting()
        self.leave(autosave=save)
        self.saver.flush()
        self.marks.flush()
        for queue in (self.downloads, self.models, self.pool):
            queue.close()
        if self.workspace is not None and self.editor.entry is not None:
            write_position(self.workspace.project.places.home, self.editor.entry.key)
        self.projects.take(None)

    def jobs(self) -> list[JobView]:
        return [view for queue in (self.downloads, self.models, self.pool) for view in queue.jobs()]

    def cancel(self, job: JobView) -> None:
        if job.kind == "compact":
            self.classes.stop_compacting()
        elif job.kind != "save":
            for queue in (self.downloads, self.models, self.pool):
                queue.cancel(job.id)

    def _wire(self) -> None:
        for part in (
            self.editor,
            self.desk,
            self.projects,
            self.adoption,
            self.results,
            self.evaluation,
            self.classes,
            self.marks,
            self.batch,
            self.labels,
        ):
            part.message.connect(self.message.emit)
        for queue in (self.pool, self.models, self.downloads):
            queue.changed.connect(lambda: self._jobs.add(None))
        self.editor.edited.connect(self._on_edited)
        self.editor.document_changed.connect(lambda document: self._on_document(document is None))
        self.editor.prediction_changed.connect(lambda prediction: self.evaluation.follow())
        self.book.changed.connect(self._rows.add)
        self.editor.read.connect(lambda key, usable: self.book.set_unusable(key, not usable))
        self.marks.changed.connect(self._rows.add)
        self.labels.row_changed.connect(self._rows.add)
        self.labels.saved.connect(self.saved.emit)
        self.batch.predicted.connect(self.book.set_predicted)
        self.desk.scoring.entries_changed.connect(self._rows.update)
        self.desk.scoring.changed.connect(lambda: self._scores.add(None))
        self.desk.predictions.predicted.connect(self._on_predicted)
        self.desk.predictions.failed.connect(self._on_unpredicted)
        self.desk.renewed.connect(self._on_renewed)
        self.desk.source_changed.connect(self.evaluation.renew)
        self.evaluation.doubts.changed.connect(self._rows.add)
        self.evaluation.focus.entry_changed.connect(self._rows.add)
        self.evaluation.selection.changed.connect(lambda: self._scores.add(None))
        self.desk.host.replaced.connect(lambda _predictor: self._on_model())
        self.projects.opened.connect(self.replace_project)
        self.projects.moved.connect(self._on_moved)
        self.adoption.adopted.connect(self._on_adopted)

    def _on_adopted(self, project: Project) -> None:
        now = self._project()
        if now is not None and now.labels_dir == project.labels_dir:
            self.projects.open(now.root, now.labels_dir if now.writable else None, self.desk.table)

    def _project(self) -> Project | None:
        return self.workspace.project if self.workspace is not None else None

    def _pause(self) -> None:
        """Put the current image away until `_resume`."""
        self.labels.resting = True
        self._paused_at = self.editor.entry.key if self.editor.entry is not None else None
        self.leave()
        self.editor.show(None, None)

    def _resume(self) -> None:
        key, self._paused_at = self._paused_at, None
        self.labels.resting = False
        self.labels.watch_labels()
        if key is not None and self.workspace is not None:
            self.show(self.workspace.project.row(key))

    def _remember(self, workspace: Workspace, key: str) -> None:
        home = workspace.project.places.home
        self.pool.submit(
            "settings",
            worded("Remember the image"),
            lambda context: write_position(home, key),
            key="position",
        )

    def _wish(self, project: Project, row: int) -> None:
        rows = [row + step for step in _NEIGHBOURS if 0 <= row + step < len(project.images)]
        self.desk.predictions.wish([project.images[r] for r in rows])

    def _emit_scores(self) -> None:
        self.evaluation.scores_changed()
        self.scores_changed.emit()

    def _emit_rows(self, keys: list[str]) -> None:
        project = self._project()
        for key in keys:
            if project is not None and key in project:
                self.entry_changed.emit(key)

    def _is_current(self, key: str) -> bool:
        return self.editor.entry is not None and self.editor.entry.key == key

    def _on_edited(self, key: str, dirty: bool) -> None:
        self.book.set_edited(key, dirty)
        if self._is_current(key):
            self._set_dirty(dirty)

    def _on_document(self, gone: bool) -> None:
        if gone:
            self._set_dirty(False)

    def _set_dirty(self, dirty: bool) -> None:
        if dirty != self._dirty:
            self._dirty = dirty
            self.dirty_changed.emit(dirty)

    def _on_predicted(self, key: str, predicted: Predicted) -> None:
        if self._is_current(key):
            self.editor.take(predicted)

    def _on_unpredicted(self, key: str, sentence: str) -> None:
        """The current image only, once it is open: a neighbour says it when it is visited, a broken one said it."""
        if self._is_current(key) and self.editor.document is not None:
            self.message.emit(Message(Level.ERROR, sentence, about=key))

    def _on_model(self) -> None:
        """A model that was only asked for, and could not be loaded, is not asked for again at the next start."""
        wanted, self._wanted_model = self._wanted_model, None
        if wanted is not None and wanted == self.desk.host.state.name and self.workspace is not None:
            project = self.workspace.project
            if project.model != wanted:
                project.model = wanted
                self.projects.keep_config()

    def _on_renewed(self, adopted: bool) -> None:
        self.editor.forget_prediction()
        if not adopted or self.workspace is None:
            return
        self.table_changed.emit()
        self._forget_steps()
        document = self.editor.document
        ignore_index = self.workspace.project.table.ignore_index
        if (
            document is None or document.label_map.ignore_index != ignore_index
        ):  # or it is being read with the former
            self.editor.leave({}, save=False)
            self.editor.show(self.workspace, self.editor.entry)

    def _forget_steps(self) -> None:
        """They hold values of another class table."""
        if self.editor.forget_histories():
            self.message.emit(Message(Level.INFO, _NO_UNDO))

    def _on_moved(self, workspace: Workspace) -> None:
        """The document goes on with its edits; what else is unsaved gets its place as well."""
        entry, document = self.editor.entry, self.editor.document
        if document is not None:
            self.editor.finishing.emit()  # what waits is an edit too
        self.projects.take(workspace)
        self.labels.watch_labels()
        self.book.edited |= workspace.edited
        self.saver.move(workspace.project)
        self.editor.move(workspace)
        self.desk.retain(workspace)
        self.project_changed.emit(workspace.project)
        self.message.emit(
            Message(
                Level.INFO,
                worded("Labels are kept in {folder} from now on.", folder=workspace.project.labels_dir),
            )
        )
        current = {entry.key} if entry is not None else set()
        if document is not None and document.dirty:
            self.editor.save(self.labels.remarks())
        elif entry is not None:
            self.leave(autosave=False)
            self.editor.show(workspace, workspace.project.entry(entry.key))
        waiting = self.book.edited - current
        self.projects.rescue({key for key in waiting if not self.saver.busy(key)})


def _ids(table: ClassTable) -> set[int]:
    return {c.id for c in table.classes}
