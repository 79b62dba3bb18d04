"""A note about one image or several."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from segstudio.ui.dialogs.form import FormDialog


class NoteDialog(FormDialog):
    """`text` is what stands there; Ctrl+Return takes it, Tab goes on to the buttons."""

    def __init__(self, about: str, before: str, parent: QWidget | None = None) -> None:
        """`about`: the image's name, or how many there are."""
        super().__init__(
            QCoreApplication.translate("NoteDialog", "Note"),
            QCoreApplication.translate(
                "NoteDialog", "About {0}; the image list can be filtered by notes."
            ).format(about),
            QCoreApplication.translate("NoteDialog", "Keep"),
            parent,
        )
        self.field = QPlainTextEdit(before, self)
        self.field.setAccessibleName(self.tr("Note about {0}").format(about))
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(120)
        self.rows.addRow(self.field)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return alone begins a line."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        returned = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if returned and held == Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)

    @property
    def text(self) -> str:
        return self.field.toPlainText()
