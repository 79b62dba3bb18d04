"""List and canvas never say two different things about what is looked at: a new focus takes the place of the former."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.metrics.error_map import ErrorView
from segstudio.ui.app import Studio
from segstudio.ui.dashboard.histogram import bar_of
from tests.ui.shell.comparing import LEFT, click_cell, layer

SHIFT = Qt.KeyboardModifier.ShiftModifier


def click_bar(studio: Studio, class_id: int) -> None:
    bars = studio.window.dashboard.charts.bars
    row = next(n for n, r in enumerate(bars.rows) if r.class_id == class_id)
    QTest.mouseClick(bars.viewport(), LEFT, pos=bars._row_rect(row).center().toPoint())


def test_a_class_takes_the_place_of_a_cell_in_the_list_and_on_the_canvas(
    compared: Studio, qtbot: QtBot
) -> None:
    window = compared.window
    click_cell(compared, 0, 2)
    qtbot.waitUntil(lambda: window.images.chip.text == "ground → thing")
    assert window.canvas.error_view == ErrorView(cell=(0, 2))
    click_bar(compared, 1)
    qtbot.waitUntil(lambda: window.images.chip.text == "with sky")
    assert window.canvas.error_view == ErrorView(class_id=1)
    assert layer(compared) == "errors"
    assert "sky" in window.evaluation.bar.text
    assert "→" not in window.evaluation.bar.text


def test_a_cell_that_is_hidden_behind_another_layer_does_not_come_back(compared: Studio) -> None:
    window = compared.window
    click_cell(compared, 0, 2)
    window.canvas.set_layer("mask")
    click_bar(compared, 1)
    assert layer(compared) == "mask"
    assert window.canvas.error_view == ErrorView(class_id=1)


def test_errors_of_a_class_take_the_place_of_a_cell_in_the_list(compared: Studio, qtbot: QtBot) -> None:
    window = compared.window
    click_cell(compared, 0, 2)
    compared.tools.set_class(1)
    QTest.keyClick(window.canvas, Qt.Key.Key_R, SHIFT)
    assert window.canvas.error_view == ErrorView(class_id=1)
    qtbot.waitUntil(lambda: window.images.chip.text == "with sky")


def test_images_of_a_score_end_the_cell_on_the_canvas(compared: Studio, qtbot: QtBot) -> None:
    window, side = compared.window, compared.window.dashboard.charts.side
    click_cell(compared, 0, 2)
    qtbot.waitUntil(lambda: compared.session.evaluation.focus.ready)
    QTest.mouseClick(side.page_choice.button("images"), LEFT)
    qtbot.waitUntil(lambda: side.histogram.isVisible() and side.histogram.spread.images == 4)
    bar = bar_of(compared.session.evaluation.mious["image_10"] or 0.0)
    where = side.histogram.bar_rect(bar).center().toPoint()
    QTest.mouseMove(side.histogram, where)
    QTest.mouseClick(side.histogram, LEFT, pos=where)
    qtbot.waitUntil(lambda: window.images.chip.text.startswith("mIoU"))
    assert window.canvas.error_view == ErrorView()
