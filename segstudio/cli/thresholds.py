"""`--fail-under miou=0.7`: scores that have to be reached, for machines that watch over a model."""

from __future__ import annotations

import math
from collections.abc import Sequence

from segstudio.core.errors import InputError
from segstudio.metrics.definitions import SUMMARY, Definition
from segstudio.metrics.scores import Scores

Threshold = tuple[Definition, float]

_BY_KEY = {d.key: d for d in SUMMARY}


def read_thresholds(texts: Sequence[str]) -> list[Threshold]:
    """Of 'score=share' each. Raises InputError for another score or what is no share between 0 and 1."""
    return [_threshold(text) for text in texts]


def misses(thresholds: Sequence[Threshold], scores: Scores) -> list[str]:
    """A sentence for each score that is not reached, with how much is missing."""
    found = []
    for definition, least in thresholds:
        value = getattr(scores, definition.key)
        if value is None:
            found.append(f"{definition.title} does not exist here, and --fail-under asks for {least:g}.")
        elif value < least:
            found.append(
                f"{definition.title} is {value:.4f}, {least - value:.2g} below the {least:g} that --fail-under asks for."
            )
    return found


def _threshold(text: str) -> Threshold:
    key, _, number = text.partition("=")
    definition = _BY_KEY.get(key.strip().casefold())
    try:
        least = float(number)
    except ValueError:
        least = math.nan
    if definition is None or not 0 <= least <= 1:
        raise InputError(
            f"--fail-under {text}: expected SCORE=SHARE with one of {', '.join(_BY_KEY)} and a number from 0 to 1, "
            "for example miou=0.7."
        )
    return definition, least
