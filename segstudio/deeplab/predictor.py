"""One image in, one `Prediction` out, as quickly as the device allows."""

from __future__ import annotations

import copy
import math
import os
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from segstudio.core.arrays import Pixels
from segstudio.core.classes import ClassTable
from segstudio.core.errors import WorkError
from segstudio.core.predicting import PLAIN, PredictOptions, Refinement
from segstudio.core.prediction import Logits, Prediction
from segstudio.core.progress import CancelToken
from segstudio.core.wording import worded
from segstudio.deeplab.devices import AUTO, resolve_device
from segstudio.deeplab.dialects import dialect_of
from segstudio.deeplab.failures import BrokenModelError, NoNumbersError
from segstudio.deeplab.fitting import fitted, fitted_size
from segstudio.deeplab.memory import MAY_LACK_MEMORY, is_out_of_memory
from segstudio.deeplab.prediction.averaging import Averaging
from segstudio.deeplab.prediction.placed_model import PlacedModel, numbers, precision_for
from segstudio.deeplab.prediction.refinement import METHODS, refined
from segstudio.deeplab.prediction.tiling import SMALLEST_TILE
from segstudio.deeplab.quick.openvino_backend import OPENVINO, OpenVinoModel
from segstudio.deeplab.weights import LoadedModel

Size = tuple[int, int]

_TOGETHER = 4
"""Images in one pass, if together they have no more pixels than one tile: they need no more memory than it."""


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
        self._room: dict[Size, int] = {}  # tile pixels that there was memory for, by the size of the view
        self._together = _TOGETHER
        self._cancel: CancelToken | None = None
        self.options = options
        self.notices: list[str] = list(loaded.notices)
        self.reduced = 0
        torch.set_num_threads(self._threads)
        wanted = resolve_device(device)
        self._place(wanted, precision_for(wanted, fast=fast))

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
        return OPENVINO if self._placed.openvino is not None else str(self._placed.device)

    @property
    def batch(self) -> int:
        """How many images it pays to hand to `predict_many` at once: one on a CPU, which has other work for each core."""
        return self._together if self._placed.device.type == "cuda" and not self.options.augmented else 1

    def predict(self, image: Pixels, cancel: CancelToken | None = None) -> Prediction:
        """Predict an image of any size ≥ 1×1, uint8 H×W×3 RGB.

        Memory beside the result is that of one tile: see `tiling`. Raises Cancelled; WorkError when there is no memory
        even for a small tile; BrokenModelError when the model's answer is not a number.
        """
        return self.predict_many([image], cancel)[0]

    def predict_many(self, images: Sequence[Pixels], cancel: CancelToken | None = None) -> list[Prediction]:
        """`predict` each. Those that are looked at in one size share passes through the model, as memory allows."""
        if torch.get_num_threads() != self._threads:  # a setting of the calling thread
            torch.set_num_threads(self._threads)
        self._cancel = cancel
        self._check_cancel()
        found: dict[int, Prediction] = {}
        for group in self._groups(images):
            answers = self._answers([images[n] for n in group])
            for n, logits in zip(group, answers, strict=True):
                found[n] = self._prediction(images[n], logits)
        return [found[n] for n in range(len(images))]

    def logits(self, image: Pixels) -> NDArray[np.float32]:
        """float32 C×h×w at the model's logit stride, at the size the model works on, in one piece."""
        result: NDArray[np.float32] = self._placed.whole([self._fitted(image)])[0].cpu().numpy()
        return result

    def _prediction(self, image: Pixels, logits: NDArray[np.uint8]) -> Prediction:
        self._check_cancel()
        if self.options.refine is not Refinement.NONE:
            logits = refined(logits, image, METHODS[self.options.refine], self._check_cancel)
        size, seen = _size(image), self._seen_size(image)
        self.reduced += seen[0] * seen[1] < size[0] * size[1]
        return Prediction(logits, size, self.classes, self.model_id, self.model_name)

    def _groups(self, images: Sequence[Pixels]) -> Iterator[list[int]]:
        """Indices of images that are looked at together."""
        by_size: dict[Size, list[int]] = {}
        for n, image in enumerate(images):
            by_size.setdefault(self._seen_size(image), []).append(n)
        for (height, width), indices in by_size.items():
            room = self._room.get((height, width), self._config.tile_pixels)
            step = max(1, min(self._together, room // (height * width)))
            if self.options.augmented or self._placed.openvino is not None:
                step = 1
            for first in range(0, len(indices), step):
                yield indices[first : first + step]

    def _answers(self, images: Sequence[Pixels]) -> list[NDArray[np.uint8]]:
        """Quantised logits of images of one size; together, or one by one where that fails."""
        if len(images) > 1:
            try:
                return self._placed.quantised([self._fitted(image) for image in images])
            except NoNumbersError:  # one of them may be to blame
                pass
            except MAY_LACK_MEMORY as error:
                if not is_out_of_memory(error):
                    raise
                self._together = 1
        return [self._answer(image) for image in images]

    def _answer(self, image: Pixels) -> NDArray[np.uint8]:
        """Quantised logits: with smaller tiles, at full precision and on the CPU, as far as that is needed."""
        size = fitted_size(
            _size(image), self._config, max(self.options.scales), full_size=self.options.full_size
        )
        while True:
            room = self._room.get(size, self._config.tile_pixels)
            next_try: Callable[[Size, int], None]
            try:
                return self._looked_at(image, room)
            except NoNumbersError:
                next_try = self._more_precise
            except MAY_LACK_MEMORY as error:
                if not is_out_of_memory(error):
                    raise
                next_try = self._smaller
            next_try(size, room)  # out here the error is gone, and with it what its frames held in memory

    def _looked_at(self, image: Pixels, room: int) -> NDArray[np.uint8]:
        """Quantised logits of an image, averaged over what the options ask for."""
        full = self.options.full_size
        if not self.options.augmented:
            view = self._fitted(image)
            return self._placed.quantised([view])[0] if _fits(view, room) else self._tiled(view, room)
        height, width = self._seen_size(image)
        stride = self._config.logit_stride
        averaging = Averaging(
            self.classes.num_classes, (math.ceil(height / stride), math.ceil(width / stride))
        )
        for scale in self.options.scales:
            view = fitted(image, self._config, scale, full_size=full)
            averaging.add(self._view(view, room))
            if self.options.flip:
                averaging.add(self._view(view[:, ::-1], room), mirrored=True)
        return averaging.result()

    def _view(self, view: Pixels, room: int) -> Logits:
        """Logits of one image at one size, whole or in tiles."""
        if not _fits(view, room):
            return self._tiled(view, room)
        return numbers(self._placed.whole([view])[0].cpu().numpy())

    def _tiled(self, view: Pixels, room: int) -> NDArray[np.uint8]:
        if not self._placed.statistics.complete or dialect_of(self._config.dialect).corners:
            self._note(
                worded(
                    "What the model '{name}' says depends on how much it sees at once. An image was "
                    "too large for one piece, and its tiles may differ a little where they meet.",
                    name=self.model_name,
                )
            )
        return self._placed.tiled(view, room)

    def _smaller(self, size: Size, room: int) -> None:
        """Use less memory for views of `size`, of which tiles of `room` pixels were too much. Raises WorkError when that
        is not possible."""
        if self._placed.free_memory():
            return
        tried = min(room, size[0] * size[1])
        if tried > SMALLEST_TILE**2:
            self._room[size] = max(tried // 4, SMALLEST_TILE**2)
            self._note(
                worded(
                    "{device} is short of memory: images were predicted in smaller tiles. That takes longer, "
                    "and small tiles may differ a little from the whole.",
                    device=self._placed.device,
                )
            )
        elif self._placed.device.type != "cpu":
            self._to_cpu(self._placed.device)
        else:
            raise WorkError(worded("There is too little memory to run the model. Close other programs."))

    def _more_precise(self, _size: Size, _room: int) -> None:
        """After numbers that were none. Raises BrokenModelError when they are none at full precision either."""
        if self._placed.precision == torch.float32:
            raise BrokenModelError(
                worded(
                    "The model '{name}' answers with values that are no numbers. Its weights are "
                    "damaged or do not belong to it; choose another model.",
                    name=self.model_name,
                )
            )
        self._note(
            worded("The model overflows at half precision; it runs at full precision, which is slower.")
        )
        self._placed.free_memory()
        self._place(self._placed.device, torch.float32)

    def _to_cpu(self, full: torch.device) -> None:
        self._note(worded("{device} has too little memory for this model; the CPU took over.", device=full))
        cpu = torch.device("cpu")
        self._place(cpu, precision_for(cpu, fast=self._fast))

    def _place(self, device: torch.device, precision: torch.dtype) -> None:
        """Prepare an own copy of the model, on the CPU where the device has no room for it; the loaded one stays as it
        is. Raises WorkError when the CPU has none either."""
        try:
            placed = self._placed_on(device, precision)
        except MAY_LACK_MEMORY as error:
            if not is_out_of_memory(error):
                raise
            if device.type == "cpu":
                raise WorkError(
                    worded("There is too little memory to load the model. Close other programs.")
                ) from None
        else:
            self._placed = placed
            self._room.clear()
            return
        self._to_cpu(device)

    def _placed_on(self, device: torch.device, precision: torch.dtype) -> PlacedModel:
        model = copy.deepcopy(self._loaded.model).eval().requires_grad_(False)
        openvino = None
        if (
            self._wants_openvino and self._fast
        ):  # for whole images; tiles need the statistics of torch's model
            try:
                openvino = OpenVinoModel(model, self._threads, half=precision == torch.bfloat16)
            except WorkError as error:
                self._note(worded("{error} PyTorch does it meanwhile.", error=error))
        return PlacedModel(
            model,
            self._config,
            device,
            precision,
            fast=self._fast,
            check=self._check_cancel,
            openvino=openvino,
        )

    def _fitted(self, image: Pixels) -> Pixels:
        return fitted(image, self._config, full_size=self.options.full_size)

    def _seen_size(self, image: Pixels) -> Size:
        """(height, width) of the view."""
        return fitted_size(_size(image), self._config, full_size=self.options.full_size)

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


def _size(image: Pixels) -> Size:
    return image.shape[0], image.shape[1]


def _fits(view: Pixels, room: int) -> bool:
    return view[..., 0].size <= room
