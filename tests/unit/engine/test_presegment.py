"""Predictions that are wished for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from segstudio.core.classes import ClassMapping, ClassTable
from segstudio.core.prediction import Prediction
from segstudio.engine.files.entries import ImageEntry
from segstudio.engine.files.prediction_cache import PredictionCache
from segstudio.engine.index import Index
from segstudio.engine.jobs import JobQueue
from segstudio.engine.models.model_host import Predictor
from segstudio.engine.presegment import PredictionService, PredictionSource
from segstudio.engine.project import Project
from segstudio.engine.pump import Pump
from tests.unit.engine.conftest import SHAPE, MakeFolder


@pytest.fixture
def queues(pump: Pump) -> Iterator[tuple[JobQueue, JobQueue]]:
    """The pool, and the model's."""
    made = JobQueue("pool", pump), JobQueue("model", pump)
    yield made
    for queue in made:
        queue.close()


@pytest.fixture
def entry(make_folder: MakeFolder) -> ImageEntry:
    return Project.open(make_folder(images=1)).images[0]


@pytest.fixture
def source(entry: ImageEntry, table: ClassTable, tmp_path: Path) -> Iterator[PredictionSource]:
    """Of a model that has predicted the image before."""
    predictor = cast("Predictor", SimpleNamespace(model_id="tiny", model_name="tiny"))
    index, cache = Index(tmp_path / "index.sqlite"), PredictionCache(tmp_path / "predictions")
    logits = np.zeros((3, 4, 4), np.float32)
    cache.save(index.file_hash(entry.path), Prediction.from_logits(logits, SHAPE, table, "tiny", "tiny"))
    yield PredictionSource(predictor, cache, index, table, ClassMapping((0, 1, 2), ()))
    index.close()


def test_a_look_for_a_prediction_that_was_cancelled_is_asked_for_again(
    queues: tuple[JobQueue, JobQueue], source: PredictionSource, entry: ImageEntry, pump: Pump
) -> None:
    pool, models = queues
    gate, got = threading.Event(), list[str]()
    pool.submit("gate", "gate", lambda context: gate.wait(30), priority=1000)
    service = PredictionService(pool, models)
    service.predicted.connect(lambda key, predicted: got.append(key))
    service.use(source)
    service.wish([entry])
    pool.cancel(next(job.id for job in pool.jobs() if job.kind == "prediction"))
    service.wish([entry])
    gate.set()
    pump.until(lambda: not pool.jobs())
    assert got == [entry.key]


def test_a_proposal_that_is_not_the_label_map_takes_memory_of_its_own(
    source: PredictionSource, entry: ImageEntry
) -> None:
    whole = source.cached(entry)
    part = replace(source, sure_from=0.5).cached(entry)
    assert whole is not None
    assert part is not None
    assert part.nbytes == whole.nbytes + part.proposal.nbytes
