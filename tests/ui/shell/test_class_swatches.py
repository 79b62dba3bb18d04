"""The class editor shows a class in the colour that it has."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from segstudio.core.classes import ClassTable, table_of
from segstudio.ui.app import Studio
from segstudio.ui.dialogs.class_editor.dialog import ClassEditor

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def vivid() -> ClassTable:
    table = table_of(["first", "second"])
    return replace(table, classes=tuple(replace(c, colour=(230, 40, 200)) for c in table.classes))


def test_a_class_has_its_colour_also_while_it_is_selected(
    opened: Studio, qtbot: QtBot, vivid: ClassTable
) -> None:
    editor = ClassEditor(vivid, opened.session.classes, opened.window)
    qtbot.addWidget(editor)
    editor.show()
    view = editor.view
    rect = view.visualRect(view.model().index(1, 0))
    QTest.mouseClick(view.viewport(), LEFT, pos=rect.center())
    assert editor.class_id == 1
    shown = view.viewport().grab(rect).toImage()
    colours = {shown.pixelColor(x, y).name() for x in range(30) for y in range(shown.height())}
    assert QColor(*vivid.classes[1].colour).name() in colours
