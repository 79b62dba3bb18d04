"""The canvas: a colour plane and a class plane of twice the size of the scene, always painted together."""

from __future__ import annotations

import math

import cv2
import numpy as np

from segstudio.scenes.world.arrays import RGB, Bytes, Fixed, Floats
from segstudio.scenes.world.palette import UNLABELLED

SCALE = 2
"""Canvas pixels per scene pixel, in each direction."""

_SHIFT = 4
_FAR = 16000.0
_CIRCLE = np.stack([np.cos(np.arange(14) * math.tau / 14), np.sin(np.arange(14) * math.tau / 14)], axis=1)


class Canvas:
    """What is painted later covers what was there. `label=None` paints a mark on whatever it lies on."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width * SCALE
        self.height = height * SCALE
        self.colour: Bytes = np.zeros((self.height, self.width, 3), np.uint8)
        self.label: Bytes = np.full((self.height, self.width), UNLABELLED, np.uint8)

    def polygon(self, outline: Floats | None, colour: RGB, label: int | None) -> None:
        """Fill a polygon, pixels N×2."""
        if outline is None or len(outline) < 3:
            return
        if self.shows(outline):
            self.fill(self.fixed(outline), colour, label)

    def shows(self, pixels: Floats) -> bool:
        """Whether the bounding box of pixels N×2 touches the canvas."""
        (left, top), (right, low) = pixels.min(axis=0).tolist(), pixels.max(axis=0).tolist()
        return bool(left <= self.width and top <= self.height and right >= 0 and low >= 0)

    @staticmethod
    def fixed(pixels: Floats) -> Fixed:
        """Pixels as the fixed-point numbers that cv2 draws with; cv2 counts pixel centres as whole numbers."""
        return np.round((np.clip(pixels, -_FAR, _FAR) - 0.5) * (1 << _SHIFT)).astype(np.int32)

    def fill(self, outline: Fixed, colour: RGB, label: int | None) -> None:
        """Fill a polygon of fixed-point pixels."""
        cv2.fillPoly(self.colour, [outline], colour, shift=_SHIFT)
        if label is not None:
            cv2.fillPoly(self.label, [outline], (label,), shift=_SHIFT)

    def claim(self, outline: Floats, label: int) -> None:
        """Give a polygon's pixels a class and leave their colour: the gaps of a thing that is seen through."""
        cv2.fillPoly(self.label, [self.fixed(outline)], (label,), shift=_SHIFT)

    def capsule(self, a: Floats, b: Floats, ra: float, rb: float, colour: RGB, label: int | None) -> None:
        """Fill the hull of two circles: centres in pixels, radii in pixels."""
        hull = cv2.convexHull(np.concatenate([a + _CIRCLE * ra, b + _CIRCLE * rb]).astype(np.float32))
        self.polygon(hull[:, 0].astype(np.float64), colour, label)

    def disc(self, centre: Floats, radius: float, colour: RGB, label: int | None) -> None:
        """Fill a circle."""
        self.polygon(centre + _CIRCLE * radius, colour, label)

    def panel(self, texture: Bytes, corners: Floats, label: int) -> None:
        """Fill a quadrilateral (4×2 pixels: top left, top right, bottom right, bottom left) with a texture."""
        low = np.floor(corners.min(axis=0)).astype(int)
        high = np.ceil(corners.max(axis=0)).astype(int) + 1
        x0, y0 = max(int(low[0]), 0), max(int(low[1]), 0)
        x1, y1 = min(int(high[0]), self.width), min(int(high[1]), self.height)
        if x0 >= x1 or y0 >= y1 or float(np.abs(corners).max()) > _FAR:
            return
        th, tw = texture.shape[:2]
        source = np.array([[0, 0], [tw, 0], [tw, th], [0, th]], np.float32) - np.float32(0.5)
        target = (corners - np.array([x0, y0]) - 0.5).astype(np.float32)
        matrix = cv2.getPerspectiveTransform(source, target)
        size = (x1 - x0, y1 - y0)
        warped = cv2.warpPerspective(
            texture, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
        fixed = np.round(target * (1 << _SHIFT)).astype(np.int32)
        cv2.fillPoly(mask, [fixed], (255,), shift=_SHIFT)
        cv2.copyTo(warped, mask, self.colour[y0:y1, x0:x1])
        self.label[y0:y1, x0:x1][mask > 0] = label

    def sprite(self, colour: Bytes, mask: Bytes, claim: Bytes, left: int, top: int, label: int) -> None:
        """Paste a picture h×w×3 where `mask` is set; where `claim` is set the class becomes `label`."""
        h, w = mask.shape
        x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + w, self.width), min(top + h, self.height)
        if x0 >= x1 or y0 >= y1:
            return
        part = (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))
        here = (slice(y0, y1), slice(x0, x1))
        cv2.copyTo(np.ascontiguousarray(colour[part]), np.ascontiguousarray(mask[part]), self.colour[here])
        self.label[here][claim[part] > 0] = label

    def picture(self) -> Bytes:
        """The colour plane at the scene's size: every pixel is the mean of its canvas pixels."""
        size = (self.width // SCALE, self.height // SCALE)
        return np.asarray(cv2.resize(self.colour, size, interpolation=cv2.INTER_AREA), np.uint8)

    def classes(self) -> Bytes:
        """The class plane at the scene's size: the class that most of the 2×2 canvas pixels have."""
        a, b = self.label[0::2, 0::2], self.label[0::2, 1::2]
        c, d = self.label[1::2, 0::2], self.label[1::2, 1::2]
        among_rest = np.where((b == c) | (b == d), b, np.where(c == d, c, a))
        return np.where((a == b) | (a == c) | (a == d), a, among_rest).astype(np.uint8)
