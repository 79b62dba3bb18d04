"""The canvas under real mouse, wheel and key events."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPointingDevice,
    QRegion,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from segstudio.core.provenance import HUMAN
from segstudio.engine.editing.opening import EarlyImage
from segstudio.engine.views import Level, Message
from segstudio.labels.brush import Point, stroke_segment
from segstudio.labels.label_map import LabelMap
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.theme import tokens
from segstudio.ui.tool_state import ToolState

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier


def at(view: CanvasView, x: float, y: float) -> QPoint:
    """The widget position of an image point."""
    return view.widget_point((x, y)).toPoint()


def under(view: CanvasView, position: QPoint) -> Point:
    point = view.image_point(QPointF(position))
    assert point is not None
    return point


def drag(
    view: CanvasView, path: list[QPoint], button: Qt.MouseButton = LEFT, *, release: bool = True
) -> None:
    """Press, move and release as a mouse does: moves carry the held button."""
    QTest.mousePress(view, button, NONE, path[0])
    for position in path[1:]:
        move(view, position, button)
    if release:
        QTest.mouseRelease(view, button, NONE, path[-1])


def move(view: CanvasView, position: QPoint, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    point = QPointF(position)
    event = QMouseEvent(
        QEvent.Type.MouseMove, point, view.mapToGlobal(point), Qt.MouseButton.NoButton, held, NONE
    )
    QApplication.sendEvent(view, event)


def wheel(
    view: CanvasView, position: QPointF, notches: float, modifiers: Qt.KeyboardModifier = NONE
) -> None:
    delta = QPoint(0, round(notches * 120))
    event = QWheelEvent(
        position,
        view.mapToGlobal(position),
        QPoint(),
        delta,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def colour(view: CanvasView, x: float, y: float) -> QColor:
    """What is painted over an image point."""
    return view.grab().toImage().pixelColor(at(view, x, y))


def mixed(over: tuple[int, int, int], alpha: float, grey: int = 100) -> tuple[int, int, int]:
    r, g, b = (round(c * alpha + grey * (1 - alpha)) for c in over)
    return r, g, b


def near(found: QColor, expected: tuple[int, int, int]) -> bool:
    return all(
        abs(a - b) <= 2 for a, b in zip((found.red(), found.green(), found.blue()), expected, strict=True)
    )


# -- painting


def test_a_stroke_changes_exactly_the_pixels_of_the_brush(view: CanvasView, desk: Any) -> None:
    path = [at(view, 30, 30), at(view, 90, 50), at(view, 150, 100)]
    drag(view, path)
    expected = np.full((120, 200), 255, np.uint8)
    points = [under(view, p) for p in path]
    for start, end in zip([points[0], *points[:-1]], points, strict=True):
        area = stroke_segment(start, end, 5, "round", (120, 200))
        expected[area.rect.slices][area.mask] = 1
    assert np.array_equal(desk.document.label_map.label, expected)
    assert desk.document.undo_name == "Brush stroke"
    desk.document.undo()
    assert desk.document.label_map == LabelMap.empty((120, 200))


def test_escape_reverts_byte_for_byte(view: CanvasView, desk: Any) -> None:
    drag(view, [at(view, 40, 40), at(view, 80, 40)])
    before = desk.document.label_map.copy()
    drag(view, [at(view, 20, 20), at(view, 150, 90)], release=False)
    assert desk.document.label_map != before
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert desk.document.label_map == before
    move(view, at(view, 50, 100), LEFT)
    QTest.mouseRelease(view, LEFT, NONE, at(view, 50, 100))
    assert desk.document.label_map == before


def test_right_drag_erases(view: CanvasView, desk: Any) -> None:
    drag(view, [at(view, 40, 40), at(view, 80, 40)])
    drag(view, [at(view, 40, 40), at(view, 80, 40)], RIGHT)
    assert desk.document.label_map == LabelMap.empty((120, 200))


def test_a_stroke_over_the_border_is_clipped_and_clicks_outside_are_harmless(
    view: CanvasView, desk: Any
) -> None:
    QTest.mouseClick(view, LEFT, NONE, QPoint(5, 5))
    assert not desk.document.can_undo
    drag(view, [at(view, 195, 60), at(view, 230, 60), QPoint(-50, -50), QPoint(1000, 20)])
    label = desk.document.label_map.label
    assert label[60, 199] == 1
    assert desk.document.can_undo


def test_a_stroke_follows_the_image_when_it_is_zoomed_meanwhile(view: CanvasView, desk: Any) -> None:
    start = at(view, 60, 60)
    QTest.mousePress(view, LEFT, NONE, start)
    wheel(view, QPointF(start), 5)
    view.fit()
    move(view, start, LEFT)
    QTest.mouseRelease(view, LEFT, NONE, start)
    rows, columns = np.nonzero(desk.document.label_map.label == 1)
    assert rows.max() - rows.min() <= 11
    assert columns.max() - columns.min() <= 11


def test_losing_the_focus_keeps_the_stroke(qtbot: QtBot, view: CanvasView, desk: Any) -> None:
    drag(view, [at(view, 40, 40), at(view, 80, 40)], release=False)
    assert desk.document.stroke_open
    other = QLineEdit()
    qtbot.addWidget(other)
    QApplication.sendEvent(view, QEvent(QEvent.Type.FocusOut)) if not view.hasFocus() else view.clearFocus()
    assert not desk.document.stroke_open
    assert desk.document.can_undo


def test_going_on_to_another_image_keeps_the_stroke(view: CanvasView, desk: Any) -> None:
    former = desk.document
    drag(view, [at(view, 40, 40), at(view, 80, 40)], release=False)
    desk.load("b")
    assert former.can_undo
    assert not former.stroke_open
    move(view, QPoint(200, 150), LEFT)
    other = desk.show((120, 200))
    move(view, QPoint(210, 150), LEFT)
    QTest.mouseRelease(view, LEFT, NONE, QPoint(210, 150))
    assert other.label_map == LabelMap.empty((120, 200))


def test_painting_before_the_image_is_there_only_says_so(qtbot: QtBot, view: CanvasView, desk: Any) -> None:
    desk.load("b")
    QApplication.processEvents()
    said: list[str] = []
    view.context.connect(said.append)
    view._say("")
    drag(view, [QPoint(200, 150), QPoint(220, 150)])
    assert any("still loading" in text for text in said)
    assert not view.cancel_gesture()


def test_finish_gesture_keeps_and_cancel_gesture_reverts(view: CanvasView, desk: Any) -> None:
    drag(view, [at(view, 40, 40), at(view, 80, 40)], release=False)
    view.finish_gesture()
    assert desk.document.can_undo
    drag(view, [at(view, 40, 90), at(view, 80, 90)], release=False)
    assert view.cancel_gesture()
    assert desk.document.label_map.label[90, 60] == 255
    assert not view.cancel_gesture()


def test_choosing_a_tool_keeps_the_stroke(view: CanvasView, desk: Any, tools: ToolState) -> None:
    drag(view, [at(view, 40, 40), at(view, 80, 40)], release=False)
    tools.set_tool("eraser")
    assert desk.document.can_undo


def test_the_eraser_end_of_a_pen_erases(view: CanvasView, desk: Any) -> None:
    drag(view, [at(view, 40, 40), at(view, 80, 40)])
    pen = QPointingDevice(
        "pen", 1, QPointingDevice.DeviceType.Stylus, QPointingDevice.PointerType.Eraser,
        QPointingDevice.Capability.Position, 1, 1,
    )  # fmt: skip
    position = QPointF(at(view, 40, 40))
    turned = QTabletEvent(
        QEvent.Type.TabletPress, pen, position, view.mapToGlobal(position), 1.0, 0.0, 0.0, 0.0, 0.0, 0.0,
        NONE, LEFT, LEFT,
    )  # fmt: skip
    QApplication.sendEvent(view, turned)
    drag(view, [at(view, 40, 40), at(view, 80, 40)])
    assert desk.document.label_map == LabelMap.empty((120, 200))


# -- polygon, fill, pick


def corners(view: CanvasView) -> list[QPoint]:
    return [at(view, 20, 20), at(view, 120, 30), at(view, 90, 100)]


@pytest.mark.parametrize("way", ["double click", "return", "first corner"])
def test_a_polygon_is_closed(view: CanvasView, desk: Any, tools: ToolState, way: str) -> None:
    tools.set_tool("polygon")
    for corner in corners(view):
        QTest.mouseClick(view, LEFT, NONE, corner)
    move(view, at(view, 40, 90))
    assert not desk.document.can_undo
    if way == "double click":
        QTest.mouseDClick(view, LEFT, NONE, corners(view)[2])
    elif way == "return":
        QTest.keyClick(view, Qt.Key.Key_Return)
    else:
        QTest.mouseClick(view, LEFT, NONE, corners(view)[0] + QPoint(3, 3))
    assert desk.document.undo_name == "Polygon"
    assert desk.document.label_map.label[50, 80] == 1
    assert desk.document.label_map.label[110, 20] == 255
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not view.cancel_gesture()


def test_keys_of_an_open_polygon_win_over_shortcuts(view: CanvasView, tools: ToolState) -> None:
    tools.set_tool("polygon")

    def claimed(key: Qt.Key) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, NONE)
        event.ignore()
        QApplication.sendEvent(view, event)
        return event.isAccepted()

    assert not claimed(Qt.Key.Key_Escape)
    QTest.mouseClick(view, LEFT, NONE, at(view, 20, 20))
    assert claimed(Qt.Key.Key_Escape)
    assert claimed(Qt.Key.Key_Backspace)
    assert not claimed(Qt.Key.Key_B)
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert not view.cancel_gesture()


def test_a_polygon_is_previewed_and_leaves_no_trace(view: CanvasView, tools: ToolState) -> None:
    tools.set_tool("polygon")
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    bare = view.grab().toImage()
    for corner in corners(view):
        QTest.mouseClick(view, LEFT, NONE, corner)
    move(view, at(view, 40, 90))
    tinted = colour(view, 75, 60)
    assert tinted.red() > 130 > tinted.green()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.grab().toImage() == bare


def test_fill_and_pick(view: CanvasView, desk: Any, tools: ToolState) -> None:
    drag(view, [at(view, 40, 40), at(view, 80, 40)])
    tools.set_class(2)
    tools.set_tool("fill")
    QTest.mouseClick(view, LEFT, NONE, at(view, 60, 40))
    assert set(np.unique(desk.document.label_map.label)) == {2, 255}
    tools.set_class(0)
    tools.set_tool("brush")
    tools.set_tool("pick")
    QTest.mouseClick(view, LEFT, NONE, at(view, 60, 40))
    assert (tools.tool, tools.class_id) == ("brush", 2)


# -- zoom and pan


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(0, 1), st.floats(0, 1), st.floats(-6, 6), st.booleans())
def test_the_wheel_zooms_about_the_pointer(
    view: CanvasView, x: float, y: float, notches: float, control: bool
) -> None:
    view.actual_size()
    position = view.widget_point((x * 200, y * 120))
    before = view.image_point(position)
    wheel(view, position, notches, Qt.KeyboardModifier.ControlModifier if control else NONE)
    after = view.image_point(position)
    assert before is not None
    assert after is not None
    assert math.dist(before, after) * view.zoom < 1e-3


def test_alt_and_the_wheel_change_the_brush(view: CanvasView, tools: ToolState) -> None:
    radius, zoom = tools.radius, view.zoom
    wheel(view, QPointF(200, 150), 2, Qt.KeyboardModifier.AltModifier)
    assert tools.radius > radius
    wheel(view, QPointF(200, 150), -2, Qt.KeyboardModifier.AltModifier)
    assert tools.radius == pytest.approx(radius, abs=0.5)
    assert view.zoom == zoom


def test_zoom_by_keys_and_calls(view: CanvasView) -> None:
    zooms: list[float] = []
    view.zoom_changed.connect(zooms.append)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom == 1.5
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom == pytest.approx(2 / 3)
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    fitted = view.zoom
    view.resize(800, 600)
    assert view.zoom > fitted
    assert zooms[:4] == [1.5, 1.0, pytest.approx(2 / 3), 1.0]


@pytest.mark.parametrize("way", ["middle", "space"])
def test_dragging_pans(view: CanvasView, desk: Any, way: str) -> None:
    grabbed = under(view, QPoint(150, 150))
    if way == "space":
        QTest.keyPress(view, Qt.Key.Key_Space)
        drag(view, [QPoint(150, 150), QPoint(180, 140), QPoint(190, 160)])
        QTest.keyRelease(view, Qt.Key.Key_Space)
    else:
        drag(view, [QPoint(150, 150), QPoint(180, 140), QPoint(190, 160)], MIDDLE)
    assert under(view, QPoint(190, 160)) == grabbed
    assert not desk.document.can_undo
    drag(view, [QPoint(190, 160), QPoint(200, 160)])
    assert desk.document.can_undo


def test_arrows_pan(view: CanvasView) -> None:
    before = at(view, 0, 0)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    moved = at(view, 0, 0) - before
    assert moved.x() < 0
    assert moved.y() < 0


def test_hovered_tells_the_pixel(view: CanvasView) -> None:
    heard: list[object] = []
    view.hovered.connect(heard.append)
    move(view, at(view, 10, 20))
    move(view, at(view, 10, 20))
    move(view, QPoint(3, 3))
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert heard == [(10, 20), None]


# -- what is seen


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


def test_void_painted_by_a_person_counts_as_said(view: CanvasView, desk: Any, tools: ToolState) -> None:
    tools.set_class(255)
    drag(view, [at(view, 60, 60), at(view, 100, 60)])
    assert desk.document.label_map.provenance[60, 80] == HUMAN


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


# -- large images


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
