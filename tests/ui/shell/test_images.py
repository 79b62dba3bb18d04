"""The image list: rows, search, filter, sort, thumbnails only for what is in sight, keys."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.engine.entries import ImageEntry, Status
from segstudio.engine.views import EntryView
from segstudio.ui import theme
from segstudio.ui.app import Studio
from segstudio.ui.panels.image_delegate import STATUS_SIGNS, miou_text
from segstudio.ui.panels.image_model import THUMBNAIL_ROLE, ImageModel
from segstudio.ui.panels.image_rows import Order, arrange

NATURAL = ["image_1", "image_2", "image_3", "image_10"]


def view(key: str, status: Status = Status.UNLABELLED, miou: float | None = None) -> EntryView:
    return EntryView(ImageEntry(key, Path(f"{key}.png"), Path(f"labels/{key}.png")), status, miou)


def shown(studio: Studio) -> list[str]:
    model = studio.window.images.model
    return [model.view_at(row).entry.key for row in range(model.rowCount())]


def test_rows_are_in_natural_order(opened: Studio) -> None:
    assert shown(opened) == NATURAL


def test_search_narrows_the_list_and_typing_triggers_no_tool(opened: Studio) -> None:
    opened.tools.set_tool("brush")
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = opened.window.images.search
    assert field.hasFocus()
    QTest.keyClicks(field, "ephb1")  # eraser, polygon, hide, brush, class 1
    assert field.text() == "ephb1"
    assert opened.tools.tool == "brush"
    assert not opened.window.canvas.mask_hidden
    assert shown(opened) == []
    field.clear()
    QTest.keyClicks(field, "e_1")
    assert shown(opened) == ["image_1", "image_10"]


def test_a_and_d_follow_what_is_shown(opened: Studio) -> None:
    window, session = opened.window, opened.session
    QTest.keyClick(window.canvas, Qt.Key.Key_D)
    assert session.current is not None
    assert session.current.key == "image_2"
    window.images.search.setText("_1")
    QTest.keyClick(window.canvas, Qt.Key.Key_D)
    assert session.current.key == "image_1"
    QTest.keyClick(window.canvas, Qt.Key.Key_D)
    assert session.current.key == "image_10"
    QTest.keyClick(window.canvas, Qt.Key.Key_D)
    assert session.current.key == "image_10"
    QTest.keyClick(window.canvas, Qt.Key.Key_A)
    assert session.current.key == "image_1"


def test_arrow_keys_in_the_list_go_to_the_image(opened: Studio) -> None:
    rows = opened.window.images.list
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert opened.session.current is not None
    assert opened.session.current.key == "image_2"
    QTest.keyClick(rows, Qt.Key.Key_Up)
    assert opened.session.current.key == "image_1"


def test_filter_by_status(opened: Studio) -> None:
    opened.window.images.set_statuses(frozenset({Status.SAVED}))
    assert shown(opened) == ["image_1"]
    opened.window.images.set_statuses(frozenset())
    assert shown(opened) == NATURAL


def test_orders() -> None:
    views = [
        view("a", Status.SAVED, 0.9),
        view("b"),
        view("c", Status.EDITED, 0.2),
        view("d", Status.PREDICTED),
    ]
    assert [v.entry.key for v in arrange(views, order=Order.NAME)] == ["a", "b", "c", "d"]
    assert [v.entry.key for v in arrange(views, order=Order.WORST)] == ["c", "a", "b", "d"]
    assert [v.entry.key for v in arrange(views, order=Order.STATUS)] == ["c", "b", "d", "a"]
    assert arrange(views, text="NOPE") == []


def test_a_missing_figure_is_a_dash_only_where_one_is_expected() -> None:
    assert miou_text(view("a", Status.SAVED, 0.714)) == "0.71"
    assert miou_text(view("a", Status.SAVED, None)) == "–"
    assert miou_text(view("a", Status.UNLABELLED, None)) == ""


def test_a_status_is_told_by_shape_and_word_not_by_colour_alone() -> None:
    assert set(STATUS_SIGNS) == set(Status)
    assert len({sign for sign, _role, _word in STATUS_SIGNS.values()}) == len(Status)
    assert len({word for _sign, _role, word in STATUS_SIGNS.values()}) == len(Status)


@pytest.fixture
def themed(qapp: QApplication) -> QApplication:
    theme.install(qapp, "dark")
    return qapp


def test_thumbnails_are_asked_for_in_sight_only_and_cancelled_out_of_it(themed: QApplication) -> None:
    asked: list[str] = []
    cancelled: list[str] = []
    callbacks = {}

    def source(key, callback):  # type: ignore[no-untyped-def]  # a stand-in for Session.thumbnail
        asked.append(key)
        callbacks[key] = callback
        return lambda: cancelled.append(key)

    model = ImageModel(source)
    model.set_rows([view(f"{n}") for n in range(5_000)])
    model.want_thumbnails(range(10))
    assert asked == [str(n) for n in range(10)]
    callbacks["3"](np.zeros((6, 8, 3), np.uint8))
    assert model.index(3).data(THUMBNAIL_ROLE).width() == 8
    model.want_thumbnails(range(3, 6))
    assert cancelled == ["0", "1", "2", "6", "7", "8", "9"]
    assert asked == [str(n) for n in range(10)], (
        "a thumbnail that is there or on its way is not asked for again"
    )


def test_the_list_of_a_real_folder_gets_its_thumbnails(opened: Studio, qtbot: QtBot) -> None:
    model = opened.window.images.model
    qtbot.waitUntil(
        lambda: all(model.index(row).data(THUMBNAIL_ROLE) is not None for row in range(4)), timeout=10_000
    )
