"""Opening, moving and closing the project, in the background, one wish at a time."""

from __future__ import annotations

from pathlib import Path

from segstudio.core import collecting
from segstudio.core.classes import ClassTable
from segstudio.core.numerals import grouped
from segstudio.core.settings import Settings
from segstudio.core.signal import Signal
from segstudio.core.wording import worded
from segstudio.engine.jobs import JobQueue
from segstudio.engine.views import (
    ADOPT_LABELS,
    CHOOSE_LABELS_FOLDER,
    RETRY_SAVE,
    Level,
    Message,
    error_message,
)
from segstudio.engine.workspace import Rescued, Workspace, save_journals

_PRIORITY = 160
_KEY = "open project"
_RECENT = 12


class ProjectDesk:
    """Holds the open workspace; owned by the GUI thread."""

    def __init__(
        self, pool: JobQueue, settings: Settings, state_dir: Path | None, cache_dir: Path | None
    ) -> None:
        self.message: Signal[Message] = Signal()
        self.opened: Signal[Workspace] = Signal()
        """A folder was read and can take the place of the open one."""
        self.moved: Signal[Workspace] = Signal()
        """The open folder keeps its labels elsewhere now."""
        self.rescued: Signal[Rescued] = Signal()
        """Edits that lay in journals are saved."""
        self.workspace: Workspace | None = None
        self._pool = pool
        self._settings = settings
        self._state_dir = state_dir
        self._cache_dir = cache_dir

    def open(self, folder: Path, labels_folder: Path | None, model_table: ClassTable | None) -> None:
        """`opened` comes, or an error message."""
        self._pool.submit(
            "project",
            worded("Open {name}", name=folder),
            lambda context: self._read(folder, labels_folder, model_table),
            priority=_PRIORITY,
            on_done=self.opened.emit,
            on_error=self._failed,
            key=_KEY,
        )

    def _read(self, folder: Path, labels_folder: Path | None, model_table: ClassTable | None) -> Workspace:
        """In the pool."""
        with collecting.resting():
            return Workspace.open(folder, labels_folder, model_table, self._state_dir, self._cache_dir)

    def take(self, workspace: Workspace | None) -> None:
        """Make it the open one. The former's index is closed: what still asks it gets no answer."""
        if self.workspace is not None:
            self.workspace.index.close()
        self.workspace = workspace

    def introduce(self, workspace: Workspace) -> None:
        """Tell what there is to know about a folder that was just opened."""
        project = workspace.project
        for text in project.notices:
            self.message.emit(Message(Level.WARNING, text))
        if project.offer is not None and project.writable:
            count, title = len(project.offer.files), project.offer.labels.title
            text = worded(
                "Another tool left labels here ({title}, {count} of {images} images). Copied into "
                "labels/, they can be corrected and compared with; its own files stay as they are.",
                title=title,
                count=grouped(count),
                images=grouped(len(project.images)),
            )
            self.message.emit(Message(Level.INFO, text, ADOPT_LABELS))
        if not project.writable:
            text = worded(
                "{folder} is read-only. You can paint; your edits are kept safe in your own folder. "
                "Choose where their labels shall be saved.",
                folder=project.root,
            )
            self.message.emit(Message(Level.WARNING, text, CHOOSE_LABELS_FOLDER))
        self._remember(project.root)

    def move_labels(self, folder: Path) -> None:
        """`moved` comes, or an error message."""
        workspace = self.workspace
        if workspace is not None:
            self._pool.submit(
                "project",
                worded("Keep labels in {folder}", folder=folder),
                lambda context: workspace.moved(folder, self._state_dir, self._cache_dir),
                priority=_PRIORITY,
                on_done=self.moved.emit,
                on_error=lambda error: self._failed(error, CHOOSE_LABELS_FOLDER),
                key=_KEY,
            )

    def rescue(self, keys: set[str]) -> None:
        """Save edits that lie in journals only; `rescued` comes."""
        workspace = self.workspace
        if workspace is not None and keys:
            ordered = sorted(keys, key=workspace.project.row)
            self._pool.submit(
                "save",
                worded("Save edits that had no place yet"),
                lambda context: save_journals(workspace, ordered, context),
                priority=_PRIORITY,
                on_done=self.rescued.emit,
                on_error=lambda error: self._failed(error, RETRY_SAVE),
            )

    def keep_config(self) -> None:
        """Write segstudio.toml in the background, where the folder allows it."""
        workspace = self.workspace
        if workspace is None or not workspace.project.writable:
            return
        project = workspace.project
        self._pool.submit(
            "project",
            worded("Keep the project's settings"),
            lambda context: project.save_config(),
            priority=_PRIORITY,
            on_error=self._failed,
        )

    def _remember(self, root: Path) -> None:
        recent = [str(root), *(p for p in self._settings.texts("project.recent") if p != str(root))]
        self._settings.set("project.recent", recent[:_RECENT])
        self._settings.set("project.open", str(root))
        self._pool.submit(
            "settings",
            worded("Remember the folder"),
            lambda context: self._settings.save(),
            on_error=self._failed,
        )

    def _failed(self, error: Exception, action: str | None = None) -> None:
        self.message.emit(error_message(error, action=action))
