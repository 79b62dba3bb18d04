"""How much a score would move with other images: intervals and paired comparison by resampling images.

The percentile bootstrap: Efron & Tibshirani, 'An Introduction to the Bootstrap', 1993, chapter 13. Images are
drawn with replacement; the scores of a draw come from its summed matrix. The same seed gives the same interval.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segstudio.metrics.definitions import SUMMARY
from segstudio.metrics.sparse import SparseMatrix, class_sums

SAMPLES = 2000
LEVEL = 0.95
SEED = 0

_KEYS = tuple(d.key for d in SUMMARY)
_WEIGHTS_AT_ONCE = 1 << 22

Sums = NDArray[np.float64]


@dataclass(frozen=True)
class Interval:
    """Between `low` and `high` lie `LEVEL` of the resampled values."""

    low: float
    high: float


@dataclass(frozen=True)
class Difference:
    """Score of the second minus score of the first, over the same images."""

    value: float
    interval: Interval

    @property
    def within_noise(self) -> bool:
        """Whether other images might as well have shown the opposite, or nothing."""
        return self.interval.low <= 0 <= self.interval.high


def intervals(images: Sequence[SparseMatrix], seed: int = SEED) -> dict[str, Interval | None]:
    """The interval of each of the four scores; None for fewer than two images with a valid pixel."""
    sums = _sums(images)
    drawn = [_scores(w @ sums) for w in _draws(len(images), seed)] if _several(images) else []
    return {key: _interval(np.concatenate([d[key] for d in drawn])) if drawn else None for key in _KEYS}


def paired_differences(
    first: Sequence[SparseMatrix], second: Sequence[SparseMatrix], seed: int = SEED
) -> dict[str, Difference | None]:
    """Second minus first for each of the four scores; both draw the same images each time.

    Raises ValueError when the numbers of images differ: a pair is one image seen twice.
    """
    if len(first) != len(second):
        raise ValueError(f"{len(first)} images cannot be paired with {len(second)}")
    if not _several(first):
        return dict.fromkeys(_KEYS)
    a, b = _sums(first), _sums(second)
    drawn: dict[str, list[Sums]] = {key: [] for key in _KEYS}
    for weights in _draws(len(first), seed):
        of_a, of_b = _scores(weights @ a), _scores(weights @ b)
        for key in _KEYS:
            drawn[key].append(of_b[key] - of_a[key])
    whole = np.ones((1, len(first)))
    all_a, all_b = _scores(whole @ a), _scores(whole @ b)
    found: dict[str, Difference | None] = {}
    for key in _KEYS:
        value, interval = float(all_b[key][0] - all_a[key][0]), _interval(np.concatenate(drawn[key]))
        found[key] = Difference(value, interval) if interval and np.isfinite(value) else None
    return found


def _several(images: Sequence[SparseMatrix]) -> bool:
    return sum(1 for image in images if image.counts.any()) > 1


def _sums(images: Sequence[SparseMatrix]) -> Sums:
    """float64 images×3N."""
    return class_sums(images, images[0].num_classes if images else 1)


def _draws(images: int, seed: int) -> Iterator[Sums]:
    """float64 draws×images, how often each image was drawn; a few draws at a time."""
    rng = np.random.default_rng(seed)
    at_once = max(1, min(SAMPLES, _WEIGHTS_AT_ONCE // images))
    for start in range(0, SAMPLES, at_once):
        size = min(at_once, SAMPLES - start)
        yield rng.multinomial(images, np.full(images, 1 / images), size=size).astype(np.float64)


def _scores(sums: Sums) -> dict[str, Sums]:
    """Each of the four scores of every row of draws×3N; NaN where it does not exist."""
    hits, truth, predicted = np.split(sums, 3, axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        iou = hits / (truth + predicted - hits)
        total = truth.sum(axis=1)
        return {
            "pixel_accuracy": hits.sum(axis=1) / total,
            "mean_accuracy": _mean_of_rows(hits / truth),
            "miou": _mean_of_rows(iou),
            "fwiou": np.where(total > 0, np.nansum(truth * iou, axis=1), np.nan) / total,
        }


def _mean_of_rows(values: Sums) -> Sums:
    there = np.isfinite(values)
    return np.asarray(np.where(there, values, 0).sum(axis=1) / there.sum(axis=1))


def _interval(values: Sums) -> Interval | None:
    values = values[np.isfinite(values)]
    if not values.size:
        return None
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(values, [tail, 1 - tail])
    return Interval(float(low), float(high))
