"""The column of tools at the left edge; what a tool is, the table of tools says."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from segstudio.ui.actions import ActionBook
from segstudio.ui.hand_tools import HAND_TOOLS
from segstudio.ui.theme import ICON
from segstudio.ui.tool_state import ToolState

_SECTIONS = ({"brush", "eraser"}, {"restore", "confirm", "confirm_region"}, {"polygon", "fill"}, {"pick"})
"""Painting, the model's proposal, regions, looking: a hairline stands between them."""


class ToolStrip(QToolBar):
    """One checkable button a tool; undo and redo at the foot."""

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
        ids = [spec.id for spec in HAND_TOOLS]
        for number, section in enumerate(_SECTIONS):
            if number:
                self.addSeparator()
            for tool_id in (i for i in ids if i in section):
                self.addAction(actions[f"tool.{tool_id}"])
        for tool_id in (i for i in ids if not any(i in section for section in _SECTIONS)):
            self.addAction(actions[f"tool.{tool_id}"])
        spring = QWidget(self)
        spring.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.addWidget(spring)
        self.addAction(actions["edit.undo"])
        self.addAction(actions["edit.redo"])
        for action in self.actions():
            button = self.widgetForAction(action)
            if button is not None and not action.isSeparator() and button is not spring:
                button.setAccessibleName(action.text())
        tools.tool_changed.connect(self._show_tool)
        self._show_tool(tools.tool)

    def _show_tool(self, tool_id: str) -> None:
        self._actions[f"tool.{tool_id}"].setChecked(True)
