"""Commands around the tools: selection, locks and what is shown alone; what the tools' parts hear of the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from segstudio.engine.desks.doubt_desk import title_of
from segstudio.engine.files.locks import read_locks, write_locks
from segstudio.engine.jobs import JobQueue
from segstudio.engine.project import Project
from segstudio.engine.session import Session
from segstudio.labels.areas.regions import whole
from segstudio.labels.selection import invert
from segstudio.labels.tools import ToolSpec
from segstudio.ui.action_book import ActionBook
from segstudio.ui.canvas.hand import hints
from segstudio.ui.canvas.hand.answer_picture import selected_picture
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.canvas.widgets.doubt_bar import DoubtBar
from segstudio.ui.canvas.widgets.provenance_legend import ProvenanceLegend
from segstudio.ui.commands.closer_look import CloserLook
from segstudio.ui.commands.doubt_keys import ReturnKeepers
from segstudio.ui.hand_tools import WHOLE_TOOLS
from segstudio.ui.panels.classes import ClassPanel
from segstudio.ui.panels.edit_panel import EditPanel
from segstudio.ui.panels.tool_options import ToolOptions
from segstudio.ui.tool_state import ToolState

Handler = Callable[[bool], object]
_DOUBT_KEYS = ("doubt.first", "doubt.second", "doubt.next", "doubt.leave")


class ToolCommands(QObject):
    """Made by the window; `handlers()` by action id."""

    def __init__(
        self,
        session: Session,
        tools: ToolState,
        queue: JobQueue,
        *,
        book: ActionBook,
        canvas: CanvasView,
        classes: ClassPanel,
        options: ToolOptions,
        look: CloserLook,
    ) -> None:
        """`queue`: where locks are read and written."""
        super().__init__(book)
        self._book = book
        self._canvas = canvas
        self._session = session
        self._tools = tools
        self._queue = queue
        self._classes = classes
        self._options = options
        self._home: Path | None = None
        self._reading = False
        self._look = look
        self._keepers = ReturnKeepers(self)
        self.edit = EditPanel(tools, self._class_name, canvas)
        self.doubts = DoubtBar(lambda: [book.key_text(name) for name in _DOUBT_KEYS], canvas)
        self._wire()
        self._disconnects = [
            session.doubts.changed.connect(self._show_doubt),
            session.document_changed.connect(lambda _document: self._leave_image()),
            session.project_changed.connect(self._on_project),
            session.table_changed.connect(self._on_table),
        ]
        tools.locked_changed.connect(self._keep_locks)
        look.changed.connect(self._show_leave)
        self._on_project(session.project)
        self._show_doubt()

    def detach(self) -> None:
        self._keepers.watch(False)
        for disconnect in self._disconnects:
            disconnect()

    def handlers(self) -> dict[str, Handler]:
        return {
            "edit.select_all": lambda _on: self._select_all(),
            "edit.select_none": lambda _on: self._tools.set_selection(None),
            "edit.select_invert": lambda _on: self._invert(),
            **{f"tool.{spec.id}": self._opener(spec) for spec in WHOLE_TOOLS},
            "doubt.next": lambda _on: self._next_doubt(),
            "doubt.first": lambda _on: self._accept(second=False),
            "doubt.second": lambda _on: self._accept(second=True),
            "doubt.leave": lambda _on: self._leave(),
            "view.provenance": lambda on: self._canvas.set_layer("provenance" if on else "mask"),
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

    def _class_name(self) -> str:
        table = self._session.table
        return table.name_of(self._tools.class_id) if table is not None else ""

    # -- edits of the whole mask

    def _wire(self) -> None:
        self._canvas.addAction(self._book["doubt.leave"])
        ProvenanceLegend(self._canvas)
        self._canvas.layer_changed.connect(
            lambda layer: self._book["view.provenance"].setChecked(layer == "provenance")
        )
        preview = self._canvas.preview
        assert preview is not None  # the window's canvas has somebody who works for it
        self.edit.opened.connect(preview.pin)
        self.edit.cancelled.connect(lambda: preview.pin(None))
        self.edit.applied.connect(self._apply)
        preview.changed.connect(
            lambda: self.edit.show_result(preview.shown.pixels if preview.shown is not None else None)
        )
        self.doubts.first_chosen.connect(lambda: self._accept(second=False))
        self.doubts.second_chosen.connect(lambda: self._accept(second=True))
        self.doubts.next_wanted.connect(self._next_doubt)
        self.doubts.closed.connect(self._session.doubts.leave)

    def _opener(self, spec: ToolSpec) -> Handler:
        def open_panel(_on: bool) -> None:
            if self._session.document is not None:
                self._canvas.finish_gesture()
                self._session.doubts.leave()
                self.edit.open(spec, QCoreApplication.translate("Steps", spec.title))

        return open_panel

    def _apply(self, spec: ToolSpec) -> None:
        assert self._canvas.preview is not None
        self._canvas.preview.pin(None)
        self._canvas.apply_whole(spec)

    def _leave_image(self) -> None:
        self.edit.cancel()
        self._session.doubts.leave()

    # -- doubtful regions

    def _next_doubt(self) -> None:
        self._canvas.finish_gesture()
        if not self._session.doubts.next():
            self._canvas.context.emit(hints.missing_hint("model"))
        self._canvas.setFocus()

    def _accept(self, *, second: bool) -> None:
        """What was done before and waits comes first."""
        doubts, modifiers = self._session.doubts, self._tools.modifiers
        doubt = doubts.shown
        if doubt is not None and not (second and doubt.second is None):
            self._canvas.in_turn(
                title_of(second=second), lambda: doubts.accept(doubt, modifiers, second=second)
            )
        self._canvas.setFocus()

    def _show_doubt(self) -> None:
        doubts, table = self._session.doubts, self._session.table
        shown = doubts.shown
        for name in ("doubt.first", "doubt.second"):
            self._book[name].setEnabled(shown is not None)
        self._keepers.watch(shown is not None)
        self._canvas.outline(shown.area if shown is not None else None)
        if shown is not None and table is not None:
            self._look.at(shown.area.rect, self._leave_doubts)
            seen = selected_picture(shown.area)
            if seen is not None:
                self._canvas.flash(seen)
            self.doubts.show_doubt(shown, table)
        elif doubts.nothing_left:
            self.doubts.show_nothing_left()
        else:
            self.doubts.hide()
            self._look.back(self._leave_doubts)
        self._show_leave()

    def _leave_doubts(self) -> bool:
        return self._session.doubts.leave()

    def _show_leave(self) -> None:
        """Escape is free for others while nothing is looked at."""
        self._book["doubt.leave"].setEnabled(self._look.active or self._session.doubts.nothing_left)

    def _leave(self) -> None:
        if not self._leave_doubts():
            self._look.end()

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
