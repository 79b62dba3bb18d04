"""Matrix and bars of the dashboard: which rows they have, what they say where they are pointed at, what a click tells."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.core.classes import ClassTable, table_of
from segstudio.ui.dashboard.dashboard import Dashboard
from tests.ui.dashboard.figures import DATASET, IMAGE, Make


def test_matrix_hover_names_the_classes_and_the_share(
    qtbot: QtBot, dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three)
    session.compare(comparison(IMAGE, outside=np.array([0, 0, 50], np.int64)))
    dashboard.refresh()
    heat_map = dashboard.charts.side.heat_map
    grid = heat_map.grid
    assert grid is not None
    assert (grid.rows, grid.columns) == (3, 4)

    def says(row: int, column: int) -> str:
        return heat_map.text_at(grid.rect(row, column).center().toPoint())

    assert (
        says(0, 1)
        == "Truth road, predicted as sky\n20 pixels · 20.00 % of the true road\n10.00 % of all compared pixels"
    )
    assert says(0, 0).startswith("road, predicted right\n70 pixels · 70.00 %")
    assert says(1, 0) == "Truth sky, predicted as road\nsky does not occur in the truth."
    assert says(2, 3).startswith("Truth car, predicted as void or no class (outside)\n50 pixels · 50.00 %")
    right_edge = grid.rect(2, 3).topRight().toPoint() + QPoint(-2, 2)
    assert heat_map.text_at(right_edge) == says(2, 3)
    assert heat_map.text_at(QPoint(1, 1)) == ""
    with qtbot.waitSignal(dashboard.cell_clicked) as clicked:
        QTest.mouseClick(heat_map, Qt.MouseButton.LeftButton, pos=grid.rect(0, 2).center().toPoint())
    assert clicked.args == [0, 2]


def test_bar_hover_and_click_find_the_row(
    qtbot: QtBot, dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three)
    session.compare(comparison(IMAGE))
    dashboard.refresh()
    row = dashboard.charts.bars.row_at(QPoint(40, 5))
    assert row is not None
    assert row.name == "road"
    assert "precision 0.933 · recall 0.700 · 100 pixels" in dashboard.charts.bars.hover_text(row)
    with qtbot.waitSignal(dashboard.class_clicked) as clicked:
        QTest.mouseClick(dashboard.charts.bars.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 5))
    assert clicked.args == [0]


@pytest.mark.parametrize("n", [1, 2, 11, 21, 150, 255])
@pytest.mark.parametrize("size", [(900, 222), (1280, 222), (1920, 400)])
def test_any_number_of_classes_can_be_drawn_and_pointed_at(
    dashboard: Dashboard, session: Any, comparison: Make, n: int, size: tuple[int, int]
) -> None:
    dashboard.resize(*size)
    session.open(table_of([f"class {i}" for i in range(n)]))
    counts = np.random.default_rng(n).integers(0, 9, (n, n))
    counts[0, 0] = 1
    session.compare(comparison(counts))
    dashboard.refresh()
    assert not dashboard.grab().isNull()
    grid = dashboard.charts.side.heat_map.grid
    assert grid is not None
    for k in (0, n // 2, n - 1):
        assert grid.cell_at(QPointF(grid.rect(k, k).center())) == (k, k)
    if dashboard.charts.side.heat_map.isVisible():
        seen = dashboard.charts.side.heat_map.grab().toImage()
        columns = range(20, grid.left - 8)
        blank = [len({seen.pixelColor(x, y).rgb() for x in columns}) == 1 for y in range(grid.top + 8)]
        first_words = blank.index(False)
        assert any(blank[first_words:]), "the axis title and the first label stand apart"
    assert (
        grid.x(grid.columns) <= max(dashboard.charts.side.heat_map.width(), 1) + 1
        or not dashboard.charts.side.heat_map.isVisible()
    )


def test_an_ignore_id_inside_the_range_is_no_class(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(ClassTable(three.classes[1:], ignore_index=0))
    counts = np.zeros((3, 3), np.int64)
    counts[1, 2] = counts[2, 2] = 5
    session.compare(comparison(counts))
    dashboard.refresh()
    assert [row.class_id for row in dashboard.charts.bars.rows] == [1, 2]
    grid = dashboard.charts.side.heat_map.grid
    assert grid is not None
    assert grid.rows == 2


def test_the_matrix_leaves_out_classes_that_do_not_occur(
    dashboard: Dashboard, session: Any, comparison: Make
) -> None:
    session.open(table_of(("road", "absent", "sky", "only predicted")))
    counts = np.zeros((4, 4), np.int64)
    counts[0, 0], counts[2, 3] = 6, 4
    session.compare(comparison(counts))
    dashboard.refresh()
    heat_map = dashboard.charts.side.heat_map
    grid = heat_map.grid
    assert grid is not None
    assert (grid.rows, grid.columns) == (3, 3)
    assert "as only predicted\n4 pixels" in heat_map.text_at(grid.rect(1, 2).center().toPoint())


def test_a_matrix_without_figures_says_so(
    dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three)
    session.compare(comparison(np.zeros((3, 3), np.int64), share=0.0), comparison(DATASET, scope=""))
    dashboard.refresh()
    heat_map = dashboard.charts.side.heat_map
    assert heat_map.isVisible()
    assert heat_map.grid is None
    seen = heat_map.grab().toImage()
    assert len({seen.pixelColor(x, y).rgb() for x in range(seen.width()) for y in range(seen.height())}) > 1
