"""A pen, its eraser end and its pressure, beside a mouse; and the line that Shift would draw."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from segstudio.labels.areas.brush import Point, stroke_segment
from segstudio.labels.label_map import LabelMap
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.tool_state import ToolState

LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NO_KEY, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
SHAPE = (120, 200)


def pen(end: QPointingDevice.PointerType) -> QPointingDevice:
    able = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure
    return QPointingDevice("pen", 1, QInputDevice.DeviceType.Stylus, end, able, 1, 3)


ERASER, TIP = pen(QPointingDevice.PointerType.Eraser), pen(QPointingDevice.PointerType.Pen)


def at(view: CanvasView, point: Point) -> QPointF:
    return QPointF(view.widget_point(point).toPoint())


def tablet(
    view: CanvasView,
    kind: QEvent.Type,
    point: Point,
    device: QPointingDevice,
    pressure: float = 1.0,
    *,
    down: bool = True,
    followed: bool = True,
) -> None:
    """An event of a pen, and the same as one of a mouse, as Qt sends it."""
    place, held = at(view, point), LEFT if down else NO_BUTTON
    event = QTabletEvent(
        kind, device, place, view.mapToGlobal(place), pressure, 0, 0, 0, 0, 0, NO_KEY, LEFT, held
    )
    QApplication.sendEvent(view, event)
    mouse = {
        QEvent.Type.TabletPress: QEvent.Type.MouseButtonPress,
        QEvent.Type.TabletMove: QEvent.Type.MouseMove,
        QEvent.Type.TabletRelease: QEvent.Type.MouseButtonRelease,
    }
    if followed:
        button = NO_BUTTON if kind == QEvent.Type.TabletMove else LEFT
        again = QMouseEvent(mouse[kind], place, view.mapToGlobal(place), button, held, NO_KEY, device)
        QApplication.sendEvent(view, again)


def pen_stroke(view: CanvasView, device: QPointingDevice, *points: tuple[Point, float]) -> None:
    """(point, pressure) each."""
    tablet(view, QEvent.Type.TabletPress, *points[0][:1], device, points[0][1])
    for point, pressure in points[1:]:
        tablet(view, QEvent.Type.TabletMove, point, device, pressure)
    tablet(view, QEvent.Type.TabletRelease, points[-1][0], device, 0.0, down=False)


def drag(view: CanvasView, first: Point, last: Point) -> None:
    QTest.mousePress(view, LEFT, NO_KEY, at(view, first).toPoint())
    hover(view, last, LEFT)
    QTest.mouseRelease(view, LEFT, NO_KEY, at(view, last).toPoint())


def hover(
    view: CanvasView,
    point: Point,
    held: Qt.MouseButton = NO_BUTTON,
    keys: Qt.KeyboardModifier = NO_KEY,
) -> None:
    place = at(view, point)
    QApplication.sendEvent(
        view, QMouseEvent(QEvent.Type.MouseMove, place, view.mapToGlobal(place), NO_BUTTON, held, keys)
    )


def test_a_mouse_paints_after_the_eraser_end(view: CanvasView, desk: Any) -> None:
    drag(view, (40, 40), (80, 40))
    pen_stroke(view, ERASER, ((40, 40), 1.0), ((80, 40), 1.0))
    assert desk.document.label_map == LabelMap.empty(SHAPE)
    drag(view, (40, 40), (80, 40))
    assert desk.document.label_map.label[40, 60] == 1


def test_a_mouse_paints_after_the_eraser_end_has_hovered(view: CanvasView, desk: Any) -> None:
    tablet(view, QEvent.Type.TabletMove, (40, 40), ERASER, 0.0, down=False)
    assert view._hand.spec.id == "eraser"
    drag(view, (40, 40), (80, 40))
    assert desk.document.label_map.label[40, 60] == 1


def test_the_other_end_of_the_pen_paints_at_once(view: CanvasView, desk: Any) -> None:
    pen_stroke(view, ERASER, ((40, 40), 1.0), ((80, 40), 1.0))
    pen_stroke(view, TIP, ((40, 40), 1.0), ((80, 40), 1.0))
    assert desk.document.label_map.label[40, 60] == 1


def test_a_hovering_eraser_end_shows_its_tip(view: CanvasView, tools: ToolState) -> None:
    assert view.hasTabletTracking()
    tools.set_radius(20)
    tablet(view, QEvent.Type.TabletMove, (100, 60), TIP, 0.0, down=False)
    paints = view.grab().toImage()
    tablet(view, QEvent.Type.TabletMove, (100, 60), ERASER, 0.0, down=False, followed=False)
    erases = view.grab().toImage()
    assert paints != erases
    tools.set_tool("eraser")
    assert view.grab().toImage() == erases


@pytest.mark.parametrize("shape", ["round", "square"])
def test_the_width_grows_evenly_with_the_pressure(
    view: CanvasView, desk: Any, tools: ToolState, shape: str
) -> None:
    tools.set_radius(10)
    tools.set_shape(shape)
    view.set_pen_pressure(True)
    way = [((30.0, 60.0), 0.2), ((90.0, 60.0), 0.2), ((150.0, 60.0), 1.0)]
    pen_stroke(view, TIP, *way)
    expected = np.zeros(SHAPE, np.bool_)
    places = [view.image_point(at(view, point)) for point, _ in way]
    for (p0, p1), (r0, r1) in zip([(0, 0), (0, 1), (1, 2)], [(2, 2), (2, 2), (2, 10)], strict=True):
        start, end = places[p0], places[p1]
        assert start is not None
        assert end is not None
        area = stroke_segment(start, end, r0, tools.shape, SHAPE, r1)
        expected[area.rect.slices] |= area.mask
    painted = desk.document.label_map.provenance == 2
    assert np.array_equal(painted, expected)
    widths = painted.sum(axis=0)[91:150]
    assert np.abs(np.diff(widths.astype(int))).max() <= 2


def test_a_pen_that_presses_harder_where_it_stands_widens_its_dot(
    view: CanvasView, desk: Any, tools: ToolState
) -> None:
    tools.set_radius(10)
    view.set_pen_pressure(True)
    pen_stroke(view, TIP, ((60, 60), 0.3), ((60, 60), 1.0))
    assert desk.document.label_map.provenance[60, 68] == 2


def test_a_mouse_after_a_light_pen_has_its_full_tip(view: CanvasView, desk: Any, tools: ToolState) -> None:
    tools.set_radius(10)
    view.set_pen_pressure(True)
    tablet(view, QEvent.Type.TabletMove, (20, 20), TIP, 0.2, down=False)
    drag(view, (60, 60), (80, 60))
    assert desk.document.label_map.provenance[52, 70] == 2


# -- the line that Shift would draw


def colour_at(view: CanvasView, point: Point) -> int:
    return view.grab().toImage().pixel(QPoint(at(view, point).toPoint()))


def test_shift_shows_the_line_it_would_draw(view: CanvasView, desk: Any, tools: ToolState) -> None:
    drag(view, (30, 60), (40, 60))
    hover(view, (150, 60))
    middle, edge, beyond = (95.0, 60.0), (95.0, 63.0), (95.0, 75.0)
    before = [colour_at(view, p) for p in (middle, edge, beyond)]
    QTest.keyPress(view, Qt.Key.Key_Shift, SHIFT)
    shown = [colour_at(view, p) for p in (middle, edge, beyond)]
    assert shown[0] != before[0]
    assert shown[1] != before[1]
    assert shown[2] == before[2]
    hover(view, (150, 100), keys=SHIFT)  # it follows, and nothing is left behind
    assert colour_at(view, (130, 60)) == before[0]
    hover(view, (150, 60), keys=SHIFT)
    QTest.keyRelease(view, Qt.Key.Key_Shift, NO_KEY)
    assert [colour_at(view, p) for p in (middle, edge, beyond)] == before


def test_no_line_without_an_end_to_begin_at_nor_with_another_tool(
    view: CanvasView, desk: Any, tools: ToolState
) -> None:
    def shown() -> bool:
        return view._hand.line_from is not None

    hover(view, (150, 60), keys=SHIFT)
    assert not shown()
    drag(view, (30, 60), (40, 60))
    hover(view, (150, 60), keys=SHIFT)
    assert shown()
    tools.set_tool("lasso")
    assert not shown()
