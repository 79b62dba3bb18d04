"""House fronts as flat textures: masonry, windows, doors, shops, all in metres on a picture of the wall."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from segstudio.scenes.arrays import RGB, Bytes, Singles, mix, scaled
from segstudio.scenes.light import Light

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


class _Wall:
    """A picture of a wall that is drawn on in metres from its lower left corner."""

    def __init__(self, width: float, height: float, ppm: float) -> None:
        self.ppm = ppm
        self.height = height
        self.image: Bytes = np.zeros((max(2, round(height * ppm)), max(2, round(width * ppm)), 3), np.uint8)

    def box(self, x: float, y: float, w: float, h: float, colour: RGB) -> None:
        x0, x1 = round(x * self.ppm), round((x + w) * self.ppm)
        y0, y1 = round((self.height - y - h) * self.ppm), round((self.height - y) * self.ppm)
        if x1 > x0 and y1 > y0:
            self.image[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)] = (
                min(max(colour[0], 0), 255),
                min(max(colour[1], 0), 255),
                min(max(colour[2], 0), 255),
            )

    def stamp(self, centre: float, bottom: float, picture: Bytes) -> None:
        """Paste a small picture: its middle at `centre`, its lower edge at `bottom`."""
        h, w = picture.shape[:2]
        x, y = round(centre * self.ppm - w / 2), round((self.height - bottom) * self.ppm) - h
        if x >= 0 and y >= 0 and x + w <= self.image.shape[1] and y + h <= self.image.shape[0]:
            self.image[y : y + h, x : x + w] = picture


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
    wall = _Wall(width, height, ppm)
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
    usual = _window_stamps(style, storey, bay, 1.0, ppm, light, rng)
    upper = usual if shrink == 1.0 else _window_stamps(style, storey, bay, shrink, ppm, light, rng)
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
    lit = _Wall(width, height, ppm)
    lit.image = np.asarray(cv2.LUT(wall.image, _lighting(on)), np.uint8)
    if style.has_shop:
        _shop(lit, style, width, min(storey, 3.4), light, on, rng)
    return lit.image


def _lighting(on: RGB) -> Bytes:
    """A table 256×1×3 that multiplies a picture by the light on it."""
    return np.clip(np.arange(256)[:, None, None] * np.array(on)[None, None, :], 0, 255).astype(np.uint8)


def _texture(wall: _Wall, style: FacadeStyle, rng: np.random.Generator) -> None:
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
    wall.image = np.asarray(cv2.convertScaleAbs(cv2.merge([field * c for c in style.wall])), np.uint8)


def _glass(light: Light, on_scale: float, rng: np.random.Generator) -> RGB:
    """What a pane shows before the wall's light is multiplied in: dark room, sky, or a lamp behind it."""
    if light.lamps and rng.random() < 0.5:
        return mix((255, 214, 150), (255, 236, 200), rng.random())
    sky = mix(light.horizon, light.zenith, rng.uniform(0.2, 0.9))
    return mix((34, 38, 44), sky, float(rng.choice([0.08, 0.15, 0.25, 0.45])) * on_scale)


def _window_stamps(
    style: FacadeStyle,
    storey: float,
    bay: float,
    shrink: float,
    ppm: float,
    light: Light,
    rng: np.random.Generator,
) -> list[Bytes]:
    """A few windows of a house as pictures: the same frame, other panes and curtains."""
    w = min(style.window[0], bay * 0.78)
    h = min(style.window[1], storey - 1.15) * shrink
    stamps = []
    for _ in range(4 if ppm > 7 else 2):
        small = _Wall(w + 0.16, h + 0.28, ppm)
        small.image[:] = np.clip(style.wall, 0, 255)
        _window(small, style, w, h, light, rng)
        stamps.append(small.image)
    return stamps


def _window(
    wall: _Wall, style: FacadeStyle, w: float, h: float, light: Light, rng: np.random.Generator
) -> None:
    centre, sill, x = w / 2 + 0.08, 0.12, 0.08
    wall.box(0.0, 0.0, w + 0.16, 0.12, style.trim)
    wall.box(x - 0.04, sill + h, w + 0.08, 0.16, mix(style.wall, style.trim, 0.6))
    wall.box(x, sill, w, h, scaled(style.wall, 0.45))
    wall.box(x + 0.05, sill, w - 0.1, h - 0.06, style.frame)
    glass = _glass(light, 1.0, rng)
    wall.box(x + 0.11, sill + 0.07, w - 0.22, h - 0.2, glass)
    wall.box(x + 0.11, sill + h * 0.5, w - 0.22, h * 0.5 - 0.13, mix(glass, (200, 210, 220), 0.14))
    dress = rng.random()
    if dress < 0.3:
        drape = mix(glass, (220, 212, 196), 0.6)
        wall.box(x + 0.11, sill + 0.07, w * 0.16, h - 0.2, drape)
        wall.box(x + w - 0.11 - w * 0.16, sill + 0.07, w * 0.16, h - 0.2, drape)
    elif dress < 0.42:
        wall.box(
            x + 0.11,
            sill + h * rng.uniform(0.35, 0.8),
            w - 0.22,
            h * 0.18,
            mix(glass, (226, 222, 210), 0.7),
        )
    if style.sash:
        wall.box(x + 0.05, sill + h * 0.5 - 0.03, w - 0.1, 0.06, style.frame)
    wall.box(centre - 0.025, sill, 0.05, h - 0.06, style.frame)


def _door(wall: _Wall, style: FacadeStyle, centre: float, light: Light, rng: np.random.Generator) -> None:
    wall.box(centre - 0.62, 0.0, 1.24, 2.55, style.trim)
    wall.box(centre - 0.46, 0.1, 0.92, 2.05, style.door)
    wall.box(centre - 0.46, 2.17, 0.92, 0.26, _glass(light, 0.7, rng))
    for y in (0.3, 1.2):
        for x in (-0.34, 0.05):
            wall.box(centre + x, y, 0.29, 0.7, scaled(style.door, 0.8))
    wall.box(centre - 0.62, 0.0, 1.24, 0.1, (150, 146, 138))


def _shop(
    wall: _Wall,
    style: FacadeStyle,
    width: float,
    storey: float,
    light: Light,
    on: RGB,
    rng: np.random.Generator,
) -> None:
    """A shop front over the ground floor, with its own light behind the glass."""

    def lit(colour: RGB, own: float = 0.0) -> RGB:
        glow = 1.0 if light.lamps else 0.25
        return tuple(min(255.0, c * o + c * own * glow) for c, o in zip(colour, on, strict=True))  # type: ignore[return-value]  # zip of two triples

    wall.box(0, 0, width, storey, lit(style.shop))
    wall.box(0, storey - 0.12, width, 0.14, lit(style.trim))
    band = 0.62
    wall.box(0.1, storey - 0.16 - band, width - 0.2, band, lit(scaled(style.shop, 1.12)))
    _letters(wall, width, storey - 0.16 - band, band, lit(mix((244, 240, 226), style.shop, 0.05), 0.3), rng)
    top = storey - 0.28 - band
    panes = max(2, round(width / 1.7))
    pane = width / panes
    door = int(rng.integers(panes))
    for index in range(panes):
        x = index * pane + 0.08
        base = 0.08 if index == door else 0.5
        glass = lit(mix((46, 46, 48), (light.horizon), rng.uniform(0.03, 0.16)), 0.4)
        wall.box(x, base, pane - 0.16, top - base, glass)
        if index == door:
            wall.box(x + 0.08, 0.1, 0.07, top - 0.2, lit((150, 150, 150)))
            continue
        for _ in range(int(rng.integers(2, 7))):
            hue = rng.integers(30, 240, 3)
            w, h = rng.uniform(0.12, 0.45), rng.uniform(0.15, 0.7)
            thing: RGB = (float(hue[0]), float(hue[1]), float(hue[2]))
            wall.box(
                x + rng.uniform(0, max(pane - 0.2 - w, 0.01)),
                base + rng.uniform(0, 0.7),
                w,
                h,
                lit(mix(thing, glass, 0.35), 0.45),
            )
        if light.lamps:
            wall.box(x, top - 0.25, pane - 0.16, 0.2, lit((255, 232, 190), 0.8))
    if style.awning:
        stripes = max(2, round(width / 0.45))
        for index in range(stripes):
            colour = style.shop if index % 2 else (232, 228, 216)
            wall.box(index * width / stripes, top - 0.5, width / stripes, 0.62, lit(colour))
        wall.box(0, top - 0.56, width, 0.07, lit((40, 40, 40)))


def _letters(wall: _Wall, width: float, y: float, h: float, colour: RGB, rng: np.random.Generator) -> None:
    """Blocks with the rhythm of a shop's name."""
    length = min(width * 0.75, rng.uniform(1.6, 4.5))
    x = (width - length) / 2 if rng.random() < 0.7 else 0.5
    end = x + length
    while x < end:
        w = rng.uniform(0.09, 0.2)
        if rng.random() > 0.14:
            high = h * rng.uniform(0.36, 0.5)
            wall.box(x, y + h * 0.26, w, high, colour)
            if rng.random() < 0.6:
                wall.box(x + w * 0.35, y + h * 0.34, w * 0.35, high * 0.35, mix(colour, (60, 60, 60), 0.6))
        x += w + 0.06
