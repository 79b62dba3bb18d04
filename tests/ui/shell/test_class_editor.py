"""Editing classes in the window: keys and clicks, nothing before 'Apply', what is refused says why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QInputDialog, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from segstudio.core.label_png import read_label, write_label
from segstudio.core.presets import PRESETS
from segstudio.ui.app import Studio
from segstudio.ui.controls.select import Select
from segstudio.ui.dialogs.class_editor import dialog as dialog_module
from segstudio.ui.dialogs.class_editor.dialog import COMPACT, ClassEditor
from segstudio.ui.dialogs.discard import DiscardDialog
from segstudio.ui.dialogs.form import FormDialog
from tests.ui.windows import TABLE


def _names(dialog: ClassEditor) -> list[str]:
    return [c.name for c in dialog.table.classes]


def test_a_class_is_added_named_moved_and_taken_back(editor: ClassEditor, qtbot: QtBot) -> None:
    QTest.mouseClick(editor.add, Qt.MouseButton.LeftButton)
    field = editor.view.viewport().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "pole")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: _names(editor) == ["ground", "sky", "thing", "pole"]
    )  # delegates commit in their own time
    editor.view.setFocus()
    QTest.keyClick(editor.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _names(editor) == ["ground", "sky", "pole", "thing"]
    assert editor.table.classes[2].id == 3
    for _ in range(3):
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _names(editor) == ["ground", "sky", "thing"]
    assert not editor.apply.isEnabled()


def test_what_is_refused_says_why_and_changes_nothing(editor: ClassEditor) -> None:
    model = editor.view.model()
    assert not model.setData(model.index(0, 0), " SKY ")
    assert editor.problem.isVisible()
    assert "SKY" in editor.problem.text()
    assert _names(editor) == ["ground", "sky", "thing"]


def test_use_counts_merged_classes_with_what_they_count_as(editor: ClassEditor) -> None:
    model = editor.view.model()
    pixels = [str(model.index(row, 3).data()) for row in range(3)]
    assert [int("".join(c for c in p if c.isdigit())) for p in pixels] == [2400, 2400, 0]
    editor.select(0)
    editor.merge(1)
    assert _names(editor) == ["sky", "thing"]
    assert editor.class_id == 1
    assert "".join(c for c in str(model.index(0, 3).data()) if c.isdigit()) == "4800"
    assert editor.leftovers.isVisible()
    editor.search.setText("thi")
    assert model.rowCount() == 1


def _answer_question(yes: bool, asked: list[str]) -> None:
    """To the next question about discarding."""

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, DiscardDialog)
        asked.append(question.windowTitle())
        QTest.mouseClick(question.primary if yes else question.cancel, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, answer)


def test_escape_asks_before_a_draft_is_lost(editor: ClassEditor) -> None:
    asked: list[str] = []
    editor.shift(1)
    _answer_question(False, asked)
    QTest.keyClick(editor.view, Qt.Key.Key_Escape)
    assert asked == ["Discard the changes of the classes?"]
    assert editor.isVisible()
    assert _names(editor) == ["sky", "ground", "thing"]
    _answer_question(True, asked)
    editor.close()
    assert len(asked) == 2
    assert not editor.isVisible()
    assert editor.result() == QDialog.DialogCode.Rejected


def test_escape_closes_at_once_when_nothing_was_changed(editor: ClassEditor) -> None:
    editor.shift(1)
    editor.undo.click()
    QTest.keyClick(editor.view, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_nothing_holds_before_apply(opened: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    studio = opened

    def answer(result: int) -> Callable[[ClassEditor], int]:
        def run(dialog: ClassEditor) -> int:
            dialog.recolour(1, QColor(1, 2, 3))
            dialog.done(result)
            return result

        return run

    monkeypatch.setattr(ClassEditor, "exec", answer(QDialog.DialogCode.Rejected))
    studio.window.book["edit.classes"].trigger()
    assert studio.session.table == TABLE
    monkeypatch.setattr(ClassEditor, "exec", answer(QDialog.DialogCode.Accepted))
    studio.window.book["edit.classes"].trigger()
    assert studio.session.table is not None
    assert studio.session.table.colour_of(1) == (1, 2, 3)


def test_values_that_no_class_has_are_offered_and_mapped(
    studio: Studio, folder: Path, qtbot: QtBot
) -> None:
    label = np.zeros((60, 80), np.uint8)
    label[:10] = 9
    write_label(folder / "labels" / "image_1.png", label, TABLE)
    studio.session.open_folder(folder)
    qtbot.waitUntil(lambda: studio.session.document is not None, timeout=10_000)
    assert studio.window.banner.action.text() == "Edit classes…"
    assert studio.session.table is not None
    dialog = ClassEditor(studio.session.table, studio.session.classes, studio.window)
    qtbot.addWidget(dialog, before_close_func=lambda left: left.done(QDialog.DialogCode.Rejected))
    dialog.show()
    qtbot.waitUntil(lambda: dialog.leftovers.open_values == [9])
    choice = dialog.leftovers.findChild(Select)
    assert isinstance(choice, Select)
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_T)
    assert dialog.leftovers.open_values == []
    before = studio.session.document
    studio.session.classes.apply(dialog.table)
    qtbot.waitUntil(lambda: studio.session.document not in {None, before})
    assert studio.session.document is not None
    assert (studio.session.document.label_map.label[:10] == 2).all()


def test_the_panel_s_menu_renames_and_merges(
    opened: Studio, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    studio = opened
    menu = QMenu()
    qtbot.addWidget(menu)
    studio.window.classes.menu_filled.emit(menu, 1)
    words = {action.text(): action for action in menu.actions()}
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_named: ("heaven", True))
    words["Rename…"].trigger()
    assert studio.session.table is not None
    assert studio.session.table.name_of(1) == "heaven"
    before = studio.session.document
    studio.window.class_commands.merge(2, 0)
    qtbot.waitUntil(lambda: studio.session.document not in {None, before})
    assert studio.session.table is not None
    assert [c.id for c in studio.session.table.classes] == [0, 1]


def test_rewriting_asks_and_numbers_the_classes(
    opened: Studio, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    studio = opened

    def edit(dialog: ClassEditor) -> int:
        dialog.select(0)
        dialog.merge(2)
        dialog.done(COMPACT)
        return COMPACT

    def agree() -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, FormDialog))
        check = dialog.findChild(QCheckBox)
        assert isinstance(check, QCheckBox)
        check.setChecked(True)
        QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    monkeypatch.setattr(ClassEditor, "exec", edit)
    QTimer.singleShot(0, agree)
    studio.window.book["edit.classes"].trigger()
    qtbot.waitUntil(
        lambda: not studio.session.classes.busy and studio.session.document is not None, timeout=20_000
    )
    assert studio.session.table is not None
    assert [(c.id, c.name) for c in studio.session.table.classes] == [(0, "sky"), (1, "thing")]
    label = read_label(folder / "labels" / "image_1.png")
    assert (label[:30] == 0).all()
    assert (label[30:] == 1).all()


def test_tables_come_from_presets_and_files_and_go_to_files(
    editor: ClassEditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {action.text(): action for action in editor.tables.actions()}
    for name, table in PRESETS.items():
        words[f"{name}: {len(table)} classes"].trigger()
        assert editor.table == table
    file = tmp_path / "classes.txt"
    monkeypatch.setattr(dialog_module, "ask_save_file", lambda *_args: file)
    monkeypatch.setattr(dialog_module, "ask_file", lambda *_args: file)
    while editor.undo.isEnabled():
        QTest.mouseClick(editor.undo, Qt.MouseButton.LeftButton)
    words["Export…"].trigger()
    file.write_text(file.read_text(encoding="utf-8").replace("sky", "heaven"), encoding="utf-8")
    words["Import…"].trigger()
    assert _names(editor) == ["ground", "heaven", "thing"]
    file.write_bytes(b"\xff\xfe\x00")
    words["Import…"].trigger()
    assert "no class table" in editor.problem.text()
    assert _names(editor) == ["ground", "heaven", "thing"]


def test_merged_and_deleted_classes_are_restored_by_their_buttons(editor: ClassEditor) -> None:
    editor.select(2)
    editor.merge(0)
    editor.view.setFocus()
    editor.select(1)
    QTest.keyClick(editor.view, Qt.Key.Key_Delete)
    assert _names(editor) == ["ground"]
    for name in ("thing", "sky"):
        back = next(
            b for b in editor.leftovers.findChildren(QPushButton) if b.accessibleName() == f"Restore {name}"
        )
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sorted(_names(editor)) == ["ground", "sky", "thing"]
    assert not editor.leftovers.isVisible()
