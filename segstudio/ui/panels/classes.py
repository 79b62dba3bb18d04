"""The class list: what is painted next, what is seen, and how well the model does on each class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from segstudio.core.settings import Settings
from segstudio.ui.dashboard.figures import IMAGE, SELECTION
from segstudio.ui.dashboard.frame_timer import FrameTimer
from segstudio.ui.dashboard.source import ScoreSource
from segstudio.ui.panels.class_delegate import ClassDelegate
from segstudio.ui.panels.class_model import ROW_ROLE, TABLE_KEYS, ClassModel, ClassRow, class_rows
from segstudio.ui.panels.class_view import ClassView
from segstudio.ui.theme import PADDING, theme
from segstudio.ui.tool_state import ToolState

_SEARCH_FROM = 12
"""More classes than this get a search field."""


class ClassPanel(QWidget):
    """Follows `tools.class_id` and sets it; what is hidden is told by `visibility_changed`, class by class."""

    class_chosen = Signal(int)
    """A person chose this class here; `tools` has it already."""
    visibility_changed = Signal(int, bool)
    """Once for every class whose visibility changed."""
    solo = Signal(int)
    """This class is the only visible one now (after its `visibility_changed`)."""
    menu_filled = Signal(object, object)
    """A context menu (QMenu) is about to be shown for a class id (None: for none): add to it."""
    count_changed = Signal(str)
    """A few words for the dock's title, such as '11 classes'."""

    def __init__(
        self, session: ScoreSource, tools: ToolState, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tools = tools
        self._settings = settings
        self._hidden: frozenset[int] = frozenset()
        self._following = False
        self._keys: Sequence[str] = TABLE_KEYS
        self.setAccessibleName(self.tr("Classes"))
        self._build()
        self._timer = FrameTimer(self, self._show_iou)
        self._disconnect: list[Callable[[], None]] = [
            session.project_changed.connect(lambda _project: self._on_project()),
            session.table_changed.connect(self._on_table),
            session.scores_changed.connect(self._timer.request),
            session.current_changed.connect(lambda _entry: self._timer.request()),
            settings.changed.connect(lambda _key: self._timer.request()),
        ]
        tools.class_changed.connect(self._follow_tools)
        tools.locked_changed.connect(lambda: self._model.set_locked(tools.locked))
        theme().changed.connect(self.view.viewport().update)
        self._on_table()

    # For the window

    @property
    def hidden(self) -> frozenset[int]:
        """Ids that the eye hides."""
        return self._hidden

    @property
    def count_text(self) -> str:
        n = sum(row.colour is not None for row in self._model.all_rows)
        return self.tr("{n}").format(n=n) if n else ""

    def choose(self, class_id: int) -> None:
        """Make this class the one that tools paint."""
        if class_id != self._tools.class_id:
            self._tools.set_class(class_id)
        self.class_chosen.emit(class_id)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Of the first row, the second …: as the system writes them ('' for none)."""
        self._keys = [key.replace("Shift+", "⇧") for key in keys]
        self._on_table()

    def choose_number(self, number: int) -> bool:
        """Choose the class of row `number`, counted from 1 as on the keys; False when there is none."""
        for row in self._model.all_rows:
            if row.number == number:
                self.choose(row.class_id)
                return True
        return False

    def set_class_visible(self, class_id: int, visible: bool) -> None:
        self._hide(self._hidden - {class_id} if visible else self._hidden | {class_id})

    def show_only(self, class_id: int) -> None:
        """Hide all other classes; when they are hidden already, show all again."""
        others = frozenset(row.class_id for row in self._model.all_rows) - {class_id}
        if self._hidden == others:
            self.show_all()
            return
        self._hide(others)
        self.solo.emit(class_id)

    def show_all(self) -> None:
        self._hide(())

    def detach(self) -> None:
        """Hear the session no more."""
        self._timer.stop()
        for disconnect in self._disconnect:
            disconnect()
        self._disconnect.clear()

    # Assembly

    def _build(self) -> None:
        self._model = ClassModel()
        self._model.setParent(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a class"))
        self.search.setAccessibleName(self.tr("Find a class"))
        self.search.setToolTip(self.tr("A part of the name, or the id; Return chooses the first"))
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)  # as in the image list
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._choose_first)
        self.view = ClassView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(ClassDelegate(self.view))
        self.view.setAccessibleName(self.tr("Classes"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.visibility_wanted.connect(self.set_class_visible)
        self.view.only_wanted.connect(self.show_only)
        self.view.lock_wanted.connect(self._tools.set_class_locked)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self._empty = QLabel(self.tr("Open a folder to see its classes."))
        self._empty.setProperty("dim", True)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._search_row = QWidget()
        row = QVBoxLayout(self._search_row)
        row.setContentsMargins(PADDING, 8, PADDING, 8)
        row.addWidget(self.search)
        layout.addWidget(self._search_row)
        layout.addWidget(self._empty)
        layout.addWidget(self.view, 1)
        self.setMinimumWidth(160)

    # The session

    def _on_project(self) -> None:
        self._hide(())
        self.search.clear()
        self._on_table()
        table = self._session.table
        if table is not None and self._tools.class_id == table.ignore_index and len(table):
            self._tools.set_class(table.classes[0].id)  # an id of the folder before, here void

    def _on_table(self) -> None:
        table = self._session.table
        rows = class_rows(table, self._keys)
        self._following = True
        self._model.set_rows(rows)
        self._following = False
        self._hide(self._hidden & {row.class_id for row in rows})
        self._search_row.setVisible(len(rows) - 1 > _SEARCH_FROM)
        self._empty.setVisible(not rows)
        self.view.setVisible(bool(rows))
        if rows and all(row.class_id != self._tools.class_id for row in rows):
            self._tools.set_class(rows[0].class_id)
        self._follow_tools()
        self.count_changed.emit(self.count_text)
        self._timer.request()

    def _show_iou(self) -> None:
        scope, session = self._settings.text("dashboard.scope"), self._session
        found = session.image_comparison
        if scope != IMAGE:
            many = scope == SELECTION
            found = session.evaluation.selection_comparison if many else session.dataset_comparison
        self._model.set_iou(found.scores.iou if found is not None else ())

    # Choosing

    def _follow_tools(self) -> None:
        self._following = True
        index = self._model.index_of(self._tools.class_id)
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.scrollTo(index)
        self._following = False

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if not self._following and isinstance(row, ClassRow):
            self.choose(row.class_id)

    def _on_search(self, text: str) -> None:
        self._following = True
        self._model.set_filter(text)
        self._following = False
        self._follow_tools()

    def _choose_first(self) -> None:
        row = self._model.index(0).data(ROW_ROLE)
        if isinstance(row, ClassRow):
            self.choose(row.class_id)
            self.search.clear()
            self.view.setFocus()

    # Visibility

    def _hide(self, class_ids: Iterable[int]) -> None:
        wanted = frozenset(class_ids)
        changed = sorted(wanted ^ self._hidden)
        self._hidden = wanted
        self._model.set_hidden(wanted)
        for class_id in changed:
            self.visibility_changed.emit(class_id, class_id not in wanted)

    def _open_menu(self, position: QPoint) -> None:
        row = self.view.indexAt(position).data(ROW_ROLE)
        menu = self.menu(row if isinstance(row, ClassRow) else None)
        self.menu_filled.emit(menu, row.class_id if isinstance(row, ClassRow) else None)
        menu.exec(self.view.viewport().mapToGlobal(position))
        menu.deleteLater()

    def menu(self, row: ClassRow | None) -> QMenu:
        """The context menu of a row, or of the empty ground below."""
        menu = QMenu(self)
        if row is not None:
            menu.addAction(
                self.tr("Show only {name}").format(name=row.name.replace("&", "&&")),
                lambda: self.show_only(row.class_id),
            )
        menu.addAction(self.tr("Show all classes"), self.show_all).setEnabled(bool(self._hidden))
        menu.addSeparator()
        if row is not None:
            locked, name = row.class_id in self._tools.locked, row.name.replace("&", "&&")
            text = self.tr("Unlock {name}") if locked else self.tr("Lock {name}")
            menu.addAction(
                text.format(name=name), lambda: self._tools.set_class_locked(row.class_id, not locked)
            )
        menu.addAction(self.tr("Unlock all classes"), lambda: self._tools.set_locked(())).setEnabled(
            bool(self._tools.locked)
        )
        return menu

    def closeEvent(self, event: QCloseEvent) -> None:
        self.detach()
        super().closeEvent(event)
