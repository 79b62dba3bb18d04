"""The evaluation as one self-contained page: works offline, follows light and dark, prints.

Every name goes through jinja2's autoescape; the page holds no script and loads nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
import numpy as np

from segstudio.core.atomic import write_text
from segstudio.core.resources import resource
from segstudio.metrics.boundary import TRIMAP_WIDTHS
from segstudio.metrics.definitions import (
    BOUNDARY_IOU,
    ERROR_KINDS,
    INTERVAL,
    OUTSIDE,
    PER_CLASS,
    SOURCE,
    SUMMARY,
    TRIMAP,
)
from segstudio.metrics.scores import Score, row_shares, score
from segstudio.reports.model import Evaluation, ImageResult, Pictures
from segstudio.reports.pictures import Strip, strip
from segstudio.reports.verdict import points, verdicts

_MATRIX_UP_TO = 44
_PICKED = 36
"""Beyond the first many classes the matrix shows the second many, which a page has room for."""
_ROWS_UP_TO = 2000
_SHOWN_EACH = 4
_BINS = 20
_TURNS = frozenset({"R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "RLI", "LRI", "FSI", "PDF", "PDI"})
_CONFUSIONS, _MORE_CONFUSIONS = 8, 40
"""How many confusions are listed beside the matrix, and in its place where it would be too large to read."""
_REGIONS = 25


@dataclass(frozen=True)
class Cell:
    """One cell of the heat map. `share`: of its row, 0 to 1; `hit`: on the diagonal."""

    share: float
    count: int
    hit: bool
    title: str


@dataclass(frozen=True)
class Point:
    """Of the trimap curve: `at` 0 to 1 along the widths, the mIoU there, the width in pixels."""

    at: float
    miou: float
    width: int


@dataclass(frozen=True)
class Shown:
    """An image that the page shows."""

    result: ImageResult
    strip: Strip | None


def write_html(path: Path, evaluation: Evaluation, pictures: Pictures | None = None) -> None:
    """Write atomically. Raises WorkError."""
    write_text(path, as_html(evaluation, pictures))


def as_html(evaluation: Evaluation, pictures: Pictures | None = None) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resource("report")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = percent
    environment.filters["points"] = points
    environment.filters["isolated"] = isolated
    environment.filters["rgb"] = lambda colour: "rgb({} {} {})".format(*colour)
    ids, n = evaluation.shown_classes, evaluation.table.num_classes
    fits = len(ids) <= _MATRIX_UP_TO
    picked = ids if fits else _most_confused(evaluation, ids)
    has_outside = bool(evaluation.matrix.outside.any())
    columns = [*picked, n] if has_outside else list(picked)
    worst, best = _extremes(evaluation, pictures)
    return environment.get_template("report.html.j2").render(
        e=evaluation,
        scores=evaluation.scores,
        summary=SUMMARY,
        per_class=PER_CLASS,
        outside_text=OUTSIDE,
        source=SOURCE,
        classes=[c for c in evaluation.table.classes if c.id in set(ids)],
        absent=[c for c in evaluation.table.classes if c.id not in set(ids)],
        columns=[(c, "outside" if c == n else evaluation.table.name_of(c)) for c in columns],
        rows=[(i, evaluation.table.name_of(i)) for i in picked],
        cells=_cells(evaluation, list(picked), columns) if picked else None,
        picked=not fits,
        confusions=_largest(evaluation, _CONFUSIONS if fits else _MORE_CONFUSIONS),
        histogram=_histogram(evaluation),
        worst=worst,
        best=best,
        listed=sorted(evaluation.images, key=_by_miou)[:_ROWS_UP_TO],
        interval_text=INTERVAL,
        boundary_text=BOUNDARY_IOU,
        trimap_text=TRIMAP,
        widths=TRIMAP_WIDTHS,
        curve=_curve(evaluation),
        errors=_errors(evaluation),
        errors_text="; ".join(f"{kind}: {meaning}" for kind, meaning in ERROR_KINDS.items()),
        kinds={kind: number for number, kind in enumerate(ERROR_KINDS)},
        wrong=_wrong(evaluation),
        verdicts=verdicts(evaluation),
        audit=evaluation.audit,
        differing=_differing(evaluation),
        near=_near(evaluation),
        left_off=max(len(evaluation.images) - _ROWS_UP_TO, 0),
    )


def percent(value: Score, digits: int = 1) -> str:
    """'83.2', and an en dash where there is no score."""
    return "–" if value is None else f"{value * 100:.{digits}f}"


def isolated(text: str) -> str:
    """A name that runs from right to left, or turns the direction, between marks that keep it from what follows.

    Unicode Standard Annex #9, section 2.4: first strong isolate, and pop directional isolate.
    """
    return f"\u2068{text}\u2069" if any(unicodedata.bidirectional(c) in _TURNS for c in text) else text


def _by_miou(image: ImageResult) -> tuple[float, str]:
    return (2.0 if image.scores.miou is None else image.scores.miou, image.key)


def _extremes(evaluation: Evaluation, pictures: Pictures | None) -> tuple[list[Shown], list[Shown]]:
    """The worst and the best images without one being both; worst first, then best first."""
    ranked = evaluation.ranked
    worst = ranked[: min(_SHOWN_EACH, (len(ranked) + 1) // 2)]
    best = ranked[max(len(worst), len(ranked) - _SHOWN_EACH) :][::-1]

    def shown(result: ImageResult) -> Shown:
        picture = pictures(result) if pictures else None
        if picture is None:
            return Shown(result, None)
        return Shown(result, strip(picture, evaluation.table, of_annotators=evaluation.of_annotators))

    return [shown(r) for r in worst], [shown(r) for r in best]


def _cells(evaluation: Evaluation, ids: list[int], columns: list[int]) -> list[list[Cell]]:
    shares = row_shares(evaluation.matrix)
    counts = np.concatenate([evaluation.matrix.counts, evaluation.matrix.outside[:, None]], axis=1)
    n, name = evaluation.table.num_classes, evaluation.table.name_of
    rows = []
    for i in ids:
        row = []
        for j in columns:
            share, count = float(np.nan_to_num(shares[i, j])), int(counts[i, j])
            called = "outside" if j == n else name(j)
            title = f"{isolated(name(i))} → {isolated(called)}: {count:,} pixels, {share:.2%} of the row"
            row.append(Cell(share, count, i == j, title))
        rows.append(row)
    return rows


def _differing(evaluation: Evaluation) -> dict[str, Any]:
    """What two annotators' labels differ in: totals, and the largest regions of all images."""
    found = [(image.key, image.disagreement) for image in evaluation.images if image.disagreement]
    regions = sorted(((key, r) for key, d in found for r in d.regions), key=lambda row: -row[1].pixels)
    return {
        "pixels": sum(d.pixels for _, d in found),
        "regions": sum(d.count for _, d in found),
        "only_first": sum(d.only_first for _, d in found),
        "only_second": sum(d.only_second for _, d in found),
        "largest": regions[:_REGIONS],
    }


def _most_confused(evaluation: Evaluation, ids: Sequence[int]) -> tuple[int, ...]:
    """The classes that gain or lose the most pixels to others, in order of ids."""
    counts = evaluation.matrix.counts
    wrong = counts.sum(axis=0) + counts.sum(axis=1) - 2 * counts.diagonal() + evaluation.matrix.outside
    return tuple(sorted(sorted(ids, key=lambda i: -int(wrong[i]))[:_PICKED]))


def _wrong(evaluation: Evaluation) -> list[list[tuple[str, int]]]:
    """By class id, how many of its true pixels are wrong in which way."""
    if evaluation.boundary is None:
        return []
    return [list(zip(ERROR_KINDS, row, strict=True)) for row in evaluation.boundary.errors.tolist()]


def _near(evaluation: Evaluation) -> list[list[Score]]:
    """IoU by class id inside the band of each trimap width."""
    return [list(score(m).iou) for m in evaluation.boundary.trimap] if evaluation.boundary else []


def _largest(evaluation: Evaluation, most: int) -> list[dict[str, Any]]:
    """The off-diagonal cells with the most pixels."""
    counts = evaluation.matrix.counts.copy()
    np.fill_diagonal(counts, 0)
    shares = row_shares(evaluation.matrix)
    found = []
    for flat in np.argsort(counts, axis=None)[::-1][:most]:
        i, j = divmod(int(flat), counts.shape[0])
        if counts[i, j]:
            name = evaluation.table.name_of
            found.append(
                {"truth": name(i), "called": name(j), "count": int(counts[i, j]), "share": shares[i, j]}
            )
    return found


def _curve(evaluation: Evaluation) -> list[Point]:
    """mIoU over the width of the band, on a scale where each doubling takes a step; both axes from 0 to 1."""
    if evaluation.boundary is None:
        return []
    steps = max(len(TRIMAP_WIDTHS) - 1, 1)
    found = enumerate(evaluation.boundary.trimap_miou)
    return [Point(n / steps, miou, width) for n, (width, miou) in found if miou is not None]


def _errors(evaluation: Evaluation) -> list[dict[str, Any]]:
    """The kinds of wrong pixels with their shares; empty where boundaries were not looked at or nothing is wrong."""
    if evaluation.boundary is None or not evaluation.boundary.errors.any():
        return []
    counts = evaluation.boundary.errors.sum(axis=0)
    kinds = zip(ERROR_KINDS.items(), counts.tolist(), strict=True)
    return [
        {"name": name, "meaning": meaning, "count": count, "share": count / counts.sum()}
        for (name, meaning), count in kinds
    ]


def _histogram(evaluation: Evaluation) -> list[int]:
    """How many images have an mIoU in each twentieth."""
    values = [r.scores.miou for r in evaluation.ranked]
    counts, _ = np.histogram([v for v in values if v is not None], bins=_BINS, range=(0, 1))
    return [int(c) for c in counts]
