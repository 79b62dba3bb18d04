"""`segstudio bench --device`: names and refusals; nothing is measured."""

from __future__ import annotations

import pytest

from segstudio.bench import predict
from segstudio.bench.registry import Row
from segstudio.cli.bench import bench
from segstudio.core.errors import InputError


def test_rows_of_a_gpu_have_its_name_and_no_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Row("predict.speedup.resnet50", 5.0, "×", 2.8, "higher")]
    monkeypatch.setattr(predict, "_rows", lambda *_: rows)
    (row,) = predict.with_device("cuda:0")(None, lambda *_: None)
    assert row == Row("predict.speedup.resnet50.cuda", 5.0, "×", None, "higher")
    assert predict.with_device("cpu") is predict.run


def test_other_benchmarks_have_no_device() -> None:
    with pytest.raises(InputError, match="leave --device out"):
        bench("metrics", device="cuda")


def test_a_device_that_is_not_there_is_told_at_once() -> None:
    with pytest.raises(InputError, match="no device 'cuda:99'"):
        predict.with_device("cuda:99")(None, lambda *_: None)
