"""`segstudio evaluate` on the sample folders, and what it writes as JSON."""

from __future__ import annotations

import json
from typing import Any

from tests.unit.cli.conftest import Ended, Run, Sample

FOUR = ("pixel_accuracy", "mean_accuracy", "miou", "fwiou")


def evaluate(run: Run, sample: Sample, *more: object, columns: int = 120) -> Ended:
    return run("evaluate", "--pred", sample.predictions, "--truth", sample.labels, *more, columns=columns)


def evaluated(run: Run, sample: Sample, *more: object) -> dict[str, Any]:
    path = sample.root / "result.json"
    ended = evaluate(run, sample, "--json", path, *more)
    assert ended.code == 0, ended.err
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found
