"""Where the image lies in the view: one pure value for zoom and pan. No Qt.

All lengths are device pixels of the view, so zoom 1 is one image pixel per pixel of the screen on any display.
Image points are continuous: pixel (i, j) covers i … i+1, j … j+1.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from segstudio.core.geometry import Rect

Point = tuple[float, float]
"""(x, y)."""

MAX_ZOOM = 64.0
MIN_SHOWN = 8.0
"""Zooming out stops when the longer side of the image is this small."""
FIT_MARGIN = 24.0
KEEP = 64.0
"""Panning leaves at least this much of the image in the view."""
_QUANTUM = 1 << 20
_FUZZ = 1e-6  # of a pixel: rounding errors are no reason to show a column more
_LEAST_SHARE, _GOOD_SHARE = 0.08, 0.5
"""Of the view's longer measure: a region that takes less is enlarged until it takes the other."""
_CLOSEST = 16.0
"""A region of a few pixels is not enlarged further than this."""
STEPS = (1 / 32, 1 / 24, 1 / 16, 1 / 12, 1 / 8, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 1.5, 2, 3, 4, 6, 8, 12, 16,
         24, 32, 48, 64)  # fmt: skip
"""Zooms of the keys + and −."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """View point = image point · zoom + origin, per axis."""

    image: tuple[int, int]
    """(width, height) of the image in its pixels."""
    view: tuple[int, int]
    """(width, height) of the view."""
    zoom: float = 1.0
    origin: Point = (0.0, 0.0)
    """Where the image's top left corner lies in the view."""

    @classmethod
    def fitted(cls, image: tuple[int, int], view: tuple[int, int], margin: float = FIT_MARGIN) -> Viewport:
        """The whole image, centred, as large as it goes; small images at most 8-fold."""
        free = [max(v - 2 * margin, v * 0.5, 1.0) for v in view]
        zoom = min(free[0] / max(image[0], 1), free[1] / max(image[1], 1), 8.0)
        return cls(image, view, zoom).centred()

    def centred(self) -> Viewport:
        """The image's centre in the view's centre, on a whole device pixel."""
        x, y = ((v - i * self.zoom) / 2 for v, i in zip(self.view, self.image, strict=True))
        return replace(self, origin=(float(round(x)), float(round(y))))

    @property
    def min_zoom(self) -> float:
        fit = Viewport.fitted(self.image, self.view).zoom
        return min(MIN_SHOWN / max(*self.image, 1), fit)

    def to_view(self, point: Point) -> Point:
        return point[0] * self.zoom + self.origin[0], point[1] * self.zoom + self.origin[1]

    def to_image(self, point: Point) -> Point:
        return (point[0] - self.origin[0]) / self.zoom, (point[1] - self.origin[1]) / self.zoom

    def pixel_at(self, point: Point) -> tuple[int, int] | None:
        """(column, row) of the image pixel under a view point; None beside the image."""
        x, y = self.to_image(point)
        if not (0 <= x < self.image[0] and 0 <= y < self.image[1]):
            return None
        return int(x), int(y)

    @property
    def shown(self) -> Rect:
        """The image's rectangle in the view, rounded outwards and clipped to the view."""
        return self.view_rect(Rect(0, 0, *self.image))

    @property
    def seen(self) -> Rect:
        """The image pixels of which any part lies in the view."""
        x0, y0 = self.to_image((0, 0))
        x1, y1 = self.to_image(self.view)
        left, top = math.floor(x0 + _FUZZ), math.floor(y0 + _FUZZ)
        rect = Rect(left, top, math.ceil(x1 - _FUZZ) - left, math.ceil(y1 - _FUZZ) - top)
        return rect.intersect(Rect(0, 0, *self.image))

    def centred_on(self, point: Point) -> Viewport:
        """This image point in the middle of the view, as far as `panned` allows it."""
        x, y = self.to_view(point)
        return self.panned(round(self.view[0] / 2 - x), round(self.view[1] / 2 - y))

    def view_rect(self, pixels: Rect) -> Rect:
        """View pixels that show any part of these image pixels, clipped to the view."""
        x0, y0 = self.to_view((pixels.x, pixels.y))
        x1, y1 = self.to_view((pixels.right, pixels.bottom))
        left, top = math.floor(x0 + _FUZZ), math.floor(y0 + _FUZZ)
        rect = Rect(left, top, math.ceil(x1 - _FUZZ) - left, math.ceil(y1 - _FUZZ) - top)
        return rect.intersect(Rect(0, 0, *self.view))

    def zoomed(self, zoom: float, about: Point) -> Viewport:
        """Another zoom, with the image point under the view point `about` kept where it is.

        Beside the image the image's nearest point is kept, so that the image cannot be zoomed out of sight.
        """
        zoom = min(max(zoom, self.min_zoom), MAX_ZOOM)
        x, y = self.to_image(about)
        x, y = min(max(x, 0.0), self.image[0]), min(max(y, 0.0), self.image[1])
        fixed = self.to_view((x, y))
        return replace(self, zoom=zoom, origin=(_exact(fixed[0] - x * zoom), _exact(fixed[1] - y * zoom)))

    def stepped(self, direction: int, about: Point) -> Viewport:
        """The next larger (direction 1) or smaller (−1) zoom of `STEPS`."""
        if direction > 0:
            wanted = next((s for s in STEPS if s > self.zoom * 1.001), MAX_ZOOM)
        else:
            wanted = next((s for s in reversed(STEPS) if s < self.zoom * 0.999), self.min_zoom)
        return self.zoomed(wanted, about)

    def showing(self, region: Rect) -> Viewport:
        """These image pixels in the middle; the zoom stays unless they would be lost in the view or reach out of it.

        A region that lies well in the view already moves nothing.
        """
        margins = [min(FIT_MARGIN, v / 4) for v in self.view]
        free = [max(v - 2 * m, 1.0) for v, m in zip(self.view, margins, strict=True)]
        sides = max(region.width, 1), max(region.height, 1)
        fitting = min(f / side for side, f in zip(sides, free, strict=True))
        zoom = self.zoom
        if zoom > fitting:  # it reaches out of the view
            zoom = max(fitting, self.min_zoom)
        elif zoom < fitting * _LEAST_SHARE:
            zoom = max(min(fitting * _GOOD_SHARE, _CLOSEST), zoom)
        corners = self.to_view((region.x, region.y)), self.to_view((region.right, region.bottom))
        if zoom == self.zoom and all(
            corners[0][axis] >= margins[axis] and corners[1][axis] <= self.view[axis] - margins[axis]
            for axis in (0, 1)
        ):
            return self
        middle = region.x + region.width / 2, region.y + region.height / 2
        x, y = (float(round(v / 2 - m * zoom)) for v, m in zip(self.view, middle, strict=True))
        return replace(self, zoom=zoom, origin=(x, y)).panned(0.0, 0.0)

    def panned(self, dx: float, dy: float) -> Viewport:
        """The image moved by view pixels, a strip of it always staying in the view."""
        x, y = self.origin[0] + dx, self.origin[1] + dy
        return replace(self, origin=(self._kept(x, 0), self._kept(y, 1)))

    def resized(self, view: tuple[int, int]) -> Viewport:
        """Another size of the view; its centre goes on showing the same image point."""
        dx, dy = ((new - old) / 2 for new, old in zip(view, self.view, strict=True))
        moved = replace(self, view=view)
        return moved.panned(math.floor(dx), math.floor(dy))

    def _kept(self, origin: float, axis: int) -> float:
        length = self.image[axis] * self.zoom
        keep = min(KEEP, length, self.view[axis])
        return _exact(min(max(origin, keep - length), self.view[axis] - keep))


def _exact(length: float) -> float:
    """A number whose fraction stays the same, to the last bit, when whole pixels are added: what a pan moves is then
    what would be painted anew."""
    return round(length * _QUANTUM) / _QUANTUM
