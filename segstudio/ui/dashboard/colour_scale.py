"""A sequential colour scale of one hue: the further from the ground, the larger the share."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from segstudio.ui.theme import Tokens

_DARK = ((0x2A, 0x2A, 0x2A), (0x24, 0x44, 0x7A), (0x3F, 0x7D, 0xDE), (0xB8, 0xD6, 0xFF))
_LIGHT = ((0xEC, 0xEC, 0xEC), (0xB2, 0xCF, 0xF8), (0x4A, 0x8A, 0xEA), (0x0B, 0x3F, 0x94))
_STEPS = 256


@cache
def scale(dark: bool) -> NDArray[np.uint8]:
    """uint8 256×3 RGB for shares 0…1 in even steps.

    Luminance is monotonic in the share, so the scale reads without colour vision. Colours go with the square
    root of the share: a confusion of 2 % differs visibly from none.
    """
    stops = np.array(_DARK if dark else _LIGHT, np.float64)
    position = np.sqrt(np.linspace(0, 1, _STEPS)) * (len(stops) - 1)
    channels = [np.interp(position, np.arange(len(stops)), stops[:, k]) for k in range(3)]
    return np.stack(channels, axis=1).round().astype(np.uint8)


def colours_of(shares: NDArray[np.float64], t: Tokens) -> NDArray[np.uint8]:
    """uint8 …×3 RGB of shares between 0 and 1; NaN is the colour of nothing."""
    return scale(t.dark)[_steps(shares)]


def pixels_of(shares: NDArray[np.float64], t: Tokens) -> NDArray[np.uint32]:
    """The same as uint32 0xffRRGGBB (`QImage.Format_RGB32`)."""
    rgb = scale(t.dark).astype(np.uint32)
    packed = 0xFF000000 | rgb[:, 0] << 16 | rgb[:, 1] << 8 | rgb[:, 2]
    return packed.astype(np.uint32)[_steps(shares)]


def _steps(shares: NDArray[np.float64]) -> NDArray[np.intp]:
    whole = np.where(np.isnan(shares), 0.0, shares) * (_STEPS - 1) + 0.5
    return np.minimum(whole.astype(np.intp), _STEPS - 1)


def is_light(rgb: NDArray[np.uint8]) -> bool:
    """Whether black text reads better on this colour than white (relative luminance, ITU-R BT.709)."""
    linear = (rgb.astype(np.float64) / 255) ** 2.2
    return bool(linear @ np.array([0.2126, 0.7152, 0.0722]) > 0.18)
