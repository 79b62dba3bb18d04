"""Letting the global poolings of a model speak of the whole image while it sees one tile.

ASPP's image pooling (DeepLabV3 section 3.3), the bins of SPP, and the squeeze of squeeze-and-excitation blocks average
over everything they see: of a tile that is another average than of the image, and each tile would show its own. A first
pass over the tiles adds up what each sees of its own part; in the passes after it, the poolings answer with the sum.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn
from torchvision.ops.misc import SqueezeExcitation

from segstudio.deeplab.layers import Spread
from segstudio.deeplab.prediction.tiling import Span, Tile
from segstudio.deeplab.squeezes import only_averages, timm_squeezes

_SQUEEZED_PASSES = 3
"""Each squeeze depends on those before it, so n of them are exact after n passes; after three they hardly move."""


class _Pool:
    """One global pooling: sums per bin while measuring, means once known."""

    def __init__(self, bins: int) -> None:
        self.bins = bins
        self.sums: Tensor | None = None  # C×bins×bins float32
        self.means: Tensor | None = None  # 1×C×bins×bins
        self._count: Tensor | None = None

    def measure(self, x: Tensor, tile: Tile) -> None:
        """x: 1×C×h×w, the upright map of what the tile sees. Adds its own part to the bins that it touches."""
        rows, row_count = _membership(tile.rows, tile.image[0], x.shape[2], self.bins)
        columns, column_count = _membership(tile.columns, tile.image[1], x.shape[3], self.bins)
        sums = rows.to(x.device) @ (x[0].float() @ columns.to(x.device).T)
        self.sums = sums if self.sums is None else self.sums + sums
        self._count = (row_count[:, None] * column_count).to(x.device)

    def know(self) -> None:
        """From now on the means are what was measured last."""
        if self.sums is None or self._count is None:
            return  # a pooling that the model does not use
        self.means = (self.sums / self._count)[None]
        self.sums = None

    def forget(self) -> None:
        self.sums = self.means = None


def _membership(span: Span, length: int, cells: int, bins: int) -> tuple[Tensor, Tensor]:
    """bins×cells: which cells of a tile count for which bin; and how many cells of the image each bin has.

    Bin i of n covers cells ⌊i·H/n⌋ … ⌈(i+1)·H/n⌉ − 1 of the image's H, as in torch's adaptive pooling.
    """
    stride = (span.seen[1] - span.seen[0]) // cells
    whole = math.ceil(length / stride)
    index = torch.arange(cells) + span.seen[0] // stride
    own = (index >= span.own[0] // stride) & (index < min(whole, span.own[1] // stride))
    begins = torch.tensor([i * whole // bins for i in range(bins)])
    ends = torch.tensor([-(-(i + 1) * whole // bins) for i in range(bins)])
    inside = own & (index >= begins[:, None]) & (index < ends[:, None])
    return inside.float(), (ends - begins).float()


class _EnoughSeenError(Exception):
    """The last global pooling was measured: what the model does behind it makes no difference."""


class ImageStatistics:
    """Attaches to the global poolings of one model. Outside `of_tile` the model is as it was."""

    def __init__(self, model: nn.Module, *, mirrored: bool = False) -> None:
        """`mirrored`: the maps inside the model are turned over in both directions (`mirroring`)."""
        self._pools: list[_Pool] = []
        self._spreads = [m for m in model.modules() if isinstance(m, Spread)]
        self._mirrored = mirrored
        self._tile: Tile | None = None
        self._unseen: set[_Pool] | None = None  # while measuring
        for module in model.modules():
            if isinstance(module, nn.AdaptiveAvgPool2d):
                self._attach(module)
        squeezes = sum(isinstance(module, SqueezeExcitation) for module in model.modules())
        for block, layer in timm_squeezes(model):
            self._attach_squeeze(block, layer)
            squeezes += 1
        self.passes = min(_SQUEEZED_PASSES, 1 + squeezes) if self._pools else 0
        """How many passes over all tiles to measure before the one that predicts."""
        self.complete = only_averages(model)
        """Whether tiles of the model show what the whole shows."""

    def measure(self, model: nn.Module, x: Tensor, tile: Tile) -> None:
        """Run `model` on x, what `tile` sees, as far as its last global pooling; add the tile's own part to each."""
        self._unseen = set(self._pools)
        try:
            with self.of_tile(tile):
                model(x)
        except _EnoughSeenError:
            pass
        finally:
            self._unseen = None

    @contextmanager
    def of_tile(self, tile: Tile) -> Iterator[None]:
        """The model is about to see this tile."""
        self._tile = tile
        for spread in self._spreads:
            spread.window = _window(tile)
        try:
            yield
        finally:
            self._tile = None
            for spread in self._spreads:
                spread.window = None

    def know(self) -> None:
        """A pass over all tiles is over: what it measured holds from now on."""
        for pool in self._pools:
            pool.know()

    def forget(self) -> None:
        """Another image."""
        for pool in self._pools:
            pool.forget()

    def _attach(self, module: nn.AdaptiveAvgPool2d) -> None:
        size = module.output_size
        bins = size[0] if isinstance(size, tuple) else size
        assert isinstance(bins, int)
        pool = _Pool(bins)
        self._pools.append(pool)

        def after(_: nn.Module, args: tuple[Tensor, ...], output: Tensor) -> Tensor | None:
            return self._answer(pool, args[0], output)

        module.register_forward_hook(after)

    def _attach_squeeze(self, block: nn.Module, reduce: nn.Module) -> None:
        pool = _Pool(1)
        self._pools.append(pool)

        def before(_: nn.Module, args: tuple[Tensor, ...]) -> None:
            self._answer(pool, args[0], args[0])

        def averaged(_: nn.Module, args: tuple[Tensor, ...]) -> Tensor | None:
            known = pool.means if self._tile is not None else None
            return known.to(args[0].dtype) if known is not None else None

        block.register_forward_pre_hook(before)
        reduce.register_forward_pre_hook(averaged)

    def _answer(self, pool: _Pool, x: Tensor, output: Tensor) -> Tensor | None:
        if self._tile is None:
            return None
        if self._unseen is not None:
            pool.measure(x.flip(-2, -1) if self._mirrored else x, self._tile)
            self._unseen.discard(pool)
            if not self._unseen:
                raise _EnoughSeenError
        return pool.means.to(output.dtype) if pool.means is not None else None


def _window(tile: Tile) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where the tile lies in the whole image, as fractions of it: (from, to) down and across."""
    down, across = (
        (span.seen[0] / length, span.seen[1] / length)
        for span, length in ((tile.rows, tile.image[0]), (tile.columns, tile.image[1]))
    )
    return down, across
