"""The strip above the canvas says its words wherever the tool in hand leaves the room, and never at an option's cost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from segstudio.ui.app import Studio


def words(studio: Studio) -> set[str]:
    labels = studio.window.tool_options.findChildren(QLabel)
    return {label.text() for label in labels if label.isVisible()}


@pytest.mark.parametrize("width", [1366, 1100])
def test_the_brush_has_its_words_in_a_small_window(opened: Studio, qtbot: QtBot, width: int) -> None:
    window = opened.window
    opened.tools.set_tool("brush")
    window.resize(width, 720)
    qtbot.waitUntil(lambda: {"Size", "Opacity", "55 %"} <= words(opened))
    assert window.tool_options.options.folded == 0


def test_a_tool_with_many_options_takes_the_room_of_the_words(opened: Studio, qtbot: QtBot) -> None:
    window = opened.window
    window.resize(1100, 720)
    QTest.keyClick(window.canvas, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: "Opacity" in words(opened))
    opened.tools.set_tool("superpixel")
    qtbot.waitUntil(lambda: "Opacity" not in words(opened))
    QTest.keyClick(window.canvas, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: {"Size", "Opacity"} <= words(opened))


def test_what_is_typed_for_a_tool_survives_a_window_that_is_resized(opened: Studio, qtbot: QtBot) -> None:
    window = opened.window
    opened.tools.set_tool("superpixel")
    control = window.tool_options.options._items[-1].control
    for width in (1270, 1260, 1250):
        window.resize(width, 720)
        qtbot.waitUntil(lambda width=width: window.tool_options.width() == width)  # type: ignore[misc]  # bound now
    assert window.tool_options.options._items[-1].control is control, "made anew amid typing"
