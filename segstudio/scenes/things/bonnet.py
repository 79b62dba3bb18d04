"""The camera car's own bonnet at the lower edge; CamVid leaves it unlabelled."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from segstudio.scenes.world.arrays import RGB, mix, scaled
from segstudio.scenes.world.canvas import Canvas
from segstudio.scenes.world.light import Light
from segstudio.scenes.world.palette import UNLABELLED


@dataclass(frozen=True)
class Bonnet:
    """`rise` is how much of the picture's height it takes at its highest, `centre` where that is (0 … 1)."""

    rise: float
    centre: float
    colour: RGB

    def paint(self, canvas: Canvas, light: Light) -> None:
        """Paint the bonnet with the sky's sheen along its edge."""
        x = np.linspace(-0.1, 1.1, 40)
        edge = 1.0 - self.rise * (1.0 - 0.9 * (x - self.centre) ** 2)
        on = light.on_surface((0.0, 0.95, -0.3))
        lit: RGB = (self.colour[0] * on[0], self.colour[1] * on[1], self.colour[2] * on[2])
        for drop, sheen, label in ((0.0, 0.34, UNLABELLED), (0.010, 0.2, None), (0.028, 0.1, None)):
            top = np.stack([x * canvas.width, (edge + drop) * canvas.height], axis=1)
            low = np.array([[1.1, 1.3], [-0.1, 1.3]]) * np.array([canvas.width, canvas.height])
            colour = mix(scaled(lit, 0.8), light.horizon, sheen)
            canvas.polygon(np.concatenate([top, low]), colour, label)
