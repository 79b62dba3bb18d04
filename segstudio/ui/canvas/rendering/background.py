"""The canvas's own work off the GUI thread, its result back on it: overviews of pictures too large for one event."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable
from typing import TypeVar

from segstudio.engine.jobs import JobQueue
from segstudio.ui.job_bridge import JobBridge

Result = TypeVar("Result")
_log = logging.getLogger(__name__)

_WORKERS = 2


class Background:
    """For parts of a second. Make it on the GUI thread; after `close` nothing is delivered."""

    def __init__(self) -> None:
        self._bridge = JobBridge()
        self._queue: JobQueue | None = None

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[], None] | None = None,
        key: Hashable = None,
    ) -> None:
        """Call `done(work())`: the work in a thread, `done` in the event loop of this object's thread; `failed` where it
        raised, which is logged. What runs or waits under the same `key` is no longer wanted."""

        def over(error: Exception) -> None:
            _log.error("The canvas could not prepare what it shows", exc_info=error)
            if failed is not None:
                failed()

        if self._queue is None:
            self._queue = JobQueue("canvas", self._bridge.dispatch, _WORKERS)
        self._queue.submit("canvas", "Draw", lambda _context: work(), on_done=done, on_error=over, key=key)

    def close(self) -> None:
        """Deliver nothing any more and wait for what runs."""
        self._bridge.close()
        if self._queue is not None:
            self._queue.close()
