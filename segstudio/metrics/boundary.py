"""Scores near the boundaries, where overlap over the whole image hardly looks.

Boundary IoU: Cheng, Girshick, Dollár, Berg & Kirillov, 'Boundary IoU: Improving Object-Centric Image
Segmentation Evaluation', CVPR 2021: |(G_d ∩ G) ∩ (P_d ∩ P)| / |(G_d ∩ G) ∪ (P_d ∩ P)|, G_d being the pixels within d
of the contour of mask G; as in the authors' code, d counts rows and columns (erosion by squares), and the border of the
image is a contour. Here of a class, with both sides of the fraction added up over images.
Trimap: Kohli, Ladický & Torr, 'Robust Higher Order Potentials for Enforcing Label Consistency', IJCV 2009.
Pixels whose truth is the ignore value are cut out of both masks first and count nowhere; where they begin is a contour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Label, Mask
from segstudio.core.planes import histogram
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import Score, mean_of, score

BOUNDARY_RATIO = 0.02
"""Width of the band of boundary IoU as a share of the image's diagonal: the value of the paper."""

MISPLACED_RATIO = 0.005
"""How far, as a share of the diagonal, a boundary may be off for its error to count as a missed boundary."""

TRIMAP_WIDTHS = (1, 2, 4, 8, 16, 32)
"""Pixels on either side of a boundary of the truth."""


@dataclass(frozen=True)
class BoundaryCounts:
    """Counts of one image or of the sum of many; they add like confusion matrices.

    `intersection`, `union`: int64 N, pixels of the classes' boundary bands. `trimap`: the confusion matrix inside
    the band of each of `TRIMAP_WIDTHS`, each wider one holding the narrower. `errors`: int64 N×3, wrong pixels by
    true class: another class, a missed boundary, void.
    """

    intersection: NDArray[np.int64]
    union: NDArray[np.int64]
    trimap: tuple[ConfusionMatrix, ...]
    errors: NDArray[np.int64]

    @classmethod
    def zero(cls, num_classes: int, ignore_index: int = 255) -> BoundaryCounts:
        nothing = np.zeros(num_classes, np.int64)
        matrix = ConfusionMatrix.zero(num_classes, ignore_index)
        return cls(nothing, nothing, (matrix,) * len(TRIMAP_WIDTHS), np.zeros((num_classes, 3), np.int64))

    def __add__(self, other: BoundaryCounts) -> BoundaryCounts:
        return BoundaryCounts(
            self.intersection + other.intersection,
            self.union + other.union,
            tuple(a + b for a, b in zip(self.trimap, other.trimap, strict=True)),
            self.errors + other.errors,
        )

    @property
    def iou(self) -> tuple[Score, ...]:
        """Boundary IoU by class id; None where neither truth nor prediction has a boundary of the class."""
        pairs = zip(self.intersection.tolist(), self.union.tolist(), strict=True)
        return tuple(i / u if u else None for i, u in pairs)

    @property
    def miou(self) -> Score:
        """Mean boundary IoU over the classes that have one."""
        return mean_of(self.iou)

    @property
    def trimap_miou(self) -> tuple[tuple[int, Score], ...]:
        """(width in pixels, mIoU inside the band)."""
        return tuple((w, score(m).miou) for w, m in zip(TRIMAP_WIDTHS, self.trimap, strict=True))


def band_width(height: int, width: int, ratio: float) -> int:
    """A share of the diagonal in whole pixels, at least 1."""
    return max(1, round(ratio * float(np.hypot(height, width))))


def compare_boundaries(
    truth: Label, prediction: Label, num_classes: int, ignore_index: int = 255
) -> BoundaryCounts:
    """Count two uint8 H×W arrays of class ids; ids of N and above are no class.

    Raises ValueError when their shapes differ.
    """
    if truth.shape != prediction.shape:
        raise ValueError(f"truth is {truth.shape}, prediction is {prediction.shape}")
    height, width = truth.shape
    valid = truth != ignore_index
    said = np.where(valid, prediction, ignore_index).astype(np.uint8)
    near = band_width(height, width, BOUNDARY_RATIO)
    reach = band_width(height, width, MISPLACED_RATIO)
    intersection = np.zeros(num_classes, np.int64)
    union = np.zeros(num_classes, np.int64)
    misplaced = np.zeros(truth.shape, bool)
    wrong = valid & (truth != said)
    for c in _classes_in(truth, said, num_classes, ignore_index):
        window = _bounding_box((truth == c) | (said == c))
        true_mask, said_mask = truth[window] == c, said[window] == c
        true_band, said_band = _inner_band(true_mask, near), _inner_band(said_mask, near)
        intersection[c] = np.count_nonzero(true_band & said_band)
        union[c] = np.count_nonzero(true_band | said_band)
        if true_mask.any():
            misplaced[window] |= _grown(true_mask, reach) & said_mask & wrong[window]
    void = wrong & ((said >= num_classes) | (said == ignore_index))
    confused = wrong & ~misplaced & ~void
    errors = np.stack(
        [np.bincount(truth[kind], minlength=256)[:num_classes] for kind in (confused, misplaced, void)],
        axis=1,
    )
    trimap = tuple(
        ConfusionMatrix.from_labels(truth[band], said[band], num_classes, ignore_index)
        for band in trimap_bands(truth)
    )
    return BoundaryCounts(intersection, union, trimap, errors.astype(np.int64))


def trimap_bands(truth: Label) -> Iterator[Mask]:
    """For each of `TRIMAP_WIDTHS` w: bool H×W, less than w pixels from a pixel at a boundary of the truth.

    At a boundary lies a pixel with a neighbour above, below, left or right of another value; void is a value
    here, since contours are often drawn with it.
    """
    distance = edge_distance(truth)
    for width in TRIMAP_WIDTHS:
        if distance is None:
            yield np.zeros(truth.shape, bool)
        else:
            yield np.asarray(distance < width - 1e-3, bool)


def edge_distance(truth: Label) -> NDArray[np.float32] | None:
    """float32 H×W: pixels to the nearest one at a boundary of the truth (0 there); None where there is no boundary."""
    edge = np.zeros(truth.shape, bool)
    across, down = truth[:, 1:] != truth[:, :-1], truth[1:] != truth[:-1]
    edge[:, 1:] |= across
    edge[:, :-1] |= across
    edge[1:] |= down
    edge[:-1] |= down
    if not edge.any():
        return None
    distance = cv2.distanceTransform((~edge).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(distance, np.float32)


def _classes_in(truth: Label, said: Label, num_classes: int, ignore_index: int) -> list[int]:
    counts = histogram(truth) + histogram(said)
    return [c for c in np.flatnonzero(counts[:num_classes]).tolist() if c != ignore_index]


def _bounding_box(mask: Mask) -> tuple[slice, slice]:
    """Of a mask that is not empty."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)


def _inner_band(mask: Mask, width: int) -> Mask:
    """Pixels of the mask within `width` (in rows and in columns) of what is not mask; outside the image is not."""
    box = np.ones((2 * width + 1, 2 * width + 1), np.uint8)
    inner = cv2.erode(mask.astype(np.uint8), box, borderType=cv2.BORDER_CONSTANT, borderValue=0)
    return np.asarray(mask & (inner == 0), bool)


def _grown(mask: Mask, width: int) -> Mask:
    box = np.ones((2 * width + 1, 2 * width + 1), np.uint8)
    return np.asarray(
        cv2.dilate(mask.astype(np.uint8), box, borderType=cv2.BORDER_CONSTANT, borderValue=0) > 0, bool
    )
