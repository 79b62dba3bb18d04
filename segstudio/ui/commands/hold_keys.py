"""A key held down hides the mask wherever the focus is; a text field keeps its letter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.key_bindings import KeyBindings

_ACTION = "view.hide_mask"


class HoldToHide(QObject):
    """The press is a shortcut, so that it obeys the rules of shortcuts; the release is listened for meanwhile."""

    def __init__(self, window: QMainWindow, canvas: CanvasView, bindings: KeyBindings) -> None:
        super().__init__(window)
        self._canvas = canvas
        self._bindings = bindings
        self._press = QShortcut(window)
        self._press.setAutoRepeat(False)
        self._press.activated.connect(self._hide)
        bindings.changed.connect(self._take_keys)
        self._take_keys()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.WindowDeactivate:
            self._show()  # nobody will tell when the key goes up
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and self._is_release(event):
            self._show()
        return False

    def _take_keys(self) -> None:
        self._keys = [QKeySequence(k) for k in self._bindings.keys(_ACTION)]
        self._press.setKeys(self._keys)

    def _is_release(self, event: QKeyEvent) -> bool:
        """Of the key itself; the modifiers beside it may have gone up before."""
        keys = [key[0].key() for key in self._keys]  # type: ignore[index]  # the stubs do not know it
        return Qt.Key(event.key()) in keys and not event.isAutoRepeat()

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
