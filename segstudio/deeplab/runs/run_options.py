"""Which options shape the curve of a training run."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from segstudio.deeplab.runs.dataset import Sample
from segstudio.deeplab.runs.train_config import TrainConfig

_SHAPING = (
    "draws_per_epoch",
    "batch_size",
    "accumulate",
    "optimiser",
    "learning_rate",
    "backbone_factor",
    "weight_decay",
    "warmup_steps",
    "frozen_stride",
    "frozen_norm",
    "class_balance",
    "adjust",
    "lovasz",
    "lovasz_pixels",
    "average_decay",
    "bfloat16",
    "seed",
)
BOOKKEEPING = frozenset(
    {"out", "name", "epochs", "validate_every", "patience", "device", "threads", "imagenet", "initial"}
)
"""Options of a run that may be others when it is resumed: how long it goes on, where, and how it once began."""
DATA = ("training data", "validation data", "classes")
"""Entries of `curve_options` that are too long to be told."""


def curve_options(
    config: TrainConfig, groups: Sequence[Sequence[Sample]], validation: Sequence[Sample], processes: int
) -> dict[str, Any]:
    """Everything that the losses and scores of a run hang on, by its name for people; plain JSON values.

    `groups`: the samples of each source. Of data a digest stands here: a folder may be moved, its labels not changed.
    """
    options: dict[str, Any] = {name: getattr(config, name) for name in _SHAPING}
    options |= {"processes": processes, "dropout": config.model.dropout}
    options |= {"shares": [source.weight for source in config.sources]}
    options |= dataclasses.asdict(config.augmentation)
    options["training data"] = [_digest(samples) for samples in groups]
    options["validation data"] = _digest(validation)
    options["classes"] = [[c.id, c.name] for c in config.classes.classes]
    plain: dict[str, Any] = json.loads(json.dumps(options))
    return {name.replace("_", " "): value for name, value in plain.items()}


def _digest(samples: Sequence[Sample]) -> str:
    """Of names, sizes and labels."""
    digest = sha256()
    for sample in samples:
        digest.update(f"{sample.stem}\n{sample.label.shape}\n".encode())
        digest.update(sample.label.tobytes())
    return digest.hexdigest()
