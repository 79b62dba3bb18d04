"""The evaluation as one table: a row for the data set, one per class, one per image; then what goes beyond them.

Scopes of these last rows:

- `mean_of_images`: the mean of the images' own scores; `interval_low`, `interval_high`: of the scores of the data set
- `trimap` (id: width in pixels); `errors` (name: kind; pixels), in a class's row by columns of its own
- `against` (the other predictions) and `difference` with its own interval
- where it is known who made the labels: `origin` (name: untouched, confirmed, painted; pixels, value: their share) and
  `audit` (name: the part of the labels; value: how many images) with its interval
- of two annotators: `agreement` (name: kappa …; value) and `region` (name: the image; id: its number there; pixels;
  text: first -> second, left, top, width, height)
- `unusable` (name: kind; value: how many), `left_out` (name: the truth; problem)
- `about` (name: model, command, hashes, versions …; text)
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from segstudio.core.atomic import write_text
from segstudio.metrics.bootstrap import Interval
from segstudio.metrics.boundary import TRIMAP_WIDTHS, BoundaryCounts
from segstudio.metrics.definitions import PER_CLASS, SUMMARY
from segstudio.metrics.scores import score
from segstudio.reports.model import Evaluation

_SUMMARY = [d.key for d in SUMMARY]
_PER_CLASS = [d.key for d in PER_CLASS if d.key != "support"]
_ERRORS = ("confusion", "missed_boundary", "void")
_TRIMAP = [f"trimap_{width}" for width in TRIMAP_WIDTHS]
COLUMNS = (
    *("scope", "id", "name", *_SUMMARY, *_PER_CLASS, "boundary_iou", "pixels", "problem"),
    *(*_TRIMAP, *_ERRORS, "value", "text"),
)
"""`scope` is dataset, class or image; `pixels` are valid pixels, of a class its pixels in the truth. Of a class,
`trimap_4` is its IoU less than 4 pixels from a boundary, and `confusion` … count its wrong pixels by kind; of the data set
and of `against`, `boundary_iou` is the mean over the classes."""

Cell = str | int | float | None


def write_csv(path: Path, evaluation: Evaluation) -> None:
    """Write atomically, UTF-8 with a byte order mark (spreadsheets ask for it). Raises WorkError."""
    write_text(path, "\ufeff" + as_csv(evaluation))


def as_csv(evaluation: Evaluation) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()  # of names that hold no formula
    for row in _rows(evaluation):
        writer.writerow({key: neutral(value) for key, value in row.items()})
    return stream.getvalue()


def neutral(value: Cell) -> Cell:
    """Text that a spreadsheet would run as a formula gets an apostrophe in front.

    See OWASP, 'CSV Injection': cells that begin with = + - @, a tab or a carriage return.
    """
    if isinstance(value, str) and value.lstrip(" ")[:1] in tuple("=+-@\t\r\n"):
        return f"'{value}"
    return value


def _rows(evaluation: Evaluation) -> Iterator[dict[str, Cell]]:
    scores = evaluation.scores
    summary = {key: getattr(scores, key) for key in _SUMMARY}
    edges = _edges(evaluation)
    yield {"scope": "dataset", "name": evaluation.truth, **summary, **edges, "pixels": scores.valid_pixels}
    near = [score(matrix).iou for matrix in evaluation.boundary.trimap] if evaluation.boundary else []
    for c in evaluation.table.classes:
        values: dict[str, Cell] = {key: getattr(scores, key)[c.id] for key in _PER_CLASS}
        if evaluation.boundary:
            values["boundary_iou"] = evaluation.boundary.iou[c.id]
            values |= {key: iou[c.id] for key, iou in zip(_TRIMAP, near, strict=True)}
            values |= dict(zip(_ERRORS, evaluation.boundary.errors[c.id].tolist(), strict=True))
        yield {"scope": "class", "id": c.id, "name": c.name, **values, "pixels": scores.support[c.id]}
    for image in evaluation.images:
        yield {
            "scope": "image",
            "name": image.key,
            **{key: getattr(image.scores, key) for key in _SUMMARY},
            "pixels": image.scores.valid_pixels,
            "problem": " ".join(filter(None, (image.problem, image.truth_problem))) or None,
        }
    yield {"scope": "mean_of_images", **evaluation.mean_of_images}
    yield from _interval("interval", evaluation.intervals)
    yield from _boundary(evaluation.boundary)
    other = evaluation.against
    if other is not None:
        theirs = {key: getattr(other.scores, key) for key in _SUMMARY}
        edges, pixels = _edges(other), other.scores.valid_pixels
        yield {"scope": "against", "name": other.prediction, **theirs, **edges, "pixels": pixels}
        found = evaluation.differences
        yield {"scope": "difference", **{k: d.value if d else None for k, d in found.items()}}
        yield from _interval("difference", {k: d.interval if d else None for k, d in found.items()})
    yield from _audit(evaluation)
    yield from _agreement(evaluation)
    for kind, count in evaluation.troubles.items():
        if count:
            yield {"scope": "unusable", "name": kind, "value": count}
    for key, why in evaluation.left_out:
        yield {"scope": "left_out", "name": key, "problem": why}
    yield from _about(evaluation)


def _edges(evaluation: Evaluation) -> dict[str, Cell]:
    """The mean over the classes."""
    return {"boundary_iou": evaluation.boundary.miou} if evaluation.boundary else {}


def _audit(evaluation: Evaluation) -> Iterator[dict[str, Cell]]:
    audit = evaluation.audit
    if audit is None:
        return
    kinds = {"untouched": audit.untouched, "confirmed": audit.confirmed, "painted": audit.painted}
    for name, pixels in kinds.items():
        yield {"scope": "origin", "name": name, "pixels": pixels, "value": audit.share(pixels)}
    for part in audit.parts:
        values = {key: getattr(part.scores, key) for key in _SUMMARY}
        pixels = part.scores.valid_pixels
        yield {"scope": "audit", "name": part.key, **values, "pixels": pixels, "value": part.images}
        for row in _interval("audit", part.intervals):
            yield {**row, "name": part.key}


def _agreement(evaluation: Evaluation) -> Iterator[dict[str, Cell]]:
    if not evaluation.of_annotators:
        return
    yield {"scope": "agreement", "name": "kappa", "value": evaluation.kappa}
    found = [(image.key, image.disagreement) for image in evaluation.images if image.disagreement]
    yield {"scope": "agreement", "name": "differing_pixels", "pixels": sum(d.pixels for _, d in found)}
    yield {"scope": "agreement", "name": "differing_regions", "value": sum(d.count for _, d in found)}
    yield {"scope": "agreement", "name": "only_first", "pixels": sum(d.only_first for _, d in found)}
    yield {"scope": "agreement", "name": "only_second", "pixels": sum(d.only_second for _, d in found)}
    name = evaluation.table.name_of
    for key, disagreement in found:
        for number, r in enumerate(disagreement.regions, 1):
            box = f"{r.box.x}, {r.box.y}, {r.box.width}, {r.box.height}"
            text = f"{name(r.first)} -> {name(r.second)}, {box}"
            yield {"scope": "region", "name": key, "id": number, "pixels": r.pixels, "text": text}


def _about(evaluation: Evaluation) -> Iterator[dict[str, Cell]]:
    said = {
        "truth": evaluation.truth,
        "prediction": evaluation.prediction,
        "model": evaluation.model,
        "reference": evaluation.reference.value,
        "command": evaluation.command,
        "created": evaluation.created,
        **{f"sha256 of {name}": digest for name, digest in evaluation.hashes.items()},
        **{f"version of {name}": version for name, version in evaluation.versions.items()},
    }
    for name, text in [*said.items(), *(("note", note) for note in evaluation.notes)]:
        if text:
            yield {"scope": "about", "name": name, "text": text}


def _interval(scope: str, found: Mapping[str, Interval | None]) -> Iterator[dict[str, Cell]]:
    for end in ("low", "high"):
        yield {"scope": f"{scope}_{end}", **{k: getattr(i, end) if i else None for k, i in found.items()}}


def _boundary(counts: BoundaryCounts | None) -> Iterator[dict[str, Cell]]:
    if counts is None:
        return
    for width, matrix in zip(TRIMAP_WIDTHS, counts.trimap, strict=True):
        inside = score(matrix)
        values = {key: getattr(inside, key) for key in _SUMMARY}
        yield {"scope": "trimap", "id": width, **values, "pixels": inside.valid_pixels}
    for name, pixels in zip(_ERRORS, counts.errors.sum(axis=0), strict=True):
        yield {"scope": "errors", "name": name, "pixels": int(pixels)}
