"""What learns how fast: parameter groups, and the optimiser over them."""

from __future__ import annotations

import torch
from torch import nn

from segstudio.core.errors import InputError


def make_optimiser(
    name: str, model: nn.Module, learning_rate: float, *, backbone_factor: float, weight_decay: float
) -> torch.optim.Optimizer:
    """AdamW or SGD with Nesterov momentum 0.9; each group has its own rate as `base_lr`.

    Weights decay, norms and biases do not; the backbone learns at `backbone_factor` of the rate, as what was trained
    before may change less (DeepLab v2 section 4.1.1 lets the new layer learn ten times as fast). Frozen parameters are
    left out. Raises InputError for another name.
    """
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for key, parameter in model.named_parameters():
        if parameter.requires_grad:
            groups.setdefault((key.startswith("backbone."), parameter.ndim > 1), []).append(parameter)
    settings = [
        {
            "params": parameters,
            "base_lr": learning_rate * (backbone_factor if backbone else 1.0),
            "weight_decay": weight_decay if decays else 0.0,
        }
        for (backbone, decays), parameters in groups.items()
    ]
    if name == "adamw":
        return torch.optim.AdamW(settings, lr=learning_rate)
    if name == "sgd":
        return torch.optim.SGD(settings, lr=learning_rate, momentum=0.9, nesterov=True)
    raise InputError(f"There is no optimiser '{name}'. Choose adamw or sgd.")
