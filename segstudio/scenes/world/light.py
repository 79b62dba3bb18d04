"""Light and air of a scene: sun, sky light, haze, what time and weather it is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from segstudio.scenes.world.arrays import RGB, Floats, Vector, dot, mix, unit


@dataclass(frozen=True)
class Weather:
    """One kind of weather; ranges are drawn evenly."""

    name: str
    weight: float
    sun: RGB
    ambient: RGB
    elevation: tuple[float, float]
    zenith: RGB
    horizon: RGB
    clouds: tuple[float, float]
    haze: tuple[float, float]
    wet: float = 0.0
    lamps: bool = False


WEATHERS: tuple[Weather, ...] = (
    Weather(
        "clear",
        5,
        (0.72, 0.69, 0.62),
        (0.42, 0.46, 0.53),
        (28, 55),
        (62, 116, 196),
        (186, 212, 236),
        (0.05, 0.5),
        (0.0008, 0.002),
    ),
    Weather(
        "golden",
        3,
        (0.92, 0.68, 0.42),
        (0.36, 0.38, 0.46),
        (12, 24),
        (92, 136, 190),
        (250, 218, 172),
        (0.1, 0.5),
        (0.0015, 0.004),
    ),
    Weather(
        "bright",
        2.5,
        (0.50, 0.49, 0.46),
        (0.52, 0.53, 0.56),
        (25, 45),
        (226, 234, 244),
        (250, 250, 250),
        (0.3, 0.9),
        (0.001, 0.003),
    ),
    Weather(
        "overcast",
        3,
        (0.10, 0.10, 0.10),
        (0.78, 0.80, 0.83),
        (40, 60),
        (186, 194, 204),
        (226, 229, 232),
        (0.7, 1.0),
        (0.002, 0.005),
    ),
    Weather(
        "haze",
        1.2,
        (0.22, 0.20, 0.17),
        (0.70, 0.71, 0.73),
        (15, 40),
        (200, 206, 212),
        (226, 226, 224),
        (0.3, 0.8),
        (0.008, 0.016),
    ),
    Weather(
        "rain",
        1.5,
        (0.05, 0.05, 0.05),
        (0.58, 0.61, 0.65),
        (40, 60),
        (140, 150, 162),
        (188, 194, 200),
        (0.8, 1.0),
        (0.005, 0.011),
        wet=1.0,
    ),
    Weather(
        "dusk",
        1.2,
        (0.16, 0.10, 0.08),
        (0.34, 0.35, 0.44),
        (6, 10),
        (56, 74, 122),
        (232, 168, 128),
        (0.2, 0.7),
        (0.002, 0.005),
        lamps=True,
    ),
)


@dataclass(frozen=True)
class Light:
    """The light of one scene. `towards_sun` is a unit vector; colours multiply albedo (1 = as it is)."""

    weather: Weather
    towards_sun: Floats
    sun: RGB
    ambient: RGB
    zenith: RGB
    horizon: RGB
    cloud_cover: float
    haze: float
    wet: float
    lamps: bool

    @cached_property
    def sun_vector(self) -> Vector:
        """`towards_sun` as a tuple."""
        return float(self.towards_sun[0]), float(self.towards_sun[1]), float(self.towards_sun[2])

    def on(self, normal: Floats) -> RGB:
        """The light that falls on a surface with this unit normal."""
        return self.on_surface((float(normal[0]), float(normal[1]), float(normal[2])))

    def on_surface(self, normal: Vector) -> RGB:
        """`on` for a tuple."""
        sun = max(0.0, dot(normal, self.sun_vector))
        sky = 0.78 + 0.22 * normal[1]
        return (
            self.ambient[0] * sky + self.sun[0] * sun,
            self.ambient[1] * sky + self.sun[1] * sun,
            self.ambient[2] * sky + self.sun[2] * sun,
        )

    def shade(self, albedo: RGB, normal: Floats, depth: float) -> RGB:
        """A matt surface at a depth, through the air."""
        on = self.on(normal)
        return self.air((albedo[0] * on[0], albedo[1] * on[1], albedo[2] * on[2]), depth)

    def soft(self, albedo: RGB, depth: float, factor: float = 1.0) -> RGB:
        """A surface without a clear direction: half sky light, half sun."""
        return self.air(
            (
                albedo[0] * factor * (self.ambient[0] + 0.45 * self.sun[0]),
                albedo[1] * factor * (self.ambient[1] + 0.45 * self.sun[1]),
                albedo[2] * factor * (self.ambient[2] + 0.45 * self.sun[2]),
            ),
            depth,
        )

    def air(self, colour: RGB, depth: float) -> RGB:
        """The colour as it arrives through `depth` metres of haze, clipped to 0 … 255."""
        r, g, b = mix(colour, self.haze_colour, 1.0 - math.exp(-self.haze * depth))
        return min(max(r, 0.0), 255.0), min(max(g, 0.0), 255.0), min(max(b, 0.0), 255.0)

    @cached_property
    def haze_colour(self) -> RGB:
        """What distance fades to: the sky just over the horizon, a little darker."""
        return mix(self.horizon, self.zenith, 0.25)

    def environment(self, up: float) -> RGB:
        """What a mirror shows in a direction (`up` = its sine over the horizon): sky above, street below."""
        if up < 0.0:
            return 52 * self.ambient[0], 52 * self.ambient[1], 54 * self.ambient[2]
        if up < 0.12:
            return 84 * self.ambient[0], 82 * self.ambient[1], 80 * self.ambient[2]
        return mix(self.horizon, self.zenith, min(1.0, up * 1.3))


def draw_light(rng: np.random.Generator) -> Light:
    """A random weather and time of day."""
    weights = np.array([w.weight for w in WEATHERS])
    weather = WEATHERS[int(rng.choice(len(WEATHERS), p=weights / weights.sum()))]
    elevation = math.radians(rng.uniform(*weather.elevation))
    azimuth = math.radians(rng.uniform(-180, 180))
    sun = unit(
        np.array(
            [
                math.cos(elevation) * math.sin(azimuth),
                math.sin(elevation),
                math.cos(elevation) * math.cos(azimuth),
            ]
        )
    )
    strength = rng.uniform(0.85, 1.1)
    warm = rng.uniform(-0.03, 0.03)
    return Light(
        weather=weather,
        towards_sun=sun,
        sun=(weather.sun[0] * strength, weather.sun[1] * strength, weather.sun[2] * strength),
        ambient=(weather.ambient[0] * (1 + warm), weather.ambient[1], weather.ambient[2] * (1 - warm)),
        zenith=weather.zenith,
        horizon=weather.horizon,
        cloud_cover=float(rng.uniform(*weather.clouds)),
        haze=float(rng.uniform(*weather.haze)),
        wet=weather.wet if rng.random() < 0.85 else 0.4 * float(weather.name == "overcast"),
        lamps=weather.lamps,
    )
