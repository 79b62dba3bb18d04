"""Which part of an image is looked at."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from segstudio.core.geometry import Rect
from segstudio.deeplab.fitting import fitted_size
from segstudio.deeplab.inspection.view import ALIGNMENT, view_of, view_size
from tests.unit.deeplab.inspection.small_models import BASE


@settings(deadline=None, max_examples=60)
@given(
    height=st.integers(1, 300), width=st.integers(1, 300), at=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    limit=st.integers(64 * 64, 30_000), working=st.sampled_from([1 << 14, 1 << 20]), enlarged=st.sampled_from([0, 20_000]),
)  # fmt: skip
def test_a_view_holds_the_pixel_and_keeps_the_limit(
    height: int, width: int, at: tuple[float, float], limit: int, working: int, enlarged: int
) -> None:
    config = replace(BASE, working_pixels=working, enlarged_pixels=enlarged)
    x, y = min(int(at[0] * width), width - 1), min(int(at[1] * height), height - 1)
    view = view_of((height, width), x, y, config, limit)
    assert view.of(np.zeros((height, width, 3), np.uint8)).shape[:2] == view.size
    assert view.size == view_size(height, width, config, limit)
    assert view.size[0] * view.size[1] <= max(limit, ALIGNMENT * ALIGNMENT)
    assert Rect(0, 0, width, height).intersect(view.region) == view.region
    assert view.region.intersect(Rect(x, y, 1, 1)).area == 1
    assert view.cropped == (view.region.area < height * width)
    for length, seen, start in zip(
        fitted_size((height, width), config), view.size, view.start, strict=True
    ):
        assert (length - seen) % ALIGNMENT == start % ALIGNMENT == 0  # cells lie as those of the whole
        assert start + seen <= length


def test_the_disc_of_reach_holds_its_share() -> None:
    view = view_of((40, 60), 10, 20, BASE, 1 << 20)
    influence = np.zeros((40, 60), np.float32)
    influence[20, 10], influence[20, 15], influence[20, 40] = 0.5, 0.4, 0.1
    assert [r.radius for r in view.reach(influence, (0.49, 0.89, 1.0))] == [0, 5, 30]
