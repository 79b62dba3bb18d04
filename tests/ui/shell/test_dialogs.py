"""The dialogs: what they say, what they hand over, and what happens then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from segstudio.core.label_png import read_label
from segstudio.core.paths import cache_dir
from segstudio.engine.project import Project
from segstudio.engine.views import Level
from segstudio.formats.registry import FORMATS
from segstudio.ui.actions import ACTIONS
from segstudio.ui.app import Studio
from segstudio.ui.commands import files as file_commands
from segstudio.ui.commands.files import export_place
from segstudio.ui.dialogs import form
from segstudio.ui.dialogs.about import AboutDialog
from segstudio.ui.dialogs.export import ExportDialog, ReportDialog
from segstudio.ui.dialogs.form import FormDialog
from segstudio.ui.dialogs.labels_folder import LabelsFolderDialog
from segstudio.ui.dialogs.shortcuts import ShortcutsDialog
from tests.ui.shell.modal import in_dialog


def paint(studio: Studio) -> None:
    studio.tools.set_tool("brush")
    studio.tools.set_class(2)
    QTest.mouseClick(studio.window.canvas, Qt.MouseButton.LeftButton)


def words_of(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_export_saves_first_what_is_unsaved_wherever_it_is(
    opened: Studio, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    opened.settings.set("project.autosave", False)
    opened.session.go_to("image_2")
    qtbot.waitUntil(lambda: opened.session.document is not None, timeout=10_000)
    paint(opened)
    opened.session.go_to("image_3")
    qtbot.waitUntil(lambda: opened.session.document is not None, timeout=10_000)
    paint(opened)
    out = tmp_path / "out"

    def fill(dialog: ExportDialog) -> None:
        assert "The saved labels of 3 images are written" in words_of(dialog)
        assert "Unsaved edits of 2 are saved first" in words_of(dialog)
        dialog.folder.field.setText(str(out))
        QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    exported: list[Path] = []
    opened.session.exported.connect(exported.append)
    in_dialog(ExportDialog, fill)
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: exported == [out], timeout=10_000)
    labels = {path.stem: path for path in out.rglob("image_*.png")}
    assert set(labels) == {"image_1", "image_2", "image_3"}
    saved = read_label(folder / "labels" / "image_3.png")
    assert (saved == 2).any()
    assert (read_label(labels["image_3"]) == saved).all()


@pytest.mark.parametrize(("saved", "unsaved"), [(1, 0), (0, 1)])
def test_an_export_of_one_image_says_so(qtbot: QtBot, tmp_path: Path, saved: int, unsaved: int) -> None:
    dialog = ExportDialog(tmp_path, saved, unsaved)
    qtbot.addWidget(dialog)
    assert "The saved label of 1 image is written." in words_of(dialog)


def test_the_folder_of_an_export_follows_the_format_until_a_person_writes_another(studio: Studio) -> None:
    dialog = ExportDialog(Path("/photos"), 1, 0, studio.window)
    assert dialog.path == Path("/photos") / f"export-{FORMATS[0].id}"
    dialog.format.setCurrentIndex(1)
    assert dialog.format_id == FORMATS[1].id
    assert dialog.path == Path("/photos") / f"export-{FORMATS[1].id}"
    assert FORMATS[1].help in words_of(dialog)
    dialog.folder.field.setText("~/mine")
    dialog.format.setCurrentIndex(0)
    assert dialog.path == Path.home() / "mine"
    dialog.folder.field.setText("  ")
    assert not dialog.primary.isEnabled()


def test_the_sentence_stands_right_below_the_heading_however_long_it_is(
    studio: Studio, qtbot: QtBot
) -> None:
    gaps = set()
    for dialog in (ExportDialog(Path("/photos"), 1, 0), ExportDialog(Path("/photos"), 1, 2)):
        qtbot.addWidget(dialog)
        dialog.resize(480, 400)
        dialog.show()
        qtbot.waitExposed(dialog)
        heading, sentence = (label for label in dialog.findChildren(QLabel)[:2])
        gaps.add(
            sentence.y()
            + (sentence.height() - sentence.heightForWidth(sentence.width())) // 2
            - heading.geometry().bottom()
        )
    assert gaps == {9}


def test_there_is_nothing_to_export_without_a_label(studio: Studio) -> None:
    dialog = ExportDialog(Path("/photos"), 0, 0, studio.window)
    assert not dialog.primary.isEnabled()
    dialog.folder.field.setText("/elsewhere")
    assert not dialog.primary.isEnabled()


def test_the_report_is_written_where_the_dialog_says(
    opened: Studio, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: opened.session.entry_view("image_1").miou is not None, timeout=10_000)
    qtbot.waitUntil(lambda: not opened.session.jobs, timeout=10_000)
    pages: list[Path] = []
    opened.session.reported.connect(pages.append)

    def fill(dialog: ReportDialog) -> None:
        assert dialog.path == folder.parent / f"{folder.name} export" / "report"
        dialog.folder.field.setText(str(tmp_path / "report"))
        dialog.primary.click()

    in_dialog(ReportDialog, fill)
    opened.window.book["file.report"].trigger()
    qtbot.waitUntil(lambda: pages == [tmp_path / "report" / "evaluation.html"], timeout=20_000)
    assert pages[0].exists()


def test_a_cancelled_dialog_does_nothing(opened: Studio) -> None:
    for action, kind in (("file.export", ExportDialog), ("file.report", ReportDialog)):
        seen = in_dialog(kind, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
        opened.window.book[action].trigger()
        assert len(seen) == 1
    assert not any(job.kind in {"export", "report"} for job in opened.session.jobs)


def test_browsing_fills_in_the_folder(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ReportDialog(tmp_path, studio.window)
    asked: list[Path | None] = []

    def choose(parent: object, title: str, start: Path | None = None) -> Path:
        asked.append(start)
        return tmp_path / "chosen"

    monkeypatch.setattr(form, "ask_folder", choose)
    dialog.folder.browse.click()
    assert asked == [tmp_path]
    assert dialog.path == tmp_path / "chosen"
    monkeypatch.setattr(form, "ask_folder", lambda *_arguments: None)
    dialog.folder.browse.click()
    assert dialog.path == tmp_path / "chosen"


def test_the_labels_folder_can_be_changed_from_the_menu(
    opened: Studio, tmp_path: Path, qtbot: QtBot
) -> None:
    paint(opened)
    place = tmp_path / "elsewhere"

    def fill(dialog: LabelsFolderDialog) -> None:
        assert "What is unsaved is saved there" in words_of(dialog)
        dialog.folder.field.setText(str(place))
        dialog.primary.click()

    in_dialog(LabelsFolderDialog, fill)
    opened.window.book["file.labels_folder"].trigger()
    qtbot.waitUntil((place / "image_1.png").exists, timeout=10_000)
    qtbot.waitUntil(lambda: opened.session.unsaved == [], timeout=10_000)


def test_discarding_the_edits_of_an_image_is_asked_about(opened: Studio, qtbot: QtBot) -> None:
    discard = opened.window.book["file.discard"]
    discard.trigger()  # nothing to forget, nothing to ask
    paint(opened)
    in_dialog(FormDialog, lambda dialog: dialog.cancel.click())
    discard.trigger()
    assert opened.session.dirty
    in_dialog(FormDialog, lambda dialog: dialog.primary.click())
    discard.trigger()
    qtbot.waitUntil(lambda: opened.session.document is not None, timeout=10_000)
    assert not opened.session.unsaved


def test_opening_a_model_file_through_the_dialog(
    opened: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_commands, "ask_file", lambda *_arguments: Path("mine.safetensors"))
    opened.window.book["model.open_file"].trigger()
    qtbot.waitUntil(lambda: opened.settings.text("model.name") == "mine.safetensors", timeout=10_000)


def test_sample_scenes_are_rendered_once_and_opened(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    told: list[tuple[int, int]] = []
    made: list[Path] = []

    def write(target: Path, *, progress: Callable[[int, int, str], None]) -> None:
        progress(1, 2, "scene_001")
        made.append(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(target)

    monkeypatch.setattr("segstudio.scenes.folder.write_sample_folder", write)
    studio.window.files.sample_progress.connect(lambda done, total: told.append((done, total)))
    QTest.mouseClick(studio.window.welcome.samples, Qt.MouseButton.LeftButton)
    assert not studio.window.welcome.samples.isEnabled(), "a second click would render them twice"
    qtbot.waitUntil(lambda: studio.session.document is not None, timeout=10_000)
    assert made == [cache_dir() / "sample scenes"]
    assert told[0][1] > 0
    assert told[-1] == (0, 0)


def test_sample_scenes_that_cannot_be_made_are_an_error(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("segstudio.scenes.folder.write_sample_folder", refuse)
    studio.window.book["file.samples"].trigger()
    banner = studio.window.banner
    qtbot.waitUntil(lambda: banner.message is not None, timeout=10_000)
    assert banner.message is not None
    assert banner.message.level is Level.ERROR
    assert "no room" in banner.message.text
    assert studio.window.welcome.samples.isEnabled()


def test_about_names_every_licence(studio: Studio) -> None:
    seen: list[str] = []
    in_dialog(AboutDialog, lambda dialog: seen.append(words_of(dialog)))
    studio.window.book["help.about"].trigger()
    for licence in ("Apache-2.0", "CC BY-NC 4.0", "BSD-3-Clause", "SIL Open Font", "LGPL"):
        assert licence in seen[0]


def test_the_list_of_shortcuts_has_every_key(studio: Studio) -> None:
    seen: list[str] = []
    in_dialog(ShortcutsDialog, lambda dialog: seen.append(words_of(dialog)))
    studio.window.book["help.shortcuts"].trigger()
    missing = [
        spec.id
        for spec in ACTIONS
        if (keys := studio.window.book.key_text(spec.id))
        and not spec.id.startswith("class.")
        and keys not in seen[0]
    ]
    assert missing == []


def test_what_is_exported_to_the_suggested_place_is_no_image_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    Image.new("RGB", (8, 6)).save(folder / "one.png")
    place = export_place(Project.open(folder)) / "export-png"
    place.mkdir(parents=True)
    Image.new("L", (8, 6)).save(place / "one.png")
    assert len(Project.open(folder).images) == 1
