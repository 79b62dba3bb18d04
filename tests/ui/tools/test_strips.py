"""The strips of tools and options, modifiers, selection and locks."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from segstudio.core.settings import Settings
from segstudio.engine.files.locks import read_locks, write_locks
from segstudio.labels.tools import TOOLS, tool
from segstudio.ui.controls.folding_row import FoldingRow, RowItem
from segstudio.ui.controls.number_field import NumberField
from segstudio.ui.controls.segmented import Segmented
from segstudio.ui.hand_tools import HAND_TOOLS, SECTIONS
from segstudio.ui.tool_state import ToolState
from tests.ui.tools.conftest import LEFT, SIZE, Bench

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

# -- the strip of tools


def test_every_tool_has_one_button() -> None:
    placed = [i for section in SECTIONS for slot in section.slots for i in slot]
    assert sorted(placed) == sorted(spec.id for spec in HAND_TOOLS)
    assert len([slot for section in SECTIONS for slot in section.slots]) <= 12


def test_a_button_stands_for_the_tool_of_its_group_that_was_used_last(bench: Bench) -> None:
    strip = bench.window.tool_strip
    slot = strip.slot("lasso")
    assert slot is strip.slot("polygon")
    bench.key(Qt.Key.Key_L)
    assert bench.tools.tool == "lasso"
    assert slot.defaultAction() is bench.window.book["tool.lasso"]
    assert slot.isChecked()
    bench.key(Qt.Key.Key_B)
    assert not slot.isChecked()
    QTest.mouseClick(slot, LEFT)
    assert bench.tools.tool == "lasso"
    assert [action.text() for action in slot.menu().actions()] == ["Polygon", "Lasso", "Snap outline"]
    slot.menu().actions()[2].trigger()
    assert bench.tools.tool == "snap"
    assert slot.defaultAction() is bench.window.book["tool.snap"]


def test_every_tool_is_reached_by_its_action_and_checks_its_button(bench: Bench) -> None:
    bench.tools.set_tool("pick")
    for spec in HAND_TOOLS:
        bench.window.book[f"tool.{spec.id}"].trigger()
        assert bench.tools.tool == spec.id
        checked = {slot for i in HAND_TOOLS if (slot := bench.window.tool_strip.slot(i.id)).isChecked()}
        assert checked == {bench.window.tool_strip.slot(spec.id)}


def test_every_button_is_in_reach_also_in_the_lowest_window(bench: Bench, qtbot: QtBot) -> None:
    strip, window = bench.window.tool_strip, bench.window
    usual = strip.slot("brush").height()
    for height in (900, window.minimumHeight(), 700, window.minimumHeight(), 900):
        window.resize(1280, height)
        buttons = [b for b in strip.findChildren(QToolButton) if not b.objectName().startswith("qt_")]
        assert {"Undo", "Redo", "Brush"} <= {button.accessibleName() for button in buttons}
        qtbot.waitUntil(partial(_all_seen, buttons))
    qtbot.waitUntil(lambda: strip.slot("brush").height() == usual)


# -- the strip of options


def controls(bench: Bench) -> dict[str, QWidget]:
    return {key: control.item.control for key, control in bench.window.tool_options._controls.items()}


def test_the_options_of_the_active_tool_are_there(bench: Bench) -> None:
    strip = bench.window.tool_options
    for spec in HAND_TOOLS:
        bench.tools.set_tool(spec.id)
        QApplication.processEvents()
        found = controls(bench)
        assert list(found) == [option.key for option in spec.options]
        assert strip.tip_size.isVisible() == spec.tip
        in_sight = [control for control in found.values() if control.isVisible()]
        assert len(in_sight) == len(found) - strip.options.folded, spec.id


def test_controls_set_options_and_follow_them(bench: Bench) -> None:
    bench.tools.set_tool("wand")
    tolerance, mode = controls(bench)["tolerance"], controls(bench)["mode"]
    assert isinstance(tolerance, NumberField)
    assert isinstance(mode, Segmented)
    tolerance.number.setFocus()
    tolerance.number.selectAll()
    QTest.keyClicks(tolerance.number, "40")
    QTest.keyClick(tolerance.number, Qt.Key.Key_Return)
    assert bench.tools.options["tolerance"] == 40
    assert bench.canvas.hasFocus()
    QTest.mouseClick(mode.button("select"), LEFT)
    assert bench.tools.options["mode"] == "select"
    bench.tools.set_option("tolerance", 7.0)
    assert tolerance.value == 7
    bench.tools.set_tool("lasso")
    assert bench.tools.options["mode"] == "paint"
    bench.tools.set_tool("wand")
    assert bench.tools.options == {"mode": "select", "tolerance": 7.0, "contiguous": True}


@pytest.mark.parametrize("width", [880, 1100, 1280, 1920])
def test_the_strip_never_clips(bench: Bench, width: int) -> None:
    bench.window.resize(width, 800)
    for spec in HAND_TOOLS:
        bench.tools.set_tool(spec.id)
        QApplication.processEvents()
        strip = bench.window.tool_options
        for child in strip.options.findChildren(QWidget):
            if child.isVisibleTo(strip) and child.window() is strip.window() and isinstance(child, QLabel):
                assert child.width() >= child.sizeHint().width(), (spec.id, child.text())
        assert strip.width() <= bench.window.width()
        if width >= 1280 and len(spec.options) < 3:
            assert strip.options.folded == 0, spec.id


def test_what_does_not_fit_stands_in_a_popover(qtbot: QtBot) -> None:
    row = FoldingRow("More")
    qtbot.addWidget(row)
    fields = [QWidget() for _ in range(3)]
    for field in fields:
        field.setFixedSize(100, 20)
    row.set_items([RowItem(field, "word") for field in fields])
    row.resize(600, 30)
    row.show()
    assert row.folded == 0
    assert not row.more.isVisible()
    row.resize(250, 30)
    assert row.folded == 2
    assert [field.isVisible() for field in fields] == [True, False, False]
    QTest.mouseClick(row.more, LEFT)
    assert all(field.isVisible() for field in fields)
    row.resize(600, 30)
    assert row.folded == 0
    assert all(field.isVisible() for field in fields)


@pytest.mark.parametrize("width", [1000, 1050, 1100, 1150])
def test_options_begin_at_the_left_whatever_tool_was_there_before(bench: Bench, width: int) -> None:
    """Showing controls of another tool can resize the row amid its folding."""
    bench.window.resize(width, 700)
    row = bench.window.tool_options.options
    for before in ("previous", "brush", "pick"):
        for spec in HAND_TOOLS:
            bench.tools.set_tool(before)
            QApplication.processEvents()
            bench.tools.set_tool(spec.id)
            QApplication.processEvents()
            seen = [c for c in row.findChildren(QWidget) if c.parent() is row and c.isVisible()]
            if seen:
                assert min(child.x() for child in seen) == 0, (before, spec.id)


def test_options_are_remembered_and_nonsense_is_forgotten(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "settings.json")
    state = ToolState(settings)
    state.set_option("tolerance", 33.0, "wand")
    state.set_option("mode", "erase", "lasso")
    state.set_option("mode", "paint", "lasso")
    settings.save()
    again = ToolState(Settings(tmp_path / "settings.json"))
    assert again.options_of("wand")["tolerance"] == 33
    assert again.options_of("lasso")["mode"] == "paint"
    for stored in ("{", "[]", '{"wand": 3}', '{"wand": {"tolerance": "much", "contiguous": 4}}'):
        settings.set("tool.options", stored)
        assert ToolState(settings).options_of("wand") == tool("wand").options_with({})
    with pytest.raises(ValueError, match="Tolerance"):
        state.set_option("tolerance", 1000.0, "wand")
    with pytest.raises(KeyError):
        state.set_option("speed", 1.0, "wand")


# -- modifiers


def test_the_popover_sets_the_modifiers_and_the_dot_tells(bench: Bench) -> None:
    button = bench.window.tool_options.modifiers
    assert bench.tools.modifiers.free
    QTest.mouseClick(button, LEFT)
    assert button.popover.isVisible()
    button.classes.setCurrentIndex(button.classes.findData(1))
    button.over_class.click()
    assert bench.tools.modifiers.only_class == 1
    button.unlabelled.click()
    assert bench.tools.modifiers.only_unlabelled
    button.popover.hide()
    assert button.active
    assert "only over sky" in button.words
    assert "only over sky" in button.toolTip()
    bench.tools.set_tool("rectangle")
    bench.drag((10, 10), (80, 60))
    assert set(np.unique(bench.map.label[32:])) == {0}
    assert (bench.map.label[12:30, 12:78] == 2).all()
    button.over_class.click()
    button.unlabelled.click()
    assert bench.tools.modifiers.free


def test_locked_classes_do_not_change_and_are_remembered(bench: Bench, tmp_path: Path) -> None:
    bench.tools.set_class(0)
    bench.key(Qt.Key.Key_L, CONTROL)
    assert bench.tools.locked == {0}
    button = bench.window.tool_options.modifiers
    assert button.active
    assert "ground" in button.words
    bench.tools.set_class(2)
    bench.tools.set_tool("rectangle")
    bench.drag((10, 10), (80, 60))
    assert (bench.map.label[33:] == 0).all()
    project = bench.session.project
    assert project is not None
    home = project.places.home
    bench.wait(lambda: read_locks(home) == {0})
    bench.session.close_project()
    bench.wait(lambda: bench.session.project is None)
    assert bench.tools.locked == frozenset()
    bench.session.open_folder(project.root)
    bench.wait(lambda: bench.tools.locked == {0})


def test_locks_that_cannot_be_read_or_written_are_no_harm(tmp_path: Path) -> None:
    assert read_locks(tmp_path) == frozenset()
    for text in ("", "{", '{"a": 1}', '[1, "2", true, 400, -1, 7]'):
        (tmp_path / "locks.json").write_text(text)
        assert read_locks(tmp_path) == (frozenset({1, 7}) if "400" in text else frozenset())
    assert write_locks(tmp_path / "new", {3, 1})
    assert read_locks(tmp_path / "new") == {1, 3}
    (tmp_path / "file").write_text("")
    assert not write_locks(tmp_path / "file", {1})


# -- the selection


def selected(bench: Bench) -> int:
    """How many pixels."""
    return bench.tools.selection.count if bench.tools.selection is not None else 0


def test_keys_select_all_nothing_and_the_rest(bench: Bench) -> None:
    bench.key(Qt.Key.Key_A, CONTROL)
    assert selected(bench) == SIZE[0] * SIZE[1]
    bench.key(Qt.Key.Key_A, CONTROL | SHIFT)
    assert selected(bench) == 0
    bench.tools.set_tool("rectangle")
    bench.tools.set_option("mode", "select")
    bench.drag((20, 20), (40, 40))
    selection = bench.tools.selection
    assert selection is not None
    bench.key(Qt.Key.Key_I, CONTROL)
    bench.wait(lambda: bench.tools.selection is not selection)
    inverse = bench.tools.selection
    assert inverse is not None
    assert inverse.count == SIZE[0] * SIZE[1] - selection.count


def test_tools_keep_to_the_selection_and_its_border_is_seen(bench: Bench) -> None:
    bench.tools.set_tool("rectangle")
    bench.tools.set_option("mode", "select")
    before = bench.canvas.grab().toImage()
    bench.drag((20, 20), (40, 40))
    assert bench.tools.selection is not None
    rect = bench.tools.selection.rect
    after = bench.canvas.grab().toImage()
    edge = [bench.canvas.widget_point((rect.x, rect.y + dy / 4)).toPoint() for dy in range(0, 60)]
    seen = [after.pixelColor(point).lightness() for point in edge]
    assert min(seen) < 40
    assert max(seen) > 215
    assert any(before.pixelColor(p) != after.pixelColor(p) for p in edge)
    bench.tools.set_tool("brush")
    bench.tools.set_radius(30)
    bench.drag((30, 30), (90, 30))
    painted = np.argwhere(bench.map.label == 2)
    assert painted.min(axis=0).tolist() == [rect.y, rect.x]
    assert (painted.max(axis=0) + 1).tolist() == [rect.bottom, rect.right]
    bench.session.go_to(0)
    bench.wait(lambda: bench.session.document is not None)
    assert bench.tools.selection is None


def test_only_the_window_knows_of_whole_tools() -> None:
    assert {spec.kind for spec in TOOLS} == {
        "stroke", "polygon", "lasso", "box", "click", "scribble", "whole",
    }  # fmt: skip


def test_tab_goes_from_the_strip_s_first_control_to_its_last_whatever_the_tool(bench: Bench) -> None:
    strip, window = bench.window.tool_options, bench.window
    window.resize(1900, 900)
    window.activateWindow()
    for tool_id in ("wand", "smart_brush", "brush", "superpixel"):
        bench.tools.set_tool(tool_id)
        QApplication.processEvents()
        assert strip.options.folded == 0
        strip.tip_size.setFocus() if strip.tip_size.isVisible() else strip.zoom.setFocus()
        seen: list[QWidget] = []
        while (widget := QApplication.focusWidget()) not in (None, *seen):
            assert widget is not None
            seen.append(widget)
            QTest.keyClick(widget, Qt.Key.Key_Tab)
        places = [w.mapTo(strip, QPoint()).x() for w in seen if strip.isAncestorOf(w)]
        first = places.index(min(places))
        assert places[first:] + places[:first] == sorted(places), tool_id
        ends = [strip.isAncestorOf(w) for w in seen[seen.index(seen[0]) :]]
        assert sum(a != b for a, b in zip(ends, [*ends[1:], ends[0]], strict=True)) == 2, (
            "the strip in one go"
        )


def _all_seen(buttons: list[QToolButton]) -> bool:
    return all(b.isVisible() and b.visibleRegion().boundingRect() == b.rect() for b in buttons)
