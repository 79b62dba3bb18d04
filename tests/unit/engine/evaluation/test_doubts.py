"""How unsure a model is of an image, and looking through what it said of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from segstudio.core.classes import ClassMapping, ClassTable, table_of
from segstudio.core.prediction import Prediction
from segstudio.engine.evaluation.doubts import Doubts, uncertainty
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.prediction_cache import PredictionCache
from segstudio.engine.index import Index
from segstudio.engine.jobs import JobQueue
from segstudio.engine.models.model_host import Predictor
from segstudio.engine.presegment import PredictionSource
from segstudio.engine.project import Project
from segstudio.engine.pump import Pump
from tests.unit.engine.conftest import MakeFolder


def test_uncertainty_is_one_minus_the_best_probability() -> None:
    table = table_of(["a", "b"])
    even = Prediction.from_logits(np.zeros((2, 3, 3), np.float32), (6, 6), table, "m", "m")
    assert uncertainty(even) == pytest.approx(0.5)
    logits = np.zeros((2, 3, 3), np.float32)
    logits[0] = 4.0
    sure = Prediction.from_logits(logits, (6, 6), table, "m", "m")
    assert uncertainty(sure) == pytest.approx(1 - 1 / (1 + np.exp(-4.0)), abs=2e-3)
    assert uncertainty(sure) == pytest.approx(1 - float(sure.confidence().mean()) / 255, abs=5e-3)


@pytest.fixture
def pool(pump: Pump) -> Iterator[JobQueue]:
    made = JobQueue("pool", pump)
    yield made
    made.close()


def test_one_odd_error_is_logged_and_the_other_images_are_looked_at(
    *, make_folder: MakeFolder, pump: Pump, pool: JobQueue, table: ClassTable, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    images = Project.open(make_folder(images=30)).images
    predictor = cast("Predictor", SimpleNamespace(model_id="tiny", model_name="tiny"))
    index, cache = Index(tmp_path / "index.sqlite"), PredictionCache(tmp_path / "predictions")
    source = PredictionSource(predictor, cache, index, table, ClassMapping((0, 1, 2), ()))
    for entry in images:
        logits = np.zeros((3, 4, 4), np.float32)
        cache.save(
            index.file_hash(entry.path), Prediction.from_logits(logits, (60, 80), table, "tiny", "tiny")
        )
    stored = PredictionSource.stored

    def odd(source: PredictionSource, entry: ImageEntry) -> Prediction | None:
        if entry.key == "scene_002":
            raise ZeroDivisionError
        return stored(source, entry)

    monkeypatch.setattr(PredictionSource, "stored", odd)
    doubts = Doubts(pool)
    doubts.begin(source, None, [])
    for entry in images:
        doubts.add(entry)
    pump.until(lambda: not pool.jobs())
    assert doubts.of("scene_030").uncertainty == pytest.approx(2 / 3)
    assert "ZeroDivisionError" in caplog.text
    index.close()
