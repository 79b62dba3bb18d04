"""What a training run is made of, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.deeplab.model import ModelConfig
from segstudio.deeplab.runs.dataset import Augmentation, Source
from segstudio.metrics.scores import Scores


@dataclass(frozen=True)
class TrainConfig:
    """One training run. A run folder holds `last.pt` (to resume), `best.safetensors` and `log.jsonl`.

    `batch_size` × `accumulate` × the number of processes are the images of one step. How they are shared out changes
    nothing but rounding where batch normalisation is frozen and `lovasz` and dropout are 0: the cross-entropy is
    a mean over the step's pixels. Normalisation, dropout and the Lovász loss see the batches of one process.
    """

    out: Path
    classes: ClassTable
    sources: tuple[Source, ...]
    validation: Source | None = None
    model: ModelConfig = field(default_factory=ModelConfig)
    name: str = "trained"
    imagenet: bool = True  # begin with ImageNet weights in the backbone
    initial: Path | None = None  # begin with the weights of this checkpoint instead
    epochs: int = 60
    draws_per_epoch: int = 0  # 0: as many as there are samples in the first source
    batch_size: int = 8
    accumulate: int = 1  # batches per optimiser step
    augmentation: Augmentation = field(default_factory=Augmentation)
    optimiser: str = "adamw"  # or sgd
    learning_rate: float = 1e-3
    backbone_factor: float = 0.4  # learning rate of the backbone against that of the rest
    weight_decay: float = 0.02
    warmup_steps: int = 200
    frozen_stride: int = 0  # backbone layers up to this stride keep their weights and statistics
    frozen_norm: bool = False  # batch normalisation keeps its statistics: for small batches
    class_balance: float = 0.3  # power of the class frequencies in the loss's weights
    adjust: float = 0.0  # share of these weights that is taken back out of the model that is kept, 0 … 1
    lovasz: float = 0.5
    lovasz_pixels: int = 50_000
    average_decay: float = 0.998
    validate_every: int = 3  # epochs
    patience: int = 0  # epochs without a better validation score until the run stops; 0 = never
    bfloat16: bool = True  # where the device computes with it
    seed: int = 1
    device: str = "cpu"
    threads: int = 0  # 0: torch's own choice


@dataclass(frozen=True)
class TrainResult:
    """How a run ended. `scores` are of the averaged weights on the validation source, last and best."""

    epochs: int
    steps: int
    loss: float
    scores: Scores | None
    best_miou: float | None
    best_epoch: int
    checkpoint: Path


def check(config: TrainConfig) -> None:
    """Raises InputError for options that do not fit each other."""
    if config.batch_size < 2 and not config.frozen_norm:
        raise InputError(
            "The batch size must be 2 or more: batch normalisation needs more than one image, unless it is frozen."
        )
    if config.model.num_classes != config.classes.num_classes:
        raise InputError(
            f"The model has {config.model.num_classes} classes and the class table {config.classes.num_classes}."
        )
    if not 0 <= config.adjust <= 1:
        raise InputError(f"The share to adjust by is {config.adjust:g}; it must lie between 0 and 1.")
