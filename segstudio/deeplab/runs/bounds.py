"""What a number of a training run may be, and the sentence about one that it may not."""

from __future__ import annotations

import math
from dataclasses import dataclass

from segstudio.core.errors import InputError


@dataclass(frozen=True)
class Bounds:
    """`what` is meant, at the beginning of a sentence; without `high` every finite number from `low` on will do."""

    what: str
    low: float
    high: float = math.inf

    def check(self, value: float) -> None:
        """Raises InputError for a number outside; NaN lies outside of everything."""
        if isinstance(value, float) and not math.isfinite(value):
            raise InputError(f"{self.what} is {value:g}; it must be a finite number.")
        if not self.low <= value <= self.high:
            end = f"be {_text(self.low)} or more"
            if self.high < math.inf:
                end = f"lie between {_text(self.low)} and {_text(self.high)}"
            raise InputError(f"{self.what} is {_text(value)}; it must {end}.")


def _text(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:g}"
