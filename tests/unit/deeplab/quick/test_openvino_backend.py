"""OpenVINO as a device: the same answers at any size, and PyTorch where it cannot."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from segstudio.core.errors import InputError, WorkError
from segstudio.core.images import read_image
from segstudio.core.presets import PRESETS
from segstudio.deeplab import devices
from segstudio.deeplab.checkpoints.checkpoint import ModelDescription
from segstudio.deeplab.model import Context, DecoderLevel, ModelConfig, build_model
from segstudio.deeplab.predictor import Predictor
from segstudio.deeplab.quick.openvino_backend import OPENVINO, OpenVinoModel
from segstudio.deeplab.weights import LoadedModel, load_model

pytest.importorskip("openvino", reason="the extra 'openvino' is not installed")


def _model(context: Context) -> LoadedModel:
    torch.manual_seed(3)
    config = ModelConfig(
        num_classes=11,
        context=context,
        context_channels=16,
        decoder=(DecoderLevel(4, 8, 16),),
    )
    return LoadedModel(
        build_model(config).eval(), ModelDescription(config, PRESETS["camvid"], "tiny"), "id"
    )


@pytest.mark.parametrize("context", ["aspp", "spp"])
def test_answers_are_those_of_pytorch_at_any_size(context: Context) -> None:
    model = _model(context).model
    compiled = OpenVinoModel(model, 1, half=False)
    for size in ((64, 96), (33, 70), (97, 64)):
        x = torch.randn(1, 3, *size)
        with torch.no_grad():
            expected = model(x)
        answer = compiled(x)
        assert torch.allclose(answer, expected, atol=1e-3 * float(expected.abs().max()))


def test_the_device_predicts_as_the_cpu_does(data: Path) -> None:
    bundled = load_model("bundled", "cpu")
    stem = (data / "camvid" / "splits" / "val.txt").read_text("utf-8").split()[0]
    image = read_image(data / "camvid" / "images" / f"{stem}.jpg")
    quick = Predictor(bundled, OPENVINO, 1)
    assert quick.device == OPENVINO
    assert quick.notices == []
    labels = [p.predict(image).label_map() for p in (quick, Predictor(bundled, "cpu", 1, fast=False))]
    assert np.mean(labels[0] == labels[1]) > 0.99


def test_what_openvino_does_not_know_is_left_to_pytorch(monkeypatch: pytest.MonkeyPatch) -> None:
    class Odd(nn.Module):
        def forward(self, x: torch.Tensor) -> object:
            return {"not": "a tensor"}

    with pytest.raises(WorkError, match="OpenVINO"):
        OpenVinoModel(Odd(), 1, half=False)
    monkeypatch.delattr("openvino.Core")  # as if it were broken, or of another time
    predictor = Predictor(_model("aspp"), OPENVINO, 1)
    assert predictor.device == "cpu"
    assert any("OpenVINO" in notice for notice in predictor.notices)
    assert predictor.predict(np.zeros((20, 30, 3), np.uint8)).size == (20, 30)


def test_without_the_extra_there_is_no_such_device(monkeypatch: pytest.MonkeyPatch) -> None:
    assert OPENVINO in [device.id for device in devices.available_devices()]
    assert str(devices.resolve_device("auto")) != OPENVINO
    monkeypatch.setattr(devices, "is_installed", lambda: False)
    with pytest.raises(InputError, match="openvino"):
        devices.resolve_device(OPENVINO)
