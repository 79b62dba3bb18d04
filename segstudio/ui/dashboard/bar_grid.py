"""Where bars lie: in columns that are read down, or, where they do not all fit, row by row and scrolled down."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF

LEAST_ROW = 18
_MOST_ROW = 30
_MOST_COLUMN = 420
_GAP = 18
_SCROLL_BAR = 14
"""With a gap beside it."""


@dataclass(frozen=True, slots=True)
class BarGrid:
    """`scrolls`: the bars are read row by row, to the right and then down, as what is seen of them ends anywhere."""

    count: int
    columns: int
    lines: int
    column_width: float
    row_height: float
    scrolls: bool = False

    @classmethod
    def of(cls, count: int, width: int, height: int, least: float) -> BarGrid:
        """For a view of this size. `least`: what a column needs."""
        most_lines = max(1, height // LEAST_ROW)
        columns = max(1, math.ceil(count / most_lines))
        fitting = _fitting(width, least)
        if columns <= fitting:
            lines = max(1, math.ceil(count / columns))
            row_height = max(LEAST_ROW, min(_MOST_ROW, height / lines))
            return cls(count, columns, lines, _column_width(width, columns), row_height)
        width = max(1, width - _SCROLL_BAR)
        columns = _fitting(width, least)
        lines = math.ceil(count / columns)
        row_height = max(LEAST_ROW, height / most_lines)
        return cls(count, columns, lines, _column_width(width, columns), row_height, scrolls=True)

    @property
    def height(self) -> int:
        return math.ceil(self.lines * self.row_height)

    def rect(self, index: int) -> QRectF:
        """Of a bar, before scrolling."""
        if self.scrolls:
            line, column = divmod(index, self.columns)
        else:
            column, line = divmod(index, self.lines)
        left, top = column * (self.column_width + _GAP), line * self.row_height
        return QRectF(left, top, self.column_width, self.row_height)

    def index_at(self, x: float, y: float) -> int | None:
        """The bar at a place, before scrolling; None between and beside them."""
        column, line = int(x // (self.column_width + _GAP)), int(y // self.row_height)
        inside = x - column * (self.column_width + _GAP) <= self.column_width
        if not (inside and 0 <= column < self.columns and 0 <= line < self.lines):
            return None
        index = line * self.columns + column if self.scrolls else column * self.lines + line
        return index if index < self.count else None

    def neighbour(self, index: int, right: int, down: int) -> int | None:
        """The bar so many columns and lines away; None where there is none. Down from the last of a column goes to the
        next column, or, where the bars scroll, right from the last of a row to the next row."""
        by = right + down * self.columns if self.scrolls else right * self.lines + down
        return index + by if 0 <= index + by < self.count else None


def _fitting(width: int, least: float) -> int:
    return max(1, int((width + _GAP) // (least + _GAP)))


def _column_width(width: int, columns: int) -> float:
    return min(_MOST_COLUMN, (width - (columns - 1) * _GAP) / columns)
