"""Trees in leaf, bare trees, conifers and hedges, as sprites of many small leaves or twigs.

A crown is labelled as CamVid's annotators did: bare twigs together with the small gaps between them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from segstudio.scenes.arrays import RGB, Bytes, Floats, mix, scaled
from segstudio.scenes.camera import Camera
from segstudio.scenes.canvas import Canvas
from segstudio.scenes.item import cast_hull
from segstudio.scenes.light import Light
from segstudio.scenes.markings import Planes
from segstudio.scenes.palette import TREE
from segstudio.scenes.road import Road

LEAVES: tuple[RGB, ...] = ((74, 96, 44), (92, 112, 52), (58, 82, 46), (110, 116, 56), (130, 108, 52), (150, 96, 44), (66, 90, 60))
_BARK: RGB = (82, 72, 62)
_MAX_SPRITE = 620


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
        if self.kind == "bare":
            return
        rng = np.random.default_rng(self.seed)
        ly = float(light.towards_sun[1])
        if light.sun[0] < 0.06 or ly < 0.1:
            return
        for _ in range(14):
            offset = rng.normal(0, 0.33, 3) * np.array([self.spread, self.height * 0.5, self.spread])
            centre = np.array([self.x, self.height * 0.65, self.z]) + offset * 0.8
            centre -= light.towards_sun * (centre[1] / ly)
            angle = np.arange(9) * math.tau / 9
            r = rng.uniform(0.12, 0.3) * self.spread
            blob = np.stack([centre[0] + r * np.cos(angle), np.zeros(9), centre[2] + r / max(ly, 0.3) * 0.8 * np.sin(angle)], axis=1)
            planes.cast(planes.camera.outline(blob))
        trunk = np.array([[self.x - 0.15, 0, self.z], [self.x + 0.15, 0, self.z], [self.x, self.height * 0.6, self.z]])
        planes.cast(cast_hull(planes.camera, trunk, light))

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        foot, depth = camera.project(np.array([[self.x, 0.0, self.z]]))
        if float(depth[0]) < 2.0:
            return
        scale = camera.scale_at(float(depth[0]))
        tall, wide = self.height * scale, self.spread * scale
        if foot[0, 0] + wide < 0 or foot[0, 0] - wide > canvas.width:
            return
        shrink = min(1.0, _MAX_SPRITE / max(tall, wide))
        h, w = max(4, round(tall * shrink)), max(4, round(wide * shrink))
        rng = np.random.default_rng(self.seed)
        sun_x = float(camera.rotation[0] @ light.towards_sun)
        painter = {"leafy": _leafy, "bare": _bare, "conifer": _conifer}[self.kind]
        colour, mask, claim = painter(h, w, self, sun_x, float(depth[0]), light, rng)
        if shrink < 1.0:
            size = (round(w / shrink), round(h / shrink))
            colour = np.asarray(cv2.resize(colour, size, interpolation=cv2.INTER_LINEAR), np.uint8)
            mask = np.asarray(cv2.resize(mask, size, interpolation=cv2.INTER_NEAREST), np.uint8)
            claim = np.asarray(cv2.resize(claim, size, interpolation=cv2.INTER_NEAREST), np.uint8)
        top, left = round(float(foot[0, 1])) - mask.shape[0], round(float(foot[0, 0])) - mask.shape[1] // 2
        canvas.sprite(colour, mask, claim, left, top, TREE)


def _trunk(colour: Bytes, mask: Bytes, light: Light, depth: float, wide: float, tall: float, rng: np.random.Generator) -> None:
    h, w = mask.shape
    lean = rng.uniform(-0.04, 0.04) * w
    top = h * (1 - tall)
    outline = np.array([[w / 2 - wide, h], [w / 2 + wide, h], [w / 2 + lean + wide * 0.5, top], [w / 2 + lean - wide * 0.5, top]])
    lit = outline.copy()
    lit[[1, 2], 0] -= wide * 0.9
    for corners, factor in ((outline, 0.6), (lit, 0.95)):
        fixed = np.round(corners).astype(np.int32)
        cv2.fillPoly(colour, [fixed], light.soft(_BARK, depth, factor))
    cv2.fillPoly(mask, [np.round(outline).astype(np.int32)], (255,))


def _leaf_cloud(
    colour: Bytes,
    mask: Bytes,
    centres: Floats,
    radii: Floats,
    leaf: RGB,
    sun_x: float,
    depth: float,
    light: Light,
    rng: np.random.Generator,
) -> None:
    """Clumps of leaves: dark ones first, then lighter ones towards the sun on each clump."""
    h, w = mask.shape
    size = max(1.0, 0.014 * max(h, w))
    order = np.argsort(-centres[:, 1])
    for layer, (count, tone) in enumerate(((26, 0.42), (22, 0.72), (16, 1.02), (9, 1.32))):
        for index in order:
            cx, cy = centres[index]
            r = radii[index] * (1.0 - 0.13 * layer)
            angle = rng.uniform(0, math.tau, count)
            distance = np.sqrt(rng.random(count)) * r
            xs = cx + np.cos(angle) * distance + sun_x * r * 0.16 * layer
            ys = cy + np.sin(angle) * distance - r * 0.15 * layer
            height = 1.12 - 0.36 * cy / h
            jitter = rng.uniform(0.88, 1.12)
            shade = light.soft(mix(leaf, (206, 200, 92), 0.10 * layer), depth, tone * height * jitter)
            rs = np.maximum(1, np.round(size * rng.uniform(0.6, 1.7, count))).astype(int)
            for x, y, radius in zip(xs.astype(int).tolist(), ys.astype(int).tolist(), rs.tolist(), strict=True):
                cv2.circle(colour, (x, y), radius, shade, -1)
                if layer < 2:
                    cv2.circle(mask, (x, y), radius, (255,), -1)
    # light leaves never leave the crown


def _leafy(
    h: int, w: int, tree: Tree, sun_x: float, depth: float, light: Light, rng: np.random.Generator
) -> tuple[Bytes, Bytes, Bytes]:
    colour, mask = np.zeros((h, w, 3), np.uint8), np.zeros((h, w), np.uint8)
    _trunk(colour, mask, light, depth, max(1.0, 0.018 * h + 0.012 * w), 0.6, rng)
    clumps = 18 if h > 60 else 8
    angle, distance = rng.uniform(0, math.tau, clumps), np.sqrt(rng.random(clumps))
    centres = np.stack(
        [w / 2 + np.cos(angle) * distance * w * 0.34, h * 0.40 + np.sin(angle) * distance * h * 0.27], axis=1
    )
    radii = rng.uniform(0.11, 0.19, clumps) * min(w, h * 0.9)
    _leaf_cloud(colour, mask, centres, radii, tree.leaf, sun_x, depth, light, rng)
    return colour, mask, mask


def _conifer(
    h: int, w: int, tree: Tree, sun_x: float, depth: float, light: Light, rng: np.random.Generator
) -> tuple[Bytes, Bytes, Bytes]:
    colour, mask = np.zeros((h, w, 3), np.uint8), np.zeros((h, w), np.uint8)
    _trunk(colour, mask, light, depth, max(1.0, 0.014 * h), 0.5, rng)
    clumps = 26 if h > 60 else 10
    level = np.sqrt(np.linspace(0.01, 1.0, clumps))
    centres = np.stack([w / 2 + rng.uniform(-1, 1, clumps) * level * w * 0.34, h * (0.06 + 0.80 * level)], axis=1)
    radii = np.maximum(1.5, (0.05 + 0.13 * level) * w)
    _leaf_cloud(colour, mask, centres, radii, mix(tree.leaf, (38, 62, 48), 0.7), sun_x, depth, light, rng)
    return colour, mask, mask


def _bare(
    h: int, w: int, tree: Tree, sun_x: float, depth: float, light: Light, rng: np.random.Generator
) -> tuple[Bytes, Bytes, Bytes]:
    colour, mask = np.zeros((h, w, 3), np.uint8), np.zeros((h, w), np.uint8)
    claim = np.zeros((h, w), np.uint8)
    stack = [(w / 2, float(h), -math.pi / 2 + rng.uniform(-0.06, 0.06), 0.27 * h, max(1.0, 0.022 * h), 0)]
    while stack:
        x, y, angle, length, thick, level = stack.pop()
        ex, ey = x + math.cos(angle) * length, y + math.sin(angle) * length
        shade = light.soft(scaled(_BARK, rng.uniform(0.65, 1.0)), depth)
        a, b = (round(x), round(y)), (round(ex), round(ey))
        width = max(1, round(thick))
        cv2.line(colour, a, b, shade, width)
        cv2.line(mask, a, b, (255,), width)
        if level >= (6 if h > 150 else 4):
            continue
        for _ in range(int(rng.integers(2, 4))):
            turn = rng.normal(0, 0.42 + 0.04 * level)
            bent = angle + turn
            bent += (-math.pi / 2 - bent) * 0.08
            stack.append((ex, ey, bent, length * rng.uniform(0.62, 0.86), thick * 0.62, level + 1))
    k = max(3, round(h * 0.02) | 1)
    claim = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((k, k), np.uint8)), np.uint8)
    return colour, mask, claim


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
        solid = self.road.points(*((self.s, y, z) for y in (0.0, self.tall) for z in (self.start, self.end)))
        planes.cast(cast_hull(planes.camera, solid, light))

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        rng = np.random.default_rng(self.seed)
        side = math.copysign(1.0, self.s)
        far = self.s + side * self.thick
        top = self.road.points((self.s, self.tall, self.start), (self.s, self.tall, self.end), (far, self.tall, self.end), (far, self.tall, self.start))
        front = self.road.points((self.s, 0, self.start), (self.s, 0, self.end), (self.s, self.tall, self.end), (self.s, self.tall, self.start))
        face = self.road.points((self.s, 0, self.start), (far, 0, self.start), (far, self.tall, self.start), (self.s, self.tall, self.start))
        planes = (
            (top, np.array([0.0, 1.0, 0.0])), (face, np.array([0.0, 0.0, -1.0])), (front, np.array([-side, 0.0, 0.0])),
        )  # fmt: skip
        for corners, normal in planes:
            outline = camera.outline(corners)
            canvas.polygon(outline, light.shade(scaled(self.leaf, 0.62), normal, self.z), TREE)
            self._leaves(canvas, camera, light, corners, normal, rng)

    def _leaves(
        self, canvas: Canvas, camera: Camera, light: Light, corners: Floats, normal: Floats, rng: np.random.Generator
    ) -> None:
        scale = camera.scale_at(max(self.z - camera.position[2], 1.0))
        count = int(np.clip(scale * 3.2, 6, 150))
        u, v = rng.random((count, 1)), rng.random((count, 1)) ** 0.8
        spots = (corners[0] * (1 - u) + corners[1] * u) * (1 - v) + (corners[3] * (1 - u) + corners[2] * u) * v
        pixels, depths = camera.project(spots)
        tones = rng.uniform(0.55, 1.3, count) * (0.7 + 0.45 * v[:, 0])
        radius = max(1.0, scale * 0.045)
        for (x, y), depth, tone in zip(pixels, depths, tones, strict=True):
            if depth > 1.0 and -50 < x < canvas.width + 50 and -50 < y < canvas.height + 50:
                centre = (int(x), int(y))
                shade = light.shade(scaled(self.leaf, float(tone)), normal, float(depth))
                cv2.circle(canvas.colour, centre, round(radius), shade, -1)
                cv2.circle(canvas.label, centre, round(radius), (TREE,), -1)
