"""The hand of the simulated annotator: how far it reaches in one stroke, how much it trembles, which way it takes.

The hand is the same with every tool. On the screen it draws at most `REACH` points of way before it is lifted, and
strays from where it wants to be by up to `TREMOR` points. It zooms in to be more exact, and then reaches less far in
the image: at zoom z a stroke is at most `REACH` / z image pixels long, and strays by up to `TREMOR` / z of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Mask
from segstudio.labels.areas.brush import Point

Floats = NDArray[np.float32]

REACH = 600.0
"""Points of the screen: a good part of a canvas's width."""
TREMOR = 2.0
"""Points of the screen."""
ZOOMS = (2.0, 4.0, 8.0, 16.0)
"""Points per image pixel. At 2 a CamVid image (480×360) fills a canvas of 960×720."""
RADII = (0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0, 48.0, 64.0)
"""Of the tip, in image pixels."""
_FILLS = 0.75
"""What a tip covers anew on its way, as a share of its width times the way."""
_WORTH = 0.15
"""A place is worth going to if this share of the tip would cover something anew there."""
_EXACT_SIDE = 9
_JUMPS = 16
"""How many of the nearest remaining places are tried for a straight way to them."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """Points (x, y) in image pixels that the hand passes without being lifted, at a zoom."""

    points: tuple[Point, ...]
    zoom: float
    radius: float = 0.5

    @property
    def way(self) -> float:
        """Points of the screen."""
        return self.zoom * sum(math.dist(a, b) for a, b in zip(self.points, self.points[1:], strict=False))


def trembling(stroke: Stroke, rng: np.random.Generator) -> Stroke:
    """The stroke as the hand really draws it."""
    count = len(stroke.points)
    angle, share = rng.uniform(0, 2 * math.pi, count), np.sqrt(rng.uniform(0, 1, count))
    off = TREMOR / stroke.zoom * share
    points = np.asarray(stroke.points) + np.stack([off * np.cos(angle), off * np.sin(angle)], axis=1)
    return Stroke(tuple((float(x), float(y)) for x, y in points), stroke.zoom, stroke.radius)


def sweeps(wanted: Mask, region: Mask, allowed: Mask, count: int = 2) -> Iterator[Stroke]:
    """The `count` brush strokes that promise to cover most, each with its own tip and zoom.

    `wanted`: pixels worth covering; `region`: those among them that the stroke is about; `allowed`: where paint does
    no harm (bool h×w each, of one window). However it trembles, the tip stays on allowed ground.
    """
    distance = _distance_to(~allowed)
    plans = sorted(
        ((2 * r * REACH / z * _FILLS + math.pi * r * r, z, r) for z in ZOOMS for r in RADII), reverse=True
    )
    best: list[tuple[float, float, float]] = []
    for bound, zoom, radius in plans:
        if len(best) == count and bound <= best[-1][0]:
            break
        stand = distance > radius + TREMOR / zoom
        covered = _within(stand, radius)
        if not (covered & region).any():
            continue
        promise = min(float(np.count_nonzero(covered & wanted)), bound)
        best = sorted([*best, (promise, zoom, radius)], reverse=True)[:count]
    for _, zoom, radius in best:
        stroke = _sweep(wanted, region, distance > radius + TREMOR / zoom, radius, zoom)
        if stroke is not None:
            yield stroke
    y, x = (int(v[0]) for v in np.nonzero(region))
    yield Stroke(((x + 0.5, y + 0.5),), ZOOMS[-1], RADII[0])  # a single pixel can always be mended


def outline(area: Mask, slack: float) -> tuple[Point, ...]:
    """The outer outline of the largest part of a mask (bool h×w) along the sides of its pixels, as corners (x, y);
    corners that lie within `slack` pixels of the line without them are left out."""
    twice = cv2.resize(area.view(np.uint8), None, fx=2, fy=2, interpolation=cv2.INTER_NEAREST)
    found, _ = cv2.findContours(twice, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    longest = max(found, key=cv2.contourArea)
    corners = cv2.approxPolyDP(longest, 2 * slack, True)[:, 0, :] if slack else longest[:, 0, :]
    return tuple((x / 2 + 0.25, y / 2 + 0.25) for x, y in corners.astype(float))


def dense(points: tuple[Point, ...], zoom: float, every: float = 8.0) -> tuple[Point, ...]:
    """A closed outline with a point at least every so many points of the screen: the hand trembles all along."""
    found: list[Point] = []
    for a, b in zip(points, (*points[1:], points[0]), strict=True):
        parts = max(math.ceil(math.dist(a, b) * zoom / every), 1)
        found += [
            (a[0] + (b[0] - a[0]) * i / parts, a[1] + (b[1] - a[1]) * i / parts) for i in range(parts)
        ]
    return tuple(found)


def _sweep(wanted: Mask, region: Mask, stand: Mask, radius: float, zoom: float) -> Stroke | None:
    """From the fullest place of the region on, always to the fullest place near by; where nothing is left near by,
    straight over allowed ground to the nearest place that is worth it."""
    left = wanted.astype(np.float32)
    disc = _disc(radius)
    gain = np.where(stand & _within(region, radius), _gain(left, disc), np.float32(-1.0))
    y, x = (int(v) for v in np.unravel_index(int(gain.argmax()), gain.shape))
    if gain[y, x] <= 0:
        return None
    worth, step = max(1.0, _WORTH * disc.sum()), max(int(radius * 1.5), 1)
    _cover(left, x, y, disc)
    points, way, here = [(x + 0.5, y + 0.5)], 0.0, (x, y)
    while True:
        there = _near(left, stand, here, step, disc, worth) or _far(left, stand, here, disc, worth)
        if there is None or way + math.dist(here, there) > REACH / zoom:
            return Stroke(tuple(points), zoom, radius)
        way += math.dist(here, there)
        parts = max(math.ceil(math.dist(here, there) / max(int(radius), 1)), 1)
        for i in range(1, parts + 1):
            at = [round(a + (b - a) * i / parts) for a, b in zip(here, there, strict=True)]
            _cover(left, at[0], at[1], disc)
        points.append((there[0] + 0.5, there[1] + 0.5))
        here = there


def _near(
    left: Floats, stand: Mask, here: tuple[int, int], step: int, disc: Mask, worth: float
) -> tuple[int, int] | None:
    """The fullest place at most `step` pixels away, among those joined to `here` on allowed ground."""
    x, y = here
    x0, y0, half = max(x - step, 0), max(y - step, 0), disc.shape[0] // 2
    x1, y1 = min(x + step + 1, left.shape[1]), min(y + step + 1, left.shape[0])
    u0, v0 = max(x0 - half, 0), max(y0 - half, 0)
    gain = _gain(left[v0 : y1 + half, u0 : x1 + half], disc)[y0 - v0 : y1 - v0, x0 - u0 : x1 - u0]
    ground = stand[y0:y1, x0:x1]
    if step > 1:
        _, ids = cv2.connectedComponents(ground.view(np.uint8), connectivity=8)
        ground = ids == ids[y - y0, x - x0]
    gain = np.where(ground, gain, np.float32(-1.0))
    v, u = np.unravel_index(int(gain.argmax()), gain.shape)
    there = int(u) + x0, int(v) + y0
    return None if gain[v, u] < worth or there == here else there


def _far(
    left: Floats, stand: Mask, here: tuple[int, int], disc: Mask, worth: float
) -> tuple[int, int] | None:
    """The nearest place that is worth it and lies straight ahead over allowed ground."""
    ys, xs = np.nonzero((_gain(left, disc) >= worth) & stand)
    distance = (xs - here[0]) ** 2 + (ys - here[1]) ** 2
    for index in np.argsort(distance)[:_JUMPS]:
        there = int(xs[index]), int(ys[index])
        if there != here and _straight(stand, here, there):
            return there
    return None


def _straight(stand: Mask, a: tuple[int, int], b: tuple[int, int]) -> bool:
    count = max(abs(a[0] - b[0]), abs(a[1] - b[1])) + 1
    xs = np.rint(np.linspace(a[0], b[0], count)).astype(np.intp)
    ys = np.rint(np.linspace(a[1], b[1], count)).astype(np.intp)
    return bool(stand[ys, xs].all())


def _gain(left: Floats, disc: Mask) -> Floats:
    """How much is left under the tip at each pixel; under a large one, in the square of the same area."""
    if disc.shape[0] <= _EXACT_SIDE:
        found = cv2.filter2D(left, -1, disc.astype(np.float32), borderType=cv2.BORDER_CONSTANT)
    else:
        side = int(math.sqrt(disc.sum())) | 1
        found = cv2.boxFilter(left, -1, (side, side), normalize=False, borderType=cv2.BORDER_CONSTANT)
    return np.asarray(found, np.float32)


def _distance_to(target: Mask) -> Floats:
    """float32 h×w: how far each pixel's centre is from the nearest one of `target`."""
    if not target.any():
        return np.full(target.shape, np.inf, np.float32)
    found = cv2.distanceTransform((~target).view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(found, np.float32)


def _within(mask: Mask, radius: float) -> Mask:
    """Every pixel at most so far from one of the mask's."""
    return np.asarray(_distance_to(mask) <= radius + 1e-3, np.bool_)


def _disc(radius: float) -> Mask:
    side = np.arange(-math.floor(radius), math.floor(radius) + 1)
    return np.asarray(side[:, None] ** 2 + side[None, :] ** 2 <= radius * radius)


def _cover(left: Floats, x: int, y: int, disc: Mask) -> None:
    reach = disc.shape[0] // 2
    x0, y0 = max(x - reach, 0), max(y - reach, 0)
    x1, y1 = min(x + reach + 1, left.shape[1]), min(y + reach + 1, left.shape[0])
    left[y0:y1, x0:x1][disc[y0 - y + reach : y1 - y + reach, x0 - x + reach : x1 - x + reach]] = 0
