"""Where values of scores lie on an axis, and which figures stand beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_LEAST_SPAN = 0.02
"""The smallest range that fills an axis: a wobble in the fourth digit must not look like a leap."""
_STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5)


@dataclass(frozen=True)
class Axis:
    """From `low` to `high`, with figures at `ticks`."""

    low: float
    high: float
    ticks: tuple[float, ...]
    digits: int

    def share(self, value: float) -> float:
        """0 at `low`, 1 at `high`."""
        return (value - self.low) / (self.high - self.low)

    def text(self, value: float) -> str:
        return f"{value:.{self.digits}f}"


def axis_for(values: Sequence[float], most_ticks: int) -> Axis:
    """The values with a little air, on even steps, inside 0 … 1."""
    low, high = min(values), max(values)
    air = max((high - low) * 0.08, (_LEAST_SPAN - (high - low)) / 2)
    low, high = max(low - air, 0.0), min(high + air, 1.0)
    step = next((s for s in _STEPS if (high - low) / s <= max(most_ticks, 1)), _STEPS[-1])
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = tuple(round(n * step, 6) for n in range(first, last + 1))
    digits = max(2, math.ceil(-math.log10(step) - 1e-9)) if step != 0.25 else 2
    return Axis(ticks[0], ticks[-1], ticks, digits)
