"""The list of classes under the pointer: a click chooses, a click on the eye shows or hides."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from segstudio.ui.panels.class_delegate import eye_rect
from segstudio.ui.panels.class_model import ROW_ROLE, VISIBLE_ROLE, ClassRow


class ClassView(QListView):
    """Dragging across eyes gives all of them the state of the first; Alt + click shows one class alone."""

    visibility_wanted = Signal(int, bool)
    only_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged_to: bool | None = None
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._eye_at(event.position().toPoint())
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            if event.button() == Qt.MouseButton.LeftButton:
                super().mousePressEvent(event)
            return
        row, visible = found
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.only_wanted.emit(row.class_id)
            return
        self._dragged_to = not visible
        self.visibility_wanted.emit(row.class_id, not visible)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_to is None:
            super().mouseMoveEvent(event)
            return
        found = self._eye_at(event.position().toPoint())
        if found is not None and found[1] != self._dragged_to:
            self.visibility_wanted.emit(found[0].class_id, self._dragged_to)

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

    def _eye_at(self, position: QPoint) -> tuple[ClassRow, bool] | None:
        index = self.indexAt(position)
        row = index.data(ROW_ROLE)
        if isinstance(row, ClassRow) and eye_rect(self.visualRect(index)).contains(position):
            return row, bool(index.data(VISIBLE_ROLE))
        return None
