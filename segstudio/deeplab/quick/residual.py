"""ResNet's blocks in parts that can be joined with what follows them.

torchvision's `Bottleneck` has one ReLU that it calls three times: a module that stands for all three places cannot give
way at one of them, as `fusing` wants it to. On a GPU PyTorch goes over the sum of a block three times more, for the bias,
the sum and the activation, and these are its widest maps: cuDNN can do all of it while it writes them.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torchvision.models.resnet import Bottleneck

from segstudio.deeplab.quick.surgery import replace


class Residual(nn.Module):
    """`Bottleneck`: N×C×H×W -> N×4w×h×w, the sum of its convolutions and its shortcut, activated."""

    def __init__(self, block: Bottleneck) -> None:
        super().__init__()
        self.body = nn.Sequential(
            block.conv1, block.bn1, nn.ReLU(inplace=True),
            block.conv2, block.bn2, nn.ReLU(inplace=True),
        )  # fmt: skip
        self.last = block.conv3
        self.norm = block.bn3
        self.shortcut = block.downsample or nn.Identity()
        self.relu = block.relu
        self._joined = isinstance(block.bn3, nn.Identity)

    def forward(self, x: Tensor) -> Tensor:
        inner, shortcut = self.body(x), self.shortcut(x)
        joined = self._join(inner, shortcut) if inner.is_cuda and self._joined else None
        if joined is not None:
            return joined
        out: Tensor = self.norm(self.last(inner))
        out += shortcut
        activated: Tensor = self.relu(out)
        return activated

    def _join(self, inner: Tensor, shortcut: Tensor) -> Tensor | None:
        """By cuDNN; None where it cannot, then and ever after."""
        conv = self.last
        geometry = conv.stride, conv.padding, conv.dilation, conv.groups
        try:
            out: Tensor = torch.cudnn_convolution_add_relu(
                inner, conv.weight, shortcut, 1.0, conv.bias, *geometry
            )
        except torch.OutOfMemoryError:
            raise
        except RuntimeError:  # no kernel for these numbers, no cuDNN (ROCm)
            self._joined = False
            return None
        return out


def part_residuals(model: nn.Module) -> int:
    """Exchange the bottleneck blocks of `model`, in place; returns how many."""
    blocks = [m for m in model.modules() if type(m) is Bottleneck]
    for block in blocks:
        replace(model, block, Residual(block))
    return len(blocks)
