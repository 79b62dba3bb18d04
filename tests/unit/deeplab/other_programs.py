"""DeepLab models as other programs build and name them, from what is known of their layouts."""

from __future__ import annotations

import collections
from collections.abc import Sequence
from typing import Any

import torch
import torchvision
from torch import Tensor, nn
from torch.nn import functional

from segstudio.deeplab.model import bilinear
from segstudio.deeplab.weights import LoadedModel


def conv_norm(cin: int, cout: int, kernel: int, rate: int = 1) -> list[nn.Module]:
    conv = nn.Conv2d(cin, cout, kernel, padding=kernel // 2 * rate, dilation=rate, bias=False)
    return [conv, nn.BatchNorm2d(cout), nn.ReLU()]


class Separable(nn.Sequential):
    def __init__(self, cin: int, cout: int, rate: int = 1) -> None:
        depthwise = nn.Conv2d(cin, cin, 3, padding=rate, dilation=rate, groups=cin, bias=False)
        super().__init__(depthwise, nn.Conv2d(cin, cout, 1, bias=False))


class Body(nn.Module):
    """VainF's separable convolution: the same two in a member called body."""

    def __init__(self, cin: int, cout: int, rate: int = 1) -> None:
        super().__init__()
        self.body = Separable(cin, cout, rate)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.body(x)
        return out


class Pyramid(nn.Module):
    """ASPP as torchvision, smp and VainF all name it."""

    def __init__(
        self, cin: int, width: int, rates: Sequence[int], separable: type[nn.Module] | None
    ) -> None:
        super().__init__()
        branches: list[nn.Module] = [nn.Sequential(*conv_norm(cin, width, 1))]
        for rate in rates:
            layers = conv_norm(cin, width, 3, rate)
            if separable is not None:
                layers[0] = separable(cin, width, rate)
            branches.append(nn.Sequential(*layers))
        branches.append(nn.Sequential(nn.AdaptiveAvgPool2d(1), *conv_norm(cin, width, 1)))
        self.convs = nn.ModuleList(branches)
        self.project = nn.Sequential(*conv_norm(len(branches) * width, width, 1), nn.Dropout(0.5))

    def forward(self, x: Tensor) -> Tensor:
        maps = [branch(x) for branch in self.convs]
        maps[-1] = functional.interpolate(maps[-1], size=x.shape[-2:], mode="bilinear", align_corners=False)
        out: Tensor = self.project(torch.cat(maps, 1))
        return out


def resnet18_dilated(rate: int) -> nn.Module:
    """Every 3×3 convolution of the last stage at `rate`, as smp patches it."""
    net: nn.Module = torchvision.models.resnet18(weights=None)
    del net.fc
    for conv in net.get_submodule("layer4").modules():
        if isinstance(conv, nn.Conv2d):
            conv.stride = (1, 1)
            if conv.kernel_size == (3, 3):
                conv.dilation = conv.padding = (rate, rate)
    return net


class Smp(nn.Module):
    """segmentation_models.pytorch's DeepLabV3+ (`plus`) or V3 on ResNet-18, output stride 16."""

    def __init__(self, classes: int, *, plus: bool, rates: Sequence[int] = (12, 24, 36)) -> None:
        super().__init__()
        self.plus = plus
        self.encoder = resnet18_dilated(2)
        self.decoder = nn.Module()
        if plus:
            self.decoder.aspp = nn.Sequential(
                Pyramid(512, 32, rates, Separable), Separable(32, 32), nn.BatchNorm2d(32), nn.ReLU()
            )
            self.decoder.block1 = nn.Sequential(*conv_norm(64, 48, 1))
            self.decoder.block2 = nn.Sequential(Separable(80, 32), nn.BatchNorm2d(32), nn.ReLU())
        else:
            self.decoder.aspp = Pyramid(512, 32, rates, None)
            self.decoder.conv, self.decoder.bn, _ = conv_norm(32, 32, 3)
        self.segmentation_head = nn.Sequential(nn.Conv2d(32, classes, 1))

    def forward(self, x: Tensor) -> Tensor:
        e: Any = self.encoder
        d: Any = self.decoder
        low = e.layer1(e.maxpool(e.relu(e.bn1(e.conv1(x)))))
        y = d.aspp(e.layer4(e.layer3(e.layer2(low))))
        if self.plus:
            y = functional.interpolate(y, scale_factor=4, mode="bilinear", align_corners=True)
            y = d.block2(torch.cat([y, d.block1(low)], 1))
        else:
            y = torch.relu(d.bn(d.conv(y)))
        y = self.segmentation_head(y)
        factor = 4 if self.plus else 16
        return functional.interpolate(y, scale_factor=factor, mode="bilinear", align_corners=True)


class Inverted(nn.Module):
    """VainF's inverted residual: zeros around the input, none inside."""

    def __init__(self, cin: int, cout: int, stride: int, rate: int, expand: int) -> None:
        super().__init__()
        hidden = cin * expand
        layers: list[nn.Module] = [self.layer(cin, hidden, 1, 1, 1, 1)] if expand > 1 else []
        layers.append(self.layer(hidden, hidden, 3, stride, rate, hidden))
        layers += [nn.Conv2d(hidden, cout, 1, bias=False), nn.BatchNorm2d(cout)]
        self.conv, self.rate = nn.Sequential(*layers), rate
        self.shortcut = stride == 1 and cin == cout

    @staticmethod
    def layer(cin: int, cout: int, kernel: int, stride: int, rate: int, groups: int) -> nn.Sequential:
        conv = nn.Conv2d(cin, cout, kernel, stride, 0, rate, groups, bias=False)
        return nn.Sequential(conv, nn.BatchNorm2d(cout), nn.ReLU6())

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.conv(functional.pad(x, (self.rate,) * 4))
        return x + out if self.shortcut else out


def vainf_mobilenet() -> dict[str, nn.Module]:
    """MobileNetV2 at output stride 16 without its classifier, cut after the fourth layer."""
    layers: list[nn.Module] = [Inverted.layer(3, 32, 3, 2, 1, 1)]
    cin, stride_so_far, rate = 32, 2, 1
    rows = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2)]
    for expand, cout, count, step in [*rows, (6, 320, 1, 1)]:
        before, stride = rate, step
        if stride_so_far == 16:
            stride, rate = 1, rate * step
        else:
            stride_so_far *= step
        for number in range(count):
            first = number == 0
            layers.append(Inverted(cin, cout, stride if first else 1, before if first else rate, expand))
            cin = cout
    named = [(str(i), layer) for i, layer in enumerate(layers)]
    return {
        "low_level_features": nn.Sequential(collections.OrderedDict(named[:4])),
        "high_level_features": nn.Sequential(collections.OrderedDict(named[4:])),
    }


class Vainf(nn.Module):
    """VainF's DeepLabV3+ on MobileNetV2 (`plus`), or its V3 on ResNet-50."""

    def __init__(self, classes: int, *, plus: bool, separable: type[nn.Module] | None = None) -> None:
        super().__init__()
        self.plus = plus
        self.classifier = nn.Module()
        if plus:
            self.backbone: nn.Module = nn.ModuleDict(vainf_mobilenet())
            self.classifier.project = nn.Sequential(*conv_norm(24, 48, 1))
            self.classifier.aspp = Pyramid(320, 256, (6, 12, 18), separable)
            layers = conv_norm(304, 256, 3)
            if separable is not None:
                layers[0] = separable(304, 256)
            self.classifier.classifier = nn.Sequential(*layers, nn.Conv2d(256, classes, 1))
        else:
            self.backbone = torchvision.models.resnet50(
                weights=None, replace_stride_with_dilation=[False, True, True]
            )
            del self.backbone.fc
            head = [Pyramid(2048, 256, (12, 24, 36), None), *conv_norm(256, 256, 3)]
            self.classifier.classifier = nn.Sequential(*head, nn.Conv2d(256, classes, 1))

    def forward(self, x: Tensor) -> Tensor:
        b: Any = self.backbone
        c: Any = self.classifier
        if self.plus:
            low = b["low_level_features"](x)
            y = c.aspp(b["high_level_features"](low))
            low = c.project(low)
            y = functional.interpolate(y, size=low.shape[2:], mode="bilinear", align_corners=False)
            y = c.classifier(torch.cat([low, y], 1))
        else:
            y = b.layer1(b.maxpool(b.relu(b.bn1(b.conv1(x)))))
            y = c.classifier(b.layer4(b.layer3(b.layer2(y))))
        return functional.interpolate(y, size=x.shape[2:], mode="bilinear", align_corners=False)


def lively(model: nn.Module) -> nn.Module:
    """Statistics and biases that are not zero, so that what is padded with zeros where shows in the answer."""
    torch.manual_seed(7)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.bias, 0.2, 0.3)
            nn.init.uniform_(module.weight, 0.6, 1.4)
            nn.init.normal_(module.running_mean, 0, 0.1)  # type: ignore[arg-type]  # there is one
            nn.init.uniform_(module.running_var, 0.5, 1.5)  # type: ignore[arg-type]
    return model.eval()


def same_answers(loaded: LoadedModel, reference: nn.Module, size: tuple[int, int]) -> None:
    """Logits at image size, each by its own way of enlarging, are equal to the last bit."""
    x = torch.randn(1, 3, *size)
    corners = loaded.description.config.dialect == "smp"
    with torch.inference_mode():
        own = bilinear(loaded.model.native(x), size, corners=corners)
        assert torch.equal(own, reference(x))
