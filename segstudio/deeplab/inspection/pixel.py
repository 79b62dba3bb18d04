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
import time
import weakref
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from segstudio.core.arrays import Pixels
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError, WorkError
from segstudio.core.inspection import ClassScore, PixelInspection
from segstudio.core.progress import CancelToken
from segstudio.core.wording import worded
from segstudio.deeplab.fitting import fitted, fitted_size
from segstudio.deeplab.inspection.forward import head_over, logits_at
from segstudio.deeplab.inspection.parts import Listening
from segstudio.deeplab.inspection.view import View, view_of, view_size
from segstudio.deeplab.inspection.whole import WholeMeans
from segstudio.deeplab.memory import is_out_of_memory
from segstudio.deeplab.model import Model
from segstudio.deeplab.prediction.placed_model import SMALLEST_SIDE
from segstudio.deeplab.quick.folding import fold_batch_norm
from segstudio.deeplab.weights import LoadedModel

MEMORY = 2 << 30
"""Bytes that the maps kept for the gradient may take. What an image would need more is cut off around the pixel."""

QUICK_VIEW = 640 * 480
"""Pixels. So much of the image around the pixel is differentiated: a gradient of more takes longer than a second on a
CPU. The answer itself, and what the branches add to it, come from the backbone's maps of the whole."""

SHARES = (0.5, 0.9)
"""Of the influence; the discs that hold them are told."""

SMALLEST_VIEW = 256 * 256
"""Pixels. Less around a pixel would explain little."""

_TRIAL = 64


@dataclass(frozen=True, eq=False)
class _Whole:
    """`pixels`: uint8 H×W×3, the image at the model's working size; `given`: the same as the network is given it, 1×3×H×W
    perhaps extended; `maps`: what the backbone makes of it."""

    image: weakref.ref[Pixels]
    pixels: Pixels
    given: Tensor
    maps: list[Tensor]


class PixelInspector:
    """Asks one model about pixels. Not thread-safe, like the predictor: it belongs to one worker.

    `device`: where it computes; when that is short of memory the CPU takes over for good. `full_size`: as in
    `PredictOptions`. Of several scales or a mirrored image it knows nothing: it explains the model's plain answer.
    """

    def __init__(
        self, loaded: LoadedModel, device: str = "cpu", *, full_size: bool = False, memory: int = MEMORY
    ) -> None:
        self._loaded = loaded
        self._full_size = full_size
        self._config = loaded.description.config
        self._memory = memory
        self._limit: int
        self._device: torch.device
        self._whole: _Whole | None
        self._place(torch.device(device))

    def input_size(self, height: int, width: int) -> tuple[int, int]:
        """(height, width) that the network is given of an image of that size."""
        return view_size(height, width, self._config, self._limit, full_size=self._full_size)

    def prepare(self, image: Pixels, cancel: CancelToken | None = None) -> None:
        """Do ahead what the first pixel of `image` would wait for. Raises Cancelled."""
        try:
            self._whole_of(image, cancel or CancelToken())
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise  # else that pixel will get along with less

    def inspect(self, image: Pixels, x: int, y: int, cancel: CancelToken | None = None) -> PixelInspection:
        """`image`: uint8 H×W×3 of any size. Raises InputError for a pixel outside it, WorkError for a model whose
        answer is no number, Cancelled."""
        height, width = image.shape[:2]
        if not (0 <= x < width and 0 <= y < height):
            raise InputError(
                worded(
                    "The pixel {x},{y} lies outside the image, which is {width}×{height} pixels large.",
                    x=x,
                    y=y,
                    width=width,
                    height=height,
                )
            )
        cancel = cancel or CancelToken()
        while True:
            try:
                return self._inspect(image, x, y, cancel)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
            self._get_along_with_less()

    def _get_along_with_less(self) -> None:
        """A smaller part of the image, then the CPU. Raises WorkError when that is not possible."""
        self._whole = None
        if self._limit > SMALLEST_VIEW:
            self._limit = max(self._limit // 4, SMALLEST_VIEW)
        elif self._device.type != "cpu":
            self._place(torch.device("cpu"))
        else:
            raise WorkError(
                worded("There is too little memory to look inside the model. Close other programs.")
            )

    def _place(self, device: torch.device) -> None:
        """An own copy in float32: the loaded model stays as it is, and the predictor's cannot be differentiated."""
        model: Model = copy.deepcopy(self._loaded.model).eval().requires_grad_(False)
        fold_batch_norm(model, torch.zeros(1, 3, _TRIAL, _TRIAL))
        self._limit = max(SMALLEST_VIEW, int(self._memory / _kept_bytes_per_pixel(model)))
        self._model = model.to(device)
        self._device = device
        self._means = WholeMeans(self._model.backbone)
        self._whole = None

    def _inspect(self, image: Pixels, x: int, y: int, cancel: CancelToken) -> PixelInspection:
        began = time.perf_counter()
        size = image.shape[0], image.shape[1]
        whole = self._whole_of(image, cancel)
        limit = QUICK_VIEW if whole is not None else self._limit
        view = view_of(size, x, y, self._config, limit, full_size=self._full_size)
        with Listening(self._model, cancel) as heard:
            if whole is None:
                pixels = self._input(view.of(image)).requires_grad_(True)
                near = maps = self._model.backbone(pixels)
                seen, given = view, pixels
            else:
                (top, left), (down, across) = view.start, view.size
                part = whole.pixels[top : top + down, left : left + across]
                pixels = self._input(part).requires_grad_(True)
                with self._means.part(part.size / whole.pixels.size):
                    near = self._model.backbone(pixels)
                maps, given = whole.maps, whole.given
                seen = view_of(size, x, y, self._config, self._limit, full_size=self._full_size)
            maps = [known.detach().requires_grad_(True) for known in maps]
            padded = int(given.shape[2]), int(given.shape[3])
            with head_over(self._model, maps):
                at_pixel = logits_at(self._model, given, seen)
            cancel.raise_if_cancelled()
            order = at_pixel.detach().argsort(descending=True, stable=True)
            winner = at_pixel[order[0]]
            if not bool(torch.isfinite(at_pixel).all()):
                raise self._no_numbers()
            by_all = torch.autograd.grad(winner, [*maps, *heard.tensors], allow_unused=True)
            by_maps, by_heard = by_all[: len(maps)], by_all[len(maps) :]
            ends = [
                (made, view.cells_of(by, made, tap.stride) if whole is not None else by)
                for made, by, tap in zip(near, by_maps, self._model.backbone.taps, strict=True)
                if by is not None  # the decoder does not take all maps
            ]
            (by_pixels,) = torch.autograd.grad([made for made, _ in ends], pixels, [by for _, by in ends])
        cancel.raise_if_cancelled()
        influence = self._influence(by_pixels, view)
        scores = _scores(at_pixel.detach(), order, self._loaded.description.classes)
        return PixelInspection(
            x=x,
            y=y,
            image_size=size,
            best=scores[0],
            second=scores[1] if len(scores) > 1 else None,
            seen=seen.region,
            region=view.region,
            cropped=view.cropped,
            reach=view.reach(influence, SHARES),
            parts=heard.parts(by_heard, scores[0].logit),
            bins=heard.bins(by_heard, seen, padded),
            taps=heard.taps(seen, padded),
            seconds=time.perf_counter() - began,
            influence=influence,
        )

    def _no_numbers(self) -> WorkError:
        return WorkError(
            f"The model '{self._loaded.description.name}' answers with values that are no numbers. Its weights are damaged "
            "or do not belong to it; choose another model."
        )

    def _whole_of(self, image: Pixels, cancel: CancelToken) -> _Whole | None:
        """What the backbone makes of the whole image, once while the same one is asked about; None where a gradient of
        the whole is as quick, or the backbone cannot see a part as it sees it in the whole."""
        if self._whole is not None and self._whole.image() is image:
            return self._whole
        self._whole = None
        rows, columns = fitted_size(
            (image.shape[0], image.shape[1]), self._config, full_size=self._full_size
        )
        if not self._means.possible or not QUICK_VIEW < rows * columns <= self._limit:
            return None
        pixels = fitted(image, self._config, full_size=self._full_size)
        given = self._input(pixels)
        with Listening(self._model, cancel):
            maps = self._means.measure(given)
        self._whole = _Whole(weakref.ref(image), pixels, given, maps)
        return self._whole

    def _input(self, image: Pixels) -> Tensor:
        """1×3×H×W normalised, extended at its edge to the smallest size that the network takes."""
        below, right = (max(0, SMALLEST_SIDE - side) for side in image.shape[:2])
        if below or right:
            image = np.pad(image, ((0, below), (0, right), (0, 0)), mode="edge")
        x = torch.from_numpy(np.array(image)[None]).to(self._device)
        return (x.permute(0, 3, 1, 2).float() - self._channels(self._config.mean)) / self._channels(
            self._config.std
        )

    def _influence(self, gradient: Tensor, view: View) -> NDArray[np.float32]:
        """h×w, sums to 1 (or is 0 everywhere): the length of the gradient by the three values of each pixel."""
        height, width = view.size
        by_value = gradient / self._channels(self._config.std)
        lengths = by_value[0, :, :height, :width].norm(dim=0)
        total = lengths.sum()
        if not bool(torch.isfinite(total)):
            raise self._no_numbers()
        shares = lengths / total if float(total) > 0 else lengths
        return np.asarray(shares.cpu().numpy(), np.float32)

    def _channels(self, values: tuple[float, float, float]) -> Tensor:
        return torch.tensor(values, device=self._device).view(1, 3, 1, 1)


def _scores(logits: Tensor, order: Tensor, classes: ClassTable) -> list[ClassScore]:
    """The best two classes, the winner first."""
    probabilities = logits.softmax(0)
    return [
        ClassScore(int(i), classes.name_of(int(i)), float(logits[i]), float(probabilities[i]))
        for i in order[:2]
    ]


def _kept_bytes_per_pixel(model: nn.Module) -> float:
    """How much a run keeps for its gradient, counted on a small input; weights aside."""
    weights = {p.data_ptr() for p in model.parameters()}
    kept: dict[int, int] = {}
    alive: list[Tensor] = []  # an address names a tensor only while it lives

    def keep(x: Tensor) -> Tensor:
        if x.data_ptr() not in weights:
            kept[x.data_ptr()] = x.numel() * x.element_size()
            alive.append(x)
        return x

    with torch.autograd.graph.saved_tensors_hooks(keep, lambda x: x):
        model(torch.zeros(1, 3, _TRIAL, _TRIAL, requires_grad=True))
    return sum(kept.values()) / (_TRIAL * _TRIAL)
