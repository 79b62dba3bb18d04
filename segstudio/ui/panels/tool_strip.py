"""The column of tools at the left edge: one button for tools that are alike, which opens to the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from segstudio.ui.action_book import ActionBook, tooltip
from segstudio.ui.hand_tools import SECTIONS
from segstudio.ui.theme import ICON, tokens
from segstudio.ui.tool_state import ToolState

_TIGHT = "QToolBar { spacing: 1px; padding: 2px 4px; } QToolButton { padding: 2px 5px; }"


class ToolStrip(QToolBar):
    """The buttons, with undo and redo at the foot. In a low window they stand closer, so that all stay in reach."""

    def __init__(self, actions: ActionBook, tools: ToolState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tool_strip")
        self.setWindowTitle(self.tr("Tools"))
        self.setAccessibleName(self.tr("Tools"))
        self.setMovable(False)
        self.setOrientation(Qt.Orientation.Vertical)
        self.setIconSize(QSize(ICON, ICON))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions = actions
        self._slots: dict[str, ToolSlot] = {}
        for number, section in enumerate(SECTIONS):
            if number:
                self.addSeparator()
            for tool_ids in section.slots:
                slot = ToolSlot(actions, tool_ids, self)
                self.addWidget(slot)
                self._slots |= dict.fromkeys(tool_ids, slot)
        spring = QWidget(self)
        spring.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.addWidget(spring)
        for action_id in ("edit.undo", "edit.redo"):
            self.addAction(actions[action_id])
            button = self.widgetForAction(actions[action_id])
            button.setAccessibleName(actions[action_id].text())
        tools.tool_changed.connect(self._show_tool)
        self._show_tool(tools.tool)
        self._wanted = 0
        """The height of the buttons at their usual distance."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = bool(self.styleSheet())
        if not tight:
            self._wanted = self.sizeHint().height()
        if tight != (self.height() < self._wanted):
            self.setStyleSheet("" if tight else _TIGHT)

    def slot(self, tool_id: str) -> ToolSlot:
        """The button behind which a tool stands. Raises KeyError for a tool that has none."""
        return self._slots[tool_id]

    def _show_tool(self, tool_id: str) -> None:
        self._slots[tool_id].show_tool(tool_id)
        self._actions[f"tool.{tool_id}"].setChecked(True)


class ToolSlot(QToolButton):
    """Shows the tool of its group that was used last; a long press, a right click or ↓ opens the others."""

    def __init__(self, actions: ActionBook, tool_ids: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self.tool_ids = tuple(tool_ids)
        self.setIconSize(QSize(ICON, ICON))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if len(self.tool_ids) > 1:
            menu = QMenu(self)
            menu.setToolTipsVisible(True)
            menu.addActions([actions[f"tool.{tool_id}"] for tool_id in self.tool_ids])
            self.setMenu(menu)
            self.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
        self.show_tool(self.tool_ids[0])
        actions.keys_changed.connect(lambda: self.show_tool(self._shown))

    def show_tool(self, tool_id: str) -> None:
        """Stand for this tool of the group."""
        self._shown = tool_id
        action = self._actions[f"tool.{tool_id}"]
        if self.defaultAction() is not None:
            self.removeAction(self.defaultAction())
        self.setDefaultAction(action)
        self.setAccessibleName(action.text())
        others = [self._actions[f"tool.{i}"].text() for i in self.tool_ids if i != tool_id]
        if others:
            more = self.tr("Hold or right-click for: {names}").format(names=", ".join(others))
            self.setToolTip(
                tooltip(action.text(), self._actions.key_text(f"tool.{tool_id}"), action.statusTip())
                + f"<div>{more}</div>"
            )

    def open(self) -> None:
        """Show the tools of the group beside the button."""
        if self.menu() is not None:
            self.menu().popup(self.mapToGlobal(QPoint(self.width() + 2, 0)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Right} and self.menu() is not None:
            self.open()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.menu() is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colour: QColor = tokens().colour("text" if self.isEnabled() else "dim")
        painter.setBrush(colour)
        right, foot = self.width() - 3.0, self.height() - 3.0
        painter.drawPolygon(
            QPolygonF([QPointF(right, foot), QPointF(right - 5, foot), QPointF(right, foot - 5)])
        )
        painter.end()
