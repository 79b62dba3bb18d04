"""Return answers for the doubtful region that is looked at, wherever the focus is, unless what has the focus needs it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)

from segstudio.ui.dashboard.iou_bars import IouBars
from segstudio.ui.dashboard.picking import PickingChart
from segstudio.ui.panels.edit_panel import EditPanel

_NEED_RETURN = (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    EditPanel,
    IouBars,
    PickingChart,
)
_RETURN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ReturnKeepers(QObject):
    """While it watches, widgets that do something with Return keep it from the window's shortcuts."""

    def watch(self, on: bool) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            if on:
                app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _RETURN
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and isinstance(watched, _NEED_RETURN)
        ):
            event.accept()
            return True
        return False
