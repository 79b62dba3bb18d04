"""From one doubtful region to the next by keys, taking the model's first or second choice."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from segstudio.core import class_edits
from segstudio.core.provenance import CONFIRMED, HUMAN
from segstudio.labels.doubt import doubtful_regions, pixels_of
from segstudio.ui.canvas.widgets.minimap import MARGIN
from tests.ui.tools.conftest import LEFT, NO_KEY, SHIFT, Bench


def look(bench: Bench) -> None:
    bench.key(Qt.Key.Key_N)
    bench.wait(lambda: bench.session.doubts.shown is not None)


def test_it_shows_the_most_doubtful_region_with_both_answers(bench: Bench) -> None:
    scene = bench.session.tools.scene
    assert scene is not None
    assert scene.model is not None
    region = doubtful_regions(scene.model, bench.map)[0]
    look(bench)
    doubt = bench.session.doubts.shown
    assert doubt is not None
    assert doubt.region.cells.rect == region.cells.rect
    assert np.array_equal(doubt.area.mask, pixels_of(region, scene.model, bench.map).mask)
    assert (doubt.first.class_id, doubt.second.class_id if doubt.second else None) == (0, 2)
    assert 0.4 < doubt.first.probability < 0.6
    bar = bench.window.doubt_bar
    assert bar.isVisible()
    assert "ground" in bar.first.text()
    assert "thing" in bar.second.text()
    assert bar.title.text() == "Doubtful 1 of 1"
    corner = bench.canvas.widget_point((doubt.area.rect.x, doubt.area.rect.y)).toPoint()
    assert bench.canvas.rect().contains(corner)


def test_return_accepts_the_first_choice_and_finds_nothing_more(bench: Bench) -> None:
    look(bench)
    doubt = bench.session.doubts.shown
    assert doubt is not None
    bench.key(Qt.Key.Key_Return)
    bench.wait(lambda: bench.session.doubts.nothing_left)
    part = bench.map.provenance[doubt.area.rect.slices][doubt.area.mask]
    assert (part == CONFIRMED).all()
    assert (bench.map.label[doubt.area.rect.slices][doubt.area.mask] == 0).all()
    assert np.count_nonzero(bench.map.provenance == CONFIRMED) == doubt.area.count
    assert bench.document.undo_name == "Accept first choice"
    assert "Nothing is left" in bench.window.doubt_bar.title.text()
    bench.key(Qt.Key.Key_Escape)
    assert not bench.window.doubt_bar.isVisible()


def test_shift_return_accepts_the_second_choice(bench: Bench) -> None:
    look(bench)
    doubt = bench.session.doubts.shown
    assert doubt is not None
    bench.tools.set_class_locked(1, True)
    bench.key(Qt.Key.Key_Return, SHIFT)
    bench.wait(lambda: bench.document.can_undo)
    changed = bench.map.provenance == HUMAN
    assert np.count_nonzero(changed) == doubt.area.count
    assert set(bench.map.label[changed]) == {2}


def test_locks_hold_for_answers_too(bench: Bench) -> None:
    look(bench)
    bench.tools.set_class_locked(0, True)
    before = bench.map.copy()
    bench.key(Qt.Key.Key_Return)
    bench.wait(lambda: not bench.session.tools.working)
    assert bench.map == before


def test_the_buttons_do_what_the_keys_do(bench: Bench) -> None:
    bench.window.book["doubt.next"].trigger()
    bench.wait(lambda: bench.session.doubts.shown is not None)
    QTest.mouseClick(bench.window.doubt_bar.second, LEFT)
    bench.wait(lambda: bench.document.can_undo)
    assert bench.document.undo_name == "Accept second choice"


def test_return_and_escape_are_free_while_nothing_is_looked_at(bench: Bench) -> None:
    book = bench.window.book
    assert not any(book[f"doubt.{name}"].isEnabled() for name in ("first", "second", "leave"))
    look(bench)
    bench.key(Qt.Key.Key_Escape)
    assert bench.session.doubts.shown is None
    assert not bench.window.doubt_bar.isVisible()
    assert not book["doubt.first"].isEnabled()
    before = bench.map.copy()
    bench.key(Qt.Key.Key_Return)
    assert bench.map == before


def test_a_polygon_keeps_its_keys_meanwhile(bench: Bench) -> None:
    look(bench)
    bench.canvas.fit()
    bench.tools.set_tool("polygon")
    for corner in ((5, 5), (20, 5), (20, 20)):
        bench.click(corner)
    bench.key(Qt.Key.Key_Return)
    assert bench.document.undo_name == "Polygon"
    assert bench.session.doubts.shown is not None


def test_another_image_ends_it(bench: Bench) -> None:
    look(bench)
    bench.session.go_to(0)
    assert bench.session.doubts.shown is None
    assert not bench.window.doubt_bar.isVisible()
    bench.wait(lambda: bench.session.document is not None)


def test_enter_of_the_keypad_answers_like_return(bench: Bench) -> None:
    look(bench)
    bench.key(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    bench.wait(lambda: bench.document.can_undo)
    assert bench.document.undo_name == "Accept first choice"
    bench.document.undo()
    look(bench)
    bench.key(Qt.Key.Key_Enter, SHIFT | Qt.KeyboardModifier.KeypadModifier)
    bench.wait(lambda: bench.document.can_undo)
    assert bench.document.undo_name == "Accept second choice"


def test_return_answers_also_while_a_list_has_the_focus(bench: Bench) -> None:
    for view, keys, step in (
        (bench.window.classes.view, NO_KEY, "Accept first choice"),
        (bench.window.images.list, SHIFT, "Accept second choice"),
    ):
        look(bench)
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Return, keys)
        bench.wait(lambda: bench.document.can_undo)
        assert bench.document.undo_name == step
        bench.document.undo()


def test_fields_and_buttons_keep_return(bench: Bench) -> None:
    look(bench)
    window = bench.window
    strip = window.tool_options
    before = bench.map.copy()
    for widget in (window.images.search, strip.tip_number, strip.modifiers, window.doubt_bar.next):
        widget.setFocus()
        assert widget.hasFocus()
        QTest.keyClick(widget, Qt.Key.Key_Return, SHIFT)
        QTest.keyClick(widget, Qt.Key.Key_Enter)
        bench.wait(lambda: not bench.session.tools.working)
    assert bench.map == before
    assert bench.session.doubts.shown is not None


def test_the_image_list_has_return_to_itself_while_nothing_is_looked_at(bench: Bench) -> None:
    before = bench.map.copy()
    bench.window.images.list.setFocus()
    QTest.keyClick(bench.window.images.list, Qt.Key.Key_Return)
    assert bench.map == before
    assert not bench.document.can_undo


@pytest.mark.parametrize("size", [(1440, 900), (1280, 800), (1000, 640), (880, 560)])
@pytest.mark.parametrize(
    "names", [(), ("a very long name of the ground & more", "sky", "another that is very long")]
)
def test_bar_and_minimap_stand_apart_and_nothing_is_cut_off(
    bench: Bench, size: tuple[int, int], names: tuple[str, ...]
) -> None:
    bench.window.resize(*size)
    look(bench)
    bench.canvas.set_zoom(40)
    bar, minimap = bench.window.doubt_bar, bench.window.views.minimap
    doubt, table = bench.session.doubts.shown, bench.session.table
    assert doubt is not None
    assert table is not None
    for class_id, name in enumerate(names):
        table = class_edits.renamed(table, class_id, name)
    bar.show_doubt(doubt, table)
    for _again in range(2):
        assert bar.isVisible()
        assert minimap.isVisible()
        assert not bar.geometry().intersects(minimap.geometry())
        assert bench.canvas.rect().contains(bar.geometry())
        assert bench.canvas.rect().contains(minimap.geometry())
        shown = [w for w in bar.findChildren(QWidget) if w.isVisible()]
        assert {bar.title, bar.first, bar.second, bar.next, bar.close_button} <= set(shown)
        for widget in shown:
            assert bar.rect().contains(widget.geometry()), widget
            assert widget.width() >= widget.minimumSizeHint().width(), widget
        bench.window.resize(size[0] + 60, size[1] + 40)
    bench.key(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert minimap.geometry().bottom() == bench.canvas.rect().bottom() - MARGIN, "it is back in the corner"
