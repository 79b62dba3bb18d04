"""`segstudio open` without the parser: only where the parser would do the same."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from segstudio.cli.quick import open_at_once
from segstudio.core.errors import WorkError
from segstudio.ui import app


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Folders that a window was asked for; it ends with the code 7."""
    asked: list[Path | None] = []

    def run(folder: Path | None = None) -> int:
        asked.append(folder)
        return 7

    monkeypatch.setattr(app, "run", run)
    return asked


@pytest.mark.parametrize(("arguments", "folder"), [(["open"], None), (["open", "photos"], Path("photos"))])
def test_the_window_is_opened_and_its_code_handed_back(
    opened: list[Path | None], arguments: list[str], folder: Path | None
) -> None:
    assert open_at_once(arguments) == 7
    assert opened == [folder]
    assert gc.isenabled(), "the collector rests only until the window is there"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["predict", "photos"],
        ["open", "--help"],
        ["open", "photos", "--model", "none"],
        ["open", "a", "b"],
        ["-h"],
    ],
)
def test_everything_else_is_left_to_the_parser(opened: list[Path | None], arguments: list[str]) -> None:
    assert open_at_once(arguments) is None
    assert opened == []


def test_an_error_is_one_sentence_and_its_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(folder: Path | None = None) -> int:
        raise WorkError("There is no display.")

    monkeypatch.setattr(app, "run", refuse)
    assert open_at_once(["open"]) == WorkError.exit_code
    assert "There is no display." in capsys.readouterr().err
    assert gc.isenabled()
