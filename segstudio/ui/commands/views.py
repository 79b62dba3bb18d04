"""Commands for how things are shown: style of the mask, minimap, history, display adjustments; remembered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from segstudio.core.settings import Settings
from segstudio.ui.action_book import ActionBook
from segstudio.ui.canvas.rendering.look import STYLES
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.canvas.widgets.minimap import Minimap
from segstudio.ui.window.docks import Docks

Handler = Callable[[bool], object]


class ViewCommands(QObject):
    """Made by the window; `minimap` is the one on its canvas."""

    def __init__(self, book: ActionBook, settings: Settings, canvas: CanvasView, docks: Docks) -> None:
        super().__init__(book)
        self._settings = settings
        self._canvas = canvas
        self._docks = docks
        self.minimap = Minimap(canvas)
        canvas.set_mask_style(settings.text("canvas.style"))
        self.minimap.set_wanted(settings.flag("canvas.minimap"))
        canvas.set_pen_pressure(settings.flag("pen.pressure"))
        book[f"view.style_{canvas.mask_style}"].setChecked(True)
        book["view.minimap"].setChecked(self.minimap.wanted)
        book["tool.pen_pressure"].setChecked(settings.flag("pen.pressure"))

    def handlers(self) -> dict[str, Handler]:
        """By action id."""
        table: dict[str, Handler] = {
            "view.minimap": self._set_minimap,
            "view.history": lambda _on: self._docks.toggle("history_dock"),
            "view.display": lambda _on: self._docks.toggle("display_dock"),
            "tool.pen_pressure": self._set_pressure,
        }
        return table | {f"view.style_{style}": self._chooser(style) for style in STYLES}

    def _chooser(self, style: str) -> Handler:
        def choose(_on: bool) -> None:
            self._canvas.set_mask_style(style)
            self._settings.set("canvas.style", style)

        return choose

    def _set_minimap(self, on: bool) -> None:
        self.minimap.set_wanted(on)
        self._settings.set("canvas.minimap", on)

    def _set_pressure(self, on: bool) -> None:
        self._canvas.set_pen_pressure(on)
        self._settings.set("pen.pressure", on)
