"""The border of a mask runs along every edge between a true and a false pixel, and nowhere else."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from segstudio.ui.canvas.hand.outline import outline

masks = arrays(np.bool_, st.tuples(st.integers(1, 9), st.integers(1, 9)))


@given(masks, st.integers(-5, 50), st.integers(-5, 50))
def test_it_runs_along_exactly_the_edges(mask: np.ndarray, x: int, y: int) -> None:
    height, width = mask.shape
    expected = set()
    for row in range(height):
        for column in range(width):
            if not mask[row, column]:
                continue
            left, top = column + x, row + y
            sides = {
                (row - 1, column): (left, top, left + 1, top),
                (row + 1, column): (left, top + 1, left + 1, top + 1),
                (row, column - 1): (left, top, left, top + 1),
                (row, column + 1): (left + 1, top, left + 1, top + 1),
            }
            for (r, c), side in sides.items():
                if not (0 <= r < height and 0 <= c < width and mask[r, c]):
                    expected.add(side)
    found = set()
    segments = outline(mask, x, y)
    for x0, y0, x1, y1 in segments.tolist():
        assert (x0 == x1) != (y0 == y1)
        steps = max(x1 - x0, y1 - y0)
        dx, dy = (x1 - x0) // steps, (y1 - y0) // steps
        for k in range(steps):
            piece = (x0 + k * dx, y0 + k * dy, x0 + (k + 1) * dx, y0 + (k + 1) * dy)
            assert piece not in found
            found.add(piece)
    assert found == expected


def test_runs_are_joined() -> None:
    assert len(outline(np.ones((40, 70), np.bool_))) == 4
    assert len(outline(np.zeros((4, 7), np.bool_))) == 0
