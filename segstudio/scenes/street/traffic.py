"""Who moves: vehicles in their lanes and along the kerb, people on foot, cyclists."""

from __future__ import annotations

import math

import numpy as np

from segstudio.scenes.street.kinds import Kind
from segstudio.scenes.things.people import Cyclist, Pedestrian, draw_clothes
from segstudio.scenes.things.vehicle_shapes import draw_shape
from segstudio.scenes.things.vehicles import Vehicle, draw_paint
from segstudio.scenes.world.arrays import RGB
from segstudio.scenes.world.item import Item
from segstudio.scenes.world.light import Light
from segstudio.scenes.world.road import KERB, Road


def add_traffic(items: list[Item], road: Road, light: Light, rng: np.random.Generator) -> None:
    """Parked cars along the kerbs, traffic in both lanes."""
    lights = light.lamps or light.wet > 0.5 or (light.haze > 0.006 and rng.random() < 0.6)
    own = -1 if road.drives_left else 1

    def place(s: float, z: float, away: bool, moving: bool, largest: float = 99.0) -> float:
        shape = draw_shape(rng, largest)
        at = road.at(s, 0.0, z + shape.length / 2)
        heading = road.heading(z) + (0.0 if away else math.pi) + float(rng.normal(0, 0.015))
        items.append(
            Vehicle(
                shape,
                float(at[0]),
                float(at[2]),
                heading,
                draw_paint(rng, shape),
                braking=moving and away and bool(rng.random() < 0.4),
                lights=lights and moving,
            )
        )
        return shape.length

    for side in (-1, 1):
        if road.parked[0 if side < 0 else 1]:
            z = float(rng.uniform(4.5, 12))
            fill = rng.uniform(0.55, 0.97)
            while z < 95:
                if rng.random() < fill and not road.in_side_street(side, z - 3, z + 8):
                    z += place(
                        side * (road.half_width - 1.05), z, (side == own) or rng.random() < 0.25, False, 5.2
                    )
                else:
                    z += 5.0
                z += float(rng.uniform(0.7, 1.8))
    z = float(rng.uniform(7, 34))
    while z < 130 and rng.random() < 0.75:
        z += place(road.lane(own) + float(rng.normal(0, 0.12)), z, True, True) + float(rng.uniform(4, 30))
    z = float(rng.uniform(5, 30))
    while z < 130 and rng.random() < 0.72:
        z += place(road.lane(-own) + float(rng.normal(0, 0.12)), z, False, True) + float(rng.uniform(5, 35))


def _clear(items: list[Item], x: float, z: float, reach: float) -> bool:
    """Whether no vehicle stands within `reach` metres of a place on the road."""
    return not any(
        isinstance(item, Vehicle)
        and abs(item.x - x) < item.shape.width / 2 + reach
        and abs(item.z - z) < item.shape.length / 2 + 2 * reach
        for item in items
    )


def add_people(items: list[Item], road: Road, kind: Kind, side: int, rng: np.random.Generator) -> None:
    """People on the pavement of one side, now and then one who crosses."""
    count = int(rng.poisson(kind.people * 62))
    for _ in range(min(count, 14)):
        z = float(5.0 + 60.0 * rng.random() ** 1.25)
        s = road.half_width + float(rng.uniform(0.4, max(road.pavement - 0.35, 0.5)))
        company = 1 + int(rng.random() < 0.3)
        heading = 0.0 if rng.random() < 0.5 else math.pi
        if rng.random() < 0.15:
            heading += math.pi / 2
        if rng.random() < 0.05:
            s = float(rng.uniform(0.3, 0.95)) * road.half_width
            z += 10
            heading = math.pi / 2 * (1 if rng.random() < 0.5 else -1)
        at = road.at(side * s, 0.0, z)
        if s < road.half_width and not _clear(items, float(at[0]), z, 0.8):
            continue
        for index in range(company):
            items.append(
                Pedestrian(
                    x=float(at[0]) + index * 0.55,
                    z=z + index * 0.15,
                    base=KERB if s > road.half_width and not road.in_side_street(side, z, z) else 0.0,
                    heading=heading + float(rng.normal(0, 0.25)),
                    height=float(np.clip(rng.normal(1.71, 0.09), 1.15, 1.95)),
                    stride=float(rng.uniform(-1, 1)) if rng.random() < 0.8 else 0.15,
                    clothes=draw_clothes(rng),
                )
            )


def add_cyclists(items: list[Item], road: Road, rng: np.random.Generator) -> None:
    """Cyclists near the kerbs."""
    own = -1 if road.drives_left else 1
    for _ in range(int(rng.choice(4, p=[0.44, 0.32, 0.16, 0.08]))):
        z = float(rng.uniform(5.5, 30))
        away = rng.random() < 0.6
        side = own if away else -own
        kerb = 2.5 if road.parked[0 if side < 0 else 1] else float(rng.uniform(0.6, 1.3))
        s = side * (road.half_width - kerb)
        at = road.at(s, 0.0, z)
        if not _clear(items, float(at[0]), z, 0.5):
            continue
        frame: RGB = ((170, 30, 34), (36, 60, 120), (40, 40, 42), (200, 200, 204), (40, 110, 80))[
            int(rng.integers(5))
        ]
        heading = road.heading(z) + (0.0 if away else math.pi) + float(rng.normal(0, 0.22))
        items.append(
            Cyclist(float(at[0]), z, heading, float(rng.uniform(0, math.tau)), frame, draw_clothes(rng))
        )
