"""Agreement of two annotators beyond what chance would give."""

from __future__ import annotations

import numpy as np

from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import Score


def kappa(matrix: ConfusionMatrix) -> Score:
    """Cohen's kappa, −1 … 1: (p − e) / (1 − e) with p the share of equal pixels and e the share expected by chance.

    Cohen, 'A Coefficient of Agreement for Nominal Scales', Educational and Psychological Measurement 20, 1960. Pixels
    that are `outside` are unequal. None without a pixel, and where chance alone would make all of them equal.
    """
    rows = (matrix.counts.sum(axis=1) + matrix.outside).astype(np.float64)
    columns = matrix.counts.sum(axis=0).astype(np.float64)
    total = float(rows.sum())
    if not total:
        return None
    equal, chance = float(np.trace(matrix.counts)) / total, float(rows @ columns) / total**2
    return (equal - chance) / (1 - chance) if chance < 1 else None
