"""Commands around the tools: selection, locks and what is shown alone; what the tools' parts hear of the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from segstudio.engine.jobs import JobQueue
from segstudio.engine.locks import read_locks, write_locks
from segstudio.engine.project import Project
from segstudio.engine.session import Session
from segstudio.labels.regions import whole
from segstudio.labels.selection import invert
from segstudio.ui.panels.classes import ClassPanel
from segstudio.ui.panels.tool_options import ToolOptions
from segstudio.ui.tool_state import ToolState

Handler = Callable[[bool], object]


class ToolCommands(QObject):
    """Made by the window; `handlers()` by action id."""

    def __init__(
        self,
        session: Session,
        tools: ToolState,
        queue: JobQueue,
        *,
        classes: ClassPanel,
        options: ToolOptions,
        parent: QObject,
    ) -> None:
        """`queue`: where locks are read and written."""
        super().__init__(parent)
        self._session = session
        self._tools = tools
        self._queue = queue
        self._classes = classes
        self._options = options
        self._home: Path | None = None
        self._reading = False
        self._disconnects = [
            session.project_changed.connect(self._on_project),
            session.table_changed.connect(self._on_table),
        ]
        tools.locked_changed.connect(self._keep_locks)
        self._on_project(session.project)

    def detach(self) -> None:
        for disconnect in self._disconnects:
            disconnect()

    def handlers(self) -> dict[str, Handler]:
        return {
            "edit.select_all": lambda _on: self._select_all(),
            "edit.select_none": lambda _on: self._tools.set_selection(None),
            "edit.select_invert": lambda _on: self._invert(),
            "class.lock": lambda _on: self._lock(),
            "class.solo": lambda _on: self._classes.show_only(self._tools.class_id),
        }

    def _select_all(self) -> None:
        document = self._session.document
        if document is not None:
            self._tools.set_selection(whole(document.label_map.shape))

    def _invert(self) -> None:
        """In the pool: the selection of a large image is large."""
        document, selection = self._session.document, self._tools.selection
        if document is None or selection is None:
            self._select_all()
            return
        shape = document.label_map.shape
        self._session.tools.commit(
            "Invert selection", document, lambda _token: invert(selection, shape), self._tools.set_selection
        )

    def _lock(self) -> None:
        class_id = self._tools.class_id
        self._tools.set_class_locked(class_id, class_id not in self._tools.locked)

    # -- the project

    def _on_project(self, project: Project | None) -> None:
        self._on_table()
        home = project.places.home if project is not None else None
        if home == self._home:
            return
        self._home = home
        self._take_locks(frozenset())
        self._tools.set_only_class(None)
        if home is not None:
            self._queue.submit(
                "settings", "Read locks", lambda _context: read_locks(home),
                on_done=lambda locked: self._take_locks(locked) if home == self._home else None,
            )  # fmt: skip

    def _take_locks(self, locked: frozenset[int]) -> None:
        self._reading = True
        self._tools.set_locked(locked)
        self._reading = False

    def _keep_locks(self) -> None:
        home, locked = self._home, self._tools.locked
        if home is not None and not self._reading:
            self._queue.submit("settings", "Keep locks", lambda _context: write_locks(home, locked))

    def _on_table(self) -> None:
        table = self._session.table
        self._options.modifiers.set_table(table)
        if table is not None:
            known = {c.id for c in table.classes} | {table.ignore_index}
            self._take_locks(self._tools.locked & known)
