"""Modules that look at a whole map at once: what they say of a part of an image is not what they say of the image.

Beside `nn.AdaptiveAvgPool2d`, which the context modules and torchvision's squeeze-and-excitation blocks use.
"""

from __future__ import annotations

from collections.abc import Iterator

from timm.layers.squeeze_excite import EffectiveSEModule, SEModule
from timm.models._efficientnet_blocks import SqueezeExcite
from torch import nn

_TIMM: dict[type[nn.Module], str] = {SqueezeExcite: "conv_reduce", SEModule: "fc1", EffectiveSEModule: "fc"}
"""timm's blocks average inside `forward`; the layer named here gets what they averaged."""

_OTHERS = (nn.GroupNorm, nn.InstanceNorm2d, nn.MultiheadAttention)


def timm_squeezes(model: nn.Module) -> Iterator[tuple[nn.Module, nn.Module]]:
    """Each squeeze-and-excitation block of timm's in `model`, with the layer of it that gets the averages."""
    for block in model.modules():
        layer = _TIMM.get(type(block))
        if layer is not None:
            yield block, block.get_submodule(layer)


def only_averages(model: nn.Module) -> bool:
    """Whether nothing in `model` but averages depends on how much it sees."""
    return not any(isinstance(module, _OTHERS) for module in model.modules())
