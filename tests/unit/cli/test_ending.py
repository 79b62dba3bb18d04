"""How commands end: exit codes, sentences, and what they never load."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.label_png import write_label
from tests.unit.cli.conftest import Run, Sample

COMMANDS = ("demo", "open", "predict", "evaluate", "export", "train", "models", "bench")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    ended = run(command, "--help")
    assert ended.code == 0
    assert f"segstudio {command}" in ended.out


def test_help_lists_every_command_and_the_exit_codes(run: Run) -> None:
    ended = run("--help")
    assert ended.code == 0
    for command in COMMANDS:
        assert f" {command} " in ended.out
    assert "Exit code" in ended.out


@pytest.mark.parametrize(
    "words",
    [
        ["fly"],
        ["evaluate"],
        ["evaluate", "--pred", "x"],
        ["evaluate", "--pred", "x", "--truth", "y", "--colour", "z"],
        ["evaluate", "--pred", "x", "--truth", "y", "--ignore-index", "many"],
        ["evaluate", "--pred", "x", "--truth", "y", "--ignore-index", "256"],
        ["evaluate", "--pred", "no/such", "--truth", "no/such", "--classes", "voc"],
        ["predict", "no/such", "--out", "out"],
        ["predict", "x"],
        ["export", "no/such", "--format", "png", "--out", "out"],
        ["bench", "nothing"],
        ["bench", "metrics", "--data", "no/such"],
        ["--nonsense"],
    ],
)
def test_wrong_usage_and_wrong_input_are_2(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = run(*words)
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err.strip()
    assert "Traceback" not in ended.err


def test_without_a_command_it_helps(run: Run) -> None:
    ended = run()
    assert ended.code == 2
    assert "evaluate" in ended.out + ended.err


def test_version(run: Run) -> None:
    from segstudio import __version__

    ended = run("--version")
    assert (ended.code, ended.out) == (0, f"segstudio {__version__}\n")


def test_ctrl_c_is_130_and_a_sentence(run: Run, sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("segstudio.engine.evaluate.evaluate_folders", interrupted)
    ended = run("evaluate", "--pred", sample.predictions, "--truth", sample.labels)
    assert ended.code == 130
    assert "Stopped" in ended.err


def test_models_says_classes_sizes_and_licences(run: Run) -> None:
    ended = run("models", columns=80)
    assert ended.code == 0
    assert "deeplabv3_resnet50" in ended.out
    assert "CC BY-NC 4.0" in ended.out
    assert "on first use" in ended.out
    table = ended.out.split("\n\n")[0]
    assert max(len(line) for line in table.splitlines()) <= 80


def test_models_needs_no_window_and_no_torch(sample: Sample) -> None:
    """Qt and torch are made impossible to import; everything but the window, predict and train still works."""
    commands: list[list[object]] = [
        ["--help"],
        ["models"],
        [
            "evaluate",
            "--pred",
            sample.predictions,
            "--truth",
            sample.labels,
            "--html",
            sample.root / "r.html",
        ],
        ["export", sample.root, "--format", "coco", "--out", sample.root / "exported"],
        ["predict", "--help"],
        ["train", "--help"],
        ["bench", "--help"],
    ]
    script = (
        "import sys\n"
        "for name in ('PySide6', 'pyqtgraph', 'qtawesome', 'torch', 'torchvision', 'timm'):\n"
        "    sys.modules[name] = None\n"
        "from segstudio.cli.app import app\n"
        f"for words in {[list(map(str, c)) for c in commands]!r}:\n"
        "    code = app(words, standalone_mode=False)\n"
        "    assert not code, (words, code)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert (sample.root / "exported" / "annotations.json").exists()


@pytest.mark.parametrize(("wanted", "code"), [(0.1, 0), (1, 1)])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_stdout_can_be_closed_early(sample: Sample, wanted: float, code: int, unbuffered: str) -> None:
    """`segstudio evaluate … | head -1` ends without a word more, and with the exit code of the work."""
    command = [sys.executable, "-m", "segstudio", "evaluate", "--pred", str(sample.predictions)]
    process = subprocess.Popen(
        [*command, "--truth", str(sample.labels), "--fail-under", f"miou={wanted}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait() == code
    assert "Traceback" not in err
    assert "Exception ignored" not in err
    assert ("mIoU is" in err) == (code == 1)


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_from_the_start_are_no_failure(sample: Sample, closed: str) -> None:
    report = sample.root / "r.json"
    words = ["evaluate", "--pred", sample.predictions, "--truth", sample.labels, "--json", report]
    for more, code in (([], 0), (["--classes", "nonsense"], 2)):
        command = shlex.join([sys.executable, "-m", "segstudio", *map(str, words), *more])
        ended = subprocess.run(
            f"{command} {closed}", shell=True, capture_output=True, text=True, check=False
        )
        assert ended.returncode == code
        assert "Traceback" not in ended.stderr
        if closed == "2>&-":
            assert ("mIoU" in ended.stdout) == (code == 0)
    assert json.loads(report.read_text("utf-8")), "nothing of the output went into the file"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("words", [["--help"], ["--version"], ["models"], ["evaluate"]])
def test_a_full_disk_under_stdout_is_a_sentence_and_the_files_are_there(
    sample: Sample, words: list[str]
) -> None:
    report = sample.root / "r.json"
    if words == ["evaluate"]:
        given = [("--pred", sample.predictions), ("--truth", sample.labels), ("--json", report)]
        words = [*words, *(str(word) for pair in given for word in pair)]
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "segstudio", *words]
        buffered = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
        ended = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, env=buffered, text=True, check=False
        )
    assert ended.returncode == 1
    assert "No space left" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "Exception ignored" not in ended.stderr
    assert report.exists() == (len(words) > 1)


def test_colons_in_a_path_are_no_emoji(run: Run) -> None:
    assert ":x:" in run("evaluate", "--pred", "p", "--truth", "t", "--classes", "a:x:b").err


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_a_figure_that_does_not_exist_is_a_dash_in_every_encoding(sample: Sample, encoding: str) -> None:
    """Where there was no en dash it was a question mark."""
    for path in (*sample.labels.rglob("*.png"), *sample.predictions.rglob("*.png")):
        write_label(path, np.full((30, 40), 1, np.uint8), sample.table)
    words = ["evaluate", "--pred", str(sample.predictions), "--truth", str(sample.labels)]
    ended = subprocess.run(
        [sys.executable, "-m", "segstudio", *words],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding, "COLUMNS": "120"},
        check=False,
    )
    assert ended.returncode == 0
    printed = ended.stdout.decode(encoding)
    dash = "–" if encoding in ("utf-8", "cp1252") else "-"
    assert re.search(rf"sky[ |]+{dash} ", printed)
    assert "?" not in printed
