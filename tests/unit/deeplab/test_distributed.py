"""One step split in several ways is one step: accumulated batches, and processes that torchrun would start."""

from __future__ import annotations

import dataclasses
import json
import os
import pickle
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.errors import WorkError
from segstudio.core.label_png import write_label
from segstudio.deeplab.dataset import Augmentation, Source
from segstudio.deeplab.distributed import Team, joined, own_device
from segstudio.deeplab.model import DecoderLevel, ModelConfig
from segstudio.deeplab.run_folder import LAST, LOG
from segstudio.deeplab.train_config import TrainConfig
from segstudio.deeplab.training import train

TABLE = ClassTable(table_of(["ground", "box", "ball"]).classes, ignore_index=9)
PROCESS = """
import pickle, sys, torch
torch.set_num_threads(1)
from segstudio.deeplab.training import train
result = train(pickle.load(open(sys.argv[1], "rb")))
print(result.steps, result.best_miou)
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """Eight 32×32 pictures whose class shows in their colour; parts of them have no class."""
    folder = tmp_path_factory.mktemp("shapes")
    (folder / "images").mkdir()
    rng = np.random.default_rng(3)
    from PIL import Image

    for number in range(8):
        label = rng.integers(0, 3, (4, 4)).astype(np.uint8).repeat(8, 0).repeat(8, 1)
        image = np.stack([label * 100, 255 - label * 90, label * 20 + 60], -1).astype(np.uint8)
        label[: number * 3] = 9  # so that batches weigh differently
        Image.fromarray(image).save(folder / "images" / f"{number}.png")
        write_label(folder / "labels" / f"{number}.png", label, TABLE)
    return Source(folder / "images", folder / "labels")


@pytest.fixture
def whole(source: Source, tmp_path: Path) -> TrainConfig:
    """Four images a step in one batch; nothing in it that sees a batch as a whole."""
    return TrainConfig(
        out=tmp_path / "whole",
        classes=TABLE,
        sources=(source,),
        validation=source,
        model=ModelConfig(
            backbone="mobilenetv2_035",
            num_classes=3,
            context_channels=8,
            decoder=(DecoderLevel(4, 4, 8),),
            dropout=0.0,
        ),
        imagenet=False,
        epochs=2,
        batch_size=4,
        augmentation=Augmentation(crop=(32, 32), scale=(0.9, 1.2)),
        learning_rate=3e-3,
        warmup_steps=1,
        frozen_norm=True,
        class_balance=0.5,
        lovasz=0.0,
        average_decay=0.5,
        validate_every=1,
        bfloat16=False,
        optimiser="sgd",
    )


def curve(config: TrainConfig) -> list[list[float]]:
    entries = [json.loads(line) for line in (config.out / LOG).read_text("utf-8").splitlines()]
    return [[e["loss"], e["miou"]] for e in entries]


def weights(config: TrainConfig) -> dict[str, torch.Tensor]:
    saved: dict[str, torch.Tensor] = torch.load(config.out / LAST, weights_only=True)["average"]
    return saved


def assert_same_run(one: TrainConfig, other: TrainConfig) -> None:
    np.testing.assert_allclose(curve(one), curve(other), atol=2e-4)
    first, second = weights(one), weights(other)
    for key, value in first.items():
        assert torch.allclose(value, second[key], atol=2e-5, rtol=1e-3), key


def test_accumulated_batches_are_one_large_batch(whole: TrainConfig, tmp_path: Path) -> None:
    split = dataclasses.replace(whole, out=tmp_path / "split", batch_size=1, accumulate=4)
    assert train(whole).steps == train(split).steps == 4
    assert_same_run(whole, split)
    losses = [loss for loss, _ in curve(whole)]
    assert losses[0] != losses[1]


def test_two_processes_are_one_with_their_batches_together(whole: TrainConfig, tmp_path: Path) -> None:
    """Started as torchrun does it: by environment variables, with gloo on this machine alone."""
    team = dataclasses.replace(whole, out=tmp_path / "team", batch_size=2)
    (tmp_path / "config.pickle").write_bytes(pickle.dumps(team))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    common = {
        "MASTER_ADDR": "127.0.0.1",
        "MASTER_PORT": str(port),
        "WORLD_SIZE": "2",
        "GLOO_SOCKET_IFNAME": "lo",
    }
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", PROCESS, str(tmp_path / "config.pickle")],
            env={
                **os.environ,
                **common,
                "RANK": str(rank),
                "LOCAL_RANK": str(rank),
                "OMP_NUM_THREADS": "1",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for rank in range(2)
    ]
    train(whole)
    ended = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], ended
    assert ended[0][0] == ended[1][0], "both know the scores"
    assert_same_run(whole, team)


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


def test_a_team_that_does_not_come_together_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    for name in ("RANK", "MASTER_ADDR", "MASTER_PORT"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(WorkError, match="did not find each other"), joined("cpu"):
        pass
