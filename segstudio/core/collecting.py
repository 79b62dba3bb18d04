"""Imports without Python's cyclic garbage collector.

Modules make hundreds of thousands of objects that stay for good. The collector walks through all of them again and
again while they come, with the interpreter held: a tenth of the time until the window is there, and standstills of the
window while torch is imported. So it rests meanwhile, and what has come is set aside for good afterwards.
"""

from __future__ import annotations

import gc
from threading import Lock

_lock = Lock()
_resting = 0


def rest() -> None:
    """Stop collecting until as many calls of `resume` have come as of this. Any thread."""
    global _resting  # the collector is one for the process
    with _lock:
        _resting += 1
        gc.disable()


def resume() -> None:
    """Collect again, except through what there is now."""
    global _resting
    with _lock:
        _resting = max(0, _resting - 1)
        if not _resting:
            gc.freeze()
            gc.enable()
