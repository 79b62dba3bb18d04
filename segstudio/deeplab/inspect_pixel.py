"""Why a pixel got its class: the gradient of the winning logit by the image, and what each branch added to it.

The fast model of the predictor cannot be differentiated (half precision, inference mode), so this keeps a float32
copy of its own, made when first needed.

What a branch adds. Everything behind the context module's concatenation z and the decoder's reduced low-level maps l
is linear between the kinks of its ReLUs: convolutions, batch normalisation in evaluation mode, ReLU, bilinear
resizing. At the point where the image puts them, the winning logit is therefore exactly

    Σ z·∂logit/∂z + Σ l·∂logit/∂l + constant,

with the constant made of biases. 'Gradient × activation', summed over the channels and cells of one branch, is that
branch's term, in logits; nothing is approximated, but it holds at this point only: it does not say what the logit
would be without the branch. Shares are the terms of the branches divided by the sum of their absolute values.
"""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError, WorkError
from segstudio.core.geometry import Rect
from segstudio.core.inspection import (
    BinShares,
    ClassScore,
    LogitPart,
    PartKind,
    PixelInspection,
    Reach,
    TapPoint,
    Taps,
)
from segstudio.core.progress import CancelToken
from segstudio.deeplab.fitting import fitted
from segstudio.deeplab.folding import fold_batch_norm
from segstudio.deeplab.layers import ASPP, SpatialPyramidPooling
from segstudio.deeplab.model import Model, ModelConfig
from segstudio.deeplab.receptive_field import branch_names
from segstudio.deeplab.weights import LoadedModel

Pixels = NDArray[np.uint8]  # H×W×3 RGB

MEMORY = 2 << 30
"""Bytes that the maps kept for the gradient may take. What an image would need more is cut off around the pixel."""

SHARES = (0.5, 0.9)
"""Of the influence; the discs that hold them are told."""

_SMALLEST_SIDE = 32
_TRIAL = 64


class PixelInspector:
    """Asks one model about pixels. Not thread-safe, like the predictor: it belongs to one worker.

    `device`: where it computes; when that is short of memory the CPU takes over for good.
    """

    def __init__(self, loaded: LoadedModel, device: str = "cpu", *, memory: int = MEMORY) -> None:
        self._loaded = loaded
        self._memory = memory
        self._place(torch.device(device))

    def inspect(
        self, image: Pixels, x: int, y: int, cancel: CancelToken | None = None
    ) -> PixelInspection:
        """`image`: uint8 H×W×3 of any size. Raises InputError for a pixel outside it, WorkError for a model whose
        answer is no number, Cancelled."""
        height, width = image.shape[:2]
        if not (0 <= x < width and 0 <= y < height):
            raise InputError(
                f"The pixel {x},{y} lies outside the image, which is {width}×{height} pixels large."
            )
        began = time.perf_counter()
        try:
            found = self._inspect(image, x, y, cancel or CancelToken())
        except torch.OutOfMemoryError:
            if self._device.type == "cpu":
                raise WorkError(
                    "There is too little memory to look inside the model. Close other programs."
                ) from None
            self._place(torch.device("cpu"))
            found = self._inspect(image, x, y, cancel or CancelToken())
        return found(time.perf_counter() - began)

    def input_size(self, height: int, width: int) -> tuple[int, int]:
        """(height, width) that the network is given of an image of that size."""
        return prepared_size(height, width, self._loaded.description.config, self._limit)

    def _place(self, device: torch.device) -> None:
        model = copy.deepcopy(self._loaded.model).eval().requires_grad_(False)
        fold_batch_norm(model, torch.zeros(1, 3, _TRIAL, _TRIAL))
        self._limit = int(self._memory / _kept_bytes_per_pixel(model))
        self._model: Model = model.to(device)
        self._device = device

    def _inspect(
        self, image: Pixels, x: int, y: int, cancel: CancelToken
    ) -> Callable[[float], PixelInspection]:
        config, classes = self._loaded.description.config, self._loaded.description.classes
        look = prepared(image, x, y, config, self._limit)
        pixels = self._input(look.pixels).requires_grad_(True)
        with _Listening(self._model, cancel) as heard:
            logits = self._model(pixels)[0]
            cancel.raise_if_cancelled()
            row, column = look.position(logits.shape[1:])
            at_pixel = sampled(logits, row, column)
            if not bool(torch.isfinite(at_pixel).all()):
                raise WorkError(
                    f"The model '{self._loaded.description.name}' answers with values that are no numbers. "
                    "Choose another model."
                )
            order = at_pixel.detach().argsort(descending=True)
            gradients = torch.autograd.grad(
                at_pixel[order[0]], [pixels, *heard.tensors], allow_unused=True
            )
        cancel.raise_if_cancelled()
        influence = _influence(gradients[0], look.pixels.shape[:2])
        scores = _scores(at_pixel.detach(), order, classes)
        parts, bins = heard.parts(gradients[1:], float(at_pixel[order[0]].detach()), look)

        def result(seconds: float) -> PixelInspection:
            return PixelInspection(
                x=x,
                y=y,
                image_size=(image.shape[0], image.shape[1]),
                best=scores[0],
                second=scores[1] if len(scores) > 1 else None,
                region=look.region,
                cropped=look.cropped,
                reach=_reach(influence, look.region, x, y),
                parts=parts,
                bins=bins,
                taps=heard.taps(look),
                seconds=seconds,
                influence=influence,
            )

        return result

    def _input(self, image: Pixels) -> Tensor:
        config = self._loaded.description.config
        below, right = (max(0, _SMALLEST_SIDE - side) for side in image.shape[:2])
        if below or right:
            image = np.pad(image, ((0, below), (0, right), (0, 0)), mode="edge")
        x = torch.from_numpy(np.ascontiguousarray(image)[None]).to(self._device)
        mean = torch.tensor(config.mean, device=self._device).view(1, 3, 1, 1)
        scale = 1.0 / torch.tensor(config.std, device=self._device).view(1, 3, 1, 1)
        return (x.permute(0, 3, 1, 2).float() - mean) * scale
