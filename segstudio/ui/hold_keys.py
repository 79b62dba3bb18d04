"""H held down hides the mask wherever the focus is; a text field keeps its letter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTextEdit,
)

from segstudio.ui.canvas.view import CanvasView

_TEXT = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit)


class HoldToHide(QObject):
    """Filters the events of the application while the window lives. The canvas does the same for itself while it
    has the focus."""

    def __init__(self, window: QMainWindow, canvas: CanvasView) -> None:
        super().__init__(window)
        self._window = window
        self._canvas = canvas
        self._held = False
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.WindowDeactivate and self._held:
            self._hide(False)  # nobody will tell when the key goes up
        if kind not in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease} or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_H or event.isAutoRepeat():
            return False
        if kind == QEvent.Type.KeyRelease:
            if self._held:
                self._hide(False)
        elif self._applies(event):
            self._hide(True)
            return True
        return False

    def _applies(self, event: QKeyEvent) -> bool:
        focus = QApplication.focusWidget()
        if focus is None or focus is self._canvas or isinstance(focus, _TEXT):
            return False
        return not event.modifiers() and focus.window() is self._window and self._canvas.isVisible()

    def _hide(self, hidden: bool) -> None:
        self._held = hidden
        self._canvas.set_mask_hidden(hidden)
