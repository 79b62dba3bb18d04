"""Choosing one class of a table that may have hundreds: a list that is narrowed by typing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget

from segstudio.core.classes import ClassTable, SegClass
from segstudio.ui.controls.filter_field import FilterField
from segstudio.ui.dialogs.class_editor.table_model import CHIP, swatch
from segstudio.ui.dialogs.form import FormDialog
from segstudio.ui.theme import ROW

_ROWS = 10
_OF_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ID = int(Qt.ItemDataRole.UserRole)


class ClassChooser(FormDialog):
    """`class_id` is what was chosen. Nothing is chosen by opening it, and a click alone decides nothing."""

    def __init__(
        self,
        title: str,
        sentence: str,
        verb: str,
        classes: Iterable[SegClass],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, sentence, verb, parent)
        self.search = FilterField(self.tr("Find a class"), self)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Classes"))
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(CHIP, CHIP))
        self.list.setMinimumHeight(_ROWS * ROW)
        for c in classes:
            item = QListWidgetItem(swatch(c.colour), c.name, self.list)
            item.setData(_ID, c.id)
            item.setSizeHint(QSize(0, ROW))
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.rows.addRow(self.search)
        self.rows.addRow(self.list)
        self.search.setFocus()
        self._show()

    @property
    def class_id(self) -> int | None:
        """None while there is no choice among what is listed."""
        item = self.list.currentItem()
        return int(item.data(_ID)) if item is not None and not item.isHidden() else None

    @property
    def names(self) -> list[str]:
        """Of what is listed."""
        return [item.text() for item in self._items() if not item.isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list while a name is typed."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _OF_LIST
        ):
            QApplication.sendEvent(self.list, event)
            return True
        return False

    def _narrow(self, text: str) -> None:
        """What fits best is chosen, so that Return takes it."""
        wanted = text.strip().casefold()
        fitting = []
        for item in self._items():
            name = item.text().casefold()
            fits = wanted in name or wanted == str(item.data(_ID))
            item.setHidden(not fits)
            if fits:
                fitting.append((name != wanted, not name.startswith(wanted), self.list.row(item)))
        self.list.setCurrentRow(min(fitting)[-1] if fitting and wanted else -1)
        if fitting:
            self.list.scrollToItem(self.list.currentItem() or self.list.item(0))
        self._show()

    def _show(self) -> None:
        self.primary.setEnabled(self.class_id is not None)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]


def ask_merge(table: ClassTable, class_id: int, parent: QWidget) -> int | None:
    """Which class another one counts as from now on; None when the person thought better of it."""
    tr = QCoreApplication.translate
    dialog = ClassChooser(
        tr("ClassChooser", "Merge {0} into").format(table.name_of(class_id)),
        tr(
            "ClassChooser",
            "Its pixels count as the class you choose. It can be restored in the class editor.",
        ),
        tr("ClassChooser", "Merge"),
        [c for c in table.classes if c.id != class_id],
        parent,
    )
    return dialog.class_id if dialog.exec() else None
