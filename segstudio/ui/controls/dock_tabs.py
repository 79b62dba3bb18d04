"""The tabs of docks that share a place: reached by Tab while they are seen, and only then; they say the titles.

Qt keeps the tab bar of a place whose docks are hidden, outside the window, where it would take the focus unseen.
"""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

from segstudio.ui.controls.dock import Dock

_PLACED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class DockTabs(QObject):
    """Follows the tab bars that Qt makes in a window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._titles = QTimer(self, singleShot=True, interval=0)
        self._titles.timeout.connect(self._show_titles)
        for dock in window.findChildren(Dock):
            for told in (dock.topLevelChanged, dock.dockLocationChanged, dock.toggleViewAction().toggled):
                told.connect(lambda *_: self._titles.start())
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
        self._titles.start()

    def _show_titles(self) -> None:
        for dock in self._window.findChildren(Dock):
            dock.show_title(not any(_is_open(other) for other in self._window.tabifiedDockWidgets(dock)))


def _is_open(dock: QDockWidget) -> bool:
    """Also behind another tab."""
    return dock.toggleViewAction().isChecked()
