"""A mouse over a canvas, and what is seen under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from segstudio.labels.areas.brush import Point
from segstudio.ui.canvas.view import CanvasView

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
