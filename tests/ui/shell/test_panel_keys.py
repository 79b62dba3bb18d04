"""The key that opens a panel closes it again, and what it covered is there as before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from segstudio.engine.desks import inspector
from segstudio.ui.app import Studio
from tests.ui.shell.test_inspector import Inside

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HISTORY, DISPLAY = (Qt.Key.Key_H, CONTROL), (Qt.Key.Key_B, CONTROL)
INSIDE = (Qt.Key.Key_I, SHIFT)


@pytest.fixture(autouse=True)
def quick_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspector, "_open", Inside)


def in_front(studio: Studio) -> list[str]:
    """Of the panels at the right."""
    names = ("classes_dock", "history_dock", "display_dock", "inspector_dock")
    docks = {name: studio.window.docks.dock(name) for name in names}
    return [n for n, dock in docks.items() if dock.isVisible() and not dock.visibleRegion().isEmpty()]


def press(studio: Studio, keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    QTest.keyClick(studio.window.canvas, *keys)


@pytest.mark.parametrize(
    ("keys", "name"), [(HISTORY, "history_dock"), (DISPLAY, "display_dock"), (INSIDE, "inspector_dock")]
)
def test_a_second_press_closes_the_panel(
    opened: Studio, qtbot: QtBot, keys: tuple[Qt.Key, Qt.KeyboardModifier], name: str
) -> None:
    assert in_front(opened) == ["classes_dock"]
    for _ in range(2):
        press(opened, keys)
        qtbot.waitUntil(lambda: in_front(opened) == [name])
        press(opened, keys)
        qtbot.waitUntil(lambda: in_front(opened) == ["classes_dock"])
        assert opened.window.docks.dock(name).isHidden()


def test_what_was_covered_comes_back_whatever_else_is_open(opened: Studio, qtbot: QtBot) -> None:
    press(opened, INSIDE)
    qtbot.waitUntil(lambda: in_front(opened) == ["inspector_dock"])
    opened.window.docks.show("classes_dock")
    qtbot.waitUntil(lambda: in_front(opened) == ["classes_dock"])
    press(opened, HISTORY)
    qtbot.waitUntil(lambda: in_front(opened) == ["history_dock"])
    press(opened, DISPLAY)
    qtbot.waitUntil(lambda: in_front(opened) == ["display_dock"])
    press(opened, DISPLAY)
    qtbot.waitUntil(lambda: in_front(opened) == ["history_dock"])
    press(opened, HISTORY)
    qtbot.waitUntil(lambda: in_front(opened) == ["classes_dock"])


def test_a_panel_behind_another_comes_to_the_front_first(opened: Studio, qtbot: QtBot) -> None:
    press(opened, HISTORY)
    qtbot.waitUntil(lambda: in_front(opened) == ["history_dock"])
    press(opened, DISPLAY)
    qtbot.waitUntil(lambda: in_front(opened) == ["display_dock"])
    press(opened, HISTORY)
    qtbot.waitUntil(lambda: in_front(opened) == ["history_dock"])
    assert not opened.window.docks.dock("display_dock").isHidden()


def test_closing_it_from_within_leaves_the_focus_on_the_canvas(opened: Studio, qtbot: QtBot) -> None:
    press(opened, DISPLAY)
    qtbot.waitUntil(lambda: in_front(opened) == ["display_dock"])
    controls = opened.window.docks.dock("display_dock").findChildren(QWidget)
    inside = next(c for c in controls if c.focusPolicy() & Qt.FocusPolicy.TabFocus and c.isVisible())
    inside.setFocus()
    QTest.keyClick(inside, *DISPLAY)
    qtbot.waitUntil(lambda: in_front(opened) == ["classes_dock"])
    assert opened.window.focusWidget() is opened.window.canvas
