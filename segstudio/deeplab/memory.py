"""Keeping large buffers instead of handing them back to the system after every operation."""

from __future__ import annotations

import ctypes
import sys

_M_TRIM_THRESHOLD, _M_MMAP_MAX = -1, -4
_KEEP_BYTES = 2**31 - 1


def keep_freed_memory() -> bool:
    """Tell glibc's allocator to reuse large freed blocks; True where that worked (Linux with glibc).

    By default each feature map of a training step is mapped from the system and returned to it, and the page
    faults cost a third of a step on a CPU.
    """
    if not sys.platform.startswith("linux"):
        return False
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):  # another C library
        return False
    return bool(mallopt(_M_MMAP_MAX, 0)) and bool(mallopt(_M_TRIM_THRESHOLD, _KEEP_BYTES))
