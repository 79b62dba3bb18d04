"""Freed buffers are reused: filling a new one of the same size maps no page anew."""

from __future__ import annotations

import subprocess
import sys

import pytest

_FAULTS = """
import resource, sys
import numpy as np
from segstudio.core import allocator
if sys.argv[1] != "nothing":
    assert getattr(allocator, sys.argv[1])()
def fill(): np.ones(int(sys.argv[2]), np.uint8)
fill()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(50): fill()
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def _faults(how: str, size: int) -> int:
    done = subprocess.run(
        [sys.executable, "-c", _FAULTS, how, str(size)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's allocator only")
@pytest.mark.parametrize(("how", "size"), [("keep_frames", 20_000_000), ("keep_everything", 100_000_000)])
def test_what_was_freed_is_used_again(how: str, size: int) -> None:
    assert _faults(how, size) < 50 < _faults("nothing", 100_000_000)
