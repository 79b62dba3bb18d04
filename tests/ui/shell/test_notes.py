"""A note about several images: what each of them had is never lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from segstudio.ui.app import Studio
from segstudio.ui.dialogs.note import NoteDialog
from tests.ui.shell.modal import in_dialog

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOTED = ["image_1", "image_2", "image_3"]


def _note(studio: Studio, act: Callable[[NoteDialog], None]) -> None:
    """Act in the dialog about the selected images, then keep."""

    def act_and_keep(dialog: NoteDialog) -> None:
        act(dialog)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return, CONTROL)

    studio.window.images.select(NOTED)
    seen = in_dialog(NoteDialog, act_and_keep)
    QTest.keyClick(studio.window.canvas, Qt.Key.Key_N, CONTROL | SHIFT)
    assert seen


def _notes(studio: Studio) -> list[str]:
    return [studio.session.marks.get(key).note for key in NOTED]


@pytest.fixture
def noted(opened: Studio) -> Studio:
    opened.session.marks.set_note(["image_1"], "kerb?")
    opened.session.marks.set_note(["image_2"], "blurred")
    return opened


def test_keeping_without_typing_changes_none_of_the_different_notes(noted: Studio) -> None:
    words: list[str] = []

    def read(dialog: NoteDialog) -> None:
        words.extend([dialog.text, dialog.field.placeholderText()])

    _note(noted, read)
    assert words == ["", "2 different notes; nothing changes unless you type"]
    assert _notes(noted) == ["kerb?", "blurred", ""]


def test_what_is_typed_is_added_to_different_notes(noted: Studio) -> None:
    _note(noted, lambda dialog: QTest.keyClicks(dialog.field, "ask Ada"))
    assert _notes(noted) == ["kerb?\nask Ada", "blurred\nask Ada", "ask Ada"]


def test_a_note_that_all_have_is_edited_and_can_be_taken_away(opened: Studio) -> None:
    opened.session.marks.set_note(NOTED, "kerb?")
    seen: list[str] = []

    def retype(dialog: NoteDialog) -> None:
        seen.append(dialog.text)
        QTest.keyClick(dialog.field, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(dialog.field, Qt.Key.Key_Delete)

    _note(opened, retype)
    assert seen == ["kerb?"]
    assert _notes(opened) == ["", "", ""]


def test_where_only_some_have_a_note_the_dialog_says_so(opened: Studio) -> None:
    opened.session.marks.set_note(["image_2"], "blurred")
    words: list[str] = []
    _note(opened, lambda dialog: words.append(dialog.field.placeholderText()))
    assert words == ["Only some have a note; nothing changes unless you type"]
    assert _notes(opened) == ["", "blurred", ""]
