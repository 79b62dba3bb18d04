"""Gestures in image coordinates, without a widget: exactly the pixels that the pure tools say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segstudio.core.arrays import Mask, Plane
from segstudio.core.geometry import Rect
from segstudio.core.provenance import CONFIRMED, EMPTY, HUMAN, MODEL
from segstudio.core.settings import Settings
from segstudio.labels.areas.brush import Point, stroke_segment
from segstudio.labels.areas.regions import polygon
from segstudio.labels.areas.shapes import ellipse, rectangle
from segstudio.labels.document import Document
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area
from segstudio.labels.tools import TOOLS
from segstudio.ui.canvas.gestures.box import BoxGesture
from segstudio.ui.canvas.hand.hand import Hand, Keys
from segstudio.ui.tool_state import ToolState

SHAPE = (80, 100)
points = st.tuples(st.floats(-20, 120), st.floats(-20, 100))


@pytest.fixture
def document() -> Document:
    return Document(SHAPE, LabelMap.empty(SHAPE))


@pytest.fixture
def state() -> ToolState:
    made = ToolState(Settings())
    made.set_class(3)
    made.set_radius(4)
    return made


@pytest.fixture
def hand(state: ToolState, document: Document) -> Hand:
    made = Hand(state, lambda context: replace(context, prediction=document.proposal))
    made.set_document(document)
    return made


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(points, min_size=1, max_size=6), st.sampled_from(["round", "square"]), st.floats(1, 15))
def test_a_stroke_is_the_union_of_its_segments(
    qapp: object, path: list[tuple[float, float]], shape: str, radius: float
) -> None:
    document = Document(SHAPE, LabelMap.empty(SHAPE))
    state = ToolState(Settings())
    state.set_class(3)
    state.set_radius(radius)
    state.set_shape(shape)
    hand = Hand(state, lambda context: context)
    hand.set_document(document)
    hand.press(path[0])
    for point in path[1:]:
        hand.move(point)
    hand.finish_stroke()
    expected = np.zeros(SHAPE, bool)
    for start, end in zip([path[0], *path[:-1]], path, strict=True):
        area = stroke_segment(start, end, state.radius, state.shape, SHAPE)
        expected[area.rect.slices] |= area.mask
    assert np.array_equal(document.label_map.label, np.where(expected, 3, 255))
    assert np.array_equal(document.label_map.provenance, np.where(expected, HUMAN, EMPTY))
    assert document.can_undo == bool(expected.any())
    document.undo()
    assert document.label_map == LabelMap.empty(SHAPE)


def test_a_cancelled_stroke_never_was(hand: Hand, document: Document) -> None:
    hand.press((20, 20))
    hand.finish_stroke()
    before = document.label_map.copy()
    hand.press((10, 10))
    hand.move((70, 60))
    assert document.label_map != before
    assert hand.cancel()
    assert document.label_map == before
    assert not hand.active
    assert not hand.cancel()
    document.undo()
    assert document.label_map == LabelMap.empty(SHAPE)


def test_right_button_erases(hand: Hand, document: Document) -> None:
    hand.press((30, 30))
    hand.finish_stroke()
    hand.press((30, 30), right=True)
    assert hand.spec.id == "eraser"
    hand.finish_stroke()
    assert document.label_map == LabelMap.empty(SHAPE)
    assert hand.spec.id == "brush"


def test_a_turned_pen_erases(hand: Hand, document: Document) -> None:
    hand.press((30, 30))
    hand.finish_stroke()
    hand.pen_turned = True
    hand.press((30, 30))
    hand.finish_stroke()
    assert document.label_map == LabelMap.empty(SHAPE)


def test_shift_draws_a_straight_line_from_the_last_stroke(hand: Hand, document: Document) -> None:
    hand.press((10, 10))
    hand.finish_stroke()
    hand.press((80, 50), keys=Keys(shift=True))
    hand.finish_stroke()
    area = stroke_segment((10, 10), (80, 50), 4, "round", SHAPE)
    expected = np.zeros(SHAPE, bool)
    expected[area.rect.slices] = area.mask
    assert np.array_equal(document.label_map.label == 3, expected)


def test_another_document_ends_the_stroke_in_the_former(hand: Hand, document: Document) -> None:
    hand.press((20, 20))
    hand.move((40, 20))
    other = Document(SHAPE, LabelMap.empty(SHAPE))
    hand.set_document(other)
    assert document.undo_name == "Brush stroke"
    assert not document.stroke_open
    hand.move((60, 20))
    hand.press((20, 20), keys=Keys(shift=True))  # not from a point of the former image
    hand.finish_stroke()
    assert (
        np.count_nonzero(other.label_map.label == 3)
        == stroke_segment((20, 20), (20, 20), 4, "round", SHAPE).count
    )


def test_without_a_document_nothing_happens(hand: Hand, document: Document) -> None:
    hand.set_document(None)
    hand.press((20, 20))
    hand.move((40, 20))
    hand.finish_stroke()
    assert not hand.active
    assert document.label_map == LabelMap.empty(SHAPE)


def test_restore_and_confirm_work_with_the_prediction(
    hand: Hand, state: ToolState, document: Document
) -> None:
    proposal = np.full(SHAPE, 1, np.uint8)
    hand.press((20, 20))
    hand.finish_stroke()
    document.propose(proposal)
    state.set_tool("restore")
    hand.press((20, 20))
    hand.finish_stroke()
    assert (document.label_map.label == 1).all()
    assert (document.label_map.provenance == MODEL).all()
    state.set_tool("confirm")
    hand.press((20, 20))
    hand.finish_stroke()
    assert document.label_map.provenance[20, 20] == CONFIRMED
    assert (document.label_map.label == 1).all()


CORNERS: list[tuple[float, float]] = [(10.2, 10.7), (60.0, 15.5), (50.1, 70.9), (20.0, 40.0)]


def filled(corners: list[tuple[float, float]]) -> Plane:
    area = polygon(corners, SHAPE)
    expected = np.full(SHAPE, 255, np.uint8)
    expected[area.rect.slices][area.mask] = 3
    return expected


def test_polygon_closes_on_its_first_corner(hand: Hand, state: ToolState, document: Document) -> None:
    state.set_tool("polygon")
    for corner in CORNERS:
        hand.press(corner, close=2)
    assert document.label_map == LabelMap.empty(SHAPE)
    hand.press((11, 11), close=2)
    assert hand.polygon is None
    assert np.array_equal(document.label_map.label, filled(CORNERS))
    assert document.undo_name == "Polygon"


def test_polygon_takes_corners_back(hand: Hand, state: ToolState, document: Document) -> None:
    state.set_tool("polygon")
    for corner in (*CORNERS[:3], (99.0, 0.0)):
        hand.press(corner)
    assert hand.take_back()
    hand.press(CORNERS[3])
    hand.press((0, 0))
    hand.press((5, 5), right=True)
    assert hand.close()
    assert np.array_equal(document.label_map.label, filled(CORNERS))
    assert not hand.take_back()
    hand.press((5, 5))
    assert hand.take_back()
    assert hand.polygon is None


def test_polygon_needs_three_corners_and_can_be_dropped(
    hand: Hand, state: ToolState, document: Document
) -> None:
    state.set_tool("polygon")
    hand.press((10, 10))
    hand.press((10, 10), close=5)
    hand.press((50, 10))
    assert not hand.close()
    assert hand.polygon is not None
    assert hand.cancel()
    assert document.label_map == LabelMap.empty(SHAPE)
    assert not document.can_undo


def test_polygon_takes_the_class_of_its_end(hand: Hand, state: ToolState, document: Document) -> None:
    state.set_tool("polygon")
    for corner in CORNERS:
        hand.press(corner)
    state.set_class(5)
    hand.close()
    assert set(np.unique(document.label_map.label)) == {5, 255}


def test_fill_takes_the_connected_region(hand: Hand, state: ToolState, document: Document) -> None:
    hand.press((20, 20))
    hand.finish_stroke()
    hand.press((80, 60))
    hand.finish_stroke()
    state.set_tool("fill")
    state.set_class(6)
    hand.press((20.5, 20.5))
    assert document.label_map.label[20, 20] == 6
    assert document.label_map.label[60, 80] == 3
    assert document.label_map.label[0, 0] == 255
    hand.press((-5, 20))
    hand.press((20, 1000))
    assert document.undo_name == "Fill region"
    document.undo()
    assert document.label_map.label[20, 20] == 3


def test_pick_takes_the_class_and_gives_the_tool_back(hand: Hand, state: ToolState) -> None:
    hand.press((20, 20))
    hand.finish_stroke()
    state.set_class(0)
    state.set_tool("eraser")
    state.set_tool("pick")
    hand.press((60, 60))  # nobody has said anything there
    assert (state.tool, state.class_id) == ("pick", 0)
    hand.press((20, 20))
    assert (state.tool, state.class_id) == ("eraser", 3)
    state.set_class(0)
    state.set_tool("fill")
    hand.press((20, 20), right=True)
    assert (state.tool, state.class_id) == ("fill", 3)


# -- areas


def test_a_lasso_fills_what_it_encloses(hand: Hand, state: ToolState, document: Document) -> None:
    state.set_tool("lasso")
    hand.press(CORNERS[0])
    for point in CORNERS[1:]:
        hand.move(point)
    assert document.label_map == LabelMap.empty(SHAPE)
    hand.release()
    assert np.array_equal(document.label_map.label, filled(CORNERS))
    hand.press(CORNERS[0], right=True)
    for point in CORNERS[1:]:
        hand.move(point)
    hand.release()
    assert document.label_map == LabelMap.empty(SHAPE)
    hand.press((5, 5))
    hand.move((30, 5))
    assert hand.cancel()
    hand.release()
    assert document.label_map == LabelMap.empty(SHAPE)


@pytest.mark.parametrize(
    ("keys", "corners"),
    [
        (Keys(), ((10, 20), (40, 30))),
        (Keys(shift=True), ((10, 20), (40, 50))),
        (Keys(alt=True), ((-20, 10), (40, 30))),
        (Keys(shift=True, alt=True), ((-20, -10), (40, 50))),
    ],
)
@pytest.mark.parametrize("tool_id", ["rectangle", "ellipse"])
def test_boxes_are_square_or_from_the_middle_with_keys(
    hand: Hand, state: ToolState, document: Document, keys: Keys, corners: tuple[Point, Point], tool_id: str
) -> None:
    state.set_tool(tool_id)
    hand.press((10, 20))
    hand.move((40, 30), keys)
    hand.release()
    shape = {"rectangle": rectangle, "ellipse": ellipse}[tool_id](*corners, SHAPE)
    expected = np.full(SHAPE, 255, np.uint8)
    expected[shape.rect.slices][shape.mask] = 3
    assert np.array_equal(document.label_map.label, expected)


def corners_of(hand: Hand) -> tuple[Point, Point]:
    assert isinstance(hand.gesture, BoxGesture)
    return hand.gesture.corners


def test_a_key_changes_an_open_box_without_a_move(hand: Hand, state: ToolState) -> None:
    state.set_tool("rectangle")
    hand.press((10, 20))
    hand.move((40, 30))
    hand.hold(Keys(shift=True))
    assert corners_of(hand) == ((10, 20), (40, 50))
    hand.hold(Keys())
    assert corners_of(hand) == ((10, 20), (40, 30))
    hand.release()
    hand.press((5, 5))
    hand.release()  # a click is no box


def test_selecting_adds_takes_away_and_lets_go(hand: Hand, state: ToolState, document: Document) -> None:
    state.set_tool("rectangle")
    state.set_option("mode", "select")

    def box(a: Point, b: Point, keys: Keys = Keys(), right: bool = False) -> Mask:  # noqa: B008  # immutable
        hand.press(a, keys=keys, right=right)
        hand.move(b, keys)
        hand.release()
        found = np.zeros(SHAPE, np.bool_)
        if state.selection is not None:
            found[state.selection.rect.slices] = state.selection.mask
        return found

    first = box((10, 10), (30, 30))
    assert first.sum() == 400
    assert box((20, 10), (50, 30), Keys(shift=True)).sum() == 800
    assert box((20, 10), (30, 30), Keys(alt=True)).sum() == 600
    assert box((0, 0), (20, 20), Keys(shift=True, alt=True)).sum() == 100
    assert box((10, 10), (15, 20), right=True).sum() == 50
    assert document.label_map == LabelMap.empty(SHAPE)
    hand.press((60, 60))
    hand.release()
    assert state.selection is None


def test_a_shape_key_that_was_let_go_shapes_a_selection(hand: Hand, state: ToolState) -> None:
    state.set_tool("rectangle")
    state.set_option("mode", "select")
    hand.press((10, 20), keys=Keys(shift=True))
    hand.move((40, 30), Keys(shift=True))
    assert corners_of(hand) == ((10, 20), (40, 30))
    hand.hold(Keys())
    hand.hold(Keys(shift=True))
    assert corners_of(hand) == ((10, 20), (40, 50))


@pytest.mark.parametrize("tool_id", ["brush", "lasso", "fill"])
def test_every_kind_of_tool_keeps_to_the_modifiers(
    hand: Hand, state: ToolState, document: Document, tool_id: str
) -> None:
    document.propose(np.repeat(np.array([[0, 1]], np.uint8), 50, axis=1).repeat(SHAPE[0], axis=0))
    state.set_tool(tool_id)
    state.set_radius(30)
    state.set_class_locked(0, True)
    state.set_selection(Area(Rect(0, 0, 100, 40), np.ones((40, 100), np.bool_)))
    hand.press((60, 30))
    for point in ((90, 75), (10, 75), (10, 5), (60, 5)):
        hand.move(point)
    hand.release()
    changed = document.label_map.label == 3
    assert changed.any()
    assert not changed[:, :50].any()
    assert not changed[40:].any()


def test_a_tool_that_lacks_what_it_needs_does_nothing(state: ToolState, document: Document) -> None:
    needy = next((spec for spec in TOOLS if spec.needs & {"image"} and spec.kind != "whole"), None)
    if needy is None:
        return
    state.set_tool(needy.id)
    hand = Hand(state, lambda context: context)
    hand.set_document(document)
    assert hand.missing() == "image"
    hand.press((20, 20))
    assert not hand.active
