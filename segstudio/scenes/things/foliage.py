"""Crowns as pictures without colour: how bright every leaf is, made once per process from fixed seeds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np

from segstudio.scenes.world.arrays import Bytes, Floats

LEAFY, BARE, CONIFER = 12, 8, 4
"""How many different crowns there are of each kind."""

TALL = 560
"""Height of every crown's picture in pixels."""

_SUN = np.array([-0.55, 0.70, -0.45])
"""The sun of the pictures stands to the upper left; for a sun from the right they are mirrored."""


@dataclass(frozen=True)
class Crown:
    """`tone` uint8 H×W (128 = as bright as the colour says), `mask` and `claim` 0 or 255, `bark` 0 or 255."""

    tone: Bytes
    mask: Bytes
    claim: Bytes
    bark: Bytes


@cache
def crown(kind: str, index: int) -> Crown:
    """Crown number `index` of a kind ('leafy', 'bare', 'conifer')."""
    rng = np.random.default_rng([{"leafy": 1, "bare": 2, "conifer": 3}[kind], index])
    return {"leafy": _leafy, "bare": _bare, "conifer": _conifer}[kind](rng)


@cache
def crown_at(kind: str, index: int, level: int, mirrored: bool) -> Crown:
    """A crown at 1 / 2^level of its size, with the sun from the left or (mirrored) from the right."""
    whole = crown(kind, index)
    h, w = whole.mask.shape
    size = (w >> level, h >> level)

    def smaller(plane: Bytes) -> Bytes:
        turned = np.ascontiguousarray(plane[:, ::-1] if mirrored else plane)
        return np.asarray(cv2.resize(turned, size, interpolation=cv2.INTER_AREA), np.uint8)

    mask = smaller(whole.mask)
    claim = mask if whole.claim is whole.mask else smaller(whole.claim)
    return Crown(smaller(whole.tone), mask, claim, smaller(whole.bark))


@cache
def leaf_tile(level: int) -> Bytes:
    """A picture of hedge leaves (tones as in Crown), 256 / 2^level pixels a side."""
    size = 256 >> level
    return np.asarray(cv2.resize(_hedge_leaves(), (size, size), interpolation=cv2.INTER_AREA), np.uint8)


@cache
def _hedge_leaves() -> Bytes:
    rng = np.random.default_rng([4, 0])
    tile = np.full((256, 256), 52, np.uint8)
    count = 5200
    spots = rng.integers(-4, 260, (count, 2)).tolist()
    tones = (
        np.clip(np.linspace(40, 150, count) * rng.uniform(0.6, 1.35, count), 20, 230).astype(int).tolist()
    )
    radii = rng.integers(2, 5, count).tolist()
    for (x, y), tone, radius in zip(spots, tones, radii, strict=True):
        cv2.circle(tile, (x, y), radius, (tone,), -1)
    return tile


def _blank(wide: int) -> tuple[Bytes, Bytes, Bytes]:
    size = (TALL, wide)
    return np.zeros(size, np.uint8), np.zeros(size, np.uint8), np.zeros(size, np.uint8)


def _trunk(
    tone: Bytes, mask: Bytes, bark: Bytes, wide: float, top: float, rng: np.random.Generator
) -> None:
    h, w = mask.shape
    x, y = w / 2, float(h)
    lean = rng.uniform(-0.10, 0.10)
    for step in range(12):
        part = step / 12
        thick = wide * (1.25 - 0.75 * part) if step else wide * 1.5
        nx, ny = x + lean * h * 0.05 + rng.normal(0, 1.2), y - (h - top) / 12
        for shift, value, scale in ((0.0, 78, 1.0), (-0.30, 128, 0.55), (-0.45, 150, 0.25)):
            a = (round(x + shift * thick), round(y))
            b = (round(nx + shift * thick), round(ny))
            cv2.line(tone, a, b, (value,), max(1, round(thick * scale)))
        for plane in (mask, bark):
            cv2.line(plane, (round(x), round(y)), (round(nx), round(ny)), (255,), max(1, round(thick)))
        x, y = nx, ny


def _branches(tone: Bytes, mask: Bytes, bark: Bytes, hub: tuple[float, float], ends: Floats) -> None:
    for ex, ey in ends.tolist():
        start, stop = (round(hub[0]), round(hub[1])), (round(ex), round(ey))
        cv2.line(tone, start, stop, (84,), 5)
        cv2.line(mask, start, stop, (255,), 5)
        cv2.line(bark, start, stop, (255,), 5)


def _leaves(
    tone: Bytes,
    mask: Bytes,
    bark: Bytes,
    clumps: Floats,
    radii: Floats,
    count: int,
    rng: np.random.Generator,
) -> None:
    """Leaves on the near halves of spheres (`clumps` N×3 in pixels, z away from us), lit by _SUN."""
    owner = rng.choice(len(clumps), count, p=radii**2 / (radii**2).sum())
    normal = rng.normal(size=(count, 3))
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    normal[:, 2] = -np.abs(normal[:, 2])
    reach = radii[owner] * rng.uniform(0.72, 1.10, count)
    place = clumps[owner] + normal * reach[:, None] * np.array([1.0, 0.82, 1.0])
    lit = np.clip((normal * np.array([1.0, -1.0, 1.0])) @ _SUN, 0, 1)
    height = 1.0 - place[:, 1] / TALL
    depth = place[:, 2]
    front = np.clip(0.5 - depth / (4 * float(radii.mean())), 0, 1)
    value = 34 + 92 * lit**1.3 + 34 * height + 22 * front
    value *= rng.uniform(0.74, 1.26, count)
    order = np.argsort(-depth)
    xs, ys = np.round(place[:, 0]).astype(int), np.round(place[:, 1]).astype(int)
    sizes = rng.integers(2, 5, count)
    tones = np.clip(value, 14, 250).astype(int)
    rows = np.stack([xs, ys, sizes, tones], axis=1)[order].tolist()
    for x, y, size, shade in rows:
        cv2.circle(tone, (x, y), size, (shade,), -1)
        cv2.circle(mask, (x, y), size, (255,), -1)
        cv2.circle(bark, (x, y), size, (0,), -1)


def _leafy(rng: np.random.Generator) -> Crown:
    tone, mask, bark = _blank(500)
    form = rng.uniform(0.8, 1.1)
    _trunk(tone, mask, bark, rng.uniform(22, 32), TALL * 0.5, rng)
    number = int(rng.integers(26, 40))
    spots = rng.normal(size=(number, 3))
    spots /= np.linalg.norm(spots, axis=1, keepdims=True)
    spots *= rng.uniform(0.35, 1.0, (number, 1)) ** 0.5
    clumps = np.stack(
        [250 + spots[:, 0] * 168 * form, TALL * 0.37 + spots[:, 1] * 148, spots[:, 2] * 150], axis=1
    )
    radii = rng.uniform(34, 62, number)
    clumps[:, 1] = np.clip(clumps[:, 1], radii + 6, TALL * 0.72)
    _branches(tone, mask, bark, (250.0, TALL * 0.66), clumps[: number // 2, :2])
    _leaves(tone, mask, bark, clumps, radii, 9000, rng)
    return Crown(tone, mask, mask, bark)


def _conifer(rng: np.random.Generator) -> Crown:
    tone, mask, bark = _blank(380)
    _trunk(tone, mask, bark, 14, TALL * 0.3, rng)
    number = 46
    level = np.linspace(0.02, 1.0, number) ** 0.85
    clumps = np.stack(
        [
            190 + rng.uniform(-1, 1, number) * level * 118,
            TALL * (0.05 + 0.80 * level),
            rng.uniform(-1, 1, number) * level * 100,
        ],
        axis=1,
    )
    _leaves(tone, mask, bark, clumps, 14 + 34 * level, 7000, rng)
    return Crown(tone, mask, mask, bark)


def _bare(rng: np.random.Generator) -> Crown:
    tone, mask, _ = _blank(520)
    branches: list[tuple[float, float, float, float, float]] = []
    stack = [(0.0, 0.0, math.pi / 2 + rng.uniform(-0.05, 0.05), 1.0, 15.0, 0)]
    while stack:
        x, y, angle, length, thick, level = stack.pop()
        ex, ey = x + math.cos(angle) * length, y + math.sin(angle) * length
        branches.append((x, y, ex, ey, thick))
        if level >= 8 or length < 0.045:
            continue
        for turn in rng.choice([-1, 1]) * np.array([-1.0, 1.0, 0.15][: int(rng.integers(2, 4))]):
            bent = angle + turn * rng.uniform(0.22, 0.55)
            bent += (math.pi / 2 - bent) * 0.07
            stack.append(
                (ex, ey, bent, length * rng.uniform(0.66, 0.86), max(thick * 0.62, 1.0), level + 1)
            )
    # the tree is grown first and then fitted to its picture
    grown = np.array(branches)
    reach = max(float(np.abs(grown[:, [0, 2]]).max()), 1e-6)
    scale = min((TALL - 8) / float(grown[:, 3].max()), 254 / reach)
    for x, y, ex, ey, thick in grown.tolist():
        a, b = (
            (round(260 + x * scale), round(TALL - y * scale)),
            (round(260 + ex * scale), round(TALL - ey * scale)),
        )
        wide = max(1, round(thick))
        cv2.line(tone, a, b, (int(rng.integers(70, 130)),), wide)
        cv2.line(mask, a, b, (255,), wide)
        if wide > 3:
            shift = round(wide * 0.25)
            cv2.line(tone, (a[0] - shift, a[1]), (b[0] - shift, b[1]), (160,), wide // 3)
    tone[mask == 0] = 100
    claim = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((13, 13), np.uint8)), np.uint8)
    return Crown(tone, mask, claim, mask)
