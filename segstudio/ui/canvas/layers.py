"""What can lie over the image: each layer is a code (uint8) for every image pixel, read where it is needed.

Codes are class ids, but for `empty_code` where nobody has said anything. A layer holds no copy: it reads the
document's planes at the rows and columns that the view shows, so that it is right at any moment and costs nothing
per image. Overviews (`codes.CodePyramid`) are made of blocks of it.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from segstudio.core.classes import ClassTable
from segstudio.core.provenance import EMPTY, reviewed
from segstudio.labels.label_map import LabelMap

Plane = NDArray[np.uint8]
Index = slice | NDArray[np.intp]
"""Rows or columns of the image: a block, or a list of positions in rising order."""

AGREES, DIFFERS, UNKNOWN = 1, 2, 0
"""Codes of the error layer."""


class Layer(Protocol):
    """Codes of an image of `shape` (height, width)."""

    @property
    def shape(self) -> tuple[int, int]: ...

    @property
    def keeps_small(self) -> bool:
        """Whether an overview shows the highest code of a block instead of the most frequent one."""

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


class ErrorLayer:
    """Where the prediction differs from what a person painted or confirmed: what the scores count."""

    keeps_small = True

    def __init__(self, label_map: LabelMap, prediction: Plane) -> None:
        """`prediction`: uint8 H×W in the classes of the label map."""
        self._map = label_map
        self._prediction = prediction

    @property
    def shape(self) -> tuple[int, int]:
        return self._map.shape

    def read(self, rows: Index, columns: Index) -> Plane:
        label = picked(self._map.label, rows, columns)
        counts = reviewed(picked(self._map.provenance, rows, columns)) & (label != self._map.ignore_index)
        codes = np.where(
            label == picked(self._prediction, rows, columns), np.uint8(AGREES), np.uint8(DIFFERS)
        )
        return np.where(counts, codes, np.uint8(UNKNOWN))


def picked(plane: Plane, rows: Index, columns: Index) -> Plane:
    """`plane[rows][:, columns]` by the quickest way: a view for two blocks."""
    if isinstance(columns, slice):
        return plane[rows, columns]
    if columns.size == 0:
        return plane[rows][:, :0]
    first, last = int(columns[0]), int(columns[-1]) + 1
    return plane[:, first:last][rows].take(columns - first, axis=1)
