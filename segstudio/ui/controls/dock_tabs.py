"""The tabs of docks that share a place: reached by Tab while they are seen, and only then.

Qt keeps the tab bar of a place whose docks are hidden, outside the window, where it would take the focus unseen.
"""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QTabBar

_PLACED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show}


class DockTabs(QObject):
    """Follows the tab bars that Qt makes in a window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        for bar in window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._follow(bar)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            child = event.child()
            if isinstance(child, QTabBar):
                self._follow(child)
        elif event.type() in _PLACED and isinstance(watched, QTabBar):
            self._place(watched)
        return False

    def _follow(self, bar: QTabBar) -> None:
        bar.setAccessibleName(self.tr("Panels"))
        bar.setDrawBase(False)  # a white line in any theme
        bar.installEventFilter(self)
        self._place(bar)

    def _place(self, bar: QTabBar) -> None:
        seen = self._window.rect().intersects(bar.geometry())
        bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if seen else Qt.FocusPolicy.NoFocus)
