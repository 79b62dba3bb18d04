"""The building blocks of the DeepLab series, each usable on its own; in the order in which they build on each other.

Feature maps are floating-point tensors N×C×H×W, of any size from 1×1; every block keeps H×W. The papers:

- SPPNet: He et al., ECCV 2014 (arXiv:1406.4729)
- DeepLab v2: Chen et al., TPAMI 2017 (arXiv:1606.00915)
- PSPNet: Zhao et al., CVPR 2017 (arXiv:1612.01105)
- DeepLabV3: Chen et al., 2017 (arXiv:1706.05587)
- DeepLabV3+: Chen et al., ECCV 2018 (arXiv:1802.02611)

Parameters have the names of torchvision's DeepLabV3, so that its state dicts load by key.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

ASPP_RATES = (6, 12, 18)
"""Rates of the three atrous branches at output stride 16 (DeepLabV3 section 3.3)."""


def aspp_rates(output_stride: int) -> tuple[int, ...]:
    """Atrous rates that reach equally far in the image at every output stride: ASPP_RATES · 16 / `output_stride`.

    6, 12, 18 at output stride 16, doubled at 8 (DeepLabV3 section 3.3); halved at 32, of which the paper does not
    speak.
    """
    return tuple(rate * 16 // output_stride for rate in ASPP_RATES)


class AtrousConv2d(nn.Conv2d):
    """A convolution whose taps lie `rate` cells apart: y[i] = Σₖ x[i + rate·k] w[k] (DeepLabV3 equation 1).

    N×in×H×W -> N×out×H×W. The same as a dense convolution whose kernel has rate − 1 zeros between neighbouring taps,
    and the same weights serve at any rate. The map is padded with zeros, equally on all sides: raises ValueError for
    an even `kernel_size`, which has no middle.
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int = 3,
        rate: int = 1,
        *,
        groups: int = 1,
        bias: bool = False,
    ) -> None:
        if kernel_size % 2 == 0:
            raise ValueError("an atrous convolution that keeps the resolution needs an odd kernel size")
        super().__init__(
            in_channels,
            out_channels,
            kernel_size,
            padding=rate * (kernel_size // 2),
            dilation=rate,
            groups=groups,
            bias=bias,
        )

    @property
    def rate(self) -> int:
        return self.dilation[0]


class SeparableConv2d(nn.Sequential):
    """A depthwise atrous convolution, then a pointwise one (DeepLabV3+ section 3.1, figure 3).

    N×in×H×W -> N×out×H×W. k²·in + in·out weights instead of k²·in·out. Nothing stands between the two, as in other
    implementations in PyTorch; the paper's own code normalises and rectifies there, as in its Xception (section 3.2).
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int = 3,
        rate: int = 1,
        *,
        bias: bool = False,
    ) -> None:
        super().__init__(
            AtrousConv2d(in_channels, in_channels, kernel_size, rate, groups=in_channels),
            nn.Conv2d(in_channels, out_channels, 1, bias=bias),
        )


class ConvNormRelu(nn.Sequential):
    """Convolution, batch normalisation, ReLU; the convolution is dense or depthwise separable, at a rate.

    N×in×H×W -> N×out×H×W.
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int = 3,
        rate: int = 1,
        *,
        separable: bool = False,
    ) -> None:
        kind = SeparableConv2d if separable else AtrousConv2d
        super().__init__(
            kind(in_channels, out_channels, kernel_size, rate), nn.BatchNorm2d(out_channels), nn.ReLU()
        )


class SpatialPyramidPooling(nn.Module):
    """Average pooling to 4×4, 2×2 and 1×1 bins, each brought back to the map and joined with it.

    N×in×H×W -> N×out×H×W. The bins are those of SPPNet (section 2.2, figure 3), which takes their maxima as one vector
    of fixed length; means, a 1×1 convolution per level, upsampling and concatenation with the map are PSPNet's
    (section 3.2). Bin i of n covers rows ⌊i·H/n⌋ … ⌈(i+1)·H/n⌉ − 1, and columns alike (SPPNet, appendix A).

    While it is trained, N has to be 2 or more: the 1×1 bin of one image has no variance to be normalised by, and
    torch raises ValueError.
    """

    BINS = (4, 2, 1)

    def __init__(self, in_channels: int, out_channels: int = 256, *, dropout: float = 0.5) -> None:
        super().__init__()
        branch_channels = max(1, out_channels // len(self.BINS))
        self.pools = nn.ModuleList(nn.AdaptiveAvgPool2d(bins) for bins in self.BINS)
        self.convs = nn.ModuleList(ConvNormRelu(in_channels, branch_channels, 1) for _ in self.BINS)
        self.spread = Spread()
        self.project = _projection(in_channels + len(self.BINS) * branch_channels, out_channels, dropout)

    def forward(self, x: Tensor) -> Tensor:
        levels = [
            self.spread(conv(pool(x)), x.shape[-2:])
            for pool, conv in zip(self.pools, self.convs, strict=True)
        ]
        out: Tensor = self.project(torch.cat([x, *levels], dim=1))
        return out


class ImagePooling(nn.Sequential):
    """The mean of the whole map through a 1×1 convolution, and that one cell spread over the map again.

    N×in×H×W -> N×out×H×W ('image-level features', DeepLabV3 section 3.3). While it is trained, N has to be 2 or
    more, as for `SpatialPyramidPooling`.
    """

    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__(
            nn.AdaptiveAvgPool2d(1),
            nn.Conv2d(in_channels, out_channels, 1, bias=False),
            nn.BatchNorm2d(out_channels),
            nn.ReLU(),
        )

    def forward(self, x: Tensor) -> Tensor:
        cell = x
        for module in self:
            cell = module(cell)
        return functional.interpolate(cell, size=x.shape[-2:], mode="bilinear", align_corners=False)


class ASPP(nn.Module):
    """Atrous spatial pyramid pooling: one map seen at several rates, and as a whole.

    N×in×H×W -> N×out×H×W. DeepLab v2 (section 3.2) added up four rates; this is DeepLabV3's (section 3.3, figure 5),
    whose branches are, in the order of `convs`, a 1×1 convolution, a 3×3 one per rate, and image pooling; `project`
    joins their concatenation by a 1×1 convolution. `separable`: the 3×3 convolutions are atrous separable ones
    (DeepLabV3+ section 3.1). Dropout is torchvision's.
    """

    def __init__(
        self,
        in_channels: int,
        rates: Sequence[int],
        out_channels: int = 256,
        *,
        separable: bool = False,
        dropout: float = 0.5,
    ) -> None:
        super().__init__()
        self.rates = tuple(rates)
        self.convs = nn.ModuleList(
            [
                ConvNormRelu(in_channels, out_channels, 1),
                *(ConvNormRelu(in_channels, out_channels, 3, r, separable=separable) for r in rates),
                ImagePooling(in_channels, out_channels),
            ]
        )
        self.project = _projection(len(self.convs) * out_channels, out_channels, dropout)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.project(torch.cat([branch(x) for branch in self.convs], dim=1))
        return out


def _projection(in_channels: int, out_channels: int, dropout: float) -> nn.Sequential:
    """What joins concatenated branches. Flat, as in torchvision: its normalisation is 'project.1'."""
    return nn.Sequential(*ConvNormRelu(in_channels, out_channels, 1), nn.Dropout(dropout))


class Spread(nn.Module):
    """Bins of a whole map brought to the cells of it, or of a part of it: bilinear with half-pixel centres.

    N×C×n×m -> N×C×h×w. `window`: which part of the whole the h×w cells are, as fractions ((from, to) down, across);
    None means all of it. A tile of an image gets from it what it would have got from the image.
    """

    window: tuple[tuple[float, float], tuple[float, float]] | None = None

    def forward(self, bins: Tensor, size: torch.Size) -> Tensor:
        if self.window is None:
            return functional.interpolate(bins, size=size, mode="bilinear", align_corners=False)
        (top, bottom), (left, right) = self.window
        down = _linear_weights(bins.shape[-2], size[0], top, bottom).to(bins)
        across = _linear_weights(bins.shape[-1], size[1], left, right).to(bins)
        return down @ bins @ across.T


def _linear_weights(bins: int, cells: int, begin: float, end: float) -> Tensor:
    """cells×bins: how much of each bin is in each of `cells` cells that lie evenly from `begin` to `end` (0 … 1)."""
    centres = begin + (torch.arange(cells) + 0.5) * ((end - begin) / cells)
    positions = (centres * bins - 0.5).clamp(0, bins - 1)
    return (1 - (positions[:, None] - torch.arange(bins)).abs()).clamp(min=0)
