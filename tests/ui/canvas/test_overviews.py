"""Layers and their overviews, against the plainest reference."""

from __future__ import annotations

import threading
from collections import Counter
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from pytestqt.qtbot import QtBot

from segstudio.core.adjustments import Adjustment
from segstudio.core.arrays import Plane
from segstudio.core.classes import ClassTable, SegClass, table_of
from segstudio.core.geometry import Rect
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL
from segstudio.labels.label_map import LabelMap
from segstudio.ui.canvas.rendering.background import Background
from segstudio.ui.canvas.rendering.codes import CodePyramid, halved, level_for
from segstudio.ui.canvas.rendering.layers import (
    AGREES,
    AT_ONCE,
    DIFFERS,
    UNKNOWN,
    ErrorLayer,
    MaskLayer,
    PlaneLayer,
    Said,
    empty_code,
)
from segstudio.ui.canvas.rendering.pyramid import ImagePyramid, ReducedImage, halvings
from segstudio.ui.canvas.rendering.rects import merged
from segstudio.ui.canvas.rendering.tone import Tone
from segstudio.ui.canvas.viewport import Viewport

planes = hnp.arrays(
    np.uint8, hnp.array_shapes(min_dims=2, max_dims=2, max_side=9), elements=st.integers(0, 3)
)


@given(planes)
def test_halved_takes_a_most_frequent_code(plane: Plane) -> None:
    result = halved(plane)
    padded = np.pad(plane, ((0, plane.shape[0] % 2), (0, plane.shape[1] % 2)), mode="edge")
    assert result.shape == (padded.shape[0] // 2, padded.shape[1] // 2)
    for (y, x), code in np.ndenumerate(result):
        counts = Counter(padded[2 * y : 2 * y + 2, 2 * x : 2 * x + 2].ravel().tolist())
        assert counts[int(code)] == max(counts.values())


@given(planes)
def test_halved_can_keep_the_highest(plane: Plane) -> None:
    padded = np.pad(plane, ((0, plane.shape[0] % 2), (0, plane.shape[1] % 2)), mode="edge")
    expected = padded.reshape(padded.shape[0] // 2, 2, -1, 2).max(axis=(1, 3))
    assert np.array_equal(halved(plane, keep_highest=True), expected)


@pytest.mark.parametrize(
    ("zoom", "level"), [(4, 0), (1, 0), (0.51, 0), (0.5, 1), (0.3, 1), (0.25, 2), (1 / 64, 6)]
)
def test_level_has_pixels_of_half_to_one_view_pixel(zoom: float, level: int) -> None:
    assert level_for(zoom) == level
    assert zoom >= 1 or 0.5 < zoom * 2**level <= 1


def everything(pyramid: CodePyramid, zoom: float, shape: tuple[int, int]) -> Plane:
    """Every pixel of the level that suits `zoom`."""
    step = 2 ** level_for(zoom)
    return pyramid.read(zoom, np.arange(0, shape[0], step), np.arange(0, shape[1], step))


@settings(deadline=None, max_examples=40)
@given(
    st.integers(3, 90),
    st.integers(3, 90),
    st.lists(
        st.tuples(st.floats(0, 1), st.floats(0, 1), st.integers(1, 40), st.sampled_from([0.3, 0.1, 1])),
        max_size=8,
    ),
    st.booleans(),
)
def test_an_overview_that_followed_edits_equals_a_new_one(
    qapp: object, height: int, width: int, edits: list[tuple[float, float, int, float]], keep: bool
) -> None:
    plane = np.random.default_rng(height * width).integers(0, 4, (height, width), np.uint8)
    background = Background()
    layer = PlaneLayer(plane)
    layer.keeps_small = keep
    pyramid = CodePyramid(layer, background, lambda: None)
    for x_share, y_share, size, zoom in edits:
        rect = Rect(int(x_share * width), int(y_share * height), size, size).intersect(
            Rect(0, 0, width, height)
        )
        plane[rect.slices] = (plane[rect.slices] + 1) % 4
        pyramid.mark([rect])
        everything(pyramid, zoom, plane.shape)
    fresh = CodePyramid(layer, background, lambda: None)
    for zoom in (0.5, 0.25, 0.1):
        assert np.array_equal(everything(pyramid, zoom, plane.shape), everything(fresh, zoom, plane.shape))


def test_many_edits_are_right_at_once_and_smooth_after_settling(background: Background) -> None:
    plane = np.zeros((1024, 1024), np.uint8)
    pyramid = CodePyramid(PlaneLayer(plane), background, lambda: None)
    everything(pyramid, 0.1, plane.shape)
    plane[:] = np.random.default_rng(1).integers(0, 4, plane.shape, np.uint8)
    pyramid.mark([Rect(x, y, 200, 200) for y in range(0, 1024, 256) for x in range(0, 1024, 256)])
    pyramid.mark([Rect(0, 0, 1024, 1024)] * 3)
    rows = np.arange(0, 1024, 10)
    assert np.array_equal(pyramid.read(0.1, rows, rows), plane[rows][:, rows])
    repaired = []
    for _ in range(100):
        if not pyramid.unsettled(0.1):
            break
        repaired += pyramid.settle(0.1)
    assert not pyramid.unsettled(0.1)
    assert Rect(0, 0, 1024, 1024) in repaired
    fresh = CodePyramid(PlaneLayer(plane), background, lambda: None)
    assert np.array_equal(everything(pyramid, 0.1, plane.shape), everything(fresh, 0.1, plane.shape))


def test_a_large_layer_is_reduced_in_the_background(qtbot: QtBot, background: Background) -> None:
    side = 2200
    assert side * side > AT_ONCE
    plane = np.zeros((side, side), np.uint8)
    plane[::2] = 1
    plane[:, 1::2] = 2
    ready: list[int] = []
    pyramid = CodePyramid(PlaneLayer(plane), background, lambda: ready.append(1))
    rows = np.arange(0, side, 5)
    assert np.array_equal(pyramid.read(0.2, rows, rows), plane[rows][:, rows])
    was_pending = pyramid.pending
    plane[:300, :300] = 3  # while it is being reduced
    pyramid.mark([Rect(0, 0, 300, 300)])
    qtbot.waitUntil(lambda: bool(ready))
    assert (was_pending, pyramid.pending) == (True, False)
    while pyramid.unsettled(0.2):
        pyramid.settle(0.2)
    overview = everything(pyramid, 0.2, plane.shape)
    assert (overview[:75, :75] == 3).all()
    assert (overview[80:, 80:] == 2).all()


def test_mask_layer_tells_empty_from_void() -> None:
    label_map = LabelMap.empty((2, 3))
    label_map.label[0] = 1, 255, 2
    label_map.provenance[0] = HUMAN, HUMAN, MODEL
    layer = MaskLayer(label_map, 99)
    expected = np.array([[1, 255, 2], [99, 99, 99]], np.uint8)
    assert np.array_equal(layer.read(slice(0, 2), slice(0, 3)), expected)
    assert np.array_equal(layer.read(np.array([1, 0]), np.array([1, 2])), expected[[1, 0]][:, [1, 2]])


def test_error_layer_shows_what_scores_count() -> None:
    label_map = LabelMap.empty((1, 6))
    label_map.label[0] = 1, 2, 255, 1, 1, 255
    label_map.provenance[0] = HUMAN, CONFIRMED, HUMAN, MODEL, CONFIRMED, EMPTY
    prediction = np.array([[1, 1, 1, 2, 255, 1]], np.uint8)
    layer = ErrorLayer(label_map, Said(prediction))
    expected = [AGREES, DIFFERS, UNKNOWN, UNKNOWN, DIFFERS, UNKNOWN]
    assert layer.read(slice(0, 1), slice(0, 6))[0].tolist() == expected


def test_empty_code_is_free() -> None:
    table = table_of([f"c{i}" for i in range(5)], ignore_index=255)
    assert empty_code(table) == 254
    full = ClassTable(tuple(SegClass(i, f"c{i}", (0, 0, 0)) for i in range(255)), 255)
    assert empty_code(full) == 255
    inside = table_of([f"c{i}" for i in range(255)], ignore_index=0)
    assert empty_code(inside) == 255


@given(st.lists(st.tuples(*[st.integers(0, 60)] * 4), max_size=12), st.integers(0, 500))
def test_merged_rectangles_cover_the_same(quads: list[tuple[int, int, int, int]], slack: int) -> None:
    rects = [Rect(*quad) for quad in quads]
    result = merged(rects, slack)
    before, after = np.zeros((130, 130), bool), np.zeros((130, 130), bool)
    for rect in rects:
        before[rect.slices] = True
    for rect in result:
        after[rect.slices] = True
    assert (after | ~before).all()
    assert len(result) <= len(rects)
    if slack == 0:
        assert sum(r.area for r in result) <= sum(r.area for r in rects)


def gradient(height: int, width: int) -> Plane:
    y, x = np.mgrid[:height, :width]
    return np.stack([x * 255 // width, y * 255 // height, (x + y) % 256], axis=2).astype(np.uint8)


def test_image_levels_are_area_averages() -> None:
    image = gradient(600, 700)
    second = halvings(image)[1]
    expected = image.reshape(300, 2, 350, 2, 3).astype(float).mean(axis=(1, 3))
    assert np.abs(second - expected).max() <= 0.5 + 1e-6
    assert halvings(gradient(601, 701))[1].shape == (301, 351, 3)


def test_image_is_sharp_when_large_and_exact_at_full_size(background: Background) -> None:
    image = gradient(90, 120)
    pyramid = ImagePyramid(image, background, lambda: None)
    one = pyramid.sample(Viewport((120, 90), (300, 300), 1.0, (7.0, 9.0)), Rect(10, 20, 40, 30))
    assert np.array_equal(one, image[11:41, 3:43])
    four = pyramid.sample(Viewport((120, 90), (300, 300), 4.0, (0.0, 0.0)), Rect(8, 4, 80, 40))
    assert np.array_equal(four, image[1:11, 2:22].repeat(4, axis=0).repeat(4, axis=1))


def test_image_is_averaged_when_small(background: Background) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (512, 512, 3), np.uint8)
    pyramid = ImagePyramid(noise, background, lambda: None)
    quarter = pyramid.sample(Viewport((512, 512), (200, 200), 0.25, (0.0, 0.0)), Rect(0, 0, 128, 128))
    expected = cv2.resize(noise, (128, 128), interpolation=cv2.INTER_AREA)
    assert np.abs(quarter.astype(int) - expected).max() <= 2
    assert quarter.std() < noise.std() / 3


def test_any_part_of_the_image_looks_as_in_the_whole(background: Background) -> None:
    pyramid = ImagePyramid(gradient(333, 457), background, lambda: None)
    viewport = Viewport((457, 333), (400, 400), 0.61, (11.0, 5.0))
    whole = pyramid.sample(viewport, viewport.shown).astype(int)
    part = Rect(60, 40, 50, 70)
    alone = pyramid.sample(viewport, part).astype(int)
    inside = part.translate(-viewport.shown.x, -viewport.shown.y)
    assert np.abs(whole[inside.slices] - alone).max() <= 8  # positions are rounded to 1/32 pixel


def test_a_large_image_is_shown_before_its_overviews(qtbot: QtBot, background: Background) -> None:
    image = np.zeros((2100, 2100, 3), np.uint8)
    image[::2] = 200
    ready: list[int] = []
    pyramid = ImagePyramid(image, background, lambda: ready.append(1))
    viewport = Viewport((2100, 2100), (300, 300), 0.125, (0.0, 0.0))
    first = pyramid.sample(viewport, Rect(0, 0, 100, 100))
    assert set(np.unique(first)) <= {0, 200}
    qtbot.waitUntil(lambda: bool(ready))
    assert pyramid.ready
    assert abs(float(pyramid.sample(viewport, Rect(0, 0, 100, 100)).mean()) - 100) < 2


def test_a_reduced_version_stands_in_until_the_overviews_are_there(
    qtbot: QtBot, background: Background
) -> None:
    image = gradient(2100, 2300)
    reduced = ReducedImage(halvings(image)[3], (2300, 2100))
    ready: list[int] = []
    viewport = Viewport((2300, 2100), (300, 300), 0.125, (3.0, 5.0))
    shown = viewport.shown
    pyramid = ImagePyramid(image, background, lambda: ready.append(1), reduced)
    early = pyramid.sample(viewport, shown).astype(int)
    assert np.array_equal(early, reduced.sample(viewport, shown))
    near = Viewport((2300, 2100), (300, 300), 4.0)
    assert np.array_equal(pyramid.sample(near, near.shown)[::4, ::4], image[:75, :75])
    qtbot.waitUntil(lambda: bool(ready))
    late = pyramid.sample(viewport, shown).astype(int)
    assert np.abs(late - early)[:, :, :2].max() <= 2, "blue is too fine for either"


@pytest.mark.parametrize("zoom", [0.05, 0.125, 0.3, 1.0, 3.0])
def test_a_reduced_image_lies_where_the_whole_will_lie(background: Background, zoom: float) -> None:
    image = gradient(1600, 1200)
    whole = ImagePyramid(image, background, lambda: None)
    viewport = Viewport((1200, 1600), (300, 300), zoom, (-10.0, -20.0))
    shown = viewport.shown
    found = ReducedImage(whole.levels[2], (1200, 1600)).sample(viewport, shown).astype(int)
    assert np.abs(found - whole.sample(viewport, shown)).mean() < 1.5


@pytest.mark.parametrize("shape", [(333, 457), (300, 301), (301, 300), (257, 1), (1, 300)])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [1, 3])
def test_a_half_is_the_mean_of_four_with_the_edge_counted_twice(
    shape: tuple[int, int], dtype: type, channels: int
) -> None:
    rng = np.random.default_rng(2)
    image: Any = rng.integers(0, np.iinfo(dtype).max, (*shape, channels)).astype(dtype)
    padded = np.pad(image, ((0, shape[0] % 2), (0, shape[1] % 2), (0, 0)), mode="edge").astype(float)
    mean = (padded[::2, ::2] + padded[1::2, ::2] + padded[::2, 1::2] + padded[1::2, 1::2]) / 4
    half = halvings(image)[1]
    assert half.dtype == dtype
    assert np.abs(half - mean).max() <= 0.5


def test_sixteen_bits_become_colours_through_a_table() -> None:
    values = np.array([[[0], [1000], [2000], [3000], [65535]]], np.uint16)
    tone = Tone(Adjustment(ranges=((1000 / 65535, 3000 / 65535),) * 3), np.dtype(np.uint16), 1)
    shown = tone.shown(values)[0]
    assert shown[:, 0].tolist() == shown[:, 1].tolist() == shown[:, 2].tolist()
    assert shown[:, 2].tolist() in ([0, 0, 127, 255, 255], [0, 0, 128, 255, 255])
    assert (shown[:, 3] == 255).all()


@pytest.mark.parametrize("channels", [1, 3])
def test_each_channel_has_its_own_table(channels: int) -> None:
    adjustment = Adjustment(brightness=0.1).with_range(0, 0.0, 0.5).with_range(2, 0.5, 1.0)
    rng = np.random.default_rng(1)
    values = rng.integers(0, 256, (9, 11, channels), np.uint8)
    shown = Tone(adjustment, np.dtype(np.uint8), channels).shown(values)
    for channel in range(3):
        expected = adjustment.table(channel, 256)[values[:, :, min(channel, channels - 1)]]
        assert np.array_equal(shown[:, :, 2 - channel], expected)


def test_without_memory_for_overviews_pixels_stand_in(qtbot: QtBot, background: Background) -> None:
    class Huge(PlaneLayer):
        def read(self, rows: Any, columns: Any) -> Any:
            if threading.current_thread() is not threading.main_thread():
                raise MemoryError
            return super().read(rows, columns)

    plane = np.random.default_rng(0).integers(0, 4, (2100, 2100), np.uint8)
    ready: list[int] = []
    pyramid = CodePyramid(Huge(plane), background, lambda: ready.append(1))
    every = np.arange(0, 2100, 8)
    for _ in range(2):
        assert np.array_equal(pyramid.read(0.125, every, every), plane[::8, ::8])
        qtbot.waitUntil(lambda: bool(ready))
    assert not pyramid.pending
