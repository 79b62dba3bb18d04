"""How codes become colours: fill, outline and hatching, for one layer at one opacity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Plane
from segstudio.core.classes import ClassTable, Colour
from segstudio.metrics.error_map import ErrorView, Paint
from segstudio.ui.canvas.rendering.layers import AGREES, DIFFERS, FALSE, class_codes

Argb = NDArray[np.uint32]  # premultiplied 0xAARRGGBB, as Qt's ARGB32_Premultiplied
Table = NDArray[np.uint32]  # 256 of them

Style = Literal["fill", "outline", "hatched"]
STYLES: tuple[Style, ...] = ("fill", "outline", "hatched")
STRIPE_PERIOD, STRIPE = 8, 2
"""Distance and width of the stripes of classes along a row, in view pixels."""
OUTLINE_GAIN = 0.3
"""Outlines are this much more opaque than the fill."""
_DOUBT = ((0x30, 0x12, 0x58), (0x9C, 0x25, 0x6C), (0xF2, 0x7C, 0x3A), (0xFF, 0xF3, 0xA0))
"""From sure to doubtful, in rising lightness."""
HATCH_PERIOD = 10
"""Distance of the hatching's lines along a row, in view pixels."""


@dataclass(frozen=True)
class Look:
    """Colour tables of a layer. `hatched`: the code of void on purpose, None when it is hidden or there is none."""

    fill: Table
    outline: Table
    hatched: int | None
    hatch: Table  # one period of the hatching
    gap: Table | None = None
    """Colours between the stripes of the fill; None for a fill without stripes."""


def class_look(
    table: ClassTable,
    empty: int,
    opacity: float,
    hidden: Iterable[int] = (),
    *,
    outlines: bool = True,
    style: Style = "fill",
) -> Look:
    """Class colours at `opacity` (0 … 1); hidden classes and `empty` are transparent, void on purpose is hatched.

    `style`: what is inside an outline: the class's colour, nothing, or stripes of it.
    """
    fill, outline = np.zeros(256, np.uint32), np.zeros(256, np.uint32)
    hide = {*hidden, empty, table.ignore_index}
    edge = _firmer(opacity) if outlines else opacity
    for c in table.classes:
        if c.id not in hide:
            fill[c.id] = 0 if style == "outline" else argb(c.colour, opacity if style == "fill" else edge)
            outline[c.id] = argb(c.colour, edge if style == "fill" else _firmer(edge))
    void = table.ignore_index
    shown = void != empty and void not in set(hidden)
    gap = np.zeros(256, np.uint32) if style == "hatched" else None
    return Look(fill, outline, void if shown else None, _hatching(opacity), gap)


@dataclass(frozen=True)
class ErrorColours:
    """Of the error layer: wrong (of one class: missed), right, and falsely predicted as the class that is asked about.

    Wrong and false also differ in lightness.
    """

    differs: Colour
    agrees: Colour
    false: Colour


def error_look(colours: ErrorColours, opacity: float, view: ErrorView, table: ClassTable) -> Look:
    """Errors stand out at any opacity above 0; agreement is a faint veil."""
    fill, outline = np.zeros(256, np.uint32), np.zeros(256, np.uint32)
    strong = min(opacity * 1.35, 1.0)
    if view.paint is not Paint.PLAIN:
        codes = class_codes(table)
        others = int(codes.max())
        shades = {others: colours.differs} | {int(codes[c.id]): c.colour for c in table.classes}
    else:
        shades = {DIFFERS: colours.differs, FALSE: colours.false}
        fill[AGREES] = outline[AGREES] = argb(colours.agrees, opacity * 0.18)
    for code, colour in shades.items():
        fill[code], outline[code] = argb(colour, strong), argb(colour, _firmer(strong))
    return Look(fill, outline, None, _hatching(opacity))


def doubt_look(opacity: float) -> Look:
    """The more doubtful, the lighter and the less transparent: reads without colour vision, on any image."""
    stops = np.array(_DOUBT, np.float64)
    share = np.linspace(0, 1, 256)
    position = share * (len(stops) - 1)
    rgb = np.stack([np.interp(position, np.arange(len(stops)), stops[:, k]) for k in range(3)], axis=1)
    alpha = np.minimum(opacity * 1.5, 1.0) * np.minimum(share * 4, 1.0)
    fill = np.array(
        [argb((int(r), int(g), int(b)), a) for (r, g, b), a in zip(rgb, alpha, strict=True)], np.uint32
    )
    return Look(fill, fill, None, _hatching(opacity))


def argb(colour: Colour, alpha: float) -> int:
    """One premultiplied value."""
    a = round(min(max(alpha, 0.0), 1.0) * 255)
    r, g, b = (round(v * a / 255) for v in colour)
    return a << 24 | r << 16 | g << 8 | b


def painted(codes: Plane, look: Look, phase: int, lean: int = 0) -> Argb:
    """uint32 h×w of (h+2)×(w+2) codes: the inner ones in their colours.

    A pixel that differs from one of its four neighbours is its region's outline. `phase`: column + row of the
    first inner pixel, from a point fixed to the image, so that hatching moves along with it; `lean`: its row − column.
    """
    inner = codes[1:-1, 1:-1]
    result = _coloured(look.fill, inner)
    if look.gap is not None:
        height, width = inner.shape
        across = (np.arange(height)[:, None] - np.arange(width)[None, :] + lean) % STRIPE_PERIOD
        np.copyto(result, _coloured(look.gap, inner), where=across >= STRIPE)
    edge = cv2.compare(inner, codes[:-2, 1:-1], cv2.CMP_NE)
    for neighbour in (codes[2:, 1:-1], codes[1:-1, :-2], codes[1:-1, 2:]):
        cv2.bitwise_or(edge, cv2.compare(inner, neighbour, cv2.CMP_NE), dst=edge)
    outline = _coloured(look.outline, inner)
    cv2.copyTo(outline.view(np.int32), edge, result.view(np.int32))  # OpenCV knows no uint32
    if look.hatched is not None:
        void = inner == look.hatched
        if void.any():
            height, width = inner.shape
            lines = (np.arange(width) + phase)[None, :] + np.arange(height)[:, None]
            np.copyto(result, look.hatch[lines % HATCH_PERIOD], where=void)
    return result


def _coloured(table: Table, codes: Plane) -> Argb:
    """`table[codes]`, in a third of the time that numpy takes to make indices of bytes."""
    return np.asarray(cv2.LUT(codes, table.view(np.int32)), np.int32).view(np.uint32)


def _firmer(opacity: float) -> float:
    """Of an outline, for the fill's opacity."""
    return min(opacity + OUTLINE_GAIN, 1.0) if opacity > 0 else 0.0


def _hatching(opacity: float) -> Table:
    """White lines with a dark rim: seen on any image."""
    period = np.full(HATCH_PERIOD, argb((0, 0, 0), opacity * 0.3), np.uint32)
    period[0:2] = argb((255, 255, 255), opacity)
    period[2] = period[-1] = argb((0, 0, 0), opacity * 0.8)
    return period
