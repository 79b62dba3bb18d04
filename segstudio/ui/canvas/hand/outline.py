"""The border of a mask as line segments along the edges of pixels: drawn at any zoom it runs exactly around them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Mask

Segments = NDArray[np.int32]
"""N×4: x0, y0, x1, y1 in pixels, each horizontal or vertical."""

MOST = 20_000
"""More segments than this are nothing that an eye can follow, and nothing to draw at every frame."""


def outline(mask: Mask, x: int = 0, y: int = 0) -> Segments:
    """Every edge between a true and a false pixel of a mask (bool h×w), straight runs joined.

    Outside the mask counts as false. (x, y): where the mask's corner lies.
    """
    framed = np.zeros((mask.shape[0] + 2, mask.shape[1] + 2), np.bool_)
    framed[1:-1, 1:-1] = mask
    across = _runs(framed[1:] != framed[:-1])  # rows of edges, each below row r − 1
    down = _runs((framed[:, 1:] != framed[:, :-1]).T)
    found = np.empty((len(across) + len(down), 4), np.int32)
    line, first, last = across.T
    found[: len(across)] = np.stack([first - 1 + x, line + y, last - 1 + x, line + y], axis=1)
    line, first, last = down.T
    found[len(across) :] = np.stack([line + x, first - 1 + y, line + x, last - 1 + y], axis=1)
    return found


def _runs(edges: Mask) -> NDArray[np.int64]:
    """N×3: line, first, last + 1 of every unbroken run of true values along the lines (rows) of `edges`."""
    lines, length = edges.shape
    padded = np.zeros((lines, length + 1), np.int8)
    padded[:, :-1] = edges
    steps = np.diff(padded.ravel(), prepend=np.int8(0))
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    return np.stack([starts // (length + 1), starts % (length + 1), ends % (length + 1)], axis=1)
