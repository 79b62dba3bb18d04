"""The canvas benchmark on an image that is small enough for a test."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from segstudio.bench import canvas
from segstudio.core.errors import InputError


def test_every_row_is_measured(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canvas, "SIDES", (512,))
    monkeypatch.setattr(canvas, "VARIANTS", (canvas.VARIANTS[0], canvas.VARIANTS[3]))
    monkeypatch.setattr(canvas, "MOVES", 6)
    monkeypatch.setattr(canvas, "WARM_UP", 1)
    monkeypatch.setattr(canvas, "ROUNDS", 1)
    monkeypatch.setattr(canvas, "napari_rows", lambda median: [])
    rows = {row.name: row for row in canvas.run(None, lambda *_: None)}
    moves = {f"canvas.move_ms.512{s}.{p}" for s in ("", ".c150") for p in ("median", "p95", "p99")}
    others = {f"canvas.{what}_ms.512" for what in ("undo", "fill", "class", "pan", "zoom", "switch")}
    assert rows.keys() == moves | others | {"canvas.memory_mb.512"}
    assert all(row.value > 0 for row in rows.values())


def test_without_napari_there_is_no_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SEGSTUDIO_NAPARI_PYTHON", raising=False)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert canvas.napari_rows(1.0) == []


def test_a_python_without_napari_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho no such module >&2\nexit 1\n")
    python.chmod(0o755)
    monkeypatch.setenv("SEGSTUDIO_NAPARI_PYTHON", str(python))
    with pytest.raises(InputError, match="no such module"):
        canvas.napari_rows(1.0)


def test_the_speedup_is_of_medians(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho napari says hello\necho '[20.0, 30.0, 40.0]'\n")
    python.chmod(0o755)
    monkeypatch.setenv("SEGSTUDIO_NAPARI_PYTHON", str(python))
    rows = {row.name: row for row in canvas.napari_rows(2.0)}
    assert rows["canvas.speedup_vs_napari"].value == 15.0
    assert rows["canvas.speedup_vs_napari"].passes
