"""House fronts as flat textures: masonry, windows, doors, shops, all in metres on a picture of the wall."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from segstudio.scenes.things.shopfront import draw_shop
from segstudio.scenes.things.wall import WallPicture
from segstudio.scenes.world.arrays import RGB, Bytes, Singles, mix, scaled
from segstudio.scenes.world.light import Light

BRICKS: tuple[RGB, ...] = (
    (146, 88, 70),
    (164, 106, 82),
    (120, 78, 66),
    (188, 160, 118),
    (176, 146, 108),
    (134, 96, 82),
)
RENDERS: tuple[RGB, ...] = (
    (226, 220, 206),
    (236, 232, 224),
    (214, 198, 170),
    (198, 206, 210),
    (222, 196, 176),
    (206, 212, 190),
    (176, 172, 164),
)
MODERN: tuple[RGB, ...] = (
    (150, 152, 154),
    (186, 182, 174),
    (120, 124, 130),
    (204, 200, 192),
    (142, 128, 112),
)
SHOPS: tuple[RGB, ...] = (
    (28, 60, 44),
    (120, 28, 32),
    (24, 40, 84),
    (40, 40, 44),
    (196, 150, 40),
    (30, 96, 110),
    (206, 204, 198),
    (110, 52, 90),
    (190, 84, 34),
)
DOORS: tuple[RGB, ...] = (
    (112, 26, 30),
    (28, 48, 78),
    (30, 66, 48),
    (36, 36, 40),
    (206, 200, 188),
    (120, 82, 48),
)


@dataclass(frozen=True)
class FacadeStyle:
    """How one house looks."""

    kind: str
    """'brick', 'render' or 'modern'."""
    wall: RGB
    trim: RGB
    frame: RGB
    door: RGB
    shop: RGB
    has_shop: bool
    storey: float
    window: tuple[float, float]
    bays: float
    """Metres from one window's centre to the next."""
    sash: bool
    awning: bool


def draw_style(rng: np.random.Generator, shops: float, modern: float) -> FacadeStyle:
    """A random house: `shops` and `modern` are chances."""
    pick = rng.random()
    kind = "modern" if pick < modern else ("brick" if pick < modern + (1 - modern) * 0.6 else "render")
    family = {"brick": BRICKS, "render": RENDERS, "modern": MODERN}[kind]
    wall = scaled(family[int(rng.integers(len(family)))], rng.uniform(0.85, 1.08))
    wide = kind == "modern" and rng.random() < 0.6
    return FacadeStyle(
        kind=kind,
        wall=wall,
        trim=mix(wall, (228, 222, 208), rng.uniform(0.35, 0.8)),
        frame=(236, 234, 228) if rng.random() < 0.7 else (62, 60, 60),
        door=DOORS[int(rng.integers(len(DOORS)))],
        shop=SHOPS[int(rng.integers(len(SHOPS)))],
        has_shop=bool(rng.random() < shops),
        storey=float(rng.uniform(2.8, 3.5)),
        window=(rng.uniform(1.6, 2.4), rng.uniform(1.3, 1.7))
        if wide
        else (rng.uniform(0.9, 1.25), rng.uniform(1.4, 1.85)),
        bays=float(rng.uniform(2.6, 3.3) if wide else rng.uniform(2.0, 3.0)),
        sash=bool(rng.random() < 0.75),
        awning=bool(rng.random() < 0.3),
    )


def draw_facade(
    style: FacadeStyle,
    width: float,
    height: float,
    ppm: float,
    light: Light,
    on: RGB,
    rng: np.random.Generator,
) -> Bytes:
    """The lit front of a house as a picture: width and height in metres, `on` the light that falls on it."""
    wall = WallPicture(width, height, ppm, on)
    _texture(wall, style, rng)
    storeys = max(1, round((height - 0.5) / style.storey))
    storey = (height - 0.5) / storeys
    bays = max(1, round(width / style.bays))
    bay = width / bays
    if style.kind == "modern":
        for floor in range(1, storeys + 1):
            wall.box(0, floor * storey - 0.28, width, 0.3, scaled(style.trim, 0.9))
    else:
        wall.box(0, height - 0.35, width, 0.35, style.trim)
        wall.box(0, height - 0.42, width, 0.07, scaled(style.wall, 0.6))
        if rng.random() < 0.5:
            wall.box(0, storey + 0.05, width, 0.18, style.trim)
    shrink = 1.0 if style.kind == "modern" else 0.86
    usual = _window_stamps(style, storey, bay, 1.0, wall, light, rng)
    upper = usual if shrink == 1.0 else _window_stamps(style, storey, bay, shrink, wall, light, rng)
    for floor in range(storeys):
        if floor == 0 and style.has_shop:
            continue
        door = int(rng.integers(bays)) if floor == 0 else -1
        stamps = upper if floor == storeys - 1 else usual
        for column, pick in enumerate(rng.integers(len(stamps), size=bays).tolist()):
            if column == door:
                _door(wall, style, (column + 0.5) * bay, light, rng)
            else:
                wall.stamp((column + 0.5) * bay, floor * storey + 0.73, stamps[pick])
    if style.has_shop:
        draw_shop(wall, style.shop, style.trim, style.awning, width, min(storey, 3.4), light, rng)
    return wall.image


def _texture(wall: WallPicture, style: FacadeStyle, rng: np.random.Generator) -> None:
    """Courses of brick, stains of render."""
    h, w = wall.image.shape[:2]
    field: Singles = np.ones((h, w), np.float32)
    stains = cv2.resize(rng.random((6, 8), dtype=np.float32), (w, h), interpolation=cv2.INTER_CUBIC)
    field += (stains - 0.5) * 0.16
    if style.kind == "brick" and wall.ppm >= 9:
        course, long = 0.11, 0.33
        rows = max(1, round(h / (course * wall.ppm)))
        columns = max(1, round(w / (long * wall.ppm)))
        bricks = rng.random((rows, columns), dtype=np.float32)
        field += (cv2.resize(bricks, (w, h), interpolation=cv2.INTER_NEAREST) - 0.5) * 0.17
        if wall.ppm >= 20:
            lines = (np.arange(rows) * h / rows).astype(int)
            field[lines] *= 1.08
    else:
        fine = rng.random((max(1, h // 2), max(1, w // 2)), dtype=np.float32)
        field += (cv2.resize(fine, (w, h), interpolation=cv2.INTER_LINEAR) - 0.5) * 0.06
    drip = np.linspace(1.04, 0.92, h, dtype=np.float32)[:, None]
    field *= drip
    wall.image = np.asarray(
        cv2.convertScaleAbs(cv2.merge([field * (c * o) for c, o in zip(style.wall, wall.on, strict=True)])),
        np.uint8,
    )


def _glass(light: Light, on_scale: float, rng: np.random.Generator) -> tuple[RGB, float]:
    """What a pane shows, and its glow: a dark room, the sky, or a lamp behind it."""
    if light.lamps and rng.random() < 0.42:
        return mix((236, 176, 104), (250, 214, 150), rng.random()), float(rng.uniform(0.55, 0.95))
    sky = mix(light.horizon, light.zenith, rng.uniform(0.2, 0.9))
    return mix((34, 38, 44), sky, float(rng.choice([0.08, 0.15, 0.25, 0.45])) * on_scale), 0.0


def _window_stamps(
    style: FacadeStyle,
    storey: float,
    bay: float,
    shrink: float,
    wall: WallPicture,
    light: Light,
    rng: np.random.Generator,
) -> list[Bytes]:
    """A few windows of a house as pictures: the same frame, other panes and curtains."""
    w = min(style.window[0], bay * 0.78)
    h = min(style.window[1], storey - 1.15) * shrink
    stamps = []
    for _ in range(4 if wall.ppm > 7 else 2):
        small = WallPicture(w + 0.16, h + 0.28, wall.ppm, wall.on)
        small.image[:] = wall.lit(style.wall)
        _window(small, style, w, h, light, rng)
        stamps.append(small.image)
    return stamps


def _window(
    wall: WallPicture, style: FacadeStyle, w: float, h: float, light: Light, rng: np.random.Generator
) -> None:
    centre, sill, x = w / 2 + 0.08, 0.12, 0.08
    wall.box(0.0, 0.0, w + 0.16, 0.12, style.trim)
    wall.box(x - 0.04, sill + h, w + 0.08, 0.16, mix(style.wall, style.trim, 0.6))
    wall.box(x, sill, w, h, scaled(style.wall, 0.45))
    wall.box(x + 0.05, sill, w - 0.1, h - 0.06, style.frame)
    glass, glow = _glass(light, 1.0, rng)
    wall.box(x + 0.11, sill + 0.07, w - 0.22, h - 0.2, glass, glow=glow)
    upper = mix(glass, (200, 210, 220), 0.0 if glow else 0.14)
    wall.box(x + 0.11, sill + h * 0.5, w - 0.22, h * 0.5 - 0.13, upper, glow=glow * 0.9)
    dress = rng.random()
    if dress < 0.3:
        drape = mix(glass, (220, 212, 196), 0.6)
        wall.box(x + 0.11, sill + 0.07, w * 0.16, h - 0.2, drape, glow=glow * 0.7)
        wall.box(x + w - 0.11 - w * 0.16, sill + 0.07, w * 0.16, h - 0.2, drape, glow=glow * 0.7)
    elif dress < 0.42:
        blind = sill + h * rng.uniform(0.35, 0.8)
        wall.box(x + 0.11, blind, w - 0.22, h * 0.18, mix(glass, (226, 222, 210), 0.7), glow=glow * 0.8)
    if style.sash:
        wall.box(x + 0.05, sill + h * 0.5 - 0.03, w - 0.1, 0.06, style.frame)
    wall.box(centre - 0.025, sill, 0.05, h - 0.06, style.frame)


def _door(
    wall: WallPicture, style: FacadeStyle, centre: float, light: Light, rng: np.random.Generator
) -> None:
    wall.box(centre - 0.62, 0.0, 1.24, 2.55, style.trim)
    wall.box(centre - 0.46, 0.1, 0.92, 2.05, style.door)
    glass, glow = _glass(light, 0.7, rng)
    wall.box(centre - 0.46, 2.17, 0.92, 0.26, glass, glow=glow)
    for y in (0.3, 1.2):
        for x in (-0.34, 0.05):
            wall.box(centre + x, y, 0.29, 0.7, scaled(style.door, 0.8))
    wall.box(centre + 0.33, 1.05, 0.06, 0.08, (200, 180, 110))
    wall.box(centre - 0.62, 0.0, 1.24, 0.1, (150, 146, 138))
