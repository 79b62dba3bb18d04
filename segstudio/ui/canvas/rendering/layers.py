"""What can lie over the image: each layer is a code (uint8) for every image pixel, read where it is needed.

Codes are class ids, but for `empty_code` where nobody has said anything. A layer holds no copy: it reads the
document's planes at the rows and columns that the view shows, so that it is right at any moment and costs nothing
per image. Overviews (`codes.CodePyramid`) are made of blocks of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from segstudio.core.arrays import Plane
from segstudio.core.classes import ClassTable
from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY
from segstudio.labels.label_map import LabelMap, reviewed_part
from segstudio.metrics.error_map import ErrorView, Paint, near_boundary

Index = slice | NDArray[np.intp]
"""Rows or columns of the image: a block, or a list of positions in rising order."""

UNKNOWN, AGREES, DIFFERS, FALSE = 0, 1, 2, 3
"""Codes of the error layer, unless it is coloured by class: nothing to say, right, wrong (of one class: missed), and
predicted as the class that is asked about though it is another."""

AT_ONCE = 1 << 22
"""Up to this many image pixels are reduced on the GUI thread; more go to the background."""
MOST_BAND_PIXELS = 1 << 22
"""Of a block as large as this the band along boundaries is not made in one go: it stays empty until the overview that
is made in the background is there."""


class Layer(Protocol):
    """Codes of an image of `shape` (height, width)."""

    @property
    def shape(self) -> tuple[int, int]: ...

    @property
    def keeps_small(self) -> bool:
        """Whether an overview shows the highest code of a block instead of the most frequent one."""

    @property
    def at_once(self) -> int:
        """Up to this many pixels are read whole on the GUI thread; an overview of more is made in the background."""

    def read(self, rows: Index, columns: Index) -> Plane:
        """uint8 h×w: the codes at these rows and columns. May be a view; never written to."""


def empty_code(table: ClassTable) -> int:
    """A code that no class and not the ignore index uses, for pixels that nobody has spoken about.

    When all 256 values are taken it is the ignore index: such a table cannot show void on purpose apart.
    """
    used = {c.id for c in table.classes} | {table.ignore_index}
    return next((code for code in range(255, -1, -1) if code not in used), table.ignore_index)


class PlaneLayer:
    """One plane as it is: a prediction."""

    keeps_small = False
    at_once = AT_ONCE

    def __init__(self, plane: Plane) -> None:
        self._plane = plane

    @property
    def shape(self) -> tuple[int, int]:
        height, width = self._plane.shape
        return height, width

    def read(self, rows: Index, columns: Index) -> Plane:
        return picked(self._plane, rows, columns)


class MaskLayer:
    """A label map, under work or saved: class ids, and the code `empty` where nobody has said anything."""

    keeps_small = False
    at_once = AT_ONCE

    def __init__(self, label_map: LabelMap, empty: int) -> None:
        self._map = label_map
        self._empty = np.uint8(empty)

    @property
    def shape(self) -> tuple[int, int]:
        return self._map.shape

    def read(self, rows: Index, columns: Index) -> Plane:
        label = picked(self._map.label, rows, columns)
        ignored = label == self._map.ignore_index
        if not ignored.any():
            return label
        ignored &= picked(self._map.provenance, rows, columns) == EMPTY
        return np.where(ignored, self._empty, label)


class DoubtLayer:
    """How unsure the model is: 255 minus its confidence. In an overview the most doubtful pixel of a block counts."""

    keeps_small = True
    at_once = AT_ONCE

    def __init__(self, confidence: Plane) -> None:
        """`confidence`: uint8 H×W, 255 = certain."""
        self._confidence = confidence

    @property
    def shape(self) -> tuple[int, int]:
        height, width = self._confidence.shape
        return height, width

    def read(self, rows: Index, columns: Index) -> Plane:
        return 255 - picked(self._confidence, rows, columns)


@dataclass(frozen=True)
class Said:
    """What is compared with the label map: `label`, uint8 H×W in its classes, of which there are `num_classes`.

    `void_counts`: whether a pixel that it leaves void is an error; otherwise nothing is said about it.
    """

    label: Plane
    num_classes: int = 256
    void_counts: bool = True


class ErrorLayer:
    """Where the prediction differs from what a person painted or confirmed: what the scores count.

    `view` says which errors, and what colours them: by class the codes are those of `class_codes`.
    """

    keeps_small = True

    def __init__(
        self, label_map: LabelMap, said: Said, view: ErrorView | None = None, codes: Plane | None = None
    ) -> None:
        """`codes`: those of `class_codes`."""
        self._map = label_map
        self._said = said
        self._view = view or ErrorView()
        self._codes = codes

    @property
    def shape(self) -> tuple[int, int]:
        return self._map.shape

    def read(self, rows: Index, columns: Index) -> Plane:
        view, ignore = self._view, self._map.ignore_index
        if not _length(rows) or not _length(columns):
            return np.empty((_length(rows), _length(columns)), np.uint8)
        truth = reviewed_part(
            picked(self._map.label, rows, columns), picked(self._map.provenance, rows, columns), ignore
        )
        prediction = picked(self._said.label, rows, columns)
        if not self._said.void_counts:
            truth[prediction == ignore] = ignore
        chosen = view.chosen(truth, prediction, self._said.num_classes, ignore)
        if view.band is not None:
            chosen &= self._near(rows, columns, view.band)
        if view.paint is not Paint.PLAIN and self._codes is not None:
            said = truth if view.paint is Paint.TRUTH else prediction
            return np.where(chosen, self._codes[said], np.uint8(UNKNOWN))
        if view.class_id is not None:
            wrong = np.where(truth == view.class_id, np.uint8(DIFFERS), np.uint8(FALSE))
            right = np.where(
                (truth == view.class_id) & (prediction == view.class_id),
                np.uint8(AGREES),
                np.uint8(UNKNOWN),
            )
            return np.where(chosen, wrong, right)
        if view.cell is not None:
            return np.where(chosen, np.uint8(DIFFERS), np.uint8(UNKNOWN))
        right = np.where((truth == prediction) & (truth != ignore), np.uint8(AGREES), np.uint8(UNKNOWN))
        return np.where(chosen, np.uint8(DIFFERS), right)

    @property
    def at_once(self) -> int:
        """Questions cost more than planes, distances to boundaries much more."""
        return AT_ONCE >> 4 if self._view.band is not None else AT_ONCE >> 2

    def _near(self, rows: Index, columns: Index, width: int) -> NDArray[np.bool_]:
        """Which of these pixels lie near a boundary of the truth; their surroundings decide."""
        top, bottom = _bounds(rows)
        left, right = _bounds(columns)
        block = Rect(left, top, right - left, bottom - top).inflate(width).intersect(self._map.rect)
        scattered = block.area > 4 * _length(rows) * _length(columns) + AT_ONCE // 16
        if block.empty or scattered or block.area > MOST_BAND_PIXELS:
            return np.zeros((_length(rows), _length(columns)), bool)
        near = near_boundary(self._map.reviewed_label(block), width).view(np.uint8)
        inside = picked(near, _moved(rows, -block.y), _moved(columns, -block.x))
        return inside.view(np.bool_)


def class_codes(table: ClassTable) -> Plane:
    """uint8 256: a code from 1 on for every class of the table, in its order; one more for all other values.

    0 stays free for pixels that there is nothing to say about. Of a table of 255 classes the last shares its code
    with the other values.
    """
    codes = np.full(256, min(len(table) + 1, 255), np.uint8)
    for number, c in enumerate(table.classes, start=1):
        codes[c.id] = min(number, 255)
    return codes


def _bounds(index: Index) -> tuple[int, int]:
    if isinstance(index, slice):
        return int(index.start), int(index.stop)
    return (int(index[0]), int(index[-1]) + 1) if index.size else (0, 0)


def _length(index: Index) -> int:
    return int(index.stop - index.start) if isinstance(index, slice) else int(index.size)


def _moved(index: Index, by: int) -> Index:
    return slice(index.start + by, index.stop + by) if isinstance(index, slice) else index + by


def picked(plane: Plane, rows: Index, columns: Index) -> Plane:
    """`plane[rows][:, columns]` by the quickest way: a view for two blocks."""
    if isinstance(columns, slice):
        return plane[rows, columns]
    if columns.size == 0:
        return plane[rows][:, :0]
    first, last = int(columns[0]), int(columns[-1]) + 1
    inside = columns - first
    if isinstance(rows, slice) or last - first <= 4 * len(columns):
        return plane[:, first:last][rows].take(inside, axis=1)
    found = np.empty((len(rows), len(columns)), np.uint8)
    for place, row in enumerate(rows):  # far zoomed out: what lies between is not copied
        plane[row, first:last].take(inside, out=found[place], mode="clip")
    return found
