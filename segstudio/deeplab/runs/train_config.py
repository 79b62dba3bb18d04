"""What a training run is made of, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import torch

from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.deeplab.devices import resolve_device
from segstudio.deeplab.model import ModelConfig, build_model
from segstudio.deeplab.runs.bounds import Bounds
from segstudio.deeplab.runs.dataset import Augmentation, Source
from segstudio.deeplab.runs.distributed import own_device
from segstudio.metrics.scores import Scores


@dataclass(frozen=True)
class TrainConfig:
    """One training run. A run folder holds `last.pt` (to resume), `best.safetensors` and `log.jsonl`.

    `batch_size` × `accumulate` × the number of processes are the images of one step. How they are shared out changes
    nothing but rounding where batch normalisation is frozen and `lovasz` and dropout are 0: the cross-entropy is
    a mean over the step's pixels. (AdamW divides by the size of a gradient and so makes more of its rounding as steps
    go by: the losses of two processes and of one differ by less than 3e-7 for 30 steps and by up to 3e-4 within 120, as
    they do between one thread and two.) Normalisation, dropout and the Lovász loss see the batches of one process,
    and whether these are accumulated or shared out to processes is the same again.
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


BOUNDS = {
    "epochs": Bounds("The number of epochs", 1),
    "draws_per_epoch": Bounds("The number of draws per epoch", 0),
    "batch_size": Bounds("The batch size", 1),
    "accumulate": Bounds("The number of batches in a step", 1),
    "learning_rate": Bounds("The learning rate", 0),
    "backbone_factor": Bounds("The backbone's share of the learning rate", 0),
    "weight_decay": Bounds("The weight decay", 0),
    "warmup_steps": Bounds("The number of steps of the warm-up", 0),
    "frozen_stride": Bounds("The stride up to which layers are frozen", 0),
    "class_balance": Bounds("The balance of the classes", 0, 1),
    "adjust": Bounds("The share to adjust by", 0, 1),
    "lovasz": Bounds("The weight of the Lovász loss", 0),
    "lovasz_pixels": Bounds("The number of pixels in the Lovász loss", 1),
    "average_decay": Bounds("The decay of the averaged weights", 0, 1),
    "validate_every": Bounds("The number of epochs between validations", 1),
    "patience": Bounds("The number of epochs of patience", 0),
    "seed": Bounds("The seed", 0, 2**32 - 1),  # draws are seeded with small multiples of it, in 64 bits
    "threads": Bounds("The number of threads", 0, 1024),
}
"""By the name of an option: every one that is a number."""


def check(config: TrainConfig) -> None:
    """Raises InputError for options that cannot be used or do not fit each other, before anything is read or written.

    A model that cannot be built and a device that is not there are among them.
    """
    for name, bounds in BOUNDS.items():
        bounds.check(getattr(config, name))
    if config.batch_size < 2 and not config.frozen_norm:
        raise InputError(
            "The batch size must be 2 or more: batch normalisation needs more than one image, unless it is frozen."
        )
    if config.model.num_classes != config.classes.num_classes:
        raise InputError(
            f"The model has {config.model.num_classes} classes and the class table {config.classes.num_classes}."
        )
    with torch.device("meta"):  # without memory for its weights
        build_model(config.model)
    resolve_device(own_device(config.device))
