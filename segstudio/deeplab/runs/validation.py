"""Scoring a model on labelled images at full size while it is being trained."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import torch
from torch import Tensor

from segstudio.core.classes import ClassTable
from segstudio.deeplab.model import bilinear
from segstudio.deeplab.runs.dataset import Image, Label, Sample, class_values
from segstudio.deeplab.runs.losses import IGNORE
from segstudio.metrics.confusion import ConfusionMatrix


@torch.inference_mode()
def confusion_of(
    logits: Callable[[Image], Tensor], samples: Iterable[Sample], table: ClassTable
) -> ConfusionMatrix:
    """The summed matrix of `samples`; `logits`: from an image to 1×C×h×w on any device."""
    matrix = ConfusionMatrix.zero(table.num_classes, IGNORE)
    for sample in samples:
        scores = bilinear(logits(sample.image).float(), sample.label.shape)
        matrix += compared(sample.label, scores.argmax(1)[0].to(torch.uint8).cpu().numpy(), table)
    return matrix


def compared(truth: Label, answer: Label, table: ClassTable) -> ConfusionMatrix:
    """Of one image, `truth` as in a `Sample`, `answer` as the model gives it.

    A model has an output for every id up to the largest, also for an ignored one among them; an answer with it is a
    miss, as `evaluate` counts it.
    """
    return ConfusionMatrix.from_labels(truth, class_values(table)[answer], table.num_classes, IGNORE)


def as_counts(matrix: ConfusionMatrix) -> Tensor:
    """int64 N×(N+1): the matrix and its 'outside' in one tensor, to be summed over processes."""
    return torch.from_numpy(np.concatenate([matrix.counts, matrix.outside[:, None]], axis=1))


def from_counts(counts: Tensor) -> ConfusionMatrix:
    values = counts.cpu().numpy()
    return ConfusionMatrix(values[:, :-1].copy(), values[:, -1].copy(), IGNORE)
