"""Errors on the canvas: colours, bands, swipe and what is compared, by menu, mouse and keys."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from segstudio.core.label_png import read_label
from segstudio.metrics.error_map import ErrorView, Paint
from segstudio.ui.app import Studio
from segstudio.ui.canvas.rendering.layers import DIFFERS, FALSE
from tests.ui.shell.comparing import click_cell, current, layer, shown

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_swiping_by_key_mouse_and_arrows(compared: Studio, qtbot: QtBot) -> None:
    window = compared.window
    canvas, divider = window.canvas, window.evaluation.divider
    QTest.keyClick(canvas, Qt.Key.Key_W, SHIFT)
    assert layer(compared) == "swipe"
    assert divider.isVisible()
    assert window.book["view.swipe"].isChecked()
    assert divider.left_tag.text() == "second"
    assert divider.hasFocus()
    middle = divider.position
    before = canvas.swipe_column
    QTest.keyClick(divider, Qt.Key.Key_Left)
    assert divider.position < middle
    assert canvas.swipe_column < before
    QTest.keyClick(divider, Qt.Key.Key_End)
    assert divider.position == canvas.width()
    QTest.keyClick(divider, Qt.Key.Key_Home)
    assert divider.position == 0
    QTest.mousePress(divider, LEFT, pos=QPoint(14, 30))
    QTest.mouseMove(divider, QPoint(14 + 120, 30))
    QTest.mouseRelease(divider, LEFT, pos=QPoint(14, 30))
    assert abs(divider.position - 120) < 2
    column = canvas.swipe_column
    canvas.actual_size()
    assert abs(divider.position - 120) < 2, "it stands still in the view"
    assert canvas.swipe_column != column
    QTest.keyClick(divider, Qt.Key.Key_Escape)
    assert layer(compared) == "mask"
    assert not divider.isVisible()


def test_another_layer_gives_the_keys_of_the_divider_back_to_the_canvas(compared: Studio) -> None:
    window = compared.window
    QTest.keyClick(window.canvas, Qt.Key.Key_W, SHIFT)
    assert window.evaluation.divider.hasFocus()
    QTest.keyClick(window.evaluation.divider, Qt.Key.Key_Q)
    assert layer(compared) == "prediction"
    assert window.canvas.hasFocus()


def test_error_colours_bands_and_classes_from_menu_and_keys(compared: Studio, qtbot: QtBot) -> None:
    window, session = compared.window, compared.session
    session.active_class = 2
    session.go_to("image_3")
    qtbot.waitUntil(lambda: session.image_comparison is not None)
    QTest.keyClick(window.canvas, Qt.Key.Key_R, SHIFT)
    assert window.canvas.error_view == ErrorView(class_id=2)
    bar = window.evaluation.bar
    qtbot.waitUntil(lambda: "false" in bar.legend.text())
    window.book["errors.by_predicted"].trigger()
    assert window.canvas.error_view == ErrorView(Paint.PREDICTED, class_id=2)
    assert not bar.legend.isVisible()
    band = next(a for a in window.evaluation.error_menu.actions() if "4 px" in a.text())
    band.trigger()
    assert window.canvas.error_view == ErrorView(Paint.PREDICTED, class_id=2, band=4)
    assert "within 4 px" in bar.text
    window.book["errors.all"].trigger()
    assert window.canvas.error_view == ErrorView(Paint.PREDICTED)
    QTest.keyClick(window.canvas, Qt.Key.Key_Q, SHIFT)
    assert layer(compared) == "confidence"
    assert not bar.isVisible()
    QTest.keyClick(window.canvas, Qt.Key.Key_Q, SHIFT)
    assert layer(compared) == "mask"


def test_comparing_with_a_folder_by_the_button_below_the_figures(
    opened: Studio, second: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, session = opened.window, opened.session
    button = window.dashboard.compare_button
    assert isinstance(button, QToolButton)
    assert button.text() == "Compare: prediction"
    assert window.book["compare.annotator"] in button.menu().actions()
    chosen: list[Path | None] = [None, second]
    monkeypatch.setattr("segstudio.ui.commands.evaluation.ask_folder", lambda *_: chosen.pop(0))
    window.book["compare.annotator"].trigger()
    assert window.book["compare.model"].isChecked(), "thought better of it"
    window.book["compare.annotator"].trigger()
    qtbot.waitUntil(lambda: not session.evaluation.by_model)
    assert window.book["compare.annotator"].isChecked()
    qtbot.waitUntil(lambda: session.evaluation.label is not None)
    assert button.text() == "Compare: second"
    label = session.evaluation.label
    assert label is not None
    assert np.array_equal(label, read_label(second / "image_1.png"))
    qtbot.waitUntil(lambda: window.dashboard.compared_lines[0].startswith("second against the saved label"))
    assert "κ 1.000" in window.dashboard.compared_lines[0]
    window.book["compare.model"].trigger()
    assert session.evaluation.by_model
    qtbot.waitUntil(lambda: window.dashboard.compared_lines[0].startswith("Prediction against"))


def test_what_the_canvas_shows_is_what_the_matrix_counts(compared: Studio, qtbot: QtBot) -> None:
    """Also where the second person left void, and after a stroke."""
    window, session = compared.window, compared.session
    session.go_to("image_10")
    qtbot.waitUntil(lambda: session.image_comparison is not None)
    document = session.document
    assert document is not None
    rows, columns = document.label_map.rect.slices
    compared.tools.set_class(2)
    for _ in range(2):
        matrix = session.image_comparison.matrix  # type: ignore[union-attr]  # waited for
        for view in (ErrorView(), ErrorView(cell=(0, 2)), ErrorView(cell=(1, 1)), ErrorView(class_id=2)):
            window.canvas.set_error_view(view)
            layer = window.canvas._stack._made("errors")
            assert layer is not None
            codes = layer.read(rows, columns)
            shown_pixels = np.count_nonzero(codes == DIFFERS) + np.count_nonzero(codes == FALSE)
            assert shown_pixels == view.count(matrix), view
        QTest.mouseClick(window.canvas, LEFT, pos=window.canvas.widget_point((10, 10)).toPoint())


def test_nothing_is_open_and_every_command_waits(studio: Studio) -> None:
    for key, modifiers in ((Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_W, SHIFT)):
        QTest.keyClick(studio.window, key, modifiers)
    assert layer(studio) == "mask"
    for action in ("errors.next", "errors.class", "compare.annotator", "view.swipe", "view.confidence"):
        assert not studio.window.book[action].isEnabled()


def test_commands_without_any_figure_do_no_harm(opened: Studio, qtbot: QtBot) -> None:
    """The second image has no label: there is no error, no region, and nothing to swipe but the proposal."""
    window, session = opened.window, opened.session
    session.go_to("image_2")  # at once: neither document nor prediction is there yet
    for _ in range(20):
        QTest.keyClick(window.canvas, Qt.Key.Key_F3)
        QTest.keyClick(window.canvas, Qt.Key.Key_F3, SHIFT)
    for key in (Qt.Key.Key_R, Qt.Key.Key_Q, Qt.Key.Key_W):
        QTest.keyClick(window.canvas, key, SHIFT)
    assert layer(opened) == "swipe"
    qtbot.waitUntil(lambda: session.prediction is not None)
    QTest.keyClick(window.canvas, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: window.evaluation.bar.place.text() == "none in this image")
    assert not window.grab().isNull()
    assert current(opened) == "image_2"


def test_narrow_windows_keep_bar_divider_and_chip_usable(compared: Studio, qtbot: QtBot) -> None:
    window = compared.window
    click_cell(compared, 0, 2)
    qtbot.waitUntil(lambda: len(shown(compared)) == 3)
    window.resize(880, 560)
    qtbot.waitUntil(lambda: window.canvas.width() < 500)
    for part in (
        window.evaluation.bar,
        window.evaluation.bar.close_button,
        window.evaluation.bar.next_button,
    ):
        assert part.isVisible()
    assert window.canvas.rect().contains(window.evaluation.bar.geometry())
    assert window.images.chip.close_button.isVisible()
    assert window.dashboard.compare_button.isVisible()
    window.book["view.swipe"].trigger()
    assert 0 <= window.evaluation.divider.position <= window.canvas.width()
    assert not window.grab().isNull()
