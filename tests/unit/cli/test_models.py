"""`segstudio models`: every field of the table, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from segstudio.core.zoo import MODELS
from tests.unit.cli.conftest import Run


def test_every_field_is_said_and_written(run: Run, tmp_path: Path) -> None:
    ended = run("models", "--json", tmp_path / "models.json", columns=200)
    assert ended.code == 0, ended.err
    rows = json.loads((tmp_path / "models.json").read_text("utf-8"))
    assert [row["name"] for row in rows] == [card.name for card in MODELS]
    for row in rows:
        assert {
            "classes",
            "preprocessing",
            "size_bytes",
            "licence",
            "scores",
            "data",
            "source",
        } <= row.keys()
        assert row["licence"] in ended.out
        assert ", ".join(row["classes"]) in ended.out
        assert row["preprocessing"]["size"] in ended.out
        assert all(name in ended.out for name in row["scores"])
