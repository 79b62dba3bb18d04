"""`segstudio models`: every field of the table, for people and for programs."""

from __future__ import annotations

import json
import re
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


def test_an_miou_stands_beside_the_data_that_it_was_measured_on(run: Run) -> None:
    ended = run("models", columns=80)
    for card in MODELS:
        (name, value) = next((n, v) for n, v in card.scores.items() if n.endswith(".miou"))
        words = name.removesuffix(".miou").split("_")
        row = rf"^ *{card.name} .* {100 * value:.1f} +{words[0]} {words[1]} "
        assert re.search(row, ended.out, re.MULTILINE)
        assert f"  {name} = {round(value, 4)}\n" in ended.out, "as many digits as are known"
