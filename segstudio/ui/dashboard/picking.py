"""What charts have in common whose parts are picked with the pointer or the arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class PickingChart(QWidget):
    """Shows the focus, and lets go of what is picked when pointer or focus leave."""

    def let_go(self) -> None:
        """Nothing is picked any more."""

    def leaveEvent(self, event: QEvent) -> None:
        self.let_go()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.let_go()
        self.update()
