"""Memory: keeping large buffers instead of handing them back after every operation, and telling when there is none."""

from __future__ import annotations

import ctypes
import sys

import cv2
import torch

_FULL = (
    "out of memory",
    "can't allocate memory",
    "not enough memory",
    "insufficient memory",
    "status_alloc_failed",
    "unable to find a valid cudnn algorithm",
    "cudnn_status_internal_error",
)
"""What torch's allocators and CUDA's libraries say in a plain RuntimeError, and OpenCV, in lower case. cuDNN that finds
no room for its workspace says one of the last two."""

MAY_LACK_MEMORY = (RuntimeError, MemoryError, cv2.error)
"""What to catch before `is_out_of_memory` is asked."""

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


def is_out_of_memory(error: BaseException) -> bool:
    """Whether a device, or this machine, had no memory left."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError | cv2.error) and any(
        words in str(error).lower() for words in _FULL
    )
