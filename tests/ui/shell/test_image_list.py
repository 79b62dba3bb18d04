"""The image list under mouse and keys, and what a change in one of many rows costs."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.ui.app import Studio
from segstudio.ui.panels.image_delegate import ROW_HEIGHT
from segstudio.ui.panels.image_list import ImageList
from segstudio.ui.panels.image_model import ImageModel
from segstudio.ui.panels.image_rows import Arrangement, Order
from tests.ui.shell.listed import NATURAL, rows_of, view

_NOWHERE = QModelIndex()


def test_arrows_home_and_end_go_to_the_image(opened: Studio) -> None:
    rows = opened.window.images.list
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert opened.session.current is not None
    assert opened.session.current.key == "image_2"
    QTest.keyClick(rows, Qt.Key.Key_Up)
    assert opened.session.current.key == "image_1"
    QTest.keyClick(rows, Qt.Key.Key_End)
    assert opened.session.current.key == "image_10"
    QTest.keyClick(rows, Qt.Key.Key_Home)
    assert opened.session.current.key == "image_1"


def test_the_list_looks_at_the_rows_in_sight_when_one_changes(themed: QApplication, qtbot: QtBot) -> None:
    class Counting(ImageModel):
        looked = 0

        def rowCount(self, parent: Any = _NOWHERE) -> int:
            self.looked += 1
            return super().rowCount(parent)

    rows, shelf = rows_of(*(view(f"{n:05}", miou=0.5) for n in range(10_000)))
    model = Counting(rows, lambda _key, _callback: lambda: None)
    listed = ImageList(model)
    qtbot.addWidget(listed)
    model.arrange(Arrangement(order=Order.WORST))
    with qtbot.waitExposed(listed):
        listed.show()
    QApplication.processEvents()
    model.looked = 0
    for key, miou in (("00003", 0.5), ("00004", 0.1), ("09999", 0.2)):
        shelf.views[key] = view(key, miou=miou)
        model.settle_row(key)
        QApplication.processEvents()
    assert model.row_of("00004") == 0
    assert 0 < model.looked < 1_000


def click_row(studio: Studio, row: int, modifiers: Qt.KeyboardModifier) -> None:
    rows = studio.window.images.list
    where = rows.visualRect(studio.window.images.model.index(row)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, modifiers, where)


def test_ctrl_and_shift_select_several_images_and_open_none(opened: Studio) -> None:
    session, panel = opened.session, opened.window.images
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    click_row(opened, 2, control)
    assert session.current is not None
    assert session.current.key == "image_1"
    assert session.evaluation.selection.keys == {"image_1", "image_3"}
    click_row(opened, 3, shift)
    assert len(session.evaluation.selection.keys) >= 2
    click_row(opened, 1, control)
    QTest.keyClick(panel.list, Qt.Key.Key_A, control)
    assert session.evaluation.selection.keys == set(NATURAL)
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_D)
    assert session.current.key == "image_2", "going on keeps the selection"
    assert session.evaluation.selection.keys == set(NATURAL)
    panel.set_order(Order.STATUS)
    assert set(panel.list.selected_keys()) == set(NATURAL), "so does another order"
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert session.evaluation.selection.keys == frozenset()
    assert panel.list.selected_keys() == ["image_2"]
    click_row(opened, 0, Qt.KeyboardModifier.NoModifier)
    assert session.evaluation.selection.keys == frozenset()


def test_shift_and_arrows_extend_the_selection_by_keyboard(opened: Studio) -> None:
    rows = opened.window.images.list
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert opened.session.evaluation.selection.keys == {"image_1", "image_2"}
    assert opened.session.current is not None
    assert opened.session.current.key == "image_1"
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened.session.current.key == "image_2", "Return opens it"


def test_after_a_click_the_list_has_ctrl_a_and_the_tools_have_their_letters(
    opened: Studio, qtbot: QtBot
) -> None:
    session, panel = opened.session, opened.window.images
    opened.window.canvas.setFocus()
    click_row(opened, 2, Qt.KeyboardModifier.NoModifier)
    assert session.current is not None
    assert session.current.key == "image_3"
    focused = opened.window.focusWidget()
    assert focused is panel.list
    QTest.keyClick(focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert session.evaluation.selection.keys == set(NATURAL)
    assert opened.tools.selection is None
    qtbot.waitUntil(lambda: session.document is not None, timeout=10_000)
    for key, tool in ((Qt.Key.Key_E, "eraser"), (Qt.Key.Key_B, "brush")):
        QTest.keyClick(focused, key)
        assert opened.tools.tool == tool


def seen(rows: ImageList, row: int) -> bool:
    """Whether all of a row is in sight."""
    return rows.viewport().rect().contains(rows.visualRect(rows.model().index(row, 0)))


@pytest.fixture
def long_list(themed: QApplication, qtbot: QtBot) -> ImageList:
    """Fifty rows, of which seven are in sight."""
    rows, _ = rows_of(*(view(f"{n:02}") for n in range(50)))
    model = ImageModel(rows, lambda _key, _callback: lambda: None)
    listed = ImageList(model)
    qtbot.addWidget(listed)
    model.arrange(Arrangement())
    listed.resize(240, 7 * ROW_HEIGHT)
    with qtbot.waitExposed(listed):
        listed.show()
    return listed


def test_the_rows_ahead_and_behind_stay_in_sight(long_list: ImageList) -> None:
    long_list.set_current_row(0, keep_selection=False)
    long_list.setFocus()
    for row in range(1, 50):
        QTest.keyClick(long_list, Qt.Key.Key_Down)
        assert all(seen(long_list, r) for r in range(max(0, row - 2), min(50, row + 3))), row
    for row in (20, 12, 30, 0, 49):
        long_list.set_current_row(row, keep_selection=False)
        assert all(seen(long_list, r) for r in range(max(0, row - 2), min(50, row + 3))), row


def test_a_list_of_one_row_shows_the_current_one(long_list: ImageList) -> None:
    long_list.resize(240, ROW_HEIGHT + 10)
    for row in (20, 21, 5):
        long_list.set_current_row(row, keep_selection=False)
        assert seen(long_list, row)


def test_a_row_that_is_clicked_stays_under_the_pointer(long_list: ImageList) -> None:
    long_list.selectionModel().currentChanged.connect(
        lambda current, _former: long_list.set_current_row(current.row(), keep_selection=False)
    )
    where = long_list.visualRect(long_list.model().index(6, 0)).center()
    QTest.mouseClick(long_list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert long_list.currentIndex().row() == 6
    assert long_list.visualRect(long_list.model().index(6, 0)).contains(where)
