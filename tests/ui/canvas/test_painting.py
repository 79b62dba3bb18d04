"""Strokes, polygons, fill and pick under real mouse, pen and key events."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from segstudio.core.provenance import HUMAN
from segstudio.labels.areas.brush import stroke_segment
from segstudio.labels.label_map import LabelMap
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.tool_state import ToolState
from tests.ui.canvas.mouse import LEFT, NONE, RIGHT, at, colour, drag, move, under, wheel


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


def test_void_painted_by_a_person_counts_as_said(view: CanvasView, desk: Any, tools: ToolState) -> None:
    tools.set_class(255)
    drag(view, [at(view, 60, 60), at(view, 100, 60)])
    assert desk.document.label_map.provenance[60, 80] == HUMAN


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
