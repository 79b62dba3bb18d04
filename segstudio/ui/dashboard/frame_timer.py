"""Many changes, one repaint: at most once per frame, and only while somebody can see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

FRAME_MS = 33
"""30 refreshes a second read as live; the brush itself repaints at its own pace."""


class FrameTimer(QObject):
    """Calls `refresh` once, a frame after the first `request`; while `widget` is hidden, when it is shown again."""

    def __init__(self, widget: QWidget, refresh: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._refresh = refresh
        self._stale = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.flush)
        widget.installEventFilter(self)

    def request(self) -> None:
        self._stale = True
        if self._widget.isVisible() and not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Refresh now if anything was requested and the widget can be seen."""
        if self._stale and self._widget.isVisible():
            self._timer.stop()
            self._stale = False
            self._refresh()

    def stop(self) -> None:
        self._timer.stop()
        self._stale = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._stale:
            self._timer.start()
        return super().eventFilter(watched, event)
