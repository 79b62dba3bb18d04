"""No display, a dead display, missing libraries: each is a sentence, never Qt's abort."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from segstudio.core.errors import InputError
from segstudio.ui import preflight

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries of Linux")


def start(command: list[str], folder: Path, **display: str) -> subprocess.CompletedProcess[str]:
    kept = {
        k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    return subprocess.run(
        [sys.executable, "-m", "segstudio", *command],
        cwd=folder,
        env={**kept, **display},
        capture_output=True,
        text=True,
        check=False,
    )


def test_open_without_a_display_is_a_sentence_and_exit_code_2(tmp_path: Path) -> None:
    done = start(["open"], tmp_path)
    assert done.returncode == 2
    assert "There is no display" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_display_that_does_not_answer_is_named(tmp_path: Path) -> None:
    done = start(["open"], tmp_path, DISPLAY=":4711")
    assert done.returncode == 2
    assert ":4711" in done.stderr


def test_missing_libraries_are_named_as_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "_ON_X11", {"libnot-there.so.7": "libnot-there7"})
    monkeypatch.setattr(preflight, "_x_server_answers", lambda: True)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(InputError, match="apt-get install libnot-there7"):
        preflight.check()


def test_nothing_is_missing_where_the_tests_run() -> None:
    assert preflight.missing_packages(display=False) == []
