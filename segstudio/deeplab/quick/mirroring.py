"""TensorFlow's padding without a copy of every map: seen in a mirror, it is symmetric.

TensorFlow's 'same' padding gives a strided convolution over an even side its odd pixel of padding at the right and
bottom, which PyTorch's kernels cannot: timm copies each map into a larger one first, and on a CPU the copies cost as
much as the convolutions. Turn the image and every kernel over, and the odd pixel lies at the left and top, where a
symmetric padding of (k − 1)/2 at stride 2 has it as well: it never reaches the other end.
"""

from __future__ import annotations

import torch
from timm.layers.conv2d_same import Conv2dSame
from torch import Tensor, nn

from segstudio.deeplab.layers import SpatialPyramidPooling
from segstudio.deeplab.quick.surgery import replace

_SIDED = (nn.MaxPool2d, nn.AvgPool2d, SpatialPyramidPooling)


class Mirrored(nn.Module):
    """Hands a mirrored model (`mirror`) its images turned over, and turns its answers back."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, x: Tensor) -> Tensor:
        answer: Tensor = self.model(x.flip(-2, -1))
        return answer.flip(-2, -1)


@torch.no_grad()
def mirror(model: nn.Module) -> bool:
    """Turn all kernels of `model` over, in place, and pad symmetrically; False, and nothing, where that would not
    give the same answers: use it through `Mirrored` from then on."""
    convolutions = [m for m in model.modules() if isinstance(m, nn.Conv2d)]
    padded = [m for m in convolutions if isinstance(m, Conv2dSame)]
    if not padded or not all(_unchanged(m) for m in model.modules()):
        return False
    for conv in convolutions:
        conv.weight = nn.Parameter(conv.weight.flip(-2, -1), requires_grad=conv.weight.requires_grad)
    for conv in padded:
        replace(model, conv, _symmetric(conv))
    return True


def _unchanged(module: nn.Module) -> bool:
    """Whether a module does to a mirrored map what it does to the upright one."""
    if isinstance(module, _SIDED):
        return False  # strided windows begin at the left; bins have places
    if not isinstance(module, nn.Conv2d):
        return True
    same, odd = isinstance(module, Conv2dSame), all(k % 2 == 1 for k in module.kernel_size)
    if module.stride == (1, 1):
        return odd or not same
    wide = all(k >= 3 for k in module.kernel_size)
    return same and odd and wide and module.stride == (2, 2) and module.dilation == (1, 1)


def _symmetric(conv: nn.Conv2d) -> nn.Conv2d:
    """A plain convolution with the parameters of `conv`."""
    kernel, stride, dilation = _pair(conv.kernel_size), _pair(conv.stride), _pair(conv.dilation)
    padding = dilation[0] * (kernel[0] - 1) // 2, dilation[1] * (kernel[1] - 1) // 2
    plain = nn.Conv2d(
        conv.in_channels, conv.out_channels, kernel, stride, padding, dilation, conv.groups, device="meta"
    )
    plain.weight, plain.bias = conv.weight, conv.bias
    return plain


def _pair(values: tuple[int, ...]) -> tuple[int, int]:
    height, width = values
    return height, width
