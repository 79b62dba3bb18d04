"""Telling the C library to keep what is freed: mapping memory anew for every buffer costs a page fault per 4 kB."""

from __future__ import annotations

import ctypes
import sys

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_MMAP_MAX = -1, -3, -4
_EVERYTHING = 2**31 - 1
_FRAME = 32 << 20
"""The most that glibc takes for M_MMAP_THRESHOLD: a view of 8 megapixels, four bytes each."""
_SPARE = 128 << 20


def keep_frames() -> bool:
    """Buffers as large as a window are reused; larger ones, whole images, still go back to the system.

    True where that worked (Linux with glibc). Without it a frame can take three times as long.
    """
    return _set(_M_MMAP_THRESHOLD, _FRAME) and _set(_M_TRIM_THRESHOLD, _SPARE)


def keep_everything() -> bool:
    """Buffers of any size are reused: for training, whose steps all need the same. True where that worked.

    The page faults of its feature maps cost a third of a step on a CPU.
    """
    return _set(_M_MMAP_MAX, 0) and _set(_M_TRIM_THRESHOLD, _EVERYTHING)


def _set(what: int, value: int) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        return bool(ctypes.CDLL(None).mallopt(what, value))
    except (OSError, AttributeError):  # another C library
        return False
