"""How much memory this process holds, or has held at most."""

from __future__ import annotations

from pathlib import Path

_STATUS = Path("/proc/self/status")
"""Tells of this process only; Linux hands `ru_maxrss` on to a child, with what its parent once held."""


def held_mb() -> float:
    """Now; the peak where the system tells no more."""
    return _of("VmRSS")


def peak_mb() -> float:
    """The most so far."""
    return _of("VmHWM")


def _of(field: str) -> float:
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text().splitlines() if line.startswith(field))
        return int(line.split()[1]) / 1024
    import resource  # not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
