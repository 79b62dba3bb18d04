"""Merging a class: the other one is found by typing, and no slip of the mouse merges."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from segstudio.core.classes import table_of
from segstudio.ui.app import Studio
from segstudio.ui.dialogs.class_editor.chooser import ClassChooser
from segstudio.ui.dialogs.class_editor.dialog import ClassEditor
from tests.ui.shell.modal import in_dialog

LEFT = Qt.MouseButton.LeftButton
MANY = table_of([f"class {n}" for n in range(150)])


def _click(editor: ClassEditor) -> None:
    QTest.mouseClick(editor.merge_into, LEFT)


def test_a_class_is_found_by_typing_and_merged_with_return(editor: ClassEditor) -> None:
    editor.select(2)
    listed: list[list[str]] = []

    def choose(dialog: ClassChooser) -> None:
        listed.append(dialog.names)
        assert not dialog.primary.isEnabled(), "nothing is chosen yet"
        QTest.keyClicks(dialog.search, "SK")
        listed.append(dialog.names)
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)

    in_dialog(ClassChooser, choose)
    _click(editor)
    assert listed == [["ground", "sky"], ["sky"]]
    assert [c.name for c in editor.table.classes] == ["ground", "sky"]
    assert editor.table.lookup[2] == 1


def test_one_click_on_a_class_merges_nothing(editor: ClassEditor) -> None:
    editor.select(2)

    def slip(dialog: ClassChooser) -> None:
        where = dialog.list.visualItemRect(dialog.list.item(0)).center()
        QTest.mouseClick(dialog.list.viewport(), LEFT, pos=where)
        assert dialog.isVisible()
        assert dialog.class_id == 0
        QTest.keyClick(dialog.list, Qt.Key.Key_Escape)

    in_dialog(ClassChooser, slip)
    _click(editor)
    assert len(editor.table.classes) == 3


def test_of_many_classes_the_list_stays_within_a_small_window(qtbot: QtBot, studio: Studio) -> None:
    dialog = ClassChooser("Merge", "Which?", "Merge", MANY.classes, studio.window)
    qtbot.addWidget(dialog)
    dialog.show()

    def chosen() -> int | None:
        return dialog.class_id

    assert dialog.height() < 600
    assert dialog.width() < 600
    QTest.keyClicks(dialog.search, "class 14")
    assert dialog.names[0] == "class 14"
    assert chosen() == 14
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert chosen() == 140, "the arrows pass over what is not listed"
    QTest.keyClicks(dialog.search, " nowhere")
    assert chosen() is None
    assert not dialog.primary.isEnabled()
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert len(dialog.names) == 150
    assert chosen() is None


def test_the_class_panel_s_menu_asks_in_the_same_way(opened: Studio, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    opened.window.classes.menu_filled.emit(menu, 2)
    before = opened.session.document

    def choose(dialog: ClassChooser) -> None:
        where = dialog.list.visualItemRect(dialog.list.item(0)).center()
        QTest.mouseClick(dialog.list.viewport(), LEFT, pos=where)
        QTest.mouseClick(dialog.primary, LEFT)

    in_dialog(ClassChooser, choose)
    next(action for action in menu.actions() if action.text() == "Merge into…").trigger()
    qtbot.waitUntil(lambda: opened.session.document not in {None, before})
    assert opened.session.table is not None
    assert [c.name for c in opened.session.table.classes] == ["ground", "sky"]
