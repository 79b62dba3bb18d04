"""Flags, notes and many images at once, by keys and menus; the folder that is there again at the next start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.core.settings import Settings
from segstudio.engine.files.entries import Status
from segstudio.engine.files.marks import Mark, read_marks
from segstudio.ui.app import Studio
from segstudio.ui.commands.images import ACTIONS_OF_IMAGES
from segstudio.ui.dialogs.export import ExportDialog
from segstudio.ui.dialogs.note import NoteDialog
from segstudio.ui.panels.image_rows import Wanted
from segstudio.ui.recent import folder_to_reopen


def _shown(studio: Studio) -> list[str]:
    return [studio.window.images.model.key_at(row) for row in range(studio.window.images.model.rowCount())]


def test_a_key_flags_the_current_image_or_all_that_are_selected(opened: Studio) -> None:
    window, marks = opened.window, opened.session.marks
    QTest.keyClick(window.canvas, Qt.Key.Key_Y)
    assert marks.get("image_1").flagged
    assert window.book["image.flag"].isChecked()
    QTest.keyClick(window.canvas, Qt.Key.Key_Y)
    assert not marks.get("image_1").flagged
    window.images.select(["image_2", "image_3"])
    window.book["image.done"].trigger()
    assert [marks.get(k).done for k in ("image_1", "image_2", "image_3")] == [False, True, True]


def test_notes_are_written_shown_and_found(opened: Studio, qtbot: QtBot) -> None:
    def write() -> None:
        dialog = next(
            w for w in QApplication.topLevelWidgets() if isinstance(w, NoteDialog) and w.isVisible()
        )
        QTest.keyClicks(dialog.field, "kerb <b>?")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, write)
    QTest.keyClick(
        opened.window.canvas,
        Qt.Key.Key_N,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert opened.session.marks.get("image_1").note == "kerb <b>?"
    model = opened.window.images.model
    tip = str(model.index(0).data(Qt.ItemDataRole.ToolTipRole))
    assert "kerb &lt;b&gt;?" in tip
    assert "kerb <b>?" in str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    opened.window.images.set_filter(frozenset(), frozenset({Wanted.NOTED}))
    assert _shown(opened) == ["image_1"]
    opened.session.marks.set_note(["image_1"], "")
    qtbot.waitUntil(lambda: _shown(opened) == [])


def test_the_filter_menu_combines_status_and_marks(opened: Studio) -> None:
    opened.session.marks.set_flagged(["image_2", "image_10"], True)
    menu = opened.window.images.filter_button.menu()
    {action.text(): action for action in menu.actions()}["Flagged"].trigger()
    assert _shown(opened) == ["image_2", "image_10"]
    assert opened.window.images.statuses == frozenset()
    {action.text(): action for action in menu.actions()}["Show all"].trigger()
    assert len(_shown(opened)) == 4


def test_the_context_menu_is_about_what_is_selected(opened: Studio, qtbot: QtBot) -> None:
    opened.window.images.select(["image_2", "image_3"])
    menu = opened.window.image_commands.menu()
    qtbot.addWidget(menu)
    assert menu.actions()[0].text() == "2 images"
    assert len([a for a in menu.actions() if not a.isSeparator()]) == 1 + len(
        [i for i in ACTIONS_OF_IMAGES if i]
    )


def test_selected_images_are_predicted_saved_and_exported(
    opened: Studio, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session, book = opened.session, opened.window.book
    qtbot.waitUntil(lambda: session.prediction is not None)
    opened.window.images.select(["image_2", "image_3"])
    book["image.predict"].trigger()
    qtbot.waitUntil(lambda: session.entry_view("image_3").status is Status.PREDICTED)
    book["image.save"].trigger()
    qtbot.waitUntil(lambda: session.entry_view("image_3").status is Status.SAVED)
    assert (folder / "labels" / "image_2.png").is_file()

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        dialog.folder.field.selectAll()
        QTest.keyClicks(dialog.folder.field, str(tmp_path / "out"))
        QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, choose)
    with qtbot.waitCallback() as done:
        session.exported.connect(done)
        book["image.export"].trigger()
    masks = {path.stem for path in (tmp_path / "out").rglob("image_*.png")}
    assert masks == {"image_2", "image_3"}
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_Escape)
    book["image.select_all"].trigger()
    assert len(opened.window.images.list.selected_keys()) == 4


def test_the_folder_of_the_last_time_is_opened_again_unless_it_was_closed(
    opened: Studio, folder: Path, settings: Settings
) -> None:
    assert folder_to_reopen(settings) == folder
    opened.window.book["file.reopen"].trigger()
    assert folder_to_reopen(settings) is None
    opened.window.book["file.reopen"].trigger()
    opened.window.book["file.close"].trigger()
    assert folder_to_reopen(settings) is None


def test_marks_survive_the_window(opened: Studio, folder: Path) -> None:
    opened.session.marks.set_flagged(["image_3"], True)
    opened.window.force_close()
    assert read_marks(folder / ".segstudio" / "state") == {"image_3": Mark(True)}
