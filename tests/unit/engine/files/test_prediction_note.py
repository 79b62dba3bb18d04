"""What made a folder of predictions."""

from __future__ import annotations

from pathlib import Path

import pytest

from segstudio.core.presets import PRESETS
from segstudio.engine.files.prediction_note import PredictionNote, read_note, write_note


def test_there_and_back(tmp_path: Path) -> None:
    note = PredictionNote("m (abc)", "CC BY-NC 4.0", "segstudio predict", PRESETS["ade20k"])
    write_note(tmp_path, note)
    found = read_note(tmp_path)
    assert found is not None
    assert (found.model, found.licence, found.command) == (note.model, note.licence, note.command)
    assert found.table.classes == note.table.classes
    assert found.table.ignore_index == 0


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"classes": [{"id": 1}]}', '{"classes": 3}'])
def test_none_where_it_cannot_be_read(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / ".segstudio").mkdir()
        (tmp_path / ".segstudio" / "predictions.json").write_text(content)
    assert read_note(tmp_path) is None
