"""'Paint only over …': what every tool keeps to, behind one button that shows when anything is in force."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from segstudio.core.classes import ClassTable
from segstudio.ui.action_book import tooltip
from segstudio.ui.controls.check import Check
from segstudio.ui.controls.select import Select
from segstudio.ui.icons import icon
from segstudio.ui.theme import GRID, ICON, PADDING, tokens
from segstudio.ui.tool_state import ToolState

_DOT = 7


class ModifierButton(QToolButton):
    """Shows and sets the modifiers of `tools`; `set_table` names the classes."""

    def __init__(self, tools: ToolState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._table: ClassTable | None = None
        self.setIcon(icon("mdi6.filter-variant"))
        self.setIconSize(QSize(ICON, ICON))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Paint only over"))
        self.popover = QFrame(self, Qt.WindowType.Popup)
        self.popover.setObjectName("popover")
        self._build()
        self.clicked.connect(self.open)
        for signal in (tools.modifiers_changed, tools.locked_changed, tools.selection_changed):
            signal.connect(self._show)
        self._show()

    @property
    def active(self) -> bool:
        """Whether there are pixels that tools may not touch now."""
        return not self._tools.modifiers.free

    def set_table(self, table: ClassTable | None) -> None:
        """The classes to choose from; one that is gone is chosen no more."""
        self._table = table
        self.classes.clear()
        for c in table.classes if table is not None else ():
            self.classes.addItem(c.name, c.id)
        if table is not None:
            self.classes.addItem(table.ignore_name, table.ignore_index)
        if self.classes.findData(self._tools.only_class) < 0:
            self._tools.set_only_class(None)
        self._show()

    def open(self) -> None:
        self._show()
        self.popover.adjustSize()
        self.popover.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self.popover.show()
        self.over_class.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.active:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens().colour("accent"))
            painter.drawEllipse(self.width() - _DOT - 2, 2, _DOT, _DOT)
            painter.end()

    def _build(self) -> None:
        tools = self._tools
        title = QLabel(self.tr("Tools change only"), self.popover)
        title.setProperty("title", True)
        self.over_class = Check(self.tr("Pixels of the class"), self.popover)
        self.classes = Select(self.popover)
        self.classes.setAccessibleName(self.tr("The only class to paint over"))
        self.classes.setMinimumWidth(140)
        self.unlabelled = Check(self.tr("Pixels that nobody has reviewed"), self.popover)
        self.selection = Check(self.tr("Pixels inside the selection"), self.popover)
        self.locks = QLabel(self.popover)
        self.locks.setProperty("dim", True)
        self.unlock = QPushButton(self.tr("Unlock all"), self.popover)
        self.unlock.setProperty("link", True)
        self.unlock.clicked.connect(lambda: tools.set_locked(()))
        self.over_class.toggled.connect(self._over_class)
        self.classes.activated.connect(lambda _index: self._over_class(True))
        self.unlabelled.toggled.connect(tools.set_only_unlabelled)
        self.selection.toggled.connect(tools.set_only_selection)
        grid = QGridLayout(self.popover)
        grid.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        grid.setSpacing(GRID)
        grid.addWidget(title, 0, 0, 1, 2)
        grid.addWidget(self.over_class, 1, 0)
        grid.addWidget(self.classes, 1, 1)
        grid.addWidget(self.unlabelled, 2, 0, 1, 2)
        grid.addWidget(self.selection, 3, 0, 1, 2)
        foot = QHBoxLayout()
        foot.addWidget(self.locks, 1)
        foot.addWidget(self.unlock)
        grid.addLayout(foot, 4, 0, 1, 2)

    def _over_class(self, on: bool) -> None:
        class_id = self.classes.currentData()
        self._tools.set_only_class(int(class_id) if on and class_id is not None else None)

    def _show(self) -> None:
        tools = self._tools
        for box, on in (
            (self.over_class, tools.only_class is not None),
            (self.unlabelled, tools.only_unlabelled),
            (self.selection, tools.only_selection),
        ):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        if tools.only_class is not None:
            self.classes.setCurrentIndex(self.classes.findData(tools.only_class))
        elif not self.popover.isVisible() and self.classes.findData(tools.class_id) >= 0:
            self.classes.setCurrentIndex(
                self.classes.findData(tools.class_id)
            )  # the one that is likely meant
        self.over_class.setEnabled(self.classes.count() > 0)
        self.locks.setText(self._locks_text(self.tr("Locked: {name}")))
        self.unlock.setVisible(bool(tools.locked))
        self.setToolTip(tooltip(self.tr("Paint only over …"), "", self.words))
        self.setAccessibleDescription(self.words)
        self.update()

    @property
    def words(self) -> str:
        """What is in force now, in one line."""
        tools, found = self._tools, []
        if tools.only_class is not None and self._table is not None:
            found.append(self.tr("only over {name}").format(name=self._table.name_of(tools.only_class)))
        if tools.only_unlabelled:
            found.append(self.tr("only what nobody has reviewed"))
        if tools.selection is not None and tools.only_selection:
            found.append(self.tr("only inside the selection"))
        if tools.locked:
            found.append(self._locks_text(self.tr("locked: {name}")))
        return (
            self.tr("In force: {what}").format(what="; ".join(found))
            if found
            else self.tr("Tools may change every pixel")
        )

    def _locks_text(self, of_one: str) -> str:
        locked, table = self._tools.locked, self._table
        if not locked:
            return self.tr("Locks are set in the class list")
        if len(locked) == 1 and table is not None:
            return of_one.format(name=table.name_of(next(iter(locked))))
        return self.tr("{n} classes are locked").format(n=len(locked))
