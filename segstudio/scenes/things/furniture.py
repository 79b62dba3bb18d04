"""Street furniture: lamp posts, sign posts, traffic lights, bollards, hanging shop signs, bins."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from segstudio.scenes.world.arrays import RGB, Floats, scaled
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.canvas import Canvas
from segstudio.scenes.world.item import cast_hull
from segstudio.scenes.world.light import Light
from segstudio.scenes.world.markings import Planes
from segstudio.scenes.world.palette import POLE, SIGN, UNLABELLED

_FACING = np.array([0.0, 0.0, -1.0])


def _post(
    canvas: Canvas,
    camera: Camera,
    light: Light,
    foot: Floats,
    head: Floats,
    ra: float,
    rb: float,
    colour: RGB,
    label: int = POLE,
) -> None:
    """A round post between two world points with a lit and a dark side; never thinner than a canvas pixel."""
    pixels, depths = camera.project(np.stack([foot, head]))
    if float(depths.min()) < 1.0:
        return
    wide = [max(0.8, camera.scale_at(float(d)) * r) for d, r in zip(depths, (ra, rb), strict=True)]
    depth = float(depths[0])
    canvas.capsule(pixels[0], pixels[1], wide[0], wide[1], light.soft(colour, depth, 0.72), label)
    if wide[0] > 1.5:
        shift = np.array([math.copysign(0.4, float(camera.rotation[0] @ light.towards_sun)), 0.0])
        canvas.capsule(
            pixels[0] + shift * wide[0], pixels[1] + shift * wide[1], wide[0] * 0.4, wide[1] * 0.4,
            light.soft(colour, depth, 1.1 + 0.4 * light.sun[0]), label,
        )  # fmt: skip


def _cast_post(planes: Planes, light: Light, x: float, z: float, height: float, wide: float) -> None:
    solid = np.array([[x - wide, 0, z], [x + wide, 0, z], [x - wide, height, z], [x + wide, height, z]])
    planes.cast(cast_hull(planes.camera, solid, light))


def _plate(
    canvas: Canvas,
    camera: Camera,
    light: Light,
    outline: Floats,
    colour: RGB,
    glow: float = 0.0,
    label: int | None = SIGN,
) -> None:
    """A flat thing that faces the camera: world points N×3; `glow` is its own light."""
    depth = float(outline[:, 2].mean())
    on = light.on(_FACING)
    lit = (colour[0] * max(on[0], glow), colour[1] * max(on[1], glow), colour[2] * max(on[2], glow))
    canvas.polygon(camera.outline(outline), light.air(lit, depth), label)


def _round(x: float, y: float, z: float, radius: float, count: int = 16) -> Floats:
    angle = np.arange(count) * math.tau / count
    return np.stack([x + radius * np.cos(angle), y + radius * np.sin(angle), np.full(count, z)], axis=1)


def _rect(x: float, y: float, z: float, half_w: float, half_h: float) -> Floats:
    return np.array(
        [
            [x - half_w, y - half_h, z],
            [x + half_w, y - half_h, z],
            [x + half_w, y + half_h, z],
            [x - half_w, y + half_h, z],
        ]
    )


@dataclass(frozen=True)
class LampPost:
    """A lamp post with an arm of `arm` metres over the road (negative = to the left)."""

    x: float
    z: float
    height: float
    arm: float
    colour: RGB

    def shadow(self, planes: Planes, light: Light) -> None:
        _cast_post(planes, light, self.x, self.z, self.height, 0.07)

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        base = np.array([self.x, 0.0, self.z])
        middle = base + np.array([0, 1.2, 0])
        top = base + np.array([0, self.height, 0])
        tip = top + np.array([self.arm, 0.35, 0])
        _post(canvas, camera, light, base, middle, 0.10, 0.095, self.colour)
        _post(canvas, camera, light, middle, top, 0.065, 0.05, self.colour)
        _post(canvas, camera, light, top, tip, 0.045, 0.04, self.colour)
        lamp = tip + np.array([math.copysign(0.3, self.arm), 0.02, 0])
        _post(canvas, camera, light, tip, lamp, 0.09, 0.07, scaled(self.colour, 1.2))
        if light.lamps:
            pixels, depths = camera.project(np.stack([tip, lamp]))
            if float(depths.min()) > 1.0:
                wide = max(0.8, camera.scale_at(float(depths[0])) * 0.06)
                canvas.capsule(pixels[0], pixels[1], wide, wide, (255, 226, 160), None)


@dataclass(frozen=True)
class SignPost:
    """Traffic signs on a post. `faces` lists kinds from the top: see `_SIGNS`."""

    x: float
    z: float
    height: float
    faces: tuple[str, ...]
    size: float

    def shadow(self, planes: Planes, light: Light) -> None:
        _cast_post(planes, light, self.x, self.z, self.height, 0.05)

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        base = np.array([self.x, 0.0, self.z])
        _post(
            canvas, camera, light, base, base + np.array([0, self.height, 0]), 0.04, 0.04, (146, 148, 150)
        )
        y = self.height - self.size * 0.5
        for face in self.faces:
            draw_sign(canvas, camera, light, face, self.x, y, self.z - 0.05, self.size)
            y -= self.size * 1.08


SIGN_KINDS = ("limit", "no entry", "warning", "blue", "parking", "direction", "give way", "street", "back")


def draw_sign(
    canvas: Canvas, camera: Camera, light: Light, kind: str, x: float, y: float, z: float, size: float
) -> None:
    """One sign of `size` metres, centred at x, y, z."""
    r = size / 2
    red, white, blue, black = (196, 26, 32), (238, 238, 234), (20, 74, 158), (24, 24, 26)

    def put(outline: Floats, colour: RGB) -> None:
        _plate(canvas, camera, light, outline, colour, 0.35)

    def triangle(radius: float, up: bool) -> Floats:
        flip = 1.0 if up else -1.0
        return np.array(
            [
                [x - radius, y - flip * radius * 0.8, z],
                [x + radius, y - flip * radius * 0.8, z],
                [x, y + flip * radius * 0.95, z],
            ]
        )

    if kind == "limit":
        put(_round(x, y, z, r), red)
        put(_round(x, y, z, r * 0.76), white)
        put(_rect(x - r * 0.24, y, z, r * 0.15, r * 0.34), black)
        put(_rect(x + r * 0.24, y, z, r * 0.15, r * 0.34), black)
        put(_rect(x + r * 0.24, y, z, r * 0.06, r * 0.22), white)
    elif kind == "no entry":
        put(_round(x, y, z, r), red)
        put(_rect(x, y, z, r * 0.66, r * 0.17), white)
    elif kind in ("warning", "give way"):
        put(triangle(r * 1.05, kind == "warning"), red)
        put(triangle(r * 0.70, kind == "warning"), white)
        if kind == "warning":
            put(_rect(x, y - r * 0.15, z, r * 0.09, r * 0.25), black)
    elif kind == "blue":
        put(_round(x, y, z, r), blue)
        put(_rect(x - r * 0.1, y - r * 0.1, z, r * 0.12, r * 0.45), white)
        put(_rect(x + r * 0.1, y + r * 0.35, z, r * 0.32, r * 0.12), white)
    elif kind == "parking":
        put(_rect(x, y, z, r * 0.8, r), blue)
        put(_rect(x - r * 0.25, y, z, r * 0.12, r * 0.6), white)
        put(_round(x + r * 0.05, y + r * 0.25, z, r * 0.34), white)
        put(_round(x + r * 0.05, y + r * 0.25, z, r * 0.15), blue)
    elif kind == "direction":
        ground: RGB = (22, 92, 58) if size > 0.9 else (234, 234, 230)
        put(_rect(x, y, z, r * 1.5, r * 0.85), white)
        put(_rect(x, y, z, r * 1.42, r * 0.77), ground)
        ink = white if size > 0.9 else black
        for row, start, words in (
            (0.38, -1.2, (0.5, 0.75, 0.35)),
            (-0.02, -1.2, (0.8, 0.4)),
            (-0.42, -1.2, (0.35, 0.6, 0.5)),
        ):
            at = start
            for word in words:
                put(_rect(x + r * (at + word / 2), y + r * row, z, r * word / 2, r * 0.09), ink)
                at += word + 0.16
    elif kind == "street":
        put(_rect(x, y + r * 0.3, z, r * 1.1, r * 0.36), black)
        put(_rect(x, y + r * 0.3, z, r * 1.05, r * 0.31), white)
        for at, word in ((-0.62, 0.5), (0.02, 0.6), (0.62, 0.36)):
            put(_rect(x + r * at, y + r * 0.3, z, r * word / 2, r * 0.11), black)
    else:
        put(_round(x, y, z, r), (128, 130, 132))


@dataclass(frozen=True)
class TrafficLight:
    """A signal on a post; `phase` is 0 red, 1 amber, 2 green."""

    x: float
    z: float
    phase: int
    height: float = 3.3

    def shadow(self, planes: Planes, light: Light) -> None:
        _cast_post(planes, light, self.x, self.z, self.height, 0.08)

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        base = np.array([self.x, 0.0, self.z])
        _post(canvas, camera, light, base, base + np.array([0, self.height, 0]), 0.06, 0.055, (96, 98, 100))
        y, z = self.height - 0.45, self.z - 0.08
        _plate(canvas, camera, light, _rect(self.x, y, z, 0.24, 0.58), (226, 226, 222))
        _plate(canvas, camera, light, _rect(self.x, y, z, 0.215, 0.555), (22, 24, 24))
        for index, (colour, row) in enumerate(
            (((255, 48, 40), 0.34), ((255, 176, 40), 0.0), ((70, 255, 150), -0.34))
        ):
            lit = index == self.phase
            _plate(
                canvas,
                camera,
                light,
                _round(self.x, y + row, z - 0.02, 0.115),
                colour if lit else scaled(colour, 0.16),
                float(lit),
            )
            if lit:
                _plate(
                    canvas, camera, light, _round(self.x, y + row, z - 0.03, 0.055), (255, 244, 226), 1.0
                )


@dataclass(frozen=True)
class Bollard:
    """A short post on the pavement."""

    x: float
    z: float
    base: float
    colour: RGB

    def shadow(self, planes: Planes, light: Light) -> None:
        _cast_post(planes, light, self.x, self.z, 1.0, 0.07)

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        foot = np.array([self.x, self.base, self.z])
        _post(canvas, camera, light, foot, foot + np.array([0, 0.95, 0]), 0.075, 0.06, self.colour)
        _post(
            canvas,
            camera,
            light,
            foot + np.array([0, 0.78, 0]),
            foot + np.array([0, 0.84, 0]),
            0.075,
            0.075,
            (226, 226, 220),
        )


@dataclass(frozen=True)
class HangingSign:
    """A shop's sign that stands out from a wall, or a board on it, seen face on."""

    x: float
    y: float
    z: float
    width: float
    height: float
    colour: RGB
    ink: RGB

    def shadow(self, planes: Planes, light: Light) -> None:
        """Too high and thin for a visible shadow."""

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        glow = 0.6 if light.lamps else 0.3
        _plate(
            canvas,
            camera,
            light,
            _rect(self.x, self.y, self.z, self.width / 2, self.height / 2),
            scaled(self.colour, 0.7),
            glow,
        )
        _plate(
            canvas,
            camera,
            light,
            _rect(self.x, self.y, self.z - 0.02, self.width * 0.45, self.height * 0.45),
            self.colour,
            glow,
        )
        for row in (0.2, -0.02, -0.22):
            half = self.width * (0.34 if row > -0.1 else 0.22)
            _plate(
                canvas,
                camera,
                light,
                _rect(self.x, self.y + row * self.height, self.z - 0.03, half, self.height * 0.07),
                self.ink,
                glow,
            )


@dataclass(frozen=True)
class Bin:
    """A litter bin: CamVid has no class for it."""

    x: float
    z: float
    base: float
    colour: RGB

    def shadow(self, planes: Planes, light: Light) -> None:
        _cast_post(planes, light, self.x, self.z, 1.0, 0.25)

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        depth = self.z - camera.position[2]
        if depth < 1.0:
            return
        x, z, low = self.x, self.z, self.base

        def slab(
            half: float, y0: float, y1: float, tone: float, label: int | None, shift: float = 0.0
        ) -> None:
            corners = np.array([[x + shift - half, y0, z], [x + shift + half, y0, z],
                                [x + shift + half * 1.06, y1, z], [x + shift - half * 1.06, y1, z]])  # fmt: skip
            canvas.polygon(camera.outline(corners), light.soft(scaled(self.colour, tone), depth), label)

        slab(0.23, low, low + 0.92, 0.8, UNLABELLED)
        slab(0.10, low + 0.02, low + 0.8, 1.15, None, math.copysign(0.08, float(light.towards_sun[0])))
        slab(0.26, low + 0.86, low + 0.98, 1.3, UNLABELLED)
        slab(0.17, low + 0.66, low + 0.78, 0.25, None)
