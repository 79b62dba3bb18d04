"""The functions of scikit-image that the tools use, with types: its own annotations are incomplete.

It is imported when first used: with SciPy it takes longer than the window may take to appear.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def components(code: NDArray[np.int32]) -> Ints:
    """int64 h×w: numbers 0 … n − 1 of the regions of equal code, joined by steps to one of four neighbours."""
    from skimage import measure

    outside = int(code.min()) - 1
    found = measure.label(code, connectivity=1, background=outside)  # type: ignore[no-untyped-call]  # as above
    return np.asarray(found, np.int64) - 1


def watershed(
    height: NDArray[np.uint8], marks: NDArray[np.int32], mask: NDArray[np.bool_] | None = None
) -> NDArray[np.int32]:
    """int32 h×w: the mark whose flood reaches each pixel of `mask` first, rising over `height`; 0 outside it."""
    from skimage import segmentation

    found = segmentation.watershed(height, marks, mask=mask)  # type: ignore[no-untyped-call]  # as above
    return np.asarray(found, np.int32)


def superpixels(image: NDArray[np.uint8], count: int, compactness: float, rounds: int) -> Ints:
    """int64 h×w: about `count` numbered SLIC superpixels of an RGB image."""
    from skimage import segmentation

    found = segmentation.slic(
        image, n_segments=count, compactness=compactness, max_num_iter=rounds, start_label=0, channel_axis=2
    )
    return np.asarray(found, np.int64)
