"""The window: seconds until it is there, and the longest time that it ever stands still.

Three rows, each from a process of its own on Qt's offscreen platform:

- `start.window_s`: from the start of the process (`segstudio open`) until the window has been painted; median of a
  few starts after one that fills the caches of the disk and of compiled modules
- `stall.loading_ms`: longest pause of the event loop while torch is imported and the model loads
- `stall.working_ms`: longest pause afterwards: predicting, painting, saving, scrolling through 5,000 thumbnails
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from segstudio.bench.registry import Row
from segstudio.core.errors import WorkError
from segstudio.core.progress import Progress

STARTS = 7
IMAGES = 5_000
RENDERED = 8
_SECONDS = 600
_WINDOW_S, _LOADING_MS, _WORKING_MS = 0.6, 600.0, 100.0


def run(data: Path | None, progress: Progress) -> list[Row]:
    """`data` is not needed: the images are rendered. Raises WorkError when the window does not come up."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = _environment(folder)
        starts = []
        for number in range(STARTS + 1):
            progress(number, STARTS + 2, "start the window")
            starts.append(_start(environment))
        progress(STARTS + 1, STARTS + 2, f"{IMAGES:,} images")
        images = _many_images(folder / "images")
        stalls = json.loads(
            _child(["segstudio.bench._stalls", str(images), str(folder / "state")], environment)
        )
        progress(STARTS + 2, STARTS + 2, "done")
    return [
        Row("start.window_s", statistics.median(starts[1:]), "s", _WINDOW_S),
        Row("stall.loading_ms", stalls["loading_ms"], "ms", _LOADING_MS),
        Row("stall.working_ms", stalls["working_ms"], "ms", _WORKING_MS),
    ]


def _environment(folder: Path) -> dict[str, str]:
    """No display, a home of its own, and compiled modules kept as they are between a person's starts."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SEGSTUDIO_HOME": str(folder / "home")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    return environment


def _start(environment: dict[str, str]) -> float:
    """Seconds. Both processes read the same monotonic clock."""
    begun = time.monotonic()
    return float(_child(["segstudio.bench._first_paint"], environment)) - begun


def _child(arguments: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        said = done.stderr.strip().splitlines()
        raise WorkError(f"The window did not come up ({said[-1] if said else done.returncode}).")
    return done.stdout.strip().splitlines()[-1]


def _many_images(folder: Path) -> Path:
    """A few rendered pictures under many names: links where the file system has them."""
    from segstudio.scenes.folder import (
        write_sample_folder,
    )  # here, not in the children: rendering is no start-up

    source = folder.parent / "rendered"
    write_sample_folder(source, images=RENDERED, labelled=0)
    pictures = sorted((source / "images").iterdir())
    folder.mkdir()
    for number in range(IMAGES):
        target = folder / f"image_{number:04d}.jpg"
        try:
            os.link(pictures[number % RENDERED], target)
        except OSError:
            shutil.copyfile(pictures[number % RENDERED], target)
    return folder
