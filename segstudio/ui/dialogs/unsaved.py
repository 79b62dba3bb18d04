"""Closing with unsaved work: the one question that cannot wait."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from segstudio.core.numerals import grouped
from segstudio.ui.controls.glyph import Glyph
from segstudio.ui.controls.literal import shortened
from segstudio.ui.theme import GRID

_LISTED = 4
_LONGEST = 36
"""A longer name does not fit a line."""


class Decision(Enum):
    """What to do with edits that are in no label file."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class UnsavedDialog(QDialog):
    """`decision` after `exec`; closing it in any other way is Cancel."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        """`names`: the images with unsaved edits."""
        super().__init__(parent)
        self.decision = Decision.CANCEL
        self.setWindowTitle(self.tr("Unsaved labels"))
        names = [shortened(name, _LONGEST) for name in names]
        count = len(names)
        title = QLabel(
            self.tr("Save the label of {0}?").format(names[0])
            if count == 1
            else self.tr("Save the labels of {0} images?").format(grouped(count)),
            self,
        )
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("title", True)
        title.setWordWrap(True)
        listed = ", ".join(names[:_LISTED]) + (
            self.tr(" and {0} more").format(grouped(count - _LISTED)) if count > _LISTED else ""
        )
        text = QLabel(
            (f"{listed}\n\n" if count > 1 else "")
            + self.tr("What you painted is lost when you discard it."),
            self,
        )
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setProperty("dim", True)
        text.setWordWrap(True)
        self.save = self._button(self.tr("Save all") if count > 1 else self.tr("Save"), Decision.SAVE)
        self.save.setProperty("primary", True)
        self.save.setDefault(True)
        self.discard = self._button(self.tr("Discard"), Decision.DISCARD)
        self.cancel = self._button(self.tr("Cancel"), Decision.CANCEL)
        words = QVBoxLayout()
        words.setSpacing(GRID)
        words.addWidget(title)
        words.addWidget(text)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(
            Glyph("mdi6.content-save-alert-outline", "warn", 28, self), 0, Qt.AlignmentFlag.AlignTop
        )
        head.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self.discard)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(3 * GRID)
        column.addLayout(head)
        column.addLayout(foot)
        self.setFixedWidth(420)

    def _button(self, words: str, decision: Decision) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(lambda: self._decide(decision))
        return button

    def _decide(self, decision: Decision) -> None:
        self.decision = decision
        self.accept() if decision is not Decision.CANCEL else self.reject()


def ask_about_unsaved(names: Sequence[str], parent: QWidget) -> Decision:
    """Ask, modally."""
    dialog = UnsavedDialog(names, parent)
    dialog.exec()
    return dialog.decision
