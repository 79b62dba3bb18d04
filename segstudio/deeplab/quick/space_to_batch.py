"""Depthwise atrous convolution as plain ones: every r-th pixel is an image of its own.

oneDNN's quick kernel for depthwise convolutions ends where the padding is much wider than the map's blocks: at rate 18
the same work takes twenty times as long. Pixels whose distance is a multiple of the rate meet no others, so that an H×W
map at rate r is r² maps of ⌈H/r⌉×⌈W/r⌉ at rate 1: the second of the two ways to compute an atrous convolution in
DeepLab v2, section 3.1 ('deinterlacing').
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from segstudio.deeplab.quick.surgery import replace

SLOW_FROM = 8
"""The rate from which splitting pays, on the maps of this program's models."""


class PhasedDepthwise(nn.Module):
    """What a depthwise `conv` with stride 1, odd kernel and 'same' padding at one rate computes: N×C×H×W, both."""

    def __init__(self, conv: nn.Conv2d) -> None:
        super().__init__()
        self.weight, self.bias = conv.weight, conv.bias
        self._rate = conv.dilation[0]
        self._padding = conv.kernel_size[0] // 2, conv.kernel_size[1] // 2

    def forward(self, x: Tensor) -> Tensor:
        n, c, height, width = x.shape
        r = self._rate
        x = x.permute(0, 2, 3, 1)
        if height % r or width % r:
            x = functional.pad(x, (0, 0, 0, -width % r, 0, -height % r))
        rows, columns = x.shape[1] // r, x.shape[2] // r
        x = x.reshape(n, rows, r, columns, r, c).permute(0, 2, 4, 1, 3, 5).reshape(-1, rows, columns, c)
        y = functional.conv2d(x.permute(0, 3, 1, 2), self.weight, self.bias, 1, self._padding, 1, c)
        y = y.permute(0, 2, 3, 1).reshape(n, r, r, rows, columns, c).permute(0, 3, 1, 4, 2, 5)
        return y.reshape(n, rows * r, columns * r, c)[:, :height, :width].permute(0, 3, 1, 2)


@torch.no_grad()
def split_atrous_depthwise(model: nn.Module) -> int:
    """Exchange the depthwise convolutions of `model` with a large atrous rate, in place; returns how many."""
    found = [m for m in model.modules() if isinstance(m, nn.Conv2d) and _splittable(m)]
    for conv in found:
        replace(model, conv, PhasedDepthwise(conv))
    return len(found)


def _splittable(conv: nn.Conv2d) -> bool:
    rate = conv.dilation[0]
    same = tuple(rate * (k // 2) for k in conv.kernel_size)
    return (
        conv.groups == conv.in_channels == conv.out_channels
        and conv.dilation == (rate, rate)
        and rate >= SLOW_FROM
        and conv.stride == (1, 1)
        and conv.padding == same
        and conv.padding_mode == "zeros"
        and all(k % 2 == 1 for k in conv.kernel_size)
    )
