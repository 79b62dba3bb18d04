"""DeepLabV3 and DeepLabV3+, described by one configuration that is saved with every checkpoint."""

from __future__ import annotations

import dataclasses
import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from segstudio.core.errors import InputError
from segstudio.core.wording import worded
from segstudio.deeplab.backbones import Backbone, build_backbone, preprocessing_of
from segstudio.deeplab.description import checked
from segstudio.deeplab.dialects import Dialect, dialect_of
from segstudio.deeplab.layers import ASPP, ConvNormRelu, SpatialPyramidPooling, aspp_rates

Architecture = Literal["deeplabv3", "deeplabv3plus"]
Context = Literal["aspp", "spp", "none"]
Triple = tuple[float, float, float]
_OF_BACKBONE: Triple = (math.nan, math.nan, math.nan)


@dataclass(frozen=True)
class DecoderLevel:
    """One step of the DeepLabV3+ decoder: upsample to `stride`, join `low_channels` of the backbone, refine."""

    stride: int
    low_channels: int
    channels: int


@dataclass(frozen=True)
class ModelConfig:
    """Everything that rebuilds a model's modules; `to_dict` and `from_dict` are its form in a checkpoint."""

    architecture: Architecture = "deeplabv3plus"
    backbone: str = "tf_efficientnet_lite0"
    num_classes: int = 21
    output_stride: int = 16
    context: Context = "aspp"
    separable: bool = True
    context_channels: int = 256
    rates: tuple[int, ...] = ()  # empty: those of the output stride
    decoder: tuple[DecoderLevel, ...] = (DecoderLevel(4, 48, 256),)  # DeepLabV3+ section 4.1
    dropout: float = 0.1
    dialect: str = ""  # whose reading of the papers the weights were trained in, see dialects.py
    working_pixels: int = 0  # a larger image is the same view and reduced to this many; 0: a larger view
    enlarged_pixels: int = 0  # an image of fewer pixels is enlarged
    tile_pixels: int = 1 << 21  # more than this many are looked at in tiles
    # mean and deviation of RGB values 0…255 that the weights were trained with; by default those of the backbone's
    mean: Triple = _OF_BACKBONE
    std: Triple = _OF_BACKBONE

    def __post_init__(self) -> None:
        """Preprocessing is written down once, so that it stays when a backbone's default does not."""
        for name, default in zip(("mean", "std"), preprocessing_of(self.backbone), strict=True):
            if getattr(self, name) is _OF_BACKBONE:
                object.__setattr__(self, name, default)

    @property
    def atrous_rates(self) -> tuple[int, ...]:
        """Of ASPP's 3×3 convolutions: `rates`, or those of the output stride."""
        return self.rates or aspp_rates(self.output_stride)

    def same_weights(self, other: ModelConfig) -> bool:
        """Whether weights of one serve the other: they may differ in the size at which they look at images."""
        size = {"working_pixels": 0, "enlarged_pixels": 0, "tile_pixels": 0}
        return dataclasses.replace(self, **size) == dataclasses.replace(other, **size)  # type: ignore[arg-type]  # ints

    @property
    def logit_stride(self) -> int:
        """Pixels of the model's input per cell of its logits."""
        if dialect_of(self.dialect).corners:
            return 2
        plus = self.architecture == "deeplabv3plus"
        return self.decoder[-1].stride if plus and self.decoder else self.output_stride

    def to_dict(self) -> dict[str, Any]:
        return dataclasses.asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> ModelConfig:
        """Raises InputError when `values` does not describe a model."""
        try:
            given = {name: checked(name, value) for name, value in dict(values).items()}
            given["decoder"] = tuple(
                DecoderLevel(**{name: checked(name, value) for name, value in level.items()})
                for level in given.get("decoder", ())
            )
            return cls(**given)
        except (TypeError, ValueError, AttributeError) as error:
            raise InputError(
                worded("This description of a model cannot be read: {error}.", error=error)
            ) from error


def bilinear(x: Tensor, size: tuple[int, int] | torch.Size, *, corners: bool = False) -> Tensor:
    """Resize N×C×H×W with half-pixel centres; with `corners` the corner cells' centres stay in the corners."""
    return functional.interpolate(x, size=tuple(size), mode="bilinear", align_corners=corners)


def centred(logits: Tensor, image: torch.Size) -> Tensor:
    """Bring logits whose corner cells lie on the corner pixels to cells of 2×2 pixels of the `image`'s (…×H×W) size.

    N×C×h×w -> N×C×⌈H/2⌉×⌈W/2⌉. A cell then lies where everything that handles logits expects it: in the middle of
    the pixels that it covers.
    """
    full = bilinear(logits, image[-2:], corners=True)
    return functional.avg_pool2d(full, 2, ceil_mode=True, count_include_pad=False)


_CONTEXTS: dict[str, Callable[[int, ModelConfig], nn.Module]] = {
    "aspp": lambda channels, c: ASPP(
        channels, c.atrous_rates, c.context_channels, separable=c.separable, dropout=c.dropout
    ),
    "spp": lambda channels, c: SpatialPyramidPooling(channels, c.context_channels, dropout=c.dropout),
    "none": lambda channels, c: ConvNormRelu(channels, c.context_channels, 1),
}


def _context(channels: int, config: ModelConfig) -> nn.Module:
    """N×`channels`×h×w -> N×context_channels×h×w. Raises InputError for a name that stands for none."""
    if config.context not in _CONTEXTS:
        raise InputError(
            worded("'{context}' is no context module. Choose aspp, spp or none.", context=config.context)
        )
    return _CONTEXTS[config.context](channels, config)


class _DeepLab(nn.Module, ABC):
    """What every DeepLab has: a backbone at an output stride, and logits where the rest of the program expects them."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        self._dialect = dialect_of(config.dialect)
        self.backbone: Backbone = build_backbone(config.backbone, config.output_stride, self._dialect)

    @abstractmethod
    def native(self, x: Tensor) -> Tensor:
        """Logits on the grid of the model's own dialect, N×C×h×w."""

    def forward(self, x: Tensor) -> Tensor:
        logits = self.native(x)
        return centred(logits, x.shape) if self._dialect.corners else logits


class DeepLabV3(_DeepLab):
    """Backbone, context module, 3×3 convolution, classifier: torchvision's DeepLabV3, to the names of its modules.

    N×3×H×W normalised -> logits N×C×⌈H/s⌉×⌈W/s⌉ at the output stride s (2 in a dialect of corners), at any size from
    1×1; `bilinear` brings them to the image.

    Beside the paper (DeepLabV3 section 3.3), where the classifier follows the context module at once, torchvision
    puts a dense 3×3 convolution between them, has rates 12, 24, 36 at output stride 16 too, and gives the last
    stage of ResNet no multi-grid rates (section 3.2.1).
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__(config)
        width = config.context_channels
        self.classifier = nn.Sequential(
            _context(self.backbone.taps[-1].channels, config),
            *ConvNormRelu(width, width, 3),
            nn.Conv2d(width, config.num_classes, 1),
        )

    def native(self, x: Tensor) -> Tensor:
        logits: Tensor = self.classifier(self.backbone(x)[-1])
        return logits


class DecoderStep(nn.Module):
    """Joins a coarse map with a finer one of the backbone (DeepLabV3+ figure 2, lower half).

    N×coarse×h×w and N×low×H×W -> N×channels×H×W: the finer map loses channels by a 1×1 convolution, lest it outweigh
    the coarse one, which is enlarged to its size; a 3×3 convolution refines both.
    """

    def __init__(
        self, coarse: int, low: int, level: DecoderLevel, *, separable: bool, dialect: Dialect
    ) -> None:
        super().__init__()
        self._dialect = dialect
        self.reduce = ConvNormRelu(low, level.low_channels, 1)
        self.refine = ConvNormRelu(coarse + level.low_channels, level.channels, 3, separable=separable)

    def forward(self, coarse: Tensor, low: Tensor) -> Tensor:
        low = self.reduce(low)
        enlarged = bilinear(coarse, low.shape[-2:], corners=self._dialect.corners)
        both = [low, enlarged] if self._dialect.low_first else [enlarged, low]
        out: Tensor = self.refine(torch.cat(both, dim=1))
        return out


class DeepLabV3Plus(_DeepLab):
    """DeepLabV3's encoder with a decoder over low-level features (DeepLabV3+ section 3.1, figure 2).

    N×3×H×W normalised -> logits N×C×⌈H/s⌉×⌈W/s⌉, s the stride of the last decoder level, or 2 in a dialect of corners;
    at any size from 1×1. The paper's decoder is one level at stride 4 (section 4.1: 48 channels of low-level features,
    then two 3×3 convolutions of 256; here, as in figure 2 and in other implementations in PyTorch, it is one). More
    levels keep thinner things.

    In the dialect 'smp' and for the same settings it has the parameters and multiply-adds of
    segmentation_models.pytorch's DeepLabV3Plus to the last one. Without it, it lacks the separable 3×3 convolution
    that smp has behind ASPP and the paper's figure 2 has not (w·(w + 9) + 2·w parameters at width w: 68,352 at 256),
    and MobileNetV2 ends with its last block (320 channels) as in the paper's code, not with the classifier's 1×1
    convolution (1280 channels).
    """

    def __init__(self, config: ModelConfig) -> None:
        if not config.decoder:
            raise InputError(worded("DeepLabV3+ needs at least one decoder level."))
        super().__init__(config)
        taps = self.backbone.taps
        places = {tap.stride: place for place, tap in enumerate(taps)}
        width = config.context_channels
        self.context = _context(taps[-1].channels, config)
        self.refined: nn.Module = (
            ConvNormRelu(width, width, 3, separable=True)
            if self._dialect.refined_context
            else nn.Identity()
        )
        self._low: list[int] = []  # where in the taps each level finds its low-level map
        self.decoder = nn.ModuleList()
        coarse = width
        for level in config.decoder:
            if level.stride not in places:
                raise InputError(
                    worded(
                        "{backbone} has no features at stride {stride}.",
                        backbone=config.backbone,
                        stride=level.stride,
                    )
                )
            self._low.append(places[level.stride])
            low = taps[places[level.stride]].channels
            self.decoder.append(
                DecoderStep(coarse, low, level, separable=config.separable, dialect=self._dialect)
            )
            coarse = level.channels
        self.classifier = nn.Conv2d(coarse, config.num_classes, 1)

    def native(self, x: Tensor) -> Tensor:
        return self.decode(*self.encode(x))

    def encode(self, x: Tensor) -> tuple[Tensor, list[Tensor]]:
        """The coarse map behind the context module, and the finer ones that the decoder joins, coarse to fine."""
        maps = self.backbone(x)
        return self.refined(self.context(maps[-1])), [maps[place] for place in self._low]

    def decode(self, coarse: Tensor, lows: list[Tensor]) -> Tensor:
        """Native logits of what `encode` gives."""
        for step, low in zip(self.decoder, lows, strict=True):
            coarse = step(coarse, low)
        logits: Tensor = self.classifier(coarse)
        return logits


Model = DeepLabV3 | DeepLabV3Plus

_ARCHITECTURES: dict[str, type[DeepLabV3] | type[DeepLabV3Plus]] = {
    "deeplabv3": DeepLabV3,
    "deeplabv3plus": DeepLabV3Plus,
}


def build_model(config: ModelConfig) -> Model:
    """The model that `config` describes, with random weights. Raises InputError for an impossible one."""
    if config.architecture not in _ARCHITECTURES:
        known = ", ".join(_ARCHITECTURES)
        raise InputError(
            worded(
                "'{architecture}' is no architecture of this program. Known: {known}.",
                architecture=config.architecture,
                known=known,
            )
        )
    return _ARCHITECTURES[config.architecture](config)
