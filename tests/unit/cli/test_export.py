"""`segstudio export` and `segstudio bench`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from segstudio.bench.registry import Bench, Row
from segstudio.core.errors import WorkError
from segstudio.core.label_png import read_label
from tests.unit.cli.conftest import Run, Sample


def test_export_writes_saved_labels(run: Run, sample: Sample, tmp_path: Path) -> None:
    (sample.labels / "b9.png").unlink()
    out = tmp_path / "out"
    ended = run("export", sample.root, "--format", "png", "--out", out)
    assert ended.code == 0, ended.err
    assert "3 labels written" in ended.out
    assert "1 without a label left out" in ended.out
    assert read_label(out / "deep" / "a.png").tolist() == sample.truth["deep/a"].tolist()


def test_a_bad_label_is_named(run: Run, sample: Sample, tmp_path: Path) -> None:
    (sample.labels / "b9.png").write_bytes(b"")
    ended = run("export", sample.root, "--format", "voc", "--out", tmp_path / "out")
    assert ended.code == 2
    assert "b9.png" in ended.err


def test_an_unknown_format_is_2_and_names_those_there_are(run: Run, sample: Sample, tmp_path: Path) -> None:
    ended = run("export", sample.root, "--format", "gif", "--out", tmp_path / "out")
    assert ended.code == 2
    assert "yolo" in ended.err


def _bench(rows: list[Row]) -> Bench:
    return Bench("metrics", "A stand-in", lambda data, progress: rows)


def test_bench_prints_each_figure_beside_its_budget(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [Row("a.ms", 1.0, "ms", 2.0), Row("a.ratio", 5.0, "×", 10.0, "higher"), Row("a.plain", 3.0, "s")]
    monkeypatch.setattr("segstudio.cli.bench.load_bench", lambda name: _bench(rows))
    path = tmp_path / "rows.json"
    ended = run("bench", "metrics", "--json", path, columns=80)
    assert ended.code == 0, "a figure over its budget is no error"
    lines = {line.split()[0]: line for line in ended.out.splitlines() if line.strip().startswith("a.")}
    assert "≤ 2" in lines["a.ms"]
    assert "within" in lines["a.ms"]
    assert "≥ 10" in lines["a.ratio"]
    assert "over" in lines["a.ratio"]
    assert "within" not in lines["a.plain"]
    assert json.loads(path.read_text("utf-8")) == [row.as_dict() for row in rows]


def test_a_benchmark_that_fails_is_1(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> list[Row]:
        raise WorkError("The measurement failed.")

    monkeypatch.setattr("segstudio.cli.bench.load_bench", lambda name: Bench("metrics", "x", fails))
    ended = run("bench", "metrics")
    assert ended.code == 1
    assert "measurement failed" in ended.err


def test_all_runs_each_in_its_own_process(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What did not finish is named at the end; the other rows are there."""
    monkeypatch.setattr("segstudio.cli.bench.bench_names", lambda: ["good", "bad"])

    def child(command: list[str], **_: Any) -> Any:
        if "bad" in command:
            return subprocess.CompletedProcess(command, 3)
        Path(command[command.index("--json") + 1]).write_text(json.dumps([Row("g.s", 1.0, "s").as_dict()]))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", child)
    ended = run("bench", "all", "--json", tmp_path / "all.json")
    assert ended.code == 1
    assert "g.s" in ended.out
    assert "bad" in ended.err
    assert [row["name"] for row in json.loads((tmp_path / "all.json").read_text())] == ["g.s"]
