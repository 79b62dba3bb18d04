"""What a person set for how the image is shown, and what that means for the image of the moment."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import numpy as np
from PySide6.QtCore import QObject, Signal

from segstudio.core.adjustments import WHOLE, Adjustment, Range, percentile_ranges
from segstudio.ui.canvas.rendering.pyramid import Picture
from segstudio.ui.canvas.rendering.tone import Tone

Stretch = Literal["none", "auto", "channels", "manual"]
STRETCHES: tuple[Stretch, ...] = ("none", "auto", "channels", "manual")


class Toning(QObject):
    """Kept while images come and go; `changed` when the present one has to be shown anew, or another value is set.

    `stretch`: which values are black and white. 'none': as in the file (a picture of more than 8 bits: from its
    lowest to its highest); 'auto': without the darkest and lightest half per cent; 'channels': the same for red,
    green and blue each; 'manual': `adjustment.ranges`.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.adjustment = Adjustment()
        self.stretch: Stretch = "none"
        self._picture: Picture | None = None
        self._shown_range = WHOLE
        self._tone: Tone | None = None
        self._measured: dict[Stretch, tuple[Range, Range, Range]] = {}

    @property
    def neutral(self) -> bool:
        return self.stretch == "none" and replace(self.adjustment, ranges=(WHOLE,) * 3).neutral

    @property
    def grey(self) -> bool:
        """Whether the image of the moment has but one channel."""
        return self._picture is not None and self._picture.smallest.shape[2] == 1

    @property
    def ranges(self) -> tuple[Range, Range, Range]:
        """Black and white of red, green and blue, for the image of the moment."""
        if self.stretch == "manual":
            return self.adjustment.ranges
        if self.stretch == "none" or self._picture is None:
            return (self._shown_range,) * 3
        if self.stretch not in self._measured:
            values = self._picture.smallest
            self._measured[self.stretch] = percentile_ranges(values, each=self.stretch == "channels")
        return self._measured[self.stretch]

    @property
    def tone(self) -> Tone | None:
        """Made for the image of the moment; None when there is none."""
        if self._tone is None and self._picture is not None:
            small = self._picture.smallest
            adjustment = replace(self.adjustment, ranges=self.ranges)
            self._tone = Tone(adjustment, np.dtype(small.dtype), small.shape[2])
        return self._tone

    def set_picture(self, picture: Picture | None, shown_range: Range) -> None:
        self._picture, self._shown_range = picture, shown_range
        self._measured.clear()
        self._tone = None

    def set_brightness(self, value: float) -> None:
        """−1 … 1."""
        self._set(replace(self.adjustment, brightness=min(max(value, -1.0), 1.0)))

    def set_contrast(self, value: float) -> None:
        """−1 … 1."""
        self._set(replace(self.adjustment, contrast=min(max(value, -1.0), 1.0)))

    def set_gamma(self, value: float) -> None:
        """0.1 … 10."""
        self._set(replace(self.adjustment, gamma=min(max(value, 0.1), 10.0)))

    def set_stretch(self, stretch: Stretch) -> None:
        """'manual' begins with the ranges of the moment."""
        if stretch != self.stretch:
            ranges = self.ranges
            self.stretch = stretch
            self._set(replace(self.adjustment, ranges=ranges), again=True)

    def set_range(self, channel: int, low: float, high: float) -> None:
        """Black and white of one channel (0 … 2) as fractions; from now on the ranges are 'manual'."""
        adjustment = replace(self.adjustment, ranges=self.ranges)
        self.stretch = "manual"
        self._set(adjustment.with_range(channel, low, high), again=True)

    def reset(self) -> None:
        """Show the image as it is."""
        self.stretch = "none"
        self._set(Adjustment(), again=True)

    def _set(self, adjustment: Adjustment, *, again: bool = False) -> None:
        if again or adjustment != self.adjustment:
            self.adjustment = adjustment
            self._tone = None
            self.changed.emit()
