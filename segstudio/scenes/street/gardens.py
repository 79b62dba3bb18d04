"""What grows and what encloses: street trees, garden trees, hedges, walls and fences."""

from __future__ import annotations

import numpy as np

from segstudio.scenes.street.kinds import Kind
from segstudio.scenes.things.fences import Fence
from segstudio.scenes.things.vegetation import LEAVES, Hedge, Tree
from segstudio.scenes.world.arrays import RGB, Singles, scaled
from segstudio.scenes.world.item import Item
from segstudio.scenes.world.road import KERB, Road


def draw_tree(x: float, z: float, height: float, rng: np.random.Generator) -> Tree:
    """A tree of a random kind at a world place."""
    kind = ("leafy", "bare", "conifer")[int(rng.choice(3, p=[0.66, 0.22, 0.12]))]
    spread = height * float(rng.uniform(0.65, 0.95)) * (0.5 if kind == "conifer" else 1.0)
    leaf = scaled(LEAVES[int(rng.integers(len(LEAVES)))], rng.uniform(0.8, 1.1))
    return Tree(x, z, height, spread, kind, leaf, int(rng.integers(2**31)))


def add_trees(
    items: list[Item],
    road: Road,
    kind: Kind,
    side: int,
    garden: float,
    profile: Singles,
    rng: np.random.Generator,
) -> None:
    """A row of trees: on the pavement, or in the gardens where these are deep."""
    if rng.random() > min(1.0, kind.trees * 1.4):
        return
    z = float(rng.uniform(5, 22))
    in_garden = garden > 3
    while z < 110:
        if in_garden:
            s = road.building_line + float(rng.uniform(0.8, max(garden - 1.5, 1.0)))
            height = float(rng.uniform(4.5, 10))
        else:
            s = road.half_width + min(0.9, road.pavement * 0.35)
            height = float(rng.uniform(5, 8.5))
        if not road.in_side_street(side, z - 1.5, z + 1.5):
            place = road.at(side * s, 0.0, z)
            items.append(draw_tree(float(place[0]), z, height, rng))
        z += float(rng.uniform(5, 16)) / max(kind.trees, 0.3)


def add_boundary(items: list[Item], road: Road, kind: Kind, side: int, rng: np.random.Generator) -> None:
    """Hedges, walls, fences and gates between pavement and gardens."""
    style = kind.boundary[int(rng.integers(len(kind.boundary)))]
    s = side * road.building_line
    z = 2.5
    while z < 90:
        end = z + float(rng.uniform(7, 14))
        if rng.random() < 0.35:
            style = kind.boundary[int(rng.integers(len(kind.boundary)))]
        if style != "none":
            run_boundary(items, road, s, z, end - 1.6, style, rng)
        z = end


def run_boundary(
    items: list[Item], road: Road, s: float, start: float, end: float, style: str, rng: np.random.Generator
) -> None:
    """A fence, wall or hedge in short runs, so that near and far things sort rightly."""
    side = 1 if s > 0 else -1
    tall = {
        "wall": rng.uniform(0.6, 1.5),
        "railing": rng.uniform(0.9, 1.3),
        "boards": rng.uniform(1.2, 1.8),
        "hedge": rng.uniform(0.9, 2.0),
    }[style]
    wall: RGB = ((150, 96, 76), (176, 152, 120), (190, 184, 172))[int(rng.integers(3))]
    boards: RGB = ((128, 96, 66), (150, 126, 96), (96, 84, 72))[int(rng.integers(3))]
    rail: RGB = ((34, 36, 38), (44, 60, 52), (150, 152, 154))[int(rng.integers(3))]
    leaf = scaled(LEAVES[int(rng.integers(4))], rng.uniform(0.75, 1.0))
    z = start
    while z < end - 0.3:
        step = min(2.0 if z < 20 else (4.0 if z < 40 else 8.0), end - z)
        if not road.in_side_street(side, z, z + step):
            if style == "hedge":
                items.append(Hedge(road, s, z, z + step, float(tall), 0.9, leaf, int(rng.integers(2**31))))
            else:
                colour = {"wall": wall, "boards": boards, "railing": rail}[style]
                items.append(Fence(road, s, z, z + step, float(tall), KERB, style, colour))
        z += step
