"""The building blocks of the DeepLab series, each usable on its own.

Feature maps are float tensors N×C×H×W. Papers: DeepLab v2 (Chen et al., TPAMI 2017), DeepLabV3
(arXiv:1706.05587), DeepLabV3+ (arXiv:1802.02611), SPPNet (He et al., ECCV 2014), PSPNet (CVPR 2017).
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

ASPP_RATES = (6, 12, 18)
"""Rates of the three atrous branches at output stride 16 (DeepLabV3 section 3.3)."""

ASPP_REFERENCE_STRIDE = 16


def aspp_rates(output_stride: int) -> tuple[int, ...]:
    """Atrous rates that see the same part of the image at `output_stride`: 6, 12, 18 at 16, doubled at 8.

    DeepLabV3 section 3.3. Strides above 16 divide them, never below 1.
    """
    return tuple(max(1, rate * ASPP_REFERENCE_STRIDE // output_stride) for rate in ASPP_RATES)


class AtrousConv2d(nn.Conv2d):
    """A convolution whose taps lie `rate` cells apart; the same weights serve at any rate.

    Equal to a dense convolution with a kernel that has rate − 1 zeros between neighbouring taps
    (DeepLabV3 section 3.1, equation 1). N×in×H×W -> N×out×H×W: padding keeps the resolution, so the kernel
    size has to be odd.
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

    N×in×H×W -> N×out×H×W. k²·in + in·out weights instead of k²·in·out.
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
    """Convolution, batch normalisation, ReLU; the convolution is dense or depthwise separable, at a rate."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int = 3,
        rate: int = 1,
        *,
        separable: bool = False,
    ) -> None:
        kind = SeparableConv2d if separable and kernel_size > 1 else AtrousConv2d
        super().__init__(
            kind(in_channels, out_channels, kernel_size, rate), nn.BatchNorm2d(out_channels), nn.ReLU()
        )


class ImagePooling(nn.Sequential):
    """Global average pooling, 1×1 convolution, and the one cell spread over the map again.

    N×in×H×W -> N×out×H×W (DeepLabV3 section 3.3, 'image-level features').
    """

    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__(
            nn.AdaptiveAvgPool2d(1),
            nn.Conv2d(in_channels, out_channels, 1, bias=False),
            nn.BatchNorm2d(out_channels),
            nn.ReLU(),
        )

    def forward(self, x: Tensor) -> Tensor:
        size = x.shape[-2:]
        for module in self:
            x = module(x)
        return functional.interpolate(x, size=size, mode="bilinear", align_corners=False)


class ASPP(nn.Module):
    """Atrous spatial pyramid pooling: one map seen at several rates (DeepLabV3 figure 5 (b)).

    N×in×H×W -> N×out×H×W. Branches in `convs`: 1×1, one 3×3 per rate, image pooling; `project` joins their
    concatenation. Parameter names are torchvision's, so its state dicts load by key (dense branches).
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
        branches: list[nn.Module] = [ConvNormRelu(in_channels, out_channels, 1)]
        branches += [ConvNormRelu(in_channels, out_channels, 3, r, separable=separable) for r in rates]
        branches.append(ImagePooling(in_channels, out_channels))
        self.rates = tuple(rates)
        self.convs = nn.ModuleList(branches)
        self.project = nn.Sequential(
            nn.Conv2d(len(branches) * out_channels, out_channels, 1, bias=False),
            nn.BatchNorm2d(out_channels),
            nn.ReLU(),
            nn.Dropout(dropout),
        )

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.project(torch.cat([branch(x) for branch in self.convs], dim=1))
        return out


class Spread(nn.Module):
    """Bins of a whole map brought to the cells of it, or of a part of it: bilinear with half-pixel centres.

    N×C×n×n -> N×C×h×w. `window`: which part of the whole the h×w cells are, as fractions ((from, to) down, across);
    None means all of it.
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


class SpatialPyramidPooling(nn.Module):
    """Average pooling to 4×4, 2×2 and 1×1 bins, each brought back to the map and joined with it.

    N×in×H×W -> N×out×H×W. Bins as in SPPNet section 2.2 (there for a fixed-length vector), upsampled and
    concatenated with the input as in PSPNet section 3.2. `pool(x)` gives the bins alone.
    """

    BINS = (4, 2, 1)

    def __init__(self, in_channels: int, out_channels: int = 256, *, dropout: float = 0.5) -> None:
        super().__init__()
        branch_channels = max(1, out_channels // len(self.BINS))
        self.pools = nn.ModuleList(nn.AdaptiveAvgPool2d(bins) for bins in self.BINS)
        self.spread = Spread()
        self.convs = nn.ModuleList(ConvNormRelu(in_channels, branch_channels, 1) for _ in self.BINS)
        self.project = nn.Sequential(
            nn.Conv2d(in_channels + len(self.BINS) * branch_channels, out_channels, 1, bias=False),
            nn.BatchNorm2d(out_channels),
            nn.ReLU(),
            nn.Dropout(dropout),
        )

    @classmethod
    def pool(cls, x: Tensor) -> list[Tensor]:
        """The bins: N×C×4×4, N×C×2×2, N×C×1×1; bin i of n covers rows ⌊i·H/n⌋ … ⌈(i+1)·H/n⌉ − 1."""
        return [functional.adaptive_avg_pool2d(x, bins) for bins in cls.BINS]

    def forward(self, x: Tensor) -> Tensor:
        parts = [x]
        for pool, conv in zip(self.pools, self.convs, strict=True):
            parts.append(self.spread(conv(pool(x)), x.shape[-2:]))
        out: Tensor = self.project(torch.cat(parts, dim=1))
        return out
