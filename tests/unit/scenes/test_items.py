"""Things on the street: what they colour is exactly what they claim, and the nearer covers the farther."""

from __future__ import annotations

import numpy as np
import pytest

from segstudio.scenes.render import paint_items
from segstudio.scenes.things.buildings import Building
from segstudio.scenes.things.facade import draw_style
from segstudio.scenes.things.fences import Fence
from segstudio.scenes.things.furniture import (
    SIGN_KINDS,
    Bin,
    Bollard,
    HangingSign,
    LampPost,
    SignPost,
    TrafficLight,
)
from segstudio.scenes.things.people import Cyclist, Pedestrian, draw_clothes
from segstudio.scenes.things.vegetation import LEAVES, Hedge, Tree
from segstudio.scenes.things.vehicle_shapes import SHAPES
from segstudio.scenes.things.vehicles import Vehicle
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.canvas import Canvas
from segstudio.scenes.world.item import Item
from segstudio.scenes.world.light import WEATHERS, Light, draw_light
from segstudio.scenes.world.palette import (
    BICYCLIST,
    BUILDING,
    CAR,
    FENCE,
    PEDESTRIAN,
    POLE,
    SIGN,
    TREE,
    UNLABELLED,
)
from segstudio.scenes.world.road import Road

NOBODY = 200
PAPER = (1, 2, 3)
ROAD_ = Road(4.0, 2.5, 0.0004, (), True, (False, False))
CAMERA = Camera((-2.0, 1.4, 0.0), 560.0, 640, 480, pitch=0.05)


def light(seed: int = 0) -> Light:
    return draw_light(np.random.default_rng(seed))


def blank() -> Canvas:
    canvas = Canvas(320, 240)
    canvas.colour[:] = PAPER
    canvas.label[:] = NOBODY
    return canvas


def building(side: int, seed: int) -> Building:
    style = draw_style(np.random.default_rng(seed), 0.5, 0.3)
    return Building(
        ROAD_, side, 7.0, 8.0, 18.0, 8.0, 2.5, 9.0, style, (90, 80, 80), 2, bool(seed % 2), seed
    )


WEAR = draw_clothes(np.random.default_rng(1))
CASES: dict[str, tuple[Item, set[int]]] = {
    **{
        f"{shape.name} {turn}": (Vehicle(shape, 1.0, 15.0, turn, (90, 30, 30), True, True), {CAR})
        for shape, _ in SHAPES
        for turn in (0.0, 3.1, 0.6)
    },
    "pedestrian": (Pedestrian(0.5, 8.0, 0.1, 0.4, 1.75, 0.8, WEAR), {PEDESTRIAN}),
    "pedestrian towards us": (Pedestrian(-3.0, 6.0, 0.1, 3.3, 1.6, -0.5, WEAR), {PEDESTRIAN}),
    "cyclist": (Cyclist(0.0, 7.0, 0.5, 1.0, (40, 60, 120), WEAR), {BICYCLIST}),
    "leafy tree": (Tree(2.0, 18.0, 8.0, 6.0, "leafy", LEAVES[0], 3), {TREE}),
    "tree cut by the edge": (Tree(3.4, 9.0, 9.0, 7.0, "leafy", LEAVES[1], 5), {TREE}),
    "conifer": (Tree(2.0, 30.0, 9.0, 4.0, "conifer", LEAVES[2], 4), {TREE}),
    "hedge": (Hedge(ROAD_, 5.0, 10.0, 14.0, 1.5, 0.9, LEAVES[0], 2), {TREE}),
    "wall": (Fence(ROAD_, 5.0, 10.0, 14.0, 1.2, 0.1, "wall", (150, 96, 76)), {BUILDING}),
    "boards": (Fence(ROAD_, -5.0, 10.0, 14.0, 1.5, 0.1, "boards", (150, 96, 76)), {FENCE}),
    "house on the right": (building(1, 2), {BUILDING}),
    "house on the left": (building(-1, 3), {BUILDING}),
    "lamp post": (LampPost(2.0, 12.0, 6.0, -1.0, (90, 90, 90)), {POLE}),
    "sign post": (SignPost(2.0, 9.0, 2.6, ("limit", "street"), 0.7), {POLE, SIGN}),
    "traffic light": (TrafficLight(2.0, 9.0, 2), {POLE, SIGN}),
    "bollard": (Bollard(2.0, 7.0, 0.1, (30, 30, 30)), {POLE}),
    "shop sign": (HangingSign(3.0, 3.2, 12.0, 0.8, 0.9, (120, 30, 30), (240, 240, 220)), {SIGN}),
    "bin": (Bin(2.0, 9.0, 0.1, (40, 44, 42)), {UNLABELLED}),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("seed", [0, 3])
def test_a_thing_colours_exactly_the_pixels_that_it_claims(name: str, seed: int) -> None:
    item, classes = CASES[name]
    canvas = blank()
    item.paint(canvas, CAMERA, light(seed))
    coloured = (canvas.colour != PAPER).any(axis=2)
    claimed = canvas.label != NOBODY
    assert claimed.sum() > 60
    assert np.array_equal(coloured, claimed)
    assert set(np.unique(canvas.label[claimed]).tolist()) == classes


@pytest.mark.parametrize(
    ("item", "label"),
    [
        (Tree(2.0, 18.0, 8.0, 6.0, "bare", LEAVES[0], 3), TREE),
        (Fence(ROAD_, 5.0, 10.0, 14.0, 1.2, 0.1, "railing", (30, 30, 30)), FENCE),
    ],
)
def test_what_is_seen_through_claims_its_gaps_too(item: Item, label: int) -> None:
    canvas = blank()
    item.paint(canvas, CAMERA, light())
    coloured = (canvas.colour != PAPER).any(axis=2)
    claimed = canvas.label == label
    assert not (coloured & ~claimed).any()
    assert 0.1 < coloured.sum() / claimed.sum() < 0.98


@pytest.mark.parametrize("order", [1, -1])
def test_the_nearer_covers_the_farther(order: int) -> None:
    near: Item = Pedestrian(0.0, 8.0, 0.0, 0.0, 1.75, 0.0, WEAR)
    far: Item = Vehicle(SHAPES[0][0], 0.0, 16.0, 0.0, (200, 200, 200), False, False)
    alone, both = blank(), blank()
    near.paint(alone, CAMERA, light())
    paint_items(both, CAMERA, light(), [near, far][::order])
    person = alone.label == PEDESTRIAN
    assert (both.label[person] == PEDESTRIAN).all()
    assert np.array_equal(both.colour[person], alone.colour[person])
    assert (both.label == CAR).any()


def test_what_is_behind_the_camera_is_not_painted() -> None:
    for item in (
        Vehicle(SHAPES[0][0], 0.0, -9.0, 0.0, (90, 30, 30), False, False),
        Pedestrian(0.0, -3.0, 0.0, 0.0, 1.75, 0.0, WEAR),
        Tree(0.0, -4.0, 8.0, 5.0, "leafy", LEAVES[0], 1),
        LampPost(0.0, -4.0, 6.0, 1.0, (90, 90, 90)),
    ):
        canvas = blank()
        item.paint(canvas, CAMERA, light())
        assert (canvas.label == NOBODY).all()


@pytest.mark.parametrize("kind", SIGN_KINDS)
def test_every_sign_can_be_drawn(kind: str) -> None:
    canvas = blank()
    SignPost(1.0, 7.0, 2.6, (kind,), 0.8).paint(canvas, CAMERA, light())
    assert (canvas.label == SIGN).sum() > 300


def test_every_weather_comes_up() -> None:
    seen = {light(seed).weather.name for seed in range(120)}
    assert seen == {w.name for w in WEATHERS}
