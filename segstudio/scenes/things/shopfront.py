"""Shop fronts: fascia with a name, panes with goods behind them, a door, sometimes an awning."""

from __future__ import annotations

import numpy as np

from segstudio.scenes.things.wall import WallPicture
from segstudio.scenes.world.arrays import RGB, mix, scaled
from segstudio.scenes.world.light import Light


def draw_shop(
    wall: WallPicture,
    colour: RGB,
    trim: RGB,
    awning: bool,
    width: float,
    storey: float,
    light: Light,
    rng: np.random.Generator,
) -> None:
    """Draw a shop over the ground floor (`storey` metres high) of a wall `width` metres wide."""
    glow = 0.85 if light.lamps else 0.0
    wall.box(0, 0, width, storey, colour)
    wall.box(0, storey - 0.12, width, 0.14, trim)
    band = 0.62
    fascia = storey - 0.16 - band
    wall.box(0.1, fascia, width - 0.2, band, scaled(colour, 1.12))
    wall.box(0.1, fascia, width - 0.2, 0.04, scaled(colour, 0.6))
    _letters(wall, width, fascia, band, mix((244, 240, 226), colour, 0.05), max(glow, 0.3), rng)
    top = storey - 0.28 - band
    panes = max(2, round(width / 1.7))
    pane = width / panes
    door = int(rng.integers(panes))
    lit = bool(light.lamps and rng.random() < 0.75)
    for index in range(panes):
        x = index * pane + 0.08
        if index == door:
            _door(wall, x, pane - 0.16, top, light, lit, rng)
        else:
            _pane(wall, x, pane - 0.16, top, light, lit, rng)
    if awning:
        stripes = max(2, round(width / 0.45))
        for index in range(stripes):
            cloth = colour if index % 2 else (232, 228, 216)
            wall.box(index * width / stripes, top - 0.5, width / stripes, 0.62, cloth)
        wall.box(0, top - 0.56, width, 0.07, (40, 40, 40))


def _glass(light: Light, lit: bool, rng: np.random.Generator) -> RGB:
    if lit:
        return mix((206, 160, 104), (240, 210, 160), rng.random())
    return mix((42, 43, 46), light.horizon, rng.uniform(0.04, 0.22))


def _door(
    wall: WallPicture, x: float, w: float, top: float, light: Light, lit: bool, rng: np.random.Generator
) -> None:
    glow = 0.7 if lit else 0.0
    wall.box(x, 0.08, w, top - 0.08, _glass(light, lit, rng), glow=glow)
    wall.box(x + 0.08, 0.1, 0.07, top - 0.2, (150, 150, 150))
    wall.box(x, 0.08, w, 0.14, (88, 86, 84))


def _pane(
    wall: WallPicture, x: float, w: float, top: float, light: Light, lit: bool, rng: np.random.Generator
) -> None:
    """A show window: goods stand on its floor or hang, half lost in the glass."""
    base, glow = 0.5, 0.75 if lit else 0.0
    glass = _glass(light, lit, rng)
    wall.box(x, base, w, top - base, glass, glow=glow)
    wall.box(
        x,
        base + (top - base) * 0.6,
        w,
        (top - base) * 0.4,
        mix(glass, light.horizon, 0.08),
        glow=glow * 0.9,
    )
    for _ in range(int(rng.integers(3, 9))):
        hue = rng.integers(40, 220, 3)
        goods: RGB = (float(hue[0]), float(hue[1]), float(hue[2]))
        goods = mix(mix(goods, (130, 124, 116), 0.45), glass, 0.35)
        thing_w, thing_h = rng.uniform(0.1, 0.4), rng.uniform(0.12, 0.6)
        at = x + rng.uniform(0.02, max(w - 0.04 - thing_w, 0.03))
        wall.box(
            at,
            base + (0.02 if rng.random() < 0.7 else rng.uniform(0.3, 0.8)),
            thing_w,
            thing_h,
            goods,
            glow=glow * 0.7,
        )
    if lit:
        wall.box(x, top - 0.16, w, 0.1, (255, 240, 206), glow=1.0)


def _letters(
    wall: WallPicture, width: float, y: float, h: float, colour: RGB, glow: float, rng: np.random.Generator
) -> None:
    """Blocks with the rhythm of a shop's name."""
    length = min(width * 0.75, rng.uniform(1.6, 4.5))
    x = (width - length) / 2 if rng.random() < 0.7 else 0.5
    end = x + length
    while x < end:
        w = rng.uniform(0.09, 0.2)
        if rng.random() > 0.14:
            high = h * rng.uniform(0.36, 0.5)
            wall.box(x, y + h * 0.26, w, high, colour, glow=glow)
            if rng.random() < 0.6:
                wall.box(x + w * 0.35, y + h * 0.34, w * 0.35, high * 0.35, mix(colour, (60, 60, 60), 0.6))
        x += w + 0.06
