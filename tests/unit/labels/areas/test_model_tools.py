"""Tools that the model leads, on predictions whose answers are known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from segstudio.core.classes import ClassMapping, table_of
from segstudio.core.geometry import Rect
from segstudio.core.model_view import ModelView
from segstudio.core.prediction import Prediction
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL, reviewed
from segstudio.labels.areas.snap import snap
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.document import Document
from segstudio.labels.doubt import (
    DoubtfulRegion,
    accept_first,
    accept_second,
    doubtful_regions,
    pixels_of,
)
from segstudio.labels.label_map import LabelMap
from segstudio.labels.modifiers import Modifiers
from segstudio.labels.patch import Area
from segstudio.labels.tools import tool

CELLS = (12, 16)
SIZE = (48, 64)
CLASSES = 4
IGNORE = 255


def model_of(logits: NDArray[np.float32], mapping: ClassMapping | None = None) -> ModelView:
    prediction = Prediction.from_logits(logits, SIZE, table_of(["a", "b", "c", "d"]), "id", "name")
    return ModelView(prediction, mapping, IGNORE)


def random_model(seed: int) -> ModelView:
    logits = np.random.default_rng(seed).normal(0, 2, (CLASSES, *CELLS)).astype(np.float32)
    return model_of(logits)


def two_doubts() -> ModelView:
    """Class 0 everywhere, sure of it but for two blocks: 5×5 cells of 'b, or else c', 4×4 of 'a, or else d'."""
    logits = np.zeros((CLASSES, *CELLS), np.float32)
    logits[0] = 9
    logits[:, 1:6, 1:6] = np.array([0.5, 2.2, 2.0, 0.4], np.float32)[:, None, None]
    logits[:, 6:10, 10:14] = np.array([2.2, 0.5, 0.4, 2.0], np.float32)[:, None, None]
    logits[:, 11, :] = np.array([2.2, 2.0, 0.4, 0.4], np.float32)[:, None]  # thin: the doubt of a border
    return model_of(logits)


def proposed(model: ModelView) -> LabelMap:
    label = model.label(model.rect)
    return LabelMap(label.copy(), np.full(label.shape, MODEL, np.uint8), IGNORE)


def context(
    model: ModelView, label_map: LabelMap, class_id: int = 1, **options: float | str
) -> ToolContext:
    return ToolContext(label_map, class_id, model.label(model.rect), model=model, options=options)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 99), st.floats(0.01, 0.99), st.integers(0, 5))
def test_the_smart_brush_paints_where_the_model_agrees(seed: int, threshold: float, class_id: int) -> None:
    model = random_model(seed)
    label_map = proposed(model)
    covered = Area(Rect(5, 7, 30, 20), np.random.default_rng(seed).random((20, 30)) < 0.7)
    change = tool("smart_brush").change(
        Gesture(covered=covered), context(model, label_map, class_id, threshold=threshold)
    )
    probability = model.probability(class_id, model.rect)[covered.rect.slices]
    assert np.array_equal(change.area.mask, covered.mask & (probability >= threshold * 255))
    assert (change.label, change.provenance) == (class_id, HUMAN)


def test_a_click_takes_the_second_choice_and_another_the_first() -> None:
    model = two_doubts()
    label_map = proposed(model)
    document = Document(SIZE, label_map)
    assert label_map.label[14, 14] == 1
    region = label_map.label == 1
    for expected in (2, 1):
        change = tool("second_choice").change(Gesture(((14.0, 14.0),)), context(model, label_map))
        document.apply(change, "second choice")
        assert set(np.unique(label_map.label[14:20, 14:20])) == {expected}
        assert np.array_equal(label_map.provenance == HUMAN, region & (model.label(model.rect) == 1))


def test_the_second_choice_stays_within_the_mask_and_the_first_choice() -> None:
    model = two_doubts()
    label_map = proposed(model)
    Document(SIZE, label_map).apply(
        tool("brush").change(
            Gesture(covered=Area(Rect(0, 0, 16, 48), np.ones((48, 16), np.bool_))),
            context(model, label_map, 3),
        ),
        "paint",
    )
    change = tool("second_choice").change(Gesture(((10.0, 12.0),)), context(model, label_map))
    assert change.label == 1  # the mask says d there, so the model's best other is its first
    assert change.area.rect.right == 16
    assert (model.label(change.area.rect)[change.area.mask] == 1).all()
    empty = LabelMap.empty(SIZE)
    assert tool("second_choice").change(Gesture(((10.0, 12.0),)), context(model, empty)).label == 1


def test_a_model_of_one_class_has_no_other() -> None:
    logits = np.zeros((1, *CELLS), np.float32)
    model = ModelView(Prediction.from_logits(logits, SIZE, table_of(["a"]), "id", "name"))
    change = tool("second_choice").change(Gesture(((3.0, 3.0),)), context(model, proposed(model)))
    assert change.area.empty


@pytest.mark.parametrize("class_id", [0, 1])
def test_an_outline_snaps_to_the_border_of_the_class_in_the_model(class_id: int) -> None:
    logits = np.full((CLASSES, *CELLS), -6, np.float32)
    logits[0] = 0
    ys, xs = np.mgrid[: CELLS[0], : CELLS[1]]
    logits[1] = 4 - 1.3 * np.hypot(xs - 8, ys - 6)  # a hill, level with the rest at a circle
    model = model_of(logits)
    truth = model.label(model.rect) == 1
    square = Area(Rect(17, 10, 34, 32), np.ones((32, 34), np.bool_))
    found = snap(square, lambda rect: model.edge(class_id, rect), 10, SIZE)
    mask = np.zeros(SIZE, np.bool_)
    mask[found.rect.slices] = found.mask
    ys, xs = np.nonzero(mask != truth)
    borders = truth[:-1, :-1] ^ truth[1:, 1:] | (truth[:-1, 1:] ^ truth[1:, :-1])
    near = np.zeros(SIZE, np.bool_)
    for v, u in zip(*np.nonzero(borders), strict=True):
        near[max(v - 1, 0) : v + 3, max(u - 1, 0) : u + 3] = True
    assert near[ys, xs].all()  # within a pixel of the border
    assert len(ys) < 0.15 * truth.sum()
    outlined = tool("snap").change(
        Gesture(((17.0, 10.0), (51.0, 10.0), (51.0, 42.0), (17.0, 42.0))),
        context(model, proposed(model), class_id, mode="paint", to="model", band=10.0),
    )
    assert np.array_equal(outlined.area.mask, found.mask)


# -- doubt


def test_the_most_doubtful_region_comes_first_and_borders_do_not_count() -> None:
    model = two_doubts()
    regions = doubtful_regions(model, proposed(model))
    assert [(r.first, r.cells.rect) for r in regions] == [(1, Rect(1, 1, 5, 5)), (0, Rect(10, 6, 4, 4))]
    first, confidence = model.cells()
    for region in regions:
        part = region.cells.rect.slices
        assert region.doubt == pytest.approx((1 - confidence[part] / 255.0)[region.cells.mask].sum())
        assert (first[part][region.cells.mask] == region.first).all()
    assert doubtful_regions(model, proposed(model), below=0.1) == ()


def test_accepting_the_first_choice_confirms_and_the_second_paints() -> None:
    model = two_doubts()
    label_map = proposed(model)
    document = Document(SIZE, label_map)
    former = label_map.copy()
    big, small = doubtful_regions(model, label_map)
    area = pixels_of(big, model, label_map)
    document.apply(accept_first(big, model, label_map, Modifiers()), "Accept")
    assert np.array_equal(label_map.label, former.label)
    assert (label_map.provenance[area.rect.slices][area.mask] == CONFIRMED).all()
    assert np.count_nonzero(label_map.provenance != MODEL) == area.count
    assert [r.cells.rect for r in doubtful_regions(model, label_map)] == [small.cells.rect]
    area = pixels_of(small, model, label_map)
    document.apply(accept_second(small, model, label_map, Modifiers()), "Second choice")
    assert (label_map.label[area.rect.slices][area.mask] == 3).all()
    assert doubtful_regions(model, label_map) == ()


def test_locked_classes_are_not_accepted_away() -> None:
    model = two_doubts()
    label_map = proposed(model)
    region = doubtful_regions(model, label_map)[0]
    assert accept_second(region, model, label_map, Modifiers(locked=frozenset({1}))).area.empty


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 99), st.floats(0.3, 0.99), st.integers(0, 3))
def test_regions_of_doubt_are_apart_unsure_and_nobodys(seed: int, below: float, kind: int) -> None:
    rng = np.random.default_rng(seed)
    logits = np.kron(rng.normal(0, 1.5, (CLASSES, 4, 4)), np.ones((1, 3, 4))).astype(np.float32)
    model = model_of(logits, ClassMapping((3, 2, None, 0), ("c",)) if seed % 2 else None)
    label_map = proposed(model)
    label_map.provenance[:20, 10:40] = (EMPTY, MODEL, HUMAN, CONFIRMED)[kind]
    label_map.label[label_map.provenance == EMPTY] = IGNORE
    first, confidence = model.cells()
    taken = np.zeros(SIZE, np.bool_)
    last: DoubtfulRegion | None = None
    for region in doubtful_regions(model, label_map, below):
        assert last is None or last.before(region)
        last = region
        cells = region.cells
        assert (confidence[cells.rect.slices][cells.mask] < below * 255).all()
        assert (first[cells.rect.slices][cells.mask] == region.first).all()
        area = pixels_of(region, model, label_map)
        part = area.rect.slices
        assert not taken[part][area.mask].any()
        taken[part] |= area.mask
        assert (model.label(area.rect)[area.mask] == region.first).all()
        assert not reviewed(label_map.provenance[part][area.mask]).any()
        ys, xs = np.nonzero(area.mask)
        cy, cx = (ys + area.rect.y) * CELLS[0] // SIZE[0], (xs + area.rect.x) * CELLS[1] // SIZE[1]
        assert cells.mask[cy - cells.rect.y, cx - cells.rect.x].all()
