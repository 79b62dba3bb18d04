"""A session without a window: run what it dispatches on the calling thread (scripts, benchmarks, tests)."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable


class Pump:
    """Stands in for an event loop: give it to `Session` as `dispatch`, and call `until`."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[Callable[[], None]] = queue.Queue()

    def __call__(self, function: Callable[[], None]) -> None:
        """Dispatch `function`, from any thread."""
        self._waiting.put(function)

    def until(self, condition: Callable[[], object], timeout: float = 30.0) -> None:
        """Run dispatched functions until `condition` holds. Raises TimeoutError after `timeout` seconds."""
        deadline = time.monotonic() + timeout
        while not condition():
            try:
                self._waiting.get(timeout=max(deadline - time.monotonic(), 0.001))()
            except queue.Empty:
                if time.monotonic() >= deadline:
                    raise TimeoutError(f"nothing more came in {timeout} s") from None

    def drain(self) -> None:
        """Run what has been dispatched so far."""
        while True:
            try:
                function = self._waiting.get_nowait()
            except queue.Empty:
                return
            function()
