"""Every key on one sheet, as they are now."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
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

from segstudio.ui.actions import ACTIONS, CANVAS_KEYS, SPECS
from segstudio.ui.dialogs.tab_order import tab_in_reading_order
from segstudio.ui.key_bindings import KeyBindings, native, normal
from segstudio.ui.theme import GRID, PADDING


class ShortcutsDialog(QDialog):
    """Read only; two columns of sections, as wide as their words; narrower, the words wrap and no key is ever cut off.
    Ends with `CHANGE` when the person wants other keys."""

    CHANGE = 2

    def __init__(self, bindings: KeyBindings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        heading = QLabel(self.tr("Keyboard shortcuts"), self)
        heading.setProperty("heading", True)
        columns = QHBoxLayout()
        columns.setSpacing(5 * GRID)
        for sections in _columns(bindings):
            columns.addLayout(self._column(sections), 1)
        page = QWidget(self)
        page.setObjectName("plain_page")
        page.setLayout(columns)
        columns.setContentsMargins(0, 0, PADDING, 0)
        scroll = QScrollArea(self)
        scroll.setAccessibleName(self.tr("Keys of all actions"))
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
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(heading)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        tab_in_reading_order(self)
        self._fit(page, columns, scroll)

    def _fit(self, page: QWidget, columns: QHBoxLayout, scroll: QScrollArea) -> None:
        """Wide enough for every line where the screen is, and never narrower than the keys and the longest word."""
        beside = scroll.verticalScrollBar().sizeHint().width()
        around = 6 * GRID  # the margins of the dialog
        words = [label for label in page.findChildren(QLabel) if label.property("dim")]
        wanted = page.sizeHint().width()
        for label in words:
            label.setWordWrap(True)
        columns.activate()  # the columns ask their rows anew
        scroll.setMinimumWidth(page.minimumSizeHint().width() + beside)
        screen = (self.parentWidget() or self).screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry().size()
        self.resize(min(wanted + beside + around, room.width()), min(720, room.height()))

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
                grid.addWidget(hint, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
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
        (_tr("Classes"), [*_classes(bindings, range(1, 10)), *_classes(bindings, range(10, 20))])
    )
    sections.append((_tr("Canvas"), [(_tr(row.words), _tr(row.shown)) for row in CANVAS_KEYS if row.shown]))
    half = sum(len(entries) + 2 for _title, entries in sections) / 2
    left: list[tuple[str, list[tuple[str, str]]]] = []
    right: list[tuple[str, list[tuple[str, str]]]] = []
    used = 0.0
    for section in sections:
        (left if used < half else right).append(section)
        used += len(section[1]) + 2
    return [left, right]


def _classes(bindings: KeyBindings, numbers: Iterable[int]) -> list[tuple[str, str]]:
    """Classes in one row as long as their keys are those of the table; one with other keys has its own, one without
    none."""
    rows = []
    for usual, run in groupby(
        numbers, lambda n: bindings.keys(f"class.{n}") == normal(SPECS[f"class.{n}"].shortcuts)
    ):
        found = list(run)
        if usual and len(found) > 2:
            first, last = (native(bindings.keys(f"class.{n}")) for n in (found[0], found[-1]))
            rows.append((_tr("Class {0}–{1}").format(found[0], found[-1]), f"{first} … {last[-1]}"))
        else:
            keys = ((n, native(bindings.keys(f"class.{n}"))) for n in found)
            rows += [(_tr("Class {0}").format(n), text) for n, text in keys if text]
    return rows


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
