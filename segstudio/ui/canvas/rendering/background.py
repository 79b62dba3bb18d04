"""Pure work off the GUI thread, its result back on it: for overviews of pictures that are too large for one event."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from segstudio.ui.job_bridge import JobBridge

Result = TypeVar("Result")


class Background:
    """Short-lived threads (parts of a second) for pure functions. Make it on the GUI thread; after `close` nothing is delivered."""

    def __init__(self) -> None:
        self._bridge = JobBridge()
        self._threads: list[threading.Thread] = []

    def run(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        """Call `done(work())`: the work in a thread, `done` in the event loop of this object's thread."""

        def body() -> None:
            result = work()
            self._bridge.dispatch(lambda: done(result))

        self._threads = [t for t in self._threads if t.is_alive()]
        thread = threading.Thread(target=body, name="segstudio canvas overview")
        self._threads.append(thread)
        thread.start()

    def close(self) -> None:
        """Deliver nothing any more and wait for what runs."""
        self._bridge.close()
        for thread in self._threads:
            thread.join()
        self._threads.clear()
