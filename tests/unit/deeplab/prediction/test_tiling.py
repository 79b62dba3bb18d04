"""Cutting into tiles and joining what is said of each."""

from __future__ import annotations

import itertools
import tracemalloc
from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from segstudio.core.prediction import quantised
from segstudio.deeplab.prediction.tiling import (
    ALIGNMENT,
    MARGIN,
    RAMP,
    SMALLEST_TILE,
    Plan,
    Tile,
    assembled,
    seen_pixels,
    spans,
)


@given(length=st.integers(1, 400), tile=st.integers(SMALLEST_TILE // ALIGNMENT, 64))
def test_tiles_cover_a_line_with_margins_and_ramps(length: int, tile: int) -> None:
    length, tile = length * ALIGNMENT, tile * ALIGNMENT
    found = spans(length, tile)
    assert found[0].own[0] == 0
    assert found[-1].own[1] == length
    weight = np.zeros(length)
    for before, after in itertools.pairwise(found):
        assert before.own[1] == after.own[0]
        assert before.kept[1] - after.kept[0] == RAMP
    for span in found:
        assert span.seen[1] - span.seen[0] == min(tile, length)
        assert all(edge % ALIGNMENT == 0 for edge in (*span.seen, *span.kept, *span.own))
        assert 0 <= span.seen[0] <= span.kept[0] <= span.own[0] < span.own[1] <= span.kept[1]
        assert span.kept[1] <= span.seen[1] <= length
        inner = [span.kept[0] - span.seen[0]] * (span.seen[0] > 0)
        inner += [span.seen[1] - span.kept[1]] * (span.seen[1] < length)
        assert all(margin >= min(MARGIN, tile // 6 // ALIGNMENT * ALIGNMENT) - 16 for margin in inner)
        weight[span.kept[0] : span.kept[1]] += 1
    assert weight.max() <= 2  # never three of them in one ramp


@given(height=st.integers(1, 3000), width=st.integers(1, 3000), pixels=st.integers(1 << 16, 1 << 21))
def test_a_tile_has_about_the_pixels_that_are_allowed(height: int, width: int, pixels: int) -> None:
    plan = Plan.of((height, width), pixels)
    assert 0 <= plan.padded[0] - height < ALIGNMENT
    assert 0 <= plan.padded[1] - width < ALIGNMENT
    for tile in plan:
        rows, columns = tile.rows.seen, tile.columns.seen
        assert (rows[1] - rows[0]) * (columns[1] - columns[0]) <= max(pixels, SMALLEST_TILE**2)


def _ramp(stride: int, scale: float) -> Callable[[NDArray[np.uint8], Tile], NDArray[np.float32]]:
    """A model whose logits are smooth functions of where a cell lies in the image."""

    def forward(pixels: NDArray[np.uint8], tile: Tile) -> NDArray[np.float32]:
        rows = np.arange(*tile.rows.seen, stride, dtype=np.float32)
        columns = np.arange(*tile.columns.seen, stride, dtype=np.float32)
        plane = rows[:, None] * scale + columns[None, :]
        return np.stack([plane, -plane, np.zeros_like(plane)]).astype(np.float32) / np.float32(1000)

    return forward


@given(
    height=st.integers(1, 900),
    width=st.integers(1, 900),
    stride=st.sampled_from([2, 4, 8, 16, 32]),
)
def test_joining_tiles_of_a_plane_gives_the_plane(height: int, width: int, stride: int) -> None:
    plan = Plan.of((height, width), 1 << 16)
    image = np.zeros((height, width, 3), np.uint8)
    got = assembled(image, plan, _ramp(stride, 2.0))
    rows, columns = -(-height // stride), -(-width // stride)
    plane = np.arange(rows)[:, None] * stride * 2.0 + np.arange(columns)[None, :] * stride
    expected = np.stack([plane, -plane, np.zeros_like(plane)]).astype(np.float32) / np.float32(1000)
    assert got.shape == expected.shape
    assert np.abs(got.astype(int) - quantised(expected)).max() <= 1  # rounding


def test_a_step_between_tiles_becomes_a_ramp() -> None:
    """Tiles that say other things: the step of the first class is spread over the ramp."""

    def forward(pixels: NDArray[np.uint8], tile: Tile) -> NDArray[np.float32]:
        level = float(tile.column) * 4
        cells = pixels.shape[0] // 2, pixels.shape[1] // 2
        return np.stack([np.full(cells, level - 10, np.float32), np.zeros(cells, np.float32)])

    image = np.zeros((256, 512, 3), np.uint8)
    got = assembled(image, Plan.of((256, 512), 1 << 16), forward)[0, 0].astype(int)
    assert got[-1] - got[0] > 50
    assert np.abs(np.diff(got)).max() <= np.ceil(4 * 255 / 32 / (RAMP // 2)) + 1


def test_past_the_end_of_the_image_its_last_pixels_go_on() -> None:
    image = np.arange(40 * 50 * 3, dtype=np.uint8).reshape(40, 50, 3)
    (tile,) = Plan.of((40, 50), 1 << 16)
    seen = seen_pixels(image, tile)
    assert seen.shape == (64, 64, 3)
    np.testing.assert_array_equal(seen[:40, :50], image)
    np.testing.assert_array_equal(seen[40:, :50], np.repeat(image[-1:], 24, axis=0))


def test_no_float_map_of_the_whole_exists() -> None:
    """Memory beside the image and the result does not grow with the number of tiles."""

    def peak(side: int) -> float:
        image = np.zeros((side, 1024, 3), np.uint8)
        plan = Plan.of((side, 1024), 1 << 18)

        def forward(pixels: NDArray[np.uint8], tile: Tile) -> NDArray[np.float32]:
            return np.zeros((8, pixels.shape[0] // 4, pixels.shape[1] // 4), np.float32)

        tracemalloc.start()
        try:
            result = assembled(image, plan, forward)
            return tracemalloc.get_traced_memory()[1] - result.nbytes
        finally:
            tracemalloc.stop()

    assert peak(8192) < 1.05 * peak(2048)
