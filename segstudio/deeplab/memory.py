"""Telling when there is no memory left."""

from __future__ import annotations

import cv2
import torch

_FULL = (
    "out of memory",
    "can't allocate memory",
    "not enough memory",
    "insufficient memory",
    "status_alloc_failed",
    "unable to find a valid cudnn algorithm",
    "was unable to find an engine",
    "cudnn_status_internal_error",
)
"""What torch's allocators and CUDA's libraries say in a plain RuntimeError, and OpenCV, in lower case. A convolution for
whose workspace cuDNN finds no room says one of the last three."""

MAY_LACK_MEMORY = (RuntimeError, MemoryError, cv2.error)
"""What to catch before `is_out_of_memory` is asked."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether a device, or this machine, had no memory left."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError | cv2.error) and any(
        words in str(error).lower() for words in _FULL
    )
