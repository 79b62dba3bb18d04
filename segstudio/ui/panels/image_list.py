"""The view of the image list: one row opens an image, several rows are a selection."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from segstudio.ui.panels.image_delegate import ROW_HEIGHT, ImageDelegate
from segstudio.ui.panels.image_model import ImageModel, Index

_AROUND = 2
"""Rows above and below the current one that are in sight as well, where there is room for them."""

_EXTENDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible
_NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate
_CLEAR_AND_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ImageList(QTableView):
    """Ctrl or Shift with a click or an arrow changes the selection and opens nothing.

    A table of one column: `QListView` asks the model for every row again whenever one has changed, which with 100,000
    images takes half a second.
    """

    def __init__(self, model: ImageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = model
        self.extending = False
        """Whether what is happening now only changes the selection."""
        self._pressing = False
        """A row that is clicked stays under the pointer."""
        self.setObjectName("image_list")
        self.setAccessibleName(self.tr("Images"))
        self.setModel(model)
        self.setItemDelegate(ImageDelegate(self))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 2)

    def selected_keys(self) -> list[str]:
        """From top to bottom."""
        parts: list[QItemSelectionRange] = list(self.selectionModel().selection())  # type: ignore[call-overload]  # iterable, which PySide's stubs do not say
        rows = sorted(row for part in parts for row in range(part.top(), part.bottom() + 1))
        return [self._images.key_at(row) for row in rows]

    def select_keys(self, keys: Iterable[str]) -> None:
        """Those that are shown, and no others."""
        rows = sorted(row for row in (self._images.row_of(key) for key in keys) if row >= 0)
        found = QItemSelection()
        start = 0
        for n in range(1, len(rows) + 1):
            if n == len(rows) or rows[n] != rows[n - 1] + 1:
                found.select(self._images.index(rows[start]), self._images.index(rows[n - 1]))
                start = n
        self.selectionModel().select(found, _CLEAR_AND_SELECT)

    def set_current_row(self, row: int, *, keep_selection: bool, scroll: bool = True) -> None:
        """Show where the current image stands; −1: nowhere in this list."""
        index = self._images.index(row) if row >= 0 else self._images.index(-1)
        self.selectionModel().setCurrentIndex(index, _NO_UPDATE if keep_selection else _CLEAR_AND_SELECT)
        if row >= 0 and scroll:
            self._bring_into_sight(row)
        elif row < 0 and not keep_selection:
            self.clearSelection()

    def _bring_into_sight(self, row: int) -> None:
        """With what comes before and after it, so that one sees where one goes."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        around = 0 if self._pressing else min(_AROUND, max(0, (height // ROW_HEIGHT - 1) // 2)) * ROW_HEIGHT
        top = row * ROW_HEIGHT
        lowest, highest = top + ROW_HEIGHT + around - height, top - around
        bar.setValue(max(min(bar.value(), highest), lowest))

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _ENSURE_VISIBLE) -> None:
        """What Qt brings into sight, a row that was reached by key for one, has rows around it too."""
        if index.isValid() and hint == _ENSURE_VISIBLE:
            self._bring_into_sight(index.row())
        else:
            super().scrollTo(index, hint)

    def event(self, event: QEvent) -> bool:
        """Ctrl+A selects all images here, the whole picture elsewhere; Home goes to the first, elsewhere it fits."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            own = event.matches(QKeySequence.StandardKey.SelectAll) or event.key() == Qt.Key.Key_Home
            if own:
                event.accept()
                return True
        return super().event(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and last row; in a table they would stay in theirs."""
        if action in {self.CursorAction.MoveHome, self.CursorAction.MoveEnd}:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.extending, self._pressing = bool(event.modifiers() & _EXTENDING), True
        super().mousePressEvent(event)
        self.extending = self._pressing = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag over rows selects them."""
        self.extending = bool(event.buttons())
        super().mouseMoveEvent(event)
        self.extending = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and len(self.selectionModel().selectedRows()) > 1:
            self.set_current_row(self._images.row_of(self._images.current), keep_selection=False)
            event.accept()
            return
        self.extending = bool(event.modifiers() & _EXTENDING)
        super().keyPressEvent(event)
        self.extending = False
