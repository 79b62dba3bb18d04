"""What stands at the kerb: lamp posts, signs, traffic lights, bollards, railings, bins."""

from __future__ import annotations

import numpy as np

from segstudio.scenes.street.gardens import run_boundary
from segstudio.scenes.street.kinds import Kind
from segstudio.scenes.things.furniture import SIGN_KINDS, Bin, Bollard, LampPost, SignPost, TrafficLight
from segstudio.scenes.world.arrays import RGB
from segstudio.scenes.world.item import Item
from segstudio.scenes.world.road import KERB, Road


def add_furniture(items: list[Item], road: Road, kind: Kind, side: int, rng: np.random.Generator) -> None:
    """Lamps, signs and signals of one side; bollards, railings and bins where there are shops."""
    edge = side * (road.half_width + 0.45)
    if rng.random() < 0.8:
        _lamps(items, road, side, edge, rng)
    _signs(items, road, side, edge, rng)
    _signal(items, road, edge, rng)
    busy = kind.name in ("high street", "city")
    if busy and rng.random() < 0.28:
        _bollards(items, road, side, edge, rng)
    if busy and rng.random() < 0.25:
        start = float(rng.uniform(7, 14))
        run_boundary(items, road, edge, start, start + float(rng.uniform(6, 18)), "railing", rng)
    z = float(rng.uniform(6, 30))
    if rng.random() < 0.3 and not road.in_side_street(side, z - 1, z + 1):
        colour: RGB = ((40, 44, 42), (30, 60, 44), (60, 60, 62))[int(rng.integers(3))]
        items.append(Bin(_x(road, edge + side * 0.35, z), z, KERB, colour))


def _x(road: Road, s: float, z: float) -> float:
    return float(road.at(s, 0.0, z)[0])


def _lamps(items: list[Item], road: Road, side: int, edge: float, rng: np.random.Generator) -> None:
    colour: RGB = ((52, 56, 56), (120, 124, 124), (150, 152, 150), (40, 60, 52))[int(rng.integers(4))]
    tall, arm = float(rng.uniform(5.0, 8.5)), float(rng.uniform(0.5, 1.6))
    z, gap = float(rng.uniform(8, 26)), float(rng.uniform(20, 34))
    while z < 110:
        if not road.in_side_street(side, z - 0.5, z + 0.5):
            items.append(LampPost(_x(road, edge, z), z, tall, -side * arm, colour))
        z += gap


def _signs(items: list[Item], road: Road, side: int, edge: float, rng: np.random.Generator) -> None:
    for _ in range(int(rng.poisson(2.4))):
        z = float(5.5 + 45 * rng.random() ** 1.4)
        if road.in_side_street(side, z - 0.5, z + 0.5):
            continue
        faces = [SIGN_KINDS[int(rng.integers(len(SIGN_KINDS)))]]
        if rng.random() < 0.3:
            faces.append("street" if faces[0] != "direction" else "blue")
        size = float(rng.uniform(0.55, 0.8)) * (1.35 if faces[0] == "direction" else 1.0)
        x = _x(road, edge + side * float(rng.uniform(0, 0.5)), z)
        items.append(SignPost(x, z, float(rng.uniform(2.3, 3.1)), tuple(faces), size))


def _signal(items: list[Item], road: Road, edge: float, rng: np.random.Generator) -> None:
    """A traffic light before a side street, else seldom somewhere."""
    crossings = [g for g in road.side_streets if g.start > 8]
    if rng.random() > (0.5 if crossings else 0.14):
        return
    z = crossings[0].start - 1.5 if crossings else float(rng.uniform(8, 30))
    items.append(TrafficLight(_x(road, edge, z), z, int(rng.choice([0, 2, 2, 1]))))


def _bollards(items: list[Item], road: Road, side: int, edge: float, rng: np.random.Generator) -> None:
    colour: RGB = ((34, 36, 38), (90, 92, 92))[int(rng.integers(2))]
    z = float(rng.uniform(5, 12))
    stop = z + float(rng.uniform(8, 26))
    while z < stop:
        if not road.in_side_street(side, z, z):
            items.append(Bollard(_x(road, edge, z), z, KERB, colour))
        z += 1.9
