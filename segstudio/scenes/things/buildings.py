"""Houses: a front along the street, the end wall that the camera sees, a roof, chimneys; and the far backdrop."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from segstudio.scenes.things.facade import FacadeStyle, draw_facade
from segstudio.scenes.world.arrays import RGB, Bytes, Floats, mix, scaled, unit
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.canvas import Canvas
from segstudio.scenes.world.light import Light
from segstudio.scenes.world.markings import Planes
from segstudio.scenes.world.palette import BUILDING
from segstudio.scenes.world.road import Road

_UP = np.array([0.0, 1.0, 0.0])


@dataclass(frozen=True)
class Building:
    """A house on one side (-1 left, +1 right): its front runs from `start` to `end` at `line` from the centre."""

    road: Road
    side: int
    line: float
    start: float
    end: float
    height: float
    roof: float
    """Height of the ridge over the eaves; 0 = flat."""
    depth: float
    style: FacadeStyle
    roof_colour: RGB
    chimneys: int
    end_windows: bool
    seed: int

    @property
    def z(self) -> float:
        return self.end

    def shadow(self, planes: Planes, light: Light) -> None:
        """Houses shade the ground through the skyline, not one by one."""

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        rng = np.random.default_rng(self.seed)
        near_depth = max(self.start - camera.position[2], 4.0)
        if self.roof > 0:
            self._paint_roof(canvas, camera, light, rng)
        self._paint_end(canvas, camera, light, near_depth, rng)
        self._paint_front(canvas, camera, light, near_depth, rng)

    def _paint_front(
        self, canvas: Canvas, camera: Camera, light: Light, near: float, rng: np.random.Generator
    ) -> None:
        a = self.road.at(self.side * self.line, 0.0, self.start)
        b = self.road.at(self.side * self.line, 0.0, self.end)
        normal = unit(np.array([-(b[2] - a[2]) * self.side, 0.0, (b[0] - a[0]) * self.side]))
        left, right = (b, a) if self.side > 0 else (a, b)
        visible = max(near, self.line * camera.focal / (camera.width / 2) * 0.8)
        self._wall(canvas, camera, light, left, right, self.height, normal, visible, rng)

    def _paint_end(
        self, canvas: Canvas, camera: Camera, light: Light, near: float, rng: np.random.Generator
    ) -> None:
        a = self.road.at(self.side * self.line, 0.0, self.start)
        b = self.road.at(self.side * (self.line + self.depth), 0.0, self.start)
        left, right = (a, b) if self.side > 0 else (b, a)
        normal = np.array([0.0, 0.0, -1.0])
        if self.roof > 0:
            middle = (left + right) / 2 + _UP * (self.height + self.roof)
            gable = np.stack([left + _UP * self.height, middle, right + _UP * self.height])
            canvas.polygon(
                camera.outline(gable), light.shade(scaled(self.style.wall, 0.96), normal, near), BUILDING
            )
        if self.end_windows:
            self._wall(canvas, camera, light, left, right, self.height, normal, near, rng)
            return
        plain = np.stack([left + _UP * self.height, right + _UP * self.height, right, left])
        canvas.polygon(
            camera.outline(plain), light.shade(scaled(self.style.wall, 0.96), normal, near), BUILDING
        )

    def _wall(
        self,
        canvas: Canvas,
        camera: Camera,
        light: Light,
        left: Floats,
        right: Floats,
        height: float,
        normal: Floats,
        near: float,
        rng: np.random.Generator,
    ) -> None:
        corners = np.stack([left + _UP * height, right + _UP * height, right, left])
        pixels, depths = camera.project(corners)
        if pixels[:, 0].max() < 0 or pixels[:, 0].min() > canvas.width:
            return
        width = float(np.linalg.norm(right - left))
        ppm = float(np.clip(camera.scale_at(near), 3.0, 34.0))
        on = light.on(normal)
        texture = draw_facade(self.style, width, height, ppm, light, on, rng)
        texture = _through_air(texture, float(depths[0]), float(depths[1]), light)
        canvas.panel(texture, pixels, BUILDING)

    def _paint_roof(self, canvas: Canvas, camera: Camera, light: Light, rng: np.random.Generator) -> None:
        eave, ridge = self.line - 0.25, self.line + self.depth / 2
        top = self.height + self.roof
        near = max(self.start, 4.0)
        for index in range(self.chimneys):
            z = self.start + (index + 0.5) * (self.end - self.start) / self.chimneys
            self._chimney(canvas, camera, light, ridge, top, z)
        slope = np.array([-self.side * self.roof, self.depth / 2, 0.0])
        shade = light.shade(self.roof_colour, unit(slope), (self.start + self.end) / 2)
        face = self.road.points(
            (self.side * eave, self.height, self.start),
            (self.side * eave, self.height, self.end),
            (self.side * ridge, top, self.end),
            (self.side * ridge, top, self.start),
        )
        canvas.polygon(camera.outline(face), shade, BUILDING)
        courses = 7 if near < 35 else 0
        for index in range(1, courses):
            part = index / courses
            s, y = eave + (ridge - eave) * part, self.height + self.roof * part
            band = self.road.points(
                (self.side * s, y, self.start),
                (self.side * s, y, self.end),
                (self.side * (s + 0.06), y + 0.05, self.end),
                (self.side * (s + 0.06), y + 0.05, self.start),
            )
            canvas.polygon(camera.outline(band), scaled(shade, 0.9 + 0.06 * rng.random()), BUILDING)

    def _chimney(
        self, canvas: Canvas, camera: Camera, light: Light, s: float, top: float, z: float
    ) -> None:
        half = 0.45
        low, high = top - 0.4, top + 1.3
        inner, outer = self.side * (s - half), self.side * (s + half)
        faces = (
            (
                (
                    (inner, low, z - half),
                    (outer, low, z - half),
                    (outer, high, z - half),
                    (inner, high, z - half),
                ),
                np.array([0.0, 0, -1]),
            ),
            (
                (
                    (inner, low, z - half),
                    (inner, low, z + half),
                    (inner, high, z + half),
                    (inner, high, z - half),
                ),
                np.array([-float(self.side), 0, 0]),
            ),
        )
        for places, normal in faces:
            colour = light.shade(mix(self.style.wall, (120, 84, 70), 0.5), normal, z)
            canvas.polygon(camera.outline(self.road.points(*places)), colour, BUILDING)
        for pot in (-0.2, 0.2):
            place = self.road.at(self.side * s, high, z + pot)
            pixels, _ = camera.project(np.stack([place, place + _UP * 0.45]))
            width = 0.11 * camera.scale_at(z)
            canvas.capsule(
                pixels[0], pixels[1], width, width * 0.85, light.soft((176, 108, 78), z), BUILDING
            )


def _through_air(texture: Bytes, left: float, right: float, light: Light) -> Bytes:
    """Haze along a wall: 1/depth is not linear on it, but depth along its width is."""
    if light.haze * max(left, right) < 0.02:
        return texture
    depth = np.linspace(max(left, 0), max(right, 0), texture.shape[1], dtype=np.float32)
    keep = np.exp(-np.float32(light.haze) * depth)[:, None]
    haze = (np.array(light.haze_colour, np.float32) * (1 - keep)).ravel()
    h, w = texture.shape[:2]
    mixed = texture.reshape(h, 3 * w) * np.repeat(keep, 3) + haze
    return np.asarray(cv2.convertScaleAbs(mixed), np.uint8).reshape(h, w, 3)
