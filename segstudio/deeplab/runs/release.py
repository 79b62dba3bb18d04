"""Turning a run's best checkpoint into the file that is shipped: float16, with its measured scores beside it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from segstudio.core.atomic import write_text
from segstudio.core.progress import CancelToken, Progress
from segstudio.deeplab.checkpoints.checkpoint import save_model
from segstudio.deeplab.predictor import Predictor
from segstudio.deeplab.runs.dataset import Sample
from segstudio.deeplab.runs.losses import IGNORE
from segstudio.deeplab.runs.validation import compared
from segstudio.deeplab.weights import load_file
from segstudio.metrics.confusion import ConfusionMatrix
from segstudio.metrics.scores import Scores, score


def measure(
    predictor: Predictor,
    samples: Iterable[Sample],
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> Scores:
    """Scores from the summed matrix over `samples`, predicted one by one at full size."""
    matrix = ConfusionMatrix.zero(predictor.classes.num_classes, IGNORE)
    for number, sample in enumerate(samples):
        if progress is not None:
            progress(number, 0, f"Measuring {sample.stem}")
        matrix += compared(
            sample.label, predictor.predict(sample.image, cancel).label_map(), predictor.classes
        )
    return score(matrix)


def release(
    checkpoint: Path,
    folder: Path,
    name: str,
    licence: str,
    data: dict[str, list[Sample]],
    *,
    notes: dict[str, Any] | None = None,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> dict[str, Scores]:
    """Write `name`.safetensors (float16) and `name`.json (scores on each of `data`) into `folder`.

    The scores are those of the written file, read back and run as users run it. Raises InputError for a
    checkpoint that cannot be read, WorkError when the folder cannot be written.
    """
    loaded = load_file(checkpoint)
    description = dataclasses.replace(loaded.description, name=name, licence=licence)
    path = folder / f"{name}.safetensors"
    save_model(path, loaded.model.state_dict(), description, half=True)
    predictor = Predictor(load_file(path), "cpu")
    scores = {key: measure(predictor, samples, progress, cancel) for key, samples in data.items()}
    values: dict[str, Any] = {
        "name": name,
        "licence": licence,
        "scores": {},
        "iou": {},
        "notes": notes or {},
    }
    for key, result in scores.items():
        for figure in ("miou", "pixel_accuracy", "mean_accuracy", "fwiou"):
            values["scores"][f"{key}.{figure}"] = getattr(result, figure)
        values["iou"][key] = {
            description.classes.name_of(i): iou
            for i, iou in enumerate(result.iou)
            if i in description.classes
        }
    write_text(folder / f"{name}.json", json.dumps(values, indent=1, ensure_ascii=False) + "\n")
    return scores
