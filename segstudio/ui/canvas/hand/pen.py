"""The pen of a tablet: which end points, and how hard it presses. Qt sends every event of a pen again as one of a mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputDevice, QPointerEvent, QPointingDevice, QTabletEvent

_PRESSED = {QEvent.Type.TabletPress, QEvent.Type.TabletMove}


class Pen:
    """What the last events said. Another pointer, a mouse, paints with its full tip."""

    def __init__(self) -> None:
        self.turned = False
        """Whether the eraser end points."""
        self.pressure = 1.0
        """0 … 1."""
        self.by_pressure = False
        """Whether the pressure is looked at."""
        self._down = False

    def hear(self, event: QTabletEvent) -> None:
        self._down = event.type() in _PRESSED and bool(event.buttons())
        presses = event.device().hasCapability(QInputDevice.Capability.Pressure)
        self.pressure = event.pressure() if self.by_pressure and self._down and presses else 1.0
        self.turned = event.pointerType() == QPointingDevice.PointerType.Eraser

    def see(self, event: QPointerEvent) -> None:
        """Any other event: of the pen, or, as some systems send the pen's, of a mouse while the pen is down."""
        kind = event.pointingDevice().pointerType()
        if kind in {QPointingDevice.PointerType.Eraser, QPointingDevice.PointerType.Pen}:
            self.turned = kind == QPointingDevice.PointerType.Eraser
        elif not self._down:
            self.forget()

    def forget(self) -> None:
        """It is not over the canvas any more."""
        self.turned, self.pressure, self._down = False, 1.0, False
