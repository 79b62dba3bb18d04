"""A whole street of one of a few kinds, drawn from a random generator."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from segstudio.scenes.street.kerbside import add_furniture
from segstudio.scenes.street.kinds import Kind, pick_kind
from segstudio.scenes.street.sides import build_side
from segstudio.scenes.street.traffic import add_cyclists, add_people, add_traffic
from segstudio.scenes.things.backdrop import Backdrop
from segstudio.scenes.things.bonnet import Bonnet
from segstudio.scenes.things.vegetation import LEAVES
from segstudio.scenes.world.arrays import scaled
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.ground import Skyline, Surfaces
from segstudio.scenes.world.item import Item
from segstudio.scenes.world.light import Light, draw_light
from segstudio.scenes.world.road import Road, SideStreet


@dataclass
class Street:
    """Everything that the renderer needs; `items` in any order."""

    camera: Camera
    light: Light
    road: Road
    surfaces: Surfaces
    skyline: Skyline
    backdrop: tuple[Item, ...]
    items: list[Item] = field(default_factory=list)
    bonnet: Bonnet | None = None


def draw_street(width: int, height: int, rng: np.random.Generator) -> Street:
    """A random street seen by a camera of width×height canvas pixels."""
    light = draw_light(rng)
    kind = pick_kind(rng)
    road = _draw_road(kind, rng)
    camera = _draw_camera(width, height, road, rng)
    items: list[Item] = []
    heights = []
    lines = []
    other = pick_kind(rng) if rng.random() < 0.3 else kind
    for side, look in ((-1, kind), (1, other)):
        line, profile = build_side(items, road, look, side, rng)
        heights.append(profile)
        lines.append(line)
    add_traffic(items, road, light, rng)
    for side, look in ((-1, kind), (1, other)):
        add_people(items, road, look, side, rng)
        add_furniture(items, road, look, side, rng)
    add_cyclists(items, road, rng)
    return Street(
        camera=camera,
        light=light,
        road=road,
        surfaces=_draw_surfaces(kind, light, rng),
        skyline=Skyline(heights[0], heights[1], lines[0], lines[1]),
        backdrop=_draw_backdrop(rng),
        items=items,
        bonnet=_draw_bonnet(rng),
    )


def _draw_road(kind: Kind, rng: np.random.Generator) -> Road:
    streets: list[SideStreet] = []
    for side in (-1, 1):
        if rng.random() < 0.42:
            start = float(rng.uniform(11, 55))
            streets.append(SideStreet(side, start, start + float(rng.uniform(5.5, 9.0))))
    bend = float(rng.normal(0, 0.0006)) if rng.random() < 0.6 else 0.0
    half_width = float(rng.uniform(*kind.half_width))
    chance = kind.parked if half_width > 3.6 else 0.0
    return Road(
        half_width=half_width,
        pavement=float(rng.uniform(*kind.pavement)),
        bend=float(np.clip(bend, -0.0016, 0.0016)),
        side_streets=tuple(streets),
        drives_left=bool(rng.random() < 0.8),
        parked=(bool(rng.random() < chance), bool(rng.random() < chance)),
    )


def _draw_camera(width: int, height: int, road: Road, rng: np.random.Generator) -> Camera:
    view = math.radians(rng.uniform(50, 64))
    # a wide picture shows more to the sides, not less sky
    focal = max(width, height * 1.2) / 2 / math.tan(view / 2)
    if width > 1.7 * height:
        focal = height * 1.7 / 2 / math.tan(view / 2)
    lane = road.lane(-1 if road.drives_left else 1)
    horizon = rng.uniform(0.455, 0.57)
    return Camera(
        position=(float(lane + rng.normal(0, 0.35)), float(rng.uniform(1.2, 1.65)), 0.0),
        focal=focal,
        width=width,
        height=height,
        pitch=math.atan((horizon - 0.5) * height / focal),
        yaw=float(rng.normal(0, math.radians(2.2)) + 18 * road.bend),
        roll=float(rng.normal(0, math.radians(0.5))),
    )


def _draw_surfaces(kind: Kind, light: Light, rng: np.random.Generator) -> Surfaces:
    tone = rng.uniform(92, 142) * (0.72 if light.wet > 0.5 else 1.0)
    warm = rng.uniform(-3, 5)
    walk = rng.uniform(132, 182) * (0.8 if light.wet > 0.5 else 1.0)
    tint = rng.uniform(-2, 12)
    verge = LEAVES[int(rng.integers(3))]
    paved = kind.garden[1] < 1.0
    return Surfaces(
        asphalt=(tone + warm, tone + warm * 0.4, tone),
        walk=(walk + tint, walk + tint * 0.4, walk - tint * 0.4),
        verge=scaled(verge, rng.uniform(1.0, 1.3)),
        slab=float(rng.choice([0.45, 0.6, 0.9])),
        verge_from=1e6 if paved else float(rng.uniform(*kind.pavement)),
        patches=float(rng.random()),
    )


def _draw_bonnet(rng: np.random.Generator) -> Bonnet | None:
    """Some cameras look over the bonnet of their car."""
    if rng.random() > 0.16:
        return None
    colour = ((26, 28, 30), (60, 62, 66), (34, 44, 70), (110, 112, 116))[int(rng.integers(4))]
    return Bonnet(float(rng.uniform(0.03, 0.08)), float(rng.uniform(0.42, 0.62)), colour)


def _draw_backdrop(rng: np.random.Generator) -> tuple[Item, ...]:
    leaf = LEAVES[int(rng.integers(len(LEAVES)))]
    houses = Backdrop(210.0, float(rng.uniform(8, 16)), False, (150, 132, 118), int(rng.integers(2**31)))
    trees = Backdrop(190.0, float(rng.uniform(6, 14)), True, scaled(leaf, 0.7), int(rng.integers(2**31)))
    pick = rng.random()
    return (houses, trees) if pick < 0.5 else ((trees,) if pick < 0.75 else (houses,))
