"""The error layer's questions: what is drawn equals what is counted, and edits cost their surroundings only."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.core.arrays import Plane
from segstudio.core.classes import ClassTable, SegClass, table_of
from segstudio.core.geometry import Rect
from segstudio.core.prediction import Prediction
from segstudio.labels.label_map import LabelMap
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.error_map import OUTSIDE, ErrorView, Paint, near_boundary
from segstudio.ui.canvas.rendering import layers
from segstudio.ui.canvas.rendering.background import Background
from segstudio.ui.canvas.rendering.layers import (
    AGREES,
    DIFFERS,
    FALSE,
    UNKNOWN,
    DoubtLayer,
    ErrorLayer,
    Said,
    class_codes,
)
from segstudio.ui.canvas.rendering.look import doubt_look
from segstudio.ui.canvas.rendering.stack import LayerStack
from segstudio.ui.canvas.view import CanvasView


def random_map(seed: int, classes: int, shape: tuple[int, int]) -> tuple[LabelMap, Plane]:
    """A mask with every provenance, and a prediction with values that are no class."""
    rng = np.random.default_rng(seed)
    provenance = rng.integers(0, 4, shape, np.uint8)
    label = rng.choice(np.array([*range(classes), 255], np.uint8), shape)
    label[provenance == 0] = 255
    prediction = rng.choice(np.array([*range(classes), 99, 255], np.uint8), shape)
    return LabelMap(label, provenance, 255), prediction


def whole(layer: ErrorLayer) -> Plane:
    height, width = layer.shape
    return layer.read(slice(0, height), slice(0, width))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31), st.integers(1, 5), st.integers(1, 24), st.integers(1, 24))
def test_the_pixels_of_a_cell_are_as_many_as_the_matrix_says(
    seed: int, classes: int, height: int, width: int
) -> None:
    mask, prediction = random_map(seed, classes, (height, width))
    matrix = ConfusionMatrix.from_labels(mask.reviewed_label(), prediction, classes)
    for truth in range(classes):
        for predicted in range(classes):
            codes = whole(ErrorLayer(mask, Said(prediction, classes), ErrorView(cell=(truth, predicted))))
            assert np.count_nonzero(codes == DIFFERS) == matrix.counts[truth, predicted]
            assert set(np.unique(codes)) <= {UNKNOWN, DIFFERS}
        codes = whole(ErrorLayer(mask, Said(prediction, classes), ErrorView(cell=(truth, OUTSIDE))))
        assert np.count_nonzero(codes == DIFFERS) == matrix.outside[truth]
        codes = whole(ErrorLayer(mask, Said(prediction, classes), ErrorView(class_id=truth)))
        hits = matrix.counts[truth, truth]
        assert np.count_nonzero(codes == AGREES) == hits
        assert (
            np.count_nonzero(codes == DIFFERS) == matrix.counts[truth].sum() + matrix.outside[truth] - hits
        )
        assert np.count_nonzero(codes == FALSE) == matrix.counts[:, truth].sum() - hits


def test_where_a_second_annotator_says_nothing_there_is_no_error() -> None:
    mask, prediction = random_map(8, 3, (20, 20))
    codes = whole(ErrorLayer(mask, Said(prediction, 3, void_counts=False)))
    void = prediction == 255
    assert not codes[void].any()
    assert np.array_equal(codes[~void], whole(ErrorLayer(mask, Said(prediction, 3)))[~void])


@pytest.mark.parametrize("paint", [Paint.TRUTH, Paint.PREDICTED])
def test_errors_by_class_carry_the_code_of_that_class(paint: Paint) -> None:
    table = ClassTable(
        (SegClass(4, "a", (1, 1, 1)), SegClass(0, "b", (2, 2, 2)), SegClass(7, "c", (3, 3, 3)))
    )
    codes = class_codes(table)
    assert [int(codes[i]) for i in (4, 0, 7, 5, 255)] == [1, 2, 3, 4, 4]
    label = np.array([[4, 4, 0, 7, 255]], np.uint8)
    mask = LabelMap.from_label(label)
    prediction = np.array([[4, 0, 7, 255, 4]], np.uint8)
    layer = ErrorLayer(mask, Said(prediction, table.num_classes), ErrorView(paint=paint), codes)
    expected = [0, 1, 2, 3, 0] if paint is Paint.TRUTH else [0, 2, 3, 4, 0]
    assert whole(layer).tolist() == [expected]


def test_a_full_table_of_255_classes_has_a_code_for_each() -> None:
    codes = class_codes(table_of([f"c{n}" for n in range(255)]))
    assert codes.min() == 1
    assert len(set(codes[:255].tolist())) == 255


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31), st.integers(1, 9), st.data())
def test_the_band_of_a_part_is_part_of_the_band(seed: int, width: int, data: st.DataObject) -> None:
    mask, prediction = random_map(seed, 3, (30, 40))
    mask.label[:, 20:] = np.where(mask.label[:, 20:] == 255, 255, 1)
    layer = ErrorLayer(mask, Said(prediction, 3), ErrorView(band=width))
    everywhere = whole(layer)
    near = near_boundary(mask.reviewed_label(), width)
    plain = whole(ErrorLayer(mask, Said(prediction, 3)))
    assert np.array_equal(everywhere == DIFFERS, (plain == DIFFERS) & near)
    top = data.draw(st.integers(0, 29))
    left = data.draw(st.integers(0, 39))
    bottom, right = data.draw(st.integers(top, 30)), data.draw(st.integers(left, 40))
    part = layer.read(slice(top, bottom), slice(left, right))
    assert np.array_equal(part, everywhere[top:bottom, left:right])
    rows, columns = np.arange(top, bottom, 2), np.arange(left, right, 3)
    assert np.array_equal(layer.read(rows, columns), everywhere[rows][:, columns])


def test_a_block_that_is_too_large_for_one_go_shows_no_band(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "MOST_BAND_PIXELS", 100)
    mask, prediction = random_map(1, 3, (30, 40))
    assert not (whole(ErrorLayer(mask, Said(prediction, 3), ErrorView(band=2))) == DIFFERS).any()


@pytest.mark.parametrize(
    "view", [ErrorView(), ErrorView(cell=(0, 1)), ErrorView(class_id=1), ErrorView(band=4)]
)
def test_after_strokes_overviews_equal_those_made_anew(view: ErrorView, background: Background) -> None:
    """Only the marked rectangles are read again, and with a band also what lies near them."""
    mask, prediction = random_map(3, 3, (96, 128))
    table = table_of(["a", "b", "c"])

    def stack() -> LayerStack:
        made = LayerStack(background, lambda: None)
        made.set_table(table)
        made.set_mask(mask)
        made.set_prediction(prediction)
        made.layer = "errors"
        made.set_error_view(view)
        return made

    kept = stack()
    rows, columns = np.arange(0, 96, 4), np.arange(0, 128, 4)
    codes = kept.codes()
    assert codes is not None
    codes.read(0.25, rows, columns)
    rng = np.random.default_rng(0)
    for _ in range(12):
        x, y = int(rng.integers(0, 120)), int(rng.integers(0, 90))
        rect = Rect(x, y, 8, 6)
        mask.label[rect.slices] = rng.integers(0, 3)
        mask.provenance[rect.slices] = 2
        reach = view.band or 0
        assert kept.mark([rect]) == [rect.inflate(reach)]
        fresh = stack().codes()
        assert fresh is not None
        assert np.array_equal(codes.read(0.25, rows, columns), fresh.read(0.25, rows, columns))


def test_doubt_is_the_reverse_of_confidence_and_brightens() -> None:
    layer = DoubtLayer(np.array([[255, 0, 100]], np.uint8))
    assert layer.read(slice(0, 1), slice(0, 3)).tolist() == [[0, 255, 155]]
    look = doubt_look(0.6)
    alpha, red = look.fill >> 24, look.fill >> 16 & 255
    assert look.fill[0] == 0
    assert (np.diff(alpha.astype(int)) >= 0).all()
    assert (np.diff(red.astype(int)) >= 0).all()


def test_a_stroke_shows_in_a_filtered_error_map_at_once(view: CanvasView, desk: Any, qtbot: QtBot) -> None:
    desk.predict(np.zeros((120, 200), np.uint8), propose=False)
    view.set_layer("errors")
    view.set_error_view(ErrorView(cell=(1, 0)))
    before = view.grab().toImage().pixelColor(180, 140)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(180, 140))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(180, 140))
    assert view.layer == "errors"
    after = view.grab().toImage().pixelColor(180, 140)
    assert after != before, "class 1 was painted where class 0 is predicted"
    view.set_error_view(ErrorView(cell=(2, 0)))
    assert view.grab().toImage().pixelColor(180, 140) == before


def test_left_of_the_divider_lies_the_prediction_right_of_it_the_mask(
    view: CanvasView, desk: Any, qtbot: QtBot
) -> None:
    prediction = np.full((120, 200), 2, np.uint8)
    desk.document.propose(np.full((120, 200), 1, np.uint8))
    desk.predict(prediction, propose=False)
    view.set_swipe_column(50)
    view.set_layer("swipe")

    def hues() -> tuple[int, int, int]:
        image = view.grab().toImage()
        return tuple(image.pixelColor(100 + x, 150).hue() for x in (20, 80, 150))  # type: ignore[return-value]

    green, red = 120, 0
    assert hues() == (green, red, red)
    view.set_swipe_column(100)
    assert hues() == (green, green, red)
    view.set_swipe_column(500)
    assert hues() == (green, green, green)
    view.set_swipe_column(-3)
    assert hues() == (red, red, red)


def test_moving_the_divider_repaints_no_more_than_what_lies_between(
    view: CanvasView, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.predict(np.zeros((120, 200), np.uint8))
    view.set_layer("swipe")
    view.set_swipe_column(60)
    asked: list[Rect] = []
    monkeypatch.setattr(view, "_repaint_pixels", asked.extend)
    view.set_swipe_column(70)
    assert asked == [Rect(60, 0, 10, 120)]


def test_the_confidence_of_the_prediction_is_worked_out_when_it_is_shown(
    view: CanvasView, desk: Any, qtbot: QtBot
) -> None:
    logits = np.zeros((3, 12, 20), np.float32)
    logits[1, :, :10] = 9.0  # sure at the left, a toss-up at the right
    desk.prediction = Prediction.from_logits(logits, (120, 200), desk.table, "m", "m")
    desk.predict(desk.prediction.label_map())
    bare = view.grab().toImage().pixelColor(110, 150)
    view.set_mask_hidden(True)
    grey = view.grab().toImage().pixelColor(110, 150)
    view.set_mask_hidden(False)
    assert bare != grey
    view.set_layer("confidence")
    qtbot.waitUntil(lambda: view._stack.codes() is not None)
    image = view.grab().toImage()
    assert abs(image.pixelColor(110, 150).lightness() - grey.lightness()) < 12, "sure: the image shows"
    assert image.pixelColor(290, 150).lightness() > grey.lightness() + 30, "doubtful: light"


def test_another_candidate_takes_the_predictions_place_until_the_image_changes(
    view: CanvasView, desk: Any
) -> None:
    desk.predict(np.zeros((120, 200), np.uint8))
    view.set_layer("prediction")
    model = view.grab().toImage().pixelColor(150, 150)
    view.set_mask_hidden(True)
    bare = view.grab().toImage().pixelColor(150, 150)
    view.set_mask_hidden(False)
    view.set_candidate(np.full((120, 200), 2, np.uint8), model=False)
    assert view.grab().toImage().pixelColor(150, 150) not in [model, bare]
    for nothing in (np.full((5, 5), 2, np.uint8), None):
        view.set_candidate(nothing, model=False)
        assert view.grab().toImage().pixelColor(150, 150) == bare, "nothing to compare this image with"
    view.set_candidate(None)
    assert view.grab().toImage().pixelColor(150, 150) == model
