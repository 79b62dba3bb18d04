"""A pixel's inspection as pictures over the image: what decided, where the atrous weights lie, which bins hold it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Pixels
from segstudio.core.geometry import Rect
from segstudio.core.inspection import BinShares, PixelInspection, Taps

Rgba = NDArray[np.uint8]  # h×w×4, not premultiplied

RATE_COLOURS = ((255, 196, 61), (64, 224, 208), (255, 110, 199), (150, 220, 90))
"""One per atrous branch, from the smallest rate; told apart without colour vision by the size of their grid."""

_SOFTNESS = 0.006
"""Of the longer side: how far a pixel's influence is spread. Single gradients are noisier than what they stand for."""
_WHOLE_AT = 99.7  # percent: influence above that is drawn in full
_FAINT = 0.55
_NOTHING = 0.2
_MOST_ALPHA = 0.9
_LONGEST = 1400
"""Pixels of a picture that is drawn with lines: sharp at usual zooms, whatever the image's size."""
_SHADE = (20, 20, 20)
_MARK = (255, 255, 255)


@dataclass(frozen=True, eq=False)
class Picture:
    """Pixels that cover `rect` of the image, which may reach beyond it."""

    pixels: Rgba
    rect: Rect


def influence_picture(inspection: PixelInspection) -> Picture:
    """Bright where the image decided the label; nothing where it did not matter."""
    shares = inspection.influence
    sigma = max(1.0, _SOFTNESS * max(shares.shape))
    soft = cv2.GaussianBlur(shares, (0, 0), sigma)
    top = float(np.percentile(soft, _WHOLE_AT)) or 1.0
    level = np.clip(soft / top, 0.0, 1.0) ** _FAINT
    index = np.rint(level * 255).astype(np.uint8)
    colours = cv2.cvtColor(cv2.applyColorMap(index, cv2.COLORMAP_INFERNO), cv2.COLOR_BGR2RGB)
    alpha = np.rint(255 * _MOST_ALPHA * np.clip((level - _NOTHING) / (1 - _NOTHING), 0.0, 1.0)).astype(
        np.uint8
    )
    return Picture(np.dstack((colours, alpha)), inspection.region)


def taps_picture(inspection: PixelInspection, rates: Sequence[int] | None = None) -> Picture:
    """The 3×3 weights of the atrous branches: filled where they look at the map, hollow where they fall on padding.

    `rates`: only these. The picture reaches as far past the image as the weights do.
    """
    shown = [(n, taps) for n, taps in enumerate(inspection.taps) if rates is None or taps.rate in rates]
    points = [(p.x, p.y) for _, taps in shown for p in taps.points]
    drawing = _Drawing(_around(points, inspection))
    for number, taps in reversed(shown):
        _draw_taps(drawing, taps, RATE_COLOURS[number % len(RATE_COLOURS)])
    drawing.disc((inspection.x + 0.5, inspection.y + 0.5), 4, _MARK, filled=True)
    return drawing.picture()


def bins_picture(inspection: PixelInspection) -> Picture:
    """The grids that SPP averages over; the bins that hold the pixel are lit, the finest the most."""
    drawing = _Drawing(inspection.seen)
    region = inspection.seen
    for level in inspection.bins:
        drawing.fill(_bin_rect(level, region), _MARK, 0.10)
    for number, level in enumerate(inspection.bins):
        colour = RATE_COLOURS[number % len(RATE_COLOURS)]
        for k in range(level.bins + 1):
            x = region.x + k * region.width / level.bins
            y = region.y + k * region.height / level.bins
            drawing.line((x, region.y), (x, region.bottom), colour, 1 + 0.5 * number)
            drawing.line((region.x, y), (region.right, y), colour, 1 + 0.5 * number)
    for number, level in reversed(list(enumerate(inspection.bins))):
        drawing.frame(_bin_rect(level, region), RATE_COLOURS[number % len(RATE_COLOURS)], 3)
    drawing.disc((inspection.x + 0.5, inspection.y + 0.5), 4, _MARK, filled=True)
    return drawing.picture()


def structure_picture(inspection: PixelInspection) -> Picture | None:
    """Bins or taps, whichever the model has."""
    if inspection.bins:
        return bins_picture(inspection)
    return taps_picture(inspection) if inspection.taps else None


def over_image(image: Pixels, pictures: Sequence[Picture]) -> Pixels:
    """The image under the pictures, 700 to 1400 pixels on its longer side; with a grey border where they reach past it,
    half of that side wide at most."""
    height, width = image.shape[:2]
    whole = Rect(0, 0, width, height)
    widest = whole.inflate(max(1, max(height, width) // 2))
    for picture in pictures:
        whole = whole.union(picture.rect).intersect(widest)
    longest = max(whole.width, whole.height)
    scale = min(max(1.0, _LONGEST / 2 / longest), _LONGEST / longest)
    ground = np.full(
        (max(1, round(whole.height * scale)), max(1, round(whole.width * scale)), 3), 48, np.uint8
    )
    x, y = round(-whole.x * scale), round(-whole.y * scale)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    scaled = cv2.resize(image, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    part = ground[y : y + size[1], x : x + size[0]]
    part[...] = scaled[: part.shape[0], : part.shape[1]]
    for picture in pictures:
        _blend(ground, picture, whole, scale)
    return ground


def _blend(ground: Pixels, picture: Picture, whole: Rect, scale: float) -> None:
    rect = picture.rect
    down = rect.height * scale / picture.pixels.shape[0]
    across = rect.width * scale / picture.pixels.shape[1]
    place = np.array(
        [  # from pixel centres to pixel centres
            [across, 0, (rect.x - whole.x) * scale + (across - 1) / 2],
            [0, down, (rect.y - whole.y) * scale + (down - 1) / 2],
        ]
    )
    size = ground.shape[1], ground.shape[0]
    pixels = cv2.warpAffine(picture.pixels, place, size, flags=cv2.INTER_LINEAR).astype(np.float32)
    alpha = pixels[..., 3:] / 255
    ground[...] = np.rint(ground * (1 - alpha) + pixels[..., :3] * alpha)


def _around(points: Sequence[tuple[float, float]], inspection: PixelInspection) -> Rect:
    """The looked-at region and all points, with room for their marks."""
    region = inspection.seen
    room = max(region.width, region.height) // 40 + 2
    whole = region
    for x, y in points:
        whole = whole.union(Rect(int(x) - room, int(y) - room, 2 * room, 2 * room))
    return whole


def _bin_rect(level: BinShares, region: Rect) -> tuple[float, float, float, float]:
    """x0, y0, x1, y1 in image pixels."""
    width, height = region.width / level.bins, region.height / level.bins
    left, top = region.x + level.column * width, region.y + level.row * height
    return left, top, left + width, top + height


def _draw_taps(drawing: _Drawing, taps: Taps, colour: tuple[int, int, int]) -> None:
    corners = [taps.points[i] for i in (0, 2, 8, 6)]
    for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
        drawing.line((a.x, a.y), (b.x, b.y), colour, 2)
    for point in taps.points:
        drawing.disc((point.x, point.y), 7, colour, filled=point.inside)


class _Drawing:
    """Lines and discs over a rectangle of the image, in its pixels; widths and radii are those of the picture."""

    def __init__(self, rect: Rect) -> None:
        self._rect = rect
        self._scale = _LONGEST / max(rect.width, rect.height)
        size = max(1, round(rect.height * self._scale)), max(1, round(rect.width * self._scale))
        self._colours = np.zeros((*size, 3), np.uint8)
        self._alpha = np.zeros(size, np.uint8)

    def line(
        self, a: tuple[float, float], b: tuple[float, float], colour: tuple[int, int, int], width: float
    ) -> None:
        ends, thick = (self._at(a), self._at(b)), max(1, round(width))
        cv2.line(self._colours, *ends, colour, thick + 2)  # wider: soft edges must not blend with black
        cv2.line(self._alpha, *ends, 220, thick, cv2.LINE_AA)

    def disc(
        self, at: tuple[float, float], radius: int, colour: tuple[int, int, int], *, filled: bool
    ) -> None:
        """With a dark rim, so that it shows on any ground."""
        centre = self._at(at)
        cv2.circle(self._colours, centre, radius + 2, _SHADE, 5 if not filled else -1, cv2.LINE_AA)
        cv2.circle(self._alpha, centre, radius + 2, 255, 5 if not filled else -1, cv2.LINE_AA)
        cv2.circle(self._colours, centre, radius, colour, -1 if filled else 2, cv2.LINE_AA)
        if not filled:
            cv2.circle(self._alpha, centre, radius - 3, 0, -1, cv2.LINE_AA)

    def frame(
        self, box: tuple[float, float, float, float], colour: tuple[int, int, int], width: int
    ) -> None:
        a, b = self._at(box[:2]), self._at(box[2:])
        cv2.rectangle(self._colours, a, b, colour, width, cv2.LINE_AA)
        cv2.rectangle(self._alpha, a, b, 255, width, cv2.LINE_AA)

    def fill(
        self, box: tuple[float, float, float, float], colour: tuple[int, int, int], alpha: float
    ) -> None:
        (x0, y0), (x1, y1) = self._at(box[:2]), self._at(box[2:])
        self._colours[max(y0, 0) : y1, max(x0, 0) : x1] = colour
        part = self._alpha[max(y0, 0) : y1, max(x0, 0) : x1]
        part[...] = np.minimum(part.astype(np.uint16) + round(255 * alpha), 255)

    def picture(self) -> Picture:
        return Picture(np.dstack((self._colours, self._alpha)), self._rect)

    def _at(self, point: tuple[float, float]) -> tuple[int, int]:
        return (
            round((point[0] - self._rect.x) * self._scale),
            round((point[1] - self._rect.y) * self._scale),
        )
