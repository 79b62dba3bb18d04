"""The image list: thumbnails, status and figures of every image; search, filter, sort and selection."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from segstudio.core.numerals import grouped
from segstudio.engine.files.entries import ImageEntry, Status
from segstudio.engine.project import Project
from segstudio.engine.session import Session
from segstudio.ui.controls.chip import Chip
from segstudio.ui.icons import icon
from segstudio.ui.panels.evaluation_words import focus_note, focus_text
from segstudio.ui.panels.image_delegate import ROW_HEIGHT
from segstudio.ui.panels.image_list import ImageList
from segstudio.ui.panels.image_menus import FilterButton, SortButton
from segstudio.ui.panels.image_model import ImageModel
from segstudio.ui.panels.image_rows import Arrangement, ImageRows, Order, Wanted
from segstudio.ui.panels.image_source import SessionRows
from segstudio.ui.theme import GRID, PADDING

_SETTLE_MS = 40  # while the list flies past, no thumbnail is asked for
_REARRANGE_MS = 400  # rows do not jump at every single prediction
_ONE_BY_ONE = 200
"""More rows than this are sorted all at once."""


class ImagePanel(QWidget):
    """Shows the session's images and takes it to the one that is chosen.

    `order`, `statuses`, the search field and the evaluation's focus say which rows are there; next and previous
    follow what is shown. Two rows or more that are selected are the evaluation's selection.
    """

    menu_wanted = Signal(QPoint)
    """A context menu for the selected images, at this place of the screen."""
    count_changed = Signal(str)
    """How many images are shown, in words for the panel's title."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("images_panel")
        self.setMinimumWidth(216)  # thumbnail, status in a word and figure beside each other
        self._session = session
        self._evaluation = session.evaluation
        self._root: Path | None = None
        self._following = False
        """Whether rows move by themselves: no person chooses one."""
        self._pending: dict[str, None] = {}
        self.order = Order.NAME
        self.statuses: frozenset[Status] = frozenset()
        self.marks: frozenset[Wanted] = frozenset()
        self._by_number = False
        self.model = ImageModel(ImageRows(SessionRows(session)), session.thumbnail, self)
        self.search = self._make_search()
        self.list = ImageList(self.model, self)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.selectionModel().selectionChanged.connect(lambda _on, _off: self._selected())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            lambda place: self.menu_wanted.emit(self.list.viewport().mapToGlobal(place))
        )
        self.list.activated.connect(lambda index: self._open(index.row()))
        self.chip = Chip(self.tr("Show all images again"), self)
        self.chip.dismissed.connect(lambda: self._evaluation.set_focus(None))
        self._empty = QLabel(self.list.viewport())
        self._empty.setProperty("dim", True)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.filter_button, self.sort_button = FilterButton(self), SortButton(self)
        self.filter_button.chosen.connect(self.set_filter)
        self.sort_button.chosen.connect(self.set_order)
        self._lay_out()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._ask_for_thumbnails)
        self._rearrange = QTimer(self, singleShot=True, interval=_REARRANGE_MS)
        self._rearrange.timeout.connect(self.settle)
        self.list.verticalScrollBar().valueChanged.connect(lambda _value: self._settle.start())
        self._disconnects = [
            session.project_changed.connect(self._show_project),
            session.entry_changed.connect(self._show_entry),
            session.current_changed.connect(self._show_current),
            session.evaluation.focus.changed.connect(self._show_focus),
            session.evaluation.selection.changed.connect(self._show_selection),
        ]
        self._show_project(session.project)

    def detach(self) -> None:
        """Stop listening to the session."""
        for disconnect in self._disconnects:
            disconnect()
        self._settle.stop()
        self._rearrange.stop()

    @property
    def shown_order(self) -> Order:
        """`order`, or that of the filter's pixels until another one is chosen."""
        return Order.NUMBER if self._by_number else self.order

    def arrange(self) -> None:
        """Show the rows that search, filters and order ask for, the current image kept in sight."""
        self._rearrange.stop()
        self._pending.clear()
        focused = self._evaluation.focus.focus is not None
        self._following = True
        self.model.arrange(
            Arrangement(self.search.text(), self.statuses, self.shown_order, focused, self.marks)
        )
        self.list.select_keys(self._evaluation.selection.keys)
        self._following = False
        self._show_count()
        self._show_current(self._session.current)
        self._settle.start()

    def settle(self) -> None:
        """Move the rows that changed to where they belong."""
        if len(self._pending) > _ONE_BY_ONE:
            self.arrange()
            return
        keys, self._pending = list(self._pending), {}
        self._following = True
        for key in keys:
            self.model.settle_row(key)
        self._following = False
        self._show_count()
        self._show_current(self._session.current, scroll=False)
        self._settle.start()

    def go(self, step: int) -> bool:
        """Go `step` rows down in what is shown (the first row, where the current image is filtered out)."""
        current = self._session.current
        row = self.model.row_of(current.key) if current else -1
        return self._open(row + step if row >= 0 else 0)

    def set_order(self, order: Order) -> None:
        self._by_number = order is Order.NUMBER
        if not self._by_number:
            self.order = order
        self._show_order()
        self.arrange()

    def set_filter(self, statuses: frozenset[Status], marks: frozenset[Wanted] = frozenset()) -> None:
        """Show only images of these statuses (empty: any) for which all of `marks` hold."""
        self.statuses, self.marks = statuses, marks
        self.filter_button.show_filter(statuses, marks)
        self.arrange()

    def select_all(self) -> None:
        """All that are shown."""
        self.list.selectAll()
        self.list.setFocus()

    def select(self, keys: Iterable[str]) -> None:
        """Select these images, as with Ctrl and clicks."""
        self.list.select_keys(keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    # What is shown

    def _show_project(self, project: Project | None) -> None:
        root = project.root if project is not None else None
        self.model.clear() if root != self._root else self.model.renew()
        if root != self._root:  # otherwise only its labels lie elsewhere now
            self._root = root
            self.search.clear()
        self.arrange()

    def _show_entry(self, key: str) -> None:
        if self.model.row_of(key) in self._in_sight():  # the others are read when they come into sight
            self.model.repaint_row(key)
        focus = self._evaluation.focus.focus
        if self.shown_order is not Order.NAME or self.statuses or self.marks or focus is not None:
            self._pending[key] = None
            self._rearrange.start()
        if focus is not None:
            self._show_chip()

    def _show_current(self, entry: ImageEntry | None, *, scroll: bool = True) -> None:
        key = entry.key if entry is not None else ""
        self.model.set_current(key)
        several = len(self._evaluation.selection.keys) > 1
        row = self.model.row_of(key)
        self._following = True
        self.list.set_current_row(row, keep_selection=several, scroll=scroll)
        self._following = False

    def _show_focus(self) -> None:
        focus = self._evaluation.focus.focus
        self._by_number = focus is not None and focus.by_number
        self._show_order()
        self._show_chip()
        if focus is None or self._evaluation.focus.ready:  # until it is counted, the list stays as it is
            self.arrange()

    def _show_chip(self) -> None:
        focus, table = self._evaluation.focus.focus, self._session.table
        self._chip_row.setVisible(focus is not None)
        if focus is not None and table is not None:
            self.chip.set_text(focus_text(focus, table), focus_note(focus, self._evaluation.focus))

    def _show_order(self) -> None:
        focus = self._evaluation.focus.focus
        self.sort_button.show_order(self.shown_order, numbered=focus is not None and focus.view is not None)

    def _show_selection(self) -> None:
        """Ended from elsewhere (another folder)."""
        if not self._evaluation.selection.keys and len(self.list.selected_keys()) > 1:
            self._show_current(self._session.current)

    def _show_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.rows.total
        self.count_changed.emit(
            self.tr("{0} of {1}").format(grouped(shown), grouped(total))
            if shown != total
            else grouped(total)
        )
        self._empty.setVisible(shown == 0 and self._session.project is not None)
        self._empty.setText(
            self.tr("No image fits the search and the filter.")
            if total
            else self.tr("No images in this folder.")
        )
        self._empty.setGeometry(
            PADDING, 4 * GRID, max(0, self.list.viewport().width() - 2 * PADDING), 8 * GRID
        )

    def _ask_for_thumbnails(self) -> None:
        """Only for the rows in sight: what flew past is not asked for."""
        if not self.isVisible():
            return
        self.model.want_thumbnails(self._in_sight())

    def _in_sight(self) -> range:
        """Rows, one at each edge more; some may not exist."""
        first = self.list.verticalOffset() // ROW_HEIGHT
        return range(first, first + self.list.viewport().height() // ROW_HEIGHT + 2)

    # What a person chooses

    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._following and not self.list.extending:
            self._open(current.row())

    def _selected(self) -> None:
        if self._following:
            return
        keys = self.list.selected_keys()
        self._evaluation.select(keys if len(keys) > 1 else ())

    def _open(self, row: int) -> bool:
        if not 0 <= row < self.model.rowCount():
            return False
        key = self.model.key_at(row)
        if self._session.current is None or self._session.current.key != key:
            self._session.go_to(key)
        return True

    def _go_to_found(self) -> None:
        """The first image that fits, unless the current one does."""
        current = self._session.current
        if current is None or self.model.row_of(current.key) < 0:
            self._open(0)

    # Construction

    def _make_search(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Find image"))
        field.setAccessibleName(self.tr("Find image"))
        field.setToolTip(self.tr("Show only images whose name holds this text (Ctrl+F)"))
        field.setClearButtonEnabled(True)
        field.addAction(icon("mdi6.magnify", "dim"), QLineEdit.ActionPosition.LeadingPosition)
        field.textChanged.connect(lambda _text: self.arrange())
        field.returnPressed.connect(self._go_to_found)
        field.setAcceptDrops(False)  # a folder that is dropped here is opened, not written into the field
        return field

    def _lay_out(self) -> None:
        self._show_order()
        self._chip_row = QWidget(self)
        self._chip_row.hide()
        tools = QHBoxLayout()
        tools.setContentsMargins(PADDING, GRID, GRID, GRID)
        tools.setSpacing(4)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.filter_button)
        tools.addWidget(self.sort_button)
        chips = QHBoxLayout(self._chip_row)
        chips.setContentsMargins(PADDING, 0, PADDING, GRID)
        chips.addWidget(self.chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self._chip_row)
        column.addWidget(self.list, 1)
