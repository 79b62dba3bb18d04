"""The evaluation as JSON, for other programs.

Schema `segstudio.evaluation/1`. Scores are numbers between 0 and 1, or null where the definition divides by
nothing. Lists over classes are indexed by class id. Keys:

- `pixel_accuracy`, `mean_accuracy`, `miou`, `fwiou`: of the summed matrix
- `mean_of_images`: the same four as means of the per-image scores
- `iou`, `accuracy` (recall), `precision`, `dice`, `support`: lists by class id
- `confusion`: N×N, rows are truth; `outside`: per truth class, pixels predicted as no class
- `valid_pixels`, `images` (how many), `ignore_index`, `classes` ({id, name, colour})
- `per_image`: {name, the four scores, iou, valid_pixels, outside, problem}
- `truth`, `prediction`, `model`, `command`, `notes`, `versions`, `created`
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from segstudio.core.atomic import write_text
from segstudio.metrics.definitions import SUMMARY
from segstudio.metrics.scores import Scores
from segstudio.reports.model import Evaluation, ImageResult

SCHEMA = "segstudio.evaluation/1"


def write_json(path: Path, evaluation: Evaluation) -> None:
    """Write atomically. Raises WorkError."""
    write_text(path, json.dumps(as_dict(evaluation), ensure_ascii=False, allow_nan=False, indent=1) + "\n")


def as_dict(evaluation: Evaluation) -> dict[str, Any]:
    """The content of the file, as described above."""
    scores, matrix, table = evaluation.scores, evaluation.matrix, evaluation.table
    return {
        "schema": SCHEMA,
        **_summary(scores),
        "mean_of_images": evaluation.mean_of_images,
        "iou": list(scores.iou),
        "accuracy": list(scores.accuracy),
        "precision": list(scores.precision),
        "dice": list(scores.dice),
        "support": list(scores.support),
        "confusion": matrix.counts.tolist(),
        "outside": matrix.outside.tolist(),
        "valid_pixels": scores.valid_pixels,
        "images": len(evaluation.images),
        "ignore_index": table.ignore_index,
        "classes": [{"id": c.id, "name": c.name, "colour": list(c.colour)} for c in table.classes],
        "per_image": [_image(image) for image in evaluation.images],
        "truth": evaluation.truth,
        "prediction": evaluation.prediction,
        "model": evaluation.model,
        "command": evaluation.command,
        "notes": list(evaluation.notes),
        "versions": evaluation.versions,
        "created": evaluation.created,
    }


def _summary(scores: Scores) -> dict[str, float | None]:
    return {d.key: getattr(scores, d.key) for d in SUMMARY}


def _image(image: ImageResult) -> dict[str, Any]:
    return {
        "name": image.key,
        **_summary(image.scores),
        "iou": list(image.scores.iou),
        "valid_pixels": image.scores.valid_pixels,
        "outside": int(image.counts.dense().outside.sum()),
        "problem": image.problem,
    }
