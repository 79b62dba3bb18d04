"""What is done on the way out of a dialog in a hurry loses no work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from segstudio.ui.app import Studio
from segstudio.ui.dialogs.class_editor.dialog import ClassEditor
from segstudio.ui.dialogs.discard import DiscardDialog
from tests.ui.shell.modal import in_dialog

LEFT = Qt.MouseButton.LeftButton


def _press(dialog: DiscardDialog, key: Qt.Key) -> None:
    """On what has the focus, as a keyboard does."""
    widget = dialog.focusWidget()
    QTest.keyClick(widget if widget is not None else dialog, key)


def test_escape_and_return_keep_the_edits_of_the_classes(editor: ClassEditor) -> None:
    editor.shift(1)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
        seen = in_dialog(DiscardDialog, lambda dialog, key=key: _press(dialog, key))  # type: ignore[misc]  # bound now
        QTest.keyClick(editor.view, Qt.Key.Key_Escape)
        assert len(seen) == 1
        assert editor.isVisible()
        assert editor.table.classes[0].name == "sky"


def test_the_loud_button_is_the_one_that_loses_nothing(editor: ClassEditor) -> None:
    editor.shift(1)
    said: list[tuple[str, bool]] = []

    def read(dialog: DiscardDialog) -> None:
        said.extend((b.text(), bool(b.property("primary"))) for b in (dialog.cancel, dialog.primary))
        QTest.mouseClick(dialog.primary, LEFT)

    in_dialog(DiscardDialog, read)
    QTest.keyClick(editor.view, Qt.Key.Key_Escape)
    assert said == [("Keep editing", True), ("Discard", False)]
    assert not editor.isVisible()


def test_return_keeps_the_edits_of_an_image(opened: Studio) -> None:
    opened.tools.set_tool("brush")
    opened.tools.set_class(2)
    QTest.mouseClick(opened.window.canvas, LEFT)
    assert opened.session.dirty
    seen = in_dialog(DiscardDialog, lambda dialog: _press(dialog, Qt.Key.Key_Return))
    opened.window.book["file.discard"].trigger()
    assert len(seen) == 1
    assert opened.session.dirty


def test_escape_in_a_filled_filter_takes_the_filter_away(editor: ClassEditor) -> None:
    editor.search.setFocus()
    QTest.keyClicks(editor.search, "thi")
    assert editor.view.model().rowCount() == 1
    QTest.keyClick(editor.search, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.view.model().rowCount() == 3
    QTest.keyClick(editor.search, Qt.Key.Key_Escape)
    assert not editor.isVisible()
