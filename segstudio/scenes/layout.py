"""Who stands where: draws a whole street of one of a few kinds from a random generator."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from segstudio.scenes.arrays import RGB, Singles, scaled
from segstudio.scenes.backdrop import Backdrop
from segstudio.scenes.buildings import Building
from segstudio.scenes.camera import Camera
from segstudio.scenes.facade import SHOPS, draw_style
from segstudio.scenes.fences import Fence
from segstudio.scenes.furniture import (
    SIGN_KINDS,
    Bin,
    Bollard,
    HangingSign,
    LampPost,
    SignPost,
    TrafficLight,
)
from segstudio.scenes.ground import Skyline, Surfaces
from segstudio.scenes.item import Item
from segstudio.scenes.light import Light, draw_light
from segstudio.scenes.people import Cyclist, Pedestrian, draw_clothes
from segstudio.scenes.road import KERB, Road, SideStreet
from segstudio.scenes.vegetation import LEAVES, Hedge, Tree
from segstudio.scenes.vehicles import Vehicle, draw_paint, draw_shape

END = 140.0
"""Metres: nothing is built farther away than this."""


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


def _pick_kind(rng: np.random.Generator) -> Kind:
    weights = np.array([k.weight for k in KINDS])
    return KINDS[int(rng.choice(len(KINDS), p=weights / weights.sum()))]


def draw_street(width: int, height: int, rng: np.random.Generator) -> Street:
    """A random street seen by a camera of width×height canvas pixels."""
    light = draw_light(rng)
    kind = _pick_kind(rng)
    road = _draw_road(kind, rng)
    camera = _draw_camera(width, height, road, rng)
    items: list[Item] = []
    heights = []
    lines = []
    other = _pick_kind(rng) if rng.random() < 0.3 else kind
    for side, look in ((-1, kind), (1, other)):
        line, profile = _build_side(items, road, look, side, light, rng)
        heights.append(profile)
        lines.append(line)
    _add_traffic(items, road, kind, camera, light, rng)
    for side, look in ((-1, kind), (1, other)):
        _add_people(items, road, look, side, rng)
        _add_furniture(items, road, look, side, rng)
    _add_cyclists(items, road, rng)
    return Street(
        camera=camera,
        light=light,
        road=road,
        surfaces=_draw_surfaces(kind, light, rng),
        skyline=Skyline(heights[0], heights[1], lines[0], lines[1]),
        backdrop=_draw_backdrop(rng),
        items=items,
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
    horizon = rng.uniform(0.48, 0.585)
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


def _draw_backdrop(rng: np.random.Generator) -> tuple[Item, ...]:
    leaf = LEAVES[int(rng.integers(len(LEAVES)))]
    houses = Backdrop(210.0, float(rng.uniform(8, 16)), False, (150, 132, 118), int(rng.integers(2**31)))
    trees = Backdrop(190.0, float(rng.uniform(6, 14)), True, scaled(leaf, 0.7), int(rng.integers(2**31)))
    pick = rng.random()
    return (houses, trees) if pick < 0.5 else ((trees,) if pick < 0.75 else (houses,))


def _build_side(
    items: list[Item], road: Road, kind: Kind, side: int, light: Light, rng: np.random.Generator
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
        _add_boundary(items, road, kind, side, rng)
    _add_trees(items, road, kind, side, garden, profile, rng)
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
        items.append(_draw_tree(float(place[0]), float(place[2]), float(rng.uniform(6, 11)), rng))
        z += float(rng.uniform(3, 6))
    if kind.garden[1] < 1.0:
        style = "boards" if rng.random() < 0.5 else "railing"
        _run_boundary(items, road, side * line, start, end, style, rng)


def _draw_tree(x: float, z: float, height: float, rng: np.random.Generator) -> Tree:
    kind = ("leafy", "bare", "conifer")[int(rng.choice(3, p=[0.66, 0.22, 0.12]))]
    spread = height * float(rng.uniform(0.65, 0.95)) * (0.5 if kind == "conifer" else 1.0)
    leaf = scaled(LEAVES[int(rng.integers(len(LEAVES)))], rng.uniform(0.8, 1.1))
    return Tree(x, z, height, spread, kind, leaf, int(rng.integers(2**31)))


def _add_trees(
    items: list[Item],
    road: Road,
    kind: Kind,
    side: int,
    garden: float,
    profile: Singles,
    rng: np.random.Generator,
) -> None:
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
            items.append(_draw_tree(float(place[0]), z, height, rng))
        z += float(rng.uniform(5, 16)) / max(kind.trees, 0.3)


def _add_boundary(items: list[Item], road: Road, kind: Kind, side: int, rng: np.random.Generator) -> None:
    style = kind.boundary[int(rng.integers(len(kind.boundary)))]
    s = side * road.building_line
    z = 2.5
    while z < 90:
        end = z + float(rng.uniform(7, 14))
        if rng.random() < 0.35:
            style = kind.boundary[int(rng.integers(len(kind.boundary)))]
        if style != "none":
            _run_boundary(items, road, s, z, end - 1.6, style, rng)
        z = end


def _run_boundary(
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
        step = min(2.0 if z < 30 else 4.0, end - z)
        if not road.in_side_street(side, z, z + step):
            if style == "hedge":
                items.append(Hedge(road, s, z, z + step, float(tall), 0.9, leaf, int(rng.integers(2**31))))
            else:
                colour = {"wall": wall, "boards": boards, "railing": rail}[style]
                items.append(Fence(road, s, z, z + step, float(tall), KERB, style, colour))
        z += step


def _add_traffic(
    items: list[Item], road: Road, kind: Kind, camera: Camera, light: Light, rng: np.random.Generator
) -> None:
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
            )  # fmt: skip
        )
        return shape.length

    for side in (-1, 1):
        if road.parked[0 if side < 0 else 1]:
            z = float(rng.uniform(6, 14))
            fill = rng.uniform(0.45, 0.95)
            while z < 95:
                if rng.random() < fill and not road.in_side_street(side, z - 3, z + 8):
                    z += place(
                        side * (road.half_width - 1.05), z, (side == own) or rng.random() < 0.25, False, 5.2
                    )
                else:
                    z += 5.0
                z += float(rng.uniform(0.7, 1.8))
    z = float(rng.uniform(8, 45))
    while z < 130 and rng.random() < 0.75:
        z += place(road.lane(own) + float(rng.normal(0, 0.12)), z, True, True) + float(rng.uniform(4, 30))
    z = float(rng.uniform(6, 40))
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


def _add_people(items: list[Item], road: Road, kind: Kind, side: int, rng: np.random.Generator) -> None:
    count = int(rng.poisson(kind.people * 75))
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


def _add_cyclists(items: list[Item], road: Road, rng: np.random.Generator) -> None:
    own = -1 if road.drives_left else 1
    for _ in range(int(rng.choice(4, p=[0.52, 0.30, 0.13, 0.05]))):
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


def _add_furniture(items: list[Item], road: Road, kind: Kind, side: int, rng: np.random.Generator) -> None:
    edge = side * (road.half_width + 0.45)

    def spot(s: float, z: float) -> float:
        return float(road.at(s, 0.0, z)[0])

    if rng.random() < 0.8:
        colour: RGB = ((52, 56, 56), (120, 124, 124), (150, 152, 150), (40, 60, 52))[int(rng.integers(4))]
        tall, arm = float(rng.uniform(5.0, 8.5)), float(rng.uniform(0.5, 1.6))
        z = float(rng.uniform(7, 24))
        gap = float(rng.uniform(18, 30))
        while z < 120:
            if not road.in_side_street(side, z - 0.5, z + 0.5):
                items.append(LampPost(spot(edge, z), z, tall, -side * arm, colour))
            z += gap
    for _ in range(int(rng.poisson(1.9))):
        z = float(5.5 + 50 * rng.random() ** 1.3)
        if road.in_side_street(side, z - 0.5, z + 0.5):
            continue
        kinds = [SIGN_KINDS[int(rng.integers(len(SIGN_KINDS)))]]
        if rng.random() < 0.3:
            kinds.append("street" if kinds[0] != "direction" else "blue")
        size = float(rng.uniform(0.55, 0.8)) * (1.35 if kinds[0] == "direction" else 1.0)
        items.append(
            SignPost(
                spot(edge + side * float(rng.uniform(0, 0.5)), z),
                z,
                float(rng.uniform(2.3, 3.1)),
                tuple(kinds),
                size,
            )
        )
    signal = [g for g in road.side_streets if g.start > 8]
    if (signal and rng.random() < 0.45) or rng.random() < 0.12:
        z = signal[0].start - 1.5 if signal else float(rng.uniform(8, 30))
        items.append(TrafficLight(spot(edge, z), z, int(rng.choice([0, 2, 2, 1]))))
    if rng.random() < 0.28 and kind.name in ("high street", "city"):
        tone: RGB = ((34, 36, 38), (90, 92, 92))[int(rng.integers(2))]
        z = float(rng.uniform(5, 12))
        stop = z + float(rng.uniform(8, 30))
        while z < stop:
            if not road.in_side_street(side, z, z):
                items.append(Bollard(spot(edge, z), z, KERB, tone))
            z += 1.9
    if rng.random() < 0.25 and kind.name in ("high street", "city"):
        z = float(rng.uniform(7, 14))
        stop = z + float(rng.uniform(6, 18))
        _run_boundary(items, road, edge * 1.0, z, stop, "railing", rng)
    if rng.random() < 0.3:
        z = float(rng.uniform(6, 30))
        if not road.in_side_street(side, z - 1, z + 1):
            items.append(
                Bin(
                    spot(edge + side * 0.35, z),
                    z,
                    KERB,
                    ((40, 44, 42), (30, 60, 44), (60, 60, 62))[int(rng.integers(3))],
                )
            )
