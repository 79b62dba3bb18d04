"""One step split in several ways is one step: accumulated batches, and processes that torchrun would start."""

from __future__ import annotations

import dataclasses
import os
import pickle
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import distributed as dist

from segstudio.core.errors import InputError, WorkError
from segstudio.deeplab.runs.dataset import Source
from segstudio.deeplab.runs.distributed import Team, joined, own_device
from segstudio.deeplab.runs.train_config import TrainConfig
from segstudio.deeplab.training import train
from tests.unit.deeplab.tiny_runs import Pair, log_of, state_of, tiny_run, write_pairs

PROCESS = """
import dataclasses, pickle, sys, torch
torch.set_num_threads(1)
from segstudio.core.errors import Cancelled
from segstudio.core.progress import CancelToken
from segstudio.deeplab.runs.distributed import joined
from segstudio.deeplab.training import train
whole = pickle.load(open(sys.argv[1], "rb"))
other = dataclasses.replace(whole, out=whole.out.with_name("resumed"))
with joined("cpu"):
    result = train(whole)
    token = CancelToken()
    def stop(done, total, what):
        if done == 3 and what.startswith("Epoch 2"):
            token.cancel()
    try:
        train(other, stop, token)
    except Cancelled:
        print("stopped")
    train(other)
    train(pickle.load(open(sys.argv[2], "rb")))
print(result.steps, result.best_miou)
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """Eight 32×32 pictures whose class shows in their colour; parts of them have no class."""
    rng = np.random.default_rng(3)

    def pair(number: int) -> Pair:
        label = rng.integers(0, 3, (4, 4)).astype(np.uint8).repeat(8, 0).repeat(8, 1)
        image = np.stack([label * 100, 255 - label * 90, label * 20 + 60], -1).astype(np.uint8)
        label[: number * 3] = 9  # so that batches weigh differently
        return image, label

    return write_pairs(tmp_path_factory.mktemp("shapes"), [pair(number) for number in range(8)])


@pytest.fixture
def whole(source: Source, tmp_path: Path) -> TrainConfig:
    """Four images a step in one batch; nothing in it that sees a batch as a whole."""
    return tiny_run(
        tmp_path / "whole",
        source,
        validation=source,
        epochs=2,
        batch_size=4,
        learning_rate=3e-3,
        frozen_norm=True,
        class_balance=0.5,
        lovasz=0.0,
        optimiser="sgd",
    )


def curve(config: TrainConfig) -> list[list[float]]:
    return [[entry["loss"], entry["miou"]] for entry in log_of(config)]


def assert_same_run(one: TrainConfig, other: TrainConfig) -> None:
    """But for rounding: the log has five digits, and SGD makes no more of it in a few steps."""
    np.testing.assert_allclose(curve(one), curve(other), atol=1.1e-5, rtol=0)
    first, second = state_of(one)["average"], state_of(other)["average"]
    for key, value in first.items():
        assert torch.allclose(value, second[key], atol=1e-6, rtol=0), key


def test_accumulated_batches_are_one_large_batch(whole: TrainConfig, tmp_path: Path) -> None:
    split = dataclasses.replace(whole, out=tmp_path / "split", batch_size=1, accumulate=4)
    assert train(whole).steps == train(split).steps == 4
    assert_same_run(whole, split)
    losses = [loss for loss, _ in curve(whole)]
    assert losses[0] != losses[1]


def run_by_two(*configs: TrainConfig) -> list[str]:
    """What each of two processes has printed. Started as torchrun does it, by the environment."""
    files = []
    for config in configs:
        files.append(config.out.with_suffix(".pickle"))
        files[-1].write_bytes(pickle.dumps(config))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    common = {
        "MASTER_ADDR": "127.0.0.1",
        "MASTER_PORT": str(port),
        "WORLD_SIZE": "2",
        "GLOO_SOCKET_IFNAME": "lo",
        "OMP_NUM_THREADS": "1",
    }
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", PROCESS, *map(str, files)],
            env={**os.environ, **common, "RANK": str(rank), "LOCAL_RANK": str(rank)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for rank in range(2)
    ]
    ended = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], ended
    return [out for out, _ in ended]


def assert_equal_run(one: TrainConfig, other: TrainConfig) -> None:
    """To the last bit."""
    assert curve(one) == curve(other)
    first, second = state_of(one), state_of(other)
    for state in ("model", "average"):
        for key, value in first[state].items():
            assert torch.equal(value, second[state][key]), key


def test_two_processes_stopped_in_an_epoch_or_replaced_by_one_end_the_same(
    whole: TrainConfig, tmp_path: Path
) -> None:
    """Stopped: with normalisation whose statistics differ between them. Replaced by one that accumulates two batches:
    with all that else sees the batches of one process, dropout and the Lovász loss; the sum of two gradients is one."""
    team = dataclasses.replace(whole, batch_size=2, frozen_norm=False)
    frozen = dataclasses.replace(
        team,
        out=tmp_path / "frozen",
        model=dataclasses.replace(whole.model, dropout=0.3),
        frozen_norm=True,
        lovasz=0.5,
        optimiser="adamw",
        epochs=6,
    )
    told = run_by_two(team, frozen)
    assert told[0] == told[1], "both stopped, and both know the scores"
    assert "stopped" in told[0]
    assert_equal_run(team, dataclasses.replace(team, out=tmp_path / "resumed"))
    alone = dataclasses.replace(frozen, out=tmp_path / "alone", accumulate=2)
    train(alone)
    assert_equal_run(frozen, alone)


def test_alone_a_team_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    team = Team()
    values = torch.arange(3.0)
    assert torch.equal(team.sum_(values), torch.arange(3.0))
    team.average_([values])
    team.share_([values])
    team.wait()
    assert team.main
    assert own_device("cuda") == "cuda"
    monkeypatch.setenv("LOCAL_RANK", "3")
    assert own_device("cuda") == "cuda:3"
    assert own_device("cpu") == "cpu"
    assert team.totals([0.1, 2.0], torch.device("cpu")) == [0.1, 2.0]


@pytest.mark.parametrize("device", ["cuda", "auto"])
def test_each_process_takes_its_gpu_before_the_first_message(
    monkeypatch: pytest.MonkeyPatch, device: str
) -> None:
    """As far as it shows without a GPU: what torch is asked for, and in which order."""
    asked: list[object] = []
    monkeypatch.setenv("WORLD_SIZE", "4")
    monkeypatch.setenv("LOCAL_RANK", "2")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 4)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda index: "GPU")
    monkeypatch.setattr(torch.cuda, "get_arch_list", lambda: ["sm_90"])
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda index: (9, 0))
    monkeypatch.setattr(torch.cuda, "set_device", asked.append)
    monkeypatch.setattr(dist, "init_process_group", asked.append)
    monkeypatch.setattr(dist, "get_rank", lambda: 2)
    monkeypatch.setattr(dist, "get_world_size", lambda: 4)
    monkeypatch.setattr(dist, "destroy_process_group", lambda: asked.append("left"))
    with joined(device) as team:
        assert (team.rank, team.size) == (2, 4)
        assert own_device(device) == "cuda:2"
    assert asked == [torch.device("cuda:2"), "nccl", "left"]


def test_without_a_gpu_auto_is_the_cpu_of_every_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCAL_RANK", "1")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert own_device("auto") == "cpu"


def test_one_gpu_for_all_processes_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCAL_RANK", "1")
    monkeypatch.setenv("LOCAL_WORLD_SIZE", "2")
    with pytest.raises(InputError, match="--device cuda"):
        own_device("cuda:0")


def test_a_team_that_does_not_come_together_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    for name in ("RANK", "MASTER_ADDR", "MASTER_PORT"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(WorkError, match="did not find each other"), joined("cpu"):
        pass
