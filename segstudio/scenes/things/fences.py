"""Fences and railings along the street. A railing is one Fence surface, gaps included, as in CamVid."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from segstudio.scenes.world.arrays import RGB, scaled
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.canvas import Canvas
from segstudio.scenes.world.item import cast_hull
from segstudio.scenes.world.light import Light
from segstudio.scenes.world.markings import Planes
from segstudio.scenes.world.palette import BUILDING, FENCE
from segstudio.scenes.world.road import Road


@dataclass(frozen=True)
class Fence:
    """A short run from `start` to `end` at `s`. `kind`: 'railing', 'boards' or 'wall' (a wall counts as Building)."""

    road: Road
    s: float
    start: float
    end: float
    tall: float
    base: float
    kind: str
    colour: RGB

    @property
    def z(self) -> float:
        return (self.start + self.end) / 2

    def shadow(self, planes: Planes, light: Light) -> None:
        solid = self.road.points(
            *((self.s, y, z) for y in (0.0, self.tall) for z in (self.start, self.end))
        )
        if self.kind != "railing":
            planes.cast(cast_hull(planes.camera, solid, light))

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        side = math.copysign(1.0, self.s)
        normal = np.array([-side, 0.0, 0.0])
        low, high = self.base, self.base + self.tall
        s, a, b = self.s, self.start, self.end

        def strip(z0: float, z1: float, y0: float, y1: float, tone: float, label: int) -> None:
            corners = self.road.points((s, y0, z0), (s, y0, z1), (s, y1, z1), (s, y1, z0))
            canvas.polygon(
                camera.outline(corners), light.shade(scaled(self.colour, tone), normal, z0), label
            )

        around = camera.outline(self.road.points((s, low, a), (s, low, b), (s, high, b), (s, high, a)))
        if around is None or not canvas.shows(around):
            return
        near = camera.scale_at(max(a - camera.position[2], 1.0))
        if self.kind == "wall":
            strip(a, b, low, high, 1.0, BUILDING)
            top = self.road.points(
                (s, high, a), (s, high, b), (s + side * 0.3, high, b), (s + side * 0.3, high, a)
            )
            canvas.polygon(
                camera.outline(top),
                light.shade(scaled(self.colour, 1.15), np.array([0.0, 1, 0]), a),
                BUILDING,
            )
            strip(a, b, high - 0.09, high, 1.2, BUILDING)
            if near > 25:
                for course in np.arange(low + 0.15, high - 0.1, 0.15):
                    strip(a, b, float(course), float(course) + 0.02, 0.86, BUILDING)
            return
        if self.kind == "boards":
            strip(a, b, low, high, 1.0, FENCE)
            count = 12 if near > 20 else 5
            for index in range(count):
                z = a + (b - a) * index / count
                strip(
                    z,
                    z + (b - a) / count * 0.8,
                    low,
                    high - 0.02,
                    0.86 + 0.3 * ((index * 7) % 5) / 5,
                    FENCE,
                )
            strip(a, a + 0.12, low, high + 0.1, 0.8, FENCE)
            return
        # the region counts as fence; the picture shows what is behind between the bars
        canvas.claim(around, FENCE)
        for y in (low + 0.12, high - 0.06):
            strip(a, b, y, y + 0.06, 0.9, FENCE)
        step = 0.13 if near > 45 else (0.26 if near > 20 else 0.5)
        z = a
        while z < b:
            strip(z, z + step * 0.22, low, high, 0.9, FENCE)
            z += step
        strip(a, a + 0.09, low, high + 0.05, 1.0, FENCE)
