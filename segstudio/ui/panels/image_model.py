"""The image list as Qt's model: rows of the session, and thumbnails for those that are in sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage, QPixmap

from segstudio.engine.views import EntryView

Index = QModelIndex | QPersistentModelIndex
VIEW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The row's `EntryView`."""
THUMBNAIL_ROLE = VIEW_ROLE + 1
"""Its thumbnail as QPixmap, None until it is there."""

_KEPT = 800
"""Thumbnails in memory: at 160×120 in 32 bits about 60 MB."""

_NOWHERE = QModelIndex()

ThumbnailSource = Callable[[str, Callable[[NDArray[np.uint8]], None]], Callable[[], None]]
"""`Session.thumbnail`: key and callback in, a function that cancels out."""


class ImageModel(QAbstractListModel):
    """Rows in the order that was last given to `set_rows`."""

    def __init__(self, source: ThumbnailSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._rows: list[EntryView] = []
        self._row_of: dict[str, int] = {}
        self._kept: OrderedDict[str, QPixmap] = OrderedDict()
        self._asked: dict[str, Callable[[], None]] = {}

    def set_rows(self, rows: list[EntryView]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._row_of = {view.entry.key: row for row, view in enumerate(rows)}
        self.endResetModel()

    def update_row(self, view: EntryView) -> None:
        """Show a row's new state where it stands; it moves only with the next `set_rows`."""
        row = self._row_of.get(view.entry.key)
        if row is not None:
            self._rows[row] = view
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def row_of(self, key: str) -> int:
        """−1 when it is filtered out."""
        return self._row_of.get(key, -1)

    def view_at(self, row: int) -> EntryView:
        return self._rows[row]

    def want_thumbnails(self, rows: Iterable[int]) -> None:
        """These rows are in sight: ask for their thumbnails, and no longer for any other's."""
        keys = {self._rows[row].entry.key: None for row in rows if 0 <= row < len(self._rows)}
        for key in [key for key in self._asked if key not in keys]:
            self._asked.pop(key)()
        for key in keys:
            if key in self._kept:
                self._kept.move_to_end(key)
            elif key not in self._asked:
                self._asked[key] = self._source(key, lambda image, key=key: self._arrived(key, image))  # type: ignore[misc]  # mypy cannot infer a lambda with a default

    @property
    def asked(self) -> list[str]:
        """Keys whose thumbnails are on their way."""
        return list(self._asked)

    def clear(self) -> None:
        """Another folder: forget rows, thumbnails and what was asked for."""
        for cancel in self._asked.values():
            cancel()
        self._asked.clear()
        self._kept.clear()
        self.set_rows([])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        view = self._rows[index.row()]
        if role == VIEW_ROLE:
            return view
        if role == THUMBNAIL_ROLE:
            return self._kept.get(view.entry.key)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return view.entry.name
        return None

    def _arrived(self, key: str, image: NDArray[np.uint8]) -> None:
        self._asked.pop(key, None)
        self._kept[key] = to_pixmap(image)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        row = self._row_of.get(key)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index, [THUMBNAIL_ROLE])


def to_pixmap(image: NDArray[np.uint8]) -> QPixmap:
    """uint8 h×w×3 RGB as a pixmap of its own memory."""
    rgb = np.ascontiguousarray(image)
    height, width = rgb.shape[:2]
    shown = QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(shown)
