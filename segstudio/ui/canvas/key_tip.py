"""The tip moved by keys: in whole image pixels, so that every pixel can be reached."""

from __future__ import annotations

import math

from segstudio.ui.canvas.viewport import Point, Viewport

STEP = 6.0
"""View pixels of a step, where that is at least an image pixel."""
_COARSE = 8
_KEPT = 24.0
"""View pixels between the tip and the view's border: the image moves along before that."""


def stepped(point: Point, direction: tuple[int, int], viewport: Viewport, *, coarse: bool) -> Point:
    """The middle of the image pixel one step further in that direction (x, y), kept inside the image."""
    step = max(round(STEP / viewport.zoom), 1) * (_COARSE if coarse else 1)
    x, y = (
        min(max(math.floor(at) + by * step, 0), side - 1) + 0.5
        for at, by, side in zip(point, direction, viewport.image, strict=True)
    )
    return x, y


def following(viewport: Viewport, point: Point) -> Viewport:
    """The image moved as little as has this image point in the view."""
    at = viewport.to_view(point)
    moves = []
    for where, length in zip(at, viewport.view, strict=True):
        kept = min(_KEPT, length / 4)
        moves.append(max(kept - where, 0.0) - max(where - (length - kept), 0.0))
    return viewport.panned(round(moves[0]), round(moves[1])) if any(moves) else viewport
