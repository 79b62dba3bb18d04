"""The image list: thumbnails, status and mIoU of every image; search, filter and sort."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from segstudio.engine.entries import ImageEntry, Status
from segstudio.engine.project import Project
from segstudio.engine.session import Session
from segstudio.ui.icons import icon
from segstudio.ui.panels.image_delegate import ROW_HEIGHT, ImageDelegate, status_word
from segstudio.ui.panels.image_model import ImageModel
from segstudio.ui.panels.image_rows import Order, arrange
from segstudio.ui.theme import GRID, PADDING, ROW

_SETTLE_MS = 40  # while the list flies past, no thumbnail is asked for
_REARRANGE_MS = 400  # rows do not jump at every single prediction


class ImagePanel(QWidget):
    """Shows the session's images and takes it to the one that is chosen.

    `order`, `statuses` and the search field say which rows are there; next and previous follow what is shown.
    """

    count_changed = Signal(str)
    """How many images are shown, in words for the panel's title."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("images_panel")
        self._session = session
        self._root: Path | None = None
        self.order = Order.NAME
        self.statuses: frozenset[Status] = frozenset()
        self.model = ImageModel(session.thumbnail, self)
        self.search = self._make_search()
        self.list = self._make_list()
        self._empty = QLabel(self.list.viewport())
        self._empty.setProperty("dim", True)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._filter_button = self._make_menu_button("mdi6.filter-variant", self.tr("Filter by status"))
        self._sort_button = self._make_menu_button("mdi6.sort", self.tr("Sort"))
        self._lay_out()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._ask_for_thumbnails)
        self._rearrange = QTimer(self, singleShot=True, interval=_REARRANGE_MS)
        self._rearrange.timeout.connect(self.arrange)
        self.list.verticalScrollBar().valueChanged.connect(lambda _value: self._settle.start())
        self._disconnects = [
            session.project_changed.connect(self._show_project),
            session.entry_changed.connect(self._show_entry),
            session.current_changed.connect(self._show_current),
        ]
        self._show_project(session.project)

    def detach(self) -> None:
        """Stop listening to the session."""
        for disconnect in self._disconnects:
            disconnect()
        self._settle.stop()
        self._rearrange.stop()

    def arrange(self) -> None:
        """Show the rows that search, filter and order ask for, the current image kept in sight."""
        self._rearrange.stop()
        rows = arrange(self._session.entries, self.search.text(), self.statuses, self.order)
        self.model.set_rows(rows)
        total = len(self._session.entries)
        self.count_changed.emit(
            self.tr("{0} of {1}").format(f"{len(rows):,}", f"{total:,}")
            if len(rows) != total
            else f"{total:,}"
        )
        self._say_why_empty(total, len(rows))
        self._show_current(self._session.current)
        self._settle.start()

    def go(self, step: int) -> bool:
        """Go `step` rows down in what is shown (the first row, where the current image is filtered out)."""
        current = self._session.current
        row = self.model.row_of(current.key) + step if current else 0
        if current and self.model.row_of(current.key) < 0:
            row = 0
        if not 0 <= row < self.model.rowCount():
            return False
        self._session.go_to(self.model.view_at(row).entry.key)
        return True

    def set_order(self, order: Order) -> None:
        self.order = order
        self.arrange()

    def set_statuses(self, statuses: frozenset[Status]) -> None:
        """Show only images of these statuses; an empty set shows all."""
        self.statuses = statuses
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    # What is shown

    def _show_project(self, project: Project | None) -> None:
        root = project.root if project is not None else None
        if root != self._root:  # otherwise only its labels lie elsewhere now
            self._root = root
            self.model.clear()
            self.search.clear()
        self.arrange()

    def _show_entry(self, key: str) -> None:
        self.model.update_row(self._session.entry_view(key))
        if self.order is not Order.NAME or self.statuses:
            self._rearrange.start()

    def _show_current(self, entry: ImageEntry | None) -> None:
        row = self.model.row_of(entry.key) if entry is not None else -1
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        if row < 0:
            self.list.clearSelection()

    def _say_why_empty(self, total: int, shown: int) -> None:
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
        first = self.list.verticalOffset() // ROW_HEIGHT
        count = self.list.viewport().height() // ROW_HEIGHT + 2
        self.model.want_thumbnails(range(first, first + count))

    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        key = self.model.view_at(current.row()).entry.key
        if self._session.current is None or self._session.current.key != key:
            self._session.go_to(key)

    def _go_to_found(self) -> None:
        """The first image that fits, unless the current one does."""
        current = self._session.current
        if self.model.rowCount() and (current is None or self.model.row_of(current.key) < 0):
            self._session.go_to(self.model.view_at(0).entry.key)

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

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setObjectName("image_list")
        view.setAccessibleName(self.tr("Images"))
        view.setModel(self.model)
        view.setItemDelegate(ImageDelegate(view))
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setMouseTracking(True)
        view.verticalScrollBar().setSingleStep(ROW_HEIGHT // 2)
        view.selectionModel().currentChanged.connect(self._chosen)
        return view

    def _make_menu_button(self, glyph_name: str, title: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(glyph_name))
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(ROW, ROW)
        button.setToolTip(title)
        button.setAccessibleName(title)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    def _fill_menus(self) -> None:
        sort = self._sort_button.menu()
        words = {
            Order.NAME: self.tr("Name"),
            Order.WORST: self.tr("Lowest mIoU first"),
            Order.STATUS: self.tr("What needs work first"),
        }
        for order, word in words.items():
            action = sort.addAction(word)
            action.setCheckable(True)
            action.setChecked(order is self.order)
            action.triggered.connect(lambda _on=False, order=order: self._choose_order(order))
        menu = self._filter_button.menu()
        for status in Status:
            action = menu.addAction(status_word(status))
            action.setCheckable(True)
            action.setData(status)
            action.toggled.connect(lambda _on: self._choose_statuses())
        menu.addSeparator()
        menu.addAction(self.tr("Show all")).triggered.connect(self._show_all)

    def _choose_order(self, order: Order) -> None:
        for action, candidate in zip(self._sort_button.menu().actions(), Order, strict=True):
            action.setChecked(candidate is order)
        self.set_order(order)

    def _choose_statuses(self) -> None:
        chosen = frozenset(Status(a.data()) for a in self._filter_button.menu().actions() if a.isChecked())
        self._filter_button.setIcon(icon("mdi6.filter-variant", "accent" if chosen else "text"))
        self.set_statuses(chosen)

    def _show_all(self) -> None:
        for action in self._filter_button.menu().actions():
            action.setChecked(False)

    def _lay_out(self) -> None:
        self._fill_menus()
        tools = QHBoxLayout()
        tools.setContentsMargins(PADDING, GRID, GRID, GRID)
        tools.setSpacing(4)
        tools.addWidget(self.search, 1)
        tools.addWidget(self._filter_button)
        tools.addWidget(self._sort_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self.list, 1)
