"""Looking at a part of an image while the model knows the whole: most of the work of a gradient is in the backbone, and
is saved where most of the image is far from the pixel."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn

from segstudio.deeplab.backbones import Backbone
from segstudio.deeplab.squeezes import only_averages, timm_squeezes


class WholeMeans:
    """Attaches to the global average poolings of a backbone; outside its methods the backbone is as it was."""

    def __init__(self, backbone: Backbone) -> None:
        pools = [m for m in backbone.modules() if isinstance(m, nn.AdaptiveAvgPool2d)]
        self.possible = only_averages(backbone) and all(pool.output_size in (1, (1, 1)) for pool in pools)
        """Whether the backbone can see a part as it sees it in the whole."""
        self._backbone = backbone
        self._known: dict[nn.Module, Tensor] = {}  # 1×C×1×1 of the whole image, by who makes or takes them
        self._measuring = False
        self._share: float | None = None  # while a part is seen: how much of the image it is
        for pool in pools:
            pool.register_forward_hook(lambda pool, _args, output: self._answer(pool, output))
        for _, layer in timm_squeezes(backbone):
            layer.register_forward_pre_hook(lambda layer, args: self._answer(layer, args[0]))

    @torch.no_grad()
    def measure(self, x: Tensor) -> list[Tensor]:
        """x: 1×3×H×W, the whole image. The maps that the backbone makes of it."""
        self._measuring = True
        try:
            maps: list[Tensor] = self._backbone(x)
        finally:
            self._measuring = False
        return maps

    @contextmanager
    def part(self, share: float) -> Iterator[None]:
        """The backbone is about to see a part of what was measured last, `share` (0 … 1) of its pixels: poolings give
        the means of the whole, and hand on the gradient that these have in the part."""
        self._share = share
        try:
            yield
        finally:
            self._share = None

    def _answer(self, pool: nn.Module, means: Tensor) -> Tensor | None:
        if self._measuring:
            self._known[pool] = means
        if self._share is None or pool not in self._known:
            return None
        return self._known[pool] + self._share * (means - means.detach())
