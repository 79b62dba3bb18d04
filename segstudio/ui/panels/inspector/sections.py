"""Parts of the panel: a title that teaches on hover, with content below; a table of words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from segstudio.ui.controls.literal import literal_tip
from segstudio.ui.dashboard.painting import face
from segstudio.ui.theme import tabular

_SMALL = 12


class Section(QWidget):
    """A hairline, a title, and whatever is added below."""

    def __init__(self, title: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QFrame(self)
        line.setProperty("hairline", True)
        line.setFixedHeight(1)
        self.title = QLabel(title, self)
        self.title.setProperty("title", True)
        self.title.setToolTip(literal_tip(tip))
        self.setAccessibleName(title)
        self.setAccessibleDescription(tip)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 6)
        self._column.setSpacing(6)
        self._column.addWidget(line)
        self._column.addWidget(self.title)

    def add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)


def words_label(parent: QWidget, *, dim: bool = False) -> QLabel:
    """Plain text of several lines that can be selected and copied."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("dim", dim)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFont(tabular(label.font()))
    return label


class WordTable(QWidget):
    """Rows of words; the first column at the left, numbers at the right. A row of one word is a heading of its own."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[tuple[str, ...], ...] = ()
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        shown = tuple(rows)
        if shown == self.rows:
            return
        self.rows = shown
        self.setAccessibleDescription("; ".join(" ".join(row) for row in shown))
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        columns = max((len(row) for row in shown), default=1)
        for line, row in enumerate(shown):
            for column, words in enumerate(row):
                cell = self._cell(words, dim=line == 0 or len(row) == 1, first=column == 0)
                self._grid.addWidget(cell, line, column, 1, columns if len(row) == 1 else 1)

    def _cell(self, words: str, *, dim: bool, first: bool) -> QLabel:
        cell = QLabel(words, self)
        cell.setTextFormat(Qt.TextFormat.PlainText)
        cell.setFont(face(cell.font(), _SMALL))
        cell.setProperty("dim", dim)
        side = Qt.AlignmentFlag.AlignLeft if first else Qt.AlignmentFlag.AlignRight
        cell.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        return cell
