"""Tab goes through every dialog from top to bottom and from left to right, and begins with what is to be filled in."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from segstudio.core.classes import table_of
from segstudio.core.settings import Settings
from segstudio.engine.desks.mapping_desk import MappingView
from segstudio.ui.dialogs.class_editor.dialog import ClassEditor
from segstudio.ui.dialogs.class_mapping import ClassMappingDialog
from segstudio.ui.dialogs.export import ExportDialog, ReportDialog
from segstudio.ui.dialogs.key_editor import KeyEditor
from segstudio.ui.dialogs.note import NoteDialog
from segstudio.ui.dialogs.shortcuts import ShortcutsDialog
from segstudio.ui.key_bindings import KeyBindings

TABLE = table_of(["ground", "sky"])
LINE = 12
"""Widgets whose middles are nearer than this stand in one row."""


def _keys() -> KeyBindings:
    return KeyBindings(Settings())


DIALOGS: dict[str, Callable[[], QDialog]] = {
    "export": lambda: ExportDialog(Path("/photos"), 1, 0),
    "report": lambda: ReportDialog(Path("/photos")),
    "mapping": lambda: ClassMappingDialog(MappingView("a model", TABLE, TABLE, {})),
    "note": lambda: NoteDialog("image_1", [""]),
    "keys": lambda: KeyEditor(_keys()),
    "shortcuts": lambda: ShortcutsDialog(_keys()),
}


def said(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (str(text()) if callable(text) else "")


def stops(dialog: QDialog) -> list[QWidget]:
    """What has the focus, Tab by Tab, until it comes round."""
    found: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in found and len(found) < 40:
        found.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return found


def place(dialog: QDialog, widget: QWidget) -> tuple[int, int]:
    """Row and column; what fills an area counts where it begins."""
    corner = widget.mapTo(dialog, widget.rect().topLeft())
    return corner.y() // LINE, corner.x()


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_follows_the_eye(name: str, themed: QApplication, qtbot: QtBot) -> None:
    dialog = DIALOGS[name]()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    seen = stops(dialog)
    assert len(seen) >= 2
    last = seen[-1]
    for former, following in pairwise(seen):
        (row, x), (next_row, next_x) = place(dialog, former), place(dialog, following)
        assert row < next_row or (abs(row - next_row) <= 1 and x < next_x), (said(former), said(following))
    assert said(last) in {"Export", "Apply", "Keep", "Close"}


def test_an_export_begins_with_its_format_and_return_exports(themed: QApplication, qtbot: QtBot) -> None:
    dialog = ExportDialog(Path("/photos"), 1, 0)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.format.hasFocus)
    assert [said(stop) for stop in stops(dialog)] == [
        "Format", "Folder for the export", "Browse…", "Cancel", "Export",
    ]  # fmt: skip
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.format, Qt.Key.Key_Return)


def test_the_class_editor_has_its_table_first_and_goes_on_below_it(
    editor: ClassEditor, qtbot: QtBot
) -> None:
    qtbot.waitUntil(editor.view.hasFocus)
    names = [said(stop) for stop in stops(editor)]
    assert names[:5] == [
        "Classes",
        "Add a class",
        "Move up (Alt+Up)",
        "Move down (Alt+Down)",
        "Choose its colour",
    ]
    assert names[-2:] == ["Find a class", "Tables"], "what stands above it comes round"
