"""Depthwise convolutions whose backward pass is fast on a CPU.

PyTorch's CPU kernels for the gradient of a bfloat16 depthwise convolution are several times slower than
those for float32, and the gradient by the input of one with stride 1 is itself a depthwise convolution. The
function here picks the quick path for each part; forward values are those of the plain convolution.
"""

from __future__ import annotations

from typing import Any

import torch
from timm.layers.conv2d_same import Conv2dSame
from timm.layers.padding import pad_same
from torch import Tensor, nn

_Pair = tuple[int, int]


class _DepthwiseFunction(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: Any, x: Tensor, weight: Tensor, stride: _Pair, padding: _Pair, dilation: _Pair
    ) -> Tensor:
        ctx.save_for_backward(x, weight)
        ctx.geometry = stride, padding, dilation
        return _convolve(x, weight, stride, padding, dilation)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, Tensor | None, None, None, None]:
        x, weight = ctx.saved_tensors
        stride, _, dilation = ctx.geometry
        (grad,) = grads
        plain = stride == (1, 1) and dilation == (1, 1)
        wide = plain and weight.shape[-1] == 3 and x.shape[-1] * x.shape[-2] > 4096
        if wide:  # a cast of so large a map costs more than float32 saves
            parts = _backward(grad, x, weight.to(x.dtype), ctx.geometry, (True, True, False))
            return parts[0], parts[1].to(weight.dtype), None, None, None
        grad32, x32 = grad.float(), x.float()
        if plain:
            grad_x = _backward(grad, x, weight.to(x.dtype), ctx.geometry, (True, False, False))[0]
            grad_weight = _backward(grad32, x32, weight.float(), ctx.geometry, (False, True, False))[1]
        else:
            grad_x, grad_weight, _ = _backward(
                grad32, x32, weight.float(), ctx.geometry, (True, True, False)
            )
        return grad_x.to(x.dtype), grad_weight.to(weight.dtype), None, None, None


def _convolve(x: Tensor, weight: Tensor, stride: _Pair, padding: _Pair, dilation: _Pair) -> Tensor:
    with torch.autocast("cpu", enabled=False):
        return torch.conv2d(x, weight.to(x.dtype), None, stride, padding, dilation, x.shape[1])


def _backward(
    grad: Tensor, x: Tensor, weight: Tensor, geometry: tuple[_Pair, _Pair, _Pair], wanted: tuple[bool, ...]
) -> tuple[Tensor, Tensor, Tensor]:
    stride, padding, dilation = geometry
    parts: tuple[Tensor, Tensor, Tensor] = torch.ops.aten.convolution_backward(
        grad, x, weight, None, stride, padding, dilation, False, (0, 0), x.shape[1], wanted
    )
    return parts


def _forward(conv: nn.Conv2d, x: Tensor) -> Tensor:
    padding = conv.padding
    if isinstance(conv, Conv2dSame):  # pads by the input's size, as TensorFlow does
        x = pad_same(x, list(conv.kernel_size), list(conv.stride), list(conv.dilation))
        padding = (0, 0)
    if torch.is_autocast_enabled("cpu"):
        x = x.to(torch.get_autocast_dtype("cpu"))
    out: Tensor = _DepthwiseFunction.apply(x, conv.weight, conv.stride, padding, conv.dilation)
    return out


def use_fast_depthwise(model: nn.Module) -> int:
    """Route every depthwise convolution (groups = channels, no bias) of `model` here; returns how many.

    Parameters and state dict stay as they are; only this instance's `forward` changes.
    """
    count = 0
    for module in model.modules():
        if not isinstance(module, nn.Conv2d) or module.bias is not None:
            continue
        if module.groups == module.in_channels == module.out_channels and module.groups > 1:
            module.forward = _forward.__get__(module)  # type: ignore[method-assign]  # this instance only
            count += 1
    return count
