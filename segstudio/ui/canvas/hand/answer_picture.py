"""A tool's answer as a picture over the canvas: pure functions from a change to an overlay."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from segstudio.core.classes import ClassTable
from segstudio.core.geometry import Rect
from segstudio.labels.patch import Area, Change
from segstudio.labels.selection import tight
from segstudio.ui.canvas.rendering.overlay import Overlay

Palette = NDArray[np.uint8]
"""uint8 256×3: the colour of every label value."""
MOST = 1 << 21
"""Pixels of a picture; larger areas are shown every other pixel, or fewer."""
_ALPHA = 150
_NEUTRAL = (200, 200, 200)
_SELECTED = (255, 255, 255)
_SELECTED_ALPHA = 70


def palette(table: ClassTable) -> Palette:
    """Grey for the ignore index and for what is no class."""
    colours = np.full((256, 3), _NEUTRAL, np.uint8)
    for c in table.classes:
        colours[c.id] = c.colour
    colours[table.ignore_index] = _NEUTRAL
    return colours


def picture(change: Change, colours: Palette) -> Overlay | None:
    """What the pixels would become; None for a change of nothing."""
    area = tight(change.area)
    if area is None:
        return None
    label = change.inside(area.rect).label
    step = _step(area.rect)
    mask = area.mask[::step, ::step]
    pixels = np.empty((*mask.shape, 4), np.uint8)
    pixels[..., :3] = colours[label[::step, ::step]] if isinstance(label, np.ndarray) else colours[label]
    pixels[..., 3] = np.where(mask, np.uint8(_ALPHA), np.uint8(0))
    return Overlay(pixels, _covered(area.rect, mask.shape, step), smooth=False)


def selected_picture(area: Area) -> Overlay | None:
    """What would be selected; None for nothing."""
    found = tight(area)
    if found is None:
        return None
    step = _step(found.rect)
    mask = found.mask[::step, ::step]
    pixels = np.empty((*mask.shape, 4), np.uint8)
    pixels[..., :3] = _SELECTED
    pixels[..., 3] = np.where(mask, np.uint8(_SELECTED_ALPHA), np.uint8(0))
    return Overlay(pixels, _covered(found.rect, mask.shape, step), smooth=False)


def _step(rect: Rect) -> int:
    return max(math.ceil(math.sqrt(rect.area / MOST)), 1)


def _covered(rect: Rect, shape: tuple[int, ...], step: int) -> Rect:
    """What a picture of every `step`-th pixel covers: whole steps, perhaps a little more than `rect`."""
    return Rect(rect.x, rect.y, shape[1] * step, shape[0] * step)
