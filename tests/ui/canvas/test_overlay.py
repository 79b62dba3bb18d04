"""Pictures that others lay over the image, and regions that they have shown."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QRegion
from pytestqt.qtbot import QtBot

from segstudio.core.geometry import Rect
from segstudio.ui.canvas.rendering.overlay import Overlay
from segstudio.ui.canvas.view import CanvasView

GREY = (100, 100, 100)
RED = (255, 0, 0, 255)


def plain(rect: Rect, colour: tuple[int, int, int, int] = RED, size: tuple[int, int] = (1, 1)) -> Overlay:
    """One colour; `size`: (height, width) of the picture itself."""
    return Overlay(np.full((*size, 4), colour, np.uint8), rect, smooth=False)


def colour(view: CanvasView, x: float, y: float) -> tuple[int, int, int]:
    """What is painted over the middle of an image pixel."""
    found = QColor(grabbed(view).pixelColor(view.widget_point((x + 0.5, y + 0.5)).toPoint()))
    return found.red(), found.green(), found.blue()


def grabbed(view: CanvasView) -> QImage:
    return view.grab().toImage()


def test_an_overlay_covers_exactly_its_rectangle(view: CanvasView) -> None:
    bare = grabbed(view)
    view.set_overlay("test", plain(Rect(20, 30, 40, 50)))
    assert colour(view, 20, 30) == colour(view, 58, 78) == RED[:3]
    assert (
        colour(view, 18, 30) == colour(view, 20, 28) == colour(view, 61, 40) == colour(view, 30, 81) == GREY
    )
    view.set_overlay("test", None)
    assert grabbed(view) == bare


def test_it_is_not_premultiplied_and_lets_the_image_through(view: CanvasView) -> None:
    view.set_overlay("test", plain(Rect(0, 0, 50, 50), (255, 0, 0, 51)))
    assert colour(view, 10, 10) == pytest.approx((131, 80, 80), abs=2)


@pytest.mark.parametrize("zoom", [0.5, 1.0, 3.0, 7.3, 20.0])
def test_its_pixels_are_scaled_to_the_rectangle(view: CanvasView, zoom: float) -> None:
    pixels = np.zeros((2, 2, 4), np.uint8)
    pixels[0, 0] = RED
    pixels[1, 1] = (0, 0, 255, 255)
    view.set_zoom(zoom)
    view.set_overlay("test", Overlay(pixels, Rect(90, 50, 20, 20), smooth=False))
    assert colour(view, 94, 54) == RED[:3]
    assert colour(view, 104, 64) == (0, 0, 255)
    assert colour(view, 94, 64) == colour(view, 104, 54) == GREY


def test_a_repaint_of_a_part_looks_like_one_of_the_whole(view: CanvasView) -> None:
    rng = np.random.default_rng(1)
    view.set_zoom(2.7)
    view.set_overlay("test", Overlay(rng.integers(0, 256, (13, 17, 4), np.uint8), Rect(60, 40, 80, 60)))
    parts = QImage(400, 300, QImage.Format.Format_RGB32)
    for x in range(0, 400, 37):
        view.render(parts, QPoint(x, 0), QRegion(x, 0, 37, 300))
    whole = grabbed(view).convertToFormat(QImage.Format.Format_RGB32)
    found, expected = (np.frombuffer(i.constBits(), np.uint8).astype(int) for i in (parts, whole))
    assert np.abs(found - expected).max() <= 2, "blending is rounded"


def test_several_lie_over_each_other_in_the_order_of_their_coming(view: CanvasView) -> None:
    view.set_overlay("first", plain(Rect(0, 0, 50, 50)))
    view.set_overlay("second", plain(Rect(0, 0, 50, 50), (0, 255, 0, 255)))
    view.set_overlay("first", plain(Rect(0, 0, 50, 50), (1, 2, 3, 255)))
    assert colour(view, 9, 9) == (0, 255, 0)
    view.set_overlay("second", None)
    assert colour(view, 9, 9) == (1, 2, 3)


def test_it_goes_with_the_image_and_hides_with_the_mask(view: CanvasView, desk: Any) -> None:
    view.set_overlay("test", plain(Rect(0, 0, 50, 50)))
    view.set_mask_hidden(True)
    assert colour(view, 9, 9) == GREY
    view.set_mask_hidden(False)
    assert colour(view, 9, 9) == RED[:3]
    desk.load("b")
    desk.show((120, 200))
    assert colour(view, 9, 9) == GREY


def test_one_that_comes_while_the_image_loads_is_seen_with_it(view: CanvasView, desk: Any) -> None:
    desk.load("b")
    view.set_overlay("test", plain(Rect(0, 0, 50, 50)))
    assert colour(view, 9, 9) == GREY, "the former image is still shown"
    desk.show((120, 200))
    assert colour(view, 9, 9) == RED[:3]


def test_a_flash_is_seen_and_goes_by_itself(qtbot: QtBot, view: CanvasView) -> None:
    bare, zoom = grabbed(view), view.zoom
    view.set_overlay("test", plain(Rect(0, 0, 50, 50), (0, 255, 0, 255)))
    under = grabbed(view)
    view.flash(plain(Rect(0, 0, 200, 120)))
    assert colour(view, 9, 9) == colour(view, 150, 100) == RED[:3]
    qtbot.waitUntil(lambda: 100 < colour(view, 150, 100)[0] < 255)
    qtbot.waitUntil(lambda: grabbed(view) == under, timeout=3000)
    view.set_overlay("test", None)
    assert grabbed(view) == bare
    assert view.zoom == zoom


def test_a_flash_replaces_the_one_before(view: CanvasView) -> None:
    view.flash(plain(Rect(0, 0, 200, 120)))
    view.flash(plain(Rect(0, 0, 50, 50), (0, 0, 255, 255)))
    assert colour(view, 9, 9) == (0, 0, 255)
    assert colour(view, 150, 100) == GREY


def test_what_is_no_overlay_is_refused() -> None:
    with pytest.raises(ValueError, match="uint8 h×w×4"):
        Overlay(np.zeros((2, 2, 3), np.uint8), Rect(0, 0, 1, 1))
    with pytest.raises(ValueError, match="uint8 h×w×4"):
        Overlay(np.zeros((2, 2, 4), np.float32), Rect(0, 0, 1, 1))
    with pytest.raises(ValueError, match="at least one pixel"):
        Overlay(np.zeros((2, 2, 4), np.uint8), Rect(0, 0, 0, 1))


def test_a_region_is_shown(view: CanvasView) -> None:
    view.show_region(Rect(150, 80, 4, 4))
    assert view.zoom > 4
    point = view.widget_point((152, 82))
    assert (point.x(), point.y()) == pytest.approx((200, 150), abs=1)
    zoom = view.zoom
    view.show_region(Rect(10, 10, 3, 3))
    assert view.zoom == zoom, "one of like size needs no other zoom"
