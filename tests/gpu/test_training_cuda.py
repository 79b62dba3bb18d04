"""A few steps of training on a CUDA device. Skipped where there is none; needs no Qt."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from segstudio.core.classes import table_of
from segstudio.core.label_png import write_label
from segstudio.deeplab.model import DecoderLevel, ModelConfig
from segstudio.deeplab.runs.dataset import Augmentation, Source
from segstudio.deeplab.runs.train_config import TrainConfig
from segstudio.deeplab.training import LOG, train
from segstudio.deeplab.weights import load_file

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device here"),
]


@pytest.fixture
def config(tmp_path: Path) -> TrainConfig:
    """Four 64×64 pictures, a dark part and a bright one; every option of the loss as it is by default."""
    table = table_of(["dark", "bright"])
    (tmp_path / "images").mkdir()
    for number in range(4):
        label = np.zeros((64, 64), np.uint8)
        label[:, 16 + 8 * number :] = 1
        Image.fromarray(np.repeat((label * 180 + 20)[:, :, None], 3, 2)).save(
            tmp_path / "images" / f"{number}.png"
        )
        write_label(tmp_path / "labels" / f"{number}.png", label, table)
    source = Source(tmp_path / "images", tmp_path / "labels")
    return TrainConfig(
        out=tmp_path / "run",
        classes=table,
        sources=(source,),
        validation=source,
        model=ModelConfig(
            backbone="mobilenetv2_035",
            num_classes=2,
            context_channels=8,
            decoder=(DecoderLevel(4, 4, 8),),
            dropout=0.0,
        ),
        imagenet=False,
        epochs=2,
        batch_size=2,
        accumulate=2,
        augmentation=Augmentation(crop=(32, 32)),
        warmup_steps=1,
        validate_every=1,
        adjust=0.5,
        device="cuda",
    )


def losses(config: TrainConfig) -> list[float]:
    return [json.loads(line)["loss"] for line in (config.out / LOG).read_text("utf-8").splitlines()]


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
