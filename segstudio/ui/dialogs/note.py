"""A note about one image or several."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from segstudio.core.numerals import grouped
from segstudio.ui.dialogs.form import FormDialog


class NoteDialog(FormDialog):
    """`text` is what stands there, `changed` whether that is another than before; Ctrl+Return takes it, Tab goes on to
    the buttons."""

    def __init__(self, about: str, before: Sequence[str], parent: QWidget | None = None) -> None:
        """`about`: the image's name, or how many there are. `before`: their different notes, '' where there is none;
        the field holds only one that all have."""
        tr = partial(QCoreApplication.translate, "NoteDialog")
        shared = len(before) == 1
        sentence = tr("About {0}; the image list can be filtered by notes.").format(about)
        if not shared:
            sentence += " " + tr("What you type is added to the note of each.")
        super().__init__(tr("Note"), sentence, tr("Keep"), parent)
        self._before = before[0] if shared else ""
        self.field = QPlainTextEdit(self._before, self)
        if not shared:
            self.field.setPlaceholderText(self._differing(sum(bool(note) for note in before)))
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

    @property
    def changed(self) -> bool:
        return self.text != self._before

    def _differing(self, count: int) -> str:
        notes = (
            self.tr("Only some have a note")
            if count == 1
            else self.tr("{0} different notes").format(grouped(count))
        )
        return self.tr("{0}; nothing changes unless you type").format(notes)
