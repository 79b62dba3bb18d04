"""A model's logits at one pixel, without decoding the rest of the image."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from segstudio.deeplab.dialects import dialect_of
from segstudio.deeplab.inspection.view import View
from segstudio.deeplab.model import DeepLabV3Plus

_MARGIN = 4
"""Cells of the coarsest map around the pixel that are decoded. What the cut's border changes (resizing there, padding
of the 3×3 convolutions) reaches less than three of them inwards, however many levels the decoder has."""


def logits_at(model: nn.Module, x: Tensor, view: View) -> Tensor:
    """float C: the logits of the view's pixel. `x`: 1×3×H×W, the view's pixels, perhaps extended.

    The decoder is local, and half of the work of a gradient is in it: only the surroundings of the pixel are decoded,
    where the finer maps are multiples of the coarse one; the result is that of the whole.
    """
    padded = int(x.shape[2]), int(x.shape[3])
    if not isinstance(model, DeepLabV3Plus) or dialect_of(model.config.dialect).corners:
        logits: Tensor = model(x)[0]
        return sampled(logits, *view.position((logits.shape[1], logits.shape[2]), padded))
    coarse, lows = model.encode(x)
    cells = int(coarse.shape[2]), int(coarse.shape[3])
    finest = int(lows[-1].shape[2]), int(lows[-1].shape[3])
    row, column = view.position(finest, padded)
    if any(low.shape[2] % cells[0] or low.shape[3] % cells[1] for low in lows):
        return sampled(model.decode(coarse, lows)[0], row, column)
    down, across = finest[0] // cells[0], finest[1] // cells[1]
    top, bottom = _span(row / down, cells[0])
    left, right = _span(column / across, cells[1])

    def cut(maps: Tensor) -> Tensor:
        v, u = maps.shape[2] // cells[0], maps.shape[3] // cells[1]
        return maps[:, :, top * v : bottom * v, left * u : right * u]

    near = model.decode(cut(coarse), [cut(low) for low in lows])[0]
    return sampled(near, row - top * down, column - left * across)


def _span(at: float, cells: int) -> tuple[int, int]:
    return max(0, int(at) - _MARGIN), min(cells, int(at) + _MARGIN + 1)


def sampled(maps: Tensor, row: float, column: float) -> Tensor:
    """C×h×w -> C: bilinear between the four cells around a position in cells (0 is the first cell's centre)."""
    top, left = int(row), int(column)
    bottom, right = min(top + 1, maps.shape[1] - 1), min(left + 1, maps.shape[2] - 1)
    v, u = row - top, column - left
    above = torch.lerp(maps[:, top, left], maps[:, top, right], u)
    below = torch.lerp(maps[:, bottom, left], maps[:, bottom, right], u)
    return torch.lerp(above, below, v)
