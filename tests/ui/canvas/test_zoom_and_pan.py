"""Zooming, panning and hovering under real mouse, wheel and key events."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.tool_state import ToolState
from tests.ui.canvas.mouse import MIDDLE, NONE, at, drag, move, under, wheel


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
