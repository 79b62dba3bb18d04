"""Intervals against a bootstrap that draws images one by one and scores summed matrices."""

from __future__ import annotations

import numpy as np
import pytest

from segstudio.metrics import bootstrap
from segstudio.metrics.bootstrap import intervals, paired_differences
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.definitions import SUMMARY
from segstudio.metrics.scores import score
from segstudio.metrics.sparse import SparseMatrix

KEYS = [d.key for d in SUMMARY]


def _images(count: int, error: float, seed: int = 0, ignore: int = 3) -> list[ConfusionMatrix]:
    """Images of the same truths whatever `error` is: the share of pixels with a random prediction."""
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(count):
        truth = rng.integers(0, rng.integers(1, 6), 400, dtype=np.uint8)
        noise, hits = rng.integers(0, 7, 400, dtype=np.uint8), rng.random(400)
        prediction = np.where(hits < error, noise, truth).astype(np.uint8)
        found.append(ConfusionMatrix.from_labels(truth, prediction, 5, ignore))
    return found


def _sparse(matrices: list[ConfusionMatrix]) -> list[SparseMatrix]:
    return [SparseMatrix.of(m) for m in matrices]


def _drawn(matrices: list[ConfusionMatrix], seed: int) -> dict[str, list[float]]:
    rng = np.random.default_rng(seed)
    n = len(matrices)
    values: dict[str, list[float]] = {key: [] for key in KEYS}
    for weights in rng.multinomial(n, np.full(n, 1 / n), size=bootstrap.SAMPLES):
        drawn = [m for m, times in zip(matrices, weights, strict=True) for _ in range(times)]
        found = score(sum(drawn, ConfusionMatrix.zero(5, 3)))
        for key in KEYS:
            values[key].append(getattr(found, key))
    return values


def expanded(images: int) -> list[float]:
    """Hesterberg's shares at either end, by scipy."""
    from scipy import stats  # type: ignore[import-untyped]  # scikit-image brings it along, without types

    tail = float(stats.norm.cdf(stats.t.ppf(0.025, images - 1) * np.sqrt(images / (images - 1))))
    return [tail, 1 - tail]


def test_intervals_are_quantiles_of_scores_of_summed_matrices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "SAMPLES", 150)
    matrices = _images(12, 0.3)
    expected = _drawn(matrices, seed=4)
    found = intervals(_sparse(matrices), seed=4)
    for key in KEYS:
        interval = found[key]
        assert interval is not None
        low, high = np.quantile(expected[key], expanded(12))
        assert interval.low == pytest.approx(low, abs=1e-5)
        assert interval.high == pytest.approx(high, abs=1e-5)


def test_a_pair_draws_the_same_images(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "SAMPLES", 150)
    worse, better = _images(12, 0.5), _images(12, 0.2)
    a, b = _drawn(worse, seed=9), _drawn(better, seed=9)
    found = paired_differences(_sparse(worse), _sparse(better), seed=9)
    for key in KEYS:
        difference = found[key]
        assert difference is not None
        assert difference.interval is not None
        whole = [getattr(score(sum(m, ConfusionMatrix.zero(5, 3))), key) for m in (worse, better)]
        assert difference.value == pytest.approx(whole[1] - whole[0], abs=1e-12)
        low, high = np.quantile(np.array(b[key]) - np.array(a[key]), expanded(12))
        assert difference.interval.low == pytest.approx(low, abs=1e-5)
        assert difference.interval.high == pytest.approx(high, abs=1e-5)
        assert not difference.within_noise


def test_what_is_drawn_in_parts_is_what_is_drawn_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    images = _sparse(_images(9, 0.4))
    whole = intervals(images)
    monkeypatch.setattr(bootstrap, "_WEIGHTS_AT_ONCE", 63)
    assert intervals(images) == whole == intervals(images, seed=0)
    assert intervals(images, seed=1) != whole


def test_no_difference_is_noise() -> None:
    images = _sparse(_images(8, 0.4))
    for difference in paired_differences(images, images).values():
        assert difference is not None
        assert difference.value == 0
        assert difference.within_noise


@pytest.mark.parametrize("count", [8, 25])
def test_the_interval_covers_the_truth_about_as_often_as_it_says(count: int) -> None:
    """Of 100 sets of images of one kind, the pixel accuracy of the kind lies in nearly every interval; images differ."""
    hits = 0
    for seed in range(100):
        rng = np.random.default_rng(seed)
        images = []
        for share in rng.normal(0.3, 0.1, count):
            label = rng.integers(0, 5, 200, dtype=np.uint8)
            said = np.where(rng.random(200) < share, (label + 1) % 5, label).astype(np.uint8)
            images.append(SparseMatrix.of(ConfusionMatrix.from_labels(label, said, 5)))
        interval = intervals(images)["pixel_accuracy"]
        assert interval is not None
        hits += interval.low <= 0.7 <= interval.high
    assert 91 <= hits <= 99


@pytest.mark.parametrize("count", [0, 1, bootstrap.FEWEST - 1])
def test_few_images_have_no_interval(count: int) -> None:
    images = _sparse(_images(count, 0.4))
    empty = SparseMatrix.of(ConfusionMatrix.zero(5, 3))
    for given in (images, [*images, empty, empty]):
        assert set(intervals(given).values()) == {None}
        assert not any(d and d.interval for d in paired_differences(given, given).values())


def test_images_without_a_valid_pixel_move_no_interval() -> None:
    """Of a folder where few labels are reviewed, most images are of this kind."""
    worse, better = _sparse(_images(9, 0.5)), _sparse(_images(9, 0.3))
    empty = [SparseMatrix.of(ConfusionMatrix.zero(5, 3))] * 40
    among = (
        [*empty[:7], *worse[:4], *empty[7:], *worse[4:]],
        [*empty[:7], *better[:4], *empty[7:], *better[4:]],
    )
    assert intervals(among[0]) == intervals(worse)
    assert paired_differences(*among) == paired_differences(worse, better)


def test_pairs_are_pairs() -> None:
    images = _sparse(_images(3, 0.4))
    with pytest.raises(ValueError):
        paired_differences(images, images[:2])
