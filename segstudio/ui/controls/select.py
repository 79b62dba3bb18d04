"""A combo box with a chevron of our icons in place of the style's bevelled arrow."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from segstudio.ui.icons import draw_glyph, glyph
from segstudio.ui.theme import tokens

_SIZE = 16


class Select(QComboBox):
    """As QComboBox; the style sheet leaves its right end empty."""

    def setAccessibleName(self, name: str) -> None:
        """The list that it opens is called the same."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = QRect(self.width() - _SIZE - 6, (self.height() - _SIZE) // 2, _SIZE, _SIZE)
        painter = QPainter(self)
        draw_glyph(painter, place, glyph("mdi6.chevron-down"), tokens().colour("dim"))
        painter.end()
