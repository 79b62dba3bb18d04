"""Tools that the model leads: paint only where it agrees, take its second choice."""

from __future__ import annotations

import numpy as np

from segstudio.core.arrays import Plane
from segstudio.core.model_view import ModelView
from segstudio.labels.areas.regions import connected_region
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area

_SAMPLES = 4096
"""Pixels of a region that its mean probabilities are read from."""


def smart(area: Area, model: ModelView, class_id: int, threshold: float) -> Area:
    """The part of an area where the model gives the class a probability (0 … 1) of at least `threshold`."""
    if area.rect.empty:
        return area
    return area.where(model.probability(class_id, area.rect) >= threshold * 255)


def model_region(label_map: LabelMap, first: Plane, seed: tuple[int, int]) -> Area:
    """The connected region around a pixel (x, y) in which the mask holds one class and the model's first choice
    (uint8 H×W, in the project's classes) is one class."""
    return connected_region(label_map.label, label_map.provenance, seed, also=first)


def other_choice(area: Area, model: ModelView, present: int | None) -> int | None:
    """The class that the model holds most probable in the area, on average, other than `present`: its second choice
    where the mask follows the first, and the first again after that.

    None when the model knows no other, or the area is empty.
    """
    rows, columns = np.nonzero(area.mask)
    if not len(rows):
        return None
    every = max(len(rows) // _SAMPLES, 1)
    mean = model.mean_probabilities(columns[::every] + area.rect.x, rows[::every] + area.rect.y)
    rivals = [class_id for class_id in model.class_ids if class_id != present]
    return max(rivals, key=lambda class_id: float(mean[class_id]), default=None)
