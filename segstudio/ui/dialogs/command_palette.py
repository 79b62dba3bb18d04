"""The command palette: type a part of a word and press Return. Actions, classes and images in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from segstudio.ui.theme import GRID, PADDING, ROW, tokens

_WIDTH, _ROWS = 560, 10
_MOST = 60
"""More than this nobody reads: a longer word finds the rest."""
_ENTRY = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """`context`: where else it is found, or what it is. `keys`: as people read them."""

    title: str
    context: str
    keys: str
    run: Callable[[], object]


def best(entries: Iterable[Entry], query: str, most: int = _MOST) -> list[Entry]:
    """Those that hold every word of `query` in title or context, the likeliest first.

    The title that is the query comes first, then one that begins with it, then one with a word that does, then the rest; entries of one
    kind stay in their order.
    """
    words = query.casefold().split()
    ranked: list[tuple[int, int, Entry]] = []
    for number, entry in enumerate(entries):
        title = entry.title.casefold()
        text = f"{title} {entry.context.casefold()}"
        if all(word in text for word in words):
            ranked.append((_rank(title, words), number, entry))
    ranked.sort(key=lambda item: item[:2])
    return [entry for _, _, entry in ranked[:most]]


def likely(names: Sequence[str], query: str, most: int = _MOST) -> list[str]:
    """Of very many names those that hold every word of `query`: first some that begin with it, then some others, both
    in their order. None without a query."""
    words = query.casefold().split()
    if not words:
        return []
    first, *others = words
    found = [name for name in names if first in name.casefold()]
    for word in others:
        found = [name for name in found if word in name.casefold()]
    begin = " ".join(words)
    leading = list(islice((name for name in found if name.casefold().startswith(begin)), most))
    return list(dict.fromkeys([*leading, *found[:most]]))[:most]


def _rank(title: str, words: Sequence[str]) -> int:
    if title == " ".join(words):
        return -1
    if not words or title.startswith(" ".join(words)):
        return 0
    starts = title.split()
    if all(any(start.startswith(word) for start in starts) for word in words):
        return 1
    return 2 if all(word in title for word in words) else 3


class _Entries(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, entry.context, entry.keys) if part)
        return {int(Qt.ItemDataRole.DisplayRole): entry.title, _ENTRY: entry}.get(int(role))


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_WIDTH, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(_ENTRY)
        if not isinstance(entry, Entry):
            return
        t, rect = tokens(), QRect(option.rect)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, t.colour("selection"))
        metrics = QFontMetrics(painter.font())
        room = rect.adjusted(PADDING, 0, -PADDING, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(t.colour("dim"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, entry.keys)
        room.setRight(room.right() - metrics.horizontalAdvance(entry.keys) - (PADDING if entry.keys else 0))
        context = metrics.elidedText(entry.context, Qt.TextElideMode.ElideRight, room.width() // 2)
        title = metrics.elidedText(
            entry.title,
            Qt.TextElideMode.ElideMiddle,
            room.width() - metrics.horizontalAdvance(context) - GRID,
        )
        painter.setPen(t.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, title)
        painter.setPen(t.colour("dim"))
        room.setLeft(room.left() + metrics.horizontalAdvance(title) + GRID)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, context)


class CommandPalette(QFrame):
    """A popup over the upper third of `window`. It is made for one use, and gone when it was used or left."""

    def __init__(
        self, entries: Sequence[Entry], window: QWidget, more: Callable[[str], Sequence[Entry]]
    ) -> None:
        """`more`: what else there is for a query, of which there is too much to list it all."""
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Command palette"))
        self._window = window
        self._all, self._more = entries, more
        self._entries = _Entries(self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Type a command, a class or an image"))
        self.field.setAccessibleName(self.tr("Command, class or image"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list = QListView(self)
        self.list.setModel(self._entries)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self._nothing = QLabel(self.tr("Nothing fits."), self)
        self._nothing.setProperty("dim", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self._search("")

    @property
    def titles(self) -> list[str]:
        """Of what is listed."""
        return [entry.title for entry in self._entries.entries]

    def popup(self) -> None:
        """Show it over the window and take the keys."""
        window = self._window
        width = min(_WIDTH + 2 * GRID, window.width() - 2 * GRID)
        self.setFixedWidth(width)
        self.adjustSize()
        place = window.mapToGlobal(window.rect().topLeft())
        self.move(place.x() + (window.width() - width) // 2, place.y() + window.height() // 8)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, row, rows = event.key(), self.list.currentIndex().row(), self._entries.rowCount()
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS,
            Qt.Key.Key_PageUp: -_ROWS,
        }
        step = steps.get(Qt.Key(key))
        if step is not None:
            self._choose(min(max(row + step, 0), rows - 1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run(row)
        else:
            return False
        return True

    def _search(self, text: str) -> None:
        self._entries.show(best([*self._all, *self._more(text)], text))
        found = self._entries.rowCount()
        self.list.setVisible(found > 0)
        self._nothing.setVisible(found == 0)
        self.list.setFixedHeight(ROW * min(max(found, 1), _ROWS) + 2)
        self._choose(0)
        self.adjustSize()

    def _choose(self, row: int) -> None:
        index = self._entries.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _run(self, row: int) -> None:
        if not 0 <= row < self._entries.rowCount():
            QApplication.beep()
            return
        entry = self._entries.entries[row]
        self.close()  # first: what runs may open a window of its own
        entry.run()
