"""Render one street scene: a picture and its exact label, the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from segstudio.core.errors import InputError
from segstudio.scenes.street.layout import draw_street
from segstudio.scenes.world.arrays import Bytes
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.canvas import Canvas
from segstudio.scenes.world.ground import paint_ground, wet_street
from segstudio.scenes.world.item import Item
from segstudio.scenes.world.lens import develop, draw_lens
from segstudio.scenes.world.light import Light
from segstudio.scenes.world.markings import Planes, paint_markings
from segstudio.scenes.world.palette import SCENE_CLASSES
from segstudio.scenes.world.sky import paint_sky

__all__ = ["SCENE_CLASSES", "Scene", "render_scene"]

SMALLEST = 64
"""Pixels: the least width and height of a scene."""


@dataclass(frozen=True)
class Scene:
    """A picture (uint8 H×W×3 RGB) and the class of every pixel (uint8 H×W: ids of SCENE_CLASSES or its ignore index)."""

    image: Bytes
    label: Bytes


def render_scene(seed: int, width: int = 480, height: int = 360, *, camera_faults: bool = True) -> Scene:
    """Render the street scene of a seed.

    Two sizes of one seed show the same street. `camera_faults=False` leaves out exposure, blur, noise and JPEG.
    Raises InputError for a size under 64×64.
    """
    if width < SMALLEST or height < SMALLEST:
        raise InputError(
            f"A scene of {width}×{height} pixels is too small. Ask for {SMALLEST}×{SMALLEST} at least."
        )
    streams = np.random.SeedSequence(seed).spawn(6)
    layout, sky, ground, marks, wet, lens = (np.random.default_rng(s) for s in streams)
    canvas = Canvas(width, height)
    street = draw_street(canvas.width, canvas.height, layout)
    camera, light = street.camera, street.light
    planes = Planes(camera, street.road)
    paint_markings(planes, street.road, marks)
    for item in street.items:
        item.shadow(planes, light)
    paint_sky(canvas, camera, light, sky)
    for item in street.backdrop:
        item.paint(canvas, camera, light)
    paint_ground(
        canvas, camera, street.road, street.surfaces, planes.overlays(), street.skyline, light, ground
    )
    paint_items(canvas, camera, light, street.items)
    wet_street(canvas, camera, light, wet)
    if street.bonnet is not None:
        street.bonnet.paint(canvas, light)
    image = canvas.picture()
    if camera_faults:
        image = develop(image, draw_lens(lens, light), lens)
    return Scene(image, canvas.classes())


def paint_items(canvas: Canvas, camera: Camera, light: Light, items: Iterable[Item]) -> None:
    """Paint things from the farthest to the nearest, whatever order they come in."""
    for item in sorted(items, key=lambda thing: -thing.z):
        item.paint(canvas, camera, light)
