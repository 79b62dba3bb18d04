"""Exporting labels: which format, into which folder; what lies there already is said before it is replaced."""

from __future__ import annotations

import os
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from segstudio.core.numerals import grouped
from segstudio.formats.registry import FORMATS
from segstudio.ui.controls.select import Select
from segstudio.ui.dialogs.form import FolderField, FormDialog
from segstudio.ui.theme import GRID

_MANY = 1000
"""More files than this nobody needs counted."""


class _TargetDialog(FormDialog):
    """A form whose files go to `path`. A folder that holds files is asked about by the primary button's word."""

    def __init__(self, title: str, sentence: str, question: str, parent: QWidget | None = None) -> None:
        verb = QCoreApplication.translate("ExportDialog", "Export")
        super().__init__(title, sentence, verb, parent)
        self._verb = verb
        self._suggested = Path()
        self.folder = FolderField(question, Path(), self)
        self.warning = _dim_label(self)
        room = self.warning.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the buttons stay where they are while a path is typed
        self.warning.setSizePolicy(room)
        self.folder.field.textChanged.connect(self._check)

    @property
    def path(self) -> Path:
        return self.folder.path

    def add_target(self, suggested: Path) -> None:
        """The last row."""
        column = QVBoxLayout()
        column.setSpacing(GRID // 2)
        column.addWidget(self.folder)
        column.addWidget(self.warning)
        self.rows.addRow(self.tr("Folder"), column)
        self.suggest(suggested)

    def suggest(self, wanted: Path) -> None:
        """This folder, or the next free one like it, unless a person wrote another."""
        if self._suggested in {Path(), self.path}:
            self._suggested = free_folder(wanted)
            self.folder.field.setText(str(self._suggested))

    def may_write(self) -> bool:
        """Whether there is anything to write."""
        return True

    def _check(self, text: str) -> None:
        held = files_in(self.path) if text.strip() else 0
        self.primary.setEnabled(bool(text.strip()) and self.may_write())
        self.primary.setText(self.tr("Replace") if held else self._verb)
        self.warning.setVisible(held > 0)
        self.warning.setText(self._about(held))

    def _about(self, held: int) -> str:
        if held == 1:
            return self.tr("This folder holds 1 file; what has the same name is replaced.")
        files = self.tr("more than {0}").format(grouped(_MANY)) if held > _MANY else grouped(held)
        return self.tr("This folder holds {0} files; what has the same name is replaced.").format(files)


class ExportDialog(_TargetDialog):
    """`format_id` and `path` are what was chosen; writing is the session's work, its progress the job panel's."""

    def __init__(self, start: Path, saved: int, unsaved: int, parent: QWidget | None = None) -> None:
        """`start`: folder beside which exports go. `saved`, `unsaved`: how many images have labels on disk, or edits
        that are not; both are written."""
        tr = partial(QCoreApplication.translate, "ExportDialog")
        count = saved + unsaved
        sentence = tr("The saved labels of {0} images are written.").format(grouped(count))
        if count == 1:
            sentence = tr("The saved label of 1 image is written.")
        if unsaved:
            sentence += " " + tr("Unsaved edits of {0} are saved first.").format(grouped(unsaved))
        super().__init__(tr("Export labels"), sentence, tr("Folder for the export"), parent)
        self._start = start
        self._enough = saved + unsaved > 0
        self.format = Select(self)
        self.format.setAccessibleName(self.tr("Format"))
        for candidate in FORMATS:
            self.format.addItem(_of_format(candidate.title), candidate.id)
        self._help = _dim_label(self)
        described = QVBoxLayout()
        described.setSpacing(GRID // 2)
        described.addWidget(self.format)
        described.addWidget(self._help)
        self.rows.addRow(self.tr("Format"), described)
        self.add_target(self._folder_for(FORMATS[0].id))
        self.format.currentIndexChanged.connect(self._show_format)
        self._show_format(0)

    @property
    def format_id(self) -> str:
        return str(self.format.currentData())

    def may_write(self) -> bool:
        return self._enough

    def _show_format(self, row: int) -> None:
        self._help.setText(_of_format(FORMATS[row].help))
        self.suggest(self._folder_for(self.format_id))

    def _folder_for(self, format_id: str) -> Path:
        return self._start / f"export-{format_id}"


def _of_format(text: str) -> str:
    """Of the registry."""
    return QCoreApplication.translate("Formats", text)


class ReportDialog(_TargetDialog):
    """Where the evaluation goes: `path`."""

    def __init__(self, start: Path, parent: QWidget | None = None) -> None:
        tr = partial(QCoreApplication.translate, "ReportDialog")
        super().__init__(
            tr("Export report"),
            tr(
                "The predictions are compared with the saved labels of all images: HTML with pictures, CSV and JSON."
            ),
            tr("Folder for the report"),
            parent,
        )
        self.add_target(start / "report")


def free_folder(wanted: Path) -> Path:
    """`wanted` where nothing lies in it yet, else the first of `wanted`-2, -3 … that is free."""
    if not files_in(wanted):
        return wanted
    return next(
        place for number in count(2) if not files_in(place := wanted.with_name(f"{wanted.name}-{number}"))
    )


def files_in(folder: Path) -> int:
    """How many files lie in it and below, `_MANY` + 1 for more than that; 0 where there is no such folder."""
    if not folder.is_dir():
        return 0
    files = seen = 0
    for _place, folders, names in os.walk(folder):
        files, seen = files + len(names), seen + len(names) + len(folders)
        if seen > _MANY:  # a person is typing, and it may be the whole disk
            break
    return min(files, _MANY + 1)


def _dim_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("dim", True)
    label.setWordWrap(True)
    return label
