"""Pairs of label maps on whose scores independent evaluators agree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from segstudio.core.label_png import read_label
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import score

CASES = ["ade_zero_ignored", "camvid_val_blocky", "camvid_val_erode", "voc_real_models"]


@pytest.mark.parametrize("name", CASES)
def test_scores_agree_with_the_consensus(golden: Path, name: str) -> None:
    stored: dict[str, Any] = json.loads((golden / f"{name}.json").read_text("utf-8"))
    case, consensus = stored["case"], stored["consensus"]
    folder = golden / "cases" / name
    n, ignore = case["num_classes"], case["ignore_index"]
    matrix = ConfusionMatrix.zero(n, ignore)
    truths = sorted((folder / "gt").glob("*.png"))
    assert len(truths) == case["images"]
    for path in truths:
        truth = read_label(path)
        prediction = read_label(folder / "pred" / path.name, truth.shape)
        matrix += ConfusionMatrix.from_labels(truth, prediction, n, ignore)
    assert matrix.counts.tolist() == consensus["confusion"]
    assert matrix.outside.tolist() == consensus["outside"]
    assert matrix.valid_pixels == consensus["valid_pixels"]
    found = score(matrix)
    for key in ("pixel_accuracy", "mean_accuracy", "miou", "fwiou"):
        assert getattr(found, key) == pytest.approx(consensus[key], abs=1e-9), key
    assert list(found.iou) == pytest.approx(consensus["iou"], abs=1e-9)
    assert list(found.accuracy) == pytest.approx(consensus["class_accuracy"], abs=1e-9)
