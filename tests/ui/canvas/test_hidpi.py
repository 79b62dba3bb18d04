"""Screens with more pixels than points: what is painted lies where the pointer was, sharp to the device pixel."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("hidpi_script.py")


@pytest.mark.parametrize("ratio", ["1", "1.5", "2"])
def test_every_density(ratio: str) -> None:
    """In a process of its own: the ratio is fixed when the application starts."""
    environment = {**os.environ, "QT_SCALE_FACTOR": ratio, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, str(SCRIPT), ratio], capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr[-1500:]
    assert done.stdout.strip().endswith("right")
