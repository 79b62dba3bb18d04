"""Commands of the panel that looks inside the model."""

from __future__ import annotations

from collections.abc import Callable

from segstudio.ui.panels.inspector.panel import InspectorPanel
from segstudio.ui.window.docks import Docks

DOCK = "inspector_dock"


class InspectorCommands:
    """Shows the panel, and pins the pixel under the pointer in it."""

    def __init__(self, docks: Docks) -> None:
        self._docks = docks

    def handlers(self) -> dict[str, Callable[[bool], object]]:
        """By action id."""
        return {"model.inspect": lambda _on: self._docks.toggle(DOCK), "model.pin": lambda _on: self._pin()}

    def _pin(self) -> None:
        panel = self._docks.panel(DOCK, InspectorPanel)
        if not panel.seen:
            self._docks.show(DOCK)
        panel.toggle_pin()
