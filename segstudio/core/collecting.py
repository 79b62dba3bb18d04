"""Imports without Python's cyclic garbage collector.

Modules make hundreds of thousands of objects that stay for good. The collector walks through all of them again and
again while they come, with the interpreter held: a tenth of the time until the window is there, and standstills of the
window while torch is imported. So it rests meanwhile, and what has come is set aside for good afterwards.
"""

from __future__ import annotations

import gc
from threading import Lock


class _Collector:
    """One for the process, as Python's own is. Any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._resting = 0

    def rest(self) -> None:
        """Stop collecting until as many calls of `resume` have come as of this."""
        with self._lock:
            self._resting += 1
            gc.disable()

    def resume(self) -> None:
        """Collect again, except through what there is now."""
        with self._lock:
            self._resting = max(0, self._resting - 1)
            if not self._resting:
                gc.freeze()
                gc.enable()


_collector = _Collector()
rest, resume = _collector.rest, _collector.resume
