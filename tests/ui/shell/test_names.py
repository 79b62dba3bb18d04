"""What can take the focus has a name for those who do not see it: everywhere in the window and in every dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from segstudio.core.classes import table_of
from segstudio.engine.desks.mapping_desk import MappingView
from segstudio.engine.views import RETRY_SAVE, Level, Message
from segstudio.ui.app import Studio
from segstudio.ui.controls.select import Select
from segstudio.ui.dialogs.about import AboutDialog
from segstudio.ui.dialogs.class_editor.dialog import ClassEditor
from segstudio.ui.dialogs.class_mapping import ClassMappingDialog
from segstudio.ui.dialogs.discard import DiscardDialog
from segstudio.ui.dialogs.export import ExportDialog, ReportDialog
from segstudio.ui.dialogs.key_editor import KeyEditor
from segstudio.ui.dialogs.labels_folder import LabelsFolderDialog
from segstudio.ui.dialogs.note import NoteDialog
from segstudio.ui.dialogs.shortcuts import ShortcutsDialog
from segstudio.ui.dialogs.unsaved import UnsavedDialog
from segstudio.ui.hand_tools import HAND_TOOLS, WHOLE_TOOLS


def nameless(root: QWidget) -> list[str]:
    """Widgets that Tab or a click can give the focus to, and that a screen reader could only call by their kind."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        inside = (
            isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QKeySequenceEdit)
            and widget.focusProxy() is not None
        )
        silent = isinstance(widget, QLabel | QPushButton) and not (widget.isVisible() or widget.text())
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or inside or silent:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            parents, above = [], widget.parentWidget()
            while above is not None:
                parents.append(type(above).__name__)
                above = above.parentWidget()
            found.append(f"{type(widget).__name__} {widget.objectName()!r} in {' < '.join(parents)}")
    return found


def test_everything_in_the_window_has_a_name(opened: Studio, qtbot: QtBot) -> None:
    window = opened.window
    for spec in HAND_TOOLS:
        opened.tools.set_tool(spec.id)
        assert nameless(window) == [], spec.id
    for action in ("view.history", "view.display", "model.inspect", "view.jobs", "view.swipe"):
        window.book[action].trigger()
    for spec in WHOLE_TOOLS:
        window.book[f"tool.{spec.id}"].trigger()
        assert nameless(window) == []
    window.banner.show_message(Message(Level.ERROR, "It went wrong.", RETRY_SAVE))
    assert window.banner.action.isVisible()
    assert nameless(window) == []
    palette = window.help.open_palette()
    assert nameless(palette) == []
    palette.close()


def test_the_start_page_has_names(studio: Studio) -> None:
    assert nameless(studio.window) == []


def mapping(_studio: Studio) -> QDialog:
    source, target = table_of(["road", "sky", "boat"]), table_of(["road", "sky"])
    return ClassMappingDialog(MappingView("model", source, target, {}))


def editor(studio: Studio) -> QDialog:
    assert studio.session.table is not None
    return ClassEditor(studio.session.table, studio.session.classes)


DIALOGS: dict[str, Callable[[Studio], QDialog]] = {
    "about": lambda _studio: AboutDialog(),
    "classes": editor,
    "mapping": mapping,
    "discard": lambda _studio: DiscardDialog("Discard?", "It is gone then."),
    "export": lambda _studio: ExportDialog(Path("out"), 3, 1),
    "report": lambda _studio: ReportDialog(Path("out")),
    "keys": lambda studio: KeyEditor(studio.window.book.bindings),
    "labels": lambda _studio: LabelsFolderDialog(Path("images"), Path("labels"), True),
    "note": lambda _studio: NoteDialog("image_1", ""),
    "shortcuts": lambda studio: ShortcutsDialog(studio.window.book.bindings),
    "unsaved": lambda _studio: UnsavedDialog(["image_1", "image_2"]),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_everything_in_a_dialog_has_a_name(opened: Studio, qtbot: QtBot, name: str) -> None:
    dialog = DIALOGS[name](opened)
    qtbot.addWidget(dialog)
    dialog.show()
    for box in dialog.findChildren(Select):
        box.showPopup()
        box.hidePopup()
    assert nameless(dialog) == []
    dialog.done(0)
