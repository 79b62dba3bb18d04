"""DeepLabV3 and V3+ beside segmentation_models.pytorch's: the same parameters and multiply-adds for the same settings.

`REFERENCE` is what smp 0.6.0 has; the last tests measure it anew and compare logits.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import segmentation_models_pytorch as smp
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from segstudio.deeplab.model import DecoderLevel, Model, ModelConfig, bilinear, build_model
from segstudio.deeplab.weights import load_file

SIDE, CLASSES = 128, 21
REFERENCE = {  # (architecture, encoder, output stride): parameters, multiply-adds for one 128×128 image
    ("deeplabv3plus", "resnet18", 16): (12_334_437, 1_145_864_192),
    ("deeplabv3plus", "resnet50", 8): (26_682_725, 6_982_713_344),
    ("deeplabv3plus", "resnet50", 16): (26_682_725, 2_290_810_880),
    ("deeplabv3plus", "resnet101", 16): (45_674_853, 3_502_964_736),
    ("deeplabv3plus", "mobilenet_v2", 8): (4_383_653, 1_119_408_128),
    ("deeplabv3plus", "mobilenet_v2", 16): (4_383_653, 375_898_112),
    ("deeplabv3plus", "tu-tf_efficientnet_lite0", 16): (3_863_909, 358_558_720),
    ("deeplabv3plus", "tu-xception65", 16): (41_042_005, 3_140_635_136),
    ("deeplabv3", "resnet50", 8): (39_638_869, 10_224_205_824),
    ("deeplabv3", "mobilenet_v2", 16): (12_653_077, 821_575_680),
    ("deeplabv3", "tu-xception65", 8): (53_998_149, 13_914_513_408),
}
EXTRA_CONVOLUTION = 256 * 9 + 256 * 256 + 2 * 256
"""smp's separable 3×3 behind ASPP with its normalisation, which figure 2 of the paper has not."""


def own(architecture: str, encoder: str, stride: int, dialect: str = "smp") -> Model:
    """With smp's default settings."""
    plus = architecture == "deeplabv3plus"
    config = ModelConfig(
        architecture="deeplabv3plus" if plus else "deeplabv3",
        backbone=encoder.removeprefix("tu-"),
        num_classes=CLASSES,
        output_stride=stride,
        separable=plus,
        rates=(12, 24, 36),
        decoder=(DecoderLevel(4, 48, 256),) if plus else (),
        dialect=dialect,
    )
    return build_model(config).eval()


def parameters(model: nn.Module) -> int:
    return sum(p.numel() for p in model.parameters())


def multiply_adds(model: Any) -> int:
    """Of one image, up to the logits of the model's own grid; nothing is computed on the meta device."""
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        getattr(model, "native", model)(torch.empty(1, 3, SIDE, SIDE, device="meta"))
    return int(counter.get_total_flops()) // 2


@pytest.mark.parametrize("key", REFERENCE)
def test_parameters_and_multiply_adds_are_smps(key: tuple[str, str, int]) -> None:
    with torch.device("meta"):
        model = own(*key)
        assert (parameters(model), multiply_adds(model)) == REFERENCE[key]


def test_the_plain_model_differs_by_what_its_description_says() -> None:
    key = ("deeplabv3plus", "resnet50", 16)
    with torch.device("meta"):
        plain = own(*key, dialect="")
        assert REFERENCE[key][0] - parameters(plain) == EXTRA_CONVOLUTION == 68_352
        cells = (SIDE // 16) ** 2
        assert REFERENCE[key][1] - multiply_adds(plain) == (EXTRA_CONVOLUTION - 512) * cells


@pytest.mark.parametrize("key", REFERENCE)
def test_the_reference_is_what_smp_has(key: tuple[str, str, int]) -> None:
    with torch.device("meta"):
        model = smp_model(*key)
        assert (parameters(model), multiply_adds(model)) == REFERENCE[key]


@pytest.mark.parametrize("architecture", ["deeplabv3plus", "deeplabv3"])
@pytest.mark.parametrize("stride", [8, 16])
@pytest.mark.parametrize("encoder", ["resnet18", "mobilenet_v2", "tu-mobilenetv2_035"])
def test_smps_weights_give_smps_logits(
    architecture: str, encoder: str, stride: int, tmp_path: Path
) -> None:
    torch.manual_seed(1)
    reference = smp_model(architecture, encoder, stride)
    reference.save_pretrained(tmp_path)
    loaded = load_file(tmp_path / "model.safetensors")
    x = torch.randn(1, 3, 64, 96)
    with torch.inference_mode():
        logits = bilinear(loaded.model.native(x), x.shape[-2:], corners=True)
        if stride == 16:
            assert torch.equal(logits, reference(x))
        else:  # smp gives its 1×1 convolutions a rate too, which takes them another way through the library
            torch.testing.assert_close(logits, reference(x), atol=1e-5, rtol=1e-5)


def smp_model(architecture: str, encoder: str, stride: int) -> Any:
    factory = {"deeplabv3plus": smp.DeepLabV3Plus, "deeplabv3": smp.DeepLabV3}[architecture]
    return factory(encoder, encoder_weights=None, encoder_output_stride=stride, classes=CLASSES).eval()
