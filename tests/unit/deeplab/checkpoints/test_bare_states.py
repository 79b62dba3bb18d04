"""State dicts that say nothing of themselves, or have other things around them: as training programs save them."""

from __future__ import annotations

import argparse
import dataclasses
import re
from pathlib import Path

import pytest
import torch
import torchvision
from safetensors.torch import save_file

from segstudio.deeplab.model import DecoderLevel, ModelConfig, bilinear, build_model
from segstudio.deeplab.weights import load_file
from tests.unit.deeplab.other_programs import Smp, lively, same_answers

OWN = [
    ModelConfig(
        num_classes=4,
        context_channels=8,
        decoder=(DecoderLevel(8, 4, 8), DecoderLevel(4, 3, 6), DecoderLevel(2, 2, 4)),
    ),
    ModelConfig(backbone="resnet18", num_classes=4, separable=False, decoder=(DecoderLevel(4, 4, 8),)),
    ModelConfig(backbone="mobilenetv2_035", context="spp", context_channels=9, output_stride=32),
    ModelConfig(backbone="mobilenet_v3_large", context="none", separable=False, context_channels=8),
    ModelConfig(
        architecture="deeplabv3", backbone="mobilenet_v2", separable=False, output_stride=8, decoder=()
    ),
    ModelConfig(architecture="deeplabv3", backbone="resnet18", context="spp", decoder=()),
    ModelConfig(architecture="deeplabv3", backbone="resnet18", context_channels=8, decoder=()),
    ModelConfig(architecture="deeplabv3", backbone="mobilenet_v3_large", context="none", decoder=()),
]


@pytest.mark.parametrize("config", OWN, ids=lambda c: f"{c.backbone}-{c.architecture}-{c.context}")
@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
def test_own_models_are_known_without_their_description(
    config: ModelConfig, suffix: str, tmp_path: Path
) -> None:
    model = lively(build_model(config))
    stride = config.output_stride
    path = tmp_path / (f"mine{suffix}" if stride == 16 else f"mine_os{stride}{suffix}")
    if suffix == ".pth":
        torch.save({"model": model.state_dict()}, path)
    else:
        save_file(model.state_dict(), path)
    loaded = load_file(path)
    said = (
        "architecture",
        "backbone",
        "num_classes",
        "output_stride",
        "context",
        "context_channels",
        "decoder",
    )
    for name in said:
        assert getattr(loaded.description.config, name) == getattr(config, name)
    notices = " ".join(loaded.notices)
    assert ("this program, are assumed" in notices) is (stride == 16)
    of_timm = config.backbone in {"tf_efficientnet_lite0", "mobilenetv2_035"}
    assert (f"taken for {config.backbone}" in notices) is of_timm
    x = torch.randn(1, 3, 65, 97)
    with torch.inference_mode():
        assert torch.equal(loaded.model(x), model(x))


def test_a_notice_says_how_to_state_the_stride(tmp_path: Path) -> None:
    state = Smp(4, plus=False).state_dict()
    path = tmp_path / "street.pth"
    torch.save(state, path)
    loaded = load_file(path)
    assert loaded.description.config.output_stride == 8
    found = re.search(r"street_os\d+\.pth", loaded.notices[0])
    assert found is not None
    assert "config.json" in loaded.notices[0]
    path.rename(tmp_path / found.group())
    loaded = load_file(tmp_path / found.group())
    assert loaded.description.config.output_stride == 16
    assert "stride" not in " ".join(loaded.notices)


def test_torchvisions_stride_is_certain_only_where_its_second_head_is(tmp_path: Path) -> None:
    factory = torchvision.models.segmentation.deeplabv3_resnet50
    model = factory(weights=None, weights_backbone=None, num_classes=2, aux_loss=True)
    path = tmp_path / "mine.pth"
    torch.save(model.state_dict(), path)
    assert "stride" not in load_file(path).notices[0]
    state = {k: v for k, v in model.state_dict().items() if not k.startswith("aux")}
    torch.save(state, path)
    assert "8 and 12, 24, 36, the defaults of torchvision" in load_file(path).notices[0]
    torch.save(state, tmp_path / "mine_os16.pth")
    config = load_file(tmp_path / "mine_os16.pth").description.config
    assert (config.output_stride, config.rates) == (16, (6, 12, 18))


@pytest.mark.parametrize("prefix", ["model.", "net.", "student.module."])
def test_what_lightning_keeps_beside_the_model_is_left_out_and_named(prefix: str, tmp_path: Path) -> None:
    reference = lively(Smp(4, plus=True))
    state = {f"{prefix}{k}": v for k, v in reference.state_dict().items()}
    beside = {name: torch.ones(3) for name in ("mean", "std", "loss_fn.weight", "metric.total")}
    path = tmp_path / "epoch=3_os16.ckpt"
    torch.save({"state_dict": {**beside, **state}, "pytorch-lightning_version": "2.5"}, path)
    loaded = load_file(path)
    assert "also holds mean, std, loss_fn.weight and 1 more" in loaded.notices[-1]
    same_answers(loaded, reference, (64, 96))


def test_every_key_behind_a_net_and_an_average_are_unwrapped(tmp_path: Path) -> None:
    reference = lively(Smp(4, plus=True))
    path = tmp_path / "a_os16.pth"
    torch.save({f"net.{k}": v for k, v in reference.state_dict().items()}, path)
    same_answers(load_file(path), reference, (64, 64))
    averaged = torch.optim.swa_utils.AveragedModel(reference)
    torch.save({"model_ema": averaged.state_dict(), "epoch": 3}, path)
    loaded = load_file(path)
    assert "also holds n_averaged" in loaded.notices[-1]
    same_answers(loaded, reference, (64, 64))


def test_what_torchvisions_training_saves_is_read(tmp_path: Path) -> None:
    """references/segmentation/train.py: the options lie in an argparse.Namespace."""
    factory = torchvision.models.segmentation.deeplabv3_mobilenet_v3_large
    model = lively(factory(weights=None, weights_backbone=None, num_classes=3))
    optimiser = torch.optim.SGD(model.parameters(), 0.1, momentum=0.9)
    schedule = torch.optim.lr_scheduler.PolynomialLR(optimiser)
    whole = {
        "model": model.state_dict(),
        "optimizer": optimiser.state_dict(),
        "lr_scheduler": schedule.state_dict(),
        "epoch": 3,
        "args": argparse.Namespace(data_path="/data", lr=0.1, device="cuda", workers=[1, None]),
    }
    path = tmp_path / "model_3.pth"
    torch.save(whole, path)
    loaded = load_file(path)
    x = torch.randn(1, 3, 64, 64)
    with torch.inference_mode():
        assert torch.equal(bilinear(loaded.model(x), (64, 64)), model(x)["out"])


def test_smp_prepares_images_for_timms_models_as_timm_does(tmp_path: Path) -> None:
    plain = ModelConfig(backbone="mobilenetv2_035", num_classes=2, dialect="smp", rates=(12, 24, 36))
    renames = [("backbone.body.", "encoder.model."), ("context.", "decoder.aspp.0.")]
    renames += [("refined.0.", "decoder.aspp.1."), ("refined.1.", "decoder.aspp.2.")]
    renames += [("decoder.0.reduce.", "decoder.block1."), ("decoder.0.refine.", "decoder.block2.")]
    renames += [("classifier.", "segmentation_head.0.")]
    for name, mean in (("tf_efficientnet_lite0", 127.5), ("mobilenetv2_035", 255 * 0.485)):
        state = build_model(dataclasses.replace(plain, backbone=name)).state_dict()
        path = tmp_path / f"{name}_os16.pth"
        torch.save(
            {
                next(new + key.removeprefix(old) for old, new in renames if key.startswith(old)): value
                for key, value in state.items()
            },
            path,
        )
        config = load_file(path).description.config
        assert (config.backbone, config.mean[0]) == (name, mean)
