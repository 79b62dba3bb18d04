"""The predictor on a CUDA device. Skipped where there is none; needs no Qt."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pytest
import torch

from segstudio.core.presets import PRESETS
from segstudio.deeplab.checkpoint import ModelDescription
from segstudio.deeplab.model import ModelConfig, build_model
from segstudio.deeplab.predictor import Predictor
from segstudio.deeplab.weights import LoadedModel, load_model
from segstudio.scenes.render import render_scene

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device here"),
]

HEIGHT, WIDTH = 1024, 2048


def test_half_precision_agrees_with_float32_on_the_cpu() -> None:
    loaded = load_model("bundled", "cuda")
    cuda, cpu = Predictor(loaded, "cuda"), Predictor(loaded, "cpu", fast=False)
    for seed in (500, 501):
        image = render_scene(seed).image
        equal = cuda.predict(image).label_map() == cpu.predict(image).label_map()
        assert equal.mean() >= 0.995
    assert cuda.device.startswith("cuda")
    assert not cuda.notices


def test_it_is_several_times_as_fast_as_eager_float32(capsys: pytest.CaptureFixture[str]) -> None:
    config = ModelConfig(
        architecture="deeplabv3",
        backbone="resnet50",
        output_stride=8,
        separable=False,
        rates=(12, 24, 36),
        decoder=(),
        working_pixels=HEIGHT * WIDTH,
    )
    loaded = LoadedModel(
        build_model(config).eval(), ModelDescription(config, PRESETS["voc"], "resnet50"), ""
    )
    image = np.random.default_rng(0).integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8)
    quick = Predictor(loaded, "cuda")
    plain = loaded.model.to("cuda")
    x = torch.randn(1, 3, HEIGHT, WIDTH, device="cuda")

    def eager() -> None:
        with torch.no_grad():
            plain(x).cpu()

    slow, fast = _best(eager), _best(lambda: quick.logits(image))
    with capsys.disabled():
        print(
            f"\nDeepLabV3 ResNet-50, {HEIGHT}×{WIDTH}: eager float32 {slow * 1e3:.1f} ms, "
            f"here {fast * 1e3:.1f} ms, {slow / fast:.2f} times as fast"
        )
    assert slow / fast > 1


def _best(work: Callable[[], object], rounds: int = 10) -> float:
    times = []
    for turn in range(rounds + 2):
        torch.cuda.synchronize()
        began = time.perf_counter()
        work()
        torch.cuda.synchronize()
        if turn >= 2:
            times.append(time.perf_counter() - began)
    return min(times)
