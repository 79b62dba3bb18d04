"""Undo and Escape reach what is still open or waits, the last first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from tests.ui.tools.conftest import LEFT, Bench, Gate
from tests.ui.tools.deeds import box, click, steps, stroke

CONTROL = Qt.KeyboardModifier.ControlModifier


def undo_action(bench: Bench) -> QAction:
    return bench.window.book["edit.undo"]


def test_undo_right_after_letting_go_takes_that_stroke_back(bench: Bench, gate: Gate) -> None:
    before = bench.map.copy()
    stroke(bench, "superpixel", 2, 20)
    assert undo_action(bench).isEnabled()
    assert "Superpixel brush" in undo_action(bench).text()
    bench.key(Qt.Key.Key_Z, CONTROL)
    assert not undo_action(bench).isEnabled()
    gate.opened.set()
    bench.at_rest()
    assert steps(bench) == []
    assert bench.map == before


def test_undo_goes_backwards_through_what_waits(bench: Bench, gate: Gate) -> None:
    stroke(bench, "brush", 0, 50)
    stroke(bench, "superpixel", 2, 20)
    stroke(bench, "brush", 1, 30)
    click(bench, "fill", 1, (20, 60))
    left = ["Brush stroke", "Superpixel brush", "Brush stroke", "Fill region"]
    for gone in range(1, 4):
        bench.key(Qt.Key.Key_Z, CONTROL)
        assert undo_action(bench).text().endswith(left[-gone - 1])
        assert not bench.window.book["edit.redo"].isEnabled()
    assert not bench.canvas.undoable
    gate.opened.set()
    bench.at_rest()
    assert steps(bench) == ["Brush stroke"]
    bench.key(Qt.Key.Key_Z, CONTROL)
    assert steps(bench) == []


def test_undo_takes_an_answer_back_that_is_worked_out(bench: Bench, gate: Gate) -> None:
    box(bench, "grabcut", 2, (30, 14), (66, 50))
    stroke(bench, "brush", 0, 50)
    bench.key(Qt.Key.Key_Z, CONTROL)
    bench.key(Qt.Key.Key_Z, CONTROL)
    gate.opened.set()
    bench.at_rest()
    assert steps(bench) == []


def test_escape_stops_all_that_waits(bench: Bench, gate: Gate) -> None:
    before = bench.map.copy()
    stroke(bench, "superpixel", 2, 20)
    stroke(bench, "brush", 1, 30)
    bench.tools.set_tool("brush")
    bench.drag((10, 10), (50, 10), let_go=False)
    bench.key(Qt.Key.Key_Escape)  # the open one only
    bench.release((50, 10))
    assert undo_action(bench).text().endswith("Brush stroke")
    bench.key(Qt.Key.Key_Escape)
    gate.opened.set()
    bench.at_rest()
    assert bench.map == before
    stroke(bench, "brush", 1, 30)
    assert steps(bench) == ["Brush stroke"]


def test_undo_takes_back_an_open_stroke(bench: Bench) -> None:
    stroke(bench, "brush", 0, 50)
    before = bench.map.copy()
    bench.drag((10, 10), (50, 10), let_go=False)
    bench.key(Qt.Key.Key_Z, CONTROL)
    bench.move((60, 20), LEFT)
    bench.release((60, 20))
    assert bench.map == before
    assert steps(bench) == ["Brush stroke"]
    assert not bench.document.can_redo


def test_undo_takes_back_the_last_corner_and_redo_waits(bench: Bench) -> None:
    stroke(bench, "brush", 0, 50)
    stroke(bench, "brush", 1, 20)
    bench.key(Qt.Key.Key_Z, CONTROL)
    bench.tools.set_tool("polygon")
    for corner in ((10, 10), (50, 10), (50, 40), (90, 60)):
        bench.click(corner)
    bench.key(Qt.Key.Key_Z, CONTROL)
    polygon = bench.canvas._hand.polygon
    assert polygon is not None
    assert len(polygon.corners) == 3
    bench.window.book["edit.redo"].trigger()
    assert steps(bench) == ["Brush stroke"]
    for _ in range(3):
        bench.key(Qt.Key.Key_Z, CONTROL)
    assert bench.canvas._hand.gesture is None
    assert steps(bench) == ["Brush stroke"]
    bench.window.book["edit.redo"].trigger()
    assert steps(bench) == ["Brush stroke"] * 2
    bench.key(Qt.Key.Key_Z, CONTROL)
    assert steps(bench) == ["Brush stroke"]


def test_undo_takes_back_the_last_mark(bench: Bench) -> None:
    stroke(bench, "brush", 0, 50)
    bench.tools.set_tool("watershed")
    bench.drag((40, 30), (50, 30))
    bench.drag((10, 55), (80, 55))
    bench.key(Qt.Key.Key_Z, CONTROL)
    assert bench.canvas.undoable == "Mark"
    bench.key(Qt.Key.Key_Z, CONTROL)
    assert steps(bench) == ["Brush stroke"]
    assert bench.canvas.undoable == ""
