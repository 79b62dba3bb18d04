"""Pedestrians and cyclists: skeletons of capsules in metres, posed, clothed and lit from the sun's side."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from segstudio.scenes.world.arrays import RGB, Floats, Vector, scaled
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.canvas import Canvas
from segstudio.scenes.world.item import cast_hull
from segstudio.scenes.world.light import Light
from segstudio.scenes.world.markings import Planes
from segstudio.scenes.world.palette import BICYCLIST, PEDESTRIAN

SKINS: tuple[RGB, ...] = ((232, 190, 160), (214, 166, 132), (176, 124, 90), (120, 82, 60), (84, 58, 44))
HAIRS: tuple[RGB, ...] = (
    (34, 26, 22),
    (64, 44, 30),
    (120, 86, 50),
    (170, 140, 90),
    (150, 148, 144),
    (24, 24, 26),
)
TOPS: tuple[RGB, ...] = (
    (36, 40, 52),
    (90, 28, 34),
    (46, 74, 60),
    (150, 150, 152),
    (186, 176, 158),
    (58, 58, 60),
    (34, 66, 116),
    (182, 60, 48),
    (216, 212, 204),
    (110, 84, 60),
    (202, 160, 60),
    (120, 70, 110),
)
LEGS: tuple[RGB, ...] = (
    (40, 48, 70),
    (32, 32, 36),
    (60, 62, 70),
    (120, 108, 88),
    (50, 42, 38),
    (70, 84, 110),
)


@dataclass(frozen=True)
class Clothes:
    """Colours (albedo) of one person."""

    skin: RGB
    hair: RGB
    top: RGB
    legs: RGB
    shoes: RGB
    bag: RGB | None
    coat: bool
    helmet: RGB | None


def draw_clothes(rng: np.random.Generator) -> Clothes:
    """A random outfit."""

    def of(table: tuple[RGB, ...]) -> RGB:
        return scaled(table[int(rng.integers(len(table)))], rng.uniform(0.8, 1.15))

    return Clothes(
        skin=of(SKINS),
        hair=of(HAIRS),
        top=of(TOPS),
        legs=of(LEGS),
        shoes=of(((30, 28, 28), (70, 50, 36), (190, 188, 184))),
        bag=of(TOPS) if rng.random() < 0.4 else None,
        coat=bool(rng.random() < 0.45),
        helmet=of(((230, 230, 226), (40, 60, 120), (190, 40, 40), (40, 40, 42)))
        if rng.random() < 0.6
        else None,
    )


class _Figure:
    """Paints capsules of one person: local metres (x right, y up, z ahead) turned by a heading."""

    def __init__(
        self, canvas: Canvas, camera: Camera, light: Light, x: float, z: float, heading: float, label: int
    ) -> None:
        self.canvas, self.camera, self.light, self.label = canvas, camera, light, label
        self.x, self.z = x, z
        self.cos, self.sin = math.cos(heading), math.sin(heading)
        side = float(camera.rotation[0] @ light.towards_sun)
        self.sun_side = math.copysign(0.36, side)
        self.depth = max(z - camera.position[2], 0.6)

    def world(self, local: Floats) -> Floats:
        out = np.empty_like(local)
        out[..., 0] = self.x + self.cos * local[..., 0] + self.sin * local[..., 2]
        out[..., 1] = local[..., 1]
        out[..., 2] = self.z - self.sin * local[..., 0] + self.cos * local[..., 2]
        return out

    def limb(self, a: Vector, b: Vector, ra: float, rb: float, colour: RGB, *, plain: bool = False) -> None:
        """A capsule; with a lit side unless `plain`."""
        pixels, depths = self.camera.project(self.world(np.array([a, b])))
        if float(depths.min()) < 0.6:
            return
        pa, pb = self.camera.scale_at(float(depths[0])) * ra, self.camera.scale_at(float(depths[1])) * rb
        self.canvas.capsule(
            pixels[0], pixels[1], pa, pb, self.light.soft(colour, self.depth, 0.86), self.label
        )
        if max(pa, pb) > 1.6 and not plain:
            shift = np.array([self.sun_side, -0.08])
            lift = 1.0 + 0.4 * self.light.sun[0]
            self.canvas.capsule(
                pixels[0] + shift * pa, pixels[1] + shift * pb, pa * 0.6, pb * 0.6,
                self.light.soft(colour, self.depth, lift), self.label,
            )  # fmt: skip

    def trunk(self, low: Vector, high: Vector, hip: float, shoulder: float, colour: RGB) -> None:
        """A torso: three capsules side by side with one lit side."""
        for side in (-1.0, 1.0):
            a = (low[0] + side * hip * 0.5, low[1], low[2])
            b = (high[0] + side * shoulder * 0.85, high[1] + 0.02, high[2])
            self.limb(a, b, hip * 0.9, shoulder * 0.85, colour, plain=True)
        self.limb(low, high, hip * 1.1, shoulder * 1.1, colour)

    def ring(
        self,
        centre: tuple[float, float, float],
        radius: float,
        thick: float,
        colour: RGB,
        turn: float = 0.0,
    ) -> None:
        """A wheel in the plane of travel."""
        angle = np.arange(20) * math.tau / 20
        c, s = math.cos(turn), math.sin(turn)
        rim = np.stack(
            [radius * np.cos(angle) * s, radius * np.sin(angle), radius * np.cos(angle) * c], axis=1
        )
        world = self.world(rim + np.array(centre))
        pixels, depths = self.camera.project(world)
        if float(depths.min()) < 0.6:
            return
        wide = max(0.5, self.camera.scale_at(float(depths.mean())) * thick / 2)
        shade = self.light.soft(colour, self.depth)
        for i in range(20):
            self.canvas.capsule(pixels[i], pixels[(i + 1) % 20], wide, wide, shade, self.label)


def _body_shadow(
    planes: Planes,
    light: Light,
    x: float,
    z: float,
    height: float,
    wide: float,
    long: float,
    base: float = 0.0,
) -> None:
    box = np.array(
        [[sx * wide, y, sz * long] for sx in (-1, 1) for sz in (-1, 1) for y in (0.0, height * 0.8)]
    )
    box = np.concatenate([box, [[0.0, height, 0.0]]]) + np.array([x, 0.0, z])
    planes.cast(cast_hull(planes.camera, box, light))
    angle = np.arange(12) * math.tau / 12
    spot = np.stack(
        [x + 1.2 * wide * np.cos(angle), np.full(12, base), z + 1.2 * long * np.sin(angle)], axis=1
    )
    planes.touch(planes.camera.outline(spot), 150)


@dataclass(frozen=True)
class Pedestrian:
    """A person on foot at a world place; `stride` (-1 … 1) is the phase of the step, 0 stands."""

    x: float
    z: float
    base: float
    """Height of the ground under the feet."""
    heading: float
    height: float
    stride: float
    clothes: Clothes

    def shadow(self, planes: Planes, light: Light) -> None:
        _body_shadow(planes, light, self.x, self.z, self.height, 0.2, 0.16, self.base)

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        figure = _Figure(canvas, camera, light, self.x, self.z, self.heading, PEDESTRIAN)
        k, base, c = self.height / 1.75, self.base, self.clothes
        swing = self.stride * 0.30

        def at(x: float, y: float, z: float) -> tuple[float, float, float]:
            return x * k, base + y * k, z * k

        away = math.cos(self.heading) > 0
        for sign in (-1.0, 1.0) if math.sin(self.heading) > 0 else (1.0, -1.0):
            s = swing * sign
            knee = at(sign * 0.09, 0.50 - abs(s) * 0.04, s * 0.62 + 0.03)
            lift = 0.10 * max(0.0, -s)
            foot = at(sign * 0.09, 0.08 + lift, s * 1.25 - 0.03)
            toe = at(sign * 0.10, 0.05 + lift * 0.7, s * 1.25 + 0.14)
            figure.limb(foot, toe, 0.055 * k, 0.045 * k, c.shoes)
            figure.limb(at(sign * 0.085, 0.92, 0), knee, 0.095 * k, 0.065 * k, c.legs)
            figure.limb(knee, foot, 0.065 * k, 0.048 * k, c.legs)
            if sign == (-1.0 if math.sin(self.heading) > 0 else 1.0):
                self._arm(figure, at, sign, -s)
        if c.coat:
            figure.trunk(at(0, 0.66, 0), at(0, 1.0, 0), 0.13 * k, 0.10 * k, c.top)
        figure.trunk(at(0, 0.96, 0), at(0, 1.36, 0), 0.12 * k, 0.12 * k, c.top)
        if c.bag is not None and away:
            figure.limb(at(0, 1.10, -0.13), at(0, 1.30, -0.13), 0.13 * k, 0.12 * k, c.bag)
        self._arm(figure, at, 1.0 if math.sin(self.heading) > 0 else -1.0, swing)
        figure.limb(at(0, 1.42, 0), at(0, 1.5, 0.01), 0.05 * k, 0.05 * k, c.skin)
        figure.limb(at(0, 1.58, 0.015), at(0, 1.66, 0.0), 0.085 * k, 0.09 * k, c.hair if away else c.skin)
        figure.limb(at(0, 1.645, -0.03), at(0, 1.685, -0.015), 0.098 * k, 0.09 * k, c.hair)
        if not away:
            figure.limb(at(0, 1.57, 0.05), at(0, 1.62, 0.05), 0.066 * k, 0.066 * k, c.skin)

    def _arm(self, figure: _Figure, at, sign: float, s: float) -> None:  # type: ignore[no-untyped-def]  # local helper
        k, c = self.height / 1.75, self.clothes
        elbow = at(sign * 0.235, 1.13, s * 0.45 - 0.02)
        hand = at(sign * 0.225, 0.90 + abs(s) * 0.1, s * 0.9 + 0.08)
        figure.limb(at(sign * 0.185, 1.38, 0), elbow, 0.06 * k, 0.05 * k, c.top)
        figure.limb(elbow, hand, 0.05 * k, 0.042 * k, c.top)
        figure.limb(hand, (hand[0], hand[1] - 0.06, hand[2]), 0.04 * k, 0.038 * k, c.skin)


@dataclass(frozen=True)
class Cyclist:
    """A rider on a bicycle at a world place; bicycle and rider are one class."""

    x: float
    z: float
    heading: float
    pedal: float
    frame: RGB
    clothes: Clothes

    def shadow(self, planes: Planes, light: Light) -> None:
        _body_shadow(planes, light, self.x, self.z, 1.7, 0.18, 0.7)

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        f = _Figure(canvas, camera, light, self.x, self.z, self.heading, BICYCLIST)
        c = self.clothes
        tyre: RGB = (30, 30, 31)
        toward = math.cos(self.heading) < 0
        wheels = ((0.0, 0.34, -0.52), (0.0, 0.34, 0.52))
        for wheel in wheels if toward else wheels[::-1]:
            f.ring(wheel, 0.33, 0.045, tyre)
        seat, crank, head = (0.0, 0.92, -0.20), (0.0, 0.30, -0.05), (0.0, 0.86, 0.38)
        for a, b in (
            (seat, crank),
            (crank, head),
            ((0.0, 0.78, -0.17), head),
            (crank, wheels[0]),
            ((0.0, 0.8, -0.18), wheels[0]),
            (head, wheels[1]),
        ):
            f.limb(a, b, 0.02, 0.02, self.frame)
        f.limb((0.0, 0.9, -0.3), (0.0, 0.93, -0.12), 0.055, 0.03, (32, 30, 30))
        f.limb((-0.27, 1.02, 0.36), (0.27, 1.02, 0.36), 0.018, 0.018, (60, 60, 62))
        f.limb(head, (0.0, 1.02, 0.36), 0.018, 0.018, (60, 60, 62))
        for sign in (-1.0, 1.0):
            turn = self.pedal + (math.pi if sign > 0 else 0.0)
            foot = (sign * 0.10, 0.30 + 0.16 * math.sin(turn), -0.03 + 0.16 * math.cos(turn))
            hip = (sign * 0.09, 0.97, -0.18)
            knee = (sign * 0.12, (hip[1] + foot[1]) / 2 + 0.05, 0.28 + 0.05 * math.cos(turn))
            f.limb(hip, knee, 0.095, 0.065, c.legs)
            f.limb(knee, foot, 0.062, 0.045, c.legs)
            f.limb(foot, (foot[0], foot[1] - 0.02, foot[2] + 0.13), 0.045, 0.04, c.shoes)

        def arms() -> None:
            for sign in (-1.0, 1.0):
                f.limb((sign * 0.18, 1.38, 0.03), (sign * 0.24, 1.18, 0.2), 0.06, 0.05, c.top)
                f.limb((sign * 0.24, 1.18, 0.2), (sign * 0.24, 1.06, 0.34), 0.05, 0.04, c.top)

        def torso() -> None:
            f.trunk((0.0, 1.0, -0.18), (0.0, 1.37, 0.02), 0.12, 0.12, c.top)
            if c.bag is not None:
                f.limb((0.0, 1.12, -0.26), (0.0, 1.32, -0.13), 0.13, 0.12, c.bag)

        for part in (torso, arms) if toward else (arms, torso):
            part()
        f.limb((0.0, 1.5, 0.08), (0.0, 1.6, 0.1), 0.08, 0.09, c.skin if toward else c.hair)
        f.limb((0.0, 1.61, 0.05), (0.0, 1.645, 0.09), 0.105, 0.095, c.helmet or c.hair)
        if toward:
            f.limb((0.0, 1.52, 0.15), (0.0, 1.57, 0.15), 0.068, 0.068, c.skin)
