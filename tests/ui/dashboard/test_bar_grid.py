"""Where the bars of the classes lie, and what is said of the tick on them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.core.classes import ClassTable, table_of
from segstudio.ui.dashboard.bar_grid import BarGrid
from segstudio.ui.dashboard.dashboard import Dashboard
from segstudio.ui.dashboard.iou_bars import IouBars
from tests.ui.dashboard.figures import IMAGE, Make


@given(st.integers(1, 256), st.integers(60, 1600), st.integers(40, 500), st.integers(100, 250))
def test_every_bar_lies_within_the_width_and_is_found_where_it_lies(
    count: int, width: int, height: int, least: int
) -> None:
    grid = BarGrid.of(count, width, height, least)
    assert grid.scrolls == (grid.height > height + 1)
    for index in range(count):
        rect = grid.rect(index)
        assert rect.right() <= width + 1e-6
        assert grid.index_at(rect.center().x(), rect.center().y()) == index
    if grid.columns > 1:
        assert grid.column_width >= least or grid.column_width >= 400


def test_a_view_without_height_has_rows_all_the_same() -> None:
    grid = BarGrid.of(3, 100, 0, 80)
    assert grid.scrolls
    assert grid.index_at(5, grid.rect(2).center().y()) == 2


@pytest.mark.parametrize(("height", "scrolls"), [(200, False), (60, True)])
def test_neighbours_lie_beside_each_other(height: int, scrolls: bool) -> None:
    grid = BarGrid.of(20, 400, height, 150)
    assert (grid.scrolls, grid.columns) == (scrolls, 2)
    here = grid.rect(2).center()
    below, beside = grid.neighbour(2, 0, 1), grid.neighbour(2, 1, 0)
    assert below is not None
    assert beside is not None
    assert grid.rect(below).center().x() == here.x()
    assert grid.rect(below).center().y() > here.y()
    assert grid.rect(beside).center().y() == here.y()
    assert grid.neighbour(0, 0, -1) is None
    assert grid.neighbour(19, 1, 0) is None


@pytest.fixture
def bars(dashboard: Dashboard, session: Any, comparison: Make) -> IouBars:
    """More of them than fit."""
    dashboard.resize(1056, 222)
    session.open(table_of([f"class {n}" for n in range(40)]))
    session.compare(comparison(np.eye(40, dtype=np.int64)))
    dashboard.refresh()
    return dashboard.charts.bars


def test_what_does_not_fit_scrolls_down_and_never_sideways(bars: IouBars) -> None:
    assert bars.horizontalScrollBar().maximum() == 0
    assert not bars.horizontalScrollBar().isVisible()
    assert bars.verticalScrollBar().isVisible()
    first = bars.row_at(QPoint(30, 5))
    assert first is not None
    assert first.class_id == 0
    bars.verticalScrollBar().setValue(bars.verticalScrollBar().maximum())
    last = bars.row_at(QPoint(30, bars.viewport().height() - 5))
    assert last is not None
    assert last.class_id >= 38
    assert not bars.grab().isNull()


def test_arrows_bring_a_bar_into_sight(bars: IouBars) -> None:
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(40):
        QTest.keyClick(bars, Qt.Key.Key_Down)
    assert bars.verticalScrollBar().value() == bars.verticalScrollBar().maximum()
    assert bars.accessibleDescription().startswith("class 3")
    for _ in range(40):
        QTest.keyClick(bars, Qt.Key.Key_Up)
    assert bars.verticalScrollBar().value() == 0


def test_a_click_leaves_the_keys_with_the_canvas_and_the_tab_key_comes_here(
    bars: IouBars, dashboard: Dashboard
) -> None:
    dashboard.charts.order_button.setFocus()
    QTest.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 5))
    assert not bars.hasFocus(), "a ring would stay around the chart"
    for chart in (bars, dashboard.charts.side.heat_map, dashboard.charts.side.histogram):
        assert chart.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_the_tick_says_what_it_is(
    qtbot: QtBot, dashboard: Dashboard, session: Any, three: ClassTable, comparison: Make
) -> None:
    session.open(three)
    made = comparison(IMAGE)
    session.compare(made)
    dashboard.refresh()
    bars = dashboard.charts.bars
    bar = bars._bar_rect(bars._row_rect(0))
    mean = made.scores.miou
    assert mean is not None
    tick = QPoint(round(bar.left() + bar.width() * mean), round(bar.center().y()))
    assert bars.text_at(tick) == f"The tick is mIoU, {mean:.3f}: the mean over the classes"
    assert bars.text_at(tick - QPoint(12, 0)).startswith("road: IoU")
    assert bars.text_at(QPoint(-5, 500)) == ""
