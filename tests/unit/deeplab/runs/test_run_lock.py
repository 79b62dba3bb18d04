"""One training at a time in a run folder."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from segstudio.core.errors import InputError
from segstudio.deeplab.runs.dataset import Source
from segstudio.deeplab.runs.train_config import TrainConfig
from segstudio.deeplab.training import train
from tests.unit.deeplab.tiny_runs import log_of, three_epochs, write_shapes

PROCESS = """
import pickle, sys, torch
torch.set_num_threads(1)
from segstudio.deeplab.training import train

def wait(done, total, what):
    if what.startswith("Epoch"):
        print("at work", flush=True)
        sys.stdin.read()

train(pickle.load(open(sys.argv[1], "rb")), wait)
"""


@pytest.fixture
def config(tmp_path: Path) -> TrainConfig:
    (tmp_path / "shapes").mkdir()
    source: Source = write_shapes(tmp_path / "shapes")
    return three_epochs(tmp_path / "run", source)


@pytest.fixture
def at_work(config: TrainConfig, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that is in the middle of this training."""
    (tmp_path / "config.pickle").write_bytes(pickle.dumps(config))
    process = subprocess.Popen(
        [sys.executable, "-c", PROCESS, str(tmp_path / "config.pickle")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "at work\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_training_in_the_folder_is_refused_until_the_first_is_gone(
    config: TrainConfig, at_work: subprocess.Popen[str]
) -> None:
    """Killed, a training holds nothing."""
    with pytest.raises(InputError, match="Another training") as refused:
        train(config)
    assert str(config.out) in str(refused.value)
    assert log_of(config) == []
    at_work.kill()
    at_work.wait()
    assert train(config).epochs == 3


def test_a_training_that_failed_leaves_the_folder_free(config: TrainConfig) -> None:
    def broken(done: int, total: int, what: str) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        train(config, broken)
    assert train(config).epochs == 3
