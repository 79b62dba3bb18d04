"""Learning rate over time, and the moving average of the weights."""

from __future__ import annotations

import torch
from torch import Tensor, nn


def poly_factor(step: int, total: int, warmup: int, power: float = 0.9) -> float:
    """Factor on the learning rate at `step` (from 0) of `total`: linear warm-up, then (1 − progress)^power.

    The 'poly' policy, power 0.9: DeepLab v2 section 4.1.2, DeepLabV3 section 4.1; the warm-up is not theirs. The first
    step after it has the whole rate, and step `total`, which is never made, none.
    """
    if step < warmup:
        return (step + 1) / warmup
    done = (step - warmup) / max(1, total - warmup)
    return float(max(0.0, 1.0 - done) ** power)


class WeightAverage:
    """Exponential moving average of a model's floating-point state; integers are those of the last update.

    Update n decays it by min(`decay`, (1 + n) / (10 + n)), as TensorFlow's ExponentialMovingAverage with the number of
    updates does, so that the average forgets the start. `state`: tensors of their own, by the model's names.
    """

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.decay = decay
        self.updates = 0
        self.state: dict[str, Tensor] = {k: v.detach().clone() for k, v in model.state_dict().items()}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        self.updates += 1
        decay = min(self.decay, (1 + self.updates) / (10 + self.updates))
        averages, values = [], []
        for key, value in model.state_dict().items():
            if value.is_floating_point():
                averages.append(self.state[key])
                values.append(value)
            else:
                self.state[key].copy_(value)
        torch._foreach_lerp_(averages, values, 1.0 - decay)
