"""Return and Escape in a field give the keys back to the canvas: Return keeps what was typed, Escape does not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

Field = QLineEdit | QSpinBox | QDoubleSpinBox


class LeaveFields(QObject):
    """Listens to the fields of a window. Tab goes on to the next control, as everywhere."""

    def __init__(self, fields: Sequence[Field], home: QWidget, parent: QObject) -> None:
        """`home`: who gets the focus."""
        super().__init__(parent)
        self._home = home
        for field in fields:
            self.watch(field)

    def watch(self, field: Field) -> None:
        """Listen to one more."""
        field.installEventFilter(self)
        if isinstance(field, QLineEdit):
            field.returnPressed.connect(self._home.setFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._restore(watched)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(
            watched, QSpinBox | QDoubleSpinBox
        ):
            watched.interpretText()
        else:
            return False
        self._home.setFocus()
        return True

    def _restore(self, field: QObject) -> None:
        if isinstance(field, QLineEdit):
            field.clear()
        elif isinstance(field, QSpinBox):
            field.setValue(field.value())  # writes the text anew
        elif isinstance(field, QDoubleSpinBox):
            field.setValue(field.value())
