from __future__ import annotations

from pathlib import Path

import pytest

from segstudio.core.errors import InputError
from segstudio.core.settings import SETTINGS, Settings


def test_every_default_fits_its_own_row() -> None:
    assert len({s.key for s in SETTINGS}) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.accepts(setting.default), setting.key
        assert setting.help


def test_values_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = Settings(path)
    settings.set("canvas.opacity", 0.25)
    settings.set("project.recent", ["/a", "/b"])
    settings.save()
    again = Settings(path)
    assert again.number("canvas.opacity") == 0.25
    assert again.texts("project.recent") == ["/a", "/b"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"canvas.opacity": 7, "unknown": 1}', "\x00"])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    assert Settings(path).number("canvas.opacity") == 0.55


def test_listeners_hear_changes_once_and_unfit_values_are_refused() -> None:
    settings = Settings()
    heard: list[str] = []
    settings.changed.connect(heard.append)
    settings.set("appearance.theme", "dark")
    settings.set("appearance.theme", "dark")
    assert heard == ["appearance.theme"]
    with pytest.raises(InputError, match=r"appearance\.theme"):
        settings.set("appearance.theme", "pink")
    with pytest.raises(InputError):
        settings.set("canvas.opacity", True)
