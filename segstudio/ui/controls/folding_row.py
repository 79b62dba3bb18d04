"""A row of controls that never clips: what does not fit moves, with its label, behind a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from segstudio.ui.icons import icon
from segstudio.ui.theme import GRID, ICON, PADDING

_MOST_TRIES = 3


@dataclass(frozen=True, slots=True)
class RowItem:
    """A control and the word that names it ('' for one that speaks for itself). `kept`: only hidden when it is not
    shown any more, not deleted."""

    control: QWidget
    label: str = ""
    kept: bool = False
    tighten: Callable[[bool], None] | None = None
    """Makes the control do with less room, or not; before any is folded all do."""


class FoldingRow(QWidget):
    """Items from the left; those from the first that does not fit on stand in a popover."""

    def __init__(self, more_text: str, parent: QWidget | None = None) -> None:
        """`more_text`: tooltip and name of the button that opens the popover."""
        super().__init__(parent)
        self._items: list[RowItem] = []
        self._labels: list[QLabel] = []
        self._folded = -1
        self._loose = 0  # how wide the items are while none is tightened
        self._folding = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self._row.setSizeConstraint(
            QHBoxLayout.SizeConstraint.SetNoConstraint
        )  # it may be narrower than its items
        self.more = QToolButton(self)
        self.more.setIcon(icon("mdi6.dots-horizontal"))
        self.more.setIconSize(QSize(ICON, ICON))
        self.more.setToolTip(more_text)
        self.more.setAccessibleName(more_text)
        self.more.clicked.connect(self._open)
        self.more.hide()
        self._popover = QFrame(self, Qt.WindowType.Popup)
        self._popover.setObjectName("popover")
        self._form = QFormLayout(self._popover)
        self._form.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        self._form.setSpacing(GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_items(self, items: Sequence[RowItem]) -> None:
        """Show these controls in place of the former."""
        self._popover.hide()
        self._empty_layouts()
        for item, label in zip(self._items, self._labels, strict=True):
            label.hide()
            label.deleteLater()
            item.control.hide()
            if not item.kept:
                item.control.deleteLater()
        self._items = list(items)
        self._labels = [QLabel(item.label, self) for item in items]
        for item, label in zip(self._items, self._labels, strict=True):
            label.setBuddy(item.control)
            item.control.setParent(self)
        self._folded = -1
        self._fold()

    @property
    def folded(self) -> int:
        """How many items stand in the popover."""
        return len(self._items) - max(self._folded, 0) if self._items else 0

    def minimumSizeHint(self) -> QSize:
        return QSize(self.more.sizeHint().width() if self._items else 0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """With nothing tightened or folded: what it wants does not depend on what it got."""
        return QSize(self._loose + GRID * len(self._items), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _widths(self) -> list[int]:
        """Of every item with its label."""
        widths = []
        for item, label in zip(self._items, self._labels, strict=True):
            own = max(item.control.sizeHint().width(), item.control.minimumWidth())
            own = min(own, item.control.maximumWidth())
            widths.append(own + (label.sizeHint().width() + GRID if item.label else 0))
        return widths

    def _fold(self) -> None:
        """Showing controls can resize the row, which asks for this again: then it begins anew, never amid itself."""
        if self._folding:
            return
        self._folding = True
        width = -1
        for _ in range(_MOST_TRIES):
            if width == self.width():
                break
            width = self.width()
            self._fold_once()
        self._folding = False

    def _fold_once(self) -> None:
        self._tighten(False)
        self._loose = sum(self._widths())
        if self._fitting() < len(self._items):
            self._tighten(True)
        fits = self._fitting()
        if fits == self._folded:
            return
        self._folded = fits
        self._popover.hide()
        self._empty_layouts()
        for number, (item, label) in enumerate(zip(self._items, self._labels, strict=True)):
            label.setVisible(bool(item.label))
            item.control.show()
            if number < fits:
                if item.label:
                    self._row.addWidget(label)
                self._row.addWidget(item.control)
            else:
                self._form.addRow(label, item.control)
        self.more.setVisible(fits < len(self._items))
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self._order_tabs(fits)

    def _order_tabs(self, fits: int) -> None:
        """Controls that came later are reached where they stand in the row."""
        before: QWidget = (
            self.more
        )  # Qt orders only what can take the focus; at the end it goes behind them again
        for item in self._items[:fits]:
            for widget in (item.control, *item.control.findChildren(QWidget)):
                takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
                if takes_tab and widget.window() is self.window():  # the list of a combo box is elsewhere
                    QWidget.setTabOrder(before, widget)
                    before = widget
        if before is not self.more:
            QWidget.setTabOrder(before, self.more)

    def _tighten(self, tight: bool) -> None:
        for item in self._items:
            if item.tighten is not None:
                item.tighten(tight)

    def _fitting(self) -> int:
        """How many items fit, the button for the rest counted in."""
        widths = [width + GRID for width in self._widths()]
        if sum(widths) <= self.width() + GRID:
            return len(widths)
        room = self.width() - self.more.sizeHint().width()
        count = 0
        for width in widths:
            room -= width
            if room < 0:
                break
            count += 1
        return count

    def _empty_layouts(self) -> None:
        while self._row.takeAt(0) is not None:
            pass
        while self._form.count():
            self._form.takeAt(0)
        for item, label in zip(self._items, self._labels, strict=True):
            label.setParent(self)
            item.control.setParent(self)

    def _open(self) -> None:
        self._popover.adjustSize()
        below = self.more.mapToGlobal(QPoint(0, self.more.height() + 2))
        self._popover.move(below)
        self._popover.show()
        self._items[self._folded].control.setFocus(Qt.FocusReason.PopupFocusReason)
