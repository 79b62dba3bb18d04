"""The evaluation as one table: a row for the data set, one per class, one per image; then what goes beyond them.

Scopes of these last rows: `interval_low` and `interval_high` (of the four scores of the data set), `trimap` (id: width
in pixels), `errors` (name: kind; pixels), `against` (the other predictions) and `difference` with its own interval.
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
COLUMNS = ("scope", "id", "name", *_SUMMARY, *_PER_CLASS, "boundary_iou", "pixels", "problem")
"""`scope` is dataset, class or image; `pixels` are valid pixels, of a class its pixels in the truth."""

Cell = str | int | float | None


def write_csv(path: Path, evaluation: Evaluation) -> None:
    """Write atomically, UTF-8 with a byte order mark (spreadsheets ask for it). Raises WorkError."""
    write_text(path, "\ufeff" + as_csv(evaluation))


def as_csv(evaluation: Evaluation) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
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
    yield {"scope": "dataset", "name": evaluation.truth, **summary, "pixels": scores.valid_pixels}
    for c in evaluation.table.classes:
        values = {key: getattr(scores, key)[c.id] for key in _PER_CLASS}
        if evaluation.boundary:
            values["boundary_iou"] = evaluation.boundary.iou[c.id]
        yield {"scope": "class", "id": c.id, "name": c.name, **values, "pixels": scores.support[c.id]}
    for image in evaluation.images:
        yield {
            "scope": "image",
            "name": image.key,
            **{key: getattr(image.scores, key) for key in _SUMMARY},
            "pixels": image.scores.valid_pixels,
            "problem": image.problem,
        }
    yield from _interval("interval", evaluation.intervals)
    yield from _boundary(evaluation.boundary)
    other = evaluation.against
    if other is not None:
        theirs = {key: getattr(other.scores, key) for key in _SUMMARY}
        yield {"scope": "against", "name": other.prediction, **theirs, "pixels": other.scores.valid_pixels}
        found = evaluation.differences
        yield {"scope": "difference", **{k: d.value if d else None for k, d in found.items()}}
        yield from _interval("difference", {k: d.interval if d else None for k, d in found.items()})


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
    for name, pixels in zip(
        ("confusion", "missed_boundary", "void"), counts.errors.sum(axis=0), strict=True
    ):
        yield {"scope": "errors", "name": name, "pixels": int(pixels)}
