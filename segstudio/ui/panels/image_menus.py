"""The two menus beside the search field: how the image list is sorted, and which statuses it shows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from segstudio.engine.entries import Status
from segstudio.ui.icons import icon
from segstudio.ui.panels.image_delegate import status_word
from segstudio.ui.panels.image_rows import Order
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


class StatusButton(QToolButton):
    """`chosen(frozenset[Status])`: a person wants to see these; an empty set is all."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _dress(self, "mdi6.filter-variant", self.tr("Filter by status"))
        menu = self.menu()
        for status in Status:
            action = menu.addAction(status_word(status))
            action.setCheckable(True)
            action.setData(status)
            action.triggered.connect(lambda _on: self._choose())
        menu.addSeparator()
        menu.addAction(self.tr("Show all")).triggered.connect(
            lambda _on=False: self.chosen.emit(frozenset())
        )

    def show_statuses(self, statuses: frozenset[Status]) -> None:
        for action in self.menu().actions():
            if action.isCheckable():
                action.setChecked(Status(action.data()) in statuses)
        self.setIcon(icon("mdi6.filter-variant", "accent" if statuses else "text"))

    def _choose(self) -> None:
        checked = [a for a in self.menu().actions() if a.isCheckable() and a.isChecked()]
        self.chosen.emit(frozenset(Status(a.data()) for a in checked))


def _dress(button: QToolButton, glyph: str, title: str) -> None:
    button.setIcon(icon(glyph))
    button.setIconSize(QSize(18, 18))
    button.setFixedSize(ROW, ROW)
    button.setToolTip(title)
    button.setAccessibleName(title)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
