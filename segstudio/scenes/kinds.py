"""Kinds of street: how wide, how built up, how green, how busy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Kind:
    """One kind of street; ranges are drawn evenly, chances lie in 0 … 1."""

    name: str
    weight: float
    half_width: tuple[float, float]
    pavement: tuple[float, float]
    garden: tuple[float, float]
    floors: tuple[int, int]
    shops: float
    modern: float
    gaps: float
    roofs: float
    trees: float
    people: float
    """Pedestrians per metre and side."""
    parked: float
    boundary: tuple[str, ...]


KINDS: tuple[Kind, ...] = (
    Kind(
        "high street",
        4,
        (3.3, 5.2),
        (2.2, 4.2),
        (0, 0),
        (2, 4),
        0.75,
        0.15,
        0.06,
        0.75,
        0.18,
        0.09,
        0.45,
        ("none", "railing"),
    ),
    Kind(
        "terraces",
        3,
        (3.4, 4.8),
        (1.7, 2.5),
        (0, 2.2),
        (2, 3),
        0.1,
        0.05,
        0.10,
        1.0,
        0.25,
        0.035,
        0.75,
        ("wall", "railing", "hedge"),
    ),
    Kind(
        "suburb",
        3,
        (3.2, 4.4),
        (1.7, 2.6),
        (4.5, 8.0),
        (2, 3),
        0.0,
        0.1,
        0.45,
        1.0,
        0.75,
        0.03,
        0.5,
        ("hedge", "wall", "boards", "railing"),
    ),
    Kind(
        "city",
        2,
        (3.6, 6.5),
        (2.8, 5.0),
        (0, 0),
        (4, 8),
        0.5,
        0.7,
        0.10,
        0.1,
        0.35,
        0.09,
        0.3,
        ("none", "railing"),
    ),
    Kind(
        "green",
        2.2,
        (3.3, 4.8),
        (1.6, 2.4),
        (9.0, 16.0),
        (2, 3),
        0.0,
        0.3,
        0.6,
        0.9,
        1.6,
        0.02,
        0.25,
        ("hedge", "boards", "railing", "none"),
    ),
)


def pick_kind(rng: np.random.Generator) -> Kind:
    weights = np.array([k.weight for k in KINDS])
    return KINDS[int(rng.choice(len(KINDS), p=weights / weights.sum()))]
