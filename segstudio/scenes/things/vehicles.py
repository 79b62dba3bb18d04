"""Vehicles on the street: a shape in a colour at a place, lit, with its lamps."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from segstudio.scenes.things.vehicle_body import vehicle_mesh
from segstudio.scenes.things.vehicle_shapes import Shape
from segstudio.scenes.world.arrays import RGB, Floats, Vector, dot, mix, scaled
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.canvas import Canvas
from segstudio.scenes.world.item import cast_hull
from segstudio.scenes.world.light import Light
from segstudio.scenes.world.markings import Planes
from segstudio.scenes.world.palette import CAR

PAINTS: tuple[RGB, ...] = (
    (196, 198, 200),
    (150, 154, 158),
    (232, 232, 230),
    (28, 30, 34),
    (52, 56, 62),
    (30, 52, 96),
    (140, 24, 28),
    (92, 20, 26),
    (38, 70, 54),
    (70, 96, 130),
    (176, 164, 140),
    (24, 60, 120),
    (200, 60, 40),
    (110, 112, 116),
)


@dataclass(frozen=True)
class Vehicle:
    """A vehicle at a world place (x, z of its centre on the ground), turned by `heading` (0 = away from us)."""

    shape: Shape
    x: float
    z: float
    heading: float
    paint_colour: RGB
    braking: bool
    lights: bool
    white_plate_rear: bool = False

    def _world(self, local: Floats) -> Floats:
        c, s = math.cos(self.heading), math.sin(self.heading)
        out = np.empty_like(local)
        out[..., 0] = self.x + c * local[..., 0] + s * local[..., 2]
        out[..., 1] = local[..., 1]
        out[..., 2] = self.z - s * local[..., 0] + c * local[..., 2]
        return out

    def shadow(self, planes: Planes, light: Light) -> None:
        long, wide = self.shape.length * 0.485, self.shape.width * 0.49
        high = self.shape.height
        base = np.array([[-wide, 0, -long], [wide, 0, -long], [wide, 0, long], [-wide, 0, long]])
        planes.touch(planes.camera.outline(self._world(base)))
        belt = base + np.array([0, high * 0.6, 0])
        roof = base * np.array([0.8, 1, 0.6]) + np.array([0, high, 0])
        planes.cast(cast_hull(planes.camera, self._world(np.concatenate([base, belt, roof])), light))

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        if self.z + self.shape.length < camera.position[2] + 1.0:
            return
        underside = self._world(_underside(self.shape))
        canvas.polygon(camera.outline(underside), light.air((10, 10, 11), self.z), CAR)

        def colour(kind: str, normal: Vector, view: Vector, distance: float) -> RGB:
            return self._colour(kind, normal, view, distance, light)

        vehicle_mesh(self.shape).paint(
            canvas, camera, np.array([self.x, 0.0, self.z]), self.heading, CAR, colour
        )

    def _colour(self, kind: str, normal: Vector, view: Vector, distance: float, light: Light) -> RGB:
        on = light.on_surface(normal)
        if kind in ("paint", "glass"):
            facing = max(0.0, -dot(view, normal))
            fresnel = (1.0 - facing) ** 4
            up = view[1] + 2 * facing * normal[1]
            mirrored = light.environment(up)
            base, share = (
                (self.paint_colour, 0.10 + 0.5 * fresnel)
                if kind == "paint"
                else ((20, 23, 26), 0.26 + 0.6 * fresnel)
            )
            lit: RGB = (base[0] * on[0], base[1] * on[1], base[2] * on[2])
            sun = light.sun_vector
            half = (sun[0] - view[0], sun[1] - view[1], sun[2] - view[2])
            glint = (
                max(0.0, dot(normal, half) / max(math.sqrt(dot(half, half)), 1e-6)) ** 40
                * light.sun[0]
                * 150
            )
            colour = mix(lit, mirrored, share)
            return light.air((colour[0] + glint, colour[1] + glint, colour[2] + glint), distance)
        albedo, glow = _PARTS[kind]
        if kind == "tail" and (self.braking or self.lights):
            glow = 0.9 if self.braking else 0.5
        if kind == "head" and self.lights:
            glow = 1.0
        return light.air(
            (albedo[0] * max(on[0], glow), albedo[1] * max(on[1], glow), albedo[2] * max(on[2], glow)),
            distance,
        )


_PARTS: dict[str, tuple[RGB, float]] = {
    "tyre": ((26, 26, 27), 0.0),
    "arch": ((9, 9, 10), 0.0),
    "rim": ((168, 170, 172), 0.0),
    "hub": ((70, 72, 74), 0.0),
    "trim": ((34, 35, 36), 0.0),
    "grille": ((20, 21, 22), 0.0),
    "head": ((236, 238, 232), 0.25),
    "tail": ((214, 34, 30), 0.3),
    "amber": ((226, 132, 36), 0.2),
    "front plate": ((232, 232, 226), 0.0),
    "rear plate": ((230, 190, 50), 0.0),
    "letters": ((40, 40, 40), 0.0),
    "panel": ((226, 226, 222), 0.0),
}


def _underside(shape: Shape) -> Floats:
    long, wide = shape.length * 0.45, shape.width * 0.46
    corners = [[-wide, 0.03, -long], [wide, 0.03, -long], [wide, 0.03, long], [-wide, 0.03, long]]
    return np.array(corners)


def draw_paint(rng: np.random.Generator, shape: Shape) -> RGB:
    """A colour that such a vehicle has."""
    if shape.name == "double-decker":
        return (176, 28, 30) if rng.random() < 0.6 else (40, 80, 140)
    if shape.name in ("van", "lorry") and rng.random() < (0.6 if shape.name == "van" else 0.85):
        return scaled((228, 228, 226), rng.uniform(0.75, 1.0))
    return scaled(PAINTS[int(rng.integers(len(PAINTS)))], rng.uniform(0.85, 1.1))
