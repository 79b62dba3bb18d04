"""A convolution and the activation behind it in one pass over memory, on a CPU.

oneDNN, which does PyTorch's convolutions on a CPU, applies an activation for nothing while it writes the result. The
operator for it is the one that `torch.compile` emits; it is not part of PyTorch's public interface, so `fuse` tries it
on an example and leaves the model alone where it is missing or answers otherwise.
"""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from segstudio.deeplab.quick.surgery import FAILURES, agree, followers, replace

_NAMES: dict[type[nn.Module], str] = {nn.ReLU: "relu", nn.ReLU6: "hardtanh", nn.Hardswish: "hardswish"}
_RANGES: dict[type[nn.Module], tuple[float, ...]] = {nn.ReLU6: (0.0, 6.0)}
_CLOSE = 1e-4
"""Of the largest answer: float32 sums in another order."""


class FusedConv(nn.Module):
    """`activation(conv(x))`: N×in×H×W -> N×out×h×w, float32 on a CPU."""

    def __init__(self, conv: nn.Conv2d, activation: type[nn.Module]) -> None:
        super().__init__()
        self.weight, self.bias = conv.weight, conv.bias
        self._geometry = list(conv.padding), list(conv.stride), list(conv.dilation), conv.groups
        self._activation = _NAMES[activation], list(_RANGES.get(activation, ())), ""

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = torch.ops.mkldnn._convolution_pointwise(
            x, self.weight, self.bias, *self._geometry, *self._activation
        )
        return out


@torch.no_grad()
def fuse(model: nn.Module, example: Tensor) -> nn.Module:
    """`model` with every convolution and the activation that follows it in one, or as it was where that fails."""
    fused = copy.deepcopy(model)
    try:
        for conv, activation in followers(fused, example, tuple(_NAMES)):
            if type(conv).forward is not nn.Conv2d.forward or conv.padding_mode != "zeros":
                continue  # pads in a way of its own
            replace(fused, conv, FusedConv(conv, type(activation)))
            replace(fused, activation, nn.Identity())
        expected, answer = model(example), fused(example)
    except FAILURES:  # the operator is missing, has other arguments here, or the model is not as it seemed
        return model
    return fused if agree(expected, answer, _CLOSE) else model
