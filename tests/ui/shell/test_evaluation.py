"""Every figure of the dashboard is a link: filters of the list, regions of errors and the history, by mouse and keys."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.core.classes import table_of
from segstudio.engine.evaluation.candidates import CandidateKind
from segstudio.metrics.error_map import ErrorView
from segstudio.ui.app import Studio
from segstudio.ui.dashboard.histogram import bar_of
from segstudio.ui.panels.image_figures import row_figure
from segstudio.ui.panels.image_model import ORDER_ROLE, VIEW_ROLE
from tests.ui.shell.comparing import click_cell, current, shown
from tests.ui.shell.conftest import NAMES

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def row_text(studio: Studio, row: int) -> str:
    """The figure as the row paints it."""
    index = studio.window.images.model.index(row)
    return row_figure(index.data(VIEW_ROLE), index.data(ORDER_ROLE))


def test_a_cell_lists_its_images_by_their_pixels_and_shows_them(compared: Studio, qtbot: QtBot) -> None:
    window, session = compared.window, compared.session
    click_cell(compared, 0, 2)
    qtbot.waitUntil(lambda: shown(compared) == ["image_10", "image_3", "image_2"])
    assert window.canvas.layer == "errors"
    assert window.canvas.error_view == ErrorView(cell=(0, 2))
    assert window.images.chip.isVisible()
    assert window.images.chip.text == "ground → thing"
    assert window.images.chip.note.startswith("3 images · ")
    assert row_text(compared, 0) == f"{session.entry_view('image_10').number:,} px"
    qtbot.waitUntil(lambda: current(compared) == "image_10")
    qtbot.waitUntil(lambda: session.image_comparison is not None)
    matrix = session.image_comparison.matrix  # type: ignore[union-attr]  # waited for
    question = session.evaluation.finder.question(window.canvas.error_view)
    assert question is not None
    assert session.document is not None
    chosen = question.chosen(session.document.label_map.rect)
    assert np.count_nonzero(chosen) == matrix.counts[0, 2] == session.entry_view("image_10").number
    qtbot.waitUntil(lambda: f"{matrix.counts[0, 2]} px" in window.evaluation.bar.text)
    QTest.mouseClick(window.evaluation.bar.close_button, LEFT)
    assert window.canvas.error_view == ErrorView()
    assert len(shown(compared)) == 3, "the list keeps its filter"
    QTest.mouseClick(window.images.chip.close_button, LEFT)
    assert shown(compared) == NAMES
    assert not window.images.chip.isVisible()


def test_f3_steps_through_the_regions_and_on_to_the_next_image(compared: Studio, qtbot: QtBot) -> None:
    window, session = compared.window, compared.session
    window.dashboard.set_scope("image")
    session.go_to("image_10")
    qtbot.waitUntil(lambda: session.image_comparison is not None)
    window.dashboard.refresh()
    click_cell(compared, 0, 2)
    qtbot.waitUntil(lambda: session.evaluation.focus.ready)
    bar = window.evaluation.bar
    qtbot.waitUntil(lambda: bar.place.text() == "1 of 3")
    QTest.mouseClick(bar.next_button, LEFT)
    assert bar.place.text() == "2 of 3"
    QTest.keyClick(window.canvas, Qt.Key.Key_F3, SHIFT)
    assert bar.place.text() == "1 of 3"
    QTest.keyClick(window.canvas, Qt.Key.Key_F3)
    QTest.keyClick(window.canvas, Qt.Key.Key_F3)
    assert bar.place.text() == "3 of 3"
    QTest.keyClick(window.canvas, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: current(compared) == "image_3")
    qtbot.waitUntil(lambda: bar.place.text() == "1 of 2")


def test_regions_are_found_anew_after_an_edit(compared: Studio, qtbot: QtBot) -> None:
    window, session = compared.window, compared.session
    session.go_to("image_10")
    qtbot.waitUntil(lambda: session.image_comparison is not None)
    QTest.keyClick(window.canvas, Qt.Key.Key_F3)
    bar = window.evaluation.bar
    qtbot.waitUntil(lambda: bar.place.text() == "1 of 3")
    compared.tools.set_class(2)
    compared.tools.set_radius(40)
    document = session.document
    assert document is not None
    where = window.canvas.widget_point((10, 40)).toPoint()
    QTest.mouseClick(window.canvas, LEFT, pos=where)
    qtbot.waitUntil(lambda: bar.place.text() == "")
    QTest.keyClick(window.canvas, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: " of " in bar.place.text() or "none" in bar.place.text())
    assert document.can_undo


def test_a_bar_lists_the_images_with_its_class_and_flashes_its_errors(
    compared: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = compared.window
    flashed: list[object] = []
    monkeypatch.setattr(window.canvas, "flash", flashed.append)
    compared.session.go_to("image_2")
    qtbot.waitUntil(lambda: compared.session.image_comparison is not None)
    in_hand = compared.tools.class_id
    bars = window.dashboard.charts.bars
    row = next(n for n, r in enumerate(bars.rows) if r.class_id == 2)
    QTest.mouseClick(bars.viewport(), LEFT, pos=bars._row_rect(row).center().toPoint())
    qtbot.waitUntil(lambda: shown(compared) == ["image_2", "image_3", "image_10"])
    assert (window.images.chip.text, window.images.chip.note) == ("with thing", "3 images")
    qtbot.waitUntil(lambda: len(flashed) == 1)
    assert window.canvas.layer == "mask", "a flash changes nothing"
    assert compared.tools.class_id == in_hand != 2, "a figure was read, no class was chosen"
    assert compared.session.active_class == in_hand


def test_bars_and_cells_can_be_followed_by_keyboard(compared: Studio, qtbot: QtBot) -> None:
    window = compared.window
    bars, heat_map = window.dashboard.charts.bars, window.dashboard.charts.side.heat_map
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Down)
    QTest.keyClick(bars, Qt.Key.Key_Down)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    assert window.images.chip.text.startswith("with sky")
    assert "sky" in bars.accessibleDescription()
    heat_map.setFocus()
    QTest.keyClick(heat_map, Qt.Key.Key_Right)
    assert "ground, agreed" in heat_map.accessibleDescription()
    QTest.keyClick(heat_map, Qt.Key.Key_Right)
    QTest.keyClick(heat_map, Qt.Key.Key_Right)
    assert "You say ground, the second thing" in heat_map.accessibleDescription()
    QTest.keyClick(heat_map, Qt.Key.Key_Return)
    assert window.canvas.error_view == ErrorView(cell=(0, 2))


def test_a_bar_of_the_histogram_lists_and_selects_its_images(compared: Studio, qtbot: QtBot) -> None:
    window, session = compared.window, compared.session
    side = window.dashboard.charts.side
    QTest.mouseClick(side.page_choice.button("images"), LEFT)
    qtbot.waitUntil(side.histogram.isVisible)
    qtbot.waitUntil(lambda: side.histogram.spread.images == 4)
    mious = session.evaluation.mious
    bar = bar_of(mious["image_10"] or 0.0)
    expected = sorted(key for key, miou in mious.items() if bar_of(miou or 0.0) == bar)
    assert side.histogram.spread.counts[bar] == len(expected)
    QTest.mouseMove(side.histogram, side.histogram.bar_rect(bar).center().toPoint())
    QTest.mouseClick(side.histogram, LEFT, pos=side.histogram.bar_rect(bar).center().toPoint())
    qtbot.waitUntil(lambda: sorted(shown(compared)) == expected)
    assert sorted(window.images.list.selected_keys()) == expected
    side.histogram.setFocus()
    QTest.keyClick(side.histogram, Qt.Key.Key_Left)
    assert "image" in side.histogram.accessibleDescription()
    QTest.keyClick(side.histogram, Qt.Key.Key_Return)
    assert window.images.chip.text.startswith("mIoU")


def test_a_selection_of_images_has_figures_of_its_own(compared: Studio, qtbot: QtBot) -> None:
    window, session = compared.window, compared.session
    window.dashboard.set_scope("selection")
    window.dashboard.refresh()
    assert "Select several images" in window.dashboard.invitation_text
    rows = window.images.list
    for row in (1, 3):
        where = rows.visualRect(window.images.model.index(row)).center()
        QTest.mouseClick(rows.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, where)
    assert session.evaluation.selection.keys == {"image_1", "image_2", "image_10"}
    found = session.evaluation.selection_comparison
    assert found is not None
    window.dashboard.refresh()
    assert window.dashboard.figure_text("miou", "selection").startswith(f"{found.scores.miou:.3f}")
    assert "3 of 3 selected" in window.dashboard.compared_lines[1]
    assert "selection" in window.dashboard.text().splitlines()[0]


def test_the_history_gains_a_point_a_step_and_leads_to_its_image(compared: Studio, qtbot: QtBot) -> None:
    window, session = compared.window, compared.session
    side = window.dashboard.charts.side
    QTest.mouseClick(side.page_choice.button("history"), LEFT)
    qtbot.waitUntil(lambda: len(session.evaluation.history_points) >= 1)
    compared.tools.set_class(2)
    for x in (20, 60):
        QTest.mouseClick(window.canvas, LEFT, pos=window.canvas.widget_point((x, 50)).toPoint())
        count = len(session.evaluation.history_points)
        qtbot.waitUntil(lambda count=count: len(session.evaluation.history_points) > count or count > 2)  # type: ignore[misc]  # a lambda with a default
    session.save()
    qtbot.waitUntil(lambda: session.evaluation.history_points[-1].saved)
    session.go_to("image_3")
    qtbot.waitUntil(lambda: session.evaluation.history_points[-1].key == "image_3")
    window.dashboard.refresh()
    plot = side.history
    assert plot.points == session.evaluation.history_points
    assert not plot.grab().isNull()
    plot.setFocus()
    while plot.picked is None or plot.picked.key != "image_1":
        QTest.keyClick(plot, Qt.Key.Key_Left)
    assert "saved" in plot.accessibleDescription()
    assert "image_1" in plot.accessibleDescription()
    QTest.keyClick(plot, Qt.Key.Key_Return)
    assert current(compared) == "image_1"


def test_filters_end_with_the_folder(compared: Studio, folder: Path, qtbot: QtBot) -> None:
    window, session = compared.window, compared.session
    click_cell(compared, 0, 2)
    qtbot.waitUntil(lambda: len(shown(compared)) == 3)
    session.close_project()
    qtbot.waitUntil(lambda: session.project is None)
    assert session.evaluation.focus.focus is None
    assert window.canvas.error_view == ErrorView()
    session.open_folder(folder)
    qtbot.waitUntil(lambda: session.document is not None)
    assert shown(compared) == NAMES
    assert session.evaluation.by_model
    assert all("second" not in repr(point) for point in session.evaluation.history_points)


def test_cells_clicked_in_a_hurry_end_at_the_last(compared: Studio, qtbot: QtBot) -> None:
    window, session = compared.window, compared.session
    for truth, predicted in ((0, 2), (1, 1), (0, 0), (0, 2), (1, 1)):
        click_cell(compared, truth, predicted)
        QTest.keyClick(window.canvas, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: session.evaluation.focus.ready)
    assert window.canvas.error_view == ErrorView(cell=(1, 1))
    assert window.images.chip.text == "sky, right"
    qtbot.waitUntil(lambda: len(shown(compared)) == 4)


def test_other_classes_end_the_filters(compared: Studio, qtbot: QtBot) -> None:
    window, session = compared.window, compared.session
    click_cell(compared, 0, 2)
    qtbot.waitUntil(lambda: len(shown(compared)) == 3)
    session.set_table(table_of(["ground", "sky", "thing", "more"]))
    assert window.canvas.error_view == ErrorView()
    qtbot.waitUntil(lambda: shown(compared) == NAMES)
    qtbot.waitUntil(lambda: session.evaluation.label is not None)
    assert session.evaluation.choice.kind is CandidateKind.ANNOTATOR, "the comparison goes on"
