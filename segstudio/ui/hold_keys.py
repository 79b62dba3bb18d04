"""H held down hides the mask wherever the focus is; a text field keeps its letter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from segstudio.ui.canvas.view import CanvasView


class HoldToHide(QObject):
    """The press is a shortcut, so that it obeys the rules of shortcuts; the release is listened for meanwhile."""

    def __init__(self, window: QMainWindow, canvas: CanvasView) -> None:
        super().__init__(window)
        self._canvas = canvas
        self._press = QShortcut(QKeySequence(Qt.Key.Key_H), window)
        self._press.setAutoRepeat(False)
        self._press.activated.connect(self._hide)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.WindowDeactivate:
            self._show()  # nobody will tell when the key goes up
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and _is_release(event):
            self._show()
        return False

    def _hide(self) -> None:
        app = QApplication.instance()
        if app is not None and self._canvas.isVisible():
            app.installEventFilter(self)
            self._canvas.set_mask_hidden(True)

    def _show(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._canvas.set_mask_hidden(False)


def _is_release(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_H and not event.isAutoRepeat()
