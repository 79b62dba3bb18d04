"""How much of a disk predictions take."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from segstudio.core.classes import ClassTable
from segstudio.core.prediction import Prediction
from segstudio.engine.files.prediction_cache import PredictionCache


@pytest.fixture
def prediction(table: ClassTable) -> Prediction:
    return Prediction.from_logits(np.zeros((3, 4, 4), np.float32), (16, 16), table, "one", "one")


def of(prediction: Prediction, model: str) -> Prediction:
    return replace(prediction, model_id=model, model_name=model)


def test_predictions_of_models_out_of_use_give_way_the_oldest_first(
    tmp_path: Path, prediction: Prediction
) -> None:
    old = PredictionCache(tmp_path)
    for number, model in enumerate(["first", "second", "second", "second"]):
        old.save(f"image{number}", of(prediction, model))
        os.utime(old.path(f"image{number}", model), ns=(number, number))
    (tmp_path / ".half.npz.x.tmp").write_bytes(b"of a process that was killed")
    os.utime(tmp_path / ".half.npz.x.tmp", ns=(0, 0))
    size = old.path("image3", "second").stat().st_size
    cache = PredictionCache(tmp_path, others_bytes=2 * size + size // 2)
    for number in range(3):
        cache.save(f"image{number}", of(prediction, "third"))
    kept = {path.name for path in tmp_path.iterdir()}
    assert kept == {
        "image2-second.npz", "image3-second.npz", "image0-third.npz", "image1-third.npz", "image2-third.npz",
    }  # fmt: skip
    assert cache.load("image3", "second") is not None


def test_those_of_the_model_in_use_are_never_removed(tmp_path: Path, prediction: Prediction) -> None:
    PredictionCache(tmp_path).save("image0", prediction)
    again = PredictionCache(tmp_path, others_bytes=0)
    again.save("image1", prediction)
    assert again.load("image0", "one") is not None


def test_models_whose_ids_begin_alike_are_not_mixed_up(tmp_path: Path, prediction: Prediction) -> None:
    """Ids end in the options of the prediction and may be longer than a file's name."""
    cache = PredictionCache(tmp_path)
    long = "m" * 300
    cache.save("image", of(prediction, f"{long}flip"))
    assert cache.load("image", f"{long}scales") is None
    found = cache.load("image", f"{long}flip")
    assert found is not None
    assert found.model_id == f"{long}flip"


def test_a_file_that_has_vanished_keeps_no_other_from_giving_way(
    tmp_path: Path, prediction: Prediction
) -> None:
    PredictionCache(tmp_path).save("image0", of(prediction, "first"))
    (tmp_path / "image1-first.npz").symlink_to(tmp_path / "gone")
    PredictionCache(tmp_path, others_bytes=0).save("image2", of(prediction, "second"))
    assert not (tmp_path / "image0-first.npz").exists()
    assert (tmp_path / "image2-second.npz").exists()
