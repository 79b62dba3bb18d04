"""Vehicle bodies as meshes: a loft through the cross-sections, cabin and glass, wheels, lights, plates."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise

import numpy as np

from segstudio.scenes.things.vehicle_shapes import Shape
from segstudio.scenes.world.arrays import Floats
from segstudio.scenes.world.mesh import Face, Mesh

_FINE = frozenset({"hub", "letters", "amber", "arch"})
"""Parts that are not worth painting far away."""


@cache
def vehicle_mesh(shape: Shape) -> Mesh:
    """The whole vehicle; the same for every vehicle of a shape."""
    return Mesh([*_loft(shape), *_cabin(shape), *_wheels(shape), *_ends(shape)])


def _ring(shape: Shape, station: tuple[float, float, float, float]) -> Floats:
    """A cross-section's right half from the sill up: points (x, y, z)."""
    z, wide, low, top = station
    half = shape.width / 2 * wide
    rows = [(0.93, 0.0), (0.985, 0.10), (1.0, 0.42), (0.985, 0.74), (0.945, 0.93), (0.88, 1.0)]
    return np.array([[half * a, low + (top - low) * b, z * shape.length] for a, b in rows])


def _mirrored(corners: Floats) -> Floats:
    return np.asarray((corners * np.array([-1.0, 1.0, 1.0]))[::-1])


def _loft(shape: Shape) -> list[Face]:
    rings = [_ring(shape, station) for station in shape.stations]
    faces: list[Face] = []
    for back, front in pairwise(rings):
        for i in range(len(back) - 1):
            # counter-clockwise seen from outside (normal = (b-a)×(c-a) points to +x)
            quad = np.stack([back[i], back[i + 1], front[i + 1], front[i]])
            faces += [Face(quad, "paint"), Face(_mirrored(quad), "paint")]
        flip = np.array([-1.0, 1.0, 1.0])
        deck = np.stack([back[-1], back[-1] * flip, front[-1] * flip, front[-1]])
        faces.append(Face(deck, "paint"))
    for ring, tail in ((rings[0], True), (rings[-1], False)):
        flip = np.array([-1.0, 1.0, 1.0])
        around = np.concatenate([ring, (ring * flip)[::-1]])
        faces.append(Face(around[::-1] if tail else around, "paint"))
    return [Face(_outward(f.corners, shape), f.kind) for f in faces]


def _outward(corners: Floats, shape: Shape) -> Floats:
    """The corners in the order that makes (b-a)×(c-a) point away from the body's axis."""
    normal = np.cross(corners[1] - corners[0], corners[2] - corners[0])
    core = np.array([0.0, shape.height * 0.4, 0.0])
    centre = corners.mean(axis=0)
    core[2] = float(np.clip(centre[2], -shape.length * 0.4, shape.length * 0.4))
    return corners if float(normal @ (centre - core)) > 0 else corners[::-1]


def _shoulder(shape: Shape, z: float) -> tuple[float, float]:
    """Half width and height of the body's upper edge at z / length."""
    zs = [s[0] for s in shape.stations]
    wide = float(np.interp(z, zs, [s[1] for s in shape.stations]))
    top = float(np.interp(z, zs, [s[3] for s in shape.stations]))
    return shape.width / 2 * wide * 0.9, top - 0.01


def _cabin(shape: Shape) -> list[Face]:
    if shape.cabin is None:
        return []
    br, rr, rf, bf = shape.cabin
    length = shape.length
    roof = shape.width / 2 - shape.tumble - 0.03
    high = shape.height

    def base(z: float) -> Floats:
        half, top = _shoulder(shape, z)
        return np.array([half, top, z * length])

    flip = np.array([-1.0, 1.0, 1.0])
    a, d = base(br), base(bf)
    mid = (rr + rf) / 2
    r0 = np.array([roof - 0.03, high - 0.05, rr * length])
    r1 = np.array([roof, high - 0.02, mid * length])
    r2 = np.array([roof - 0.03, high - 0.06, rf * length])
    crown = np.array([-0.16, 0.05, 0.0])
    faces = [
        Face(np.stack([a, r0, r1, r2, d]), "paint"),
        Face(np.stack([r0, r1, r1 + crown, r0 + crown]), "paint"),
        Face(np.stack([r1, r2, r2 + crown, r1 + crown]), "paint"),
    ]
    faces += [Face(_mirrored(f.corners), f.kind) for f in faces]
    tops = [r + crown for r in (r0, r1, r2)]
    faces += [
        Face(np.stack([tops[0], tops[0] * flip, tops[1] * flip, tops[1]]), "paint"),
        Face(np.stack([tops[1], tops[1] * flip, tops[2] * flip, tops[2]]), "paint"),
        Face(np.stack([a, a * flip, r0 * flip, r0]), "paint"),
        Face(np.stack([d, d * flip, r2 * flip, r2]), "paint"),
        Face(np.stack([r0, r0 * flip, (r0 + crown) * flip, r0 + crown]), "paint"),
        Face(np.stack([r2, r2 * flip, (r2 + crown) * flip, r2 + crown]), "paint"),
    ]
    panes = _panes(shape, np.stack([a, r0, r2, d]))
    return [Face(_outward(f.corners, shape), f.kind, f.bias) for f in (*faces, *panes)]


def _inset(corners: Floats, amount: float, out: float) -> Floats:
    """A smaller polygon in the same plane, pushed out a little."""
    centre = corners.mean(axis=0)
    towards = centre - corners
    lengths = np.maximum(np.linalg.norm(towards, axis=1, keepdims=True), 1e-6)
    normal = np.cross(corners[1] - corners[0], corners[2] - corners[0])
    normal /= max(float(np.linalg.norm(normal)), 1e-9)
    return np.asarray(corners + towards / lengths * amount * 1.35 + normal * out)


_Bands = tuple[tuple[float, float], ...]

_BANDS: dict[str, tuple[_Bands, _Bands, _Bands]] = {
    "van": (((0.0, 1.0),), (), ((0.0, 1.0),)),
    "lorry": (((0.0, 0.45),), (), ((0.04, 0.42),)),
    "bus": (((0.0, 0.78),), ((0.35, 0.78),), ((0.08, 0.74),)),
    "double-decker": (
        ((0.0, 0.33), (0.54, 0.84)),
        ((0.12, 0.32), (0.54, 0.84)),
        ((0.04, 0.33), (0.54, 0.84)),
    ),
}
"""Where the glass lies between belt line (0) and roof (1): front, rear, sides. Cars: everywhere."""

_CUTS: dict[str, tuple[tuple[float, float], ...]] = {
    "van": ((0.79, 0.97),),
    "lorry": ((0.87, 0.985),),
    "bus": tuple((0.02 + i * 0.16, 0.175 + i * 0.16) for i in range(6)),
    "double-decker": tuple((0.02 + i * 0.16, 0.175 + i * 0.16) for i in range(6)),
    "estate": ((0.05, 0.32), (0.33, 0.62), (0.635, 0.95)),
    "suv": ((0.05, 0.32), (0.33, 0.62), (0.635, 0.95)),
}
"""Where side windows begin and end between the rear (0) and the front (1) of the cabin."""


def _panes(shape: Shape, sides: Floats) -> list[Face]:
    """The glass: windscreen, rear screen, side windows between the pillars.

    `sides` 4×3: rear belt, rear roof, front roof, front belt of the right side.
    """
    rear_low, rear_high, front_high, front_low = sides
    flip = np.array([-1.0, 1.0, 1.0])
    everywhere: _Bands = ((0.0, 1.0),)
    front, rear, side = _BANDS.get(shape.name, (everywhere,) * 3)
    panes: list[Face] = []
    for bands, low, high, rim in ((front, front_low, front_high, 0.07), (rear, rear_low, rear_high, 0.10)):
        for a, b in bands:
            bottom, top = low + (high - low) * a, low + (high - low) * b
            quad = np.stack([bottom, bottom * flip, top * flip, top])
            panes.append(Face(_inset(_outward(quad, shape), rim, 0.006), "glass", 0.35))
    for begin, end in _CUTS.get(shape.name, ((0.10, 0.50), (0.52, 0.93))):
        for a, b in side:
            lows = [rear_low + (front_low - rear_low) * t for t in (begin, end)]
            highs = [rear_high + (front_high - rear_high) * t for t in (begin, end)]
            corners = [
                lows[0] + (highs[0] - lows[0]) * a, lows[0] + (highs[0] - lows[0]) * b,
                lows[1] + (highs[1] - lows[1]) * b, lows[1] + (highs[1] - lows[1]) * a,
            ]  # fmt: skip
            pane = _inset(_outward(np.stack(corners), shape), 0.06, 0.008)
            panes += [Face(pane, "glass", 0.35), Face(_mirrored(pane), "glass", 0.35)]
    return panes


def _circle(x: float, y: float, z: float, radius: float, count: int = 16) -> Floats:
    angle = np.arange(count) * math.tau / count
    return np.stack([np.full(count, x), y + radius * np.sin(angle), z - radius * np.cos(angle)], axis=1)


def _wheels(shape: Shape) -> list[Face]:
    faces: list[Face] = []
    half = shape.width / 2
    for at in shape.wheels:
        z, r = at * shape.length, shape.wheel
        discs = (
            (half + 0.002, r * 1.14, "arch", 0.5), (half - 0.01, r, "tyre", 0.6),
            (half, r * 0.66, "rim", 0.7), (half + 0.01, r * 0.50, "hub", 0.8), (half + 0.015, r * 0.2, "rim", 0.9),
        )  # fmt: skip
        for x, radius, kind, bias in discs:
            ring = _circle(x, r, z, radius)
            if kind == "arch":
                ring[:, 1] = np.maximum(ring[:, 1], r * 0.5)
            ring = _outward(ring, shape)
            faces += [Face(f, kind, bias, kind in _FINE) for f in (ring, _mirrored(ring))]
        # the tyre's tread, seen from behind or before
        for end in (-1.0, 1.0):
            tread = np.array([[half - 0.2, 0.0, z + end * r * 0.75], [half - 0.01, 0.0, z + end * r * 0.75],
                              [half - 0.01, r, z + end * r * 0.75], [half - 0.2, r, z + end * r * 0.75]])  # fmt: skip
            if end > 0:
                tread = tread[::-1]
            faces += [Face(tread[::-1], "tyre", -0.4), Face(_mirrored(tread[::-1]), "tyre", -0.4)]
    return faces


def _ends(shape: Shape) -> list[Face]:
    nose, tail = shape.length / 2, -shape.length / 2
    half = shape.width / 2
    rear, front = shape.stations[0], shape.stations[-1]
    faces: list[Face] = []

    def plate(
        x0: float, x1: float, y0: float, y1: float, z: float, kind: str, bias: float, lean: float = 0.0
    ) -> None:
        quad = np.array([[x0, y0, z], [x1, y0, z], [x1, y1, z - lean], [x0, y1, z - lean]])
        faces.append(Face(_outward(quad, shape), kind, bias, kind in _FINE))

    big = shape.height > 1.9
    top_r, top_f = shape.stations[1][3], shape.stations[-2][3]
    for sign in (-1.0, 1.0):
        outer, inner = sign * half * rear[1] * 1.10, sign * half * 0.60
        x0, x1 = sorted((outer, inner))
        if big:
            x0, x1 = sorted((sign * half * 0.95, sign * half * 0.82))
            plate(x0, x1, 0.8, 1.15, tail - 0.02, "tail", 0.9)
            x0, x1 = sorted((sign * half * 0.92, sign * half * 0.62))
            plate(x0, x1, 0.62, 0.82, nose + 0.02, "head", 0.9)
        else:
            plate(x0, x1, top_r - 0.24, top_r - 0.04, tail - 0.015, "tail", 0.9)
            plate(x0, x1, top_r - 0.30, top_r - 0.24, tail - 0.015, "amber", 0.9)
            x0, x1 = sorted((sign * half * 0.90, sign * half * 0.52))
            plate(x0, x1, top_f - 0.20, top_f - 0.03, nose + 0.005, "head", 0.9, 0.05)
    plate(-half * 0.9, half * 0.9, rear[2] - 0.06, rear[2] + 0.13, tail - 0.012, "trim", 0.5)
    plate(-half * 0.85, half * 0.85, front[2] - 0.08, front[2] + 0.10, nose + 0.012, "trim", 0.5)
    plate(-half * 0.42, half * 0.42, front[2] + 0.13, front[3] - 0.0, nose + 0.013, "grille", 0.6)
    for z, kind, y in (
        (tail - 0.02, "rear plate", rear[2] + 0.17),
        (nose + 0.025, "front plate", front[2] + 0.02),
    ):
        plate(-0.26, 0.26, y, y + 0.115, z, kind, 1.0)
        plate(-0.21, 0.21, y + 0.035, y + 0.08, z + math.copysign(0.004, z), "letters", 1.1)
    if not big:
        mirror_z = shape.length * 0.2
        _, belt = _shoulder(shape, 0.2)
        for sign in (-1.0, 1.0):
            x0, x1 = sorted((sign * (half + 0.02), sign * (half + 0.2)))
            for z in (mirror_z - 0.05, mirror_z + 0.08):
                quad = np.array([[x0, belt, z], [x1, belt, z], [x1, belt + 0.15, z], [x0, belt + 0.15, z]])
                faces.append(
                    Face(quad[::-1] if z < mirror_z else quad, "paint" if z > mirror_z else "trim", 0.2)
                )
    return faces
