"""Acting on a modal dialog from inside its own event loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

D = TypeVar("D", bound=QDialog)


def in_dialog(kind: type[D], act: Callable[[D], None]) -> list[D]:
    """Act on the dialog that the next event of the window opens; it is left when `act` leaves it open."""
    seen: list[D] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        seen.append(dialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.done(QDialog.DialogCode.Rejected)

    QTimer.singleShot(0, look)
    return seen
