"""Typing the name of a class: the hands stay where they are, and a name that is refused says why in its own room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from segstudio.ui.dialogs.class_editor.dialog import ClassEditor

LEFT = Qt.MouseButton.LeftButton


def _type_name(editor: ClassEditor, name: str) -> QLineEdit:
    """F2 on the chosen class, and the name over the former one."""
    editor.view.setFocus()
    QTest.keyClick(editor.view, Qt.Key.Key_F2)
    field = editor.view.viewport().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, name)
    return field


def _names(editor: ClassEditor) -> list[str]:
    return [c.name for c in editor.table.classes]


def _row(editor: ClassEditor, row: int) -> QPoint:
    return editor.view.visualRect(editor.view.model().index(row, 0)).center()


def test_after_a_name_the_focus_is_on_its_row(editor: ClassEditor, qtbot: QtBot) -> None:
    editor.select(1)
    QTest.keyClick(_type_name(editor, "heaven"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _names(editor) == ["ground", "heaven", "thing"])
    qtbot.waitUntil(lambda: editor.focusWidget() is editor.view)
    assert editor.class_id == 1
    QTest.keyClick(editor.view, Qt.Key.Key_Down)
    assert editor.class_id == 2


def test_also_when_the_filter_no_longer_lists_it(editor: ClassEditor, qtbot: QtBot) -> None:
    QTest.keyClicks(editor.search, "sk")
    editor.select(1)
    QTest.keyClick(_type_name(editor, "heaven"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _names(editor) == ["ground", "heaven", "thing"])
    qtbot.waitUntil(lambda: editor.focusWidget() is editor.view)


def test_figures_that_come_meanwhile_do_not_end_the_typing(editor: ClassEditor) -> None:
    editor.select(1)
    field = _type_name(editor, "heav")
    editor._counted()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert editor.view.viewport().findChild(QLineEdit) is field
    assert field.text() == "heav"


def test_a_refused_name_moves_no_button_and_is_over_with_another_class(
    editor: ClassEditor, qtbot: QtBot
) -> None:
    editor.select(1)
    before = editor.merge_into.geometry(), editor.apply.geometry()
    QTest.keyClick(_type_name(editor, "Ground"), Qt.Key.Key_Return)
    qtbot.waitUntil(editor.problem.isVisible)
    QApplication.processEvents()
    assert (editor.merge_into.geometry(), editor.apply.geometry()) == before
    assert "Ground" in editor.problem.text()
    QTest.mouseClick(editor.view.viewport(), LEFT, pos=_row(editor, 2))
    assert editor.class_id == 2
    assert not editor.problem.isVisible()


def test_a_name_that_is_refused_by_clicking_elsewhere_still_says_why(
    editor: ClassEditor, qtbot: QtBot
) -> None:
    editor.activateWindow()
    editor.select(1)
    _type_name(editor, "Ground")
    QTest.mouseClick(editor.view.viewport(), LEFT, pos=_row(editor, 2))
    qtbot.waitUntil(editor.problem.isVisible)
    assert editor.class_id == 2
