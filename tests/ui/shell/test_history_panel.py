"""The list of steps, and going through it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.core.geometry import Rect
from segstudio.core.provenance import HUMAN
from segstudio.labels.document import Document
from segstudio.labels.patch import Area, Change
from segstudio.labels.tools import TOOLS
from segstudio.ui.app import Studio
from segstudio.ui.icons import glyph
from segstudio.ui.panels.history import STATE_ROLE, STEP_ROLE, HistoryPanel, step_icon


@pytest.fixture
def document(opened: Studio) -> Document:
    """With five steps: each paints one column."""
    found = opened.session.document
    assert found is not None
    for n in range(5):
        area = Area(Rect(n, 0, 1, 9), np.ones((9, 1), np.bool_))
        found.apply(Change(area, 2, HUMAN), "Brush stroke" if n else "Polygon")
    return found


@pytest.fixture
def panel(qtbot: QtBot, studio: Studio, document: Document) -> HistoryPanel:
    studio.window.book["view.history"].trigger()
    found = studio.window.docks.panel("history_dock", HistoryPanel)
    qtbot.waitUntil(lambda: found.isVisible() and found.model.rowCount() == 6)
    return found


def states(panel: HistoryPanel) -> list[str]:
    model = panel.model
    return [model.index(row).data(STATE_ROLE) for row in range(model.rowCount())]


def at(panel: HistoryPanel, row: int) -> QModelIndex:
    return panel.model.index(row)


def test_steps_are_listed_with_name_time_and_place(panel: HistoryPanel) -> None:
    assert at(panel, 0).data() == "Image as opened"
    assert at(panel, 1).data() == "Polygon"
    assert at(panel, 5).data() == "Brush stroke"
    assert states(panel) == ["done"] * 5 + ["current"]
    assert at(panel, 1).data(STEP_ROLE).when > 0
    assert "where the image stands" in at(panel, 5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert panel.list.currentIndex().row() == 5


def test_a_click_goes_there_and_back(qtbot: QtBot, panel: HistoryPanel, document: Document) -> None:
    QTest.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualRect(at(panel, 2)).center()
    )
    qtbot.waitUntil(lambda: document.history.done == 2)
    qtbot.waitUntil(lambda: states(panel) == ["done", "done", "current", "undone", "undone", "undone"])
    assert (document.label_map.label[0, :5] == 2).tolist() == [True, True, False, False, False]
    QTest.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualRect(at(panel, 5)).center()
    )
    qtbot.waitUntil(lambda: states(panel)[-1] == "current")
    assert (document.label_map.label[0, :5] == 2).all()


def test_keys_do_the_same(qtbot: QtBot, panel: HistoryPanel, document: Document) -> None:
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Home)
    assert document.history.done == 5, "looking changes nothing"
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: document.history.done == 0)


def test_a_new_step_forgets_what_was_taken_back(
    qtbot: QtBot, panel: HistoryPanel, document: Document
) -> None:
    panel.go_to(1)
    qtbot.waitUntil(lambda: document.history.done == 1)
    document.apply(Change(Area(Rect(9, 9, 1, 1), np.ones((1, 1), np.bool_)), 2, HUMAN), "Fill region")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    assert at(panel, 2).data() == "Fill region"
    assert states(panel) == ["done", "done", "current"]


def test_another_image_has_steps_of_its_own(qtbot: QtBot, panel: HistoryPanel, studio: Studio) -> None:
    studio.session.next()
    qtbot.waitUntil(lambda: studio.session.document is not None and panel.model.rowCount() == 1)
    assert states(panel) == ["current"]


def test_every_tool_that_makes_steps_has_its_icon() -> None:
    for spec in TOOLS:
        assert glyph(step_icon(spec.step))
    assert glyph(step_icon("Recover unsaved edits"))
    assert glyph(step_icon("what nobody has thought of"))
