"""Paint on the road and shadows of things: planes that the ground is shaded with."""

from __future__ import annotations

import math
from collections.abc import Iterable

import cv2
import numpy as np

from segstudio.scenes.world.arrays import Bytes, Floats
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.ground import Overlays
from segstudio.scenes.world.road import Road

_SHIFT = 4


class Planes:
    """Canvas-sized masks that polygons on the ground are drawn into."""

    def __init__(self, camera: Camera, road: Road) -> None:
        self.camera = camera
        self.road = road
        shape = (camera.height, camera.width)
        self.paint: Bytes = np.zeros(shape, np.uint8)
        self.tint: Bytes = np.zeros(shape, np.uint8)
        self.shadow: Bytes = np.zeros(shape, np.uint8)
        self.contact: Bytes = np.zeros(shape, np.uint8)

    def overlays(self) -> Overlays:
        """The planes with soft shadow edges."""
        k = max(3, self.camera.width // 180) | 1
        return Overlays(
            self.paint,
            self.tint,
            np.asarray(cv2.blur(self.shadow, (k, k)), np.uint8),
            np.asarray(cv2.blur(self.contact, (3 * k, k)), np.uint8),
        )

    def mark(
        self, places: Iterable[tuple[float, float]], *, yellow: bool = False, strength: int = 235
    ) -> None:
        """A painted polygon: corners (s, z)."""
        outline = self.camera.outline(self.road.points(*((s, 0.0, z) for s, z in places)))
        _fill(self.paint, outline, strength)
        if yellow:
            _fill(self.tint, outline, 255)

    def stripe(self, s: float, start: float, end: float, width: float, *, yellow: bool = False) -> None:
        """A painted line along the road; thin ones far away lose strength rather than keep a pixel's width."""
        z = start
        while z < end - 0.01:
            step = min(end - z, 1.5 + z * 0.25)
            wide = width * self.camera.scale_at(max(z, 3.0))
            strength = int(235 * min(1.0, wide / 1.3))
            if strength > 25:
                a, b = s - width / 2, s + width / 2
                self.mark(((a, z), (b, z), (b, z + step), (a, z + step)), yellow=yellow, strength=strength)
            z += step

    def cast(self, hull: Floats | None) -> None:
        """A cast shadow: an outline in pixels."""
        _fill(self.shadow, hull, 255)

    def touch(self, outline: Floats | None, strength: int = 255) -> None:
        """A contact shadow: an outline in pixels."""
        _fill(self.contact, outline, strength)


def _fill(plane: Bytes, outline: Floats | None, value: int) -> None:
    if outline is None or len(outline) < 3:
        return
    fixed = np.round((np.clip(outline, -16000, 16000) - 0.5) * (1 << _SHIFT)).astype(np.int32)
    cv2.fillPoly(plane, [fixed], (value,), shift=_SHIFT)


def paint_markings(planes: Planes, road: Road, rng: np.random.Generator) -> None:
    """Centre line, edge lines, sometimes a crossing, give-way lines at side streets and arrows."""
    half = road.half_width
    style = rng.random()
    if style < 0.75:
        long, gap = ((4.0, 2.0), (2.0, 4.0), (6.0, 3.0))[int(rng.integers(3))]
        z = rng.uniform(-long, 3.0)
        while z < 110.0:
            planes.stripe(0.0, max(z, 0.3), z + long, 0.12)
            z += long + gap
    elif style < 0.88:
        for s in (-0.16, 0.16):
            planes.stripe(s, 0.3, 110.0, 0.10)
    edge = rng.random()
    for side in (-1, 1):
        _edges(planes, road, side, edge)
    if rng.random() < 0.22:
        _zebra(planes, half, rng.uniform(7, 26))
    if rng.random() < 0.25:
        _arrow(planes, road.lane(-1 if road.drives_left else 1), rng.uniform(7, 16))
    if rng.random() < 0.3:
        _manholes(planes, rng, half)


def _edges(planes: Planes, road: Road, side: int, style: float) -> None:
    """Yellow lines, a parking line or nothing along one kerb, and give-way lines at its side streets."""
    half = road.half_width
    start = 0.3
    stops = sorted((g.start, g.end) for g in road.side_streets if g.side == side)
    parked = road.parked[0 if side < 0 else 1]
    for stop, again in (*stops, (90.0, 90.0)):
        if parked:
            planes.stripe(side * (half - 2.1), start, stop, 0.08)
        elif style < 0.45:
            planes.stripe(side * (half - 0.32), start, stop, 0.09, yellow=True)
        if style < 0.28 and not parked:
            planes.stripe(side * (half - 0.58), start, stop, 0.09, yellow=True)
        start = again
    near, far = side * half, side * (half + 0.22)
    for a, b in stops:
        for z in np.arange(a + 0.4, b - 0.4, 0.95).tolist():
            planes.mark([(near, z), (far, z), (far, z + 0.6), (near, z + 0.6)])


def _zebra(planes: Planes, half: float, z: float) -> None:
    s = -half + 0.3
    while s < half - 0.3:
        planes.mark([(s, z), (s + 0.5, z), (s + 0.5, z + 3.0), (s, z + 3.0)])
        s += 1.0


def _arrow(planes: Planes, s: float, z: float) -> None:
    planes.mark([(s - 0.09, z), (s + 0.09, z), (s + 0.09, z + 2.4), (s - 0.09, z + 2.4)])
    planes.mark([(s - 0.42, z + 2.3), (s + 0.42, z + 2.3), (s, z + 4.2)])


def _manholes(planes: Planes, rng: np.random.Generator, half: float) -> None:
    angle = np.arange(16) * math.tau / 16
    for _ in range(int(rng.integers(1, 4))):
        s, z = rng.uniform(-half + 0.6, half - 0.6), rng.uniform(5, 25)
        ring = [(s + 0.33 * math.cos(a), z + 0.33 * math.sin(a)) for a in angle]
        outline = planes.camera.outline(planes.road.points(*((a, 0.0, b) for a, b in ring)))
        _fill(planes.contact, outline, 120)
