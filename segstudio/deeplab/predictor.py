"""One image in, one `Prediction` out, as quickly as the device allows."""

from __future__ import annotations

import copy
import math
import os

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from segstudio.core.classes import ClassTable
from segstudio.core.errors import WorkError
from segstudio.core.predicting import PLAIN, PredictOptions, Refinement
from segstudio.core.prediction import Logits, Prediction, quantised
from segstudio.core.progress import CancelToken
from segstudio.deeplab.augmentation import Averaging
from segstudio.deeplab.devices import AUTO, cpu_has_bfloat16, resolve_device
from segstudio.deeplab.dialects import dialect_of
from segstudio.deeplab.fitting import fitted, fitted_size
from segstudio.deeplab.memory import is_out_of_memory
from segstudio.deeplab.mirroring import Mirrored
from segstudio.deeplab.openvino_backend import OPENVINO, OpenVinoModel
from segstudio.deeplab.quickening import quickened
from segstudio.deeplab.refinement import METHODS, refined
from segstudio.deeplab.statistics import ImageStatistics
from segstudio.deeplab.tiling import SMALLEST_TILE, Plan, Tile, assembled, seen_pixels
from segstudio.deeplab.weights import LoadedModel

Pixels = NDArray[np.uint8]  # H×W×3 RGB

SMALLEST_SIDE = 32
"""Below one cell of the coarsest map there is nothing to convolve: smaller images are extended at their edge."""


class _NoNumbersError(Exception):
    """The model answered with values that are no numbers."""


class Predictor:
    """Runs one model on one device. Not thread-safe: one predictor belongs to one worker.

    `notices` holds sentences for the user, for example that the CPU took over. `threads`: CPU threads of
    torch; by default all but one, and both of two. `fast=False` computes in float32 exactly as the model was
    built, for comparisons. `reduced` counts the images that were looked at smaller than they are.
    """

    def __init__(
        self,
        loaded: LoadedModel,
        device: str = AUTO,
        threads: int | None = None,
        *,
        fast: bool = True,
        options: PredictOptions = PLAIN,
    ) -> None:
        self._loaded = loaded
        self._config = loaded.description.config
        self._threads = threads or _default_threads()
        self._fast = fast
        self._wants_openvino = device == OPENVINO
        self._openvino: OpenVinoModel | None = None
        self._tile_pixels = self._config.tile_pixels
        self._cancel: CancelToken | None = None
        self.options = options
        self.notices: list[str] = list(loaded.notices)
        self.reduced = 0
        torch.set_num_threads(self._threads)
        wanted = resolve_device(device)
        try:
            self._place(wanted, _precision(wanted, fast))
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            self._fall_back_to_cpu(wanted)

    @property
    def loaded(self) -> LoadedModel:
        """The model as it was loaded; not to be changed."""
        return self._loaded

    @property
    def classes(self) -> ClassTable:
        return self._loaded.description.classes

    @property
    def model_id(self) -> str:
        """Names the weights and the options: predictions with the same id are interchangeable."""
        return self.options.identity(self._loaded.model_id)

    @property
    def model_name(self) -> str:
        return self._loaded.description.name

    @property
    def device(self) -> str:
        return OPENVINO if self._openvino is not None else str(self._device)

    def predict(self, image: Pixels, cancel: CancelToken | None = None) -> Prediction:
        """Predict an image of any size ≥ 1×1, uint8 H×W×3 RGB.

        Memory beside the result is that of one tile: see `tiling`. Raises Cancelled, and WorkError when the model's
        answer is not a number or there is no memory even for a small tile.
        """
        if torch.get_num_threads() != self._threads:  # a setting of the calling thread
            torch.set_num_threads(self._threads)
        self._cancel = cancel
        self._check_cancel()
        try:
            logits = self._within_memory(image)
        except _NoNumbersError:
            logits = self._at_full_precision(image)
        self._check_cancel()
        if self.options.refine is not Refinement.NONE:
            logits = refined(logits, image, METHODS[self.options.refine], self._check_cancel)
        size = image.shape[0], image.shape[1]
        seen = fitted_size(size, self._config, full_size=self.options.full_size)
        self.reduced += seen[0] * seen[1] < size[0] * size[1]
        return Prediction(logits, size, self.classes, self.model_id, self.model_name)

    def logits(self, image: Pixels) -> NDArray[np.float32]:
        """float32 C×h×w at the model's logit stride, at the size the model works on, in one piece."""
        return self._whole(fitted(image, self._config, full_size=self.options.full_size))

    def _whole(self, view: Pixels) -> NDArray[np.float32]:
        height, width = view.shape[:2]
        padded = _extended(view)
        with torch.inference_mode():
            if self._openvino is not None:
                output = self._openvino(self._normalised(padded))
            else:
                output = self._model(self._input(padded))
            finest = output.shape[-2] / padded.shape[0], output.shape[-1] / padded.shape[1]
            rows, columns = math.ceil(height * finest[0]), math.ceil(width * finest[1])
            result: NDArray[np.float32] = output[0, :, :rows, :columns].contiguous().float().cpu().numpy()
        return result

    def _tiled(self, view: Pixels) -> NDArray[np.uint8]:
        """Quantised logits of a view too large for one piece: tile by tile, with the statistics of the whole."""
        plan = Plan.of((view.shape[0], view.shape[1]), self._tile_pixels)
        if not self._statistics.complete or dialect_of(self._config.dialect).corners:
            self._note(
                f"What the model '{self.model_name}' says depends on how much it sees at once. An image was too large for "
                "one piece, and its tiles may differ a little where they meet."
            )

        def forward(pixels: Pixels, tile: Tile) -> NDArray[np.float32]:
            with torch.inference_mode(), self._statistics.of_tile(tile):
                result: NDArray[np.float32] = (
                    self._model(self._input(pixels))[0].contiguous().float().cpu().numpy()
                )
            return _numbers(result)

        self._statistics.forget()
        for _ in range(self._statistics.passes):
            for tile in plan:
                with torch.inference_mode():
                    self._statistics.measure(self._model, self._input(seen_pixels(view, tile)), tile)
            self._statistics.know()
        return assembled(view, plan, forward)

    def _view(self, view: Pixels) -> Logits:
        """Logits of one image at one size, whole or in tiles."""
        return _numbers(self._whole(view)) if view[..., 0].size <= self._tile_pixels else self._tiled(view)

    def _looked_at(self, image: Pixels) -> NDArray[np.uint8]:
        """Quantised logits of an image, averaged over what the options ask for."""
        full = self.options.full_size
        if not self.options.augmented:
            return quantised(self._view(fitted(image, self._config, full_size=full)))
        height, width = fitted_size((image.shape[0], image.shape[1]), self._config, full_size=full)
        stride = self._config.logit_stride
        averaging = Averaging(
            self.classes.num_classes, (math.ceil(height / stride), math.ceil(width / stride))
        )
        for scale in self.options.scales:
            view = fitted(image, self._config, scale, full_size=full)
            averaging.add(self._view(view))
            if self.options.flip:
                averaging.add(self._view(view[:, ::-1]), mirrored=True)
        return averaging.result()

    def _within_memory(self, image: Pixels) -> NDArray[np.uint8]:
        """`_looked_at`, with smaller tiles and then the CPU when the device runs out of memory."""
        while True:
            try:
                return self._looked_at(image)
            except (RuntimeError, MemoryError, cv2.error) as error:
                if not is_out_of_memory(error):
                    raise
            self._get_along_with_less(image)

    def _get_along_with_less(self, image: Pixels) -> None:
        """Raises WorkError when that is not possible."""
        if self._device.type == "cuda":
            torch.cuda.empty_cache()
        size = image.shape[0], image.shape[1]
        view = fitted_size(size, self._config, max(self.options.scales), full_size=self.options.full_size)
        tried = min(self._tile_pixels, view[0] * view[1])
        if tried > SMALLEST_TILE**2:
            self._tile_pixels = max(tried // 4, SMALLEST_TILE**2)
            self._note(
                f"{self._device} is short of memory: images are predicted in smaller tiles, which takes longer."
            )
        elif self._device.type != "cpu":
            self._tile_pixels = self._config.tile_pixels
            self._fall_back_to_cpu(self._device)
        else:
            raise WorkError("There is too little memory to run the model. Close other programs.")

    def _at_full_precision(self, image: Pixels) -> NDArray[np.uint8]:
        """Once more after numbers that were none. Raises WorkError when they are none at full precision either."""
        try:
            if self._precision != torch.float32:
                self._place(self._device, torch.float32)
                self._note(
                    "The model overflows at half precision; it runs at full precision, which is slower."
                )
                return self._within_memory(image)
        except _NoNumbersError:
            pass
        raise WorkError(
            f"The model '{self.model_name}' answers with values that are no numbers. Its weights are damaged or "
            "do not belong to it; choose another model."
        )

    def _fall_back_to_cpu(self, full: torch.device) -> None:
        self._note(f"{full} has too little memory for this model; the CPU took over.")
        cpu = torch.device("cpu")
        self._place(cpu, _precision(cpu, self._fast))

    def _place(self, device: torch.device, precision: torch.dtype) -> None:
        """Prepare an own copy of the model; the loaded one stays as it is."""
        model: nn.Module = copy.deepcopy(self._loaded.model).eval().requires_grad_(False)
        config = self._config
        self._openvino = self._compiled(model, precision)
        if self._fast:
            model = quickened(model, device.type)
        self._device, self._precision = device, precision
        self._mean = torch.tensor(config.mean, device=device).view(1, 3, 1, 1)
        self._scale = 1.0 / torch.tensor(config.std, device=device).view(1, 3, 1, 1)
        for stage in _stages(model):
            stage.register_forward_pre_hook(lambda *_: self._check_cancel())
        self._statistics = ImageStatistics(model, mirrored=isinstance(model, Mirrored))
        self._model: nn.Module = model.to(device=device, dtype=precision)

    def _input(self, image: Pixels) -> Tensor:
        return self._normalised(image).to(self._precision)

    def _normalised(self, image: Pixels) -> Tensor:
        x = torch.from_numpy(np.ascontiguousarray(image)[None]).to(self._device)
        return (x.permute(0, 3, 1, 2).float() - self._mean) * self._scale

    def _compiled(self, model: nn.Module, precision: torch.dtype) -> OpenVinoModel | None:
        """Through OpenVINO, where that was asked for: whole images only, tiles need the statistics of torch's model."""
        if not (self._wants_openvino and self._fast):
            return None
        try:
            return OpenVinoModel(model, self._threads, half=precision == torch.bfloat16)
        except WorkError as error:
            self._note(f"{error} PyTorch does it meanwhile.")
            return None

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


def _numbers(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Raises _NoNumbersError unless all are finite."""
    if not np.isfinite(logits).all():
        raise _NoNumbersError
    return logits
