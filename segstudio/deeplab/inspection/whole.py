"""Looking at a part of an image while global pooling speaks of the whole: half the work of a gradient is saved where
most of the image is far from the pixel."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from timm.layers.squeeze_excite import EffectiveSEModule, SEModule
from timm.models._efficientnet_blocks import SqueezeExcite
from torch import Tensor, nn

_SQUEEZES = ((SqueezeExcite, "conv_reduce"), (SEModule, "fc1"), (EffectiveSEModule, "fc"))
"""timm's blocks average inside `forward`; the layer named here is given what they averaged."""

_OTHERS = (nn.GroupNorm, nn.InstanceNorm2d, nn.MultiheadAttention)
"""These look at everything in ways of their own, as do the bins of SPP."""


class _EnoughSeenError(Exception):
    """The last global pooling has answered: what follows makes no difference."""


class WholeMeans:
    """Attaches to the global average poolings of `model`; outside its methods the model is as it was."""

    def __init__(self, model: nn.Module) -> None:
        pools = [m for m in model.modules() if isinstance(m, nn.AdaptiveAvgPool2d)]
        self.possible = not any(isinstance(m, _OTHERS) for m in model.modules()) and all(
            pool.output_size in (1, (1, 1)) for pool in pools
        )
        """Whether the model can see a part as it sees it in the whole."""
        self._model = model
        self._known: dict[nn.Module, Tensor] = {}  # 1×C×1×1 of the whole image, by who makes or takes them
        self._unseen: set[nn.Module] | None = None  # while measuring
        self._share: float | None = None  # while a part is seen: how much of the image it is
        squeezed = [
            block.get_submodule(layer)
            for block in model.modules()
            for kind, layer in _SQUEEZES
            if isinstance(block, kind)
        ]
        self._poolings = {*pools, *squeezed}
        for pool in pools:
            pool.register_forward_hook(lambda pool, _args, output: self._answer(pool, output))
        for layer in squeezed:
            layer.register_forward_pre_hook(lambda layer, args: self._answer(layer, args[0]))

    def measure(self, x: Tensor) -> None:
        """x: 1×3×H×W, the whole image."""
        if not self._poolings:
            return
        self._unseen = set(self._poolings)
        try:
            with torch.inference_mode():
                self._model(x)
        except _EnoughSeenError:
            pass
        finally:
            self._unseen = None

    @contextmanager
    def part(self, share: float) -> Iterator[None]:
        """The model is about to see a part of what was measured last, `share` (0 … 1) of its pixels: poolings give the
        means of the whole, and hand on the gradient that these have in the part."""
        self._share = share
        try:
            yield
        finally:
            self._share = None

    def _answer(self, pool: nn.Module, means: Tensor) -> Tensor | None:
        if self._unseen is not None:
            self._known[pool] = means
            self._unseen.discard(pool)
            if not self._unseen:
                raise _EnoughSeenError
        if self._share is None or pool not in self._known:
            return None
        known = self._known[pool].clone()  # a plain tensor, unlike those of inference mode
        return known + self._share * (means - means.detach())
