"""A convolution and the activation behind it in one pass over memory, its weights laid out for it once, on a CPU.

oneDNN, which does PyTorch's convolutions on a CPU, applies an activation for nothing while it writes the result. It
multiplies by weights in an order of its own, which depends on the size of the map, and into which PyTorch has it bring
them at every call: a tenth of the time of a small model. The operators are those that `torch.compile` emits; they are not
part of PyTorch's public interface, so `fuse` tries them on an example and leaves the model alone where they are missing or
answer otherwise.
"""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import Tensor, nn

from segstudio.deeplab.quick.surgery import FAILURES, agree, followers, replace

_NAMES: dict[type[nn.Module], str] = {nn.ReLU: "relu", nn.ReLU6: "hardtanh", nn.Hardswish: "hardswish"}
_RANGES: dict[type[nn.Module], tuple[float, ...]] = {nn.ReLU6: (0.0, 6.0)}
_CLOSE = 1e-4
"""Of the largest answer: float32 sums in another order."""


class FusedConv(nn.Module):
    """`activation(conv(x))`: N×in×H×W -> N×out×h×w, on a CPU, in the precision of the weights. Not thread-safe.

    Maps of one size that come in a row are multiplied by packed weights; those for another size are slower than plain
    ones by far.
    """

    def __init__(self, conv: nn.Conv2d, activation: type[nn.Module] | None) -> None:
        super().__init__()
        self.weight, self.bias = conv.weight, conv.bias
        self._geometry = list(conv.padding), list(conv.stride), list(conv.dilation), conv.groups
        name = _NAMES[activation] if activation is not None else "none"
        self._activation = name, list(_RANGES.get(activation, ())) if activation is not None else [], ""
        self._seen: object = None
        self._packed: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = torch.ops.mkldnn._convolution_pointwise(
            x, self._weight_for(x), self.bias, *self._geometry, *self._activation
        )
        return out

    def _weight_for(self, x: Tensor) -> Tensor:
        seen = x.shape, x.dtype
        if seen != self._seen:
            self._seen, self._packed = seen, None
            return self.weight
        if self._packed is None:
            pack: Any = torch._C._nn.mkldnn_reorder_conv2d_weight  # whose stub knows one argument
            self._packed = pack(self.weight.to_mkldnn(), *self._geometry, list(x.shape))
        return self._packed


@torch.no_grad()
def fuse(model: nn.Module, example: Tensor) -> nn.Module:
    """`model` with every convolution a `FusedConv`, if it can be, with the activation that follows it, or as it was
    where that fails."""
    fused = copy.deepcopy(model)
    try:
        for conv, activation in followers(fused, example, tuple(_NAMES)):
            if _plain(conv):
                replace(fused, conv, FusedConv(conv, type(activation)))
                replace(fused, activation, nn.Identity())
        for conv in [m for m in fused.modules() if isinstance(m, nn.Conv2d) and _plain(m)]:
            replace(fused, conv, FusedConv(conv, None))
        expected = model(example)
        same = all(agree(expected, fused(example), _CLOSE) for _ in range(2))  # weights plain, then packed
    except FAILURES:  # the operator is missing, has other arguments here, or the model is not as it seemed
        return model
    return fused if same else model


def _plain(conv: nn.Conv2d) -> bool:
    """Whether it pads with zeros, not in a way of its own, and nobody listens to it."""
    ordinary = type(conv).forward is nn.Conv2d.forward and conv.padding_mode == "zeros"
    return ordinary and not (conv._forward_hooks or conv._forward_pre_hooks)
