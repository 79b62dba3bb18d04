"""The window as a whole: opening, statuses, messages, closing, layout; with real key and mouse events."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from segstudio.core.settings import Settings
from segstudio.core.zoo import MODELS
from segstudio.engine.files.entries import Status
from segstudio.engine.project import Project
from segstudio.engine.views import CHOOSE_LABELS_FOLDER, Level, Message
from segstudio.ui.app import Studio, build_studio
from segstudio.ui.commands import files as file_commands
from segstudio.ui.dialogs.labels_folder import LabelsFolderDialog
from segstudio.ui.dialogs.unsaved import UnsavedDialog
from segstudio.ui.window.model_menus import model_tooltip


def status(studio: Studio, key: str) -> Status:
    return studio.session.entry_view(key).status


def paint(studio: Studio) -> None:
    """A short stroke in the middle of the image."""
    canvas = studio.window.canvas
    studio.tools.set_tool("brush")
    studio.tools.set_class(2)
    middle = canvas.rect().center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.mouseMove(canvas, middle + QPoint(20, 10))
    QTest.mouseRelease(
        canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle + QPoint(20, 10)
    )


def layer(studio: Studio) -> str:
    return studio.window.canvas.layer


def dock_of(panel: QWidget) -> QWidget:
    parent = panel.parentWidget()
    assert parent is not None
    return parent


def in_dialog(act: Callable[[UnsavedDialog], None]) -> list[UnsavedDialog]:
    """Act on the dialog that the next event of the window opens, from inside its own event loop."""
    seen: list[UnsavedDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, UnsavedDialog)
        seen.append(dialog)
        act(dialog)

    QTimer.singleShot(0, look)
    return seen


def test_the_start_page_has_device_and_model_together_at_the_left(studio: Studio) -> None:
    status = studio.window.status
    assert status.device.x() < 20
    assert 0 < status.model.x() - status.device.geometry().right() < 20


def test_no_hint_to_paint_an_image_that_cannot_be_read(studio: Studio, folder: Path, qtbot: QtBot) -> None:
    (folder / "images" / "a_broken.png").write_bytes(b"no picture")
    session, hint = studio.session, studio.window.status._hint
    session.open_folder(folder)
    qtbot.waitUntil(lambda: bool(session.image_problem), timeout=10_000)
    assert not hint.isVisible()
    undo, redo = studio.window.book["edit.undo"], studio.window.book["edit.redo"]
    assert not undo.isEnabled()
    assert not redo.isEnabled()
    status = studio.window.status
    qtbot.waitUntil(
        lambda: status._zoom.mapTo(status, status._zoom.rect().topRight()).x() > status.width() - 40
    )
    session.next()
    qtbot.waitUntil(lambda: session.document is not None, timeout=10_000)
    assert hint.isVisible()


def test_the_start_page_stands_alone_until_a_folder_is_open(
    studio: Studio, folder: Path, qtbot: QtBot
) -> None:
    window = studio.window
    assert window.welcome.isVisible()
    assert not window.images.isVisible()
    assert not window.tool_strip.isVisible()
    studio.session.open_folder(folder)
    qtbot.waitUntil(window.canvas.isVisible, timeout=10_000)
    assert window.images.isVisible()
    assert window.dashboard.isVisible()
    assert not window.welcome.isVisible()
    window.book["file.close"].trigger()
    assert window.welcome.isVisible()
    assert [row.accessibleName() for row in window.welcome.recent] == ["photos"]


def test_a_recent_folder_opens_by_click_and_by_key(opened: Studio, qtbot: QtBot) -> None:
    window = opened.window
    window.book["file.close"].trigger()
    QTest.mouseClick(window.welcome.recent[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.session.project is not None, timeout=10_000)
    window.book["file.close"].trigger()
    QTest.keyClick(window.welcome.recent[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.session.project is not None, timeout=10_000)


def test_a_folder_that_is_gone_is_an_error_over_the_start_page(
    studio: Studio, tmp_path: Path, qtbot: QtBot
) -> None:
    studio.session.open_folder(tmp_path / "gone")
    qtbot.waitUntil(studio.window.banner.isVisible, timeout=10_000)
    shown = studio.window.banner.message
    assert shown is not None
    assert shown.level is Level.ERROR
    assert "gone" in shown.text
    QTest.mouseClick(studio.window.banner.dismiss, Qt.MouseButton.LeftButton)
    assert not studio.window.banner.isVisible()


def test_status_follows_prediction_brush_and_save(opened: Studio, qtbot: QtBot) -> None:
    assert status(opened, "image_1") is Status.SAVED
    qtbot.waitUntil(lambda: status(opened, "image_2") is Status.PREDICTED, timeout=10_000)
    paint(opened)
    qtbot.waitUntil(lambda: status(opened, "image_1") is Status.EDITED)
    assert opened.window.isWindowModified()
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: status(opened, "image_1") is Status.SAVED, timeout=10_000)
    qtbot.waitUntil(lambda: not opened.window.isWindowModified())


def test_undo_is_named_and_enabled_only_when_there_is_something(opened: Studio) -> None:
    undo = opened.window.book["edit.undo"]
    assert not undo.isEnabled()
    paint(opened)
    assert undo.isEnabled()
    assert undo.text() == "Undo: Brush stroke"
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not undo.isEnabled()
    assert opened.window.book["edit.redo"].isEnabled()


def test_keys_choose_tool_class_and_layer(opened: Studio) -> None:
    canvas = opened.window.canvas
    QTest.keyClick(canvas, Qt.Key.Key_E)
    assert opened.tools.tool == "eraser"
    assert opened.window.book["tool.eraser"].isChecked()
    QTest.keyClick(canvas, Qt.Key.Key_3)
    assert opened.tools.class_id == 2
    assert opened.session.active_class == 2
    QTest.keyClick(canvas, Qt.Key.Key_R)
    assert layer(opened) == "errors"
    assert opened.window.tool_options.layers.value == "errors"
    QTest.keyClick(canvas, Qt.Key.Key_R)
    assert layer(opened) == "mask"
    before = opened.tools.radius
    QTest.keyClick(canvas, Qt.Key.Key_BracketRight)
    assert opened.tools.radius > before


def test_h_hides_the_mask_while_it_is_held_wherever_the_focus_is(opened: Studio) -> None:
    window = opened.window
    for widget in (window.canvas, window.images.list):
        widget.setFocus()
        QTest.keyPress(widget, Qt.Key.Key_H)
        assert window.canvas.mask_hidden
        QTest.keyRelease(widget, Qt.Key.Key_H)
        assert not window.canvas.mask_hidden


def test_closing_with_unsaved_work_asks_and_can_be_cancelled(opened: Studio) -> None:
    paint(opened)
    seen = in_dialog(lambda dialog: dialog.cancel.click())
    assert not opened.window.close()
    assert len(seen) == 1
    assert opened.window.isVisible()
    assert opened.session.dirty


def test_closing_can_save(opened: Studio, folder: Path) -> None:
    before = (folder / "labels" / "image_1.png").read_bytes()
    paint(opened)
    in_dialog(lambda dialog: dialog.save.click())
    assert opened.window.close()
    assert (folder / "labels" / "image_1.png").read_bytes() != before


def test_closing_saves_every_image_that_has_edits(opened: Studio, folder: Path, qtbot: QtBot) -> None:
    opened.settings.set("project.autosave", False)
    paint(opened)
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: opened.session.document is not None, timeout=10_000)
    paint(opened)
    assert opened.session.unsaved == ["image_1", "image_2"]
    before = (folder / "labels" / "image_1.png").read_bytes()
    in_dialog(lambda dialog: dialog.save.click())
    opened.window.close()
    qtbot.waitUntil(lambda: not opened.window.isVisible(), timeout=10_000)
    assert (folder / "labels" / "image_1.png").read_bytes() != before
    assert (folder / "labels" / "image_2.png").exists()


def test_closing_discards_every_image_that_has_edits(
    opened: Studio, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    opened.settings.set("project.autosave", False)
    paint(opened)
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: opened.session.document is not None, timeout=10_000)
    paint(opened)
    in_dialog(lambda dialog: dialog.discard.click())
    assert opened.window.close()
    again = build_studio(settings=Settings(), state_dir=tmp_path / "state")
    again.session.open_folder(folder)
    qtbot.waitUntil(lambda: again.session.document is not None, timeout=10_000)
    unsaved = again.session.unsaved
    again.window.force_close()
    assert unsaved == []


def test_closing_can_discard(opened: Studio, folder: Path, qtbot: QtBot, tmp_path: Path) -> None:
    before = (folder / "labels" / "image_1.png").read_bytes()
    paint(opened)
    in_dialog(lambda dialog: dialog.discard.click())
    assert opened.window.close()
    assert (folder / "labels" / "image_1.png").read_bytes() == before


def test_closing_without_edits_asks_nothing_and_leaves_no_thread(opened: Studio) -> None:
    assert opened.window.close()
    left = [
        t.name for t in threading.enumerate() if t.name.startswith(("pool", "model", "window", "segstudio"))
    ]
    assert left == []


def test_a_read_only_folder_says_so_and_offers_a_place(
    studio: Studio, folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        Project, "writable", property(lambda project: "photos" not in str(project.labels_dir))
    )
    studio.session.open_folder(folder)
    banner = studio.window.banner
    qtbot.waitUntil(
        lambda: banner.message is not None and banner.message.action == CHOOSE_LABELS_FOLDER, timeout=10_000
    )
    assert "read-only" in banner.message.text if banner.message else False

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LabelsFolderDialog)
        assert dialog.path == studio.session.suggested_labels_folder
        dialog.folder.field.setText(str(tmp_path / "elsewhere"))
        dialog.primary.click()

    QTimer.singleShot(0, choose)
    QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: (
            studio.session.project is not None
            and studio.session.project.labels_dir == tmp_path / "elsewhere"
        ),
        timeout=10_000,
    )


def test_an_error_stays_over_information_that_comes_after_it(studio: Studio) -> None:
    banner = studio.window.banner
    banner.show_message(Message(Level.ERROR, "The disk is full."))
    banner.show_message(Message(Level.INFO, "Exported."))
    assert banner.message is not None
    assert banner.message.text == "The disk is full."
    banner.clear()
    assert banner.message is not None
    assert banner.message.text == "Exported."


def test_information_fades_and_an_error_does_not(studio: Studio, qtbot: QtBot) -> None:
    banner = studio.window.banner
    banner.reading_ms = 1
    banner.show_message(Message(Level.INFO, "Exported."))
    qtbot.waitUntil(lambda: not banner.isVisible())
    banner.show_message(Message(Level.ERROR, "The disk is full."))
    assert not banner.fading
    assert banner.isVisible()


def test_a_folder_can_be_dropped_on_the_window(studio: Studio, folder: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "images" / "image_2.png"))])
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, data, no_button, no_key)
    QApplication.sendEvent(studio.window, over)
    assert over.isAccepted()
    words = QMimeData()
    words.setText("no folder")
    other = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, words, no_button, no_key)
    QApplication.sendEvent(studio.window, other)
    assert not other.isAccepted()
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, no_button, no_key)
    QApplication.sendEvent(studio.window, event)
    qtbot.waitUntil(lambda: studio.session.project is not None, timeout=10_000)
    assert len(studio.session.entries) == 4


def test_the_dashboard_folds_in_a_narrow_window(opened: Studio) -> None:
    opened.window.resize(1000, 700)
    assert opened.window.dashboard.compact
    opened.window.resize(1280, 800)
    assert not opened.window.dashboard.compact


def test_a_closed_panel_comes_back_with_reset_layout(opened: Studio) -> None:
    window = opened.window
    dock_of(window.images).close()
    assert not window.images.isVisible()
    window.book["view.reset_layout"].trigger()
    assert window.images.isVisible()


def test_the_arrangement_is_remembered(opened: Studio, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    dock_of(opened.window.images).close()
    opened.window.resize(1000, 640)
    opened.window.force_close()
    again = build_studio(settings=Settings(), state_dir=tmp_path / "state")
    again.window.show()
    height = again.window.height()
    again.session.open_folder(folder)
    qtbot.waitUntil(lambda: again.session.document is not None, timeout=10_000)
    visible = again.window.images.isVisible(), again.window.classes.isVisible()
    again.window.force_close()
    assert height == 640  # the width would not fit the screen of the offscreen platform
    assert visible == (False, True)


def test_appearance_is_kept(opened: Studio) -> None:
    opened.window.book["appearance.light"].trigger()
    assert opened.settings.text("appearance.theme") == "light"
    opened.window.book["appearance.dark"].trigger()
    assert opened.settings.text("appearance.theme") == "dark"


def test_the_model_menu_says_what_may_be_done_with_each_model(studio: Studio) -> None:
    menu = studio.window.status.model.menu()
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions()]
    assert len([w for w in words if "DeepLab" in w]) == len(MODELS)
    bundled = next(card for card in MODELS if card.bundled)
    assert "CC BY-NC 4.0" in next(w for w in words if w.startswith(bundled.title.split(",")[0]))
    assert "CC BY-NC 4.0" in model_tooltip(bundled)


def test_choosing_a_device_restarts_the_model_there(opened: Studio, qtbot: QtBot) -> None:
    menu = opened.window.status.device.menu()
    menu.aboutToShow.emit()
    cpu = next(action for action in menu.actions() if action.text().startswith("CPU"))
    cpu.trigger()
    assert opened.settings.text("model.device") == "cpu"
    assert opened.session.model.device == "cpu"


def test_opening_through_the_dialog(
    studio: Studio, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_commands, "ask_folder", lambda parent, title, start: folder)
    QTest.keyClick(studio.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: studio.session.project is not None, timeout=10_000)


def test_every_control_has_a_name_for_those_who_do_not_see_it(opened: Studio) -> None:
    nameless = [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"
        for widget in opened.window.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QAbstractSlider | QLineEdit)
        and not isinstance(widget, QScrollBar)
        and widget.isVisibleTo(opened.window)
        and not widget.objectName().startswith("qt_")
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        and not isinstance(widget.parentWidget(), QLineEdit)
    ]
    assert nameless == []
