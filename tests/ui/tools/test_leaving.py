"""Who leaves an image, saves or closes while something is worked out loses nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from segstudio.core.label_png import read_label
from segstudio.engine.editing.label_watch import LabelChanges
from segstudio.labels.label_map import LabelMap
from segstudio.ui.canvas.hand import pending
from tests.ui.tools.conftest import Bench, Gate
from tests.ui.tools.deeds import click, steps, stroke

CONTROL = Qt.KeyboardModifier.ControlModifier


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
