"""Areas whose answer is dear to work out show it while they are still open, when the pointer rests."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt

from segstudio.core.geometry import Rect
from segstudio.labels import tool_work
from segstudio.labels.areas.grabcut import grabcut
from segstudio.labels.patch import Area
from segstudio.ui.canvas.hand.preview import Preview
from tests.ui.tools.conftest import LEFT, RIGHT, Bench

PATHS = {
    "grabcut": [(30.0, 14.0), (66.0, 50.0)],
    "snap": [(34.0, 18.0), (62.0, 18.0), (62.0, 46.0), (34.0, 46.0)],
}


def preview(bench: Bench) -> Preview:
    assert bench.canvas.preview is not None
    return bench.canvas.preview


def seen(bench: Bench) -> NDArray[np.bool_]:
    """What is shown, once something is."""
    bench.wait(lambda: preview(bench).shown is not None)
    shown = preview(bench).shown
    assert shown is not None
    found = np.zeros(bench.map.shape, np.bool_)
    found[shown.area.rect.slices] = shown.area.mask
    return found


@pytest.mark.parametrize("tool_id", PATHS)
def test_letting_go_does_what_was_shown(bench: Bench, tool_id: str) -> None:
    bench.tools.set_tool(tool_id)
    before = bench.map.copy()
    bench.drag(*PATHS[tool_id], let_go=False)
    assert preview(bench).shown is None  # nothing before the pointer rests
    expected = seen(bench)
    assert bench.map == before
    bench.release(PATHS[tool_id][-1])
    bench.at_rest()
    assert np.array_equal((bench.map.label == 2) & (bench.map.provenance == 2), expected)


@pytest.mark.parametrize("tool_id", PATHS)
def test_it_goes_when_the_pointer_moves_and_comes_again(bench: Bench, tool_id: str) -> None:
    bench.tools.set_tool(tool_id)
    bench.drag(*PATHS[tool_id], let_go=False)
    seen(bench)
    x, y = PATHS[tool_id][-1]
    bench.move((x + 3, y + 3), LEFT)
    assert preview(bench).shown is None
    seen(bench)
    bench.key(Qt.Key.Key_Escape)
    assert preview(bench).shown is None
    bench.release((x, y))
    bench.at_rest()
    assert not bench.document.can_undo


def test_a_box_that_erases_shows_where(bench: Bench) -> None:
    bench.tools.set_tool("grabcut")
    bench.drag(*PATHS["grabcut"])
    bench.at_rest()
    assert bench.map.provenance[32, 48] == 2
    bench.drag(*PATHS["grabcut"], button=RIGHT, let_go=False)
    expected = seen(bench)
    bench.release(PATHS["grabcut"][-1], RIGHT)
    bench.at_rest()
    assert (bench.map.provenance[expected] == 0).all()


class Held:
    """GrabCut that waits until it is let go, and tells of which boxes it was asked."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.boxes: list[Rect] = []

    def __call__(self, image: NDArray[np.uint8], box: Rect) -> Area:
        self.boxes.append(box)
        assert self.gate.wait(20)
        return grabcut(image, box)


@pytest.fixture
def held(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    made = Held()
    monkeypatch.setattr(tool_work, "grabcut", made)
    yield made
    made.gate.set()


def test_the_newest_wins_and_the_pointer_never_waits(bench: Bench, held: Held) -> None:
    bench.tools.set_tool("grabcut")
    bench.drag((30, 14), (60, 44), let_go=False)
    bench.wait(lambda: len(held.boxes) == 1)
    bench.move((70, 54), LEFT)  # while the first is worked out
    bench.move((66, 50), LEFT)
    held.gate.set()
    expected = seen(bench)
    corner = bench.canvas.image_point(QPointF(bench.at((66, 50))))
    assert corner is not None
    assert len(held.boxes) == 2
    assert held.boxes[1].right == round(corner[0])
    bench.release((66, 50))
    bench.at_rest()
    assert np.array_equal((bench.map.label == 2) & (bench.map.provenance == 2), expected)


def test_it_is_seen_until_it_is_written(bench: Bench, held: Held) -> None:
    bench.tools.set_tool("grabcut")
    held.gate.set()
    bench.drag(*PATHS["grabcut"], let_go=False)
    expected = seen(bench)
    held.gate.clear()
    bench.release(PATHS["grabcut"][-1])
    bench.move((10, 10))
    assert bench.session.tools.working == "GrabCut"
    assert np.array_equal(seen(bench), expected)
    held.gate.set()
    bench.at_rest()
    assert preview(bench).shown is None
    assert bench.document.undo_name == "GrabCut"


def test_it_is_gone_with_the_work_that_is_stopped(bench: Bench, held: Held) -> None:
    bench.tools.set_tool("grabcut")
    held.gate.set()
    bench.drag(*PATHS["grabcut"], let_go=False)
    seen(bench)
    held.gate.clear()
    bench.release(PATHS["grabcut"][-1])
    bench.key(Qt.Key.Key_Escape)
    assert preview(bench).shown is None
    assert not bench.document.can_undo
