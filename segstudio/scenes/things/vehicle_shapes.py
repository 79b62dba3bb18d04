"""The forms of vehicles: cross-sections from tail to nose, cabin, wheels; and how common each form is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Shape:
    """A vehicle's form. Stations run from the tail to the nose: (z / length, width, bottom, shoulder).

    The cabin: (base rear, roof rear, roof front, base front) as z / length; metres else.
    """

    name: str
    length: float
    width: float
    height: float
    stations: tuple[tuple[float, float, float, float], ...]
    cabin: tuple[float, float, float, float] | None
    wheels: tuple[float, float]
    wheel: float
    tumble: float = 0.16


_HATCH = Shape(
    "hatchback", 3.95, 1.72, 1.47,
    ((-0.5, 0.78, 0.36, 0.70), (-0.485, 0.92, 0.27, 0.86), (-0.43, 0.985, 0.22, 0.95), (-0.2, 1.0, 0.19, 0.96),
     (0.12, 1.0, 0.19, 0.93), (0.28, 0.985, 0.2, 0.89), (0.42, 0.95, 0.22, 0.80), (0.48, 0.88, 0.25, 0.70), (0.5, 0.74, 0.33, 0.58)),
    (-0.47, -0.34, 0.06, 0.27), (-0.31, 0.33), 0.30,
)  # fmt: skip
_SALOON = Shape(
    "saloon", 4.5, 1.76, 1.44,
    ((-0.5, 0.78, 0.36, 0.74), (-0.485, 0.92, 0.27, 0.90), (-0.42, 0.985, 0.22, 0.95), (-0.2, 1.0, 0.19, 0.94),
     (0.12, 1.0, 0.19, 0.92), (0.26, 0.985, 0.2, 0.89), (0.42, 0.95, 0.22, 0.80), (0.485, 0.88, 0.25, 0.70), (0.5, 0.76, 0.33, 0.58)),
    (-0.37, -0.22, 0.06, 0.24), (-0.30, 0.33), 0.31, 0.19,
)  # fmt: skip
_ESTATE = Shape(
    "estate", 4.6, 1.78, 1.5,
    ((-0.5, 0.82, 0.36, 0.80), (-0.485, 0.94, 0.27, 0.92), (-0.42, 0.985, 0.22, 0.97), (-0.2, 1.0, 0.19, 0.96),
     (0.12, 1.0, 0.19, 0.93), (0.26, 0.985, 0.2, 0.90), (0.42, 0.95, 0.22, 0.82), (0.485, 0.88, 0.25, 0.72), (0.5, 0.76, 0.33, 0.60)),
    (-0.485, -0.40, 0.07, 0.24), (-0.30, 0.33), 0.32,
)  # fmt: skip
_SUV = Shape(
    "suv", 4.5, 1.88, 1.76,
    ((-0.5, 0.84, 0.45, 0.95), (-0.485, 0.95, 0.36, 1.08), (-0.42, 0.99, 0.31, 1.12), (-0.2, 1.0, 0.29, 1.12),
     (0.12, 1.0, 0.29, 1.10), (0.26, 0.99, 0.3, 1.07), (0.42, 0.96, 0.32, 0.99), (0.485, 0.9, 0.36, 0.88), (0.5, 0.8, 0.42, 0.74)),
    (-0.485, -0.42, 0.07, 0.22), (-0.30, 0.33), 0.37, 0.13,
)  # fmt: skip
_VAN = Shape(
    "van", 5.0, 1.95, 2.05,
    ((-0.5, 0.95, 0.38, 1.05), (-0.495, 0.985, 0.32, 1.12), (-0.3, 1.0, 0.28, 1.14), (0.1, 1.0, 0.28, 1.14),
     (0.28, 0.99, 0.28, 1.12), (0.40, 0.96, 0.29, 1.06), (0.48, 0.9, 0.31, 0.88), (0.5, 0.78, 0.38, 0.72)),
    (-0.498, -0.485, 0.22, 0.38), (-0.30, 0.32), 0.34, 0.09,
)  # fmt: skip
_BUS = Shape(
    "bus", 10.5, 2.5, 3.05,
    ((-0.5, 0.94, 0.45, 1.2), (-0.495, 0.99, 0.36, 1.25), (-0.3, 1.0, 0.33, 1.25), (0.3, 1.0, 0.33, 1.25),
     (0.495, 0.99, 0.34, 1.2), (0.5, 0.94, 0.42, 1.15)),
    (-0.499, -0.494, 0.485, 0.498), (-0.28, 0.30), 0.48, 0.03,
)  # fmt: skip
_DECKER = Shape("double-decker", 10.3, 2.5, 4.3, _BUS.stations, _BUS.cabin, _BUS.wheels, _BUS.wheel, 0.03)
_LORRY = Shape(
    "lorry", 7.4, 2.4, 3.3,
    ((-0.5, 0.99, 0.62, 1.25), (-0.498, 1.0, 0.6, 1.25), (0.1, 1.0, 0.6, 1.25), (0.2, 1.0, 0.5, 1.25),
     (0.495, 0.97, 0.45, 1.2), (0.5, 0.92, 0.5, 1.15)),
    (-0.499, -0.498, 0.47, 0.498), (-0.25, 0.32), 0.48, 0.0,
)  # fmt: skip

SHAPES: tuple[tuple[Shape, float], ...] = (
    (_HATCH, 5.0), (_SALOON, 3.0), (_ESTATE, 2.2), (_SUV, 2.0), (_VAN, 1.6), (_BUS, 0.45), (_DECKER, 0.3), (_LORRY, 0.4),
)  # fmt: skip


def draw_shape(rng: np.random.Generator, largest: float = 99.0) -> Shape:
    """A random vehicle no longer than `largest` metres."""
    fits = [(shape, weight) for shape, weight in SHAPES if shape.length <= largest]
    weights = np.array([w for _, w in fits])
    return fits[int(rng.choice(len(fits), p=weights / weights.sum()))][0]
