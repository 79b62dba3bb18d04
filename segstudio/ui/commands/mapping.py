"""'Class mapping…': from the menu, and from the message that lists classes without a partner."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from segstudio.engine.session import Session
from segstudio.engine.views import MAP_CLASSES, Level, Message
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.window.banner import Banner, Remedy


class MappingCommands(QObject):
    """Made by the window; `handlers()` by action id."""

    def __init__(self, session: Session, canvas: CanvasView, banner: Banner, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._banner = banner
        self._parent = parent
        banner.set_remedy(MAP_CLASSES, Remedy(self.tr("Class mapping…"), self.choose))

    def handlers(self) -> dict[str, Callable[[bool], object]]:
        return {"model.mapping": lambda _on: self.choose()}

    def choose(self) -> None:
        """Ask which class is which, and apply it."""
        view = self._session.mapping.view()
        if view is None:
            text = self.tr("The model is not there yet. Its classes can be mapped when it is loaded.")
            self._session.message.emit(Message(Level.INFO, text))
            return
        from segstudio.ui.dialogs.class_mapping import ClassMappingDialog  # only when asked for

        self._canvas.finish_gesture()
        dialog = ClassMappingDialog(view, self._parent)
        if dialog.exec():
            self._banner.retract(lambda message: message.action == MAP_CLASSES)
            self._session.mapping.choose(dialog.chosen, view.model)
