"""What label files hold besides the classes: merged and deleted ones, and values that no class has."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from segstudio.core import class_edits
from segstudio.core.classes import Alias, ClassTable
from segstudio.core.numerals import grouped
from segstudio.engine.desks.class_desk import ClassUse
from segstudio.ui.controls.select import Select
from segstudio.ui.dialogs.class_editor.draft import ClassDraft
from segstudio.ui.theme import GRID

_NEW = -1


class Leftovers(QScrollArea):
    """A row each, with what can be done about it; hidden when there is none."""

    def __init__(self, draft: ClassDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._unknown: Mapping[int, ClassUse] = {}
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Merged classes and unknown values"))
        draft.changed.connect(self._show)
        self._show()

    def set_unknown(self, unknown: Mapping[int, ClassUse]) -> None:
        """By value."""
        self._unknown = unknown
        self._show()

    @property
    def open_values(self) -> list[int]:
        """Values that nothing was decided about yet."""
        table = self._draft.table
        known = {c.id for c in table.classes} | {a.id for a in table.aliases} | {table.ignore_index}
        return [value for value in sorted(self._unknown) if value not in known]

    def _show(self) -> None:
        table, values = self._draft.table, self.open_values
        page = QWidget()
        page.setObjectName("plain_page")
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        row = 0
        if values:
            row = self._head(grid, row, self.tr("Values in the labels that no class has"))
            for value in values:
                row = self._value(grid, row, value, table)
        if table.aliases:
            row = self._head(grid, row, self.tr("Merged and deleted"))
            for alias in table.aliases:
                row = self._alias(grid, row, alias, table)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, GRID, 0)
        column.addLayout(grid)
        column.addStretch(1)
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()  # not at once: one of its controls may be telling us of a choice
        self.setWidget(page)
        self.setVisible(row > 0)
        self.setMaximumHeight(min(8 + 34 * (row + 1), 190))

    def _head(self, grid: QGridLayout, row: int, text: str) -> int:
        label = QLabel(text, self)
        label.setProperty("title", True)
        grid.addWidget(label, row, 0, 1, 3)
        return row + 1

    def _value(self, grid: QGridLayout, row: int, value: int, table: ClassTable) -> int:
        use = self._unknown[value]
        name = QLabel(self.tr("Value {0}").format(value), self)
        where = QLabel(
            (self.tr("1 image") if use.images == 1 else self.tr("{0} images").format(grouped(use.images))),
            self,
        )
        where.setProperty("dim", True)
        choice = Select(self)
        choice.setAccessibleName(self.tr("What value {0} counts as").format(value))
        choice.setMinimumWidth(200)
        choice.addItem(self.tr("Choose…"), None)
        choice.addItem(self.tr("A class of its own"), _NEW)
        choice.addItem(self.tr("{0} (not counted)").format(table.ignore_name), table.ignore_index)
        for c in table.classes:
            choice.addItem(c.name, c.id)
        choice.activated.connect(lambda at: self._decide(value, choice.itemData(at)))
        grid.addWidget(name, row, 0)
        grid.addWidget(where, row, 1)
        grid.addWidget(choice, row, 2)
        return row + 1

    def _alias(self, grid: QGridLayout, row: int, alias: Alias, table: ClassTable) -> int:
        name = QLabel(alias.name, self)
        target = int(table.lookup[alias.id])
        if target == table.ignore_index:
            words = self.tr("is deleted: its pixels count as {0}").format(table.ignore_name)
        else:
            words = self.tr("counts as {0}").format(table.name_of(target))
        what = QLabel(words, self)
        what.setProperty("dim", True)
        back = QPushButton(self.tr("Restore"), self)
        back.setAutoDefault(False)
        back.setAccessibleName(self.tr("Restore {0}").format(alias.name))
        back.clicked.connect(partial(self._restore, alias.id))
        grid.addWidget(name, row, 0)
        grid.addWidget(what, row, 1)
        grid.addWidget(back, row, 2, Qt.AlignmentFlag.AlignRight)
        return row + 1

    def _decide(self, value: int, target: int | None) -> None:
        if target is None:
            return
        if target == _NEW:
            self._draft.edit(
                lambda table: class_edits.added(table, _free_name(table, value), class_id=value)
            )
        else:
            self._draft.edit(lambda table: class_edits.counted_as(table, value, target))

    def _restore(self, class_id: int, _clicked: bool = False) -> None:
        self._draft.edit(lambda table: class_edits.restored(table, class_id))


def _free_name(table: ClassTable, value: int) -> str:
    used = {c.name.casefold() for c in table.classes}
    name = f"class {value}"
    return name if name not in used else f"class {value} (2)"
