"""Map torch's shared libraries before `import torch` does, with the interpreter let go of meanwhile.

An import holds the interpreter while the system maps and relocates half a gigabyte of libraries: a quarter of a second
in which a window stands still although the import runs in a worker thread. A call through ctypes does not hold it. The
import that follows finds the libraries mapped already. Imports no torch itself.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

_LIBRARIES = ("libtorch_global_deps.so", "libc10.so", "libtorch_cpu.so", "libtorch.so")
"""In the order in which torch itself loads them; those with Python inside are left to the import."""

_READ_AHEAD = ("libtorch_cpu.so", "libtorch_python.so")
"""What is mapped is read from the disk page by page where the import touches it, with the interpreter held: seconds,
after the system has forgotten it. So it is read in one go beforehand."""


def map_libraries() -> None:
    """Does nothing where torch is imported already, is not installed, or is built in another way."""
    if sys.platform != "linux" or "torch" in sys.modules:
        return
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return
    folder = Path(spec.origin).parent / "lib"
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.argtypes = [ctypes.c_char_p, ctypes.c_int]
    dlopen.restype = ctypes.c_void_p
    for name in _READ_AHEAD:
        _read_ahead(folder / name)
    for name in _LIBRARIES:
        if (folder / name).is_file():
            dlopen(os.fsencode(folder / name), os.RTLD_NOW)  # a failure is the import's to report


def _read_ahead(path: Path) -> None:
    """Ask the system for a whole file; it is not copied, and the interpreter is let go of."""
    try:
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_WILLNEED)
    except OSError:
        return  # the import tells
