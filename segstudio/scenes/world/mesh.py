"""Meshes of flat faces: built once per shape, then turned, placed, culled, sorted and painted as a whole."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from segstudio.scenes.world.arrays import RGB, Floats
from segstudio.scenes.world.camera import NEAR, Camera
from segstudio.scenes.world.canvas import Canvas


@dataclass(frozen=True)
class Face:
    """A flat polygon N×3 in the mesh's own axes; (b-a)×(c-a) points outwards.

    `bias` metres bring a face nearer when faces are sorted; `fine` faces are left out far away.
    """

    corners: Floats
    kind: str
    bias: float = 0.0
    fine: bool = False


class Mesh:
    """Faces packed into arrays."""

    def __init__(self, faces: list[Face]) -> None:
        self.kinds = [f.kind for f in faces]
        self.ends = np.cumsum([len(f.corners) for f in faces]).tolist()
        self.starts = [0, *self.ends[:-1]]
        self.corners: Floats = np.concatenate([f.corners for f in faces])
        self.centres: Floats = np.stack([f.corners.mean(axis=0) for f in faces])
        self.biases = np.array([f.bias for f in faces])
        self.fine = np.array([f.fine for f in faces])
        normals = np.stack(
            [np.cross(f.corners[1] - f.corners[0], f.corners[2] - f.corners[0]) for f in faces]
        )
        self.normals: Floats = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)

    def paint(
        self,
        canvas: Canvas,
        camera: Camera,
        place: Floats,
        heading: float,
        label: int,
        colour: Callable[[str, tuple[float, float, float], tuple[float, float, float], float], RGB],
    ) -> None:
        """Paint the faces that look at the camera, the farthest first.

        `colour(kind, normal, view, distance)` is asked per face; normal and view are unit vectors.
        """
        c, s = math.cos(heading), math.sin(heading)
        turn = np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])
        corners = self.corners @ turn.T + place
        normals = self.normals @ turn.T
        views = self.centres @ turn.T + place - np.array(camera.position)
        distance = np.linalg.norm(views, axis=1)
        views /= distance[:, None]
        seen = (normals * views).sum(axis=1) < -1e-3
        if camera.scale_at(float(place[2]) - camera.position[2]) < 26:
            seen &= ~self.fine
        order = np.flatnonzero(seen)
        order = order[np.argsort(-(distance - self.biases)[order], kind="stable")]
        pixels, depths = camera.project(corners)
        whole = float(depths.min()) >= NEAR
        fixed = canvas.fixed(pixels)
        rows = zip(
            order.tolist(),
            normals[order].tolist(),
            views[order].tolist(),
            distance[order].tolist(),
            strict=True,
        )
        for index, normal, view, far in rows:
            shade = colour(
                self.kinds[index], (normal[0], normal[1], normal[2]), (view[0], view[1], view[2]), far
            )
            part = slice(self.starts[index], self.ends[index])
            if whole:
                canvas.fill(fixed[part], shade, label)
            else:
                canvas.polygon(camera.outline(corners[part]), shade, label)
