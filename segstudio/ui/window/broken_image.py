"""In place of the canvas: why an image cannot be shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from segstudio.ui.controls.glyph import Glyph
from segstudio.ui.controls.literal import wrapped
from segstudio.ui.theme import GRID, PADDING

_WIDTH = 520
_LINES = 6


class BrokenImage(QWidget):
    """The sentence that the session says, in the middle of an empty canvas."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("broken_image")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("This image cannot be shown"))
        self._sentence = ""
        title = QLabel(self.tr("This image cannot be shown"), self)
        title.setProperty("title", True)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addStretch(2)
        column.addWidget(
            Glyph("mdi6.image-broken-variant", "dim", 40, self), 0, Qt.AlignmentFlag.AlignHCenter
        )
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_sentence(self, sentence: str) -> None:
        self._sentence = sentence
        self.setAccessibleDescription(sentence)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = min(_WIDTH, self.width() - 4 * PADDING)
        self.words.setText(wrapped(self._sentence, self.words.font(), room, _LINES))
