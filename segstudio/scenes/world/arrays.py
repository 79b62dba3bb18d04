"""Array types and small vector helpers that the renderer shares."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Fixed = NDArray[np.int32]
RGB = tuple[float, float, float]
"""A colour, red green blue, 0 … 255."""
Vector = tuple[float, float, float]
"""A direction or a place in metres: x right, y up, z ahead."""


def dot(a: Vector, b: Vector) -> float:
    """The inner product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def rgb(colour: Floats) -> RGB:
    """The colour of a vector of three."""
    return float(colour[0]), float(colour[1]), float(colour[2])


def mix(a: RGB, b: RGB, amount: float) -> RGB:
    """`a` where amount is 0, `b` where it is 1."""
    return (
        a[0] + (b[0] - a[0]) * amount,
        a[1] + (b[1] - a[1]) * amount,
        a[2] + (b[2] - a[2]) * amount,
    )


def scaled(colour: RGB, factor: float) -> RGB:
    """A colour made brighter or darker."""
    return colour[0] * factor, colour[1] * factor, colour[2] * factor


def unit(vector: Floats) -> Floats:
    """The vector with length 1."""
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-12))


def points(*rows: tuple[float, ...]) -> Floats:
    """Rows of coordinates as an array."""
    return np.array(rows, dtype=np.float64)
