"""Every key on one sheet, as they are now."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from segstudio.ui.actions import ACTIONS, CANVAS_KEYS
from segstudio.ui.key_bindings import KeyBindings, native
from segstudio.ui.theme import GRID, PADDING


class ShortcutsDialog(QDialog):
    """Read only; two columns of sections. Ends with `CHANGE` when the person wants other keys."""

    CHANGE = 2

    def __init__(self, bindings: KeyBindings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(780, 640)
        heading = QLabel(self.tr("Keyboard shortcuts"), self)
        heading.setProperty("heading", True)
        columns = QHBoxLayout()
        columns.setSpacing(5 * GRID)
        for sections in _columns(bindings):
            columns.addLayout(self._column(sections), 1)
        page = QWidget(self)
        page.setObjectName("plain_page")
        page.setLayout(columns)
        columns.setContentsMargins(0, 0, 2 * PADDING, 0)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        change = QPushButton(self.tr("Change keys…"), self)
        change.setAutoDefault(False)
        change.clicked.connect(lambda: self.done(self.CHANGE))
        foot = QHBoxLayout()
        foot.addWidget(change)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(heading)
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    def _column(self, sections: list[tuple[str, list[tuple[str, str]]]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2 * GRID)
        for title, rows in sections:
            grid = QGridLayout()
            grid.setHorizontalSpacing(2 * GRID)
            grid.setVerticalSpacing(6)
            grid.setColumnStretch(0, 1)
            head = QLabel(title, self)
            head.setProperty("title", True)
            grid.addWidget(head, 0, 0, 1, 2)
            for row, (words, keys) in enumerate(rows, start=1):
                name = QLabel(words, self)
                name.setProperty("dim", True)
                hint = QLabel(keys, self)
                hint.setObjectName("key_hint")
                grid.addWidget(name, row, 0)
                grid.addWidget(hint, row, 1, Qt.AlignmentFlag.AlignRight)
            column.addLayout(grid)
        column.addStretch(1)
        return column


def _columns(bindings: KeyBindings) -> list[list[tuple[str, list[tuple[str, str]]]]]:
    """Sections by menu, in two columns of about equal length."""
    rows = [spec for spec in ACTIONS if bindings.keys(spec.id) and not spec.id.startswith("class.")]
    sections = [
        (_tr(menu), [(_tr(spec.title).rstrip("…"), native(bindings.keys(spec.id))) for spec in specs])
        for menu, specs in groupby(rows, key=lambda spec: spec.menu)
    ]
    sections.append(
        (_tr("Classes"), [(_tr("Class 1–9"), "1 … 9"), (_tr("Class 10–19"), f"{_native('Shift')}0 … 9")])
    )
    sections.append((_tr("Canvas"), [(_tr(words), _tr(keys)) for words, keys in CANVAS_KEYS]))
    half = sum(len(entries) + 2 for _title, entries in sections) / 2
    left: list[tuple[str, list[tuple[str, str]]]] = []
    right: list[tuple[str, list[tuple[str, str]]]] = []
    used = 0.0
    for section in sections:
        (left if used < half else right).append(section)
        used += len(section[1]) + 2
    return [left, right]


def _native(modifier: str) -> str:
    return QKeySequence(f"{modifier}+A").toString(QKeySequence.SequenceFormat.NativeText)[:-1]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
