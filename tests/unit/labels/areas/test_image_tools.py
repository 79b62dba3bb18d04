"""Tools that look at colours: wand, GrabCut, watershed, superpixels, snapping, the region from the image before."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections import deque

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from segstudio.core.arrays import Mask, Pixels
from segstudio.core.classes import table_of
from segstudio.core.geometry import Rect
from segstudio.core.model_view import ModelView
from segstudio.core.prediction import Prediction
from segstudio.labels.areas.carry import PreviousImage, carry_region, image_shift, moved
from segstudio.labels.areas.grabcut import MOST_PIXELS, grabcut
from segstudio.labels.areas.reduced import Reduced
from segstudio.labels.areas.shapes import ellipse
from segstudio.labels.areas.snap import snap
from segstudio.labels.areas.superpixels import Superpixels, tile_segments
from segstudio.labels.areas.wand import magic_wand
from segstudio.labels.areas.watershed import Scribble, colour_gradient, watershed_from
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.doubt import doubtful_regions
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import TILE, Area
from segstudio.labels.tools import TOOLS, tool


def spread(area: Area, shape: tuple[int, int]) -> Mask:
    found = np.zeros(shape, np.bool_)
    found[area.rect.slices] = area.mask
    return found


def overlap(a: Mask, b: Mask) -> float:
    return float((a & b).sum() / max((a | b).sum(), 1))


def disc_scene(shape: tuple[int, int] = (90, 120)) -> tuple[Pixels, Mask]:
    """A textured disc on another texture, and where it is."""
    rng = np.random.default_rng(0)
    thing = spread(ellipse((35, 25), (80, 70), shape), shape)
    image = np.where(thing[..., None], (190, 80, 60), (60, 130, 90)) + rng.normal(0, 12, (*shape, 3))
    return image.clip(0, 255).astype(np.uint8), thing


# -- the wand


@settings(max_examples=60, deadline=None)
@given(
    hnp.arrays(np.uint8, (7, 9, 3), elements=st.sampled_from([0, 5, 9, 250, 255])),
    st.integers(0, 8),
    st.integers(0, 6),
    st.sampled_from([0, 4, 5, 9, 255]),
    st.booleans(),
)
def test_the_wand_takes_like_colours(
    image: Pixels, x: int, y: int, tolerance: int, contiguous: bool
) -> None:
    alike = (np.abs(image.astype(int) - image[y, x].astype(int)) <= tolerance).all(axis=2)
    expected = alike
    if contiguous:
        expected = np.zeros_like(alike)
        queue = deque([(y, x)])
        while queue:
            v, u = queue.popleft()
            if 0 <= v < 7 and 0 <= u < 9 and alike[v, u] and not expected[v, u]:
                expected[v, u] = True
                queue.extend([(v - 1, u), (v + 1, u), (v, u - 1), (v, u + 1)])
    for form in (image, image.astype(np.uint16), image.astype(np.float32)):
        found = magic_wand(form, (x, y), tolerance, contiguous=contiguous)
        assert np.array_equal(spread(found, (7, 9)), expected)


def test_the_wand_knows_depths_beyond_eight_bits() -> None:
    image = np.linspace(0, 60_000, 40).astype(np.uint16).reshape(4, 10)
    assert magic_wand(image, (0, 0), 2000, contiguous=True).count == 2
    assert magic_wand(image, (0, 0), 65_535, contiguous=False).count == 40


def test_the_wand_keeps_to_the_rectangle_and_to_the_image() -> None:
    image = np.zeros((6, 8, 3), np.uint8)
    assert magic_wand(image, (1, 1), 0, contiguous=False, within=Rect(2, 1, 3, 2)).rect == Rect(2, 1, 3, 2)
    assert magic_wand(image, (1, 1), 0, contiguous=False, within=Rect(20, 1, 3, 2)).empty
    for seed in ((-1, 0), (8, 0), (0, 6)):
        assert magic_wand(image, seed, 9, contiguous=True).empty


# -- GrabCut


def test_grabcut_finds_the_thing_in_the_box_every_time() -> None:
    image, thing = disc_scene()
    found = [spread(grabcut(image, Rect(28, 18, 60, 60)), thing.shape) for _ in range(2)]
    assert overlap(found[0], thing) > 0.95
    assert np.array_equal(found[0], found[1])


def test_grabcut_of_a_huge_box_works_on_a_smaller_picture() -> None:
    image, thing = disc_scene()
    large = np.kron(image, np.ones((11, 11, 1), np.uint8)).astype(np.uint8)
    assert large.shape[0] * large.shape[1] > MOST_PIXELS
    found = grabcut(large, Rect(28 * 11, 18 * 11, 60 * 11, 60 * 11), rounds=2)
    assert overlap(spread(found, large.shape[:2]), np.kron(thing, np.ones((11, 11), np.bool_))) > 0.9


def test_grabcut_does_not_lose_a_small_thing_of_two_colours() -> None:
    rng = np.random.default_rng(2)
    thing = spread(ellipse((40, 30), (68, 50), (80, 110)), (80, 110))
    drawn = np.where(thing[..., None], (150, 150, 160), (70, 75, 60)) + rng.normal(0, 10, (80, 110, 3))
    drawn[34:40, 47:61] = (60, 60, 70)  # a window, about as dark as what lies around
    image = drawn.clip(0, 255).astype(np.uint8)
    assert overlap(spread(grabcut(image, Rect(38, 28, 32, 24)), thing.shape), thing) > 0.85


@pytest.mark.parametrize(
    "box", [Rect(0, 0, 30, 20), Rect(-5, -5, 90, 90), Rect(3, 3, 1, 1), Rect(4, 4, 2, 9)]
)
def test_a_box_that_cannot_be_told_apart_is_taken_whole(box: Rect) -> None:
    image = np.random.default_rng(0).integers(0, 255, (20, 30, 3), np.uint8)
    area = grabcut(image, box)
    assert area.rect == box.intersect(Rect(0, 0, 30, 20))
    assert area.mask.all()
    assert grabcut(image, Rect(40, 0, 5, 5)).empty


def test_grabcut_of_one_colour_is_no_error() -> None:
    grabcut(np.zeros((40, 40, 3), np.uint8), Rect(10, 10, 20, 20))


# -- watershed


def test_one_mark_grows_to_the_edge_and_leaves_the_rest() -> None:
    image, thing = disc_scene()
    mark = Scribble(ellipse((50, 40), (60, 50), thing.shape), 7)
    change = watershed_from(image, [mark], 30)
    assert overlap(spread(change.area, thing.shape), thing) > 0.9
    assert isinstance(change.label, np.ndarray)
    assert (change.label[change.area.mask] == 7).all()


def test_marks_of_two_classes_share_the_picture() -> None:
    image, thing = disc_scene()
    inner = Scribble(ellipse((50, 40), (60, 50), thing.shape), 0)
    outer = Scribble(Area(Rect(0, 0, 120, 5), np.ones((5, 120), np.bool_)), 255)
    change = watershed_from(image, [inner, outer], 1000)
    assert change.area.rect == Rect(0, 0, 120, 90)
    assert change.area.mask.all()
    assert isinstance(change.label, np.ndarray)
    assert overlap(change.label == 0, thing) > 0.9
    leave = [inner, Scribble(outer.area, None)]
    assert overlap(spread(watershed_from(image, leave, 1000).area, thing.shape), thing) > 0.9


def test_marks_keep_their_class_and_later_ones_win() -> None:
    image = np.zeros((40, 50, 3), np.uint8)
    marks = [
        Scribble(Area(Rect(5, 5, 20, 10), np.ones((10, 20), np.bool_)), 1),
        Scribble(Area(Rect(15, 8, 20, 10), np.ones((10, 20), np.bool_)), 2),
    ]
    change = watershed_from(image, marks, 5)
    label = np.full((40, 50), 99, np.uint8)
    assert isinstance(change.label, np.ndarray)
    label[change.area.rect.slices][change.area.mask] = change.label[change.area.mask]
    assert (label[8:18, 15:35] == 2).all()
    assert (label[5:15, 5:15] == 1).all()
    reach = Rect(5, 5, 30, 13).inflate(5)
    assert change.area.rect.intersect(reach) == change.area.rect
    assert watershed_from(image, [], 5).area.empty


def test_thin_marks_survive_in_a_huge_picture() -> None:
    image = np.zeros((1400, 1500, 3), np.uint8)
    image[:, 700:] = 200
    line = np.ones((1, 300), np.bool_)
    marks = [
        Scribble(Area(Rect(20, 700, 300, 1), line), 1),
        Scribble(Area(Rect(1100, 300, 300, 1), line), 2),
    ]
    change = watershed_from(image, marks, 1000)
    assert isinstance(change.label, np.ndarray)
    label = change.label[700 - change.area.rect.y]
    assert (label[:690] == 1).all()
    assert (label[710:] == 2).all()
    for row, class_id in ((701, 2), (702, 1)):  # closer than a pixel of the smaller picture
        marks.append(Scribble(Area(Rect(20, row, 300, 1), line), class_id))
    change = watershed_from(image, marks, 1000)
    assert isinstance(change.label, np.ndarray)
    assert (change.label[700:703, 20:320] == [[1], [2], [1]]).all()


# -- superpixels


def test_superpixels_do_not_depend_on_where_a_stroke_began() -> None:
    image, _ = disc_scene((300, 310))
    one, other = Superpixels(image, 14), Superpixels(image, 14)
    far = Area(Rect(280, 270, 5, 5), np.ones((5, 5), np.bool_))
    near = Area(Rect(250, 250, 12, 12), np.ones((12, 12), np.bool_))
    other.touched(far)
    first, second = one.touched(near), other.touched(near)
    assert first.rect == second.rect
    assert np.array_equal(first.mask, second.mask)
    parts = spread(one.touched(Area(near.rect, near.mask)), image.shape[:2])
    assert parts[near.rect.slices].all()


def test_what_is_touched_is_whole_superpixels() -> None:
    image, _ = disc_scene()
    patches = Superpixels(image, 10)
    tile = Rect(0, 0, 120, 90)
    segments = patches.segments(tile)
    assert np.array_equal(segments, tile_segments(image, tile, 10))
    touched = patches.touched(Area(Rect(40, 30, 6, 4), np.ones((4, 6), np.bool_)))
    chosen = np.unique(segments[30:34, 40:46])
    assert np.array_equal(spread(touched, (90, 120)), np.isin(segments, chosen))
    assert patches.touched(Area(Rect(500, 500, 3, 3), np.ones((3, 3), np.bool_))).empty
    assert patches.touched(Area(Rect(3, 3, 3, 3), np.zeros((3, 3), np.bool_))).empty


def test_superpixels_are_made_in_any_thread_and_kept() -> None:
    image, _ = disc_scene((TILE + 10, TILE + 10))
    patches = Superpixels(image, 16)
    rect = Rect(TILE - 5, 3, 10, 10)
    assert not patches.ready(rect)
    threads = [threading.Thread(target=patches.prepare, args=(rect,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert patches.ready(rect)
    assert not patches.ready(Rect(0, TILE, 2, 5))
    kept = patches.segments(Rect(0, 0, TILE, TILE))
    assert kept is patches.segments(Rect(0, 0, TILE, TILE))


# -- snapping


@pytest.mark.parametrize("offset", [(0, 0), (3, -2), (-4, 3)])
def test_a_rough_outline_snaps_to_the_edge(offset: tuple[int, int]) -> None:
    image, thing = disc_scene()
    dx, dy = offset
    rough = ellipse((36 + dx, 26 + dy), (79 + dx, 69 + dy), thing.shape)
    found = snap(rough, lambda rect: colour_gradient(image[rect.slices]), 8, thing.shape)
    assert overlap(spread(found, thing.shape), thing) > 0.94


def test_without_an_edge_the_rough_outline_stays() -> None:
    rough = ellipse((20, 20), (70, 60), (90, 120))
    found = snap(rough, lambda rect: np.zeros((rect.height, rect.width), np.uint8), 6, (90, 120))
    assert overlap(spread(found, (90, 120)), spread(rough, (90, 120))) > 0.95


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**16), st.integers(1, 6))
def test_the_outline_never_moves_farther_than_the_band(seed: int, band: int) -> None:
    rng = np.random.default_rng(seed)
    shape = (40, 50)
    edge = rng.integers(0, 255, shape, np.uint8)
    a, b = rng.uniform(-5, 55, (2, 2))
    rough = ellipse((a[0], a[1]), (b[0], b[1]), shape)
    before = spread(rough, shape)
    after = spread(snap(rough, lambda rect: edge[rect.slices], band, shape), shape)
    ys, xs = np.nonzero(before != after)
    for y, x in zip(ys, xs, strict=True):
        vs, us = np.nonzero(before != before[y, x])
        assert ((vs - y) ** 2 + (us - x) ** 2).min() <= (band + 1e-3) ** 2


@pytest.mark.parametrize("shape", [(1, 1), (1, 12), (12, 1), (2, 2), (3, 40)])
@pytest.mark.parametrize("labelled", [False, True])
def test_small_pictures_are_no_exception(shape: tuple[int, int], labelled: bool) -> None:
    rng = np.random.default_rng(0)
    image = rng.integers(0, 255, (*shape, 3), np.uint8)
    label = rng.integers(0, 4, shape, np.uint8)
    label_map = LabelMap.from_label(label) if labelled else LabelMap.empty(shape)
    everything = Area(label_map.rect, np.ones(shape, np.bool_))
    logits = rng.integers(200, 256, (4, 1, 1), np.uint8)
    model = ModelView(Prediction(logits, shape, table_of("abcd"), "id", "name"))
    width, height = float(shape[1]), float(shape[0])
    gesture = Gesture(
        ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height)), everything, (Scribble(everything, 3),)
    )
    previous = PreviousImage(label, 255, image[::-1].copy())
    for spec in TOOLS:
        options = spec.options_with({})
        context = ToolContext(label_map, 3, label, image, model, previous, options=options)
        assert spec.missing(context) is None
        change = spec.change(gesture, context)
        assert change.area.rect.empty or change.area.rect.intersect(label_map.rect) == change.area.rect
    assert len(doubtful_regions(model, label_map, 1.0)) <= 1


def test_the_table_of_tools_loads_without_the_slow_libraries() -> None:
    """The window's tools are there before SciPy could be: it is loaded when a tool first needs it."""
    code = "import sys, segstudio.labels.tools; print({'skimage', 'scipy', 'torch'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"


# -- the region from the image before


def test_a_region_is_taken_where_it_moved_to() -> None:
    _, thing = disc_scene((100, 140))
    rng = np.random.default_rng(5)
    world = np.kron(rng.integers(0, 255, (30, 40, 3)), np.ones((6, 6, 1))).astype(np.uint8)
    before, now = world[20:120, 30:170], world[24:124, 21:161]  # everything moves by (9, -4)
    assert image_shift(before, now) == (9, -4)
    label = np.where(thing, np.uint8(3), np.uint8(255))
    previous = PreviousImage(label, 255, before)
    expected = moved(Area(Rect(0, 0, 140, 100), thing), (9, -4), (100, 140))
    change = carry_region(previous, now, (60, 40), (100, 140), follow=True)
    assert change.label == 3
    assert np.array_equal(spread(change.area, (100, 140)), spread(expected, (100, 140)))
    ahead = carry_region(previous, now, (86, 43), (100, 140), follow=True)  # nothing was there before
    assert np.array_equal(spread(ahead.area, (100, 140)), spread(expected, (100, 140)))
    still = carry_region(previous, now, (60, 40), (100, 140), follow=False)
    assert np.array_equal(spread(still.area, (100, 140)), thing)


def test_where_the_label_before_says_nothing_nothing_is_taken() -> None:
    label = np.full((20, 30), 255, np.uint8)
    label[:, 20:] = 4
    previous = PreviousImage(label, 255)
    assert carry_region(previous, None, (3, 3), (20, 30), follow=True).area.empty
    assert carry_region(previous, None, (25, 3), (20, 30), follow=True).area.rect == Rect(20, 0, 10, 20)
    assert carry_region(previous, None, (25, 3), (10, 26), follow=True).area.rect == Rect(20, 0, 6, 10)
    assert carry_region(previous, None, (29, 19), (40, 40), follow=True).area.count == 200
    assert carry_region(previous, None, (35, 3), (40, 40), follow=True).area.empty


@pytest.mark.parametrize("seed", range(3))
def test_where_nothing_moved_together_the_same_pixels_are_taken(seed: int) -> None:
    before, now = np.random.default_rng(seed).integers(0, 255, (2, 60, 80, 3), np.uint8)
    label = np.full((60, 80), 255, np.uint8)
    label[20:40, 30:50] = 2
    change = carry_region(PreviousImage(label, 255, before), now, (40, 30), (60, 80), follow=True)
    assert change.area.rect == Rect(30, 20, 20, 20)


def test_a_part_that_is_made_smaller_comes_back_at_its_size() -> None:
    image = np.zeros((50, 70, 3), np.uint8)
    part = Reduced.of(image, Rect(10, 5, 40, 30), 300)
    assert part.pixels.shape[0] * part.pixels.shape[1] <= 300
    assert part.up(np.ones(part.pixels.shape[:2], np.bool_)).shape == (30, 40)
    large = Reduced.of(image, Rect(10, 5, 40, 30), 9000, least=4000)
    assert large.pixels.shape == (60, 80, 3)
    assert large.up(np.ones((60, 80), np.bool_)).shape == (30, 40)
    assert large.scaled(np.ones((30, 40), np.uint8)).shape == (60, 80)
    assert Reduced.of(image[..., 0], Rect(0, 0, 3, 3), 300).pixels.shape == (3, 3, 3)


def test_a_tool_without_its_picture_says_so() -> None:
    context = ToolContext(LabelMap.empty((4, 4)), 1, options={"to": "model"})
    assert tool("wand").missing(context) == "image"
    assert tool("snap").missing(context) == "model"
    assert tool("previous").missing(context) == "previous"
    assert tool("restore").missing(context) is None
    with pytest.raises(RuntimeError, match="Magic wand needs the image"):
        tool("wand").change(Gesture(((1.0, 1.0),)), context)
