"""Every tool's gesture, by real mouse and key events, changes exactly what the pure tool says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from segstudio.core.provenance import HUMAN
from segstudio.labels.areas.brush import snap, stroke_segment
from segstudio.labels.areas.watershed import Scribble
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.label_map import LabelMap
from segstudio.labels.options import Value
from segstudio.labels.patch import Change, put
from segstudio.labels.tools import ToolSpec, tool
from segstudio.ui.hand_tools import HAND_TOOLS, WHOLE_TOOLS
from tests.ui.tools.conftest import ALT, LEFT, RIGHT, SHIFT, SIZE, Bench

Point = tuple[float, float]
AROUND_THE_BOX: list[Point] = [(34, 18), (62, 18), (62, 46), (34, 46)]


def context(bench: Bench, tool_id: str) -> ToolContext:
    """What the tool looks at in the window."""
    scene = bench.session.tools.scene
    assert scene is not None
    options, modifiers = bench.tools.options_of(tool_id), bench.tools.modifiers
    return scene.fill(
        ToolContext(bench.map.copy(), bench.tools.class_id, options=options, modifiers=modifiers)
    )


def after(before: LabelMap, change: Change) -> LabelMap:
    expected = before.copy()
    rect = change.area.rect
    if not rect.empty:
        put(expected.label[rect.slices], change.label, change.area.mask)
        put(expected.provenance[rect.slices], change.provenance, change.area.mask)
    return expected


def answer(bench: Bench, tool_id: str, gesture: Gesture) -> LabelMap:
    """What the mask must be once the tool has answered."""
    seen = context(bench, tool_id)
    return after(bench.map, tool(tool_id).change(gesture, seen))


def test_the_table_is_tried_whole() -> None:
    tried = {*CLICKS, *AREAS, *STROKES, "watershed", "polygon", "pick", "confirm"}
    assert tried == {spec.id for spec in HAND_TOOLS}


CLICKS = {
    "fill": (20, 50), "reassign": (20, 50), "replace_class": (20, 50), "wand": (48, 32), "second_choice": (80, 50),
    "confirm_region": (20, 10), "previous": (48, 32),
}  # fmt: skip
AREAS = ("lasso", "rectangle", "ellipse", "grabcut", "snap")
STROKES = ("brush", "eraser", "restore", "smart_brush", "superpixel")


@pytest.mark.parametrize("tool_id", CLICKS)
def test_clicks(bench: Bench, tool_id: str) -> None:
    bench.tools.set_tool(tool_id)
    bench.wait(lambda: tool(tool_id).missing(context(bench, tool_id)) is None)
    point = bench.under(CLICKS[tool_id])
    expected = answer(bench, tool_id, Gesture((point,)))
    assert expected != bench.map
    bench.click(CLICKS[tool_id])
    bench.at_rest()
    assert bench.map == expected
    assert bench.document.undo_name == tool(tool_id).step
    bench.document.undo()
    bench.click((-5, -5))
    bench.at_rest()
    assert not bench.document.can_undo


@pytest.mark.parametrize("tool_id", AREAS)
def test_drags_around_something(bench: Bench, tool_id: str) -> None:
    bench.tools.set_tool(tool_id)
    spec = tool(tool_id)
    path = AROUND_THE_BOX if spec.kind == "lasso" else [AROUND_THE_BOX[0], AROUND_THE_BOX[2]]
    points = tuple(bench.under(p) for p in path)
    expected = answer(bench, tool_id, Gesture(points))
    assert expected != bench.map
    before = bench.map.copy()
    bench.drag(*path, let_go=False)
    assert bench.map == before
    bench.key(Qt.Key.Key_Escape)
    bench.release(path[-1])
    bench.at_rest()
    assert bench.map == before
    bench.drag(*path)
    bench.at_rest()
    assert bench.map == expected
    assert bench.document.undo_name == spec.step


@pytest.mark.parametrize("tool_id", STROKES)
def test_strokes(bench: Bench, tool_id: str) -> None:
    bench.tools.set_tool("brush")
    bench.drag((10, 30), (80, 30))
    bench.tools.set_tool(tool_id)
    bench.tools.set_radius(5)
    path = [bench.under(p) for p in ((15.0, 40.0), (50.0, 33.0), (85.0, 55.0))]
    expected = bench.map.copy()
    for start, end in zip([path[0], *path[:-1]], path, strict=True):
        seen = replace(context(bench, tool_id), label_map=expected)
        area = stroke_segment(snap(start, 5), snap(end, 5), 5, "round", SIZE)
        expected = after(expected, tool(tool_id).change(Gesture(covered=area), seen))
    assert expected != bench.map
    before = bench.map.copy()
    bench.drag((15, 40), (50, 33), (85, 55), let_go=False)
    bench.key(Qt.Key.Key_Escape)
    bench.release((85, 55))
    bench.at_rest()
    assert bench.map == before
    bench.drag((15, 40), (50, 33), (85, 55))
    bench.at_rest()
    assert bench.map == expected
    assert bench.document.undo_name == tool(tool_id).step


def test_confirm_agrees_with_what_stands_there(bench: Bench) -> None:
    bench.tools.set_tool("confirm")
    before = bench.map.label.copy()
    bench.drag((20, 20), (60, 20))
    assert np.array_equal(bench.map.label, before)
    assert bench.document.undo_name == "Confirm"


def test_polygon(bench: Bench) -> None:
    bench.tools.set_tool("polygon")
    expected = answer(bench, "polygon", Gesture(tuple(bench.under(p) for p in AROUND_THE_BOX)))
    for corner in AROUND_THE_BOX:
        bench.click(corner)
    bench.key(Qt.Key.Key_Return)
    assert bench.map == expected


def test_watershed_answers_its_marks_on_return(bench: Bench) -> None:
    bench.tools.set_tool("watershed")
    bench.tools.set_radius(1)
    first, second, last = (
        ((42.0, 30.0), (54.0, 34.0)),
        ((10.0, 55.0), (80.0, 55.0)),
        ((5.0, 5.0), (9.0, 5.0)),
    )

    def mark(ends: tuple[Point, Point], class_id: int | None) -> Scribble:
        a, b = (snap(bench.under(p), 1) for p in ends)
        return Scribble(stroke_segment(a, b, 1, "round", SIZE), class_id)

    expected = answer(
        bench, "watershed", Gesture(scribbles=(mark(first, 2), mark(second, 0), mark(last, None)))
    )
    bench.drag(*first)
    bench.tools.set_class(0)
    bench.drag(*second)
    bench.drag((5, 20), (80, 20))
    bench.key(Qt.Key.Key_Backspace)
    bench.drag(*last, button=RIGHT)
    assert not bench.document.can_undo
    bench.key(Qt.Key.Key_Return)
    bench.at_rest()
    assert bench.map == expected
    assert bench.map.label[32, 48] == 2
    bench.drag(*first)
    bench.key(Qt.Key.Key_Escape)
    bench.key(Qt.Key.Key_Return)
    bench.at_rest()
    assert bench.map == expected


def test_pick(bench: Bench) -> None:
    bench.tools.set_tool("lasso")
    bench.tools.set_tool("pick")
    bench.click((20, 10))
    assert (bench.tools.tool, bench.tools.class_id) == ("lasso", 1)


@pytest.mark.parametrize("spec", WHOLE_TOOLS, ids=lambda spec: spec.id)
def test_edits_of_the_whole_mask(bench: Bench, spec: ToolSpec) -> None:
    bench.tools.set_tool("rectangle")
    bench.drag((30, 20), (60, 50))
    bench.tools.set_class(1)
    bench.drag((44, 34), (46, 36))
    bench.drag((70, 40), (72, 42))
    bench.tools.set_class(2)
    wanted: dict[str, Value] = {"pixels": 9.0, "radius": 5.0, "reach": "all"}
    for key, value in wanted.items():
        if key in bench.tools.options_of(spec.id):
            bench.tools.set_option(key, value, spec.id)
    expected = answer(bench, spec.id, Gesture())
    assert expected != bench.map
    before = bench.map.copy()
    panel = bench.window.edit_panel
    bench.window.book[f"tool.{spec.id}"].trigger()
    assert panel.isVisible()
    bench.wait(lambda: bench.canvas.preview is not None and bench.canvas.preview.shown is not None)
    assert bench.map == before
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    bench.at_rest()
    assert bench.map == before
    bench.window.book[f"tool.{spec.id}"].trigger()
    QTest.mouseClick(panel.apply_button, LEFT)
    bench.at_rest()
    assert bench.map == expected


# -- keys and buttons


def test_boxes_with_keys_held(bench: Bench) -> None:
    bench.tools.set_tool("rectangle")
    bench.drag((40, 30), (50, 34), keys=SHIFT | ALT)
    painted = np.argwhere(bench.map.provenance == HUMAN)
    (top, left), (bottom, right) = painted.min(axis=0), painted.max(axis=0)
    assert (bottom - top, right - left) == (19, 19)
    assert abs((left + right + 1) / 2 - 40) <= 1
    assert abs((top + bottom + 1) / 2 - 30) <= 1


def test_right_drag_erases_an_area(bench: Bench) -> None:
    bench.tools.set_tool("rectangle")
    bench.drag((10, 10), (60, 50))
    bench.drag((20, 20), (30, 30), button=RIGHT)
    assert bench.map.provenance[25, 25] == 0
    assert bench.map.provenance[12, 12] == HUMAN


def test_shift_and_wheel_turn_the_threshold(bench: Bench) -> None:
    bench.tools.set_tool("smart_brush")
    before = bench.tools.options["threshold"]
    assert isinstance(before, float)
    zoom = bench.canvas.zoom
    bench.wheel((40, 40), 2, SHIFT)
    assert bench.tools.options["threshold"] == pytest.approx(before + 0.1)
    assert bench.canvas.zoom == zoom
    bench.wheel((40, 40), -100, SHIFT)
    assert bench.tools.options["threshold"] == pytest.approx(0.01)


def test_what_is_worked_out_can_be_stopped(bench: Bench) -> None:
    bench.tools.set_tool("grabcut")
    before = bench.map.copy()
    bench.drag(AROUND_THE_BOX[0], AROUND_THE_BOX[2])
    assert bench.session.tools.working == "GrabCut"
    bench.key(Qt.Key.Key_Escape)
    assert bench.session.tools.working == ""
    bench.wait(lambda: not [job for job in bench.session.jobs if job.kind == "tool"])
    assert bench.map == before


@pytest.mark.parametrize("tool_id", ["smart_brush", "superpixel"])
def test_a_tip_larger_than_the_image_does_not_wait_in_the_window(bench: Bench, tool_id: str) -> None:
    bench.tools.set_tool(tool_id)
    bench.tools.set_radius(1024)
    bench.tools.set_class(1)
    area = stroke_segment((48, 32), (48, 32), 1024, "round", SIZE)
    expected = answer(bench, tool_id, Gesture(covered=area))
    bench.drag((48, 32), (50, 32))
    bench.at_rest()
    assert bench.map == expected
    bench.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not bench.document.can_undo
