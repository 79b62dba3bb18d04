"""Painting without a mouse, and with a pen that presses."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from segstudio.labels.areas.brush import stroke_segment
from segstudio.labels.label_map import LabelMap
from segstudio.ui.canvas.key_tip import following, stepped
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.canvas.viewport import Viewport
from segstudio.ui.tool_state import ToolState
from tests.ui.canvas.mouse import at, drag, move

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
RIGHT_KEY, DOWN_KEY, SPACE = Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space


@pytest.fixture(autouse=True)
def no_pointer(view: CanvasView) -> None:
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))


def test_a_stroke_by_keys_is_one_by_mouse(view: CanvasView, desk: Any) -> None:
    move(view, at(view, 100, 60), Qt.MouseButton.NoButton)
    QTest.keyClick(view, RIGHT_KEY, SHIFT)
    QTest.keyClick(view, SPACE, SHIFT)
    for _ in range(3):
        QTest.keyClick(view, RIGHT_KEY, SHIFT | ALT)
    QTest.keyClick(view, SPACE, SHIFT)
    document = desk.document
    assert document.undo_name == "Brush stroke"
    start, end = (106.5, 60.5), (199.5, 60.5)
    area = stroke_segment(start, end, 5, "round", (120, 200))
    expected = np.full((120, 200), 255, np.uint8)
    expected[area.rect.slices][area.mask] = 1
    assert np.array_equal(document.label_map.label, expected)
    QTest.keyClick(view, DOWN_KEY, SHIFT)
    assert document.history.done == 1, "it was let go"


def test_escape_takes_a_stroke_by_keys_back(view: CanvasView, desk: Any) -> None:
    QTest.keyClick(view, SPACE, SHIFT)
    QTest.keyClick(view, RIGHT_KEY, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert desk.document.label_map == LabelMap.empty((120, 200))
    QTest.keyClick(view, SPACE, SHIFT)
    QTest.keyClick(view, SPACE, SHIFT)
    assert desk.document.history.done == 1


def test_a_polygon_and_a_click_by_keys(view: CanvasView, desk: Any, tools: ToolState) -> None:
    tools.set_tool("polygon")
    move(view, at(view, 100, 60), Qt.MouseButton.NoButton)
    for key in (RIGHT_KEY, DOWN_KEY, Qt.Key.Key_Left):
        QTest.keyClick(view, SPACE, SHIFT)
        QTest.keyClick(view, key, SHIFT | ALT)
    QTest.keyClick(view, SPACE, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Return)
    painted = int((desk.document.label_map.label == 1).sum())
    assert painted == pytest.approx(48 * 48, rel=0.1)
    tools.set_tool("fill")
    tools.set_class(2)
    view.setFocus()
    QTest.keyClick(view, RIGHT_KEY, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Up, SHIFT)
    QTest.keyClick(view, SPACE, SHIFT)
    assert int((desk.document.label_map.label == 2).sum()) == painted


def test_the_image_follows_the_tip_and_the_stroke_has_no_gap(view: CanvasView, desk: Any) -> None:
    view.set_zoom(8)
    move(view, at(view, 110.5, 60.5), Qt.MouseButton.NoButton)
    QTest.keyClick(view, SPACE, SHIFT)
    for _ in range(40):
        QTest.keyClick(view, RIGHT_KEY, SHIFT | ALT)
    QTest.keyClick(view, SPACE, SHIFT)
    assert (desk.document.label_map.label[60, 110:] == 1).all()
    assert view.rect().contains(at(view, 199.5, 60))


def test_focus_that_goes_ends_what_keys_pressed(view: CanvasView, desk: Any) -> None:
    QTest.keyClick(view, SPACE, SHIFT)
    view.clearFocus()
    assert desk.document.history.done == 1
    assert not desk.document.stroke_open


@given(
    st.tuples(st.floats(0, 199), st.floats(0, 119)),
    st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]),
    st.sampled_from([0.05, 0.5, 1.0, 7.0, 64.0]),
    st.booleans(),
)
def test_a_step_ends_in_the_middle_of_a_pixel_of_the_image_that_is_seen(
    point: tuple[float, float], direction: tuple[int, int], zoom: float, coarse: bool
) -> None:
    viewport = Viewport((200, 120), (400, 300), zoom, (20.0, 30.0))
    x, y = stepped(point, direction, viewport, coarse=coarse)
    assert x % 1 == y % 1 == 0.5
    assert 0 < x < 200
    assert 0 < y < 120
    shown = following(viewport.panned(0, 0), (x, y)).to_view((x, y))
    if zoom >= 1:
        assert -1 <= shown[0] <= 401
        assert -1 <= shown[1] <= 301


def pen(capability: QPointingDevice.Capability) -> QPointingDevice:
    return QPointingDevice(
        "pen", 1, QPointingDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
        QPointingDevice.Capability.Position | capability, 1, 1,
    )  # fmt: skip


def press(view: CanvasView, device: QPointingDevice, position: QPoint, pressure: float) -> None:
    point = QPointF(position)
    event = QTabletEvent(
        QEvent.Type.TabletMove, device, point, view.mapToGlobal(point), pressure, 0.0, 0.0, 0.0, 0.0, 0.0,
        NONE, Qt.MouseButton.NoButton, LEFT,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


@pytest.mark.parametrize(("wanted", "width"), [(True, 5), (False, 10)])
def test_a_light_pen_paints_thin_where_that_is_wanted(
    view: CanvasView, desk: Any, wanted: bool, width: int
) -> None:
    view.set_pen_pressure(wanted)
    press(view, pen(QPointingDevice.Capability.Pressure), at(view, 40, 60), 0.5)
    drag(view, [at(view, 40, 60), at(view, 100, 60)])
    assert int((desk.document.label_map.label[:, 70] == 1).sum()) == pytest.approx(width, abs=1)


def test_a_device_that_cannot_tell_presses_fully(view: CanvasView, desk: Any) -> None:
    view.set_pen_pressure(True)
    press(view, pen(QPointingDevice.Capability.Position), at(view, 40, 60), 0.2)
    drag(view, [at(view, 40, 60), at(view, 100, 60)])
    assert int((desk.document.label_map.label[:, 70] == 1).sum()) == pytest.approx(10, abs=1)
