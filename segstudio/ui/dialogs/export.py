"""Exporting labels: which format, into which folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from segstudio.formats.registry import FORMATS
from segstudio.ui.controls.select import Select
from segstudio.ui.dialogs.form import FolderField, FormDialog
from segstudio.ui.theme import GRID


class ExportDialog(FormDialog):
    """`format_id` and `path` are what was chosen; writing is the session's work, its progress the job panel's."""

    def __init__(self, start: Path, saved: int, unsaved: int, parent: QWidget | None = None) -> None:
        """`start`: folder beside which exports go. `saved`, `unsaved`: how many images have labels on disk, or edits
        that are not."""
        tr = partial(QCoreApplication.translate, "ExportDialog")
        sentence = tr("The saved labels of {0} images are written.").format(saved)
        if unsaved:
            sentence += " " + tr("Unsaved edits of {0} are saved first.").format(unsaved)
        super().__init__(tr("Export labels"), sentence, tr("Export"), parent)
        self._start = start
        self.format = Select(self)
        self.format.setAccessibleName(self.tr("Format"))
        for candidate in FORMATS:
            self.format.addItem(candidate.title, candidate.id)
        self._help = QLabel(self)
        self._help.setProperty("dim", True)
        self._help.setWordWrap(True)
        self.folder = FolderField(self.tr("Folder for the export"), self._folder_for(FORMATS[0].id), self)
        described = QVBoxLayout()
        described.setSpacing(GRID // 2)
        described.addWidget(self.format)
        described.addWidget(self._help)
        self.rows.addRow(self.tr("Format"), described)
        self.rows.addRow(self.tr("Folder"), self.folder)
        self.format.currentIndexChanged.connect(self._show_format)
        self.folder.field.textChanged.connect(self._check)
        self.primary.setEnabled(saved + unsaved > 0)
        self._enough = saved + unsaved > 0
        self._shown = FORMATS[0].id
        self._show_format(0)

    @property
    def format_id(self) -> str:
        return str(self.format.currentData())

    @property
    def path(self) -> Path:
        return self.folder.path

    def _show_format(self, row: int) -> None:
        self._help.setText(FORMATS[row].help)
        if self.folder.path == self._folder_for(self._shown):  # only a folder of ours follows the format
            self.folder.field.setText(str(self._folder_for(self.format_id)))
        self._shown = self.format_id

    def _folder_for(self, format_id: str) -> Path:
        return self._start / f"export-{format_id}"

    def _check(self) -> None:
        self.primary.setEnabled(self._enough and bool(self.folder.field.text().strip()))


class ReportDialog(FormDialog):
    """Where the evaluation goes: `path`."""

    def __init__(self, start: Path, parent: QWidget | None = None) -> None:
        tr = partial(QCoreApplication.translate, "ReportDialog")
        super().__init__(
            tr("Export report"),
            tr(
                "The predictions are compared with the saved labels of all images: HTML with pictures, CSV and JSON."
            ),
            tr("Export"),
            parent,
        )
        self.folder = FolderField(self.tr("Folder for the report"), start / "report", self)
        self.rows.addRow(self.tr("Folder"), self.folder)
        self.folder.field.textChanged.connect(lambda text: self.primary.setEnabled(bool(text.strip())))

    @property
    def path(self) -> Path:
        return self.folder.path
