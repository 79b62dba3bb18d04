"""Values between cells: bilinear interpolation with half-pixel centres, as torch's `align_corners=False`."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

LONGEST = 1 << 14
"""OpenCV's remap ends below 2¹⁵ rows or columns: longer maps are interpolated in parts."""


def source_positions(pixels: int, cells: int) -> NDArray[np.float32]:
    """Where each pixel's centre falls among `cells` cell centres, in cell units."""
    return ((np.arange(pixels, dtype=np.float32) + 0.5) * (cells / pixels) - 0.5).clip(0, cells - 1)


def interpolated(
    cells: NDArray[np.float32], rows: NDArray[np.float32], columns: NDArray[np.float32]
) -> NDArray[np.float32]:
    """C×h×w cells at `rows` × `columns` (ascending, in cell units): C×len(rows)×len(columns)."""
    out = np.empty((len(cells), len(rows), len(columns)), np.float32)
    for top in range(0, len(rows), LONGEST):
        for left in range(0, len(columns), LONGEST):
            down, across = rows[top : top + LONGEST], columns[left : left + LONGEST]
            low, first = int(down[0]), int(across[0])
            map_y = np.repeat(down[:, None] - low, len(across), axis=1)
            map_x = np.repeat(across[None, :] - first, len(down), axis=0)
            for channel, target in zip(cells, out, strict=True):
                part = channel[low : int(down[-1]) + 2, first : int(across[-1]) + 2]
                target[top : top + len(down), left : left + len(across)] = cv2.remap(
                    np.ascontiguousarray(part),
                    map_x,
                    map_y,
                    cv2.INTER_LINEAR,
                    borderMode=cv2.BORDER_REPLICATE,
                )
    return out
