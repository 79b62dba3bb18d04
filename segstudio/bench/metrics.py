"""Counting a confusion matrix: nanoseconds per pixel, and against the methods of two well-known libraries.

2048×1024 pixels, 19 classes, one thread (OpenCV's and torch's), one pair of label maps: blobs of 32 pixels, the
prediction the truth moved by a few pixels with some blobs of a wrong class, 4 % of the truth ignored. Timed are

- `metrics.confusion_ns_per_px`: `ConfusionMatrix.from_labels` on two uint8 arrays, the whole call.
- `metrics.speedup_vs_mmseg`: how many times as long mmsegmentation's method takes. Written here after what its
  `IoUMetric.intersect_and_union` is documented to do: leave out ignored pixels, then one `torch.histc` each over
  the pixels that agree, the prediction and the truth. It yields areas per class, no matrix.
- `metrics.speedup_vs_torchmetrics`: the same for torchmetrics' `multiclass_confusion_matrix(ignore_index=…)` as it
  runs by default. Written here after its documented steps: validate both maps with `torch.unique`, leave out ignored
  pixels, count `N · truth + prediction` with `torch.bincount`. `validate_args=False`, which saves it the two
  `unique`, is not what is timed.

Both get int64 tensors, the type that these libraries are fed; making them is not timed. A figure is the least
processor time of several rounds in which the methods take turns: time in which a busy machine ran something else does
not count, for nobody. All three have to agree before anything is timed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.bench.registry import Row
from segstudio.core.errors import WorkError
from segstudio.core.progress import Progress
from segstudio.metrics.confusion import ConfusionMatrix

if TYPE_CHECKING:
    from torch import Tensor

WIDTH, HEIGHT, CLASSES, IGNORE = 2048, 1024, 19, 255
_BLOB = 32
_ROUNDS = 7
_OWN_CALLS = 5


def run(data: Path | None, progress: Progress) -> list[Row]:
    """Needs no data. Raises WorkError when the methods disagree."""
    import torch  # only this benchmark's rivals need it

    threads = cv2.getNumThreads(), torch.get_num_threads()
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    try:
        return _measure(progress)
    finally:
        cv2.setNumThreads(threads[0])
        torch.set_num_threads(threads[1])


def label_pair(seed: int = 0) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """(truth, prediction), uint8 1024×2048."""
    rng = np.random.default_rng(seed)
    blobs = rng.integers(0, CLASSES, (2, HEIGHT // _BLOB, WIDTH // _BLOB), dtype=np.uint8)
    truth, other = (cv2.resize(b, (WIDTH, HEIGHT), interpolation=cv2.INTER_NEAREST) for b in blobs)
    wrong = rng.random((HEIGHT // _BLOB, WIDTH // _BLOB)) < 0.1
    replaced = cv2.resize(wrong.astype(np.uint8), (WIDTH, HEIGHT), interpolation=cv2.INTER_NEAREST) > 0
    prediction = np.where(replaced, other, np.roll(truth, (5, 7), (0, 1)))
    truth[: HEIGHT // 25] = IGNORE
    return np.asarray(truth, np.uint8), np.asarray(prediction % CLASSES, np.uint8)


def _measure(progress: Progress) -> list[Row]:
    import torch

    truth, prediction = label_pair()
    truth_tensor, prediction_tensor = (torch.from_numpy(a.astype(np.int64)) for a in (truth, prediction))

    def own() -> ConfusionMatrix:
        return ConfusionMatrix.from_labels(truth, prediction, CLASSES, IGNORE)

    def areas() -> tuple[Tensor, Tensor, Tensor]:
        return histogram_areas(prediction_tensor, truth_tensor)

    def counted() -> Tensor:
        return validated_bincount(prediction_tensor, truth_tensor)

    _check_agreement(own(), areas(), counted())
    times = {"own": np.inf, "mmseg": np.inf, "torchmetrics": np.inf}
    for done in range(_ROUNDS):
        progress(done, _ROUNDS, "confusion matrix")
        times["own"] = min(times["own"], *(_seconds(own) for _ in range(_OWN_CALLS)))
        times["mmseg"] = min(times["mmseg"], _seconds(areas))
        times["torchmetrics"] = min(times["torchmetrics"], _seconds(counted))
    progress(_ROUNDS, _ROUNDS, "confusion matrix")
    own_time = times["own"]
    return [
        Row("metrics.confusion_ns_per_px", own_time / truth.size * 1e9, "ns/px", 1.1, "lower"),
        Row("metrics.speedup_vs_mmseg", times["mmseg"] / own_time, "×", 15, "higher"),
        Row("metrics.speedup_vs_torchmetrics", times["torchmetrics"] / own_time, "×", 100, "higher"),
    ]


def histogram_areas(prediction: Tensor, truth: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Pixels per class on which both agree, of the prediction, and of the truth: mmsegmentation's method."""
    import torch

    valid = truth != IGNORE
    prediction, truth = prediction[valid], truth[valid]
    agreed = prediction[prediction == truth]
    found = [
        torch.histc(t.float(), bins=CLASSES, min=0, max=CLASSES - 1) for t in (agreed, prediction, truth)
    ]
    return found[0], found[1], found[2]


def validated_bincount(prediction: Tensor, truth: Tensor) -> Tensor:
    """The N×N matrix, rows are truth: torchmetrics' method with its validation."""
    import torch

    if len(torch.unique(truth)) > CLASSES + 1 or len(torch.unique(prediction)) > CLASSES:
        raise ValueError("more values than classes")
    prediction, truth = prediction.flatten(), truth.flatten()
    valid = truth != IGNORE
    pairs = truth[valid] * CLASSES + prediction[valid]
    return torch.bincount(pairs, minlength=CLASSES**2).reshape(CLASSES, CLASSES)


def _check_agreement(own: ConfusionMatrix, areas: tuple[Tensor, Tensor, Tensor], counted: Tensor) -> None:
    counts = own.counts
    agree = np.array_equal(counts, counted.numpy()) and all(
        np.array_equal(expected, found.numpy())
        for expected, found in zip(
            (np.diag(counts), counts.sum(axis=0), counts.sum(axis=1)), areas, strict=True
        )
    )
    if not agree:
        raise WorkError("The methods count differently: their times cannot be compared.")


def _seconds(work: Callable[[], object]) -> float:
    """Processor time of this thread, the only one that works."""
    began = time.thread_time()
    work()
    return time.thread_time() - began
