"""The selection: an area that tools keep to. It is not part of the document; None means that there is none."""

from __future__ import annotations

from typing import Literal

import numpy as np

from segstudio.core.geometry import Rect
from segstudio.labels.patch import Area, bounding_box

How = Literal["replace", "add", "subtract", "intersect"]


def combine(selection: Area | None, area: Area, how: How) -> Area | None:
    """The selection after `area` was chosen with it: as tight as its pixels, None when nothing is left.

    Without a selection, adding and intersecting are choosing, and there is nothing to subtract from.
    """
    if selection is None:
        return None if how == "subtract" else tight(area)
    if how == "replace":
        return tight(area)
    if how == "add":
        rect = selection.rect.union(area.rect)
        return tight(Area(rect, _spread(selection, rect) | _spread(area, rect)))
    rect = selection.rect
    chosen = _spread(area, rect)
    return tight(Area(rect, selection.mask & (chosen if how == "intersect" else ~chosen)))


def invert(selection: Area | None, bounds: tuple[int, int]) -> Area | None:
    """Everything else of an image of (height, width); without a selection nothing is."""
    if selection is None:
        return None
    height, width = bounds
    everything = Rect(0, 0, width, height)
    return tight(Area(everything, ~_spread(selection, everything)))


def tight(area: Area) -> Area | None:
    """The area cut to its pixels; None when it has none."""
    box = bounding_box(np.ascontiguousarray(area.mask)) if not area.rect.empty else Rect(0, 0, 0, 0)
    if box.empty:
        return None
    return Area(box.translate(area.rect.x, area.rect.y), area.mask[box.slices].copy())


def _spread(area: Area, rect: Rect) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """bool h×w of `rect`: the pixels of `area` in it."""
    found = np.zeros((rect.height, rect.width), np.bool_)
    common = rect.intersect(area.rect)
    if not common.empty:
        found[common.translate(-rect.x, -rect.y).slices] = area.mask[
            common.translate(-area.rect.x, -area.rect.y).slices
        ]
    return found
