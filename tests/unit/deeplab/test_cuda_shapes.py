"""What the prediction does on a CUDA device, computed without one: devices, types and shapes, no numbers.

torch's fake tensors say what a kernel would answer, and refuse what it would: two devices in one sum, half precision
against float32 weights. They do not know kernels, graphs, memory or gradients: those are tested in tests/gpu.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch._subclasses import fake_tensor
from torch._subclasses.fake_tensor import FakeTensorMode

from segstudio.deeplab.model import DecoderLevel, ModelConfig, build_model
from segstudio.deeplab.prediction.placed_model import PlacedModel, quantised_tensor
from segstudio.deeplab.quick.quickening import quickened

CUDA = torch.device("cuda:0")


def _why_not() -> str:
    """Empty where fake CUDA tensors work."""
    try:
        with FakeTensorMode(allow_non_fake_inputs=True):
            x = torch.zeros(1, 3, 8, 8).to(CUDA, torch.float16)
            conv = nn.Conv2d(3, 4, 3, device=CUDA, dtype=torch.float16)
            assert conv(x).device == CUDA
    except (AssertionError, RuntimeError, TypeError) as error:
        return str(error)
    return ""


WHY_NOT = _why_not()
pytestmark = pytest.mark.skipif(bool(WHY_NOT), reason=f"this torch cannot fake CUDA: {WHY_NOT}")


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Tensors that are made are fake; numbers that are read off them are zeros."""

    def moved(model: nn.Module, device: torch.device, dtype: torch.dtype) -> nn.Module:
        for module in model.modules():  # torch's own cannot exchange real weights for fake ones
            for name, weight in module.named_parameters(recurse=False):
                setattr(module, name, nn.Parameter(weight.to(device, dtype), requires_grad=False))
            for name, buffer in module.named_buffers(recurse=False):
                setattr(module, name, buffer.to(device, dtype if buffer.is_floating_point() else None))
        return model

    def zeros(tensor: Tensor, *, force: bool = False) -> NDArray[Any]:
        assert force or tensor.device.type == "cpu"
        return np.zeros(tuple(tensor.shape), np.uint8 if tensor.dtype == torch.uint8 else np.float32)

    with FakeTensorMode(allow_non_fake_inputs=True):
        monkeypatch.setattr(nn.Module, "to", moved)
        monkeypatch.setattr(Tensor, "numpy", zeros)
        monkeypatch.setattr(torch.cuda, "is_current_stream_capturing", lambda: False)
        # constants are kept as real tensors beside the fake ones, and cannot go to the device
        monkeypatch.setattr(fake_tensor, "CONSTANT_NUMEL_LIMIT", 0, raising=False)
        yield
        monkeypatch.undo()


CONFIGS = {
    "lite0": ModelConfig(num_classes=3, context_channels=16, decoder=(DecoderLevel(4, 8, 8),)),
    "squeezes": ModelConfig(
        architecture="deeplabv3", backbone="mobilenet_v3_large", num_classes=3, context_channels=16
    ),
    "bins": ModelConfig(backbone="resnet18", context="spp", num_classes=3, context_channels=24),
    "corners": ModelConfig(backbone="mobilenet_v2", dialect="smp", num_classes=3, context_channels=16),
}


@pytest.fixture(scope="module", params=CONFIGS)
def quick(request: pytest.FixtureRequest) -> tuple[nn.Module, ModelConfig]:
    """A model as it is made quick for CUDA, before it goes there: real, on the CPU."""
    config = CONFIGS[request.param]
    return quickened(build_model(config).eval().requires_grad_(False), "cuda"), config


def placed(quick: tuple[nn.Module, ModelConfig]) -> PlacedModel:
    """A copy of the model on the GPU, in half precision."""
    model, config = quick
    return PlacedModel(copy.deepcopy(model), config, CUDA, torch.float16, fast=False, check=lambda: None)


def pictures(count: int, height: int, width: int) -> list[NDArray[np.uint8]]:
    return [np.zeros((height, width, 3), np.uint8)] * count


@pytest.mark.usefixtures("fake")
def test_whole_images(quick: tuple[nn.Module, ModelConfig]) -> None:
    there = placed(quick)
    logits = there.whole(pictures(2, 97, 130))
    assert (logits.device, logits.dtype) == (CUDA, torch.float32)
    assert logits.shape[:2] == (2, 3)
    codes = quantised_tensor(logits)
    assert (codes.device, codes.dtype, codes.shape) == (CUDA, torch.uint8, logits.shape)


@pytest.mark.usefixtures("fake")
def test_tiles_with_the_statistics_of_the_whole(quick: tuple[nn.Module, ModelConfig]) -> None:
    there = placed(quick)
    codes = there.tiled(pictures(1, 96, 300)[0], 96 * 256)
    stride = quick[1].logit_stride
    assert codes.shape == (3, 96 // stride, -(-300 // stride))
