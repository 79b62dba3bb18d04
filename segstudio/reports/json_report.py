"""The evaluation as JSON, for other programs.

Schema `segstudio.evaluation/1`. Scores are numbers between 0 and 1, or null where the definition divides by
nothing. Lists over classes are indexed by class id. Keys:

- `pixel_accuracy`, `mean_accuracy`, `miou`, `fwiou`: of the summed matrix
- `mean_of_images`: the same four as means of the per-image scores
- `iou`, `accuracy` (recall), `precision`, `dice`, `support`: lists by class id
- `confusion`: N×N, rows are truth; `outside`: per truth class, pixels predicted as no class
- `valid_pixels`, `images` (how many), `ignore_index`, `classes` ({id, name, colour})
- `per_image`: {name, the four scores, iou, valid_pixels, outside, problem}
- `intervals`: {level, samples, seed, and per score {low, high} or null}: percentile bootstrap over images
- `boundary`: null where boundaries were not looked at, else {ratio, iou (boundary IoU, list by class id), miou,
  trimap: [{width, the four scores inside that band of the boundaries of the truth, iou}], errors: {reach_ratio,
  confusion, missed_boundary, void: wrong pixels, by_class: N×3 of them}}
- `against`: null, or the other predictions: {prediction, model, hash, the four scores, iou, boundary: null or {iou, miou} as
  above, difference: per score {value, low, high (null for too few images), within_noise} or null (this minus the other),
  verdict: per score a sentence}
- `extra_predictions`: keys of predictions without a truth, which took no part (not with a list of images)
- `reference`: which pixels of the labels are the truth: `labels` (all) or `reviewed` (painted or confirmed by a person)
- `audit`: null where nobody knows who made the labels, else {pixels: {untouched, confirmed, painted}, shares: the same
  as shares of all labelled pixels, images: {all, touched, independent}, knows_model, sentence, scores: by part
  (`all_labels`, `touched_pixels`, `touched_images`, `independent_labels`) {images, valid_pixels, the four scores, iou,
  intervals}}. Independent is a label that did not begin as a prediction of this model
- `agreement`: null, or of two annotators {kappa, differing_pixels, differing_regions, only_first, only_second}; then
  `truth` is the first and `prediction` the second, rows of `confusion` are the first's classes
- `unusable_predictions`: {missing, unreadable, size, values}: how many; `left_out`: [{name, problem}] of truths
- `hashes`: {model, classes, truth, prediction}: SHA-256 as `segstudio.reports.fingerprints` defines it, or null
- `truth`, `prediction`, `model`, `command`, `notes`, `versions`, `created`

An entry of `per_image` also has `truth_sha256` and `prediction_sha256`: of the files, or null (of a prediction that a
project keeps: of its pixels, row by row, in ids of the table); `truth_problem`; `origin`: null or {untouched,
confirmed, painted, proposed_by: ids of models, independent}; and `disagreement`: null or {pixels, count, only_first,
only_second, regions: the largest, [{x, y, width, height, pixels, first, second}]}.
The same as a JSON Schema: `segstudio evaluate --schema`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from segstudio.core.atomic import write_text
from segstudio.metrics.bootstrap import LEVEL, SAMPLES, SEED, Difference, Interval
from segstudio.metrics.boundary import BOUNDARY_RATIO, MISPLACED_RATIO, TRIMAP_WIDTHS, BoundaryCounts
from segstudio.metrics.definitions import SUMMARY
from segstudio.metrics.scores import Scores, score
from segstudio.reports.audit import Origin
from segstudio.reports.model import TROUBLES, Disagreement, Evaluation, ImageResult
from segstudio.reports.verdict import verdicts

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
        "intervals": {
            "level": LEVEL,
            "samples": SAMPLES,
            "seed": SEED,
            **{key: _interval(found) for key, found in evaluation.intervals.items()},
        },
        "boundary": _boundary(evaluation.boundary),
        "against": _against(evaluation),
        "reference": evaluation.reference.value,
        "audit": _audit(evaluation),
        "agreement": _agreement(evaluation),
        "extra_predictions": list(evaluation.extra),
        "unusable_predictions": {kind: evaluation.troubles.get(kind, 0) for kind in TROUBLES},
        "left_out": [{"name": key, "problem": why} for key, why in evaluation.left_out],
        "hashes": evaluation.hashes,
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
        "truth_sha256": image.truth_hash,
        "prediction_sha256": image.prediction_hash,
        "truth_problem": image.truth_problem,
        "origin": _origin(image.origin),
        "disagreement": _disagreement(image.disagreement),
    }


def _origin(origin: Origin | None) -> dict[str, Any] | None:
    if origin is None:
        return None
    return {
        "untouched": origin.untouched,
        "confirmed": origin.confirmed,
        "painted": origin.painted,
        "proposed_by": list(origin.proposed_by),
        "independent": not origin.dependent,
    }


def _disagreement(found: Disagreement | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "pixels": found.pixels,
        "count": found.count,
        "only_first": found.only_first,
        "only_second": found.only_second,
        "regions": [
            {
                "x": r.box.x,
                "y": r.box.y,
                "width": r.box.width,
                "height": r.box.height,
                "pixels": r.pixels,
                "first": r.first,
                "second": r.second,
            }
            for r in found.regions
        ],
    }


def _audit(evaluation: Evaluation) -> dict[str, Any] | None:
    audit = evaluation.audit
    if audit is None:
        return None
    pixels = {"untouched": audit.untouched, "confirmed": audit.confirmed, "painted": audit.painted}
    return {
        "pixels": pixels,
        "shares": {name: audit.share(count) for name, count in pixels.items()},
        "images": {"all": audit.images, "touched": audit.touched, "independent": audit.independent},
        "knows_model": audit.knows_model,
        "sentence": audit.sentence,
        "scores": {
            part.key: {
                "images": part.images,
                "valid_pixels": part.scores.valid_pixels,
                **_summary(part.scores),
                "iou": list(part.scores.iou),
                "intervals": {key: _interval(found) for key, found in part.intervals.items()},
            }
            for part in audit.parts
        },
    }


def _agreement(evaluation: Evaluation) -> dict[str, Any] | None:
    if not evaluation.of_annotators:
        return None
    found = [image.disagreement for image in evaluation.images if image.disagreement]
    return {
        "kappa": evaluation.kappa,
        "differing_pixels": sum(d.pixels for d in found),
        "differing_regions": sum(d.count for d in found),
        "only_first": sum(d.only_first for d in found),
        "only_second": sum(d.only_second for d in found),
    }


def _interval(interval: Interval | None) -> dict[str, float] | None:
    return None if interval is None else {"low": interval.low, "high": interval.high}


def _boundary(counts: BoundaryCounts | None) -> dict[str, Any] | None:
    if counts is None:
        return None
    trimap = zip(TRIMAP_WIDTHS, counts.trimap, strict=True)
    confusion, missed, void = counts.errors.sum(axis=0).tolist()
    return {
        "ratio": BOUNDARY_RATIO,
        "iou": list(counts.iou),
        "miou": counts.miou,
        "trimap": [
            {"width": width, **_summary(inside), "iou": list(inside.iou)}
            for width, inside in ((width, score(matrix)) for width, matrix in trimap)
        ],
        "errors": {
            "reach_ratio": MISPLACED_RATIO,
            "confusion": confusion,
            "missed_boundary": missed,
            "void": void,
            "by_class": counts.errors.tolist(),
        },
    }


def _against(evaluation: Evaluation) -> dict[str, Any] | None:
    other = evaluation.against
    if other is None:
        return None
    edges = other.boundary
    return {
        "prediction": other.prediction,
        "model": other.model,
        "hash": other.hashes["prediction"],
        **_summary(other.scores),
        "iou": list(other.scores.iou),
        "boundary": edges and {"iou": list(edges.iou), "miou": edges.miou},
        "difference": {key: _difference(found) for key, found in evaluation.differences.items()},
        "verdict": verdicts(evaluation),
    }


def _difference(found: Difference | None) -> dict[str, Any] | None:
    if found is None:
        return None
    span: dict[str, Any] = _interval(found.interval) or {"low": None, "high": None}
    return {"value": found.value, **span, "within_noise": found.within_noise}
