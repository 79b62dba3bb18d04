"""What every test shares: a home of its own, no display, the real data where it is, no thread left behind."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1" if "PYTEST_XDIST_WORKER" in os.environ else "2")

# No time limit per example: machines are noisy. In CI the examples are the same each time, elsewhere new ones.
settings.register_profile("segstudio", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("segstudio")
os.environ.setdefault(
    "OMP_WAIT_POLICY", "PASSIVE"
)  # as segstudio.deeplab does, also where a test imports torch first


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, journals and caches of a test never touch those of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("SEGSTUDIO_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real labelled images; skips where there is none."""
    named = os.environ.get("SEGSTUDIO_TEST_DATA")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"no real images: neither SEGSTUDIO_TEST_DATA nor {folder} is a folder")
    return folder


@pytest.fixture(scope="session")
def golden(data: Path) -> Path:
    """Label pairs with scores on which independent evaluators agree; skips where there are none."""
    folder = data.parent / "golden"
    if not folder.is_dir():
        pytest.skip(f"no agreed scores: {folder} is no folder")
    return folder


@pytest.fixture(autouse=True)
def no_thread_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that leaves a thread of ours running fails."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 10
    for thread in set(threading.enumerate()) - before:
        if thread.name.startswith("segstudio"):
            thread.join(max(deadline - time.monotonic(), 0))
            assert not thread.is_alive(), f"{request.node.nodeid} left the thread {thread.name} running"
