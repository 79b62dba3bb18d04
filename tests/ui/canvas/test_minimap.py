"""The small view of the whole image."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.canvas.widgets.minimap import MARGIN, Minimap

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def minimap(view: CanvasView) -> Minimap:
    return Minimap(view)


def middle(view: CanvasView) -> tuple[float, float]:
    point = view.image_point(QPointF(view.rect().center()) + QPointF(0.5, 0.5))
    assert point is not None
    return point


def test_it_is_seen_while_a_part_of_the_image_is(view: CanvasView, minimap: Minimap, desk: Any) -> None:
    view.fit()
    assert not minimap.isVisible()
    view.set_zoom(8)
    assert minimap.isVisible()
    assert minimap.width() / minimap.height() == pytest.approx(200 / 120, rel=0.03)
    corner = minimap.geometry().bottomRight()
    assert (corner.x(), corner.y()) == (399 - MARGIN, 299 - MARGIN)
    minimap.set_wanted(False)
    assert not minimap.isVisible()
    minimap.set_wanted(True)
    assert minimap.isVisible()
    view.resize(500, 350)
    assert minimap.geometry().right() == 499 - MARGIN
    desk.show((1200, 100))
    view.set_zoom(4)
    assert minimap.height() > 5 * minimap.width()


def test_a_press_and_a_drag_bring_that_place_into_the_middle(view: CanvasView, minimap: Minimap) -> None:
    view.set_zoom(8)
    size = minimap.size()
    QTest.mousePress(minimap, LEFT, NONE, QPoint(size.width() // 2, size.height() // 2))
    assert middle(view) == pytest.approx((100, 60), abs=2)
    QTest.mouseMove(minimap, QPoint(size.width() // 4, size.height() // 2))
    QTest.mouseRelease(minimap, LEFT, NONE, QPoint(size.width() // 4, size.height() // 2))
    x, y = middle(view)
    assert y == pytest.approx(60, abs=2)
    assert view.zoom == 8
    assert x <= 100


def test_nothing_is_painted_through_it(view: CanvasView, minimap: Minimap, desk: Any) -> None:
    view.set_zoom(8)
    QTest.mouseClick(minimap, LEFT, NONE, minimap.rect().center())
    assert not desk.document.can_undo


def test_the_wheel_zooms_about_the_middle(view: CanvasView, minimap: Minimap) -> None:
    view.set_zoom(8)
    before = middle(view)
    at = QPointF(minimap.rect().center())
    event = QWheelEvent(at, minimap.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE,
                        Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(minimap, event)
    assert view.zoom > 8
    assert middle(view) == pytest.approx(before, abs=0.3)


def test_it_shows_the_image_and_where_the_view_is(view: CanvasView, minimap: Minimap) -> None:
    view.set_zoom(8)
    view.centre_on((100, 60))
    shown = minimap.grab().toImage()
    inside = shown.pixelColor(minimap.rect().center())
    beside = shown.pixelColor(4, 4)
    assert inside.red() == 100
    assert beside.red() < 80, "what is not seen is darker"
    view.toning.set_brightness(0.4)
    assert minimap.grab().toImage().pixelColor(minimap.rect().center()).red() > 180
