"""Checkpoints of other programs: rebuilt here from what is known of their layouts, loaded, and compared to the bit."""

from __future__ import annotations

import collections
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import torchvision
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional

from segstudio.core.errors import InputError
from segstudio.deeplab.model import bilinear
from segstudio.deeplab.predictor import Predictor
from segstudio.deeplab.weights import LoadedModel, load_file


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


@pytest.mark.parametrize("plus", [True, False])
def test_smps_layout_gives_its_logits(plus: bool, tmp_path: Path) -> None:
    reference = lively(Smp(4, plus=plus))
    path = tmp_path / "street_os16.pth"
    torch.save({"state_dict": {f"model.{k}": v for k, v in reference.state_dict().items()}}, path)
    loaded = load_file(path)
    config = loaded.description.config
    assert (config.backbone, config.num_classes, config.dialect) == ("resnet18", 4, "smp")
    same_answers(loaded, reference, (64, 96))


def test_smps_config_beside_says_stride_rates_and_names_do_too(tmp_path: Path) -> None:
    reference = lively(Smp(3, plus=True, rates=(2, 3, 5)))
    save_file(reference.state_dict(), tmp_path / "model.safetensors")
    said = {"_model_class": "DeepLabV3Plus", "encoder_name": "resnet18", "encoder_output_stride": 16}
    (tmp_path / "config.json").write_text(json.dumps({**said, "decoder_atrous_rates": [2, 3, 5]}))
    (tmp_path / "model.classes.txt").write_text("0\tsky\n1\tsea\n2\tship\n")
    loaded = load_file(tmp_path / "model.safetensors")
    assert loaded.description.config.rates == (2, 3, 5)
    assert [c.name for c in loaded.description.classes.classes] == ["sky", "sea", "ship"]
    assert loaded.notices == ()
    same_answers(loaded, reference, (64, 64))


def test_a_model_of_corners_predicts_where_it_looked(tmp_path: Path) -> None:
    """Its cells lie elsewhere than ours; the label map is that of its own enlarging all the same."""
    reference = lively(Smp(4, plus=True))
    with torch.no_grad():
        reference.segmentation_head[0].weight.mul_(40)  # type: ignore[index,union-attr]  # as sure as a trained one
    torch.save(reference.state_dict(), tmp_path / "m_os16.pth")
    image = np.random.default_rng(0).integers(0, 256, (128, 96, 3), np.uint8)
    image = np.asarray(np.kron(image[::16, ::16], np.ones((16, 16, 1))), np.uint8)
    predictor = Predictor(load_file(tmp_path / "m_os16.pth"), "cpu", 1, fast=False)
    config = load_file(tmp_path / "m_os16.pth").description.config
    mean, std = (torch.tensor(v).view(1, 3, 1, 1) for v in (config.mean, config.std))
    with torch.inference_mode():
        x = (torch.from_numpy(image).permute(2, 0, 1)[None].float() - mean) / std
        truth = reference(x).argmax(1)[0].numpy()
    assert (predictor.predict(image).label_map() == truth).mean() > 0.97


@pytest.mark.parametrize("separable", [None, Body])
def test_vainfs_v3plus_gives_its_logits(separable: type[nn.Module] | None, tmp_path: Path) -> None:
    reference = lively(Vainf(19, plus=True, separable=separable))
    path = tmp_path / "best_deeplabv3plus_mobilenet_cityscapes_os16.pth"
    numbers = {"cur_itrs": 3, "best_score": np.float64(0.7)}
    torch.save({**numbers, "model_state": reference.state_dict()}, path)
    loaded = load_file(path)
    config = loaded.description.config
    assert (config.backbone, config.num_classes, config.rates) == ("mobilenet_v2", 19, (6, 12, 18))
    assert config.separable is (separable is not None)
    same_answers(loaded, reference, (65, 83))


def test_vainfs_v3_gives_its_logits(tmp_path: Path) -> None:
    reference = lively(Vainf(5, plus=False))
    path = tmp_path / "v3_os8.pth"
    torch.save(reference.state_dict(), path)
    loaded = load_file(path)
    assert loaded.description.config.output_stride == 8
    same_answers(loaded, reference, (33, 33))


def test_what_had_to_be_assumed_is_said(tmp_path: Path) -> None:
    path = tmp_path / "mine.pth"
    torch.save(Vainf(5, plus=True).state_dict(), path)
    loaded = load_file(path)
    assert "16 and 6, 12, 18" in loaded.notices[0]
    assert "mine.classes.txt" in loaded.notices[1]
    assert Predictor(loaded, "cpu", 1, fast=False).notices[:2] == list(loaded.notices)
    (tmp_path / "mine.classes.txt").write_text("0\tsky\n1\tsea\n")
    with pytest.raises(InputError, match="names 2 classes, and the model has 5"):
        load_file(path)


def test_a_head_or_backbone_that_is_not_known_is_a_sentence(tmp_path: Path) -> None:
    state = Vainf(5, plus=True).state_dict()
    path = tmp_path / "odd.pth"
    torch.save({k: v for k, v in state.items() if "high_level" not in k}, path)
    with pytest.raises(InputError, match=r"VainF.*backbone or head"):
        load_file(path)
    torch.save({k: v for k, v in state.items() if k != "classifier.project.1.weight"}, path)
    with pytest.raises(InputError, match=r"1 missing: decoder\.0\.reduce\.1\.weight"):
        load_file(path)
    state["classifier.classifier.3.weight"] = torch.zeros(300, 256, 1, 1)
    torch.save(state, path)
    with pytest.raises(InputError, match="300 classes"):
        load_file(path)
