"""Predicting: speed against plain PyTorch, agreement with float32, and how near a folder comes to the model's own speed.

- `predict.speedup.*`: how many times as long the same model takes in eager float32 with PyTorch's defaults, for one
  512×512 image, input on the CPU to logits. The models that are downloaded have random weights here: time does not
  depend on them.
- `predict.agreement.bundled`: share of equal pixels of the quick path and float32 over CamVid val.
- `predict.agreement.tiled`: share of equal pixels of a large picture of such frames looked at in tiles and in one piece.
- `predict.frame_ms.bundled`: one 480×360 frame, from decoded pixels to the label map at full size.
- `predict.frame_ms.openvino`: the same through OpenVINO, where that is installed.
- `predict.images_per_s.*`: decoding, the model, label map with PNG, each alone; and the whole folder.
- `predict.folder_efficiency`: images per second of `segstudio predict` on a folder (decoding, predicting, encoding)
  divided by those of the model alone on decoded images, one after the other on all cores.

With `--device cuda` the same on a GPU, under names that end in `.cuda`, but for tiles and OpenVINO.

A time is the fastest of several rounds in which the rivals take turns, so that a busy machine slows both alike.
"""

from __future__ import annotations

import copy
import dataclasses
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from segstudio.bench._folder import folder_rows
from segstudio.bench._tiles import tiled_agreement
from segstudio.bench.registry import Row, Run
from segstudio.core import allocator
from segstudio.core.progress import Progress

if TYPE_CHECKING:
    from segstudio.deeplab.weights import LoadedModel

SIDE = 512
_ROUNDS = 8
_SCENES = 20


def run(data: Path | None, progress: Progress) -> list[Row]:
    """`predict.agreement.bundled` needs data; the rest takes rendered scenes without."""
    return _rows(data, progress, "cpu")


def with_device(device: str) -> Run:
    """`run` on another device: its rows end in the kind of it, and have no budget, which is a CPU's."""
    if device == "cpu":
        return run
    kind = device.partition(":")[0]

    def on_device(data: Path | None, progress: Progress) -> list[Row]:
        return [
            dataclasses.replace(row, name=f"{row.name}.{kind}", budget=None)
            for row in _rows(data, progress, device)
        ]

    return on_device


def _rows(data: Path | None, progress: Progress, device: str) -> list[Row]:
    """Of a device other than the CPU: without the tiles and OpenVINO, which are measured on the CPU."""
    from segstudio.deeplab.devices import resolve_device
    from segstudio.deeplab.quick.openvino_backend import OPENVINO, is_installed
    from segstudio.deeplab.weights import load_model  # late: torch

    device = str(resolve_device(device))  # tells at once when there is none
    bundled = load_model("bundled", "cpu")
    images = _images(data, progress)
    rows = []
    rivals = {
        "mobilenet_v3_large": _untrained("mobilenet_v3_large", 16),
        "resnet50": _untrained("resnet50", 8),
        "bundled": bundled,
    }
    for number, (name, loaded) in enumerate(rivals.items()):
        progress(number, len(rivals), f"speed of {name}")
        rows.append(Row(f"predict.speedup.{name}", _speedup(loaded, device), "×", 2.8, "higher"))
    allocator.keep_frames()  # as `segstudio predict` and the window do; not before: its rivals have PyTorch's defaults
    if data is not None:
        share = _agreement(bundled, images, progress, device)
        rows.append(Row("predict.agreement.bundled", share, "share", 0.995, "higher"))
    if device == "cpu":
        share = tiled_agreement(bundled, images, progress)
        rows.append(Row("predict.agreement.tiled", share, "share", 0.995, "higher"))
    rows.append(Row("predict.frame_ms.bundled", _frame_ms(bundled, images, device), "ms", 80, "lower"))
    if device == "cpu" and is_installed():
        rows.append(
            Row("predict.frame_ms.openvino", _frame_ms(bundled, images, OPENVINO), "ms", 80, "lower")
        )
    rows += folder_rows(bundled, images, fastest, progress, device)
    return rows


def _images(data: Path | None, progress: Progress) -> list[NDArray[np.uint8]]:
    """CamVid val, or rendered scenes of the same size."""
    from segstudio.core.images import read_image
    from segstudio.scenes.render import render_scene

    if data is not None and (data / "camvid").is_dir():
        stems = (data / "camvid" / "splits" / "val.txt").read_text(encoding="utf-8").split()
        return [read_image(data / "camvid" / "images" / f"{stem}.jpg") for stem in stems]
    scenes = []
    for seed in range(_SCENES):
        progress(seed, _SCENES, "rendering scenes")
        scenes.append(render_scene(500 + seed).image)
    return scenes


def _untrained(backbone: str, output_stride: int) -> LoadedModel:
    """torchvision's DeepLabV3 with random weights."""
    from segstudio.core.presets import PRESETS
    from segstudio.deeplab.checkpoints.checkpoint import ModelDescription
    from segstudio.deeplab.model import ModelConfig, build_model
    from segstudio.deeplab.weights import LoadedModel

    config = ModelConfig(
        architecture="deeplabv3",
        backbone=backbone,
        output_stride=output_stride,
        separable=False,
        rates=(12, 24, 36),
        decoder=(),
    )
    return LoadedModel(build_model(config).eval(), ModelDescription(config, PRESETS["voc"], backbone), "")


def _speedup(loaded: LoadedModel, device: str) -> float:
    import torch

    from segstudio.deeplab.predictor import Predictor

    config = dataclasses.replace(loaded.description.config, enlarged_pixels=0, working_pixels=SIDE * SIDE)
    loaded = dataclasses.replace(loaded, description=dataclasses.replace(loaded.description, config=config))
    image = np.random.default_rng(0).integers(0, 256, (SIDE, SIDE, 3), np.uint8)
    mean, std = (torch.tensor(v, device=device).view(1, 3, 1, 1) for v in (config.mean, config.std))
    plain = copy.deepcopy(loaded.model).to(device)

    def eager() -> object:
        with torch.no_grad():
            x = torch.from_numpy(image).to(device).permute(2, 0, 1)[None].contiguous().float()
            return plain((x - mean) / std).cpu()

    predictor = Predictor(loaded, device, os.cpu_count())
    slow, quick = fastest([eager, lambda: predictor.logits(image)])
    return slow / quick


def _agreement(
    loaded: LoadedModel, images: list[NDArray[np.uint8]], progress: Progress, device: str
) -> float:
    from segstudio.deeplab.predictor import Predictor

    quick = Predictor(loaded, device, os.cpu_count())
    plain = Predictor(loaded, "cpu", os.cpu_count(), fast=False)
    equal = total = 0
    for number, image in enumerate(images):
        progress(number, len(images), "agreement with float32")
        labels = [predictor.predict(image).label_map() for predictor in (quick, plain)]
        equal += int((labels[0] == labels[1]).sum())
        total += labels[0].size
    return equal / total


def _frame_ms(loaded: LoadedModel, images: list[NDArray[np.uint8]], device: str) -> float:
    from segstudio.deeplab.predictor import Predictor

    predictor = Predictor(loaded, device, os.cpu_count())
    return 1000 * fastest([lambda: predictor.predict(images[0]).label_map()], rounds=4 * _ROUNDS)[0]


def fastest(works: Sequence[Callable[[], object]], rounds: int = _ROUNDS) -> list[float]:
    """Seconds of each, the best of `rounds` turns, after one that warms up."""
    times = [float("inf")] * len(works)
    for turn in range(rounds + 1):
        for index, work in enumerate(works):
            began = time.perf_counter()
            work()
            if turn:
                times[index] = min(times[index], time.perf_counter() - began)
    return times
