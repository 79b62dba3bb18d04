"""Scores while training are those that `evaluate` gives the same weights."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from segstudio.core.classes import ClassTable, table_of
from segstudio.core.label_png import write_label
from segstudio.deeplab.checkpoints.checkpoint import ModelDescription, save_model
from segstudio.deeplab.model import build_model
from segstudio.deeplab.predictor import Predictor
from segstudio.deeplab.runs.dataset import Source, load_source
from segstudio.deeplab.runs.release import release
from segstudio.deeplab.training import BEST, train
from segstudio.deeplab.weights import load_file
from segstudio.engine.evaluate import Folders, evaluate_folders
from segstudio.metrics.scores import Scores
from tests.unit.deeplab.tiny_runs import TINY, Pair, log_of, tiny_run, write_pairs

NAMED = table_of(["sky", "building", "road"]).classes
TABLE = ClassTable((NAMED[0], NAMED[2]), ignore_index=1, ignore_name="building")
"""The ignored value lies between the classes, so that a model has an output for it."""


@pytest.fixture
def source(tmp_path: Path) -> Source:
    """Three 32×48 pictures whose class shows in their brightness."""
    rng = np.random.default_rng(2)

    def pair() -> Pair:
        label = rng.integers(0, 3, (4, 6), np.uint8).repeat(8, 0).repeat(8, 1)
        return np.repeat(label[:, :, None] * 100, 3, 2).astype(np.uint8), label

    return write_pairs(tmp_path, [pair() for _ in range(3)], TABLE)


@pytest.fixture
def answering_all(source: Source, tmp_path: Path) -> Path:
    """A checkpoint that answers with each of its three outputs somewhere."""
    torch.manual_seed(1)
    path, state = tmp_path / "initial.safetensors", build_model(TINY).state_dict()
    description = ModelDescription(TINY, TABLE, "initial")
    state["classifier.weight"] *= 1000  # random weights hardly tell one pixel from another
    save_model(path, state, description)
    predictor = Predictor(load_file(path), "cpu", threads=1)
    logits = [predictor.logits(s.image).reshape(3, -1) for s in load_source(source, TABLE)]
    state["classifier.bias"] -= torch.from_numpy(np.median(np.concatenate(logits, 1), axis=1))
    save_model(path, state, description)
    return path


def evaluated(source: Source, checkpoint: Path) -> Scores:
    """What `predict` and `evaluate` say of it."""
    said = source.labels.with_name("said")
    predictor = Predictor(load_file(checkpoint), "cpu", threads=1)
    answers = {s.stem: predictor.predict(s.image).label_map() for s in load_source(source, TABLE)}
    assert set(np.unique(list(answers.values()))) == {0, 1, 2}
    for stem, answer in answers.items():
        write_label(said / f"{stem}.png", answer, TABLE)
    return evaluate_folders(Folders(source.labels, said, TABLE)).scores


def test_an_ignored_value_among_the_classes_is_no_class_in_validation(
    source: Source, answering_all: Path, tmp_path: Path
) -> None:
    """Where the model answers with it, that is a miss. `predict` keeps logits in 8 bits: few pixels differ."""
    config = tiny_run(
        tmp_path / "run", source, TABLE, validation=source, initial=answering_all, learning_rate=0.0
    )
    result = train(config)
    expected = evaluated(source, config.out / BEST)
    assert result.scores is not None
    assert result.scores.iou[1] is expected.iou[1] is None
    for figure in ("miou", "pixel_accuracy", "mean_accuracy", "fwiou"):
        assert getattr(result.scores, figure) == pytest.approx(getattr(expected, figure), abs=0.005)
    assert log_of(config)[0]["miou"] == result.best_miou == result.scores.miou


def test_an_ignored_value_among_the_classes_is_no_class_in_a_release(
    source: Source, answering_all: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    scores = release(answering_all, out, "mine", "CC0", {"val": load_source(source, TABLE)})
    expected = evaluated(source, out / "mine.safetensors")
    assert scores["val"] == expected
    stored = json.loads((out / "mine.json").read_text("utf-8"))
    assert stored["scores"]["val.miou"] == expected.miou
    assert list(stored["iou"]["val"]) == ["sky", "road"]
