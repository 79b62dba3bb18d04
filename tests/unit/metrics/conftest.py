"""An independent reference: the definitions written out as loops over plain Python integers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

Maybe = float | None


@dataclass
class Reference:
    confusion: list[list[int]]
    outside: list[int]
    pixel_accuracy: Maybe
    mean_accuracy: Maybe
    miou: Maybe
    fwiou: Maybe
    iou: list[Maybe]
    accuracy: list[Maybe]
    precision: list[Maybe]
    dice: list[Maybe]


def _mean(values: list[Maybe]) -> Maybe:
    present = [v for v in values if v is not None]
    return sum(present) / len(present) if present else None


def compute(
    truth: NDArray[np.uint8], prediction: NDArray[np.uint8], num_classes: int, ignore_index: int
) -> Reference:
    confusion = [[0] * num_classes for _ in range(num_classes)]
    outside = [0] * num_classes
    for t, p in zip(truth.ravel().tolist(), prediction.ravel().tolist(), strict=True):
        if t == ignore_index or t >= num_classes:
            continue
        if p == ignore_index or p >= num_classes:
            outside[t] += 1
        else:
            confusion[t][p] += 1
    iou: list[Maybe] = []
    accuracy: list[Maybe] = []
    precision: list[Maybe] = []
    dice: list[Maybe] = []
    total = hits = 0
    weighted = 0.0
    for c in range(num_classes):
        hit = confusion[c][c]
        false_negative = sum(confusion[c][j] for j in range(num_classes) if j != c) + outside[c]
        false_positive = sum(confusion[j][c] for j in range(num_classes) if j != c)
        union = hit + false_negative + false_positive
        iou.append(hit / union if union else None)
        accuracy.append(hit / (hit + false_negative) if hit + false_negative else None)
        precision.append(hit / (hit + false_positive) if hit + false_positive else None)
        both = 2 * hit + false_negative + false_positive
        dice.append(2 * hit / both if both else None)
        total += hit + false_negative
        hits += hit
        weighted += (hit + false_negative) * (iou[c] or 0.0)
    return Reference(
        confusion,
        outside,
        hits / total if total else None,
        _mean(accuracy),
        _mean(iou),
        weighted / total if total else None,
        iou,
        accuracy,
        precision,
        dice,
    )


@pytest.fixture(scope="session")
def reference() -> Callable[[NDArray[np.uint8], NDArray[np.uint8], int, int], Reference]:
    return compute
