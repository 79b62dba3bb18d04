"""Pictures that others lay over the image for a while: a receptive field, a region, the outline of a preview.

They belong to the image that is shown: when another one is opened they are gone, and whoever laid them there lays
new ones.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QImage, QPainter

from segstudio.core.geometry import Rect
from segstudio.ui.canvas.viewport import Viewport

FLASH_MS = 1000
_HELD = 0.4
"""The share of a flash's time in which it is seen in full."""
_FLASH = "flash"


@dataclass(frozen=True, eq=False)
class Overlay:
    """Pixels that cover a rectangle of the image, which may reach beyond it; `smooth`: between them, colours blend."""

    pixels: NDArray[np.uint8]
    """RGBA uint8 h×w×4, not premultiplied. Kept, not copied: it must not change afterwards."""
    rect: Rect
    """In image pixels; the pixels are scaled to it."""
    smooth: bool = True

    def __post_init__(self) -> None:
        shape, dtype = self.pixels.shape, self.pixels.dtype
        if len(shape) != 3 or shape[2] != 4 or not self.pixels.size or dtype != np.uint8:
            raise ValueError(f"an overlay is uint8 h×w×4, not {dtype} {shape}")
        if self.rect.empty:
            raise ValueError("an overlay covers at least one pixel of the image")


class Overlays(QObject):
    """The overlays by name, painted in the order in which the names first came; a flash is on top of them."""

    def __init__(self, changed: Callable[[Rect], None], parent: QObject) -> None:
        """`changed(rect)`: these image pixels have to be painted again."""
        super().__init__(parent)
        self._changed = changed
        self._pictures: dict[str, _Picture] = {}
        self._fading = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=FLASH_MS)
        self._fading.valueChanged.connect(self._fade)
        self._fading.finished.connect(lambda: self.set(_FLASH, None))

    def set(self, name: str, overlay: Overlay | None) -> None:
        """Show it in place of the former one of that name; None takes it away."""
        former = self._pictures.get(name)
        if overlay is None:
            self._pictures.pop(name, None)
        else:
            self._pictures[name] = _Picture(overlay)
        for rect in (former.overlay.rect if former else None, overlay.rect if overlay else None):
            if rect is not None:
                self._changed(rect)

    def flash(self, overlay: Overlay) -> None:
        """Show it for a moment; a flash that is still seen ends."""
        self._fading.stop()
        self.set(_FLASH, overlay)
        self._fading.start()

    def clear(self) -> None:
        self._fading.stop()
        for name in list(self._pictures):
            self.set(name, None)

    def paint(self, painter: QPainter, viewport: Viewport, region: Rect) -> None:
        """What of them lies in `region`, both in device pixels."""
        for name, picture in self._pictures.items():
            if name != _FLASH:
                picture.paint(painter, viewport, region)
        if _FLASH in self._pictures:
            self._pictures[_FLASH].paint(painter, viewport, region)

    def _fade(self, progress: float) -> None:
        picture = self._pictures.get(_FLASH)
        if picture is not None:
            picture.opacity = min((1 - progress) / (1 - _HELD), 1.0)
            self._changed(picture.overlay.rect)


class _Picture:
    """An overlay as Qt paints it."""

    def __init__(self, overlay: Overlay) -> None:
        self.overlay = overlay
        self.opacity = 1.0
        self._pixels = np.ascontiguousarray(overlay.pixels)
        height, width = self._pixels.shape[:2]
        self._image = QImage(self._pixels.data, width, height, width * 4, QImage.Format.Format_RGBA8888)

    def paint(self, painter: QPainter, viewport: Viewport, region: Rect) -> None:
        """Only the pixels under the region are handed to Qt: a huge picture costs what is seen of it."""
        rect = self.overlay.rect
        seen = viewport.view_rect(rect).intersect(region)
        if seen.empty:
            return
        width, height = self._image.width(), self._image.height()
        across, down = width / rect.width, height / rect.height  # picture pixels per image pixel
        x0, y0 = viewport.to_image((seen.x, seen.y))
        x1, y1 = viewport.to_image((seen.right, seen.bottom))
        # two more on every side, so that blending goes on over the region's border
        left = max(math.floor((x0 - rect.x) * across) - 2, 0)
        top = max(math.floor((y0 - rect.y) * down) - 2, 0)
        right = min(math.ceil((x1 - rect.x) * across) + 2, width)
        bottom = min(math.ceil((y1 - rect.y) * down) + 2, height)
        corner = viewport.to_view((rect.x + left / across, rect.y + top / down))
        end = viewport.to_view((rect.x + right / across, rect.y + bottom / down))
        target = QRectF(corner[0], corner[1], end[0] - corner[0], end[1] - corner[1])
        painter.save()
        painter.setClipRect(QRect(seen.x, seen.y, seen.width, seen.height), Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.overlay.smooth)
        painter.setOpacity(self.opacity)
        painter.drawImage(target, self._image, QRectF(left, top, right - left, bottom - top))
        painter.restore()
