"""Who said what: the colours of model, human and confirmed. They differ in lightness, so that they can be told apart
without colour vision."""

from __future__ import annotations

import numpy as np

from segstudio.core.classes import Colour
from segstudio.core.provenance import CONFIRMED, HUMAN, MODEL
from segstudio.ui.canvas.rendering.look import Look, argb

COLOURS: dict[int, Colour] = {
    MODEL: (0xF2, 0xC1, 0x4E),
    CONFIRMED: (0x0F, 0x8A, 0x5F),
    HUMAN: (0x1F, 0x3F, 0xBF),
}
"""By provenance code; what nobody has spoken about stays bare."""


def provenance_look(opacity: float) -> Look:
    """Colours at `opacity` (0 … 1), outlines firmer."""
    fill, outline = np.zeros(256, np.uint32), np.zeros(256, np.uint32)
    for code, colour in COLOURS.items():
        fill[code] = argb(colour, opacity)
        outline[code] = argb(colour, min(opacity * 1.4, 1.0))
    return Look(fill, outline, None, np.zeros(1, np.uint32))
