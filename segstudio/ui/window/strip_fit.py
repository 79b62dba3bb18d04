"""How many words the strip above the canvas has: all of them wherever the tool in hand leaves the room."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from segstudio.ui.panels.tool_options import ToolOptions
from segstudio.ui.tool_state import ToolState


class StripFit(QObject):
    """Follows the tool; the window says when it has another width."""

    def __init__(self, strip: ToolOptions, tools: ToolState, window: QMainWindow) -> None:
        super().__init__(window)
        self._strip = strip
        self._window = window
        self._compact = False
        self._wanted = 0
        tools.tool_changed.connect(lambda _tool: self._measure())
        self._measure()

    def fit(self) -> None:
        """Fewer words where they would push options out of sight. Nothing is made anew while that stays as it is."""
        compact = self._wanted > self._window.width()
        if compact != self._compact:
            self._set(compact)

    def _measure(self) -> None:
        """What the strip wants with all words, for the options of this tool."""
        if self._compact:
            self._set(False)
        layout = self._strip.layout()
        if layout is not None:
            layout.invalidate()  # it hears of what stands in it with the next event only
        self._wanted = self._strip.sizeHint().width()
        self.fit()

    def _set(self, compact: bool) -> None:
        self._compact = compact
        self._strip.set_compact(compact)
