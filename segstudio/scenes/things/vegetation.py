"""Trees in leaf, bare trees, conifers and hedges.

A bare crown is labelled as CamVid's annotators did: the twigs together with the small gaps between them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from segstudio.scenes.things import foliage
from segstudio.scenes.world.arrays import RGB, Bytes, Floats, scaled
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.canvas import Canvas
from segstudio.scenes.world.item import cast_hull
from segstudio.scenes.world.light import Light
from segstudio.scenes.world.markings import Planes
from segstudio.scenes.world.palette import TREE
from segstudio.scenes.world.road import Road

LEAVES: tuple[RGB, ...] = (
    (78, 102, 44), (96, 116, 52), (62, 88, 46), (114, 120, 56), (136, 112, 50), (156, 100, 44), (70, 96, 60),
)  # fmt: skip
_BARK: RGB = (96, 86, 76)
COUNTS = {"leafy": foliage.LEAFY, "bare": foliage.BARE, "conifer": foliage.CONIFER}


def _ramp(colour: RGB, light: Light, depth: float) -> Bytes:
    """A colour for each of the 256 tones: 128 is the colour itself; dull light flattens the tones."""
    strength = min(1.0, 0.45 + 0.9 * light.sun[0])
    tone = (np.arange(256) / 128.0 - 1.0) * strength + 1.0
    lit = np.array([colour[i] * (light.ambient[i] + 0.45 * light.sun[i]) for i in range(3)])
    warm = np.stack([np.maximum(tone - 1.0, 0) * 26, np.maximum(tone - 1.0, 0) * 24, np.zeros(256)], axis=1)
    shades = lit[None, :] * tone[:, None] + warm * light.sun[0]
    keep = math.exp(-light.haze * depth)
    return np.clip(shades * keep + np.array(light.haze_colour) * (1 - keep), 0, 255).astype(np.uint8)


@dataclass(frozen=True)
class Tree:
    """A tree at a world place. `kind`: 'leafy', 'bare' or 'conifer'; sizes in metres."""

    x: float
    z: float
    height: float
    spread: float
    kind: str
    leaf: RGB
    seed: int

    def shadow(self, planes: Planes, light: Light) -> None:
        rng = np.random.default_rng(self.seed)
        ly = float(light.towards_sun[1])
        if light.sun[0] < 0.06 or ly < 0.1:
            return
        trunk = np.array(
            [[self.x - 0.15, 0, self.z], [self.x + 0.15, 0, self.z], [self.x, self.height * 0.6, self.z]]
        )
        planes.cast(cast_hull(planes.camera, trunk, light))
        if self.kind == "bare":
            return
        angle = np.arange(9) * math.tau / 9
        count = 44 if self.z < 35 else 8
        offset = rng.normal(0, 0.27, (count, 3)) * np.array([self.spread, self.height * 0.45, self.spread])
        centre = np.array([self.x, self.height * 0.65, self.z]) + offset
        centre -= light.towards_sun * (centre[:, 1:2] / ly)
        r = rng.uniform(0.03, 0.12, (count, 1)) * self.spread * (1.0 if count > 8 else 2.4)
        x, z = centre[:, 0:1] + r * np.cos(angle), centre[:, 2:3] + 1.5 * r * np.sin(angle)
        blobs, depths = planes.camera.project(np.stack([x, np.zeros_like(x), z], axis=-1))
        for blob, depth in zip(blobs, depths, strict=True):
            if float(depth.min()) > 0.6:
                planes.cast(blob)

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        foot, depths = camera.project(np.array([[self.x, 0.0, self.z]]))
        depth = float(depths[0])
        if depth < 2.0:
            return
        scale = camera.scale_at(depth)
        w, h = max(3, round(self.spread * scale)), max(4, round(self.height * scale))
        left, top = round(float(foot[0, 0])) - w // 2, round(float(foot[0, 1])) - h
        if left + w < 0 or left > canvas.width:
            return
        mirrored = float(camera.rotation[0] @ light.towards_sun) > 0
        level = int(np.clip(math.floor(math.log2(foliage.TALL / h)), 0, 4))
        crown = foliage.crown_at(self.kind, self.seed % COUNTS[self.kind], level, mirrored)
        # only the part on the canvas is scaled up
        ph, pw = crown.mask.shape
        x0, x1 = max(0, -left) * pw // w, min(pw, -(-(canvas.width - left) * pw // w) + 1)
        y0, y1 = max(0, -top) * ph // h, min(ph, -(-(canvas.height - top) * ph // h) + 1)
        if x1 - x0 < 1 or y1 - y0 < 1:
            return
        left, top = left + x0 * w // pw, top + y0 * h // ph
        size = (max(1, (x1 - x0) * w // pw), max(1, (y1 - y0) * h // ph))

        def fitted(plane: Bytes) -> Bytes:
            return np.asarray(
                cv2.resize(plane[y0:y1, x0:x1], size, interpolation=cv2.INTER_LINEAR), np.uint8
            )

        least = 52 if self.kind == "bare" else 120
        mask = np.asarray(cv2.threshold(fitted(crown.mask), least, 255, cv2.THRESH_BINARY)[1], np.uint8)
        claim = mask
        if crown.claim is not crown.mask:
            claim = np.maximum(mask, cv2.threshold(fitted(crown.claim), 140, 255, cv2.THRESH_BINARY)[1])
        tone = fitted(crown.tone)
        colour = _ramp(_BARK if self.kind == "bare" else self.leaf, light, depth)[tone]
        if self.kind != "bare" and h > 80:
            bark = fitted(crown.bark) > 128
            colour[bark] = _ramp(_BARK, light, depth)[tone[bark]]
        canvas.sprite(colour, mask, claim, left, top, TREE)


@dataclass(frozen=True)
class Hedge:
    """A clipped or wild hedge along the street from `start` to `end` at `s`, `tall` metres high."""

    road: Road
    s: float
    start: float
    end: float
    tall: float
    thick: float
    leaf: RGB
    seed: int

    @property
    def z(self) -> float:
        return (self.start + self.end) / 2

    def shadow(self, planes: Planes, light: Light) -> None:
        solid = self.road.points(
            *((self.s, y, z) for y in (0.0, self.tall) for z in (self.start, self.end))
        )
        planes.cast(cast_hull(planes.camera, solid, light))

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        rng = np.random.default_rng(self.seed)
        side = math.copysign(1.0, self.s)
        s, far, tall, a, b = self.s, self.s + side * self.thick, self.tall, self.start, self.end
        depth = max(a - camera.position[2], 1.0)
        level = int(np.clip(math.log2(256 / max(camera.scale_at(depth) * 2.2, 1.0)), 0, 5))
        faces = (
            (((s, tall, a), (s, tall, b), (far, tall, b), (far, tall, a)), (0.0, 1.0, 0.0)),
            (((s, tall, a), (far, tall, a), (far, 0, a), (s, 0, a)), (0.0, 0.0, -1.0)),
            (((s, tall, a), (s, tall, b), (s, 0, b), (s, 0, a)), (-side, 0.0, 0.0)),
        )
        plain = light.on_surface((0.0, 0.6, -0.8))
        for places, normal in faces:
            pixels, depths = camera.project(self.road.points(*places))
            if float(depths.min()) < 0.6 or not canvas.shows(pixels):
                continue
            on = light.on_surface(normal)
            gain = sum(on) / max(sum(plain), 1e-6)
            ramp = _ramp(scaled(self.leaf, 1.25 * gain), light, depth)
            tile = np.rot90(foliage.leaf_tile(level), int(rng.integers(4)))
            canvas.panel(ramp[np.ascontiguousarray(tile)], pixels, TREE)
        self._sprigs(canvas, camera, light, depth, rng)

    def _sprigs(
        self, canvas: Canvas, camera: Camera, light: Light, depth: float, rng: np.random.Generator
    ) -> None:
        """Leaves that stand out over the upper edge."""
        scale = camera.scale_at(depth)
        count = int(np.clip(scale * 0.7, 5, 60))
        ramp = _ramp(scaled(self.leaf, 1.2), light, depth).tolist()
        z = rng.uniform(self.start, self.end, count)
        y = self.tall + rng.normal(0.0, 0.04, count)
        spots = self.road.points(*((self.s, float(b), float(a)) for a, b in zip(z, y, strict=True)))
        self._dots(
            canvas, camera, spots, rng.integers(50, 160, count).tolist(), ramp, max(1, round(scale * 0.03))
        )

    @staticmethod
    def _dots(
        canvas: Canvas, camera: Camera, spots: Floats, tones: list[int], ramp: list[list[int]], radius: int
    ) -> None:
        pixels, depths = camera.project(spots)
        for (x, y), depth, tone in zip(pixels.tolist(), depths.tolist(), tones, strict=True):
            if depth > 1.0 and -50 < x < canvas.width + 50 and -50 < y < canvas.height + 50:
                cv2.circle(canvas.colour, (int(x), int(y)), radius, ramp[tone], -1)
                cv2.circle(canvas.label, (int(x), int(y)), radius, (TREE,), -1)
