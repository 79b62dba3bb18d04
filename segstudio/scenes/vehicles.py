"""Cars, vans, lorries and buses: bodies lofted through cross-sections, glass, wheels, lights, plates."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np

from segstudio.scenes.arrays import RGB, Floats, Vector, dot, mix, scaled
from segstudio.scenes.camera import Camera
from segstudio.scenes.canvas import Canvas
from segstudio.scenes.item import cast_hull
from segstudio.scenes.light import Light
from segstudio.scenes.markings import Planes
from segstudio.scenes.mesh import Face, Mesh
from segstudio.scenes.palette import CAR

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
class Shape:
    """A vehicle's form. Stations run from the tail to the nose: (z / length, width, bottom, shoulder).

    The cabin: (base rear, roof rear, roof front, base front) as z / length; metres else.
    """

    name: str
    length: float
    width: float
    height: float
    stations: tuple[tuple[float, float, float, float], ...]
    cabin: tuple[float, float, float, float] | None
    wheels: tuple[float, float]
    wheel: float
    tumble: float = 0.16


_HATCH = Shape(
    "hatchback", 3.95, 1.72, 1.47,
    ((-0.5, 0.78, 0.36, 0.70), (-0.485, 0.92, 0.27, 0.86), (-0.43, 0.985, 0.22, 0.95), (-0.2, 1.0, 0.19, 0.96),
     (0.12, 1.0, 0.19, 0.93), (0.28, 0.985, 0.2, 0.89), (0.42, 0.95, 0.22, 0.80), (0.48, 0.88, 0.25, 0.70), (0.5, 0.74, 0.33, 0.58)),
    (-0.47, -0.34, 0.06, 0.27), (-0.31, 0.33), 0.30,
)  # fmt: skip
_SALOON = Shape(
    "saloon", 4.5, 1.76, 1.44,
    ((-0.5, 0.78, 0.36, 0.74), (-0.485, 0.92, 0.27, 0.90), (-0.42, 0.985, 0.22, 0.95), (-0.2, 1.0, 0.19, 0.94),
     (0.12, 1.0, 0.19, 0.92), (0.26, 0.985, 0.2, 0.89), (0.42, 0.95, 0.22, 0.80), (0.485, 0.88, 0.25, 0.70), (0.5, 0.76, 0.33, 0.58)),
    (-0.37, -0.22, 0.06, 0.24), (-0.30, 0.33), 0.31, 0.19,
)  # fmt: skip
_ESTATE = Shape(
    "estate", 4.6, 1.78, 1.5,
    ((-0.5, 0.82, 0.36, 0.80), (-0.485, 0.94, 0.27, 0.92), (-0.42, 0.985, 0.22, 0.97), (-0.2, 1.0, 0.19, 0.96),
     (0.12, 1.0, 0.19, 0.93), (0.26, 0.985, 0.2, 0.90), (0.42, 0.95, 0.22, 0.82), (0.485, 0.88, 0.25, 0.72), (0.5, 0.76, 0.33, 0.60)),
    (-0.485, -0.40, 0.07, 0.24), (-0.30, 0.33), 0.32,
)  # fmt: skip
_SUV = Shape(
    "suv", 4.5, 1.88, 1.76,
    ((-0.5, 0.84, 0.45, 0.95), (-0.485, 0.95, 0.36, 1.08), (-0.42, 0.99, 0.31, 1.12), (-0.2, 1.0, 0.29, 1.12),
     (0.12, 1.0, 0.29, 1.10), (0.26, 0.99, 0.3, 1.07), (0.42, 0.96, 0.32, 0.99), (0.485, 0.9, 0.36, 0.88), (0.5, 0.8, 0.42, 0.74)),
    (-0.485, -0.42, 0.07, 0.22), (-0.30, 0.33), 0.37, 0.13,
)  # fmt: skip
_VAN = Shape(
    "van", 5.0, 1.95, 2.05,
    ((-0.5, 0.95, 0.38, 1.05), (-0.495, 0.985, 0.32, 1.12), (-0.3, 1.0, 0.28, 1.14), (0.1, 1.0, 0.28, 1.14),
     (0.28, 0.99, 0.28, 1.12), (0.40, 0.96, 0.29, 1.06), (0.48, 0.9, 0.31, 0.88), (0.5, 0.78, 0.38, 0.72)),
    (-0.498, -0.485, 0.22, 0.38), (-0.30, 0.32), 0.34, 0.09,
)  # fmt: skip
_BUS = Shape(
    "bus", 10.5, 2.5, 3.05,
    ((-0.5, 0.94, 0.45, 1.2), (-0.495, 0.99, 0.36, 1.25), (-0.3, 1.0, 0.33, 1.25), (0.3, 1.0, 0.33, 1.25),
     (0.495, 0.99, 0.34, 1.2), (0.5, 0.94, 0.42, 1.15)),
    (-0.499, -0.494, 0.485, 0.498), (-0.28, 0.30), 0.48, 0.03,
)  # fmt: skip
_DECKER = Shape("double-decker", 10.3, 2.5, 4.3, _BUS.stations, _BUS.cabin, _BUS.wheels, _BUS.wheel, 0.03)
_LORRY = Shape(
    "lorry", 7.4, 2.4, 3.3,
    ((-0.5, 0.99, 0.62, 1.25), (-0.498, 1.0, 0.6, 1.25), (0.1, 1.0, 0.6, 1.25), (0.2, 1.0, 0.5, 1.25),
     (0.495, 0.97, 0.45, 1.2), (0.5, 0.92, 0.5, 1.15)),
    (-0.499, -0.498, 0.47, 0.498), (-0.25, 0.32), 0.48, 0.0,
)  # fmt: skip

SHAPES: tuple[tuple[Shape, float], ...] = (
    (_HATCH, 5.0), (_SALOON, 3.0), (_ESTATE, 2.2), (_SUV, 2.0), (_VAN, 1.6), (_BUS, 0.45), (_DECKER, 0.3), (_LORRY, 0.4),
)  # fmt: skip


def draw_shape(rng: np.random.Generator, largest: float = 99.0) -> Shape:
    """A random vehicle no longer than `largest` metres."""
    fits = [(shape, weight) for shape, weight in SHAPES if shape.length <= largest]
    weights = np.array([w for _, w in fits])
    return fits[int(rng.choice(len(fits), p=weights / weights.sum()))][0]


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
        l, w, h = self.shape.length / 2, self.shape.width / 2, self.shape.height
        base = np.array([[-w, 0, -l], [w, 0, -l], [w, 0, l], [-w, 0, l]]) * np.array([0.98, 1, 0.97])
        planes.touch(planes.camera.outline(self._world(base)))
        belt = base + np.array([0, h * 0.6, 0])
        roof = base * np.array([0.8, 1, 0.6]) + np.array([0, h, 0])
        planes.cast(cast_hull(planes.camera, self._world(np.concatenate([base, belt, roof])), light))

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        if self.z + self.shape.length < camera.position[2] + 1.0:
            return
        underside = self._world(_underside(self.shape))
        canvas.polygon(camera.outline(underside), light.air((10, 10, 11), self.z), CAR)

        def colour(kind: str, normal: Vector, view: Vector, distance: float) -> RGB:
            return self._colour(kind, normal, view, distance, light)

        _mesh(self.shape).paint(canvas, camera, np.array([self.x, 0.0, self.z]), self.heading, CAR, colour)

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
    l, w = shape.length * 0.47, shape.width * 0.46
    return np.array([[-w, 0.03, -l], [w, 0.03, -l], [w, 0.03, l], [-w, 0.03, l]]) * np.array(
        [1.0, 1.0, 0.94]
    )


@cache
def _mesh(shape: Shape) -> Mesh:
    """The whole vehicle; the same for every vehicle of a shape."""
    return Mesh([*_loft(shape), *_cabin(shape), *_wheels(shape), *_ends(shape)])


def _ring(shape: Shape, station: tuple[float, float, float, float]) -> Floats:
    """A cross-section's right half from the sill up: points (x, y, z)."""
    z, wide, low, top = station
    half = shape.width / 2 * wide
    rows = [(0.93, 0.0), (0.985, 0.10), (1.0, 0.42), (0.985, 0.74), (0.945, 0.93), (0.88, 1.0)]
    return np.array([[half * a, low + (top - low) * b, z * shape.length] for a, b in rows])


def _mirrored(corners: Floats) -> Floats:
    return (corners * np.array([-1.0, 1.0, 1.0]))[::-1]


def _loft(shape: Shape) -> list[Face]:
    rings = [_ring(shape, station) for station in shape.stations]
    faces: list[Face] = []
    for back, front in zip(rings[:-1], rings[1:], strict=True):
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
    return [Face(_outward(f.corners, shape), f.kind, f.bias) for f in faces]


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
    panes = _panes(shape, a, r0, r1, r2, d)
    return [Face(_outward(f.corners, shape), f.kind, f.bias) for f in (*faces, *panes)]


def _inset(corners: Floats, amount: float, out: float) -> Floats:
    """A smaller polygon in the same plane, pushed out a little."""
    centre = corners.mean(axis=0)
    towards = centre - corners
    lengths = np.maximum(np.linalg.norm(towards, axis=1, keepdims=True), 1e-6)
    normal = np.cross(corners[1] - corners[0], corners[2] - corners[0])
    normal /= max(float(np.linalg.norm(normal)), 1e-9)
    return corners + towards / lengths * amount * 1.35 + normal * out


def _panes(shape: Shape, a: Floats, r0: Floats, r1: Floats, r2: Floats, d: Floats) -> list[Face]:
    """The glass: windscreen, rear screen, side windows between the pillars."""
    flip = np.array([-1.0, 1.0, 1.0])
    panes: list[Face] = []
    front = np.stack([d, d * flip, r2 * flip, r2])
    rear = np.stack([a, a * flip, r0 * flip, r0])
    panes.append(Face(_inset(_outward(front, shape), 0.07, 0.004), "glass", 0.35))
    if shape.name not in ("lorry", "van"):
        panes.append(Face(_inset(_outward(rear, shape), 0.10, 0.004), "glass", 0.35))
    side_low = lambda t: a + (d - a) * t  # noqa: E731  # a point on the belt line
    side_high = lambda t: r0 + (r2 - r0) * t  # noqa: E731  # and on the roof line
    if shape.name in ("van", "lorry"):
        cuts = [(0.79, 0.97) if shape.name == "van" else (0.87, 0.985)]
    elif shape.name in ("bus", "double-decker"):
        cuts = [(0.02 + i * 0.16, 0.02 + i * 0.16 + 0.155) for i in range(6)]
    elif shape.name in ("estate", "suv"):
        cuts = [(0.05, 0.32), (0.33, 0.62), (0.635, 0.95)]
    else:
        cuts = [(0.10, 0.50), (0.52, 0.93)]
    for low, high in cuts:
        quad = np.stack([side_low(low), side_high(low), side_high(high), side_low(high)])
        pane = _inset(_outward(quad, shape), 0.06, 0.006)
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
            faces += [Face(ring, kind, bias), Face(_mirrored(ring), kind, bias)]
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
        faces.append(Face(_outward(quad, shape), kind, bias))

    big = shape.height > 1.9
    top_r, top_f = shape.stations[1][3], shape.stations[-2][3]
    for sign in (-1.0, 1.0):
        outer, inner = sign * half * rear[1] * 1.10, sign * half * 0.60
        x0, x1 = sorted((outer, inner))
        if big:
            x0, x1 = sorted((sign * half * 0.95, sign * half * 0.82))
            plate(x0, x1, 0.8, 1.15, tail - 0.02, "tail", 0.9)
            plate(*sorted((sign * half * 0.92, sign * half * 0.62)), 0.62, 0.82, nose + 0.02, "head", 0.9)
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


def draw_paint(rng: np.random.Generator, shape: Shape) -> RGB:
    """A colour that such a vehicle has."""
    if shape.name == "double-decker":
        return (176, 28, 30) if rng.random() < 0.6 else (40, 80, 140)
    if shape.name in ("van", "lorry") and rng.random() < 0.6:
        return (228, 228, 226)
    return scaled(PAINTS[int(rng.integers(len(PAINTS)))], rng.uniform(0.85, 1.1))
