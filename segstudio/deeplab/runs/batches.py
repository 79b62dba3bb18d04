"""The batches of a training step, made one step ahead in a thread of their own so that the device need not wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

from segstudio.deeplab.runs.dataset import SampleStream, label_cells
from segstudio.deeplab.runs.losses import pixel_weight
from segstudio.deeplab.runs.train_config import TrainConfig

T = TypeVar("T")


@dataclass(frozen=True)
class Batch:
    """Crops of one forward pass, and what its loss needs; the tensors lie in the computer's memory."""

    images: Tensor  # uint8 N×H×W×3
    truth: Tensor  # int64 N×h×w: the class of each logit cell, 255 = none
    weight: float  # `pixel_weight` of `truth`
    seed: int  # of its dropout
    offset: int  # where the Lovász loss begins to choose cells


class Batches:
    """What process `rank` of `size` sees in each step: a pure function of the seed and the step's number.

    `cells`: rows and columns of the logits of a crop; `weights`: C, in the computer's memory; for a `device` of
    CUDA the tensors lie in pinned memory, from which they are copied without waiting.
    """

    def __init__(
        self,
        stream: SampleStream,
        config: TrainConfig,
        cells: tuple[int, int],
        weights: Tensor,
        device: torch.device,
        rank: int,
        size: int,
    ) -> None:
        self._stream = stream
        self._config = config
        self._cells = cells
        self._weights = weights
        self._device = device
        self._rank, self._size = rank, size

    def of(self, step: int) -> list[Batch]:
        """One batch for each of the parts whose gradients make the step."""
        return [self._part(step, part) for part in range(self._config.accumulate)]

    def _part(self, step: int, part: int) -> Batch:
        config = self._config
        # the images of a step are the same however it is split
        first = ((step * config.accumulate + part) * self._size + self._rank) * config.batch_size
        crops = [self._stream.crop(first + i, config.augmentation) for i in range(config.batch_size)]
        labels = np.stack([label for _, label in crops])
        truth = torch.from_numpy(label_cells(labels, self._cells, self._rng(step)))
        return Batch(
            images=self._pinned(torch.from_numpy(np.stack([image for image, _ in crops]))),
            truth=self._pinned(truth),
            weight=pixel_weight(truth, self._weights),
            seed=first + config.seed * 1_000_003,
            offset=int(self._rng(step).integers(1 << 20)),
        )

    def _rng(self, step: int) -> np.random.Generator:
        """The same for all batches of a step."""
        return np.random.default_rng([self._config.seed, 3, step])

    def _pinned(self, tensor: Tensor) -> Tensor:
        if self._device.type != "cuda":
            return tensor
        with torch.cuda.device(self._device):  # a thread begins on the first GPU, whosever that is
            return tensor.pin_memory()


@contextmanager
def one_ahead(make: Callable[[int], T], end: int) -> Iterator[Callable[[int], T]]:
    """`make` for numbers that rise by 1, each made in a thread while the caller works on the one before.

    Nothing is made from `end` on. What `make` raises is raised where its result is asked for. At the end of the
    block, however it comes, the thread has ended.
    """
    thread = ThreadPoolExecutor(1, thread_name_prefix="segstudio-batches")
    made: dict[int, Future[T]] = {}

    def get(number: int) -> T:
        future = made.pop(number, None) or thread.submit(make, number)
        result = future.result()
        if number + 1 < end:
            made[number + 1] = thread.submit(make, number + 1)
        return result

    try:
        yield get
    finally:
        thread.shutdown(wait=True, cancel_futures=True)
