"""Other keys, and the palette: what is pressed does what it should, and is remembered."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from segstudio.core.settings import Settings
from segstudio.ui.actions import ACTIONS, CANVAS_KEYS
from segstudio.ui.app import Studio
from segstudio.ui.dialogs.command_palette import CommandPalette, Entry, best, likely
from segstudio.ui.dialogs.discard import DiscardDialog
from segstudio.ui.dialogs.key_editor import KeyEditor
from segstudio.ui.dialogs.shortcuts import ShortcutsDialog
from segstudio.ui.key_bindings import KeyBindings, native, sign, users


@pytest.fixture
def editor(opened: Studio, qtbot: QtBot) -> KeyEditor:
    dialog = KeyEditor(opened.window.book.bindings, opened.window)
    qtbot.addWidget(dialog, before_close_func=lambda d: d.done(0))  # without being asked
    dialog.show()
    return dialog


def _press(editor: KeyEditor, keys: str) -> None:
    editor.field.setKeySequence(QKeySequence(keys))
    QTest.mouseClick(editor.give_button, Qt.MouseButton.LeftButton)


def test_what_is_searched_is_what_gets_the_keys(editor: KeyEditor) -> None:
    def chosen() -> str | None:
        return editor.action_id

    QTest.keyClicks(editor.search, "save and")
    assert chosen() == "file.save_next"
    _press(editor, "Ctrl+9")
    assert editor.keys("file.open") == ("Ctrl+O",)
    assert "Ctrl+9" in editor.keys("file.save_next")
    QTest.keyClicks(editor.search, " no such")
    assert chosen() is None
    assert not editor.clear_button.isEnabled()
    editor.search.clear()
    assert chosen() is not None


def test_another_key_does_it_and_is_remembered(opened: Studio, editor: KeyEditor, qtbot: QtBot) -> None:
    editor.choose("tool.eraser")
    QTest.mouseClick(editor.clear_button, Qt.MouseButton.LeftButton)
    QTest.keyClick(editor.field, Qt.Key.Key_X)
    QTest.mouseClick(editor.give_button, Qt.MouseButton.LeftButton)
    assert opened.window.book["tool.eraser"].shortcut().toString() == "E"  # a draft yet
    editor.accept()
    window = opened.window
    opened.tools.set_tool("brush")
    window.activateWindow()  # a display does that when a dialog closes
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.canvas, Qt.Key.Key_E)
    assert opened.tools.tool == "brush"
    QTest.keyClick(window.canvas, Qt.Key.Key_X)
    assert opened.tools.tool == "eraser"
    assert "X" in window.tool_strip.slot("eraser").toolTip()
    assert KeyBindings(opened.settings).keys("tool.eraser") == ("X",)
    sheet = ShortcutsDialog(window.book.bindings, window)
    assert "X" in [label.text() for label in sheet.findChildren(QLabel)]
    sheet.deleteLater()


def test_the_class_list_shows_the_keys_as_they_are(opened: Studio) -> None:
    window = opened.window
    bindings, model = window.book.bindings, window.classes.view.model()

    def spoken() -> list[str]:
        return [str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(4)]

    assert ["key 1" in spoken()[0], "key 4" in spoken()[3]] == [True, True]
    bindings.replace({"class.1": ("Ctrl+Alt+1",), "class.2": ()})
    window.grab()
    assert "key Ctrl+Alt+1" in spoken()[0]
    assert "key" not in spoken()[1]
    assert "key 3" in spoken()[2]


def test_keys_with_shift_are_short_where_there_is_little_room() -> None:
    assert [sign(native((keys,))) for keys in ("Shift+0", "Ctrl+Shift+0", "7", "Shift+F2")] == [
        "⇧0", native(("Ctrl+Shift+0",)), "7", "⇧F2",
    ]  # fmt: skip


def test_a_key_that_somebody_has_is_named_and_taken_from_there(editor: KeyEditor) -> None:
    editor.choose("tool.eraser")
    editor.field.setKeySequence(QKeySequence("B"))
    assert "Brush" in editor.conflict.text()
    QTest.mouseClick(editor.give_button, Qt.MouseButton.LeftButton)
    assert editor.keys("tool.eraser") == ("E", "B")
    assert editor.keys("tool.brush") == ()
    editor.choose("tool.brush")
    QTest.mouseClick(editor.reset_button, Qt.MouseButton.LeftButton)
    assert editor.keys("tool.brush") == ("B",)
    assert editor.keys("tool.eraser") == ("E",)


@pytest.mark.parametrize(
    "key", ["Space", "Shift+Space", "Left", "Shift+Up", "Alt+Shift+Down", "+", "-", "Tab"]
)
def test_a_key_of_the_canvas_itself_is_named(editor: KeyEditor, key: str) -> None:
    editor.choose("tool.eraser")
    editor.field.setKeySequence(QKeySequence(key))
    assert "by itself" in editor.conflict.text()
    assert "taken from there" in editor.conflict.text()


def test_keys_that_the_canvas_keeps_while_it_works_are_named(editor: KeyEditor) -> None:
    editor.choose("tool.eraser")
    editor.field.setKeySequence(QKeySequence("Backspace"))
    assert "while a tool is at work" in editor.conflict.text()
    editor.field.setKeySequence(QKeySequence("Home"))
    assert "Fit in window" in editor.conflict.text()
    editor.choose("view.fit")
    editor.clear_keys()
    editor.choose("tool.eraser")
    assert "by itself: Fit in window" in editor.conflict.text(), "the canvas has it also without the action"
    editor.field.setKeySequence(QKeySequence("F8"))
    assert editor.conflict.text() == ""


def test_every_key_of_the_canvas_is_one_that_qt_knows() -> None:
    for row in CANVAS_KEYS:
        assert all(QKeySequence(key).toString() for key in row.keys), row.words
        assert row.shown or row.keys


@pytest.mark.parametrize("size", [None, (10, 10), (640, 400), (1400, 900)])
def test_no_key_is_cut_off_on_the_sheet(opened: Studio, qtbot: QtBot, size: tuple[int, int] | None) -> None:
    sheet = ShortcutsDialog(opened.window.book.bindings, opened.window)
    qtbot.addWidget(sheet)
    if size is not None:
        sheet.resize(*size)
    sheet.show()
    qtbot.waitExposed(sheet)
    scroll = sheet.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    page, room = scroll.widget(), scroll.viewport().width()
    assert page is not None
    assert page.width() <= room
    labels = page.findChildren(QLabel)
    assert len([label for label in labels if label.objectName() == "key_hint"]) > 60
    for label in labels:
        left = label.mapTo(page, label.rect().topLeft()).x()
        assert left >= 0
        assert left + label.width() <= room
        fits = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert label.height() >= fits, label.text()
        assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()


def test_the_sheet_follows_other_keys_of_classes(opened: Studio) -> None:
    bindings = opened.window.book.bindings

    def rows() -> list[str]:
        sheet = ShortcutsDialog(bindings, opened.window)
        texts = [label.text() for label in sheet.findChildren(QLabel)]
        sheet.deleteLater()
        return [f"{a}: {b}" for a, b in pairwise(texts) if a.startswith("Class ")]

    assert rows() == ["Class 1–9: 1 … 9", "Class 10–19: Shift+0 … 9"]
    bindings.replace({"class.3": ("X",), "class.12": ()})
    assert rows() == [
        "Class 1: 1", "Class 2: 2", "Class 3: X", "Class 4–9: 4 … 9",
        "Class 10: Shift+0", "Class 11: Shift+1", "Class 13–19: Shift+3 … 9",
    ]  # fmt: skip


def test_escape_asks_before_other_keys_are_lost(editor: KeyEditor) -> None:
    editor.choose("tool.eraser")
    editor.clear_keys()
    asked: list[DiscardDialog] = []

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, DiscardDialog)
        asked.append(question)
        QTest.keyClick(question, Qt.Key.Key_Escape)

    QTimer.singleShot(0, answer)
    QTest.keyClick(editor.list, Qt.Key.Key_Escape)
    assert asked
    assert editor.isVisible()
    editor.reset_all()
    QTest.keyClick(editor.list, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_all_keys_can_be_as_they_were(opened: Studio, editor: KeyEditor) -> None:
    for action_id, keys in (("file.save", "Ctrl+Alt+S"), ("edit.undo", "Backspace")):
        editor.choose(action_id)
        _press(editor, keys)
    editor.accept()
    assert len(opened.settings.texts("keys.rebound")) == 2
    again = KeyEditor(opened.window.book.bindings, opened.window)
    again.reset_all()
    again.accept()
    again.deleteLater()
    assert opened.settings.texts("keys.rebound") == []
    assert opened.window.book["edit.undo"].shortcut().toString() == "Ctrl+Z"


def test_the_held_key_can_be_another(opened: Studio, editor: KeyEditor, qtbot: QtBot) -> None:
    editor.choose("view.hide_mask")
    editor.clear_keys()
    _press(editor, "Y")
    editor.accept()
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    hidden: list[bool] = []
    opened.window.canvas.mask_hidden_changed.connect(hidden.append)
    for key in (Qt.Key.Key_H, Qt.Key.Key_Y):
        QTest.keyPress(opened.window.canvas, key)
        QTest.keyRelease(opened.window.canvas, key)
    assert hidden == [True, False]


def test_settings_that_make_no_sense_are_passed_over() -> None:
    settings = Settings()
    settings.set("keys.rebound", ["no.such\tA", "file.save\tnonsense+++\tF5\tF5", "edit.undo", ""])
    bindings = KeyBindings(settings)
    assert bindings.keys("file.save") == ("F5",)
    assert bindings.keys("edit.undo") == ()
    assert bindings.keys("file.open") == ("Ctrl+O",)


@given(
    st.dictionaries(
        st.sampled_from([spec.id for spec in ACTIONS]),
        st.lists(st.sampled_from(["A", "Ctrl+B", "F7", "Shift+F7", "Alt+Up"]), max_size=3).map(tuple),
        max_size=6,
    )
)
def test_bindings_come_back_from_the_settings_as_they_were(wanted: dict[str, tuple[str, ...]]) -> None:
    settings = Settings()
    bindings = KeyBindings(settings)
    bindings.replace(wanted)
    assert KeyBindings(settings).all() == bindings.all()
    for action_id, keys in wanted.items():
        assert bindings.keys(action_id) == tuple(dict.fromkeys(keys))
        for key in keys:
            assert action_id in users(bindings.all(), key)


def test_the_palette_finds_how_the_model_looks(opened: Studio) -> None:
    opened.session.looks.set("full_size", True)
    palette = opened.window.help.open_palette()
    QTest.keyClicks(palette.field, "propose 90")
    assert palette.titles == ["Propose: Where 90 % sure"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened.settings.text("model.propose") == "90"
    palette = opened.window.help.open_palette()
    QTest.keyClicks(palette.field, "full size of")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not opened.session.looks.get("full_size")


def test_the_palette_finds_actions_classes_and_images(opened: Studio, qtbot: QtBot) -> None:
    window = opened.window
    QTest.keyClick(window.canvas, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = next(w for w in QApplication.topLevelWidgets() if isinstance(w, CommandPalette))
    QTest.keyClicks(palette.field, "thin")
    assert palette.titles[0] == "thing"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened.tools.class_id == 2
    palette = window.help.open_palette()
    QTest.keyClicks(palette.field, "image_10")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.session.current is not None and opened.session.current.key == "image_10")
    palette = window.help.open_palette()
    QTest.keyClicks(palette.field, "zzz")
    assert palette.titles == []
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_the_palette_offers_only_what_can_be_done(studio: Studio) -> None:
    palette = studio.window.help.open_palette()
    assert "Open folder" in palette.titles
    assert "Save" not in palette.titles
    palette.close()


def test_the_likeliest_comes_first() -> None:
    titles = ["Open folder", "Zoom out", "Outline", "Reset layout", "Undo"]
    entries = [Entry(title, "View" if title == "Undo" else "", "", lambda: None) for title in titles]
    assert [e.title for e in best(entries, "out")] == ["Outline", "Zoom out", "Reset layout"]
    assert [e.title for e in best(entries, "view undo")] == ["Undo"]
    labels = [Entry(title, "", "", lambda: None) for title in ("Labels folder", "Label")]
    assert [e.title for e in best(labels, "label")] == ["Label", "Labels folder"], (
        "what was typed comes first"
    )
    assert len(best(entries, "", most=3)) == 3


def test_of_many_images_those_that_begin_with_the_word_come_first() -> None:
    names = [f"north/{n}" for n in range(200)] + [f"{n}" for n in range(200)]
    assert likely(names, "") == []
    assert likely(names, "17", most=3) == ["17", "170", "171"]
    assert likely(names, "NORTH 199") == ["north/199"]
    assert likely(names, "99") == ["99", "north/99", "north/199", "199"]
    assert likely(names, "x") == []
