"""A pinhole camera over the road: world metres (x right, y up, z ahead) to canvas pixels and back to the ground."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from segstudio.scenes.world.arrays import Floats, Singles

NEAR = 0.5
"""Metres: what is nearer to the camera than this plane is cut off."""


@dataclass(frozen=True)
class Camera:
    """`position` in metres, angles in radians (pitch > 0 looks up), `focal` and sizes in canvas pixels."""

    position: tuple[float, float, float]
    focal: float
    width: int
    height: int
    pitch: float = 0.0
    yaw: float = 0.0
    roll: float = 0.0
    rotation: Floats = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        cp, sp = math.cos(self.pitch), math.sin(self.pitch)
        cy, sy = math.cos(self.yaw), math.sin(self.yaw)
        cr, sr = math.cos(self.roll), math.sin(self.roll)
        yaw = np.array([[cy, 0, -sy], [0, 1, 0], [sy, 0, cy]])
        pitch = np.array([[1, 0, 0], [0, cp, -sp], [0, sp, cp]])
        roll = np.array([[cr, sr, 0], [-sr, cr, 0], [0, 0, 1]])
        object.__setattr__(self, "rotation", roll @ pitch @ yaw)

    @property
    def horizon(self) -> float:
        """Row of the horizon at the middle of the canvas."""
        return self.height / 2 + self.focal * math.tan(self.pitch)

    def to_camera(self, world: Floats) -> Floats:
        """World points …×3 in the camera's axes (x right, y up, z depth)."""
        return np.asarray((world - np.array(self.position)) @ self.rotation.T)

    def project(self, world: Floats) -> tuple[Floats, Floats]:
        """World points N×3 to pixels N×2 and depths N; depths below NEAR are clamped to it."""
        local = self.to_camera(world)
        depth = np.maximum(local[..., 2], NEAR)
        pixels = np.stack(
            [
                self.width / 2 + self.focal * local[..., 0] / depth,
                self.height / 2 - self.focal * local[..., 1] / depth,
            ],
            axis=-1,
        )
        return pixels, local[..., 2]

    def outline(self, world: Floats) -> Floats | None:
        """A planar polygon N×3 as pixels M×2, cut at the near plane; None where nothing is left."""
        local = self.to_camera(world)
        depth = local[:, 2]
        if bool((depth < NEAR).any()):
            if bool((depth < NEAR).all()):
                return None
            local = _cut(local)
        return np.stack(
            [
                self.width / 2 + self.focal * local[:, 0] / local[:, 2],
                self.height / 2 - self.focal * local[:, 1] / local[:, 2],
            ],
            axis=1,
        )

    def scale_at(self, depth: float) -> float:
        """Canvas pixels per metre at a depth."""
        return self.focal / max(depth, NEAR)

    def ground(self, top: int) -> tuple[Singles, Singles]:
        """World x and z of the ground point under every pixel of the rows from `top` down, each h×W.

        Where a ray does not meet the ground, z is 1e6.
        """
        back = self.rotation.T
        u = ((np.arange(self.width) + 0.5 - self.width / 2) / self.focal).astype(np.float32)[None, :]
        v = (-(np.arange(top, self.height) + 0.5 - self.height / 2) / self.focal).astype(np.float32)[
            :, None
        ]
        a = back.astype(np.float32)
        down = -(a[1, 0] * u + a[1, 1] * v + a[1, 2])
        along = np.float32(self.position[1]) / np.maximum(down, np.float32(1e-6))
        x = np.float32(self.position[0]) + along * (a[0, 0] * u + a[0, 1] * v + a[0, 2])
        z = np.float32(self.position[2]) + along * (a[2, 0] * u + a[2, 1] * v + a[2, 2])
        z[down <= 1e-6] = 1e6
        return x.astype(np.float32, copy=False), z.astype(np.float32, copy=False)


def _cut(local: Floats) -> Floats:
    """Sutherland and Hodgman's clipping (1974) against z = NEAR."""
    kept: list[Floats] = []
    for here, after in zip(local, np.roll(local, -1, axis=0), strict=True):
        if here[2] >= NEAR:
            kept.append(here)
        if (here[2] >= NEAR) != (after[2] >= NEAR):
            part = (NEAR - here[2]) / (after[2] - here[2])
            kept.append(here + part * (after - here))
    return np.array(kept)
