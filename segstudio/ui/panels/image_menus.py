"""The two menus beside the search field: how the image list is sorted, and which statuses it shows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from segstudio.engine.files.entries import Status
from segstudio.ui.icons import icon
from segstudio.ui.panels.image_delegate import status_word
from segstudio.ui.panels.image_rows import Order, Wanted
from segstudio.ui.theme import ROW


class SortButton(QToolButton):
    """`chosen(Order)`: a person wants this order."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self.tr("Sort")
        _dress(self, "mdi6.sort", self._title)
        words = {
            Order.NAME: (self.tr("Name"), ""),
            Order.WORST: (self.tr("Lowest mIoU first"), ""),
            Order.ERRORS: (self.tr("Most wrong pixels first"), ""),
            Order.UNCERTAINTY: (
                self.tr("Most uncertain first"),
                self.tr("By the mean of 1 − confidence of the model's stored prediction"),
            ),
            Order.DISAGREEMENT: (
                self.tr("Most disagreement first"),
                self.tr(
                    "By the share of pixels on which the model and the folder chosen under Compare differ"
                ),
            ),
            Order.STATUS: (self.tr("What needs work first"), ""),
            Order.NUMBER: (self.tr("Most pixels of the filter first"), ""),
        }
        menu = self.menu()
        menu.setToolTipsVisible(True)
        group = QActionGroup(menu)
        self.actions_by_order: dict[Order, QAction] = {}
        for order, (word, tip) in words.items():
            action = menu.addAction(word)
            action.setToolTip(tip or word)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, order=order: self.chosen.emit(order))
            self.actions_by_order[order] = action

    def show_order(self, order: Order, *, numbered: bool) -> None:
        """`numbered`: whether there is a filter whose pixels can be sorted by."""
        self.actions_by_order[Order.NUMBER].setVisible(numbered)
        self.actions_by_order[order].setChecked(True)
        self.setToolTip(f"{self._title}: {self.actions_by_order[order].text()}")
        self.setIcon(icon("mdi6.sort", "text" if order is Order.NAME else "accent"))


class FilterButton(QToolButton):
    """`chosen(frozenset[Status], frozenset[Wanted])`: a person wants to see these; empty sets are all."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _dress(self, "mdi6.filter-variant", self.tr("Filter by status and marks"))
        self._statuses = {status: self._option(status_word(status)) for status in Status}
        self.menu().addSeparator()
        words = {
            Wanted.FLAGGED: self.tr("Flagged"),
            Wanted.NOTED: self.tr("With a note"),
            Wanted.OPEN: self.tr("Not done"),
            Wanted.DONE: self.tr("Done"),
        }
        self._marks = {wanted: self._option(word) for wanted, word in words.items()}
        self.menu().addSeparator()
        self.menu().addAction(self.tr("Show all")).triggered.connect(
            lambda _on=False: self.chosen.emit(frozenset(), frozenset())
        )

    def show_filter(self, statuses: frozenset[Status], marks: frozenset[Wanted]) -> None:
        for status, action in self._statuses.items():
            action.setChecked(status in statuses)
        for wanted, action in self._marks.items():
            action.setChecked(wanted in marks)
        self.setIcon(icon("mdi6.filter-variant", "accent" if statuses or marks else "text"))

    def _option(self, word: str) -> QAction:
        action = self.menu().addAction(word)
        action.setCheckable(True)
        action.triggered.connect(lambda _on: self._choose())
        return action

    def _choose(self) -> None:
        self.chosen.emit(
            frozenset(status for status, action in self._statuses.items() if action.isChecked()),
            frozenset(wanted for wanted, action in self._marks.items() if action.isChecked()),
        )


def _dress(button: QToolButton, glyph: str, title: str) -> None:
    button.setIcon(icon(glyph))
    button.setIconSize(QSize(18, 18))
    button.setFixedSize(ROW, ROW)
    button.setToolTip(title)
    button.setAccessibleName(title)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
