"""Benchmarks: every file is one, rows keep their form, the rivals' methods are right."""

from __future__ import annotations

import importlib
import inspect
import json
from pathlib import Path

import numpy as np
import pytest

from segstudio.bench import context, metrics
from segstudio.bench.registry import APART, Row, bench_names, find_data, load_bench
from segstudio.core.errors import InputError
from segstudio.metrics.confusion import ConfusionMatrix


@pytest.mark.parametrize("name", bench_names())
def test_every_file_is_a_benchmark(name: str) -> None:
    module = importlib.import_module(f"segstudio.bench.{name}")
    assert list(inspect.signature(module.run).parameters) == ["data", "progress"]
    bench = load_bench(name)
    assert bench.name == name
    assert len(bench.title) > 10


def test_context_modules_are_trained_by_commands_that_differ_in_nothing_else(tmp_path: Path) -> None:
    words = {
        module: context.command(tmp_path, tmp_path / "run", module, 1, 6) for module in context.MODULES
    }
    for module, own in words.items():
        place = own.index("--context") + 1
        assert own[place] == module
        assert own[:place] + own[place + 1 :] == words["aspp"][:place] + words["aspp"][place + 1 :]
    bench = load_bench("context")
    assert bench.with_epochs is not None
    assert bench.with_epochs(1)(None, lambda *_: None) == []
    assert "context" in APART


def test_names_are_found_without_importing() -> None:
    assert "metrics" in bench_names()
    assert "registry" not in bench_names()
    with pytest.raises(InputError, match="metrics"):
        load_bench("registry")


def test_passing_depends_on_which_way_is_better() -> None:
    assert Row("a", 1.0, "s", 1.0, "lower").passes
    assert Row("a", 1.1, "s", 1.0, "lower").passes is False
    assert Row("a", 1.1, "×", 1.0, "higher").passes
    assert Row("a", 0.9, "×", 1.0, "higher").passes is False
    assert Row("a", 0.9, "×").passes is None


def test_rows_survive_json() -> None:
    row = Row("a.b", 1.25, "ms", None, "higher")
    assert set(row.as_dict()) == {"name", "value", "unit", "budget", "better"}
    assert Row.from_dict(json.loads(json.dumps(row.as_dict()))) == row


def test_data_is_what_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SEGSTUDIO_TEST_DATA", raising=False)
    assert find_data(None) is None
    (tmp_path / "named").mkdir()
    monkeypatch.setenv("SEGSTUDIO_TEST_DATA", str(tmp_path / "named"))
    assert find_data(None) == tmp_path / "named"
    assert find_data(tmp_path) == tmp_path
    with pytest.raises(InputError, match="absent"):
        find_data(tmp_path / "absent")


def test_the_methods_that_are_timed_agree() -> None:
    import torch

    truth, prediction = (a[:64, :512] for a in metrics.label_pair(1))
    own = ConfusionMatrix.from_labels(truth, prediction, metrics.CLASSES, metrics.IGNORE)
    t, p = (torch.from_numpy(a.astype(np.int64)) for a in (truth, prediction))
    assert np.array_equal(metrics.validated_bincount(p, t).numpy(), own.counts)
    agreed, predicted, true = metrics.histogram_areas(p, t)
    assert np.array_equal(agreed.numpy(), np.diag(own.counts))
    assert np.array_equal(predicted.numpy(), own.counts.sum(axis=0))
    assert np.array_equal(true.numpy(), own.counts.sum(axis=1))


def test_metrics_has_the_rows_of_the_budget_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "_ROUNDS", 1)
    monkeypatch.setattr(metrics, "_OWN_CALLS", 1)
    rows = metrics.run(None, lambda *_: None)
    assert [(r.name, r.budget, r.better) for r in rows] == [
        ("metrics.confusion_ns_per_px", 1.1, "lower"),
        ("metrics.speedup_vs_mmseg", 15, "higher"),
        ("metrics.speedup_vs_torchmetrics", 100, "higher"),
    ]
    assert all(r.value > 0 for r in rows)
