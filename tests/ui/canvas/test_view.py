"""What is seen on the canvas: layers, cursor, image and what is repainted, also of a large image that comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.engine.editing.opening import EarlyImage
from segstudio.engine.views import Level, Message
from segstudio.labels.label_map import LabelMap
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.theme import tokens
from segstudio.ui.tool_state import ToolState
from tests.ui.canvas.mouse import LEFT, NONE, at, colour, drag, mixed, move, near, wheel


def test_layers_show_their_colours(view: CanvasView, desk: Any) -> None:
    drag(view, [at(view, 40, 40), at(view, 80, 40)])
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert near(colour(view, 60, 40), mixed((255, 0, 0), 0.55))
    assert near(colour(view, 60, 80), (100, 100, 100))
    prediction = np.full((120, 200), 2, np.uint8)
    prediction[:, 60:] = 1
    desk.predict(prediction)
    assert near(colour(view, 20, 100), mixed((0, 255, 0), 0.55))
    view.set_layer("prediction")
    assert near(colour(view, 45, 40), mixed((0, 255, 0), 0.55))
    assert near(colour(view, 75, 40), mixed((255, 0, 0), 0.55))
    view.set_layer("errors")
    bad = QColor(tokens().bad)
    wrong = colour(view, 45, 40)
    assert near(wrong, mixed((bad.red(), bad.green(), bad.blue()), 0.55 * 1.35))
    assert abs(colour(view, 75, 40).red() - 100) < 15
    assert near(colour(view, 45, 100), (100, 100, 100))  # nobody has looked at it
    with pytest.raises(ValueError, match="no layer"):
        view.set_layer("fog")


def test_opacity_visibility_and_hiding(view: CanvasView, desk: Any) -> None:
    drag(view, [at(view, 40, 40), at(view, 80, 40)])
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    view.set_opacity(0.25)
    assert near(colour(view, 60, 40), mixed((255, 0, 0), 0.25))
    view.set_class_visible(1, False)
    assert view.hidden_classes == {1}
    assert near(colour(view, 60, 40), (100, 100, 100))
    view.set_class_visible(1, True)
    view.set_mask_hidden(True)
    assert view.mask_hidden
    assert near(colour(view, 60, 40), (100, 100, 100))
    view.set_mask_hidden(False)
    assert near(colour(view, 60, 40), mixed((255, 0, 0), 0.25))


def test_void_on_purpose_is_hatched_and_empty_is_not(view: CanvasView, tools: ToolState) -> None:
    tools.set_class(255)
    tools.set_radius(20)
    drag(view, [at(view, 60, 60), at(view, 100, 60)])
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    image = view.grab().toImage()
    start = at(view, 60, 60)
    shades = {image.pixelColor(start + QPoint(i, 0)).red() for i in range(20)}
    assert min(shades) < 90
    assert max(shades) > 150
    assert near(colour(view, 150, 60), (100, 100, 100))


def test_painting_on_the_prediction_brings_the_mask_back(
    view: CanvasView, desk: Any, tools: ToolState
) -> None:
    desk.predict(np.full((120, 200), 2, np.uint8))
    heard: list[str] = []
    view.layer_changed.connect(heard.append)
    view.set_layer("prediction")
    drag(view, [at(view, 40, 40), at(view, 80, 40)])
    assert heard == ["prediction", "mask"]
    view.set_layer("errors")
    drag(view, [at(view, 40, 90), at(view, 80, 90)])
    assert heard == ["prediction", "mask", "errors"]


def test_the_cursor_shows_the_brush_in_true_size(view: CanvasView, tools: ToolState) -> None:
    tools.set_radius(20)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    bare = view.grab().toImage()
    move(view, at(view, 100, 60))
    shown = view.grab().toImage()
    differs = np.array(
        [[bare.pixel(x, y) != shown.pixel(x, y) for x in range(400)] for y in range(60, 240)], dtype=bool
    )
    rows, columns = np.nonzero(differs)
    centre = at(view, 100, 60)
    reach = np.hypot(columns - centre.x(), rows + 60 - centre.y())
    assert 16 < reach.min() < 20 < reach.max() < 24
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.grab().toImage() == bare


def test_edits_from_elsewhere_are_repainted(qtbot: QtBot, view: CanvasView, desk: Any) -> None:
    drag(view, [at(view, 40, 40), at(view, 80, 40)])
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert near(colour(view, 60, 40), mixed((255, 0, 0), 0.55))
    desk.document.undo()
    assert near(colour(view, 60, 40), (100, 100, 100))
    desk.document.redo()
    assert near(colour(view, 60, 40), mixed((255, 0, 0), 0.55))


def test_a_move_repaints_only_where_something_changed(
    monkeypatch: pytest.MonkeyPatch, view: CanvasView
) -> None:
    QApplication.processEvents()
    move(view, at(view, 50, 50))
    QApplication.processEvents()
    painted: list[QRegion] = []
    refresh = view._frame.refresh

    def spy(region: QRegion) -> None:
        painted.append(region)
        refresh(region)

    monkeypatch.setattr(view._frame, "refresh", spy)
    move(view, at(view, 53, 50))
    QApplication.processEvents()
    assert painted
    box = painted[0].boundingRect()
    assert box.width() < 60
    assert box.height() < 60


def test_an_empty_canvas_is_plain(open_view: Callable[..., CanvasView], desk: Any) -> None:
    desk.image = desk.document = desk.table = desk.current = None
    view = open_view(desk)
    assert view.grab().toImage().pixelColor(50, 50) == QColor(tokens().canvas)
    drag(view, [QPoint(10, 10), QPoint(60, 60)])
    wheel(view, QPointF(50, 50), 1)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Escape):
        QTest.keyClick(view, key)
    view.zoom_in()
    view.fit()
    assert view.image_point(QPointF(5, 5)) is None


def test_the_former_image_stays_until_the_next_is_there(qtbot: QtBot, view: CanvasView, desk: Any) -> None:
    before = colour(view, 100, 60)
    desk.load("b")
    assert colour(view, 100, 60) == before
    qtbot.waitUntil(lambda: colour(view, 100, 60) != before)  # dimmed: it takes a while
    desk.show((120, 200), grey=180)
    assert near(colour(view, 100, 60), (180, 180, 180))


def test_an_image_that_cannot_be_read_stops_the_loading(qtbot: QtBot, view: CanvasView, desk: Any) -> None:
    before = colour(view, 100, 60)
    desk.load("b")
    qtbot.waitUntil(lambda: colour(view, 100, 60) != before)
    desk.message.emit(Message(Level.ERROR, "b is damaged. Replace it by an intact copy."))
    assert colour(view, 100, 60) == before


def test_pixels_are_squares_with_a_grid_when_large(view: CanvasView, desk: Any) -> None:
    desk.image = np.random.default_rng(3).integers(0, 256, (120, 200, 3), np.uint8)
    desk.document_changed.emit(desk.document)
    view.set_zoom(20)
    image = view.grab().toImage()
    for x, y in ((100, 60), (101, 61), (98, 62)):
        expected = tuple(int(v) for v in desk.image[y, x])
        for dx, dy in ((0.3, 0.3), (0.7, 0.7)):
            found = image.pixelColor(view.widget_point((x + dx, y + dy)).toPoint())
            assert (found.red(), found.green(), found.blue()) == expected
    corner = view.widget_point((100, 60)).toPoint()
    line = [image.pixelColor(corner + QPoint(0, i)) for i in (3, 9)]
    inside = image.pixelColor(corner + QPoint(9, 9))
    assert line[0] == line[1] != inside


def test_hints_follow_tool_and_class(view: CanvasView, tools: ToolState) -> None:
    said: list[str] = []
    view.context.connect(said.append)
    tools.set_class(2)
    tools.set_tool("eraser")
    tools.set_tool("polygon")
    assert "tree" in said[0]
    assert "erase" in said[1]
    assert "corners" in said[2]


def test_it_is_open_to_keyboard_and_screen_reader(view: CanvasView) -> None:
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert view.accessibleName()


def test_a_large_image_is_seen_reduced_while_it_is_decoded(
    qtbot: QtBot, view: CanvasView, desk: Any
) -> None:
    desk.load("b")
    pixels = np.full((150, 200, 3), 60, np.uint8)
    desk.early_changed.emit(EarlyImage(pixels, (1600, 1200)))
    middle = view.grab().toImage().pixelColor(200, 150)
    assert near(middle, (60, 60, 60))
    view.set_zoom(0.5)
    QTest.mouseClick(view, LEFT, NONE, QPoint(200, 150))  # nothing to paint yet
    document = desk.show((1200, 1600), grey=61)
    assert view.zoom == 0.5, "whoever has looked closer goes on doing so"
    qtbot.waitUntil(lambda: near(view.grab().toImage().pixelColor(120, 90), (61, 61, 61)))
    assert document.label_map == LabelMap.empty((1200, 1600))


def test_one_that_comes_too_late_is_not_shown(view: CanvasView, desk: Any) -> None:
    before = view.grab().toImage()
    desk.early_changed.emit(EarlyImage(np.zeros((15, 20, 3), np.uint8), (160, 120)))
    assert view.grab().toImage() == before
