"""The image list as Qt's model: rows of the session, and thumbnails for those that are in sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage, QPixmap

from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.views import EntryView
from segstudio.ui.panels.image_figures import row_tip, row_words
from segstudio.ui.panels.image_rows import Arrangement, ImageRows

Index = QModelIndex | QPersistentModelIndex
VIEW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The row's `EntryView`."""
THUMBNAIL_ROLE = VIEW_ROLE + 1
"""Its thumbnail as QPixmap, None until it is there; a null one for an image that cannot be read."""
CURRENT_ROLE = VIEW_ROLE + 2
"""Whether it is the image that is edited."""
ORDER_ROLE = VIEW_ROLE + 3
"""What the list is sorted by."""

_KEPT = 800
"""Thumbnails in memory: at 160×120 in 32 bits about 60 MB."""

_NOWHERE = QModelIndex()

ThumbnailSource = Callable[[str, Callable[[NDArray[np.uint8] | None], None]], Callable[[], None]]
"""`Session.thumbnail`: key and callback in, a function that cancels out."""


class ImageModel(QAbstractListModel):
    """The rows of `ImageRows`; their views are read when they are painted, so that a long list costs what is seen."""

    def __init__(self, rows: ImageRows, source: ThumbnailSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self._source = source
        self._kept: OrderedDict[str, QPixmap] = OrderedDict()
        self._asked: dict[str, Callable[[], None]] = {}
        self._readers: dict[int, Callable[[ImageEntry], object]] = {
            int(Qt.ItemDataRole.DisplayRole): lambda entry: entry.name,
            int(Qt.ItemDataRole.AccessibleTextRole): lambda entry: row_words(
                rows.view(entry.key), unreadable=self._unreadable(entry.key)
            ),
            int(Qt.ItemDataRole.ToolTipRole): lambda entry: row_tip(rows.view(entry.key)),
            VIEW_ROLE: lambda entry: rows.view(entry.key),
            THUMBNAIL_ROLE: lambda entry: self._kept.get(entry.key),
            CURRENT_ROLE: lambda entry: entry.key == self.current,
            ORDER_ROLE: lambda entry: rows.arrangement.order,
        }
        self.current = ""
        """Key of the image that is edited."""

    def arrange(self, arrangement: Arrangement) -> None:
        """Choose and sort all rows anew."""
        self.beginResetModel()
        self.rows.arrange(arrangement)
        self.endResetModel()

    def repaint_row(self, key: str) -> None:
        """Show a row's new state where it stands."""
        self._changed(self.row_of(key))

    def settle_row(self, key: str) -> None:
        """Move a row to where its new state belongs; it may come or go."""
        change = self.rows.plan(key)
        before, after = change.before, change.after
        if before == after:
            self._changed(after)
            return
        if before < 0:
            self.beginInsertRows(_NOWHERE, after, after)
            self.rows.carry_out(key)
            self.endInsertRows()
        elif after < 0:
            self.beginRemoveRows(_NOWHERE, before, before)
            self.rows.carry_out(key)
            self.endRemoveRows()
        else:
            target = after + 1 if after > before else after  # Qt counts with the row still in its place
            self.beginMoveRows(_NOWHERE, before, before, _NOWHERE, target)
            self.rows.carry_out(key)
            self.endMoveRows()
            self._changed(after)

    def set_current(self, key: str) -> None:
        """Another image is edited."""
        former, self.current = self.current, key
        for one in {former, key}:
            self._changed(self.row_of(one))

    def row_of(self, key: str) -> int:
        """−1 when it is filtered out."""
        return self.rows.row_of(key)

    def view_at(self, row: int) -> EntryView:
        return self.rows.view(self.key_at(row))

    def key_at(self, row: int) -> str:
        return self.rows.entry_at(row).key

    def want_thumbnails(self, rows: Iterable[int]) -> None:
        """These rows are in sight: ask for their thumbnails, and no longer for any other's."""
        keys = {self.key_at(row): None for row in rows if 0 <= row < len(self.rows)}
        for key in [key for key in self._asked if key not in keys]:
            self._asked.pop(key)()
        for key in keys:
            if key in self._kept and not self._unreadable(key):  # that one may have been mended
                self._kept.move_to_end(key)
            elif key not in self._asked:
                self._asked[key] = self._source(key, lambda image, key=key: self._arrived(key, image))  # type: ignore[misc]  # mypy cannot infer a lambda with a default

    @property
    def asked(self) -> list[str]:
        """Keys whose thumbnails are on their way."""
        return list(self._asked)

    def clear(self) -> None:
        """Another folder: forget thumbnails and what was asked for, and `renew`."""
        for cancel in self._asked.values():
            cancel()
        self._asked.clear()
        self._kept.clear()
        self.renew()

    def renew(self) -> None:
        """Take the project's images; `arrange` shows them."""
        self.beginResetModel()
        self.rows.reset()
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.rows.entry_at(index.row())
        read = self._readers.get(int(role))
        return read(entry) if read is not None else None

    def _changed(self, row: int) -> None:
        if row >= 0:
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def _unreadable(self, key: str) -> bool:
        kept = self._kept.get(key)
        return kept is not None and kept.isNull()

    def _arrived(self, key: str, image: NDArray[np.uint8] | None) -> None:
        self._asked.pop(key, None)
        self._kept[key] = to_pixmap(image) if image is not None else QPixmap()
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        row = self.row_of(key)
        if row >= 0:
            index = self.index(row)
            self.dataChanged.emit(index, index, [THUMBNAIL_ROLE])


def to_pixmap(image: NDArray[np.uint8]) -> QPixmap:
    """uint8 h×w×3 RGB as a pixmap of its own memory."""
    rgb = np.ascontiguousarray(image)
    height, width = rgb.shape[:2]
    shown = QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(shown)
