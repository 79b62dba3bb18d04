"""Telling how far a long work is, and asking it to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable

from segstudio.core.errors import Cancelled

Progress = Callable[[int, int, str], None]
"""Called with (done, total, what is being done); `total` is 0 while it is unknown."""


class CancelToken:
    """Set by whoever no longer wants a result; looked at by whoever makes it. Thread-safe."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        self._event.set()

    @property
    def cancelled(self) -> bool:
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raises `Cancelled` once `cancel` was called."""
        if self._event.is_set():
            raise Cancelled
