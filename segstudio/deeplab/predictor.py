"""One image in, one `Prediction` out, as quickly as the device allows."""

from __future__ import annotations

import copy
import math
import os

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from segstudio.core.classes import ClassTable
from segstudio.core.errors import WorkError
from segstudio.core.prediction import Prediction
from segstudio.core.progress import CancelToken
from segstudio.deeplab.devices import AUTO, cpu_has_bfloat16, resolve_device
from segstudio.deeplab.fitting import fitted
from segstudio.deeplab.mirroring import Mirrored
from segstudio.deeplab.quickening import quickened
from segstudio.deeplab.weights import LoadedModel

Pixels = NDArray[np.uint8]  # H×W×3 RGB

SMALLEST_SIDE = 32
"""Below one cell of the coarsest map there is nothing to convolve: smaller images are extended at their edge."""

SMALLEST_RETRY = 1 << 16
"""Pixels. A device without memory for so small an image will not do; the CPU takes over."""


class Predictor:
    """Runs one model on one device. Not thread-safe: one predictor belongs to one worker.

    `notices` holds sentences for the user, for example that the CPU took over. `threads`: CPU threads of
    torch; by default all but one, and both of two. `fast=False` computes in float32 exactly as the model was
    built, for comparisons.
    """

    def __init__(
        self, loaded: LoadedModel, device: str = AUTO, threads: int | None = None, *, fast: bool = True
    ) -> None:
        self._loaded = loaded
        self._threads = threads or _default_threads()
        self._fast = fast
        self._working_pixels = loaded.description.config.working_pixels
        self._cancel: CancelToken | None = None
        self.notices: list[str] = list(loaded.notices)
        torch.set_num_threads(self._threads)
        wanted = resolve_device(device)
        try:
            self._place(wanted, _precision(wanted, fast))
        except torch.OutOfMemoryError:
            self._fall_back_to_cpu(wanted)

    @property
    def classes(self) -> ClassTable:
        return self._loaded.description.classes

    @property
    def model_id(self) -> str:
        return self._loaded.model_id

    @property
    def model_name(self) -> str:
        return self._loaded.description.name

    @property
    def device(self) -> str:
        return str(self._device)

    def predict(self, image: Pixels, cancel: CancelToken | None = None) -> Prediction:
        """Predict an image of any size ≥ 1×1, uint8 H×W×3 RGB.

        The image is first brought to the size that the model works at, so memory is bounded. Raises
        Cancelled, and WorkError when the model's answer is not a number.
        """
        if torch.get_num_threads() != self._threads:  # a setting of the calling thread
            torch.set_num_threads(self._threads)
        self._cancel = cancel
        self._check_cancel()
        logits = self._logits_or_less(image)
        if not np.isfinite(logits).all() and self._precision != torch.float32:
            self._place(self._device, torch.float32)
            self._note("The model overflows at half precision; it runs at full precision, which is slower.")
            logits = self._logits_or_less(image)
        if not np.isfinite(logits).all():
            raise WorkError(
                f"The model '{self.model_name}' answers with values that are no numbers. Its weights are damaged or "
                "do not belong to it; choose another model."
            )
        self._check_cancel()
        size = image.shape[0], image.shape[1]
        return Prediction.from_logits(logits, size, self.classes, self.model_id, self.model_name)

    def logits(self, image: Pixels) -> NDArray[np.float32]:
        """float32 C×h×w at the model's logit stride, at the size the model works on."""
        image = fitted(image, self._loaded.description.config, self._working_pixels)
        height, width = image.shape[:2]
        padded = _extended(image)
        with torch.inference_mode():
            output = self._model(self._input(padded))
            finest = output.shape[-2] / padded.shape[0], output.shape[-1] / padded.shape[1]
            rows, columns = math.ceil(height * finest[0]), math.ceil(width * finest[1])
            result: NDArray[np.float32] = output[0, :, :rows, :columns].contiguous().float().cpu().numpy()
        return result

    def _logits_or_less(self, image: Pixels) -> NDArray[np.float32]:
        """`logits`, with a smaller image and then the CPU when the device runs out of memory."""
        while True:
            try:
                return self.logits(image)
            except torch.OutOfMemoryError:
                torch.cuda.empty_cache()
                working = fitted(image, self._loaded.description.config, self._working_pixels)[..., 0].size
                if working // 4 >= SMALLEST_RETRY:
                    self._working_pixels = working // 4
                    self._note(
                        f"{self._device} is short of memory: images are predicted at half their size."
                    )
                elif self._device.type != "cpu":
                    self._working_pixels = self._loaded.description.config.working_pixels
                    self._fall_back_to_cpu(self._device)
                else:
                    raise WorkError(
                        "There is too little memory to run the model. Close other programs."
                    ) from None

    def _fall_back_to_cpu(self, full: torch.device) -> None:
        self._note(f"{full} has too little memory for this model; the CPU took over.")
        cpu = torch.device("cpu")
        self._place(cpu, _precision(cpu, self._fast))

    def _place(self, device: torch.device, precision: torch.dtype) -> None:
        """Prepare an own copy of the model; the loaded one stays as it is."""
        model: nn.Module = copy.deepcopy(self._loaded.model).eval().requires_grad_(False)
        config = self._loaded.description.config
        if self._fast:
            model = quickened(model, device.type)
        self._device, self._precision = device, precision
        self._mean = torch.tensor(config.mean, device=device).view(1, 3, 1, 1)
        self._scale = 1.0 / torch.tensor(config.std, device=device).view(1, 3, 1, 1)
        for stage in _stages(model):
            stage.register_forward_pre_hook(lambda *_: self._check_cancel())
        self._model: nn.Module = model.to(device=device, dtype=precision)

    def _input(self, image: Pixels) -> Tensor:
        x = torch.from_numpy(np.ascontiguousarray(image)[None]).to(self._device)
        x = (x.permute(0, 3, 1, 2).float() - self._mean) * self._scale
        return x.to(self._precision)

    def _check_cancel(self) -> None:
        if self._cancel is not None:
            self._cancel.raise_if_cancelled()

    def _note(self, sentence: str) -> None:
        if sentence not in self.notices:
            self.notices.append(sentence)


def _default_threads() -> int:
    """All cores but one; of two cores both, since halving the speed would cost more than it frees."""
    cores = os.cpu_count() or 1
    return cores if cores <= 2 else cores - 1


def _precision(device: torch.device, fast: bool) -> torch.dtype:
    if not fast:
        return torch.float32
    if device.type == "cuda":
        return torch.float16
    return torch.bfloat16 if device.type == "cpu" and cpu_has_bfloat16() else torch.float32


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
