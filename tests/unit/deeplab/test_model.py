"""Models as a whole: parity with torchvision, configurations that rebuild them."""

from __future__ import annotations

import dataclasses
import json
from typing import get_args

import pytest
import torch
from torch import nn
from torchvision.models import segmentation

from segstudio.core.errors import InputError
from segstudio.deeplab.backbones import TIMM_NAMES, TimmBackbone, build_backbone, check_maps
from segstudio.deeplab.model import (
    _ARCHITECTURES,
    _CONTEXTS,
    Architecture,
    Context,
    DecoderLevel,
    ModelConfig,
    bilinear,
    build_model,
    centred,
)
from tests.unit.deeplab.other_programs import lively

TORCHVISION = {
    "mobilenet_v3_large": (segmentation.deeplabv3_mobilenet_v3_large, 16),
    "resnet50": (segmentation.deeplabv3_resnet50, 8),
    "resnet101": (segmentation.deeplabv3_resnet101, 8),
}


@pytest.mark.parametrize("backbone", TORCHVISION)
def test_logits_are_bit_identical_to_torchvision(backbone: str) -> None:
    factory, stride = TORCHVISION[backbone]
    reference = lively(factory(weights=None, weights_backbone=None, num_classes=21))
    model = build_model(
        ModelConfig(
            architecture="deeplabv3",
            backbone=backbone,
            output_stride=stride,
            separable=False,
            rates=(12, 24, 36),
            decoder=(),
        )
    ).eval()
    model.load_state_dict(reference.state_dict())
    x = torch.randn(1, 3, 129, 97)
    with torch.inference_mode():
        expected = reference(x)["out"]
        assert torch.equal(bilinear(model(x), x.shape[-2:]), expected)
    assert expected.std((2, 3)).min() > 1e-3, "more than a bias came through to the logits"


@pytest.mark.parametrize(("height", "width"), [(33, 17), (32, 18), (17, 2)])
def test_logits_of_corners_are_brought_to_the_middle_of_two_pixels(height: int, width: int) -> None:
    """A ramp that is 0 at the first pixel and 1 a pixel further each: every cell has the mean of its pixels."""
    rows, columns = torch.linspace(0, height - 1, 5), torch.linspace(0, width - 1, 3)
    logits = torch.stack([rows[:, None].expand(5, 3), columns[None, :].expand(5, 3)])[None]
    cells = centred(logits, torch.Size((1, 3, height, width)))
    assert cells.shape == (1, 2, -(-height // 2), -(-width // 2))
    for axis, side in ((0, height), (1, width)):
        expected = torch.tensor([(2 * i + min(2 * i + 1, side - 1)) / 2 for i in range(-(-side // 2))])
        seen = cells[0, axis].movedim(axis, 0)
        torch.testing.assert_close(seen, expected[:, None].expand_as(seen), atol=1e-4, rtol=1e-5)


SMALL = ModelConfig(num_classes=5, context_channels=16, decoder=(DecoderLevel(4, 8, 16),))


@pytest.mark.parametrize(
    ("changes", "stride"),
    [
        ({}, 4),
        ({"decoder": (DecoderLevel(8, 8, 16), DecoderLevel(4, 8, 16), DecoderLevel(2, 4, 8))}, 2),
        ({"context": "spp"}, 4),
        ({"context": "none", "separable": False}, 4),
        ({"output_stride": 32}, 4),
        ({"output_stride": 8}, 4),
        ({"architecture": "deeplabv3", "decoder": ()}, 16),
        ({"backbone": "mobilenet_v3_large"}, 4),
        ({"backbone": "mobilenetv2_050"}, 4),
        ({"backbone": "resnet50"}, 4),
        ({"backbone": "mobilenet_v2", "dialect": "vainf"}, 4),
        ({"backbone": "mobilenet_v2", "dialect": "smp"}, 2),
    ],
)
def test_every_configuration_rebuilds_the_same_model(changes: dict[str, object], stride: int) -> None:
    config = ModelConfig.from_dict({**SMALL.to_dict(), **changes_as_json(changes)})
    again = ModelConfig.from_dict(json.loads(json.dumps(config.to_dict())))
    assert again == config
    first, second = build_model(config).eval(), build_model(again).eval()
    second.load_state_dict(first.state_dict())
    x = torch.randn(1, 3, 64, 96)
    with torch.inference_mode():
        logits = first(x)
        assert torch.equal(second(x), logits)
    assert logits.shape == (1, 5, 64 // stride, 96 // stride)


def changes_as_json(changes: dict[str, object]) -> dict[str, object]:
    text = json.dumps(changes, default=vars)
    values: dict[str, object] = json.loads(text)
    return values


BACKBONES = (
    "resnet50",
    "resnet18",
    "mobilenet_v2",
    "mobilenet_v3_large",
    "tf_efficientnet_lite0",
    "mobilenetv2_100",
    "xception65",
)


@pytest.mark.parametrize("stride", [8, 16, 32])
@pytest.mark.parametrize("name", BACKBONES)
def test_backbones_keep_their_output_stride(name: str, stride: int) -> None:
    backbone = build_backbone(name, stride).eval()
    with torch.inference_mode():
        maps = backbone(torch.randn(1, 3, 64, 64))
    assert [(64 // m.shape[-1], m.shape[1]) for m in maps] == [
        (t.stride, t.channels) for t in backbone.taps
    ]
    assert backbone.taps[-1].stride == stride
    assert {4, 8} <= {tap.stride for tap in backbone.taps}


@pytest.mark.parametrize("name", BACKBONES)
def test_a_stride_given_up_is_a_rate_taken(name: str) -> None:
    """DeepLabV3 section 3.1: rate 2 where one stride is given up, 4 where two are; none else."""
    for stride, expected in ((32, {1}), (16, {1, 2}), (8, {1, 2, 4})):
        with torch.device("meta"):
            backbone = build_backbone(name, stride)
        assert {m.dilation[0] for m in backbone.modules() if isinstance(m, nn.Conv2d)} == expected


@pytest.mark.parametrize("stride", [8, 16, 32])
@pytest.mark.parametrize("name", TIMM_NAMES)
def test_a_known_model_of_timm_needs_no_check_when_it_is_built(name: str, stride: int) -> None:
    """Its maps are those of any image, checked here on one that every stride leaves a remainder of."""
    backbone = build_backbone(name, stride)
    assert isinstance(backbone, TimmBackbone)
    check_maps(backbone.body)
    assert backbone.body.training


@pytest.mark.parametrize("size", [(1, 1), (1, 7), (2, 1), (5, 3), (33, 31)])
@pytest.mark.parametrize("context", get_args(Context))
@pytest.mark.parametrize("backbone", ["resnet18", "mobilenet_v3_large", "mobilenetv2_035"])
def test_images_of_any_size_have_logits(backbone: str, context: Context, size: tuple[int, int]) -> None:
    model = build_model(dataclasses.replace(SMALL, backbone=backbone, context=context)).eval()
    with torch.inference_mode():
        logits = model(torch.randn(1, 3, *size))
    assert logits.shape == (1, 5, -(-size[0] // 4), -(-size[1] // 4))
    assert torch.isfinite(logits).all()


def test_every_name_of_a_part_stands_for_one() -> None:
    assert tuple(_CONTEXTS) == get_args(Context)
    assert tuple(_ARCHITECTURES) == get_args(Architecture)


@pytest.mark.parametrize(
    ("config", "word"),
    [
        (ModelConfig(backbone="no_such_net"), "no_such_net"),
        (ModelConfig(output_stride=12), "12"),
        (ModelConfig(context="pyramid"), "aspp, spp or none"),  # type: ignore[arg-type]
        (ModelConfig(dialect="keras"), "smp, vainf"),
        (ModelConfig(decoder=()), "decoder"),
        (ModelConfig(decoder=(DecoderLevel(3, 8, 8),)), "stride 3"),
    ],
)
def test_an_impossible_configuration_is_a_sentence(config: ModelConfig, word: str) -> None:
    with pytest.raises(InputError, match=word):
        build_model(config)


@pytest.mark.parametrize(
    "values", [{"decoder": 3}, {"decoder": [{"stride": 4}]}, {"rates": ["x"]}, {"of_the_future": 1}]
)
def test_a_broken_description_is_a_sentence(values: dict[str, object]) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        ModelConfig.from_dict(values)


@pytest.mark.parametrize("device", ["cpu", "meta"])
@pytest.mark.parametrize(
    ("name", "stride", "said"),
    [
        ("swin_tiny_patch4_window7_224", 16, "strides are fixed"),
        ("vit_tiny_patch16_224", 16, "strides are fixed"),
        ("vit_tiny_patch16_224", 32, "coarsest features have stride 16"),
        ("hrnet_w18_small", 16, "strides are fixed"),
        ("hrnet_w18_small", 32, "images of every size"),
        ("efficientvit_b0", 8, "strides are fixed"),
    ],
)
def test_a_backbone_of_timm_that_cannot_serve_is_a_sentence(
    name: str, stride: int, said: str, device: str
) -> None:
    with torch.device(device), pytest.raises(InputError, match=f"'{name}'.*{stride}: .*{said}"):
        build_backbone(name, stride)


@pytest.mark.parametrize("name", ["mobilenetv2_035", "convnext_atto", "resnetblur18"])
def test_modules_up_to_a_stride_are_those_that_its_map_comes_through(name: str) -> None:
    """timm flattens some models: what it calls 'stages.1' is a child 'stages_1'."""
    backbone = build_backbone(name, 16)
    frozen = {id(p) for module in backbone.modules_up_to(4) for p in module.parameters()}
    assert 0 < len(frozen) < len(list(backbone.parameters()))
    number = [tap.stride for tap in backbone.taps].index(4)
    backbone.eval()(torch.randn(1, 3, 64, 64))[number].sum().backward()
    assert {id(p) for p in backbone.parameters() if p.grad is not None} == frozen
