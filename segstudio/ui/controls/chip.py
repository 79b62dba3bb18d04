"""A filter that is at work, in words, with a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from segstudio.ui.icons import icon
from segstudio.ui.theme import tabular


class Chip(QFrame):
    """`dismissed` is emitted when a person ends it: with the button, or with Delete while the button has the focus."""

    dismissed = Signal()

    def __init__(self, close_tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self._text = self._note_text = ""
        self._label = QLabel(self)
        self._label.setFont(tabular(self._label.font()))
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.close_button = QToolButton(self)
        self.close_button.setIcon(icon("mdi6.close", "dim"))
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setFixedSize(22, 22)
        self.close_button.setToolTip(close_tip)
        self.close_button.setAccessibleName(close_tip)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.dismissed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(10, 4, 4, 4)
        self.row.setSpacing(4)
        self._note = QLabel(self)
        self._note.setProperty("dim", True)
        self._note.setFont(tabular(self._note.font()))
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._note.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._label)
        words.addWidget(self._note)
        self.row.addLayout(words, 1)
        self.row.addWidget(self.close_button)

    @property
    def text(self) -> str:
        return self._text

    @property
    def note(self) -> str:
        return self._note_text

    def set_text(self, text: str, note: str = "") -> None:
        """Cut to the room there is; the tooltip has all of it. `note`: a second, quieter line."""
        if (text, note) != (self._text, self._note_text):
            self._text, self._note_text = text, note
            whole = f"{text} · {note}" if note else text
            self.setToolTip(whole)
            self.setAccessibleName(whole)
            self._note.setText(note)
            self._note.setVisible(bool(note))
            self._elide()

    def text_width(self) -> int:
        """How wide the words are when none is cut."""
        return self._label.fontMetrics().horizontalAdvance(self._text) + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elide()

    def _elide(self) -> None:
        room = max(self._label.width(), 20)
        self._label.setText(
            self._label.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, room)
        )
