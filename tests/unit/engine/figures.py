"""The figures of a session: waited for, and counted from scratch."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from segstudio.core.classes import ClassTable
from segstudio.core.images import read_image
from segstudio.core.label_png import read_label
from segstudio.core.provenance import reviewed
from segstudio.engine.pump import Pump
from segstudio.engine.session import Session
from segstudio.metrics.confusion import ConfusionMatrix


def recomputed(session: Session) -> ConfusionMatrix:
    """The current image from scratch."""
    document, prediction, table = session.document, session.prediction_label, session.table
    assert document is not None
    assert prediction is not None
    assert table is not None
    truth = np.where(
        reviewed(document.label_map.provenance), document.label_map.label, np.uint8(table.ignore_index)
    )
    return ConfusionMatrix.from_labels(truth, prediction, table.num_classes, table.ignore_index)


def counted(session: Session, pump: Pump) -> None:
    """Wait for the figures of the current image and of all labelled ones."""
    pump.until(lambda: session.image_comparison is not None)
    pump.until(lambda: session.dataset_comparison is None or session.dataset_comparison.images_pending == 0)


def saved_sum(root: Path, model: Path, table: ClassTable, keys: list[str]) -> ConfusionMatrix:
    """Independently: the model against whole label files (all painted by a person)."""
    # here, so that tests without a model do not wait for torch
    from segstudio.deeplab.predictor import Predictor
    from segstudio.deeplab.weights import load_model

    predictor = Predictor(load_model(model, "cpu"), "cpu")
    total = ConfusionMatrix.zero(table.num_classes, table.ignore_index)
    for key in keys:
        prediction = predictor.predict(read_image(root / "images" / f"{key}.png")).label_map()
        truth = read_label(root / "labels" / f"{key}.png")
        total += ConfusionMatrix.from_labels(truth, prediction, table.num_classes, table.ignore_index)
    return total
