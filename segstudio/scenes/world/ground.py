"""The ground under every pixel: asphalt, kerb, pavement and verge with their texture, wear, shadows and wet."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from segstudio.scenes.world import noise
from segstudio.scenes.world.arrays import RGB, Bytes, Singles
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.canvas import SCALE, Canvas
from segstudio.scenes.world.light import Light
from segstudio.scenes.world.palette import PAVEMENT, ROAD, TREE, UNLABELLED
from segstudio.scenes.world.road import KERB, Road

_ROAD, _GUTTER, _KERB_FACE, _KERB_TOP, _WALK, _VERGE, _FAR = range(7)
_LABELS = np.array([ROAD, ROAD, PAVEMENT, PAVEMENT, PAVEMENT, TREE, UNLABELLED], np.uint8)

FAR = 400.0
"""Metres: beyond, the ground is hidden by the backdrop."""


@dataclass(frozen=True)
class Surfaces:
    """Colours (albedo) and habits of the ground of one scene."""

    asphalt: RGB
    walk: RGB
    verge: RGB
    slab: float
    verge_from: float
    """Metres behind the kerb where grass begins (large = nowhere)."""
    patches: float


@dataclass(frozen=True)
class Overlays:
    """Canvas-sized planes 0 … 255 drawn before the ground: paint on the road, cast shadows, contact shadows."""

    paint: Bytes
    tint: Bytes
    shadow: Bytes
    contact: Bytes


@dataclass(frozen=True)
class Skyline:
    """Heights of what stands along both sides, in steps of one metre of z, for the shadows on the ground."""

    left: Singles
    right: Singles
    left_line: float
    right_line: float


def paint_ground(
    canvas: Canvas,
    camera: Camera,
    road: Road,
    surfaces: Surfaces,
    overlays: Overlays,
    skyline: Skyline,
    light: Light,
    rng: np.random.Generator,
) -> None:
    """Paint every pixel below the horizon."""
    tilt = int(abs(np.tan(camera.roll)) * canvas.width / 2) + 2
    top = min(max(int(camera.horizon) - tilt, 0), canvas.height - SCALE) // SCALE * SCALE
    x, z = camera.ground(top)
    seen = z < FAR
    z = np.minimum(z, np.float32(FAR))
    zone = _zones(x - road.offsets(z), x, z, road, surfaces, camera)
    zone[~seen] = _FAR
    table = np.array(
        [
            surfaces.asphalt,
            [c * 0.86 for c in surfaces.asphalt],
            [118, 116, 112],
            [158, 156, 150],
            surfaces.walk,
            surfaces.verge,
            (120, 120, 120),
        ],
        np.float32,
    )
    colour = table[zone]

    # edges need every canvas pixel; texture and light are smooth enough for one value per scene pixel
    coarse = (slice(None, None, SCALE), slice(None, None, SCALE))
    value, worn, factor, extra = _shading(
        x[coarse], z[coarse], zone[coarse], camera, road, surfaces, overlays, skyline, light, top, rng
    )
    size = (canvas.width, canvas.height - top)
    paint = overlays.paint[top:].astype(np.float32) * cv2.resize(worn / np.float32(255.0), size)
    colour *= cv2.resize(value, size)[..., None]
    tint = overlays.tint[top:] > 127
    for channel, (white, yellow) in enumerate(zip((226, 226, 220), (216, 170, 60), strict=True)):
        target = np.where(tint, np.float32(yellow), np.float32(white))
        colour[..., channel] += paint * (target - colour[..., channel])
    colour *= cv2.resize(factor, size)
    colour += cv2.resize(extra, size)
    painted = np.asarray(cv2.convertScaleAbs(colour), np.uint8)
    covers = (zone != _FAR).astype(np.uint8)
    cv2.copyTo(painted, covers, canvas.colour[top:])
    cv2.copyTo(_LABELS[zone], covers, canvas.label[top:])


def _shading(
    x: Singles,
    z: Singles,
    zone: Bytes,
    camera: Camera,
    road: Road,
    surfaces: Surfaces,
    overlays: Overlays,
    skyline: Skyline,
    light: Light,
    top: int,
    rng: np.random.Generator,
) -> tuple[Singles, Singles, Singles, Singles]:
    """Per scene pixel: texture h×w, how much road paint is left h×w, light h×w×3, what the air adds h×w×3."""
    s = x - road.offsets(z)
    tiles = [noise.tile(rng, 256, 4, 1.0, start=32), noise.tile(rng, 128, 4, 0.6)]
    near = np.clip(1.0 - z / 30.0, 0, 1)
    grain = (noise.sample(tiles[0], x / 1.9, z / 1.9) - 0.5) * near
    broad = noise.sample(tiles[1], s / 11.0, z / 27.0) - 0.5
    value = 1.0 + 0.46 * grain + 0.11 * broad
    value += _wear(s, road, zone, rng)
    value *= _repairs(s, z, zone, surfaces, rng)
    value *= _slabs(s, z, zone, surfaces, road)
    worn = np.clip(1.05 - 1.3 * np.clip(broad + 0.55 * grain, 0, 1), 0.25, 1.0)
    sun, sky = _sunlight(overlays, skyline, road, light, s, z, top, tiles[1], zone)
    keep = np.exp(-np.float32(light.haze) * z)
    gleam = _gleam(x, z, camera, light, zone) * sun
    sun *= max(float(light.towards_sun[1]), 0.0)
    factor = np.empty((*z.shape, 3), np.float32)
    extra = np.empty((*z.shape, 3), np.float32)
    for channel in range(3):
        factor[..., channel] = (light.ambient[channel] * sky + light.sun[channel] * sun) * keep
        extra[..., channel] = gleam * (light.sun[channel] * 60.0) * keep + light.haze_colour[channel] * (
            1 - keep
        )
    return value.astype(np.float32), worn.astype(np.float32), factor, extra


def _repairs(s: Singles, z: Singles, zone: Bytes, surfaces: Surfaces, rng: np.random.Generator) -> Singles:
    """Rectangles of newer or older asphalt with a sealed seam."""
    factor = np.ones_like(s)
    on_road = zone <= _GUTTER
    for _ in range(round(surfaces.patches * 5)):
        s0, z0 = rng.uniform(-4, 3), rng.uniform(3, 30)
        s1, z1 = s0 + rng.uniform(0.6, 2.6), z0 + rng.uniform(1.5, 14)
        tone = rng.uniform(0.86, 1.08)
        rim = np.maximum(np.maximum(s0 - s, s - s1) * 2.0, np.maximum(z0 - z, z - z1))
        factor[on_road & (rim < 0)] *= np.float32(tone)
        factor[on_road & (np.abs(rim) < 0.06)] *= np.float32(0.86)
    return factor


def _zones(s: Singles, x: Singles, z: Singles, road: Road, surfaces: Surfaces, camera: Camera) -> Bytes:
    """Which surface every pixel shows; the pavement lies KERB higher, so its rays end earlier."""
    half = np.float32(road.half_width)
    lift = np.float32(1.0 - KERB / camera.position[1])
    raised_z = np.float32(camera.position[2]) + (z - np.float32(camera.position[2])) * lift
    raised_x = np.float32(camera.position[0]) + (x - np.float32(camera.position[0])) * lift
    raised = np.abs(raised_x - road.offsets(raised_z))
    flat = np.abs(s)
    behind = raised - half
    zone = np.full(s.shape, _ROAD, np.uint8)
    zone[(flat > half - 0.32) & (flat <= half)] = _GUTTER
    zone[(flat > half) & (behind < 0)] = _KERB_FACE
    zone[(flat > half) & (behind >= 0)] = _KERB_TOP
    zone[behind > 0.16] = _WALK
    zone[behind > surfaces.verge_from] = _VERGE
    for street in road.side_streets:
        inside = (s * street.side > half - 0.35) & (z > street.start) & (z < street.end)
        zone[inside] = _ROAD
    return zone


def _wear(s: Singles, road: Road, zone: Bytes, rng: np.random.Generator) -> Singles:
    """Darker wheel tracks and an oil streak in each lane, as a function of s alone."""
    steps = np.arange(-20.0, 20.0, 0.1)
    lane = road.half_width / 2
    profile = np.zeros_like(steps)
    for centre in (-lane, lane):
        for track in (-0.75, 0.75):
            profile += rng.uniform(0.03, 0.09) * np.exp(-(((steps - centre - track) / 0.28) ** 2))
        profile -= rng.uniform(0.03, 0.10) * np.exp(-(((steps - centre) / 0.35) ** 2))
    index = np.clip((s + 20.0) * 10.0, 0, len(steps) - 1).astype(np.int32)
    found = profile.astype(np.float32)[index]
    found[zone > _GUTTER] = 0
    return np.asarray(found, np.float32)


def _slabs(s: Singles, z: Singles, zone: Bytes, surfaces: Surfaces, road: Road) -> Singles:
    """Joints between paving slabs and kerb stones: 1, and less in a joint; they fade with distance."""
    size = np.float32(surfaces.slab)
    fade = np.clip(1.2 - z / 16.0, 0, 1)
    across = (np.abs(s) - np.float32(road.half_width)) / size
    row = np.floor(across)
    along = z / (size * np.float32(1.5)) + row * np.float32(0.5)
    joint = ((across - row) < 0.045) | ((along - np.floor(along)) < 0.03)
    stone = np.floor(along) * np.float32(12.9898) + row * np.float32(78.233)
    shade = (np.sin(stone) * np.float32(43.5)) % np.float32(1.0)
    walk = zone == _WALK
    factor = np.ones_like(s)
    factor += np.where(walk, fade * (0.10 * shade - 0.05 - 0.22 * joint), 0).astype(np.float32)
    kerb = (zone == _KERB_TOP) | (zone == _KERB_FACE)
    gap = (z / np.float32(0.92) - np.floor(z / np.float32(0.92))) < 0.035
    factor -= np.where(kerb & gap, 0.25 * fade, 0).astype(np.float32)
    return factor


def _sunlight(
    overlays: Overlays,
    skyline: Skyline,
    road: Road,
    light: Light,
    s: Singles,
    z: Singles,
    top: int,
    dapple: Singles,
    zone: Bytes,
) -> tuple[Singles, Singles]:
    """How much sun (0 … 1) and how much of the sky's light (0 … 1) reaches every pixel."""
    sun = 1.0 - overlays.shadow[top::SCALE, ::SCALE].astype(np.float32) / 255.0
    sky = 1.0 - overlays.contact[top::SCALE, ::SCALE].astype(np.float32) / 255.0 * 0.8
    closeness = np.clip(
        (np.abs(s) - np.float32(road.half_width)) / np.float32(max(road.pavement, 0.5)), 0, 1
    )
    sky *= 1.0 - 0.22 * closeness
    sky[zone == _KERB_FACE] *= 0.72
    if light.sun[0] < 0.06:
        return sun, sky
    lx, ly, lz = (float(v) for v in light.towards_sun)
    if abs(lx) < 0.05:
        return sun, sky
    side = 1.0 if lx > 0 else -1.0
    heights = skyline.right if side > 0 else skyline.left
    line = np.float32(skyline.right_line if side > 0 else skyline.left_line)
    run = np.maximum(line - np.float32(side) * s, 0)
    reach = run / np.float32(abs(lx))
    hits = np.clip(z + reach * np.float32(lz), 0, len(heights) - 1).astype(np.int32)
    over = (heights[hits] - reach * np.float32(ly)) / (0.12 + 0.02 * reach)
    ragged = (noise.sample(dapple, s / 5.0, z / 5.0) - 0.5) * 0.4
    blocked = np.clip(over + ragged, 0, 1)
    return np.minimum(sun, 1.0 - blocked).astype(np.float32), sky


def _gleam(x: Singles, z: Singles, camera: Camera, light: Light, zone: Bytes) -> Singles:
    """Sun glancing off the road towards the camera (0 … about 2)."""
    dx = x - np.float32(camera.position[0])
    dz = z - np.float32(camera.position[2])
    dy = np.float32(camera.position[1])
    length = np.sqrt(dx * dx + dz * dz + dy * dy)
    mirrored = (
        dx * np.float32(light.towards_sun[0])
        + dy * np.float32(light.towards_sun[1])
        + dz * np.float32(light.towards_sun[2])
    ) / length
    shine = np.clip(mirrored, 0, 1) ** 10
    shine[zone == _VERGE] = 0
    return np.asarray(shine * (1.0 + 1.2 * light.wet), np.float32)


def wet_street(canvas: Canvas, camera: Camera, light: Light, rng: np.random.Generator) -> None:
    """Mirror what stands on the ground in the wet road: an image flipped about the horizon, smeared downwards."""
    if light.wet <= 0:
        return
    top = min(max(int(camera.horizon) + 4, 1), canvas.height - 2)
    rows = min(canvas.height - top, top)
    if rows < 8:
        return
    mirror = canvas.colour[top - rows : top][::-1]
    mirror = np.asarray(cv2.blur(mirror, (7, max(9, rows // 6))), np.uint8)
    ground = (canvas.label[top : top + rows] == ROAD) | (canvas.label[top : top + rows] == PAVEMENT)
    pools = noise.tile(rng, 128, 4, 0.6)
    x, z = camera.ground(top)
    across = np.asarray(x[:rows] / 9.0, np.float32)
    along = np.asarray(np.minimum(z[:rows], FAR) / 14.0, np.float32)
    pool = noise.sample(pools, across, along)
    strength = (0.14 + 0.26 * np.clip((pool - 0.4) * 2.2, 0, 1)) * np.float32(light.wet) * ground
    here = canvas.colour[top : top + rows].astype(np.float32)
    here += strength[..., None] * (mirror.astype(np.float32) * 0.9 - here * 0.75 - 14.0)
    canvas.colour[top : top + rows] = np.clip(here, 0, 255).astype(np.uint8)
