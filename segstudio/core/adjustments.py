"""How an image is shown: brightness, contrast, gamma and the range of values that black and white stand for.

For the eye only. Models, tools and scores see the image as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.uint8] | NDArray[np.uint16]  # H×W×C
Range = tuple[float, float]
"""Black and white as fractions of all values: 0 … 1."""

WHOLE: Range = (0.0, 1.0)
_LEAST_SPAN = 1 / 65535
_CONTRAST_POWER = 3.0
"""Full contrast multiplies differences by 2 to this power, none divides them."""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """`brightness` and `contrast`: −1 … 1, 0 changes nothing. `gamma` above 1 lightens the dark.

    `ranges`: for red, green, blue; the darker value is shown black and the lighter white, between them values are
    spread evenly.
    """

    brightness: float = 0.0
    contrast: float = 0.0
    gamma: float = 1.0
    ranges: tuple[Range, Range, Range] = (WHOLE, WHOLE, WHOLE)

    @property
    def neutral(self) -> bool:
        return self == Adjustment()

    def with_range(self, channel: int, low: float, high: float) -> Adjustment:
        """Another range for one channel (0 … 2). Black above white turns the picture into its negative."""
        ranges = list(self.ranges)
        ranges[channel] = (min(max(low, 0.0), 1.0), min(max(high, 0.0), 1.0))
        return replace(self, ranges=(ranges[0], ranges[1], ranges[2]))

    def table(self, channel: int, size: int) -> NDArray[np.uint8]:
        """What each of `size` values (256 or 65536) of a channel is shown as, uint8."""
        low, high = self.ranges[channel]
        span = high - low
        if abs(span) < _LEAST_SPAN:
            span = _LEAST_SPAN
        shown = np.clip((np.linspace(0.0, 1.0, size) - low) / span, 0.0, 1.0)
        if self.gamma != 1.0:
            shown = shown ** (1.0 / self.gamma)
        gain = 2.0 ** (_CONTRAST_POWER * self.contrast)
        shown = (shown - 0.5) * gain + 0.5 + self.brightness
        return np.asarray(np.clip(np.floor(shown * 255.0 + 0.5), 0, 255), np.uint8)


def percentile_ranges(
    values: Values, share: float = 0.005, *, each: bool = True
) -> tuple[Range, Range, Range]:
    """Without this share of the darkest and of the lightest values; for `each` channel by itself or for all alike."""
    top = 256 if values.dtype == np.uint8 else 65536
    channels = [values[:, :, c] for c in range(values.shape[2])]
    parts = [c.ravel() for c in channels] if each else [values.ravel()]
    found = []
    for part in parts:
        below = np.cumsum(np.bincount(part, minlength=top))
        low = int(np.searchsorted(below, share * part.size, side="right"))
        high = int(np.searchsorted(below, (1.0 - share) * part.size, side="left"))
        found.append((low / (top - 1), max(high, low) / (top - 1)))
    found = found * 3 if len(found) == 1 else found
    return found[0], found[1], found[2]
