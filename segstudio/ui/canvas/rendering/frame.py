"""What the view shows, kept in two pictures as large as the view: the image, and the layer over it.

Only what is stale is made anew, and only when it is about to be shown: a stroke costs the pixels it touched, a pan
the strips that come into sight, a moving cursor nothing. Works without a widget.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from segstudio.core.geometry import Rect
from segstudio.ui.canvas.rendering.codes import CodePyramid
from segstudio.ui.canvas.rendering.look import Look, painted
from segstudio.ui.canvas.rendering.pyramid import Picture, positions
from segstudio.ui.canvas.rendering.rects import merged
from segstudio.ui.canvas.rendering.swipe import SwipeCodes
from segstudio.ui.canvas.rendering.tone import Tone
from segstudio.ui.canvas.viewport import Viewport

REPAINT_SLACK = 1 << 14
"""View pixels that are as quickly made anew as one more rectangle is begun."""
_SHADOW = 6


class Frame:
    """Two buffers: `base` (RGB32: surroundings and image) and `overlay` (ARGB32 premultiplied: the layer)."""

    def __init__(self, surroundings: QColor, border: QColor) -> None:
        self._colours = (surroundings, border)
        self._viewport: Viewport | None = None
        self._image: Picture | None = None
        self._tone: Tone | None = None
        self._codes: CodePyramid | SwipeCodes | None = None
        self._look: Look | None = None
        self._stale_base = QRegion()
        self._stale_overlay = QRegion()
        self._allocate((1, 1))

    @property
    def viewport(self) -> Viewport | None:
        return self._viewport

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) of both pictures."""
        return self._size

    @property
    def has_overlay(self) -> bool:
        return self._codes is not None and self._look is not None and self._viewport is not None

    def set_colours(self, surroundings: QColor, border: QColor) -> None:
        self._colours = (surroundings, border)
        self._stale_base = self._everything()

    def set_image(self, image: Picture | None, tone: Tone | None) -> None:
        """The image and how its values become colours."""
        self._image, self._tone = image, tone
        self._stale_base = self._everything()

    def set_layer(self, codes: CodePyramid | SwipeCodes | None, look: Look | None) -> None:
        self._codes, self._look = codes, look
        self._stale_overlay = self._everything()

    def move_swipe(self, codes: SwipeCodes) -> None:
        """The divider stands elsewhere; `overlay_changed` tells what that changes."""
        self._codes = codes

    def set_viewport(self, viewport: Viewport | None, view: tuple[int, int]) -> None:
        """`view`: (width, height) in device pixels. A pan by whole pixels keeps what stays in sight."""
        former, self._viewport = self._viewport, viewport
        if view != self._size:
            self._allocate(view)
        elif former is None or viewport is None or not self._scrolled(former, viewport):
            self._stale_base = self._everything()
            self._stale_overlay = self._everything()

    def image_changed(self) -> None:
        """The image's overviews are there: show it anew."""
        self._stale_base = self._everything()

    def overlay_changed(self, view_rect: Rect | None = None) -> None:
        """The codes under these view pixels changed (None: under all)."""
        if view_rect is None:
            self._stale_overlay = self._everything()
        else:
            grown = view_rect.inflate(1)  # outlines of the neighbours
            self._stale_overlay += QRect(grown.x, grown.y, grown.width, grown.height)

    def refresh(self, region: QRegion) -> None:
        """Bring these view pixels up to date in both pictures."""
        region = region & self._everything()
        todo = region & self._stale_base
        for rect in _parts(todo):
            self._compose_base(rect)
        self._stale_base -= todo
        todo = region & self._stale_overlay
        for rect in _parts(todo):
            self._compose_overlay(rect)
        self._stale_overlay -= todo

    def _allocate(self, size: tuple[int, int]) -> None:
        width, height = max(size[0], 1), max(size[1], 1)
        self._size = (width, height)
        self._base_pixels = np.zeros((height, width, 4), np.uint8)
        self._overlay_pixels = np.zeros((height, width), np.uint32)
        self.base = QImage(self._base_pixels.data, width, height, width * 4, QImage.Format.Format_RGB32)
        self.overlay = QImage(
            self._overlay_pixels.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied
        )
        self._stale_base = self._everything()
        self._stale_overlay = self._everything()

    def _everything(self) -> QRegion:
        return QRegion(0, 0, *self._size)

    def _scrolled(self, old: Viewport, new: Viewport) -> bool:
        """Move what both viewports show, when they differ by whole pixels only."""
        dx, dy = new.origin[0] - old.origin[0], new.origin[1] - old.origin[1]
        if (old.zoom, old.image, old.view) != (new.zoom, new.image, new.view):
            return False
        if dx != int(dx) or dy != int(dy):
            return False
        if dx == dy == 0:
            return True
        width, height = self._size
        kept = Rect(int(dx), int(dy), width, height).intersect(Rect(0, 0, width, height))
        if kept.empty:
            return False
        source = kept.translate(-int(dx), -int(dy))
        for pixels in (self._base_pixels, self._overlay_pixels):
            _move(pixels, source, kept)
        exposed = self._everything() - QRect(kept.x, kept.y, kept.width, kept.height)
        for name in ("_stale_base", "_stale_overlay"):
            region: QRegion = getattr(self, name)
            setattr(self, name, (region.translated(int(dx), int(dy)) + exposed) & self._everything())
        return True

    def _compose_base(self, rect: Rect) -> None:
        shown = self._viewport.shown.intersect(rect) if self._viewport else Rect(0, 0, 0, 0)
        if shown != rect or self._image is None:
            self._compose_surroundings(rect)
        if self._viewport is None or self._image is None or self._tone is None or shown.empty:
            return
        part = self._base_pixels[shown.slices]
        part[...] = self._tone.shown(self._image.sample(self._viewport, shown))

    def _compose_surroundings(self, rect: Rect) -> None:
        """Plain, with a soft shadow and a hairline around the image."""
        surroundings, border = self._colours
        painter = QPainter(self.base)
        painter.setClipRect(rect.x, rect.y, rect.width, rect.height)
        painter.fillRect(rect.x, rect.y, rect.width, rect.height, surroundings)
        if self._viewport is not None and self._image is not None:
            left, top = (math.floor(v + 0.5) for v in self._viewport.to_view((0, 0)))
            right, bottom = (math.floor(v + 0.5) for v in self._viewport.to_view(self._viewport.image))
            frame = QRect(left, top, right - left, bottom - top)
            for distance in range(_SHADOW, 0, -1):
                painter.setPen(QColor(0, 0, 0, 5 * (_SHADOW + 1 - distance)))
                painter.drawRect(frame.adjusted(-distance, -distance + 1, distance - 1, distance + 1))
            painter.setPen(border)
            painter.drawRect(frame.adjusted(-1, -1, 0, 0))
        painter.end()

    def _compose_overlay(self, rect: Rect) -> None:
        if self._viewport is None or self._codes is None or self._look is None:
            self._overlay_pixels[rect.slices] = 0
            return
        shown = self._viewport.shown.intersect(rect)
        if shown != rect:
            self._overlay_pixels[rect.slices] = 0
        if shown.empty:
            return
        rows, columns = positions(self._viewport, shown.inflate(1))
        codes = self._codes.read(self._viewport.zoom, rows, columns)
        origin_x, origin_y = self._viewport.origin
        x, y = shown.x - math.floor(origin_x), shown.y - math.floor(origin_y)
        self._overlay_pixels[shown.slices] = painted(codes, self._look, x + y, y - x)


def rectangles(region: QRegion) -> list[QRect]:
    """The region's rectangles, from top to bottom."""
    found: list[QRect] = list(region)  # type: ignore[call-overload]  # iterable, which PySide's stubs do not say
    return found


def _parts(region: QRegion) -> list[Rect]:
    return merged((Rect(r.x(), r.y(), r.width(), r.height()) for r in rectangles(region)), REPAINT_SLACK)


def _move(pixels: NDArray[np.generic], source: Rect, target: Rect) -> None:
    """Copy within one picture; numpy takes care of the overlap."""
    pixels[target.slices] = pixels[source.slices]
