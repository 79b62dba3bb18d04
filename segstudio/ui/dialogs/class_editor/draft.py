"""A class table that is being edited: every change can be taken back, nothing holds before it is applied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError


class ClassDraft(QObject):
    """One table and those before it."""

    changed = Signal()
    refused = Signal(object)
    """A change was not possible; the sentence (a `str`) says why. Qt's own strings would forget how it was put
    together, and so its translation."""

    def __init__(self, table: ClassTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = [table]

    @property
    def table(self) -> ClassTable:
        return self._steps[-1]

    @property
    def steps(self) -> tuple[ClassTable, ...]:
        """All tables, the first and the latest too."""
        return tuple(self._steps)

    @property
    def original(self) -> ClassTable:
        return self._steps[0]

    @property
    def can_undo(self) -> bool:
        return len(self._steps) > 1

    def edit(self, change: Callable[[ClassTable], ClassTable]) -> bool:
        """Replace the table by what `change` makes of it; False, and `refused`, when it cannot be."""
        try:
            table = change(self.table)
        except InputError as error:
            self.refused.emit(str(error))
            return False
        if table != self.table:
            self._steps.append(table)
            self.changed.emit()
        return True

    def undo(self) -> None:
        if self.can_undo:
            self._steps.pop()
            self.changed.emit()
