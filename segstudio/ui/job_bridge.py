"""Work comes back on the GUI thread: the engine's `dispatch`, made of a queued Qt signal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class JobBridge(QObject):
    """`bridge.dispatch(function)` runs the function in the event loop of the thread that made the bridge.

    Callable from any thread. After `close` nothing is delivered any more.
    """

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def dispatch(self, function: Callable[[], None]) -> None:
        if self._open:
            self._posted.emit(function)

    def close(self) -> None:
        self._open = False

    def _run(self, function: Callable[[], None]) -> None:
        if self._open:
            function()
