"""How much a score would move with other images: intervals and paired comparison by resampling images.

The percentile bootstrap: Efron & Tibshirani, 'An Introduction to the Bootstrap', 1993, chapter 13. Images are
drawn with replacement; the scores of a draw come from its summed matrix. The same seed gives the same interval.
Images without a valid pixel count nowhere and are not drawn. The others are taken to be independent of each other: of
frames of one video, which resemble their neighbours, intervals are too narrow (Künsch, Annals of Statistics 17, 1989).

For few images it is too narrow, and is therefore expanded: Hesterberg, 'What Teachers Should Know about the Bootstrap',
arXiv 1411.5279, 2014. For fewer than `FEWEST` there is none: from two images that happen to agree it would be certain.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from segstudio.metrics.definitions import SUMMARY
from segstudio.metrics.sparse import SparseMatrix, class_sums

SAMPLES = 2000
LEVEL = 0.95
FEWEST = 8
"""Images with a valid pixel."""
SEED = 0

_KEYS = tuple(d.key for d in SUMMARY)
_WEIGHTS_AT_ONCE = 1 << 22

Sums = NDArray[np.float64]


@dataclass(frozen=True)
class Interval:
    """Where the score lies in `LEVEL` of the sets of images that might have been looked at, approximately."""

    low: float
    high: float


@dataclass(frozen=True)
class Difference:
    """Score of the second minus score of the first, over the same images. `interval`: None for too few of them."""

    value: float
    interval: Interval | None

    @property
    def within_noise(self) -> bool:
        """Whether other images might as well have shown the opposite, or nothing; also where nobody can tell."""
        return self.interval is None or self.interval.low <= 0 <= self.interval.high


def intervals(images: Sequence[SparseMatrix], seed: int = SEED) -> dict[str, Interval | None]:
    """The interval of each of the four scores; None for fewer than `FEWEST` images with a valid pixel."""
    counted = [image for image in images if image.counts.any()]
    if len(counted) < FEWEST:
        return dict.fromkeys(_KEYS)
    sums = _sums(counted)
    drawn = [_scores(w @ sums) for w in _draws(len(counted), seed)]
    return {key: _interval(np.concatenate([d[key] for d in drawn]), len(counted)) for key in _KEYS}


def paired_differences(
    first: Sequence[SparseMatrix], second: Sequence[SparseMatrix], seed: int = SEED
) -> dict[str, Difference | None]:
    """Second minus first for each of the four scores; both draw the same images each time. None where a score is.

    Raises ValueError when the numbers of images differ: a pair is one image seen twice.
    """
    if len(first) != len(second):
        raise ValueError(f"{len(first)} images cannot be paired with {len(second)}")
    counted = [pair for pair in zip(first, second, strict=True) if any(m.counts.any() for m in pair)]
    if not counted:
        return dict.fromkeys(_KEYS)
    a, b = (_sums(side) for side in zip(*counted, strict=True))
    drawn: dict[str, list[Sums]] = {key: [] for key in _KEYS}
    for weights in _draws(len(counted), seed) if len(counted) >= FEWEST else ():
        of_a, of_b = _scores(weights @ a), _scores(weights @ b)
        for key in _KEYS:
            drawn[key].append(of_b[key] - of_a[key])
    whole = np.ones((1, len(counted)))
    all_a, all_b = _scores(whole @ a), _scores(whole @ b)
    found: dict[str, Difference | None] = {}
    for key in _KEYS:
        value = float(all_b[key][0] - all_a[key][0])
        interval = _interval(np.concatenate(drawn[key]), len(counted)) if drawn[key] else None
        found[key] = Difference(value, interval) if np.isfinite(value) else None
    return found


def _sums(images: Sequence[SparseMatrix]) -> Sums:
    """float64 images×3N."""
    return class_sums(images, images[0].num_classes)


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


def _interval(values: Sums, images: int) -> Interval | None:
    values = values[np.isfinite(values)]
    if not values.size:
        return None
    tail = _tail(images)
    low, high = np.quantile(values, [tail, 1 - tail])
    return Interval(float(low), float(high))


def _tail(images: int) -> float:
    """The share of draws that is left out at either end: for a mean, and this many images, Student's interval.

    Student's quantile by its expansion in 1/ν, Abramowitz & Stegun 26.7.5; off by less than 10⁻³ from `FEWEST` on.
    """
    normal, freedom = NormalDist(), images - 1
    z = normal.inv_cdf((1 + LEVEL) / 2)
    t = (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    )
    return normal.cdf(-t * math.sqrt(images / freedom))
