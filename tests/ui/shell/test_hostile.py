"""What people who label all day run into: odd names, narrow windows, broken images, messages on top of each other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from segstudio.core.errors import InputError
from segstudio.core.settings import Settings
from segstudio.engine.files.entries import Status
from segstudio.engine.models import model_host
from segstudio.engine.views import RETRY_SAVE, Level, Message, ModelPhase
from segstudio.ui.app import Studio
from segstudio.ui.controls.literal import ElidedLabel, shortened, wrapped
from segstudio.ui.dialogs.labels_folder import LabelsFolderDialog
from segstudio.ui.dialogs.unsaved import Decision, UnsavedDialog
from tests.ui.windows import shown_studio

TEXT = Qt.TextFormat.PlainText
UNSAVED_SAVE = Decision.SAVE


def paint(studio: Studio) -> None:
    """One click with the brush in the middle of the image."""
    studio.tools.set_tool("brush")
    studio.tools.set_class(2)
    QTest.mouseClick(studio.window.canvas, Qt.MouseButton.LeftButton)


def words_of(widget: QWidget) -> list[str]:
    """Texts of all labels, which have to be plain where they hold what a person has named."""
    return [label.text() for label in widget.findChildren(QLabel) if label.textFormat() == TEXT]


# Names


def test_names_are_shown_as_they_are(
    studio: Studio, folder: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    odd = folder.rename(tmp_path / "<b>one & two")
    (odd / "images" / "image_1.png").rename(odd / "images" / "a & b [*].png")
    studio.session.open_folder(odd)
    qtbot.waitUntil(lambda: studio.session.document is not None, timeout=10_000)
    window = studio.window
    assert window.windowTitle().startswith("[*]a & b [*][*].png – <b>one & two")
    recent = next(menu for menu in window.findChildren(QMenu) if menu.title() == "Open recent")
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()] == ["<b>one && two"]
    banner = window.banner
    banner.show_message(Message(Level.ERROR, f"{odd} is <i>odd</i>"))
    assert banner.words.split() == f"{odd} is <i>odd</i>".split()
    assert banner.words in words_of(banner)
    unsaved = UnsavedDialog(["<b>one.png", "x" * 200 + ".png"], window)
    assert any("<b>one.png" in words and "x" * 60 not in words for words in words_of(unsaved))
    place = LabelsFolderDialog(odd, odd, writable=False, parent=window)
    assert any(words.startswith("<b>one & two cannot be written") for words in words_of(place))


def test_a_name_is_shortened_in_its_middle() -> None:
    assert shortened("scene.png", 9) == "scene.png"
    assert shortened("0123456789.png", 9) == "0123….png"
    assert len(shortened("x" * 300, 41)) == 41


def test_long_sentences_keep_their_beginning_and_their_end(qapp: QApplication) -> None:
    sentence = "Could not write " + "/a very long path" * 60 + ": the disk is full. Free some space."
    lines = wrapped(sentence, QFont(), 400, 3).split("\n")
    assert len(lines) == 3
    assert lines[0].startswith("Could not write /a very")
    assert lines[-1].endswith("Free some space.")
    assert "…" in "".join(lines)
    assert wrapped("Short.", QFont(), 400, 3) == "Short."
    assert len(wrapped("x" * 150, QFont(), 400, 9).split("\n")) > 1, "a long word is broken too"


# Narrow windows


@pytest.mark.parametrize("width", [900, 1280])
def test_nothing_is_cut_or_pushed_out_in_a_narrow_window(opened: Studio, qtbot: QtBot, width: int) -> None:
    window = opened.window
    qtbot.waitUntil(lambda: opened.session.prediction is not None, timeout=10_000)
    window.resize(width, 600)
    opened.tools.set_class(2)
    QTest.mouseMove(window.canvas, window.canvas.rect().center())
    QApplication.processEvents()
    for label in window.status.findChildren(QLabel):
        right = label.mapTo(window, label.rect().topRight()).x()
        assert right < width, label.text()
        if isinstance(label, ElidedLabel):
            assert label.fontMetrics().horizontalAdvance(label.shown) <= label.width()
    for button in window.tool_options.layers.findChildren(QWidget, "segment"):
        assert button.width() >= button.sizeHint().width()
        assert button.mapTo(window, button.rect().topRight()).x() < width


def test_what_does_not_fit_is_whole_on_hover(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("Drag to paint <thing> · right drag erases")
    label.show()
    label.resize(60, 20)
    assert label.shown.endswith("…")
    assert "&lt;thing&gt;" in label.toolTip()
    label.resize(600, 20)
    assert label.shown == label.text()
    assert label.toolTip() == ""


# Messages


def test_a_message_that_was_covered_comes_up_again(studio: Studio) -> None:
    banner = studio.window.banner
    read_only = Message(Level.WARNING, "Read-only.", "choose_labels_folder")
    for message in (read_only, Message(Level.WARNING, "Odd classes."), Message(Level.ERROR, "Full.")):
        banner.show_message(message)
    banner.show_message(Message(Level.INFO, "Exported."))
    seen = []
    while banner.message is not None:
        seen.append(banner.message.text)
        banner.clear()
    assert seen == ["Full.", "Odd classes.", "Read-only.", "Exported."]


def test_what_was_asked_for_is_told_over_a_warning_which_then_comes_back(
    studio: Studio, qtbot: QtBot
) -> None:
    banner = studio.window.banner
    banner.reading_ms = 1
    banner.show_message(Message(Level.WARNING, "Odd classes.", "map_classes"))
    banner.show_message(Message(Level.INFO, "Exported."))
    assert banner.message is not None
    assert banner.message.text == "Exported."
    qtbot.waitUntil(lambda: banner.message is not None and banner.message.text == "Odd classes.")
    assert banner.isVisible()
    assert not banner.fading
    banner.clear()
    assert banner.message is None


def test_messages_about_an_image_go_with_it(opened: Studio, folder: Path, qtbot: QtBot) -> None:
    (folder / "labels" / "image_2.png").write_bytes(b"rubbish")
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_D)
    banner = opened.window.banner
    opened.session.go_to("image_2")
    Image.new("L", (3, 3)).save(folder / "labels" / "image_3.png")
    opened.session.go_to("image_3")
    qtbot.waitUntil(lambda: banner.message is not None, timeout=10_000)
    assert banner.message is not None
    assert "image_3.png is 3×3" in banner.message.text
    opened.session.go_to("image_10")
    assert banner.message is None


def test_an_image_that_cannot_be_read_is_not_hidden_behind_the_one_before(
    opened: Studio, folder: Path, qtbot: QtBot
) -> None:
    (folder / "images" / "image_2.png").write_bytes(b"")
    window = opened.window
    opened.session.go_to("image_2")
    qtbot.waitUntil(window.central.broken.isVisible, timeout=10_000)
    assert not window.canvas.isVisible()
    assert "image_2.png is empty" in window.central.broken.words.text().replace("\n", " ")
    assert window.banner.message is None
    opened.session.go_to("image_3")
    assert window.canvas.isVisible()


# Saving


def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def refuse(source: str | Path, target: str | Path) -> None:
        if str(target).endswith(".png"):
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr("os.replace", refuse)


def test_trying_again_saves_what_failed_also_from_another_image(
    opened: Studio, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    banner = opened.window.banner
    paint(opened)
    full_disk(monkeypatch)
    QTest.keyClick(opened.window.canvas, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: banner.message is not None and banner.message.action == RETRY_SAVE)
    qtbot.waitUntil(lambda: opened.session.document is not None, timeout=10_000)
    assert opened.session.unsaved == ["image_1"]
    monkeypatch.undo()
    QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.session.unsaved == [], timeout=10_000)
    assert opened.session.entry_view("image_1").status is Status.SAVED
    assert banner.message is None


def test_a_failed_save_ends_the_wish_to_close(
    opened: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.settings.set("project.autosave", False)
    paint(opened)
    opened.session.go_to("image_2")
    qtbot.waitUntil(lambda: opened.session.document is not None, timeout=10_000)
    full_disk(monkeypatch)
    monkeypatch.setattr("segstudio.ui.commands.files.ask_about_unsaved", lambda names, parent: UNSAVED_SAVE)
    assert not opened.window.close()
    qtbot.waitUntil(lambda: opened.window.banner.message is not None, timeout=10_000)
    monkeypatch.undo()
    opened.session.save_all()
    qtbot.waitUntil(lambda: opened.session.unsaved == [], timeout=10_000)
    QApplication.processEvents()
    assert opened.window.isVisible(), "what is saved later must not close the window by surprise"


def test_settings_that_cannot_be_written_keep_nobody_from_closing(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file where the folder should be"
    blocked.write_text("")
    with shown_studio(qapp, qtbot, tmp_path / "state", Settings(blocked / "settings.json")) as studio:
        assert studio.window.close()
        assert not studio.window.isVisible()


# Models


def test_a_model_that_cannot_be_loaded_is_not_tried_again_at_the_next_start(
    opened: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = model_host._load

    def fail(name: str, *_more: object) -> object:
        raise InputError(f"{name} is no checkpoint.")

    qtbot.waitUntil(lambda: opened.session.model.phase is ModelPhase.READY, timeout=10_000)
    monkeypatch.setattr(model_host, "_load", fail)
    opened.window.files.choose_model("broken & <b>.safetensors", None)
    qtbot.waitUntil(lambda: opened.window.banner.message is not None, timeout=10_000)
    assert opened.settings.text("model.name") == "bundled"
    monkeypatch.setattr(model_host, "_load", load)
    opened.window.files.choose_model("mine & yours.safetensors", None)
    qtbot.waitUntil(lambda: opened.settings.text("model.name").startswith("mine"), timeout=10_000)
    assert opened.window.status.model.text() == "mine && yours.safetensors"


# Fields


def test_return_and_escape_give_the_keys_back_to_the_canvas(opened: Studio, qtbot: QtBot) -> None:
    window = opened.window
    search = window.images.search
    search.setFocus()
    QTest.keyClicks(search, "image_3")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert window.canvas.hasFocus()
    assert opened.session.current is not None
    assert opened.session.current.key == "image_3"
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert window.canvas.hasFocus()
    assert search.text() == ""
    size = window.tool_options.tip_number
    for key, diameter in ((Qt.Key.Key_Return, 88), (Qt.Key.Key_Escape, 88)):
        size.setFocus()
        size.selectAll()
        QTest.keyClicks(size, "88" if key == Qt.Key.Key_Return else "31b")
        QTest.keyClick(size, key)
        assert window.canvas.hasFocus()
        assert 2 * opened.tools.radius == diameter
        assert size.value() == diameter


def test_tab_goes_through_all_controls_and_every_one_shows_that_it_has_the_focus(opened: Studio) -> None:
    window = opened.window
    window.activateWindow()
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Tab)
    seen: list[QWidget] = []
    while (widget := QApplication.focusWidget()) not in (None, window.canvas, *seen):
        assert widget is not None
        seen.append(widget)
        with_focus = window.grab().toImage()
        widget.clearFocus()
        assert window.grab().toImage() != with_focus, widget.accessibleName()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    for widget in (window.images.list, window.tool_options.zoom, window.status.device, window.classes.view):
        assert widget in seen, widget.accessibleName()
