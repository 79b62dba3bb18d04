"""Ctrl+C while `segstudio train` is at work, to a real process: what was trained is kept, and gone on from."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from segstudio.cli.stopping import stopped_by_signals

posix = pytest.mark.skipif(sys.platform == "win32", reason="a process is not sent Ctrl+C there")

IN_THE_THIRD_STEP = """
import sys
import segstudio.deeplab.training as training

loss, steps = training.segmentation_loss, []

def waiting(*values, **named):
    steps.append(1)
    if len(steps) == 3:
        print("in the third step", flush=True)
        sys.stdin.readline()
    return loss(*values, **named)

training.segmentation_loss = waiting
from segstudio.cli.app import main
main()
"""


@pytest.fixture
def words(shapes: Path, tmp_path: Path) -> list[str]:
    """A training of three epochs of two steps in tmp_path / 'run'."""
    given = [
        "train",
        shapes,
        "--out",
        tmp_path / "run",
        "--epochs",
        3,
        "--batch-size",
        2,
        "--crop",
        "32x32",
    ]
    given += ["--backbone", "mobilenetv2_035", "--no-imagenet", "--decoder", "4:8:16", "--channels", 8]
    return [str(word) for word in [*given, "--frozen-stride", 0, "--threads", 1]]


@pytest.fixture
def process(words: list[str]) -> Iterator[subprocess.Popen[str]]:
    """In its third step, which goes on when a line is written to it."""
    pipe = subprocess.PIPE
    started = subprocess.Popen(
        [sys.executable, "-c", IN_THE_THIRD_STEP, *words], stdin=pipe, stdout=pipe, stderr=pipe, text=True
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "in the third step\n"
    yield started
    started.kill()
    started.communicate()


def send(process: subprocess.Popen[str], number: signal.Signals) -> None:
    """Returns when the process has said that it has heard the first of its signals."""
    process.send_signal(number)
    assert process.stderr is not None
    assert any("again to end at once" in line for line in process.stderr)


def steps_kept(run: Path) -> int:
    return int(torch.load(run / "last.pt", weights_only=True)["step"])


def curve(run: Path) -> list[dict[str, object]]:
    """The log without what a clock measured."""
    lines = (run / "log.jsonl").read_text("utf-8").splitlines()
    return [{k: v for k, v in json.loads(line).items() if k != "seconds"} for line in lines]


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_ends_the_training_after_its_step_and_costs_nothing(  # type: ignore[no-untyped-def]  # run: see conftest
    run, words: list[str], process: subprocess.Popen[str], number: signal.Signals, tmp_path: Path
) -> None:
    send(process, number)
    _, err = process.communicate("\n")
    assert process.returncode == 130
    assert "Stopped" in err
    assert "Traceback" not in err
    assert steps_kept(tmp_path / "run") == 3, "in the middle of the second epoch"
    assert run(*words).code == 0
    words[words.index(str(tmp_path / "run"))] = str(tmp_path / "whole")
    assert run(*words).code == 0
    assert curve(tmp_path / "run") == curve(tmp_path / "whole")
    best = [tmp_path / name / "best.safetensors" for name in ("run", "whole")]
    assert best[0].read_bytes() == best[1].read_bytes()


@posix
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)])
def test_the_second_signal_ends_it_at_once(
    process: subprocess.Popen[str], number: signal.Signals, code: int, tmp_path: Path
) -> None:
    send(process, signal.SIGINT)
    process.send_signal(number)
    assert process.wait() == code, "while its step still waits for a line"
    _, err = process.communicate()
    assert "Traceback" not in err
    assert steps_kept(tmp_path / "run") == 2, "the epoch before"


def test_what_torchrun_passes_on_is_no_second_signal() -> None:
    before = signal.getsignal(signal.SIGINT)
    with stopped_by_signals(alone=False) as token:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGTERM)
        assert token.cancelled
    assert signal.getsignal(signal.SIGINT) is before
