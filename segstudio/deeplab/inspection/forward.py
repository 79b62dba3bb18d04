"""A model's logits at one pixel, from the maps of its backbone and without decoding the rest of the image."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn
from torch.nn import functional

from segstudio.deeplab.backbones import Backbone
from segstudio.deeplab.dialects import dialect_of
from segstudio.deeplab.inspection.view import View
from segstudio.deeplab.model import DeepLabV3Plus, Model, bilinear

_MARGIN = 4
"""Cells of the coarsest map around the pixel that are decoded. What the cut's border changes (resizing there, padding
of the 3×3 convolutions) reaches less than three of them inwards, however many levels the decoder has."""


@contextmanager
def head_over(model: Model, maps: list[Tensor]) -> Iterator[None]:
    """While entered, `model` has these maps of its backbone instead of making them; of its input it takes the size."""
    backbone = model.backbone
    model.backbone = _Given(maps, backbone)
    try:
        yield
    finally:
        model.backbone = backbone


class _Given(Backbone):
    def __init__(self, maps: list[Tensor], made_by: Backbone) -> None:
        super().__init__()
        self.taps = made_by.taps
        self._maps = maps

    def forward(self, _: Tensor) -> list[Tensor]:
        return self._maps

    def modules_up_to(self, stride: int) -> list[nn.Module]:
        return []


def logits_at(model: Model, x: Tensor, view: View) -> Tensor:
    """float C: the logits of the view's pixel. `x`: 1×3×H×W, the view's pixels, perhaps extended.

    The decoder is local, and half of the work of a gradient is in it: only the surroundings of the pixel are decoded.
    Maps are enlarged in their whole size, what is not known in them being 0, so that the result is that of the whole.
    """
    padded = int(x.shape[2]), int(x.shape[3])
    if not isinstance(model, DeepLabV3Plus) or dialect_of(model.config.dialect).corners:
        logits: Tensor = model(x)[0]
        return sampled(logits, *view.position((logits.shape[1], logits.shape[2]), padded))
    coarse, lows = model.encode(x)
    cells = coarse.shape[2:]
    row, column = (int(at) for at in view.position((cells[0], cells[1]), padded))
    top = left = 0
    for step, low in zip(model.decoder, lows, strict=True):
        height, width = low.shape[2:]
        top, bottom = _span(row, cells[0], height)
        left, right = _span(column, cells[1], width)
        enlarged = bilinear(coarse, (height, width))
        near = step(enlarged[:, :, top:bottom, left:right], low[:, :, top:bottom, left:right])
        coarse = functional.pad(near, (left, width - right, top, height - bottom))
    row_in, column_in = view.position((int(coarse.shape[2]), int(coarse.shape[3])), padded)
    return sampled(model.classifier(near)[0], row_in - top, column_in - left)


def _span(cell: int, cells: int, length: int) -> tuple[int, int]:
    """Where the surroundings of one of the coarsest map's `cells` lie among `length` finer ones."""
    first, last = max(0, cell - _MARGIN), min(cells, cell + _MARGIN + 1)
    return first * length // cells, -(-last * length // cells)


def sampled(maps: Tensor, row: float, column: float) -> Tensor:
    """C×h×w -> C: bilinear between the four cells around a position in cells (0 is the first cell's centre)."""
    top, left = int(row), int(column)
    bottom, right = min(top + 1, maps.shape[1] - 1), min(left + 1, maps.shape[2] - 1)
    v, u = row - top, column - left
    above = torch.lerp(maps[:, top, left], maps[:, top, right], u)
    below = torch.lerp(maps[:, bottom, left], maps[:, bottom, right], u)
    return torch.lerp(above, below, v)
