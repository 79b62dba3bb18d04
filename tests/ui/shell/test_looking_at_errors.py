"""A cell of the matrix leads to its first region, near enough to be seen, and Escape back to the view from before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.core.geometry import Rect
from segstudio.ui.app import Studio
from segstudio.ui.commands.closer_look import CloserLook
from tests.ui.shell.comparing import click_cell, current, shown
from tests.ui.shell.conftest import SIZE

LARGEST = (50, 40)
"""In the middle of the largest region of image_10 that is thing for the second person: its third box."""


def place(studio: Studio) -> str:
    return studio.window.evaluation.bar.place.text()


def off_centre(studio: Studio, point: tuple[int, int]) -> int:
    """How far, in pixels, an image point is from the canvas's middle."""
    canvas = studio.window.canvas
    away: QPoint = canvas.widget_point(point).toPoint() - canvas.rect().center()
    return away.manhattanLength()


@pytest.fixture
def hunting(compared: Studio, qtbot: QtBot) -> Studio:
    """On an image without such an error, with the matrix of the data set."""
    compared.session.go_to("image_1")
    qtbot.waitUntil(lambda: compared.session.image_comparison is not None)
    return compared


def test_a_cell_of_the_data_set_leads_to_the_largest_region_of_the_worst_image(
    hunting: Studio, qtbot: QtBot
) -> None:
    window = hunting.window
    window.canvas.set_zoom(20.0)
    assert off_centre(hunting, LARGEST) > 200
    click_cell(hunting, 0, 2)
    qtbot.waitUntil(lambda: current(hunting) == "image_10")
    qtbot.waitUntil(lambda: place(hunting) == "1 of 3")
    assert off_centre(hunting, LARGEST) < 20
    assert window.canvas.hasFocus(), "its keys work at once"


@pytest.mark.parametrize("zoom", [None, 1.5], ids=["fitted", "zoomed"])
def test_escape_brings_back_the_view_from_before_the_hunt(
    compared: Studio, qtbot: QtBot, zoom: float | None
) -> None:
    window, canvas = compared.window, compared.window.canvas
    window.dashboard.set_scope("image")
    compared.session.go_to("image_10")
    qtbot.waitUntil(lambda: compared.session.image_comparison is not None)
    window.dashboard.refresh()
    window.resize(900, 700)
    canvas.fit() if zoom is None else canvas.set_zoom(zoom)
    before = canvas.stand
    assert not window.book["doubt.leave"].isEnabled()
    click_cell(compared, 0, 2)
    qtbot.waitUntil(lambda: place(compared) == "1 of 3")
    QTest.keyClick(canvas, Qt.Key.Key_F3)
    assert place(compared) == "2 of 3"
    if zoom is not None:
        assert canvas.stand != before
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.stand == before
    assert not window.book["doubt.leave"].isEnabled()
    assert canvas.layer == "errors", "the map stays"


def test_the_next_image_has_the_view_from_before(hunting: Studio, qtbot: QtBot) -> None:
    canvas = hunting.window.canvas
    canvas.set_zoom(1.5)
    before = canvas.stand
    click_cell(hunting, 0, 2)
    qtbot.waitUntil(lambda: place(hunting) == "1 of 3")
    assert canvas.zoom > 1.5
    QTest.keyClick(canvas, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: current(hunting) == "image_3" and hunting.session.document is not None)
    assert before is not None
    assert canvas.stand is not None
    assert canvas.zoom == 1.5


def test_going_on_to_the_regions_of_another_image_keeps_the_way_back(hunting: Studio, qtbot: QtBot) -> None:
    canvas = hunting.window.canvas
    canvas.set_zoom(1.5)
    click_cell(hunting, 0, 2)
    qtbot.waitUntil(lambda: place(hunting) == "1 of 3")
    for _ in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: current(hunting) == "image_3" and place(hunting) == "1 of 2")
    assert canvas.zoom > 1.5
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.zoom == 1.5


def test_what_is_right_is_not_looked_at(compared: Studio, qtbot: QtBot) -> None:
    window = compared.window
    before = window.canvas.stand
    click_cell(compared, 1, 1)
    qtbot.waitUntil(lambda: len(shown(compared)) == 4 and compared.session.evaluation.focus.ready)
    assert place(compared) == ""
    assert window.canvas.stand == before


def test_cells_followed_by_keyboard_leave_the_focus_in_the_matrix(hunting: Studio, qtbot: QtBot) -> None:
    window, heat_map = hunting.window, hunting.window.dashboard.charts.side.heat_map
    window.canvas.set_zoom(20.0)
    before = window.canvas.stand
    heat_map.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        QTest.keyClick(heat_map, Qt.Key.Key_Right)
    assert "You say ground, the second thing" in heat_map.accessibleDescription()
    QTest.keyClick(heat_map, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place(hunting) == "1 of 3")
    assert heat_map.hasFocus()
    assert window.canvas.stand != before
    QTest.keyClick(heat_map, Qt.Key.Key_Escape)
    assert window.canvas.stand == before


def looked_at(studio: Studio, rect: Rect) -> Rect:
    """What of the image is seen after a closer look at a part of it."""
    CloserLook(studio.window.canvas).at(rect, lambda: None)
    stand = studio.window.canvas.stand
    assert stand is not None
    return stand.viewport.seen


def test_at_the_edge_of_the_image_three_quarters_of_the_view_stay_full(opened: Studio) -> None:
    canvas = opened.window.canvas
    canvas.set_zoom(30.0)
    width = canvas.width() * canvas.devicePixelRatioF() / canvas.zoom
    for corner in (Rect(0, 0, 2, 2), Rect(SIZE[1] - 2, SIZE[0] - 2, 2, 2)):
        seen = looked_at(opened, corner)
        assert seen.width >= 0.75 * width - 1
        assert not seen.intersect(corner).empty


def test_of_a_region_as_large_as_the_image_all_is_seen_and_no_more(opened: Studio) -> None:
    canvas = opened.window.canvas
    canvas.fit()
    fitted = canvas.zoom
    canvas.set_zoom(30.0)
    looked_at(opened, Rect(0, 0, SIZE[1], SIZE[0]))
    assert canvas.zoom == pytest.approx(fitted, rel=0.1)
