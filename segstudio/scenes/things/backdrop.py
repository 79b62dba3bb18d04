"""What closes the view at the horizon: a far row of trees and roofs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from segstudio.scenes.world.arrays import RGB, mix, scaled
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.canvas import Canvas
from segstudio.scenes.world.light import Light
from segstudio.scenes.world.markings import Planes
from segstudio.scenes.world.palette import BUILDING, TREE


@dataclass(frozen=True)
class Backdrop:
    """A row of silhouettes at `z`: trees with ragged tops where `trees`, else blocks of houses."""

    z: float
    tall: float
    trees: bool
    colour: RGB
    seed: int

    def shadow(self, planes: Planes, light: Light) -> None:
        """Too far away for shadows."""

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        rng = np.random.default_rng(self.seed)
        reach = self.z * 1.6
        if self.trees:
            self._paint_trees(canvas, camera, light, reach, rng)
        else:
            self._paint_houses(canvas, camera, light, reach, rng)

    def _paint_trees(
        self, canvas: Canvas, camera: Camera, light: Light, reach: float, rng: np.random.Generator
    ) -> None:
        for layer in range(3):
            x = np.linspace(-reach, reach, 260)
            waves = sum(
                np.sin(x / scale + rng.uniform(0, 6.28)) * amount
                for scale, amount in ((31, 0.25), (11, 0.18), (4.3, 0.1))
            )
            top = self.tall * (1.0 - 0.22 * layer) * (0.75 + waves * 0.7) + rng.normal(
                0, self.tall * 0.05, x.size
            )
            ridge = np.stack(
                [x, np.maximum(top, self.tall * 0.12), np.full_like(x, self.z - 8 * layer)], axis=1
            )
            floor = np.array([[reach, -3.0, self.z], [-reach, -3.0, self.z]])
            shade = light.soft(scaled(self.colour, 0.75 + 0.15 * layer), self.z - 8 * layer)
            canvas.polygon(camera.outline(np.concatenate([ridge, floor])), shade, TREE)

    def _paint_houses(
        self, canvas: Canvas, camera: Camera, light: Light, reach: float, rng: np.random.Generator
    ) -> None:
        x = -reach
        while x < reach:
            wide = rng.uniform(7, 24)
            if rng.random() < 0.8:
                tall = self.tall * rng.uniform(0.5, 1.0)
                tone = light.soft(
                    mix(self.colour, (196, 180, 160), rng.random() * 0.6), self.z, rng.uniform(0.7, 1.0)
                )
                corners = [[x, -3.0], [x, tall], [x + wide, tall], [x + wide, -3.0]]
                if rng.random() < 0.6:
                    corners.insert(2, [x + wide / 2, tall + rng.uniform(1.5, 4)])
                outline = np.array([[a, b, self.z] for a, b in corners])
                canvas.polygon(camera.outline(outline), tone, BUILDING)
                for _ in range(6):
                    wx, wy = x + rng.uniform(0.1, 0.9) * wide, rng.uniform(0.2, 0.85) * tall
                    pane = np.array(
                        [
                            [wx, wy, self.z],
                            [wx + 1.2, wy, self.z],
                            [wx + 1.2, wy + 1.5, self.z],
                            [wx, wy + 1.5, self.z],
                        ]
                    )
                    glow: RGB = (255, 214, 150) if light.lamps and rng.random() < 0.5 else scaled(tone, 0.7)
                    canvas.polygon(camera.outline(pane), glow, None)
            x += wide
