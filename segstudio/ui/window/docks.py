"""The panels around the canvas, one row each: where a panel stands, who makes it, whether it is seen at first.

To add a panel, write a function that makes it and a row in `DOCKS`; the window, View > Panels, 'Reset layout' and the
remembered arrangement follow from the table. A panel has `detach()`, which stops it listening to the session.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QTabWidget, QWidget

from segstudio.core.settings import Settings
from segstudio.engine.session import Session
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.controls.dock import Dock
from segstudio.ui.controls.dock_tabs import DockTabs
from segstudio.ui.dashboard.dashboard import Dashboard
from segstudio.ui.panels.classes import ClassPanel
from segstudio.ui.panels.display import DisplayPanel
from segstudio.ui.panels.history import HistoryPanel
from segstudio.ui.panels.images import ImagePanel
from segstudio.ui.tool_state import ToolState
from segstudio.ui.window.layout_state import LayoutState

_SIDE = 248
_VERSION = 1
"""Raised when arrangements of before can no longer be used. A new row needs no new version."""

LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea

P = TypeVar("P", bound=QWidget)


@dataclass(frozen=True)
class DockParts:
    """What panels are made of."""

    session: Session
    settings: Settings
    tools: ToolState
    canvas: CanvasView


@dataclass(frozen=True)
class DockSpec:
    """One panel. `name`: fixed, the arrangement is stored under it. `title`: in English, translated when shown.
    `shown`: whether it is seen at first. `tab_with`: the name of a row above whose place it shares. `width`: that the
    place gets when the panel is first seen, unless it is wider."""

    name: str
    title: str
    area: Qt.DockWidgetArea
    make: Callable[[DockParts, Dock], QWidget]
    shown: bool = True
    tab_with: str = ""
    width: int = 0


@runtime_checkable
class _Listener(Protocol):
    def detach(self) -> None: ...


def _images(parts: DockParts, dock: Dock) -> QWidget:
    panel = ImagePanel(parts.session, dock)
    panel.count_changed.connect(dock.set_note)
    return panel


def _classes(parts: DockParts, dock: Dock) -> QWidget:
    panel = ClassPanel(parts.session, parts.tools, parts.settings, dock)
    panel.count_changed.connect(dock.set_note)
    return panel


def _history(parts: DockParts, dock: Dock) -> QWidget:
    return HistoryPanel(parts.session, parts.canvas, dock)


def _display(parts: DockParts, dock: Dock) -> QWidget:
    return DisplayPanel(parts.session, parts.canvas, dock)


def _scores(parts: DockParts, dock: Dock) -> QWidget:
    return Dashboard(parts.session, parts.settings, dock)


def _inspector(parts: DockParts, dock: Dock) -> QWidget:
    from segstudio.ui.panels.inspector.panel import (
        InspectorPanel,  # hidden at first: it costs nothing until seen
    )

    panel = InspectorPanel(parts.session, parts.canvas, dock)
    panel.model_named.connect(dock.set_note)
    dock.visibilityChanged.connect(panel.set_seen)
    return panel


DOCKS: tuple[DockSpec, ...] = (
    DockSpec("images_dock", "Images", LEFT, _images),
    DockSpec("classes_dock", "Classes", RIGHT, _classes),
    DockSpec("history_dock", "History", RIGHT, _history, shown=False, tab_with="classes_dock"),
    DockSpec("display_dock", "Display", RIGHT, _display, shown=False, tab_with="classes_dock"),
    DockSpec("scores_dock", "Scores", BOTTOM, _scores),
    DockSpec("inspector_dock", "Model", RIGHT, _inspector, shown=False, tab_with="classes_dock", width=300),
)


class Docks:
    """The docks of a window. A panel that is hidden at first is made when it is first seen."""

    def __init__(
        self,
        window: QMainWindow,
        parts: DockParts,
        layout: LayoutState,
        specs: tuple[DockSpec, ...] = DOCKS,
    ) -> None:
        self._window = window
        self._parts = parts
        self._layout = layout
        self._specs = specs
        self._docks: dict[str, Dock] = {}
        self._panels: dict[str, QWidget] = {}
        self._covered: dict[str, Dock] = {}
        """By name of a panel the one that it came in front of."""
        for spec in specs:
            self._add(spec)
        self._first = QByteArray()
        DockTabs(window)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)

    @property
    def toggles(self) -> list[QAction]:
        """For View > Panels: shows and hides each."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def panel(self, name: str, kind: type[P]) -> P:
        """The panel with this name, made now if it was never seen. KeyError when there is no such row."""
        self._make(next(spec for spec in self._specs if spec.name == name))
        panel = self._panels[name]
        assert isinstance(panel, kind)
        return panel

    def dock(self, name: str) -> Dock:
        return self._docks[name]

    def show(self, name: str) -> None:
        """Bring it back and to the front of its tabs."""
        dock = self._docks[name]
        dock.show()  # first: only an open panel knows which others share its place
        before = [other for other in self._beside(dock) if _in_front(other)]
        if before:
            self._covered[name] = before[0]
        dock.raise_()

    def toggle(self, name: str) -> None:
        """Bring it to the front; when it is there, close it and bring back what it covered."""
        dock = self._docks[name]
        if not _in_front(dock):
            self.show(name)
            return
        before = self._covered.pop(name, None)
        comes_back = before is not None and before in self._beside(dock)
        if dock.isAncestorOf(self._window.focusWidget() or self._window):
            self._parts.canvas.setFocus()
        dock.close()
        if before is not None and comes_back:
            before.raise_()

    def keep_first(self) -> None:
        """The arrangement of now is what `reset` goes back to; call it when the tool bars stand as well."""
        self._set_sizes()
        self._first = self._window.saveState(_VERSION)

    def store(self) -> None:
        """Write the arrangement of now into the layout state (in memory)."""
        self._layout.docks = self._window.saveState(_VERSION)
        self._layout.known = list(self._docks)

    def restore(self) -> None:
        """The stored arrangement, or the first one; panels that it does not know yet take their first place."""
        if not self._window.restoreState(self._layout.docks, _VERSION):
            self._window.restoreState(self._first, _VERSION)
            self._set_sizes()
            return
        for spec in self._specs:
            if spec.name not in self._layout.known:
                self._place(spec)

    def hide(self) -> None:
        for dock in self._docks.values():
            dock.hide()

    def reset(self) -> None:
        """Every panel back to where it was at first."""
        for spec in self._specs:
            dock = self._docks[spec.name]
            dock.setFloating(False)
            dock.setVisible(spec.shown)
        if layout := self._window.layout():
            layout.activate()  # tabs go with their panels; Qt forgets them, where they stand, once it restores
        self._window.restoreState(self._first, _VERSION)
        self._set_sizes()

    def detach(self) -> None:
        """Stop listening to the session."""
        for panel in self._panels.values():
            if isinstance(panel, _Listener):
                panel.detach()

    def _add(self, spec: DockSpec) -> None:
        title = QCoreApplication.translate("Docks", spec.title)
        dock = self._docks[spec.name] = Dock(spec.name, title, self._window)
        if spec.shown:
            self._make(spec)
        else:
            dock.visibilityChanged.connect(lambda seen: self._make(spec) if seen else None)
        dock.toggleViewAction().triggered.connect(lambda on: dock.raise_() if on else None)
        self._place(spec)

    def _place(self, spec: DockSpec) -> None:
        dock = self._docks[spec.name]
        self._window.addDockWidget(spec.area, dock)
        if spec.tab_with:
            self._window.tabifyDockWidget(self._docks[spec.tab_with], dock)
        dock.setVisible(spec.shown)

    def _make(self, spec: DockSpec) -> None:
        if spec.name not in self._panels:
            dock = self._docks[spec.name]
            self._panels[spec.name] = panel = spec.make(self._parts, dock)
            dock.set_content(panel)
            if spec.width:
                QTimer.singleShot(0, dock, lambda: self._widen(dock, spec.width))  # once its place is known

    def _widen(self, dock: Dock, width: int) -> None:
        if dock.isVisible() and not dock.isFloating() and dock.width() < width:
            self._window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)

    def _beside(self, dock: Dock) -> list[Dock]:
        """The open panels that share its place."""
        tabs = self._window.tabifiedDockWidgets(dock)
        return [other for other in self._docks.values() if other in tabs and not other.isHidden()]

    def _set_sizes(self) -> None:
        sides = [self._docks[s.name] for s in self._specs if s.area in {LEFT, RIGHT} and s.shown]
        self._window.resizeDocks(sides, [_SIDE] * len(sides), Qt.Orientation.Horizontal)


def _in_front(dock: Dock) -> bool:
    """Whether it is seen: Qt keeps one that lies behind another tab 'visible', out of sight."""
    return dock.isVisible() and not dock.visibleRegion().isEmpty()
