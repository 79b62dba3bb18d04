"""What stands on the street: things that are painted from far to near, and the shadows that they cast."""

from __future__ import annotations

from typing import Protocol

import cv2
import numpy as np

from segstudio.scenes.world.arrays import Floats
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.canvas import Canvas
from segstudio.scenes.world.light import Light
from segstudio.scenes.world.markings import Planes


class Item(Protocol):
    """One thing. `z` orders the painting: the largest first."""

    @property
    def z(self) -> float:
        """Metres along the street."""

    def shadow(self, planes: Planes, light: Light) -> None:
        """Draw the shadows that the thing throws on the ground."""

    def paint(self, canvas: Canvas, camera: Camera, light: Light) -> None:
        """Paint colour and class."""


def cast_hull(camera: Camera, solid: Floats, light: Light) -> Floats | None:
    """The outline in pixels of the shadow that a convex solid (N×3 world points) throws on the ground."""
    ly = float(light.towards_sun[1])
    if ly < 0.08 or light.sun[0] < 0.06:
        return None
    ground = solid - light.towards_sun[None, :] * (solid[:, 1:2] / ly)
    flat = ground[:, [0, 2]].astype(np.float32)
    hull = cv2.convexHull(flat)[:, 0].astype(np.float64)
    return camera.outline(np.stack([hull[:, 0], np.zeros(len(hull)), hull[:, 1]], axis=1))
