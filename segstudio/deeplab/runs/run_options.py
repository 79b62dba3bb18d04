"""Which options shape the curve of a training run, and what a run that is resumed with others is told."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from segstudio.core.errors import InputError
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
_FIXED = ("optimiser", "frozen stride")
"""The optimiser's state fits no others."""
_DATA = ("training data", "validation data")


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
    options |= {_DATA[0]: [_digest(samples) for samples in groups], _DATA[1]: _digest(validation)}
    plain: dict[str, Any] = json.loads(json.dumps(options))
    return {name.replace("_", " "): value for name, value in plain.items()}


def compare_options(before: dict[str, Any] | None, now: dict[str, Any], folder: Path) -> str | None:
    """The sentence for a person who resumes the run in `folder` with other options; None when they are the same.

    `before`: None where an older version wrote none. Raises InputError when the run cannot go on with the new ones.
    """
    if before is None:
        return None
    changed = [name for name in before if name in now and before[name] != now[name]]
    for name in _FIXED:
        if name in changed:
            raise InputError(
                f"The run in {folder} was begun with {name} {_text(before[name])}, not {_text(now[name])}. "
                "Give the same again, or choose another folder."
            )
    if not changed:
        return None
    named = [
        f"other {name}" if name in _DATA else f"{name} {_text(before[name])} (now {_text(now[name])})"
        for name in changed
    ]
    return (
        f"The run in {folder} was begun with other options: {', '.join(named)}. It goes on with those given now, "
        "and ends otherwise than it would have."
    )


def other_validation(before: dict[str, Any] | None, now: dict[str, Any]) -> bool:
    """Whether a run was begun with other validation data than it goes on with, as far as its state tells."""
    name = _DATA[1]
    return before is not None and name in before and before[name] != now[name]


def _digest(samples: Sequence[Sample]) -> str:
    """Of names, sizes and labels."""
    digest = sha256()
    for sample in samples:
        digest.update(f"{sample.stem}\n{sample.label.shape}\n".encode())
        digest.update(sample.label.tobytes())
    return digest.hexdigest()


def _text(value: object) -> str:
    if isinstance(value, list):
        return "/".join(map(_text, value))
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, float) else str(value)
