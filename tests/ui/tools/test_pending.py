"""What is done while something is still worked out waits behind it, and nothing of it is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from segstudio.core.geometry import Rect
from segstudio.core.label_png import read_label
from segstudio.engine.editing.label_watch import LabelChanges
from segstudio.labels import superpixels, tool_work
from segstudio.labels.grabcut import grabcut
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import Area
from segstudio.ui.canvas import pending
from tests.ui.tools.conftest import LEFT, RIGHT, Bench

CONTROL = Qt.KeyboardModifier.ControlModifier
segments_of = superpixels.tile_segments


class Gate:
    """Workers wait here; the window's own thread never does."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.threads: set[str] = set()

    def wait(self) -> None:
        self.threads.add(threading.current_thread().name)
        if threading.current_thread() is not threading.main_thread():
            assert self.opened.wait(20)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch, bench: Bench) -> Iterator[Gate]:
    """Superpixels and GrabCut take until it is opened."""
    made = Gate()

    def slow_segments(image: NDArray[np.uint8], tile: Rect, size: int) -> NDArray[np.uint16]:
        made.wait()
        return segments_of(image, tile, size)

    def slow_cut(image: NDArray[np.uint8], box: Rect) -> Area:
        made.wait()
        return grabcut(image, box)

    monkeypatch.setattr(superpixels, "tile_segments", slow_segments)
    monkeypatch.setattr(tool_work, "grabcut", slow_cut)
    yield made
    made.opened.set()


def steps(bench: Bench) -> list[str]:
    history = bench.document.history
    return [step.name for step in history.steps[: history.done]]


def stroke(bench: Bench, tool_id: str, class_id: int, y: float, button: Qt.MouseButton = LEFT) -> None:
    bench.tools.set_tool(tool_id)
    bench.tools.set_class(class_id)
    bench.tools.set_radius(3 + y / 20)
    bench.drag((10, y), (40, y + 4), (85, y), button=button)


def click(bench: Bench, tool_id: str, class_id: int, point: tuple[float, float]) -> None:
    bench.tools.set_tool(tool_id)
    bench.tools.set_class(class_id)
    bench.click(point)


def box(bench: Bench, tool_id: str, class_id: int, *path: tuple[float, float]) -> None:
    bench.tools.set_tool(tool_id)
    bench.tools.set_class(class_id)
    bench.drag(*path)


DEEDS: list[Callable[[Bench], None]] = [
    lambda b: stroke(b, "superpixel", 2, 20),
    lambda b: stroke(b, "brush", 0, 22),
    lambda b: stroke(b, "superpixel", 1, 40),
    lambda b: stroke(b, "brush", 2, 24, RIGHT),
    lambda b: click(b, "fill", 2, (60, 10)),
    lambda b: box(b, "rectangle", 1, (20, 8), (50, 40)),
    lambda b: box(b, "grabcut", 2, (30, 14), (66, 50)),
    lambda b: stroke(b, "smart_brush", 1, 30),
    lambda b: click(b, "reassign", 0, (30, 30)),
    lambda b: stroke(b, "eraser", 0, 44),
]


@pytest.mark.parametrize("first", [0, 6])
def test_it_comes_out_as_if_the_machine_were_quicker(bench: Bench, gate: Gate, first: int) -> None:
    deeds = [DEEDS[first], *DEEDS]
    for deed in deeds:
        deed(bench)
    assert steps(bench) == []
    gate.opened.set()
    bench.at_rest()
    found, names = bench.map.copy(), steps(bench)
    assert len(names) >= len(DEEDS) - 1  # some may change nothing
    while bench.document.can_undo:
        bench.document.undo()
    for deed in deeds:
        deed(bench)
        bench.at_rest()
    assert steps(bench) == names
    assert bench.map == found


def test_a_stroke_goes_on_when_its_turn_comes_while_it_is_drawn(bench: Bench, gate: Gate) -> None:
    stroke(bench, "superpixel", 2, 20)
    bench.tools.set_tool("brush")
    bench.tools.set_class(0)
    bench.drag((10, 50), (30, 50), let_go=False)
    assert bench.map.label[50, 20] != 0 or bench.map.provenance[50, 20] < 2
    gate.opened.set()
    bench.wait(lambda: steps(bench) == ["Superpixel brush"] and bench.document.stroke_open)
    bench.move((60, 50), LEFT)
    assert bench.map.provenance[50, 55] == 2
    bench.release((60, 50))
    bench.at_rest()
    assert steps(bench) == ["Superpixel brush", "Brush stroke"]
    assert (bench.map.label[50, 10:60] == 0).all()


def test_what_waits_is_seen_at_once(bench: Bench, gate: Gate) -> None:
    stroke(bench, "superpixel", 2, 20)
    before = bench.canvas.grab().toImage().pixelColor(bench.at((60, 54)))
    stroke(bench, "brush", 2, 54)
    bench.tools.set_tool("polygon")
    bench.move((5, 5))
    assert bench.canvas.grab().toImage().pixelColor(bench.at((60, 54))) != before
    bench.key(Qt.Key.Key_Escape)
    assert bench.canvas.grab().toImage().pixelColor(bench.at((60, 54))) == before


def test_no_more_waits_than_can_be_looked_over(
    bench: Bench, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pending, "MOST", 3)
    stroke(bench, "superpixel", 2, 20)
    for y in (10, 20, 30, 40, 50):
        stroke(bench, "brush", 0, y)
    gate.opened.set()
    bench.at_rest()
    assert steps(bench) == ["Superpixel brush", *["Brush stroke"] * 3]


def test_a_second_button_and_a_zoom_leave_a_waiting_stroke_alone(bench: Bench, gate: Gate) -> None:
    stroke(bench, "superpixel", 1, 8)
    bench.tools.set_tool("brush")
    bench.tools.set_class(2)
    bench.tools.set_radius(2)
    bench.press((20, 40))
    bench.press((30, 50), RIGHT)
    bench.move((40, 40), LEFT | RIGHT)
    bench.release((40, 40), RIGHT)
    bench.wheel((40, 40), 1)
    bench.move((60, 40), LEFT)
    bench.release((60, 40))
    gate.opened.set()
    bench.at_rest()
    assert steps(bench) == ["Superpixel brush", "Brush stroke"]
    painted = bench.map.label == 2
    assert painted[40, 20:60].all()
    assert not painted[46:].any()


# -- taking back


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


# -- leaving and saving


def two_strokes(bench: Bench) -> None:
    stroke(bench, "superpixel", 2, 20)
    stroke(bench, "brush", 0, 30)


@pytest.fixture
def expected(bench: Bench, gate: Gate) -> LabelMap:
    """What the two make of the mask; they are undone again, and superpixels take long again."""
    gate.opened.set()
    two_strokes(bench)
    bench.at_rest()
    found = bench.map.copy()
    bench.document.undo()
    bench.document.undo()
    scene = bench.session.tools.scene
    assert scene is not None
    scene._patches = None
    gate.opened.clear()
    return found


def leave_by_key(bench: Bench) -> None:
    bench.key(Qt.Key.Key_A)


def leave_by_list(bench: Bench) -> None:
    bench.session.go_to(0)


@pytest.mark.parametrize("leave", [leave_by_key, leave_by_list])
def test_who_leaves_the_image_loses_nothing(
    bench: Bench, gate: Gate, expected: LabelMap, leave: Callable[[Bench], None]
) -> None:
    two_strokes(bench)
    left = bench.session.current
    assert left is not None
    leave(bench)
    gate.opened.set()
    bench.wait(lambda: bench.session.current != left and bench.session.document is not None)
    assert steps(bench) == []
    bench.session.flush()
    assert np.array_equal(read_label(left.label_path), expected.label)
    bench.session.go_to(1)
    bench.wait(lambda: bench.session.document is not None and bench.session.prediction is not None)
    assert bench.map == expected


def test_the_window_answers_while_it_waits_to_go_on(bench: Bench, gate: Gate) -> None:
    two_strokes(bench)
    here = bench.session.current
    bench.key(Qt.Key.Key_A)
    assert bench.session.current == here
    assert steps(bench) == []
    gate.opened.set()
    bench.wait(lambda: bench.session.current != here)
    assert "MainThread" not in gate.threads
    bench.wait(lambda: bench.session.document is not None)


def test_a_wish_to_go_on_is_forgotten_with_its_image(bench: Bench, gate: Gate) -> None:
    two_strokes(bench)
    here = bench.session.current
    bench.key(Qt.Key.Key_A)
    bench.session.go_to(0)
    first = bench.session.current
    assert first != here
    gate.opened.set()
    bench.wait(lambda: bench.session.document is not None)
    bench.at_rest()
    assert bench.session.current == first


def test_what_is_saved_holds_what_waited(bench: Bench, gate: Gate, expected: LabelMap) -> None:
    two_strokes(bench)
    entry = bench.session.current
    assert entry is not None
    bench.key(Qt.Key.Key_S, CONTROL)
    assert steps(bench) == ["Superpixel brush", "Brush stroke"]
    gate.opened.set()
    bench.session.flush()
    assert np.array_equal(read_label(entry.label_path), expected.label)
    assert not bench.document.dirty


def test_a_window_that_closes_keeps_what_waited(
    bench: Bench, gate: Gate, expected: LabelMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_strokes(bench)
    document, close = bench.document, bench.session.close
    seen: list[LabelMap] = []

    def closes(save: bool = True) -> None:
        seen.append(document.label_map.copy())
        gate.opened.set()  # the end joins the workers
        close(save=save)

    monkeypatch.setattr(bench.session, "close", closes)
    bench.window.force_close()
    assert seen == [expected]
    assert document.dirty  # its journal stays


def test_a_label_of_another_program_is_not_read_over_what_waits(bench: Bench, gate: Gate) -> None:
    two_strokes(bench)
    document, entry = bench.document, bench.session.current
    assert entry is not None
    assert not document.dirty
    bench.session._parts.labels._on_labels_changed(LabelChanges((entry.key,), ()))
    assert bench.session.document is document
    assert steps(bench) == ["Superpixel brush", "Brush stroke"]


def test_a_new_place_for_labels_gets_what_waits(
    bench: Bench, gate: Gate, expected: LabelMap, tmp_path: Path
) -> None:
    two_strokes(bench)
    projects = bench.session._parts.projects
    assert projects.workspace is not None
    place = tmp_path / "elsewhere"
    projects.moved.emit(projects.workspace.moved(place, projects._state_dir, projects._cache_dir))
    gate.opened.set()
    bench.wait(lambda: bench.session.document is not None and not bench.session.dirty)
    bench.session.flush()
    entry = bench.session.current
    assert entry is not None
    assert place in entry.label_path.parents
    assert np.array_equal(read_label(entry.label_path), expected.label)


def test_an_answer_that_is_worked_out_goes_to_the_image_that_was_left(bench: Bench) -> None:
    click(bench, "grabcut", 2, (5, 5))
    bench.drag((30, 14), (66, 50))
    assert bench.session.tools.working == "GrabCut"
    left = bench.session.current
    assert left is not None
    bench.session.go_to(0)
    bench.wait(lambda: bench.session.document is not None)
    assert steps(bench) == []
    bench.session.flush()
    assert read_label(left.label_path)[32, 48] == 2


# -- what makes it quick, and what cannot be made


def test_superpixels_are_made_ahead_when_their_tool_is_chosen(bench: Bench, gate: Gate) -> None:
    bench.tools.set_tool("superpixel")
    scene = bench.session.tools.scene
    assert scene is not None
    gate.opened.set()
    patches = scene._patches
    assert patches is not None
    bench.wait(lambda: patches.ready(bench.map.rect))
    assert "MainThread" not in gate.threads
    stroke(bench, "superpixel", 2, 20)
    assert steps(bench) == ["Superpixel brush"]
    bench.tools.set_option("size", 30.0)
    other = scene._patches
    assert other is not None
    assert other is not patches
    bench.wait(lambda: other.ready(bench.map.rect))


def test_what_cannot_be_made_ends_its_stroke_and_the_next_comes(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    bench.session.message.connect(lambda message: said.append(message.text))

    def broken(image: NDArray[np.uint8], tile: Rect, size: int) -> NDArray[np.uint16]:
        raise MemoryError("no room")

    bench.tools.set_option("size", 20.0, "superpixel")
    monkeypatch.setattr(superpixels, "tile_segments", broken)
    monkeypatch.setattr(type(bench.session.tools.scene), "warm", lambda *_: None)
    stroke(bench, "superpixel", 2, 20)
    stroke(bench, "brush", 0, 30)
    bench.at_rest()
    bench.wait(lambda: steps(bench) == ["Brush stroke"])
    assert said == ["Superpixel brush did not work (no room)."]


def test_an_answer_to_a_doubtful_region_waits_for_what_was_done_before(bench: Bench, gate: Gate) -> None:
    bench.key(Qt.Key.Key_N)
    bench.wait(lambda: bench.session.doubts.shown is not None)
    doubt = bench.session.doubts.shown
    assert doubt is not None
    stroke(bench, "superpixel", 2, 20)
    stroke(bench, "brush", 1, 30)
    bench.key(Qt.Key.Key_Return)
    assert bench.canvas.undoable == "Accept first choice"
    assert bench.canvas.take_back()
    assert bench.canvas.undoable == "Brush stroke"
    bench.key(Qt.Key.Key_Return)
    bench.session.doubts.leave()  # it is the region that was looked at which is answered
    gate.opened.set()
    bench.at_rest()
    assert steps(bench) == ["Superpixel brush", "Brush stroke", "Accept first choice"]
    assert bench.session.doubts.shown is None


def test_all_is_written_before_leaving_even_when_the_thread_has_to_wait_long_for_its_turn(
    bench: Bench, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    stroke(bench, "superpixel", 2, 20)
    for y in (30, 40):
        stroke(bench, "brush", 1, y)
    monkeypatch.setattr(pending, "_TURN_S", -1.0)
    monkeypatch.setattr(pending.Pending._go_on, "__defaults__", (-1.0,))
    bench.canvas.finish_gesture()
    assert steps(bench) == ["Superpixel brush", "Brush stroke", "Brush stroke"]
