"""Training runs that take a second: a few small pictures, a model of few channels, and what a run left behind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.label_png import write_label
from segstudio.deeplab.model import DecoderLevel, ModelConfig
from segstudio.deeplab.runs.dataset import Augmentation, Source
from segstudio.deeplab.runs.run_folder import LAST, LOG
from segstudio.deeplab.runs.train_config import TrainConfig

TINY = ModelConfig(
    backbone="mobilenetv2_035",
    num_classes=3,
    context_channels=8,
    decoder=(DecoderLevel(4, 4, 8),),
    dropout=0.0,
)

TABLE = ClassTable(table_of(["ground", "box", "ball"]).classes, ignore_index=9)

Pair = tuple[NDArray[np.uint8], NDArray[np.uint8]]


def write_pairs(folder: Path, pairs: Iterable[Pair], table: ClassTable = TABLE) -> Source:
    """`pairs`: images H×W×3 RGB with their labels H×W. They become 0.png, 1.png …"""
    (folder / "images").mkdir()
    for number, (image, label) in enumerate(pairs):
        cv2.imwrite(str(folder / "images" / f"{number}.png"), image[:, :, ::-1])
        write_label(folder / "labels" / f"{number}.png", label, table)
    return Source(folder / "images", folder / "labels")


def write_shapes(folder: Path) -> Source:
    """Six 48×64 pictures of a red box and a blue ball on grey, with a frame that is ignored."""
    rng = np.random.default_rng(0)

    def pair() -> Pair:
        image = np.full((48, 64, 3), 110, np.uint8) + rng.integers(0, 20, (48, 64, 3), np.uint8)
        label = np.zeros((48, 64), np.uint8)
        x, y = int(rng.integers(2, 40)), int(rng.integers(2, 26))
        image[y : y + 18, x : x + 20] = (220, 30, 30)
        label[y : y + 18, x : x + 20] = 1
        centre = int(rng.integers(8, 56)), int(rng.integers(8, 40))
        cv2.circle(image, centre, 7, (20, 60, 220), -1)
        cv2.circle(label, centre, 7, 2, -1)
        label[:1] = label[:, :1] = 9
        return image, label

    return write_pairs(folder, [pair() for _ in range(6)])


def tiny_run(out: Path, source: Source, table: ClassTable = TABLE, **options: Any) -> TrainConfig:
    """One epoch, two pictures a step, float32, from random weights; `options` as in TrainConfig."""
    plain = TrainConfig(
        out=out,
        classes=table,
        sources=(source,),
        model=replace(TINY, num_classes=table.num_classes),
        imagenet=False,
        epochs=1,
        batch_size=2,
        augmentation=Augmentation(crop=(32, 32), scale=(0.9, 1.2)),
        warmup_steps=1,
        average_decay=0.5,
        validate_every=1,
        bfloat16=False,
    )
    return replace(plain, **options)


def three_epochs(out: Path, source: Source) -> TrainConfig:
    """Three epochs of three steps on the shapes, with dropout."""
    return tiny_run(
        out,
        source,
        model=replace(TINY, dropout=0.1),
        epochs=3,
        draws_per_epoch=6,
        augmentation=Augmentation(crop=(32, 48), scale=(0.9, 1.2)),
        learning_rate=1e-2,
        backbone_factor=1.0,
        warmup_steps=2,
        seed=4,
    )


def log_of(config: TrainConfig) -> list[dict[str, Any]]:
    """The lines of a run's log."""
    return [json.loads(line) for line in (config.out / LOG).read_text("utf-8").splitlines()]


def state_of(config: TrainConfig) -> dict[str, Any]:
    """What a run would go on from."""
    saved: dict[str, Any] = torch.load(config.out / LAST, weights_only=True)
    return saved
