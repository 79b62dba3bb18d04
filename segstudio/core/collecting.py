"""Work that makes hundreds of thousands of objects, without Python's cyclic garbage collector.

The collector walks through all of them again and again while they come, with the interpreter held: a tenth of the time
until the window is there, a fifth of opening 100,000 images, and standstills of the window while torch is imported. So
it rests meanwhile. What imported modules made stays for good, and is set aside afterwards.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator
from threading import Lock


class _Collector:
    """One for the process, as Python's own is. Any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._resting = 0
        self._for_good = False

    def rest(self) -> None:
        """Stop collecting until as many calls of `resume` have come as of this."""
        with self._lock:
            self._resting += 1
            gc.disable()

    def resume(self, *, for_good: bool = True) -> None:
        """Collect again; where anybody says `for_good`, except through what there is now."""
        with self._lock:
            self._resting = max(0, self._resting - 1)
            self._for_good |= for_good
            if not self._resting:
                if self._for_good:
                    gc.freeze()
                self._for_good = False
                gc.enable()

    @contextlib.contextmanager
    def resting(self) -> Iterator[None]:
        """Rest while something is made that will not stay for good."""
        self.rest()
        try:
            yield
        finally:
            self.resume(for_good=False)


_collector = _Collector()
rest, resume, resting = _collector.rest, _collector.resume, _collector.resting
