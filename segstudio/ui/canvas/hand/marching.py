"""The border of a selection or a preview: black and white along the edges of its pixels, seen on any image."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Protocol

import numpy as np
from PySide6.QtCore import QLineF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from segstudio.core.geometry import Rect
from segstudio.labels.patch import Area
from segstudio.ui.canvas.hand.outline import MOST, Segments, outline
from segstudio.ui.canvas.viewport import Viewport

_STRIPE = 8
AT_ONCE = 1 << 17
"""Borders of masks of more pixels than this are traced off the GUI thread."""


class Runner(Protocol):
    """`canvas.rendering.background.Background` is one."""

    def run(self, work: Callable[[], Segments], done: Callable[[Segments], None]) -> None: ...


class Border:
    """The border of one area, traced once for every scale at which it is looked at."""

    def __init__(self, background: Runner, changed: Callable[[Rect], None]) -> None:
        """`changed(rect)`: these image pixels have to be painted again."""
        self._background = background
        self._changed = changed
        self._area: Area | None = None
        self._traced: dict[int, Segments | None] = {}
        """By step; None while it is being traced."""

    @property
    def area(self) -> Area | None:
        return self._area

    def show(self, area: Area | None) -> None:
        """The border of this area in place of the former one; None: of nothing."""
        former, self._area = self._area, area
        self._traced.clear()
        for gone in (former, area):
            if gone is not None:
                self._changed(gone.rect.inflate(1))

    def paint(self, painter: QPainter, viewport: Viewport, region: Rect, unit: float) -> None:
        """What of it lies in `region` (device pixels)."""
        area = self._area
        if area is None or viewport.view_rect(area.rect.inflate(1)).intersect(region.inflate(2)).empty:
            return
        segments = self._segments(area, _step(viewport.zoom))
        if segments is None or not len(segments):
            return
        lines = segments * viewport.zoom + np.tile(viewport.origin, 2)
        seen = (
            (lines[:, 2] >= region.x - 2) & (lines[:, 0] <= region.right + 2)
            & (lines[:, 3] >= region.y - 2) & (lines[:, 1] <= region.bottom + 2)
        )  # fmt: skip
        # whole device pixels: a line between two would be grey and twice as wide
        shown = np.floor(lines[seen]) + 0.5
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(_pen(unit))
        painter.drawLines([QLineF(*line) for line in shown.tolist()])
        painter.restore()

    def _segments(self, area: Area, step: int) -> Segments | None:
        if step in self._traced:
            return self._traced[step]
        if area.rect.area <= AT_ONCE:
            self._traced[step] = _trace(area, step)
            return self._traced[step]
        self._traced[step] = None

        def done(segments: Segments) -> None:
            if area is self._area:
                self._traced[step] = segments
                self._changed(area.rect.inflate(1))

        self._background.run(lambda: _trace(area, step), done)
        return None


def _step(zoom: float) -> int:
    """Every how many pixels the mask is looked at: about one per device pixel, a power of two."""
    return 1 << max(0, math.floor(math.log2(1 / max(zoom, 1e-6)) + 0.5))


def _trace(area: Area, step: int) -> Segments:
    """The border of the mask seen every `step` pixels, in image pixels; coarser where there would be too much to draw."""
    while True:
        found = outline(area.mask[::step, ::step])
        if len(found) <= MOST or step >= max(area.mask.shape):
            break
        step *= 2
    found *= step
    np.minimum(found[:, 0::2], area.rect.width, out=found[:, 0::2])
    np.minimum(found[:, 1::2], area.rect.height, out=found[:, 1::2])
    found += np.array([area.rect.x, area.rect.y] * 2, np.int32)
    return found


def _pen(unit: float) -> QPen:
    size = max(round(_STRIPE * unit), 2)
    stripes = QImage(size, size, QImage.Format.Format_RGB32)
    for y in range(size):
        for x in range(size):
            light = (x + y) % size < size // 2
            stripes.setPixelColor(x, y, QColor(255, 255, 255) if light else QColor(0, 0, 0))
    return QPen(QBrush(stripes), max(round(unit), 1))
