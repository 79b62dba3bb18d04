"""A model as it stands on one device, in one precision: decoded pixels in, logits out."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from contextlib import suppress

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from segstudio.core.arrays import Pixels
from segstudio.core.prediction import SCALE, quantised
from segstudio.deeplab.devices import cpu_has_bfloat16
from segstudio.deeplab.failures import NoNumbersError
from segstudio.deeplab.model import ModelConfig
from segstudio.deeplab.prediction.statistics import ImageStatistics
from segstudio.deeplab.prediction.tiling import Plan, Tile, assembled, seen_pixels
from segstudio.deeplab.quick.cuda_graphs import GraphedForward, searched
from segstudio.deeplab.quick.mirroring import Mirrored
from segstudio.deeplab.quick.openvino_backend import OpenVinoModel
from segstudio.deeplab.quick.quickening import quickened

SMALLEST_SIDE = 32
"""Below one cell of the coarsest map there is nothing to convolve: smaller images are extended at their edge."""


class PlacedModel:
    """Not thread-safe. `check` is called between the parts of the model and may raise Cancelled."""

    def __init__(
        self,
        model: nn.Module,
        config: ModelConfig,
        device: torch.device,
        precision: torch.dtype,
        *,
        fast: bool,
        check: Callable[[], None],
        openvino: OpenVinoModel | None = None,
    ) -> None:
        """`model`: in evaluation mode, float32, on the CPU; it is used up. `openvino`: sees whole images in its place."""
        if fast:
            model = quickened(model, device.type)
        self.device, self.precision, self.openvino = device, precision, openvino
        self._mean = torch.tensor(config.mean, device=device).view(1, 3, 1, 1)
        self._scale = 1.0 / torch.tensor(config.std, device=device).view(1, 3, 1, 1)
        for stage in _stages(model):
            stage.register_forward_pre_hook(_checking(check, device))
        self.statistics = ImageStatistics(model, mirrored=isinstance(model, Mirrored))
        self._model: nn.Module = model.to(device=device, dtype=precision)
        self._graphs = GraphedForward(self._model) if fast and device.type == "cuda" else None

    def free_memory(self) -> bool:
        """Give back what only speed needs; whether there was any."""
        freed = self._graphs is not None and self._graphs.free()
        if self.device.type == "cuda":
            # after a recording that failed older torch cannot (pytorch issue 180395)
            with suppress(RuntimeError):
                torch.cuda.empty_cache()
        return freed

    def whole(self, views: Sequence[Pixels]) -> Tensor:
        """float32 N×C×h×w at the model's logit stride, on its device. `views`: of one size, looked at together."""
        height, width = views[0].shape[:2]
        padded = [_extended(view) for view in views]
        with torch.inference_mode():
            output = self._forward(padded)
            down, across = output.shape[-2] / padded[0].shape[0], output.shape[-1] / padded[0].shape[1]
            rows, columns = math.ceil(height * down), math.ceil(width * across)
            return output[:, :, :rows, :columns].contiguous().float()

    def quantised(self, views: Sequence[Pixels]) -> list[NDArray[np.uint8]]:
        """`whole`, an image each, as `core.prediction` keeps it. Raises NoNumbersError."""
        logits = self.whole(views)
        if logits.device.type != "cuda":
            return [quantised(numbers(each)) for each in logits.numpy(force=True)]
        with torch.inference_mode():  # there: a quarter of the bytes to copy, and the host has less to do
            if not bool(torch.isfinite(logits).all()):
                raise NoNumbersError
            return list(quantised_tensor(logits).cpu().numpy())

    def tiled(self, view: Pixels, pixels: int) -> NDArray[np.uint8]:
        """Quantised logits of a view too large for one piece, in tiles of about `pixels`, with the statistics of the
        whole. Raises NoNumbersError."""
        plan = Plan.of((view.shape[0], view.shape[1]), pixels)

        def forward(pixels: Pixels, tile: Tile) -> NDArray[np.float32]:
            with torch.inference_mode(), self.statistics.of_tile(tile):
                logits = self._model(self._input([pixels]))[0].contiguous().float()
            return numbers(logits.numpy(force=True))

        self.statistics.forget()
        with searched(self.device.type == "cuda"):  # most tiles have one size
            for _ in range(self.statistics.passes):
                for tile in plan:
                    with torch.inference_mode():
                        self.statistics.measure(self._model, self._input([seen_pixels(view, tile)]), tile)
                self.statistics.know()
            return assembled(view, plan, forward)

    def _forward(self, views: Sequence[Pixels]) -> Tensor:
        if self.openvino is not None:
            return torch.cat([self.openvino(self._normalised([view])) for view in views])
        x = self._input(views)
        output: Tensor = self._model(x) if self._graphs is None else self._graphs(x)
        return output

    def _input(self, views: Sequence[Pixels]) -> Tensor:
        return self._normalised(views).to(self.precision)

    def _normalised(self, views: Sequence[Pixels]) -> Tensor:
        gathered = self._gathered(views)
        x = gathered.to(self.device, non_blocking=gathered.is_pinned())
        return (x.permute(0, 3, 1, 2).float() - self._mean) * self._scale

    def _gathered(self, views: Sequence[Pixels]) -> Tensor:
        """uint8 N×H×W×3; for a GPU in memory that it reads by itself, which torch gives to nobody else until it has."""
        shape = len(views), *views[0].shape
        gathered = torch.empty(shape, dtype=torch.uint8, pin_memory=self.device.type == "cuda")
        np.stack(views, out=gathered.numpy())
        return gathered


def precision_for(device: torch.device, *, fast: bool) -> torch.dtype:
    if not fast:
        return torch.float32
    if device.type == "cuda":
        return torch.float16
    return torch.bfloat16 if device.type == "cpu" and cpu_has_bfloat16() else torch.float32


def numbers(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Raises NoNumbersError unless all are finite."""
    if not np.isfinite(logits).all():
        raise NoNumbersError
    return logits


def quantised_tensor(logits: Tensor) -> Tensor:
    """float32 N×C×h×w -> uint8: what `core.prediction.quantised` makes of each image, on the device."""
    relative = logits - logits.amax(dim=1, keepdim=True)
    return (torch.round(relative * SCALE) + 255).clamp_(0, 255).to(torch.uint8)


def _checking(check: Callable[[], None], device: torch.device) -> Callable[..., None]:
    def before(*_: object) -> None:
        if device.type == "cuda" and torch.cuda.is_current_stream_capturing():
            return  # an exception would spoil the recording
        check()

    return before


def _stages(model: nn.Module) -> list[nn.Module]:
    """Modules between which a cancelled prediction ends: the parts of the model and of its backbone."""
    model = model.model if isinstance(model, Mirrored) else model  # the parts lie inside
    parts = [child for child in model.children() if not isinstance(child, nn.ModuleList)]
    backbone = [m for part in parts for m in part.children() if not isinstance(m, nn.ModuleList)]
    return [*parts, *backbone]


def _extended(image: Pixels) -> Pixels:
    """At least SMALLEST_SIDE a side: the edge pixels go on to the right and below."""
    below = max(0, SMALLEST_SIDE - image.shape[0])
    right = max(0, SMALLEST_SIDE - image.shape[1])
    if not (below or right):
        return image
    return np.pad(image, ((0, below), (0, right), (0, 0)), mode="edge")
