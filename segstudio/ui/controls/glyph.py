"""One icon as a widget, in a colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from segstudio.ui.icons import draw_glyph, glyph
from segstudio.ui.theme import theme, tokens


class Glyph(QWidget):
    """`name` as in `icons.icon`, `role` a colour token."""

    def __init__(
        self, name: str, role: str = "text", size: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._character = glyph(name)
        self._role = role
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().changed.connect(self.update)

    def show_glyph(self, name: str, role: str) -> None:
        self._character, self._role = glyph(name), role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = tokens().colour(self._role if self.isEnabled() else "dim")
        painter = QPainter(self)
        draw_glyph(painter, self.rect(), self._character, colour)
        painter.end()
