"""What the progress bar of the command line says."""

from __future__ import annotations

import pytest

from segstudio.cli.console import BYTES, progress_bar


def test_a_bar_says_what_it_waits_for(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar("mine", BYTES) as report:
        report(0, 0, "Waiting for another")
    assert "Waiting" in capsys.readouterr().err
    with progress_bar("mine", BYTES) as report:
        report(7, 7, "Downloading")
    assert "Downloading" not in capsys.readouterr().err
