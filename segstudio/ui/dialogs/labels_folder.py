"""Where labels go when the folder of images cannot be written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from segstudio.ui.controls.literal import shortened
from segstudio.ui.dialogs.form import FolderField, FormDialog


class LabelsFolderDialog(FormDialog):
    """Offers a place; `path` is what was chosen."""

    def __init__(
        self, images: Path, suggested: Path, writable: bool, parent: QWidget | None = None
    ) -> None:
        tr = partial(QCoreApplication.translate, "LabelsFolderDialog")
        sentence = (
            tr("Labels and their state are kept in this folder. What is unsaved is saved there.")
            if writable
            else tr(
                "{0} cannot be written. Labels are kept in another folder; the images stay where they are."
            )
        )
        super().__init__(
            tr("Labels folder"),
            sentence.format(shortened(images.name or str(images), 48)),
            tr("Use this folder"),
            parent,
        )
        self.folder = FolderField(self.tr("Labels folder"), suggested, self)
        self.rows.addRow(self.tr("Folder"), self.folder)
        self.folder.field.textChanged.connect(self._check)
        self._check()

    @property
    def path(self) -> Path:
        return self.folder.path

    def _check(self) -> None:
        self.primary.setEnabled(bool(self.folder.field.text().strip()))
