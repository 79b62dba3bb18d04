"""Opening, saving, exporting, closing: the commands that ask for a place or a decision first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from segstudio.core.paths import cache_dir
from segstudio.core.settings import Settings
from segstudio.engine.files.places import can_write
from segstudio.engine.jobs import JobContext, JobQueue
from segstudio.engine.project import Project
from segstudio.engine.session import Session
from segstudio.engine.views import CHOOSE_LABELS_FOLDER, RETRY_SAVE, Level, Message, ModelPhase
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.dialogs.paths import ask_file, ask_folder, show_folder
from segstudio.ui.dialogs.unsaved import Decision, ask_about_unsaved
from segstudio.ui.languages import spoken
from segstudio.ui.recent import recent_folders

_SAMPLES = "sample scenes"


class FileCommands(QObject):
    """Asks with dialogs over `parent` and hands what was decided to the session."""

    sample_progress = Signal(int, int)
    """Done and total while the sample scenes are rendered, (0, 0) when that is over."""

    all_saved = Signal()
    """What the person wanted saved before closing is on disk."""

    def __init__(
        self, session: Session, settings: Settings, canvas: CanvasView, queue: JobQueue, parent: QWidget
    ) -> None:
        """`queue`: for work of the window itself."""
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._canvas = canvas
        self._queue = queue
        self._parent = parent
        self._then: Callable[[], object] | None = None  # when nothing is unsaved any more
        self._wanted_model: str | None = None
        self._result: Path | None = None  # the folder that was written last
        self._disconnects = [
            session.saved.connect(lambda _key: self._go_on()),
            session.entry_changed.connect(lambda _key: self._go_on()),
            session.message.connect(self._heard),
            session.model_changed.connect(self._keep_model),
            session.exported.connect(self._keep_result),
            session.reported.connect(lambda page: self._keep_result(page.parent)),
        ]

    def handlers(self) -> dict[str, Callable[[bool], object]]:
        """By action id."""
        return {
            "file.open": lambda _on: self.ask_and_open(),
            "file.samples": lambda _on: self.open_samples(),
            "file.save": lambda _on: self.save(),
            "file.save_next": lambda _on: self.save_and_next(),
            "file.discard": lambda _on: self.discard(),
            "file.labels_folder": lambda _on: self.choose_labels_folder(),
            "file.adopt": lambda _on: self._session.adopt_labels(),
            "file.export": lambda _on: self.export(),
            "file.report": lambda _on: self.report(),
            "file.reopen": lambda on: self._settings.set("project.reopen", on),
            "file.close": lambda _on: self.close_folder(),
        }

    # Opening

    def ask_and_open(self) -> None:
        recent = recent_folders(self._settings)
        folder = ask_folder(
            self._parent, self.tr("Open a folder of images"), recent[0].parent if recent else None
        )
        if folder is not None:
            self.open(folder)

    def open(self, folder: Path, labels: Path | None = None) -> None:
        self._canvas.finish_gesture()
        self._session.open_folder(folder, labels)

    def open_samples(self) -> None:
        """Render the sample scenes where that has not been done, then open them."""
        folder = cache_dir() / _SAMPLES

        def render(context: JobContext) -> Path:
            from segstudio.scenes.folder import write_sample_folder  # its import costs start-up time

            write_sample_folder(folder, progress=context.progress)
            return folder

        def opened(made: Path) -> None:
            self.sample_progress.emit(0, 0)
            self.open(made)

        def failed(error: Exception) -> None:
            self.sample_progress.emit(0, 0)
            self._session.message.emit(
                Message(
                    Level.ERROR,
                    self.tr("The sample scenes could not be made: {0}").format(spoken(str(error))),
                )
            )

        self.sample_progress.emit(0, 1)
        self._queue.submit("samples", self.tr("Render sample scenes"), render, on_done=opened, on_error=failed,
                           key="samples")  # fmt: skip

    def close_folder(self) -> None:
        self._canvas.finish_gesture()
        self._settings.set("project.open", "")  # closed on purpose: not opened again at the next start
        self._session.close_project()

    # Saving

    def save(self) -> None:
        self._canvas.finish_gesture()
        self._session.save()

    def save_again(self) -> None:
        """After a failure: whatever is unsaved, wherever the person has gone meanwhile."""
        if self._session.unsaved:
            self._session.save_all()
        else:
            self.save()

    def save_and_next(self) -> None:
        self.save()
        self._session.next()

    def discard(self) -> None:
        """Forgetting work is asked about; there may be nothing to forget."""
        current = self._session.current
        if current is None or not self._session.dirty:
            return
        from segstudio.ui.dialogs.discard import confirm_discard  # only when asked for

        self._canvas.finish_gesture()
        if confirm_discard(current.name, self._parent):
            self._session.discard_edits()

    def choose_labels_folder(self) -> bool:
        """False when the person thought better of it."""
        project = self._session.project
        if project is None:
            return False
        from segstudio.ui.dialogs.labels_folder import LabelsFolderDialog  # only when asked for

        start = project.labels_dir if project.writable else self._session.suggested_labels_folder
        dialog = LabelsFolderDialog(project.root, start, project.writable, self._parent)
        if not dialog.exec():
            return False
        self._session.set_labels_folder(dialog.path)
        return True

    # Exporting

    def export(self) -> None:
        project = self._session.project
        if project is None:
            return
        from segstudio.ui.dialogs.export import ExportDialog  # only when asked for: it knows all formats

        self._canvas.finish_gesture()
        saved, unsaved = self._session.saved_count, len(self._session.unsaved)
        dialog = ExportDialog(export_place(project), saved, unsaved, self._parent)
        if dialog.exec():
            self._when_saved(lambda: self._session.export(dialog.format_id, dialog.path))

    def report(self) -> None:
        project = self._session.project
        if project is None:
            return
        from segstudio.ui.dialogs.export import ReportDialog  # only when asked for

        dialog = ReportDialog(export_place(project), self._parent)
        if dialog.exec():
            self._session.write_report(dialog.path)

    def show_result(self) -> None:
        """Where the labels or the report that were written last lie."""
        if self._result is not None:
            show_folder(self._result)

    # The model

    def choose_model(self, name: str | None, device: str | None) -> None:
        """Use this model or device now and next time."""
        if name is not None:
            self._wanted_model = (
                name  # kept when it is there: what cannot be loaded is not tried at each start
            )
        if device is not None:
            self._settings.set("model.device", device)
        self._session.restart_model(name, device)

    def open_model_file(self) -> None:
        path = ask_file(
            self._parent,
            self.tr("Open a model"),
            self.tr("Models (*.safetensors *.pt *.pth);;All files (*)"),
        )
        if path is not None:
            self.choose_model(str(path), None)

    # The end

    def may_close(self) -> bool:
        """Ask about unsaved work; True when the window may go now. When the person wants it saved first, that is begun
        here and `all_saved` comes when it is done; that saving fails ends the wish to close."""
        self._canvas.finish_gesture()
        keys = self._session.unsaved
        if not keys:
            return True
        names = [self._session.entry_view(key).entry.name for key in keys]
        decision = ask_about_unsaved(names, self._parent)
        if decision is Decision.CANCEL:
            return False
        if decision is Decision.DISCARD:
            self._session.discard_all()
            return True
        self._when_saved(self.all_saved.emit)
        self._session.flush()
        return not self._session.unsaved

    def detach(self) -> None:
        """Stop listening to the session."""
        for disconnect in self._disconnects:
            disconnect()

    def _when_saved(self, then: Callable[[], object]) -> None:
        """Save what is unsaved, then go on; not when that fails, or has no place and the person chooses none."""
        project = self._session.project
        if not self._session.unsaved:
            then()
            return
        self._then = then
        if project is None or project.writable:
            self._session.save_all()
        elif not self.choose_labels_folder():  # saves by itself what is unsaved
            self._then = None

    def _go_on(self) -> None:
        if self._then is not None and not self._session.unsaved:
            then, self._then = self._then, None
            then()

    def _heard(self, message: Message) -> None:
        """Only that saving failed, or found no place, ends the wish: errors about other things come at any time."""
        if message.level is Level.ERROR and message.action in {RETRY_SAVE, CHOOSE_LABELS_FOLDER}:
            self._then = None

    def _keep_result(self, folder: Path) -> None:
        self._result = folder

    def _keep_model(self) -> None:
        state = self._session.model
        if self._wanted_model is not None and state.phase is not ModelPhase.LOADING:
            if state.phase is ModelPhase.READY and state.name == self._wanted_model:
                self._settings.set("model.name", state.name)
            self._wanted_model = None


def export_place(project: Project) -> Path:
    """Where exports go unless another place is chosen: beside the folder, never inside it, where exported PNG files
    would be taken for images the next time; in the home folder when nothing can be written there."""
    parent = project.root.parent
    return (parent if can_write(parent) else Path.home()) / f"{project.root.name} export"
