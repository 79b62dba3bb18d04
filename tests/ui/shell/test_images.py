"""The image list: rows, search, filter, sort, thumbnails only for what is in sight, keys."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.engine.files.entries import ImageEntry, Status
from segstudio.engine.files.marks import Mark
from segstudio.engine.views import EntryView
from segstudio.ui.app import Studio
from segstudio.ui.panels.image_delegate import STATUS_SIGNS, THUMBNAIL, status_word
from segstudio.ui.panels.image_figures import is_thin, miou_text, row_figure, row_tip, row_words
from segstudio.ui.panels.image_model import THUMBNAIL_ROLE, ImageModel
from segstudio.ui.panels.image_rows import Arrangement, ImageRows, Order, Wanted
from segstudio.ui.theme import PADDING, tabular
from tests.ui.shell.listed import NATURAL, Shelf, rows_of, shown, view


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


def test_filter_by_status(opened: Studio) -> None:
    opened.window.images.set_filter(frozenset({Status.SAVED}))
    assert shown(opened) == ["image_1"]
    opened.window.images.set_filter(frozenset())
    assert shown(opened) == NATURAL


def test_orders_put_what_is_unknown_last() -> None:
    rows, _ = rows_of(
        view("a", Status.SAVED, 0.9, errors=5, uncertainty=0.1, number=3),
        view("b"),
        view("c", Status.EDITED, 0.2, errors=90, disagreement=0.4),
        view("d", Status.PREDICTED, uncertainty=0.3, disagreement=0.2),
    )
    expected = {
        Order.NAME: "abcd",
        Order.WORST: "cabd",
        Order.ERRORS: "cabd",
        Order.UNCERTAINTY: "dabc",
        Order.DISAGREEMENT: "cdab",
        Order.NUMBER: "abcd",
        Order.STATUS: "cbda",
    }
    assert set(expected) == set(Order)
    for order, keys in expected.items():
        rows.arrange(Arrangement(order=order))
        assert "".join(rows.keys()) == keys, order
        assert [rows.row_of(key) for key in keys] == [0, 1, 2, 3]
    rows.arrange(Arrangement("NOPE"))
    assert rows.keys() == []
    assert rows.row_of("a") == -1


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_one_row_after_another_settles_where_sorting_anew_would_put_it(data: st.DataObject) -> None:
    figures = st.one_of(st.none(), st.sampled_from([0.0, 0.25, 0.5, 1.0]))
    states = st.builds(
        lambda status, f, n: (status, f, n), st.sampled_from(Status), figures, st.integers(0, 3)
    )
    marks = st.builds(Mark, st.booleans(), st.booleans(), st.sampled_from(["", "look"]))
    keys = [f"image_{n}" for n in range(data.draw(st.integers(1, 12)))]
    rows, shelf = rows_of(*(view(key) for key in keys))
    arrangement = Arrangement(
        order=data.draw(st.sampled_from(Order)),
        statuses=data.draw(st.frozensets(st.sampled_from(Status), max_size=2)),
        marks=data.draw(st.frozensets(st.sampled_from(Wanted), max_size=2)),
        focused=data.draw(st.booleans()),
    )
    rows.arrange(arrangement)
    for _ in range(data.draw(st.integers(0, 20))):
        key = data.draw(st.sampled_from(keys))
        status, miou, number = data.draw(states)
        changed = view(key, status, miou, errors=number, uncertainty=miou, number=number or None)
        shelf.views[key] = replace(changed, mark=data.draw(marks))
        shelf.focus ^= {key}
        shown = rows.keys()
        change = rows.plan(key)
        assert rows.keys() == shown, "a plan moves nothing"
        rows.carry_out(key)
        fresh, _ = rows_of(*shelf.views.values())
        fresh._source = shelf
        fresh.arrange(arrangement)
        assert rows.keys() == fresh.keys()
        assert change.before == (shown.index(key) if key in shown else -1)
        assert change.after == rows.row_of(key)


def test_qt_hears_of_every_move(themed: QApplication, qtmodeltester: Any) -> None:
    rows, shelf = rows_of(*(view(f"image_{n}", Status.SAVED, n / 10) for n in range(9)))
    model = ImageModel(rows, lambda key, callback: lambda: None)
    model.arrange(Arrangement(order=Order.WORST, statuses=frozenset({Status.SAVED})))
    qtmodeltester.check(model)
    kept = QPersistentModelIndex(model.index(4))
    moves: list[str] = []
    model.rowsMoved.connect(lambda *_: moves.append("moved"))
    model.rowsRemoved.connect(lambda *_: moves.append("removed"))
    model.rowsInserted.connect(lambda *_: moves.append("inserted"))
    for key, status, miou in (
        ("image_4", Status.SAVED, 0.75),
        ("image_4", Status.SAVED, 0.05),
        ("image_0", Status.EDITED, 0.0),
        ("image_0", Status.SAVED, 0.95),
    ):
        shelf.views[key] = view(key, status, miou)
        model.settle_row(key)
    assert moves == ["moved", "moved", "removed", "inserted"]
    assert kept.row() == model.row_of("image_4") == 0
    assert rows.keys()[-1] == "image_0"


def test_ten_thousand_rows_cost_a_row_when_one_changes() -> None:
    class Counting(Shelf):
        looked = 0

        def view(self, key: str) -> EntryView:
            self.looked += 1
            return super().view(key)

        def status(self, entry: ImageEntry) -> Status:
            self.looked += 1
            return super().status(entry)

    shelf = Counting(*(view(f"{n:05}", Status.SAVED, (n * 7919 % 10_000) / 10_000) for n in range(10_000)))
    rows = ImageRows(shelf)
    rows.reset()
    rows.arrange(Arrangement(order=Order.WORST))
    assert shelf.looked == 0, "sorting asks for all figures at once"
    assert [rows.entry_at(r).key for r in range(3)] == ["00000", "07679", "05358"]
    shelf.views["05000"] = view("05000", Status.SAVED, 0.00005)
    rows.plan("05000")
    rows.carry_out("05000")
    assert rows.row_of("05000") == 1
    assert shelf.looked == 2


def test_the_figure_of_a_row_is_what_the_list_is_sorted_by() -> None:
    shown = view("a", Status.SAVED, 0.714, errors=12_345, uncertainty=0.1234, number=77)
    assert row_figure(shown, Order.NAME) == "0.71"
    assert row_figure(shown, Order.ERRORS).endswith("px")
    assert row_figure(shown, Order.UNCERTAINTY) == "12.3 %"
    assert row_figure(shown, Order.DISAGREEMENT) == "–"
    assert row_figure(shown, Order.NUMBER) == "77 px"
    assert "0.7140" in row_tip(shown)
    assert "&lt;b&gt;" in row_tip(view("<b>"))


def test_a_figure_of_next_to_nothing_is_told_as_such() -> None:
    thin = view("a", Status.SAVED, 1.0, errors=0, uncertainty=0.1, counted=0.004)
    assert is_thin(thin, Order.NAME)
    assert is_thin(thin, Order.WORST)
    assert not is_thin(thin, Order.UNCERTAINTY), "that figure counts the whole image"
    assert not is_thin(view("a", Status.SAVED, 1.0, counted=0.8), Order.NAME)
    assert not is_thin(view("a", Status.SAVED, 1.0), Order.NAME), "not known yet"
    assert not is_thin(view("a", Status.SAVED, None, counted=0.0), Order.NAME)
    words = row_tip(thin)
    assert "Counts" in words
    assert "0.4 %" in words
    assert "of the image" in words
    assert row_words(thin).endswith("mIoU 1.00, counts 0.4 % of the image")
    assert "under 0.1 %" in row_tip(view("a", Status.SAVED, 1.0, counted=0.0002))


def test_a_saved_dab_of_the_brush_has_a_muted_figure(opened: Studio, qtbot: QtBot) -> None:
    session, model = opened.session, opened.window.images.model
    session.go_to("image_2")
    qtbot.waitUntil(lambda: session.document is not None and session.prediction is not None)
    opened.tools.set_tool("brush")
    opened.tools.set_radius(2)
    canvas = opened.window.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    QTest.keyClick(canvas, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: model.view_at(1).status is Status.SAVED)
    qtbot.waitUntil(lambda: is_thin(model.view_at(1), Order.NAME))
    qtbot.waitUntil(lambda: model.view_at(0).counted == 1.0)
    assert not is_thin(model.view_at(0), Order.NAME), "all of it is labelled"


def test_a_missing_figure_is_a_dash_only_where_one_is_expected() -> None:
    assert miou_text(view("a", Status.SAVED, 0.714)) == "0.71"
    assert miou_text(view("a", Status.SAVED, None)) == "–"
    assert miou_text(view("a", Status.UNLABELLED, None)) == ""


def test_a_status_is_told_by_shape_and_word_not_by_colour_alone() -> None:
    assert set(STATUS_SIGNS) == set(Status)
    assert len({sign for sign, _role, _word in STATUS_SIGNS.values()}) == len(Status)
    assert len({word for _sign, _role, word in STATUS_SIGNS.values()}) == len(Status)


def test_thumbnails_are_asked_for_in_sight_only_and_cancelled_out_of_it(themed: QApplication) -> None:
    asked: list[str] = []
    cancelled: list[str] = []
    callbacks = {}

    def source(key, callback):  # type: ignore[no-untyped-def]  # a stand-in for Session.thumbnail
        asked.append(key)
        callbacks[key] = callback
        return lambda: cancelled.append(key)

    rows, _ = rows_of(*(view(f"{n}") for n in range(5_000)))
    model = ImageModel(rows, source)
    model.arrange(Arrangement())
    model.want_thumbnails(range(10))
    assert asked == [str(n) for n in range(10)]
    callbacks["3"](np.zeros((6, 8, 3), np.uint8))
    assert model.index(3).data(THUMBNAIL_ROLE).width() == 8
    model.want_thumbnails(range(3, 6))
    assert cancelled == ["0", "1", "2", "6", "7", "8", "9"]
    assert asked == [str(n) for n in range(10)], (
        "a thumbnail that is there or on its way is not asked for again"
    )


def test_an_image_that_cannot_be_read_says_so_until_it_can(opened: Studio, qtbot: QtBot) -> None:
    model = opened.window.images.model
    place = model.index(1)
    entry = model.view_at(1).entry
    picture = entry.path.read_bytes()

    def shown() -> bool | None:
        """Whether it is seen as a picture; None: not yet. What was asked for before may arrive in between."""
        model.want_thumbnails([1])
        thumbnail = place.data(THUMBNAIL_ROLE)
        return None if thumbnail is None else not thumbnail.isNull()

    def broken() -> bool:
        if shown():
            model._kept.pop(entry.key)
        return shown() is False

    entry.path.write_bytes(b"no picture")
    qtbot.waitUntil(broken, timeout=10_000)
    assert "cannot be read" in place.data(Qt.ItemDataRole.AccessibleTextRole)
    entry.path.write_bytes(picture)
    qtbot.waitUntil(lambda: shown() is True, timeout=10_000)
    assert "cannot be read" not in place.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_list_of_a_real_folder_gets_its_thumbnails(opened: Studio, qtbot: QtBot) -> None:
    model = opened.window.images.model
    qtbot.waitUntil(
        lambda: all(model.index(row).data(THUMBNAIL_ROLE) is not None for row in range(4)), timeout=10_000
    )


def test_an_image_that_leaves_the_list_stays_open(opened: Studio, qtbot: QtBot) -> None:
    """Its row goes, and with it Qt's current row; nobody has chosen the neighbour."""
    session, panel = opened.session, opened.window.images
    panel.set_filter(frozenset({Status.UNLABELLED, Status.PREDICTED}))
    session.go_to("image_2")
    qtbot.waitUntil(lambda: session.document is not None)
    assert shown(opened) == NATURAL[1:]
    QTest.mouseClick(
        opened.window.canvas, Qt.MouseButton.LeftButton, pos=opened.window.canvas.rect().center()
    )
    qtbot.waitUntil(lambda: session.dirty)
    qtbot.waitUntil(lambda: shown(opened) == NATURAL[2:])
    assert session.current is not None
    assert session.current.key == "image_2"


def test_status_and_figure_stand_beside_each_other_in_the_narrowest_list(opened: Studio) -> None:
    window = opened.window
    window.resizeDocks([window.docks.dock("images_dock")], [50], Qt.Orientation.Horizontal)
    for _ in range(3):
        QApplication.processEvents()
    panel = window.images
    words = QFont(panel.font())
    words.setPixelSize(12)
    word = QFontMetrics(words).horizontalAdvance(status_word(Status.EDITED))
    figure = QFontMetrics(tabular(panel.font())).horizontalAdvance("0.52")
    beside = panel.list.viewport().width() - 2 * PADDING - THUMBNAIL.width()
    assert beside >= word + figure + 3 * 16  # signs, that of a thin figure among them, and gaps
