"""Where an export or a report goes: never silently over an earlier one, and a way to it afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.engine.desks.results_desk import SHOW_RESULT
from segstudio.engine.views import Level, Message
from segstudio.ui.app import Studio
from segstudio.ui.commands import files as file_commands
from segstudio.ui.dialogs import export
from segstudio.ui.dialogs.export import ExportDialog, ReportDialog
from tests.ui.shell.modal import in_dialog

LEFT = Qt.MouseButton.LeftButton


def _filled(folder: Path, count: int) -> Path:
    (folder / "deep").mkdir(parents=True)
    for number in range(count):
        (folder / "deep" / f"{number}.png").touch()
    return folder


def test_the_suggested_folder_is_never_one_that_holds_files(studio: Studio, tmp_path: Path) -> None:
    _filled(tmp_path / "export-png", 1)
    _filled(tmp_path / "export-png-2", 1)
    _filled(tmp_path / "export-voc", 1)
    (tmp_path / "export-coco").mkdir()  # empty: nothing there can be replaced
    _filled(tmp_path / "report", 1)
    dialog = ExportDialog(tmp_path, 1, 0, studio.window)
    assert dialog.path == tmp_path / "export-png-3"
    places = {}
    for row in range(dialog.format.count()):
        dialog.format.setCurrentIndex(row)
        places[dialog.format_id] = dialog.path.name
    assert (places["voc"], places["coco"], places["png"]) == ("export-voc-2", "export-coco", "export-png-3")
    assert ReportDialog(tmp_path, studio.window).path == tmp_path / "report-2"


def test_a_folder_that_holds_files_is_said_to_before_it_is_replaced(opened: Studio, tmp_path: Path) -> None:
    held = _filled(tmp_path / "mine", 11)
    said: list[tuple[str, str, bool]] = []

    def write(dialog: ExportDialog) -> None:
        before = dialog.primary.geometry()
        for path in (held, tmp_path / "new"):
            dialog.folder.field.selectAll()
            QTest.keyClicks(dialog.folder.field, str(path))
            said.append((dialog.primary.text(), dialog.warning.text(), dialog.warning.isVisible()))
        assert dialog.primary.geometry().top() == before.top()

    in_dialog(ExportDialog, write)
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    sentence = "This folder holds 11 files; what has the same name is replaced."
    assert said[0] == ("Replace", sentence, True)
    assert (said[1][0], said[1][2]) == ("Export", False)


def test_a_whole_disk_is_not_counted_while_a_person_types(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "_MANY", 5)
    assert export.files_in(_filled(tmp_path / "few", 5)) == 5
    assert export.files_in(_filled(tmp_path / "many", 50)) == 6
    assert export.files_in(tmp_path / "nowhere") == 0


def test_the_banner_opens_the_folder_that_was_written(
    opened: Studio, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(file_commands, "show_folder", shown.append)
    banner = opened.window.banner
    opened.session.export("png", tmp_path / "out")
    qtbot.waitUntil(lambda: banner.message is not None and banner.message.action == SHOW_RESULT)
    assert banner.action.text() == "Open folder"
    assert banner.fading, "it is information, and gives the image back"
    QTest.mouseClick(banner.action, LEFT)
    assert shown == [tmp_path / "out"]


def test_only_the_newest_export_is_told_over_a_warning(opened: Studio) -> None:
    banner = opened.window.banner
    banner.show_message(Message(Level.WARNING, "Mind this."))
    for number in (1, 2):
        banner.show_message(Message(Level.INFO, f"Exported to {number}.", SHOW_RESULT))
    for words in ("Exported to 2.", "Mind this."):
        assert banner.words == words
        QTest.mouseClick(banner.dismiss, LEFT)
    assert not banner.isVisible()


def test_only_the_newest_export_waits_behind_an_error(opened: Studio) -> None:
    banner = opened.window.banner
    banner.show_message(Message(Level.ERROR, "Mind this."))
    for number in (1, 2):
        banner.show_message(Message(Level.INFO, f"Exported to {number}.", SHOW_RESULT))
    QTest.mouseClick(banner.dismiss, LEFT)
    assert banner.words == "Exported to 2."
    QTest.mouseClick(banner.dismiss, LEFT)
    assert banner.message is None
    QApplication.processEvents()
