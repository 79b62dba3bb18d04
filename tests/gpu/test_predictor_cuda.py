"""The predictor on a CUDA device. Skipped where there is none; needs no Qt.

Where the last test finds it too slow, it tells how much of the time is the device's own. What to try there first, with
the most to gain at the top; none of it has been measured:

1. One kernel for a convolution, its bias and ReLU also inside the blocks, as `residual` has it for their sums: PyTorch
   runs cuDNN without the bias, and adds that in a pass of its own over the map; ReLU is one more.
   `torch.cudnn_convolution_relu` hands cuDNN memory that nobody wrote, times 0, as a sum's other part: look for NaN.
2. 1×1 convolutions as `torch.addmm` over the pixels of a channels-last map: cuBLASLt adds the bias while it writes.
3. `torch.compile(model, mode="max-autotune-no-cudagraphs")` before `GraphedForward`, to see what fusing can gain at most.
   It takes minutes and a C compiler, so that it is nothing for a program that people install.
4. `split_atrous_depthwise` also for CUDA, for models with separable convolutions such as the bundled one.
5. `searched(False)` in `PlacedModel.tiled`: the search pays only when many tiles follow.
"""

from __future__ import annotations

import copy
import dataclasses
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from segstudio.core.images import read_image
from segstudio.core.label_png import read_label
from segstudio.core.presets import PRESETS
from segstudio.deeplab.checkpoints.checkpoint import ModelDescription
from segstudio.deeplab.model import ModelConfig, build_model
from segstudio.deeplab.prediction.placed_model import PlacedModel
from segstudio.deeplab.predictor import Predictor
from segstudio.deeplab.quick.cuda_graphs import GraphedForward
from segstudio.deeplab.quick.quickening import quickened
from segstudio.deeplab.quick.residual import Residual
from segstudio.deeplab.weights import LoadedModel, load_model
from segstudio.engine.models.images_to_predict import images_to_predict
from segstudio.engine.models.predict_folder import predict_folder
from segstudio.scenes.render import render_scene

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device here"),
]

HEIGHT, WIDTH = 1024, 2048


@pytest.fixture(scope="module")
def bundled() -> LoadedModel:
    return load_model("bundled", "cuda")


def test_half_precision_agrees_with_float32_on_the_cpu(bundled: LoadedModel) -> None:
    cuda, cpu = Predictor(bundled, "cuda"), Predictor(bundled, "cpu", fast=False)
    for seed in (500, 501):
        image = render_scene(seed).image
        for _ in range(3):  # as it comes first, recorded, and replayed
            equal = cuda.predict(image).label_map() == cpu.predict(image).label_map()
            assert equal.mean() >= 0.995
    assert cuda.device.startswith("cuda")
    assert not cuda.notices


def test_the_sums_of_resnet_are_made_by_cudnn() -> None:
    torch.manual_seed(0)
    config = ModelConfig(architecture="deeplabv3", backbone="resnet50", num_classes=5, decoder=())
    model = build_model(config).eval()
    quick = quickened(copy.deepcopy(model), "cuda").to("cuda", torch.float16)
    x = torch.randn(1, 3, 129, 161)
    with torch.inference_mode():
        expected = model(x)
        answer = quick(x.to("cuda", torch.float16, memory_format=torch.channels_last)).float().cpu()
    torch.testing.assert_close(answer, expected, atol=0.03 * float(expected.abs().max()), rtol=0.0)
    blocks = [m for m in quick.modules() if isinstance(m, Residual)]
    assert len(blocks) == 16
    assert all(block._joined for block in blocks)  # else cuDNN refused, and plain operators ran


def test_a_graph_answers_as_the_model_for_shapes_that_alternate(bundled: LoadedModel) -> None:
    model = copy.deepcopy(bundled.model).to("cuda", torch.float16, memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stub lacks modules
    graphed = GraphedForward(model)
    kept: list[tuple[torch.Tensor, torch.Tensor]] = []
    with torch.inference_mode():
        for turn in range(8):
            side = 256 if turn % 2 else 320
            x = torch.randn(1, 3, side, side, device="cuda").half()
            x = x.to(memory_format=torch.channels_last)
            kept.append((graphed(x), model(x)))
    assert len(graphed.shapes) == 2
    for replayed, eager in kept:  # compared at the end: no answer may be written over by a later one
        torch.testing.assert_close(replayed, eager, atol=0.1, rtol=0.05)


def test_another_thread_than_the_one_that_made_it_predicts(bundled: LoadedModel) -> None:
    image = render_scene(504).image
    predictor = Predictor(bundled, "cuda")
    here = predictor.predict(image).label_map()
    with ThreadPoolExecutor(1) as worker:
        for _ in range(3):
            there = worker.submit(predictor.predict, image).result().label_map()
            assert (there == here).mean() >= 0.995
    assert (
        predictor.predict(image).label_map() == here
    ).mean() >= 0.995  # what the other thread has recorded
    assert not predictor.notices


def test_a_model_that_cannot_be_recorded_answers_all_the_same(bundled: LoadedModel) -> None:
    class Waiting(torch.nn.Module):
        def __init__(self, inner: torch.nn.Module) -> None:
            super().__init__()
            self.inner = inner

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            out: torch.Tensor = self.inner(x)
            return out * float(out.isfinite().all())  # reads a number: no graph can hold that

    image = render_scene(505).image
    expected = Predictor(bundled, "cpu", fast=False).predict(image).label_map()
    waiting = dataclasses.replace(bundled, model=Waiting(bundled.model))  # type: ignore[arg-type]  # as good as one
    predictor = Predictor(waiting, "cuda")
    for _ in range(3):
        assert (predictor.predict(image).label_map() == expected).mean() >= 0.995
    assert not predictor._placed.free_memory()  # there is no recording, and no error either
    assert (predictor.predict(image).label_map() == expected).mean() >= 0.995
    assert torch.cuda.current_stream() == torch.cuda.default_stream()
    assert not predictor.notices


def test_numbers_that_overflow_at_half_precision_are_computed_in_full(bundled: LoadedModel) -> None:
    image = render_scene(502).image
    expected = Predictor(bundled, "cpu", fast=False).predict(image).label_map()

    class Overflowing(torch.nn.Module):
        def __init__(self, inner: torch.nn.Module) -> None:
            super().__init__()
            self.inner = inner

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            out: torch.Tensor = self.inner(x) * 1e6  # past 65504
            return out / 1e6

    model = Overflowing(bundled.model)
    predictor = Predictor(dataclasses.replace(bundled, model=model), "cuda")  # type: ignore[arg-type]  # as good as one
    assert (predictor.predict(image).label_map() == expected).mean() >= 0.995
    assert any("overflows" in notice for notice in predictor.notices)
    assert predictor.device.startswith("cuda")


def test_memory_that_is_short_is_got_along_with(
    bundled: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Smaller tiles as far as there are any, then the CPU."""
    image = render_scene(503).image
    whole = Predictor(bundled, "cpu", fast=False).predict(image).label_map()
    plain = PlacedModel._input
    room = {"pixels": 200_000}

    def short(self: PlacedModel, views: list[NDArray[np.uint8]]) -> torch.Tensor:
        if self.device.type == "cuda" and sum(view[..., 0].size for view in views) > room["pixels"]:
            torch.empty(1 << 50, device="cuda")
        return plain(self, views)

    monkeypatch.setattr(PlacedModel, "_input", short)
    predictor = Predictor(bundled, "cuda")
    assert (predictor.predict(image).label_map() == whole).mean() >= 0.9
    assert predictor.device.startswith("cuda")
    (notice,) = predictor.notices
    assert "smaller tiles" in notice
    room["pixels"] = 0
    assert (predictor.predict(image).label_map() == whole).mean() >= 0.98
    assert predictor.device == "cpu"


def test_a_folder_is_predicted_in_batches_as_one_by_one(bundled: LoadedModel, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for n in range(10):
        size = (480, 360) if n != 5 else (320, 240)
        scene = render_scene(510 + n, *size).image
        cv2.imwrite(str(tmp_path / "in" / f"{n}.png"), scene[:, :, ::-1])
    predictor = Predictor(bundled, "cuda")
    assert predictor.batch > 1
    out = tmp_path / "out"
    images = images_to_predict(tmp_path / "in", out)
    result = predict_folder(images, out, [predictor], predictor.classes)
    assert (len(result.written), result.failed) == (10, ())
    alone = Predictor(bundled, "cuda")
    for key, path in images:
        label = alone.predict(read_image(path)).label_map()
        assert (read_label(out / f"{key}.png", label.shape) == label).mean() >= 0.995
    assert not predictor.notices


def test_it_is_four_times_as_fast_as_eager_float32(capsys: pytest.CaptureFixture[str]) -> None:
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
    graphs, there = quick._placed._graphs, quick._placed._input([image])
    assert graphs is not None
    assert there.shape in graphs.shapes
    alone = _best(lambda: graphs(there))
    with capsys.disabled():
        print(
            f"\nDeepLabV3 ResNet-50, {HEIGHT}×{WIDTH}: eager float32 {slow * 1e3:.1f} ms, "
            f"here {fast * 1e3:.1f} ms, {slow / fast:.2f} times as fast; the device alone {alone * 1e3:.1f} ms"
        )
    assert slow / fast >= 4


def _best(work: Callable[[], object], rounds: int = 10) -> float:
    times = []
    for turn in range(rounds + 3):
        torch.cuda.synchronize()
        began = time.perf_counter()
        work()
        torch.cuda.synchronize()
        if turn >= 3:  # the first runs search algorithms and record
            times.append(time.perf_counter() - began)
    return min(times)
