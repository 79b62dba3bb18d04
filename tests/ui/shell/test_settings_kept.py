"""What a person chose is on disk without the window being closed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segstudio.core.settings import Settings
from tests.ui.windows import shown_studio


def test_a_choice_outlives_a_kill(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    with shown_studio(qapp, qtbot, tmp_path / "state", Settings(path)) as studio:
        studio.session.looks.set("propose", "90")
        studio.settings.set("appearance.language", "de")
        qtbot.waitUntil(lambda: Settings(path).text("model.propose") == "90", timeout=10_000)
        assert Settings(path).text("appearance.language") == "de"


def test_settings_outlive_the_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    with shown_studio(qapp, qtbot, tmp_path / "state", settings) as studio:
        gone: list[bool] = []
        studio.window.destroyed.connect(lambda: gone.append(True))
    qtbot.waitUntil(lambda: bool(gone))
    settings.set("model.propose", "90")
    assert settings.text("model.propose") == "90"
