"""Forgetting what was done and is kept nowhere: asked once, because it cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from segstudio.ui.controls.literal import shortened
from segstudio.ui.dialogs.form import FormDialog
from segstudio.ui.theme import tokens


class DiscardDialog(FormDialog):
    """Accepted: what was done shall be forgotten. Return and Escape keep it: both are pressed before they are read."""

    def __init__(self, question: str, sentence: str, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(question, sentence, tr("DiscardDialog", "Discard"), parent)
        self.primary.setProperty("primary", False)
        self.primary.setStyleSheet(f"color: {tokens().bad};")
        self.primary.setAutoDefault(False)
        self.foot.removeWidget(self.primary)
        self.foot.insertWidget(0, self.primary)  # apart from the safe one
        self.cancel.setText(tr("DiscardDialog", "Keep editing"))
        self.cancel.setProperty("primary", True)
        self.cancel.setDefault(True)
        self.cancel.setFocus()


def confirm_discard(name: str, parent: QWidget) -> bool:
    """True when the person wants the edits of the image `name` forgotten."""
    tr = QCoreApplication.translate
    dialog = DiscardDialog(
        tr("DiscardDialog", "Discard the edits of {0}?").format(shortened(name, 30)),
        tr("DiscardDialog", "The label goes back to what was saved last. This cannot be undone."),
        parent,
    )
    return dialog.exec() == QDialog.DialogCode.Accepted


def confirm_discard_draft(question: str, parent: QWidget) -> bool:
    """True when what was changed in the dialog `parent` shall be forgotten. `question`: of what it is about."""
    sentence = QCoreApplication.translate("DiscardDialog", "What you changed here is not applied yet.")
    return DiscardDialog(question, sentence, parent).exec() == QDialog.DialogCode.Accepted
