"""Forgetting the edits of one image: asked once, because it cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from segstudio.ui.controls.literal import shortened
from segstudio.ui.dialogs.form import FormDialog


def confirm_discard(name: str, parent: QWidget) -> bool:
    """True when the person wants the edits of the image `name` forgotten."""
    tr = QCoreApplication.translate
    dialog = FormDialog(
        tr("DiscardDialog", "Discard the edits of {0}?").format(shortened(name, 30)),
        tr("DiscardDialog", "The label goes back to what was saved last. This cannot be undone."),
        tr("DiscardDialog", "Discard"),
        parent,
    )
    return dialog.exec() == QDialog.DialogCode.Accepted
