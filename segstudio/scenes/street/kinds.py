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
        name="high street",
        weight=4,
        half_width=(3.3, 5.2),
        pavement=(2.2, 4.2),
        garden=(0, 0),
        floors=(2, 4),
        shops=0.75,
        modern=0.15,
        gaps=0.06,
        roofs=0.75,
        trees=0.18,
        people=0.09,
        parked=0.45,
        boundary=("none", "railing"),
    ),
    Kind(
        name="terraces",
        weight=3,
        half_width=(3.4, 4.8),
        pavement=(1.7, 2.5),
        garden=(0, 2.2),
        floors=(2, 3),
        shops=0.1,
        modern=0.05,
        gaps=0.1,
        roofs=1.0,
        trees=0.25,
        people=0.035,
        parked=0.75,
        boundary=("wall", "railing", "hedge"),
    ),
    Kind(
        name="suburb",
        weight=3,
        half_width=(3.2, 4.4),
        pavement=(1.7, 2.6),
        garden=(4.5, 8.0),
        floors=(2, 3),
        shops=0.0,
        modern=0.1,
        gaps=0.45,
        roofs=1.0,
        trees=0.75,
        people=0.03,
        parked=0.5,
        boundary=("hedge", "wall", "boards", "railing"),
    ),
    Kind(
        name="city",
        weight=2,
        half_width=(3.6, 6.5),
        pavement=(2.8, 5.0),
        garden=(0, 0),
        floors=(4, 8),
        shops=0.5,
        modern=0.7,
        gaps=0.1,
        roofs=0.1,
        trees=0.35,
        people=0.09,
        parked=0.3,
        boundary=("none", "railing"),
    ),
    Kind(
        name="green",
        weight=2.2,
        half_width=(3.3, 4.8),
        pavement=(1.6, 2.4),
        garden=(9.0, 16.0),
        floors=(2, 3),
        shops=0.0,
        modern=0.3,
        gaps=0.6,
        roofs=0.9,
        trees=1.6,
        people=0.02,
        parked=0.25,
        boundary=("hedge", "boards", "railing", "none"),
    ),
)


def pick_kind(rng: np.random.Generator) -> Kind:
    weights = np.array([k.weight for k in KINDS])
    return KINDS[int(rng.choice(len(KINDS), p=weights / weights.sum()))]
