"""A few steps of training on a CUDA device. Skipped where there is none; needs no Qt."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from segstudio.core.classes import table_of
from segstudio.deeplab.runs.dataset import Augmentation
from segstudio.deeplab.runs.train_config import TrainConfig
from segstudio.deeplab.training import train
from segstudio.deeplab.weights import load_file
from tests.unit.deeplab.tiny_runs import log_of, tiny_run, write_pairs

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device here"),
]


@pytest.fixture
def config(tmp_path: Path) -> TrainConfig:
    """Four 64×64 pictures, a dark part and a bright one; every option of the loss as it is by default."""
    table = table_of(["dark", "bright"])
    labels = [np.zeros((64, 64), np.uint8) for _ in range(4)]
    for number, label in enumerate(labels):
        label[:, 16 + 8 * number :] = 1
    source = write_pairs(tmp_path, [(np.dstack([label * 180 + 20] * 3), label) for label in labels], table)
    return tiny_run(
        tmp_path / "run",
        source,
        table,
        validation=source,
        epochs=2,
        accumulate=2,
        augmentation=Augmentation(crop=(32, 32)),
        average_decay=TrainConfig.average_decay,
        adjust=0.5,
        bfloat16=TrainConfig.bfloat16,
        device="cuda",
    )


def losses(config: TrainConfig) -> list[float]:
    return [line["loss"] for line in log_of(config)]


def test_it_trains_validates_and_resumes(config: TrainConfig) -> None:
    result = train(config)
    assert (result.epochs, result.steps) == (2, 2)
    assert np.isfinite(losses(config)).all()
    assert result.best_miou is not None
    assert load_file(result.checkpoint).description.classes == config.classes
    assert train(dataclasses.replace(config, epochs=3)).steps == 3


def test_the_loss_is_that_of_the_cpu(config: TrainConfig, tmp_path: Path) -> None:
    plain = dataclasses.replace(config, bfloat16=False, frozen_norm=True, optimiser="sgd")
    other = dataclasses.replace(plain, out=tmp_path / "cpu", device="cpu")
    train(plain)
    train(other)
    np.testing.assert_allclose(losses(plain), losses(other), atol=5e-3)
