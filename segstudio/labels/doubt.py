"""Where the model is unsure: regions to look at, the most doubtful first, and the two answers to each."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.geometry import Rect
from segstudio.core.model_view import ModelView
from segstudio.core.provenance import CONFIRMED, reviewed
from segstudio.labels.areas.from_skimage import components
from segstudio.labels.areas.model_led import other_choice
from segstudio.labels.effects import nothing, paint
from segstudio.labels.label_map import LabelMap
from segstudio.labels.modifiers import Modifiers, restrict
from segstudio.labels.patch import Area, Change, bounding_box

BELOW = 0.6
"""The model's probability under which a pixel is doubtful."""
_THICK = 3
"""Cells: what is thinner is the usual doubt along a border, which no answer settles."""
_MOST = 500
"""Regions that are told at a time; the rest comes when these are settled."""
_NO_CLASS = 256


@dataclass(frozen=True, slots=True)
class DoubtfulRegion:
    """Connected cells of the prediction that are in doubt and share one first choice."""

    cells: Area
    """In cells of the prediction."""
    first: int
    doubt: float
    """Sum over the cells of 1 − confidence: large and unsure regions first."""

    @property
    def _order(self) -> tuple[float, int, int]:
        return -self.doubt, self.cells.rect.y, self.cells.rect.x

    def before(self, other: DoubtfulRegion) -> bool:
        """Whether this one is looked at earlier."""
        return self._order < other._order


def doubtful_regions(
    model: ModelView, label_map: LabelMap, below: float = BELOW
) -> tuple[DoubtfulRegion, ...]:
    """The 500 most doubtful regions that no person has spoken on, the most doubtful first.

    A cell counts as spoken on when its middle pixel was painted or confirmed. The work is that of the prediction's
    cells, about a sixteenth of the image's pixels.
    """
    first, confidence = model.cells()
    height, width = label_map.shape
    rows = (2 * np.arange(first.shape[0]) + 1) * height // (2 * first.shape[0])
    columns = (2 * np.arange(first.shape[1]) + 1) * width // (2 * first.shape[1])
    unsure = (confidence < below * 255) & (first != model.ignore_index)
    unsure &= ~reviewed(label_map.provenance[rows[:, None], columns[None, :]])
    thick = cv2.morphologyEx(
        unsure.view(np.uint8), cv2.MORPH_OPEN, np.ones((_THICK, _THICK), np.uint8), borderValue=0
    )
    code = np.where(thick == 1, first.astype(np.int32), _NO_CLASS)
    ids: NDArray[np.int64] = components(code)
    doubts = np.bincount(ids.ravel(), 1.0 - confidence.ravel() / 255.0)
    doubts[np.unique(ids[thick == 0])] = 0.0
    most = np.argsort(-doubts, kind="stable")[:_MOST]
    chosen = np.zeros(len(doubts), np.bool_)
    chosen[most[doubts[most] > 0]] = True
    found = []
    for index, box in _boxes(np.where(chosen[ids], ids + 1, 0)):
        mask = ids[box.slices] == index
        y, x = (int(v[0]) for v in np.nonzero(mask))
        class_id = int(first[y + box.y, x + box.x])
        found.append(DoubtfulRegion(Area(box, mask), class_id, float(doubts[index])))
    return tuple(sorted(found, key=lambda region: region._order))


def pixels_of(region: DoubtfulRegion, model: ModelView, label_map: LabelMap) -> Area:
    """The region's pixels: those in its cells that have its first choice and that no person has spoken on."""
    cells = region.cells.rect
    (height, width), (cells_h, cells_w) = model.prediction.size, model.prediction.logits.shape[1:]
    x0, x1 = (-(-(2 * c * width - cells_w) // (2 * cells_w)) for c in (cells.x, cells.right))
    y0, y1 = (-(-(2 * c * height - cells_h) // (2 * cells_h)) for c in (cells.y, cells.bottom))
    rect = Rect(x0, y0, x1 - x0, y1 - y0).intersect(label_map.rect)
    if rect.empty:
        return Area.nothing()
    at_x, at_y = model.cell_of(np.arange(rect.x, rect.right), np.arange(rect.y, rect.bottom))
    mask = region.cells.mask[(at_y - cells.y)[:, None], (at_x - cells.x)[None, :]]
    mask = mask & (model.label(rect) == region.first) & ~reviewed(label_map.provenance[rect.slices])
    box = bounding_box(mask)
    return Area(box.translate(rect.x, rect.y), mask[box.slices].copy())


def accept_first(
    region: DoubtfulRegion, model: ModelView, label_map: LabelMap, modifiers: Modifiers
) -> Change:
    """A person agrees with the model's first choice."""
    change = Change(pixels_of(region, model, label_map), region.first, CONFIRMED)
    return restrict(change, label_map, modifiers)


def accept_second(
    region: DoubtfulRegion, model: ModelView, label_map: LabelMap, modifiers: Modifiers
) -> Change:
    """A person says that it is the model's second choice, on average over the region; nothing if there is none."""
    area = pixels_of(region, model, label_map)
    class_id = other_choice(area, model, region.first)
    return nothing() if class_id is None else restrict(paint(area, class_id), label_map, modifiers)


def _boxes(ids: NDArray[np.int64]) -> list[tuple[int, Rect]]:
    """(number, bounding box) of each region of numbers counted from 1; 0 is none."""
    rows, columns = np.nonzero(ids)
    values = ids[rows, columns]
    order = np.argsort(values, kind="stable")
    found = []
    starts = np.flatnonzero(np.diff(values[order], prepend=0))
    for part in np.split(order, starts[1:]) if len(starts) else []:
        y, x = rows[part], columns[part]
        box = Rect(int(x.min()), int(y.min()), int(np.ptp(x)) + 1, int(np.ptp(y)) + 1)
        found.append((int(values[part[0]]) - 1, box))
    return found
