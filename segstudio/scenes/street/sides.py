"""One side of the street: houses side by side, gaps with trees, what stands before them."""

from __future__ import annotations

import numpy as np

from segstudio.scenes.street.gardens import add_boundary, add_trees, draw_tree, run_boundary
from segstudio.scenes.street.kinds import Kind
from segstudio.scenes.things.buildings import Building
from segstudio.scenes.things.facade import SHOPS, draw_style
from segstudio.scenes.things.furniture import HangingSign
from segstudio.scenes.world.arrays import RGB, Singles, scaled
from segstudio.scenes.world.item import Item
from segstudio.scenes.world.road import Road

END = 140.0
"""Metres: nothing is built farther away than this."""


def build_side(
    items: list[Item], road: Road, kind: Kind, side: int, rng: np.random.Generator
) -> tuple[float, Singles]:
    """Houses, gardens and trees of one side; returns the building line and the heights along it."""
    garden = float(rng.uniform(*kind.garden))
    line = road.building_line + garden
    profile = np.zeros(int(END * 2), np.float32)
    z = float(rng.uniform(2.2, 5.0))
    storeys = int(rng.integers(kind.floors[0], kind.floors[1] + 1))
    detached = garden > 3
    neighbour = 0.0
    while z < END:
        wide = float(
            rng.uniform(8, 14)
            if detached
            else (rng.uniform(12, 26) if kind.name == "city" else rng.uniform(5, 11))
        )
        end = z + wide
        blocked = [
            g for g in road.side_streets if g.side == side and z < g.end + 1.2 and end > g.start - 1.2
        ]
        if blocked:
            street = blocked[0]
            if street.start - 1.2 - z < 4.0:
                z = max(z, street.end + 1.2)
                neighbour = 0.0
                continue
            end = street.start - 1.2
        if rng.random() < 0.35:
            storeys = int(rng.integers(kind.floors[0], kind.floors[1] + 1))
        if rng.random() < kind.gaps:
            _fill_gap(items, road, kind, side, line, z, end, rng)
            z = end
            neighbour = 0.0
            continue
        house = _draw_house(road, kind, side, line, z, end, storeys, neighbour, rng)
        items.append(house)
        neighbour = house.height + house.roof if not detached else 0.0
        profile[int(z) if z > 5 else 0 : int(end) + 1] = house.height + house.roof * 0.5
        if kind.shops > 0.3 and house.style.has_shop and rng.random() < 0.4:
            items.append(_hanging_sign(road, side, line, (z + end) / 2, rng))
        z = end + (float(rng.uniform(1.5, 5.0)) if detached else 0.0)
    if garden > 0.8:
        add_boundary(items, road, kind, side, rng)
    add_trees(items, road, kind, side, garden, profile, rng)
    return line, profile


def _draw_house(
    road: Road,
    kind: Kind,
    side: int,
    line: float,
    start: float,
    end: float,
    storeys: int,
    neighbour: float,
    rng: np.random.Generator,
) -> Building:
    style = draw_style(rng, kind.shops, kind.modern)
    roofed = rng.random() < kind.roofs and style.kind != "modern"
    roof_colour = scaled(
        ((92, 84, 84), (128, 76, 60), (84, 88, 96), (110, 92, 80))[int(rng.integers(4))],
        rng.uniform(0.8, 1.1),
    )
    height = storeys * style.storey + float(rng.uniform(0.3, 0.9))
    roof = float(rng.uniform(2.0, 3.4)) if roofed else 0.0
    return Building(
        road=road,
        side=side,
        line=line + (float(rng.uniform(0, 0.25)) if kind.shops > 0.3 else float(rng.uniform(0, 0.8))),
        start=start,
        end=end,
        height=height,
        roof=roof,
        depth=float(rng.uniform(8, 12)),
        style=style,
        roof_colour=roof_colour,
        chimneys=int(rng.integers(0, 3)) if roofed else 0,
        end_windows=neighbour == 0.0 and bool(rng.random() < 0.4),
        seed=int(rng.integers(2**31)),
    )


def _hanging_sign(road: Road, side: int, line: float, z: float, rng: np.random.Generator) -> HangingSign:
    out = float(rng.uniform(0.35, 0.7))
    place = road.at(side * (line - out), 0.0, z)
    colour: RGB = SHOPS[int(rng.integers(len(SHOPS)))]
    ink: RGB = (240, 236, 222) if sum(colour) < 400 else (40, 40, 44)
    return HangingSign(
        float(place[0]),
        float(rng.uniform(2.7, 4.4)),
        z,
        float(rng.uniform(0.5, 1.0)),
        float(rng.uniform(0.5, 1.2)),
        colour,
        ink,
    )


def _fill_gap(
    items: list[Item],
    road: Road,
    kind: Kind,
    side: int,
    line: float,
    start: float,
    end: float,
    rng: np.random.Generator,
) -> None:
    """Trees behind a fence or wall where no house stands."""
    z = start + 1.0
    while z < end:
        place = road.at(side * (line + float(rng.uniform(1.5, 6))), 0.0, z)
        items.append(draw_tree(float(place[0]), float(place[2]), float(rng.uniform(6, 11)), rng))
        z += float(rng.uniform(3, 6))
    if kind.garden[1] < 1.0:
        style = "boards" if rng.random() < 0.5 else "railing"
        run_boundary(items, road, side * line, start, end, style, rng)
