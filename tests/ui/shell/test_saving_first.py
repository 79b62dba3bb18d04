"""What waits until everything is saved: closing the window, an export."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from segstudio.core.settings import Settings
from segstudio.engine.views import RETRY_SAVE, Level, Message
from segstudio.labels.effects import paint
from segstudio.ui.app import Studio
from segstudio.ui.commands import files as file_commands
from segstudio.ui.commands.files import FileCommands
from segstudio.ui.dialogs.unsaved import Decision
from tests.ui.shell.conftest import open_and_wait
from tests.unit.engine.conftest import box


@pytest.fixture
def settings() -> Settings:
    """Nothing is saved by moving on."""
    made = Settings()
    made.set("project.autosave", False)
    return made


@pytest.fixture
def leaving(studio: Studio, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> FileCommands:
    """The first image was left with edits; a person wants to close, and to save them before."""
    open_and_wait(studio, folder, qtbot)
    files, session = studio.window.files, studio.session
    assert session.document is not None
    session.document.apply(paint(box(2, 2), 2), "edit")
    session.next()
    monkeypatch.setattr(file_commands, "ask_about_unsaved", lambda names, parent: Decision.SAVE)
    files.all_saved.disconnect()  # the window stays
    return files


def test_an_error_about_something_else_does_not_end_the_wish(
    leaving: FileCommands, studio: Studio, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(leaving.all_saved, timeout=10_000):
        assert not leaving.may_close()
        studio.session.message.emit(
            Message(Level.ERROR, "image_10 could not be predicted.", about="image_10")
        )
        studio.session.message.emit(Message(Level.ERROR, "The model could not be loaded."))


def test_that_saving_failed_ends_the_wish(leaving: FileCommands, studio: Studio, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(leaving.all_saved):
        assert not leaving.may_close()
        studio.session.message.emit(Message(Level.ERROR, "The disk is full.", RETRY_SAVE))
        qtbot.waitUntil(lambda: not studio.session.unsaved and not studio.session.jobs, timeout=10_000)
