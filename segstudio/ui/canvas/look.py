"""How codes become colours: fill, outline and hatching, for one layer at one opacity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.classes import ClassTable, Colour
from segstudio.ui.canvas.layers import AGREES, DIFFERS, Plane

Argb = NDArray[np.uint32]  # premultiplied 0xAARRGGBB, as Qt's ARGB32_Premultiplied
Table = NDArray[np.uint32]  # 256 of them

OUTLINE_GAIN = 0.3
"""Outlines are this much more opaque than the fill."""
HATCH_PERIOD = 10
"""Distance of the hatching's lines along a row, in view pixels."""


@dataclass(frozen=True)
class Look:
    """Colour tables of a layer. `hatched`: the code of void on purpose, None when it is hidden or there is none."""

    fill: Table
    outline: Table
    hatched: int | None
    hatch: Table  # one period of the hatching


def class_look(
    table: ClassTable, empty: int, opacity: float, hidden: Iterable[int] = (), *, outlines: bool = True
) -> Look:
    """Class colours at `opacity` (0 … 1); hidden classes and `empty` are transparent, void on purpose is hatched."""
    fill, outline = np.zeros(256, np.uint32), np.zeros(256, np.uint32)
    hide = {*hidden, empty, table.ignore_index}
    edge = _firmer(opacity) if outlines else opacity
    for c in table.classes:
        if c.id not in hide:
            fill[c.id] = argb(c.colour, opacity)
            outline[c.id] = argb(c.colour, edge)
    void = table.ignore_index
    shown = void != empty and void not in set(hidden)
    return Look(fill, outline, void if shown else None, _hatching(opacity))


def error_look(differs: Colour, agrees: Colour, opacity: float) -> Look:
    """Errors stand out at any opacity above 0; agreement is a faint veil."""
    fill, outline = np.zeros(256, np.uint32), np.zeros(256, np.uint32)
    strong = min(opacity * 1.35, 1.0)
    fill[DIFFERS], outline[DIFFERS] = argb(differs, strong), argb(differs, _firmer(strong))
    fill[AGREES] = outline[AGREES] = argb(agrees, opacity * 0.18)
    return Look(fill, outline, None, _hatching(opacity))


def argb(colour: Colour, alpha: float) -> int:
    """One premultiplied value."""
    a = round(min(max(alpha, 0.0), 1.0) * 255)
    r, g, b = (round(v * a / 255) for v in colour)
    return a << 24 | r << 16 | g << 8 | b


def painted(codes: Plane, look: Look, phase: int) -> Argb:
    """uint32 h×w of (h+2)×(w+2) codes: the inner ones in their colours.

    A pixel that differs from one of its four neighbours is its region's outline. `phase`: column + row of the
    first inner pixel, from a point fixed to the image, so that hatching moves along with it.
    """
    inner = codes[1:-1, 1:-1]
    result: Argb = look.fill.take(inner)
    edge = cv2.compare(inner, codes[:-2, 1:-1], cv2.CMP_NE)
    for neighbour in (codes[2:, 1:-1], codes[1:-1, :-2], codes[1:-1, 2:]):
        cv2.bitwise_or(edge, cv2.compare(inner, neighbour, cv2.CMP_NE), dst=edge)
    outline = look.outline.take(inner)
    cv2.copyTo(outline.view(np.int32), edge, result.view(np.int32))  # OpenCV knows no uint32
    if look.hatched is not None:
        void = inner == look.hatched
        if void.any():
            height, width = inner.shape
            lines = (np.arange(width) + phase)[None, :] + np.arange(height)[:, None]
            np.copyto(result, look.hatch[lines % HATCH_PERIOD], where=void)
    return result


def _firmer(opacity: float) -> float:
    """Of an outline, for the fill's opacity."""
    return min(opacity + OUTLINE_GAIN, 1.0) if opacity > 0 else 0.0


def _hatching(opacity: float) -> Table:
    """White lines with a dark rim: seen on any image."""
    period = np.full(HATCH_PERIOD, argb((0, 0, 0), opacity * 0.3), np.uint32)
    period[0:2] = argb((255, 255, 255), opacity)
    period[2] = period[-1] = argb((0, 0, 0), opacity * 0.8)
    return period
