"""What the hand holds is heard once per change, and remembered."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from segstudio.core.settings import Settings
from segstudio.labels.options import MODE
from segstudio.ui.canvas.hand import hints
from segstudio.ui.hand_tools import HAND_TOOLS
from segstudio.ui.tool_state import MAX_RADIUS, MIN_RADIUS, ToolState


def test_changes_are_heard_once(qtbot: QtBot) -> None:
    state = ToolState(Settings())
    heard: list[object] = []
    for signal in (state.tool_changed, state.radius_changed, state.shape_changed, state.class_changed):
        signal.connect(heard.append)
    for _ in range(2):
        state.set_tool("eraser")
        state.set_radius(7.5)
        state.set_shape("square")
        state.set_class(4)
    assert heard == ["eraser", 7.5, "square", 4]


def test_the_hand_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    state = ToolState(settings)
    state.set_tool("fill")
    state.set_radius(33)
    state.set_shape("square")
    settings.save()
    again = ToolState(Settings(tmp_path / "settings.json"))
    assert (again.tool, again.radius, again.shape) == ("fill", 33, "square")


def test_an_unknown_tool_in_the_settings_is_the_brush(qtbot: QtBot) -> None:
    settings = Settings()
    settings.set("tool.id", "airbrush")
    assert ToolState(settings).tool == "brush"


def test_nonsense_is_refused(qtbot: QtBot) -> None:
    state = ToolState(Settings())
    with pytest.raises(KeyError):
        state.set_tool("airbrush")
    with pytest.raises(KeyError):
        state.set_shape("star")
    with pytest.raises(ValueError, match="class id"):
        state.set_class(256)
    assert (state.tool, state.shape, state.class_id) == ("brush", "round", 0)


def test_the_radius_steps_up_and_down_within_its_limits(qtbot: QtBot) -> None:
    state = ToolState(Settings())
    state.set_radius(0)
    assert state.radius == MIN_RADIUS
    seen = [state.radius]
    for _ in range(60):
        state.step_radius(1)
        seen.append(state.radius)
    assert seen[-1] == MAX_RADIUS
    rising = seen[: seen.index(MAX_RADIUS) + 1]
    assert all(b > a for a, b in itertools.pairwise(rising))
    for _ in range(60):
        state.step_radius(-1)
    assert state.radius == MIN_RADIUS
    state.step_radius(0.25)
    assert state.radius > MIN_RADIUS


def test_after_picking_the_former_tool_comes_back(qtbot: QtBot) -> None:
    state = ToolState(Settings())
    state.set_tool("polygon")
    state.set_tool("pick")
    state.set_tool("pick")
    state.back_to_previous_tool()
    assert state.tool == "polygon"
    settings = Settings()
    settings.set("tool.id", "pick")
    fresh = ToolState(settings)
    fresh.back_to_previous_tool()
    assert fresh.tool == "brush"


def test_every_tool_has_a_hint(qtbot: QtBot) -> None:
    texts = [hints.tool_hint(spec, "tree", spec.options_with({})) for spec in HAND_TOOLS]
    assert len(set(texts)) == len(HAND_TOOLS)
    assert all(text and "{" not in text for text in texts)
    for spec in HAND_TOOLS:
        for mode, _ in MODE.choices if spec.selects else ():
            assert "{" not in hints.tool_hint(spec, "tree", {"mode": mode})
