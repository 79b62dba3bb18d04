"""Two layers side by side: one left of a divider, the other right of it. Both have the same colours."""

from __future__ import annotations

import numpy as np

from segstudio.core.arrays import Plane
from segstudio.core.geometry import Rect
from segstudio.ui.canvas.rendering.codes import CodePyramid
from segstudio.ui.canvas.rendering.layers import Index


class SwipeCodes:
    """Reads like a `CodePyramid`: `left` in the columns before `column`, `right` from it on."""

    def __init__(self, left: CodePyramid, right: CodePyramid, column: int) -> None:
        self._parts = (left, right)
        self.column = column

    @property
    def pending(self) -> bool:
        return any(part.pending for part in self._parts)

    def read(self, zoom: float, rows: Index, columns: Index) -> Plane:
        left, right = self._parts
        if isinstance(columns, slice):
            middle = min(max(self.column, columns.start), columns.stop)
            first: Index = slice(columns.start, middle)
            second: Index = slice(middle, columns.stop)
            none_left, none_right = middle == columns.start, middle == columns.stop
        else:
            at = int(np.searchsorted(columns, self.column))
            first, second = columns[:at], columns[at:]
            none_left, none_right = at == 0, at == columns.size
        if none_left:
            return right.read(zoom, rows, columns)
        if none_right:
            return left.read(zoom, rows, columns)
        return np.concatenate([left.read(zoom, rows, first), right.read(zoom, rows, second)], axis=1)

    def unsettled(self, zoom: float) -> bool:
        return any(part.unsettled(zoom) for part in self._parts)

    def settle(self, zoom: float) -> list[Rect]:
        return [rect for part in self._parts for rect in part.settle(zoom)]
