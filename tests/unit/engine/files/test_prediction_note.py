"""What made a folder of predictions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segstudio.core.classes import table_of
from segstudio.core.presets import PRESETS
from segstudio.engine.files.prediction_note import PredictionNote, add_file, read_note, write_note


def test_there_and_back(tmp_path: Path) -> None:
    note = PredictionNote("m (abc)", "CC BY-NC 4.0", "segstudio predict", PRESETS["ade20k"])
    write_note(tmp_path, note)
    found = read_note(tmp_path)
    assert found is not None
    assert (found.model, found.licence, found.command) == (note.model, note.licence, note.command)
    assert found.table.classes == note.table.classes
    assert found.table.ignore_index == 0
    assert (found.mapping, found.files) == (None, None)


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"classes": [{"id": 1}]}', '{"classes": 3}'])
def test_none_where_it_cannot_be_read(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / ".segstudio").mkdir()
        (tmp_path / ".segstudio" / "predictions.json").write_text(content)
    assert read_note(tmp_path) is None


_keys = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


@given(st.dictionaries(_keys, st.sampled_from(["0" * 64, "a" * 64, "5f" * 32])))
def test_files_are_known_whatever_they_are_called(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("masks")
    write_note(folder, PredictionNote("m", "l", "c", PRESETS["voc"], "", {}))
    for key, digest in files.items():
        add_file(folder, key, digest)
    found = read_note(folder)
    assert found is not None
    assert found.files == files
    write_note(folder, found)
    assert read_note(folder) == found


def test_the_last_line_of_a_file_counts_and_a_torn_one_does_not(tmp_path: Path) -> None:
    write_note(tmp_path, PredictionNote("m", "l", "c", PRESETS["voc"], "", {"a": "0" * 64}))
    add_file(tmp_path, "a", "1" * 64)
    listed = tmp_path / ".segstudio" / "predictions.sha256"
    assert listed.read_text() == f"{'0' * 64}  a.png\n{'1' * 64}  a.png\n"
    listed.write_bytes(listed.read_bytes() + b"2222")
    found = read_note(tmp_path)
    assert found is not None
    assert found.files == {"a": "1" * 64}


def test_what_keeps_masks_apart() -> None:
    note = PredictionNote("m (abc)", "l", "c", table_of(["a", "b"]), "")
    assert note.difference(PredictionNote("m (abc)", "l", "another", table_of(["a", "b"]), "")) == ""
    assert note.difference(PredictionNote("m (abc)", "l", "c", table_of(["a", "b"]))) == "", (
        "it is not known"
    )
    assert "model" in note.difference(PredictionNote("m (abc mirrored)", "l", "c", note.table, ""))
    assert "classes" in note.difference(PredictionNote("m (abc)", "l", "c", table_of(["b", "a"]), ""))
    assert "mapping" in note.difference(PredictionNote("m (abc)", "l", "c", note.table, "5f5f"))
