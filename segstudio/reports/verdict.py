"""What a comparison of two folders of predictions comes to, in one sentence a score."""

from __future__ import annotations

from segstudio.metrics.bootstrap import FEWEST, Difference
from segstudio.metrics.definitions import SUMMARY, Definition
from segstudio.reports.model import Evaluation


def verdicts(evaluation: Evaluation) -> dict[str, str]:
    """By score: which is better and by how much, or that the difference is within noise. Empty without `against`."""
    other = evaluation.against
    if other is None:
        return {}
    return {d.key: _sentence(d, evaluation.differences[d.key], evaluation, other) for d in SUMMARY}


def points(value: float) -> str:
    """'+1.23' of a share of 0.0123; a true minus sign."""
    return f"{value * 100:+.2f}".replace("-", "−")


def _sentence(score: Definition, difference: Difference | None, one: Evaluation, other: Evaluation) -> str:
    if difference is None:
        return f"{score.title}: one of the two has no such score."
    if difference.interval is None:
        return f"{score.title}: too few images to tell whether a difference is more than chance (it takes {FEWEST})."
    images = sum(1 for image in one.images if image.counts.counts.any())  # those that are drawn
    if difference.value == difference.interval.low == difference.interval.high == 0:
        return f"{score.title}: no difference, whichever of the {images} images are drawn."
    low, high = difference.interval.low, difference.interval.high
    better, worse = one, other
    if difference.value < 0 and not difference.within_noise:
        better, worse, low, high = other, one, -high, -low  # of what the sentence says
    span = f"95 % interval {points(low)} to {points(high)}, {images} images"
    if difference.within_noise:
        return (
            f"{score.title}: the difference of {points(difference.value)} points is within noise ({span}): "
            "other images of the kind might show the opposite."
        )
    amount = f"{abs(difference.value) * 100:.2f}"
    return f"{score.title}: {better.prediction} is {amount} points better than {worse.prediction} ({span})."
