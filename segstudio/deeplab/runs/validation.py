"""Scoring a model on labelled images at full size while it is being trained."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import torch
from torch import Tensor

from segstudio.deeplab.model import bilinear
from segstudio.deeplab.runs.dataset import Image, Sample
from segstudio.deeplab.runs.losses import IGNORE
from segstudio.metrics.confusion import ConfusionMatrix


@torch.inference_mode()
def confusion_of(
    logits: Callable[[Image], Tensor], samples: Iterable[Sample], num_classes: int
) -> ConfusionMatrix:
    """The summed matrix of `samples`; `logits`: from an image to 1×C×h×w on any device."""
    matrix = ConfusionMatrix.zero(num_classes, IGNORE)
    for sample in samples:
        scores = bilinear(logits(sample.image).float(), sample.label.shape)
        best = scores.argmax(1)[0].to(torch.uint8).cpu().numpy()
        matrix += ConfusionMatrix.from_labels(sample.label, best, num_classes, IGNORE)
    return matrix


def as_counts(matrix: ConfusionMatrix) -> Tensor:
    """int64 N×(N+1): the matrix and its 'outside' in one tensor, to be summed over processes."""
    return torch.from_numpy(np.concatenate([matrix.counts, matrix.outside[:, None]], axis=1))


def from_counts(counts: Tensor) -> ConfusionMatrix:
    values = counts.cpu().numpy()
    return ConfusionMatrix(values[:, :-1].copy(), values[:, -1].copy(), IGNORE)
