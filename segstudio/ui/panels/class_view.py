"""The list of classes under the pointer: a click chooses; eye, lock and solo answer by themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from segstudio.ui.panels.class_delegate import eye_rect, lock_rect, solo_rect
from segstudio.ui.panels.class_model import LOCKED_ROLE, ROW_ROLE, VISIBLE_ROLE, ClassRow


class ClassView(QListView):
    """Dragging across eyes, or locks, gives all of them the state of the first; Alt + click on an eye shows one class
    alone, as the sign does that stands in the key's place under the pointer."""

    visibility_wanted = Signal(int, bool)
    lock_wanted = Signal(int, bool)
    only_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged_to: bool | None = None
        self._dragging_locks = False
        self._dragged_from = 0
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        position = event.position().toPoint()
        index = self.indexAt(position)
        row, rect = index.data(ROW_ROLE), self.visualRect(index)
        if not isinstance(row, ClassRow):
            super().mousePressEvent(event)
        elif solo_rect(rect).contains(position) or (
            eye_rect(rect).contains(position) and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.only_wanted.emit(row.class_id)
        elif eye_rect(rect).contains(position):
            self._start(False, not index.data(VISIBLE_ROLE), row, index.row())
        elif lock_rect(rect).contains(position):
            self._start(True, not index.data(LOCKED_ROLE), row, index.row())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_to is None:
            super().mouseMoveEvent(event)
            return
        at = self.indexAt(event.position().toPoint()).row()
        if at < 0:
            return
        for number in range(
            min(at, self._dragged_from), max(at, self._dragged_from) + 1
        ):  # a quick hand skips rows
            index = self.model().index(number, 0)
            row = index.data(ROW_ROLE)
            state = index.data(LOCKED_ROLE if self._dragging_locks else VISIBLE_ROLE)
            if isinstance(row, ClassRow) and state != self._dragged_to:
                self._tell(row, self._dragged_to)
        self._dragged_from = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged_to is None:
            super().mouseReleaseEvent(event)
        self._dragged_to = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks are two clicks."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(ROW_ROLE)
        if event.key() == Qt.Key.Key_Space and isinstance(row, ClassRow):
            self.visibility_wanted.emit(row.class_id, not self.currentIndex().data(VISIBLE_ROLE))
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are shortcuts of tools, not a search; there is a search field."""

    def _start(self, locks: bool, wanted: bool, row: ClassRow, number: int) -> None:
        self._dragging_locks, self._dragged_to, self._dragged_from = locks, wanted, number
        self._tell(row, wanted)

    def _tell(self, row: ClassRow, wanted: bool) -> None:
        (self.lock_wanted if self._dragging_locks else self.visibility_wanted).emit(row.class_id, wanted)
