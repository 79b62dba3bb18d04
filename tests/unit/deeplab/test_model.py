"""Models as a whole: parity with torchvision, configurations that rebuild them."""

from __future__ import annotations

import json

import pytest
import torch
from torchvision.models import segmentation

from segstudio.core.errors import InputError
from segstudio.deeplab.backbones import build_backbone
from segstudio.deeplab.model import DecoderLevel, ModelConfig, bilinear, build_model

TORCHVISION = {
    "mobilenet_v3_large": (segmentation.deeplabv3_mobilenet_v3_large, 16),
    "resnet50": (segmentation.deeplabv3_resnet50, 8),
    "resnet101": (segmentation.deeplabv3_resnet101, 8),
}


@pytest.mark.parametrize("backbone", TORCHVISION)
def test_logits_are_bit_identical_to_torchvision(backbone: str) -> None:
    factory, stride = TORCHVISION[backbone]
    torch.manual_seed(3)
    reference = factory(weights=None, weights_backbone=None, num_classes=21).eval()
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
    x = torch.randn(1, 3, 65, 49)
    with torch.inference_mode():
        assert torch.equal(bilinear(model(x), x.shape[-2:]), reference(x)["out"])


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


@pytest.mark.parametrize(
    ("name", "stride"),
    [
        *((name, stride) for name in ("tf_efficientnet_lite0", "resnet50") for stride in (8, 16, 32)),
        ("mobilenet_v3_large", 16),
        ("mobilenet_v3_large", 32),
    ],
)
def test_backbones_keep_their_output_stride(name: str, stride: int) -> None:
    backbone = build_backbone(name, stride).eval()
    with torch.inference_mode():
        maps = backbone(torch.randn(1, 3, 64, 64))
    assert [(64 // m.shape[-1], m.shape[1]) for m in maps] == [
        (t.stride, t.channels) for t in backbone.taps
    ]
    assert backbone.taps[-1].stride == stride


@pytest.mark.parametrize(
    ("config", "word"),
    [
        (ModelConfig(backbone="no_such_net"), "no_such_net"),
        (ModelConfig(output_stride=12), "12"),
        (ModelConfig(backbone="mobilenet_v3_large", output_stride=8), "MobileNetV3"),
        (ModelConfig(decoder=()), "decoder"),
        (ModelConfig(decoder=(DecoderLevel(3, 8, 8),)), "stride 3"),
    ],
)
def test_an_impossible_configuration_is_a_sentence(config: ModelConfig, word: str) -> None:
    with pytest.raises(InputError, match=word):
        build_model(config)


@pytest.mark.parametrize("values", [{"decoder": 3}, {"decoder": [{"stride": 4}]}, {"rates": ["x"]}])
def test_a_broken_description_is_a_sentence(values: dict[str, object]) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        ModelConfig.from_dict(values)
