"""A wall as a picture that is drawn on in metres."""

from __future__ import annotations

import numpy as np

from segstudio.scenes.world.arrays import RGB, Bytes


class WallPicture:
    """A picture of a wall that is drawn on in metres from its lower left corner, in the light that falls on it."""

    def __init__(self, width: float, height: float, ppm: float, on: RGB) -> None:
        self.ppm = ppm
        self.height = height
        self.on = on
        self.image: Bytes = np.zeros((max(2, round(height * ppm)), max(2, round(width * ppm)), 3), np.uint8)

    def box(self, x: float, y: float, w: float, h: float, colour: RGB, *, glow: float = 0.0) -> None:
        """A filled rectangle; `glow` (0 … 1) is light of its own."""
        x0, x1 = round(x * self.ppm), round((x + w) * self.ppm)
        y0, y1 = round((self.height - y - h) * self.ppm), round((self.height - y) * self.ppm)
        if x1 > x0 and y1 > y0:
            self.image[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)] = self.lit(colour, glow)

    def lit(self, colour: RGB, glow: float = 0.0) -> RGB:
        """A colour in the wall's light."""
        on = self.on
        return (
            min(colour[0] * max(on[0], glow), 255.0),
            min(colour[1] * max(on[1], glow), 255.0),
            min(colour[2] * max(on[2], glow), 255.0),
        )

    def stamp(self, centre: float, bottom: float, picture: Bytes) -> None:
        """Paste a small picture: its middle at `centre`, its lower edge at `bottom`."""
        h, w = picture.shape[:2]
        x, y = round(centre * self.ppm - w / 2), round((self.height - bottom) * self.ppm) - h
        if x >= 0 and y >= 0 and x + w <= self.image.shape[1] and y + h <= self.image.shape[0]:
            self.image[y : y + h, x : x + w] = picture
