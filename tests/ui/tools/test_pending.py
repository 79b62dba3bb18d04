"""What is done while something is still worked out waits behind it, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from segstudio.core.geometry import Rect
from segstudio.labels.areas import superpixels
from segstudio.ui.canvas.hand import pending
from tests.ui.tools.conftest import LEFT, RIGHT, Bench, Gate
from tests.ui.tools.deeds import box, click, steps, stroke

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
