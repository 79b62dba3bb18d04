"""What the progress bar of the command line says."""

from __future__ import annotations

import pytest

from segstudio.cli.console import BYTES, counted, progress_bar


def test_a_bar_says_what_it_waits_for(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar("mine", BYTES) as report:
        report(0, 0, "Waiting for another")
    assert "Waiting" in capsys.readouterr().err
    with progress_bar("mine", BYTES) as report:
        report(7, 7, "Downloading")
    assert "Downloading" not in capsys.readouterr().err


def test_one_of_a_kind_is_no_plural() -> None:
    assert [counted(n, "mask") for n in (0, 1, 2)] == ["0 masks", "1 mask", "2 masks"]
    assert [counted(n, "class", "classes") for n in (1, 3)] == ["1 class", "3 classes"]
