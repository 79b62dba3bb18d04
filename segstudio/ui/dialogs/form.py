"""The frame of our small forms: a heading, a sentence, rows, a primary button and Cancel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from segstudio.ui.dialogs.paths import ask_folder
from segstudio.ui.dialogs.tab_order import tab_in_reading_order
from segstudio.ui.theme import GRID


class FormDialog(QDialog):
    """Fill `rows`; `accepted` when the primary button is taken."""

    def __init__(self, title: str, sentence: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        heading = QLabel(title, self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        heading.setProperty("heading", True)
        text = QLabel(sentence, self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setProperty("dim", True)
        text.setWordWrap(True)
        self.rows = QFormLayout()
        self.rows.setHorizontalSpacing(2 * GRID)
        self.rows.setVerticalSpacing(GRID + 4)
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.primary = QPushButton(verb, self)
        self.primary.setProperty("primary", True)
        self.primary.setDefault(True)
        self.primary.clicked.connect(self.accept)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.foot = foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.primary)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addSpacing(GRID)
        column.addWidget(text)
        column.addSpacing(2 * GRID + 4)
        column.addLayout(self.rows, 1)
        column.addSpacing(3 * GRID)
        column.addLayout(foot)

    def setVisible(self, visible: bool) -> None:
        """The rows are there by now."""
        if visible and not self.isVisible():
            tab_in_reading_order(self)
        super().setVisible(visible)


class FolderField(QWidget):
    """A path and a button that browses for it."""

    def __init__(self, question: str, start: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.field = QLineEdit(str(start), self)
        self.field.setAccessibleName(question)
        self.browse = QPushButton(self.tr("Browse…"), self)
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.field, 1)
        row.addWidget(self.browse)

    @property
    def path(self) -> Path:
        """What stands there, ~ taken as the home folder."""
        return Path(self.field.text().strip()).expanduser()

    def _browse(self) -> None:
        near = self.path if self.path.is_dir() else self.path.parent
        chosen = ask_folder(self, self._question, near)
        if chosen is not None:
            self.field.setText(str(chosen))
