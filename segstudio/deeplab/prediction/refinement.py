"""Moving the borders between classes to where the image has edges, at the image's own resolution.

Two ways, both on the softmax probabilities of every class: the guided filter (He, Sun & Tang, 'Guided image filtering',
TPAMI 2013) and the conditional random field behind DeepLab v1 and v2 (Krähenbühl & Koltun, 'Efficient inference in fully
connected CRFs with Gaussian edge potentials', NIPS 2011; DeepLab v2 section 3.3), its pairs limited to a window as in
Teichmann & Cipolla, 'Convolutional CRFs', BMVC 2019.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Pixels
from segstudio.core.predicting import Refinement
from segstudio.core.prediction import as_logits, quantised
from segstudio.core.resampling import interpolated, source_positions
from segstudio.deeplab.prediction.averaging import softmax

Floats = NDArray[np.float32]

MOST_CELLS = 1 << 24
"""The result has a cell for every pixel, up to so many; of a larger image it is refined reduced."""

_BAND_VALUES = 1 << 22
_LEAST = 1e-7


@dataclass(frozen=True)
class GuidedFilter:
    """`radius`: pixels of the window's half side. `epsilon`: variance of the guide, of values 0 … 1, below which it is
    taken for flat."""

    radius: int = 2
    epsilon: float = 1e-4

    @property
    def reach(self) -> int:
        """How far away, in pixels, something can make a difference."""
        return 2 * self.radius

    def __call__(self, probabilities: Floats, image: Pixels) -> Floats:
        """C×H×W led by H×W×3: in every window the output is linear in the image's colours (equations 14 to 16)."""
        guide = [np.ascontiguousarray(image[..., k], np.float32) / np.float32(255) for k in range(3)]
        area = self._sum(np.ones(image.shape[:2], np.float32))

        def mean(plane: Floats) -> Floats:
            return self._sum(plane) / area

        means = [mean(plane) for plane in guide]
        covariance = [[mean(a * b) - m * n for b, n in zip(guide, means, strict=True)]
                      for a, m in zip(guide, means, strict=True)]  # fmt: skip
        for k in range(3):
            covariance[k][k] += np.float32(self.epsilon)
        inverse = _inverse(covariance)
        out = np.empty_like(probabilities)
        for channel, target in zip(probabilities, out, strict=True):
            value = mean(channel)
            both = [mean(plane * channel) - m * value for plane, m in zip(guide, means, strict=True)]
            slopes = [_dot(row, both) for row in inverse]
            offset = mean(value - _dot(slopes, means))
            target[...] = _dot([mean(slope) for slope in slopes], guide) + offset
        out = np.clip(out, _LEAST, 1)
        out /= out.sum(axis=0, keepdims=True)
        return out

    def _sum(self, plane: Floats) -> Floats:
        """Over the window around each pixel, as far as it lies in the image."""
        side = 2 * self.radius + 1
        sums = cv2.boxFilter(plane, -1, (side, side), normalize=False, borderType=cv2.BORDER_CONSTANT)
        return np.asarray(sums, np.float32).reshape(plane.shape)


def _dot(first: list[Floats], second: list[Floats]) -> Floats:
    total = first[0] * second[0]
    for a, b in zip(first[1:], second[1:], strict=True):
        total += a * b
    return total


def _inverse(m: list[list[Floats]]) -> list[list[Floats]]:
    """Of symmetric 3×3 matrices, given as planes of their entries: the adjugate over the determinant."""

    def minor(i: int, j: int) -> Floats:
        (a, b), (c, d) = ([k for k in range(3) if k != i], [k for k in range(3) if k != j])
        sign = np.float32(1 if (i + j) % 2 == 0 else -1)
        return sign * (m[a][c] * m[b][d] - m[a][d] * m[b][c])

    adjugate = [[minor(i, j) for j in range(3)] for i in range(3)]
    determinant = _dot(m[0], adjugate[0])
    return [[entry / determinant for entry in row] for row in adjugate]


@dataclass(frozen=True)
class MeanField:
    """The fully connected CRF's mean field, pairs within a window.

    `radius`: of the window. `near`, `colour`: widths of the appearance kernel in pixels and in values 0 … 255 (θα, θβ);
    `smooth`: width of the smoothness kernel (θγ). `appearance`, `smoothness`: their weights.
    """

    radius: int = 5
    near: float = 4.0
    colour: float = 10.0
    smooth: float = 2.0
    appearance: float = 3.0
    smoothness: float = 1.0
    iterations: int = 5

    @property
    def reach(self) -> int:
        return self.radius * self.iterations

    def __call__(self, probabilities: Floats, image: Pixels) -> Floats:
        """C×H×W led by H×W×3: Q ∝ exp(log p + Σ kernels · Q), Potts compatibility, kernels of sum 1 at each pixel."""
        unary = np.log(np.maximum(probabilities, _LEAST))
        pairs = self._pairs(image.astype(np.float32))
        q = probabilities
        for _ in range(self.iterations):
            message = np.zeros_like(q)
            for (down, right), weight in pairs:
                here, there = _shifted(q.shape[1:], down, right)
                message[:, here[0], here[1]] += weight[here] * q[:, there[0], there[1]]
            q = softmax(unary + message)
        return q

    def _pairs(self, image: Floats) -> list[tuple[tuple[int, int], Floats]]:
        """Each offset of the window but none, with H×W weights of the pixel that lies there."""
        steps = range(-self.radius, self.radius + 1)
        offsets = [(down, right) for down in steps for right in steps if (down, right) != (0, 0)]
        shape = image.shape[:2]
        kernels = {"appearance": np.zeros(shape, np.float32), "smoothness": np.zeros(shape, np.float32)}
        found: list[tuple[tuple[int, int], Floats, Floats]] = []
        for down, right in offsets:
            here, there = _shifted(shape, down, right)
            distance = down * down + right * right
            appearance, smoothness = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
            difference = ((image[here] - image[there]) ** 2).sum(-1)
            appearance[here] = np.exp(-distance / (2 * self.near**2) - difference / (2 * self.colour**2))
            smoothness[here] = math.exp(-distance / (2 * self.smooth**2))
            kernels["appearance"] += appearance
            kernels["smoothness"] += smoothness
            found.append(((down, right), appearance, smoothness))
        strong = self.appearance / np.maximum(kernels["appearance"], _LEAST)
        even = self.smoothness / np.maximum(kernels["smoothness"], _LEAST)
        return [(offset, (strong * a + even * s).astype(np.float32)) for offset, a, s in found]


def _shifted(
    shape: tuple[int, ...], down: int, right: int
) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """The pixels that have a neighbour at this offset, and those neighbours."""
    height, width = shape
    here = (
        slice(max(0, -down), max(0, min(height, height - down))),
        slice(max(0, -right), max(0, min(width, width - right))),
    )
    there = (
        slice(max(0, down), max(0, min(height, height + down))),
        slice(max(0, right), max(0, min(width, width + right))),
    )
    return here, there


METHODS: dict[Refinement, GuidedFilter | MeanField] = {
    Refinement.GUIDED: GuidedFilter(),
    Refinement.CRF: MeanField(),
}


def refined(
    logits: NDArray[np.uint8],  # C×h×w, quantised
    image: Pixels,
    method: GuidedFilter | MeanField,
    check: Callable[[], None] = lambda: None,
) -> NDArray[np.uint8]:
    """Quantised logits C×H×W at the image's resolution (at MOST_CELLS cells at most), borders led by its colours.

    Worked on in bands of rows that see as far beyond themselves as the method reaches: the result is that of the whole.
    `check` is called between bands and may raise.
    """
    shrink = math.sqrt(MOST_CELLS / (image.shape[0] * image.shape[1]))
    if shrink < 1:
        size = max(1, round(image.shape[1] * shrink)), max(1, round(image.shape[0] * shrink))
        image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
    height, width = image.shape[:2]
    rows, columns = source_positions(height, logits.shape[1]), source_positions(width, logits.shape[2])
    out = np.empty((logits.shape[0], height, width), np.uint8)
    step = max(4 * method.reach, _BAND_VALUES // (logits.shape[0] * width))
    for top in range(0, height, step):
        check()
        bottom = min(top + step, height)
        low, high = max(0, top - method.reach), min(height, bottom + method.reach)
        first, last = int(rows[low]), int(rows[high - 1]) + 2
        part = interpolated(as_logits(logits[:, first:last]), rows[low:high] - first, columns)
        result = method(softmax(part), image[low:high])[:, top - low : bottom - low]
        out[:, top:bottom] = quantised(np.log(np.maximum(result, _LEAST)))
    return out
