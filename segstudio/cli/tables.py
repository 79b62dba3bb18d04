"""An evaluation as tables for a terminal of any width."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from segstudio.metrics.bootstrap import Interval
from segstudio.metrics.boundary import BoundaryCounts
from segstudio.metrics.definitions import ERROR_KINDS, OUTSIDE, SUMMARY
from segstudio.metrics.scores import Score, row_shares
from segstudio.reports.model import Evaluation
from segstudio.reports.verdict import verdicts

_ALL_CLASSES_UP_TO = 32
_MATRIX_UP_TO = 64
_BAR, _WIDE_BAR, _WIDE = 10, 24, 100
_NAME = 18
_LITTLE, _BESIDE = 50, 78
"""Below the second width scores stand under each other, and classes have no more than IoU and pixels; below the first
the mean of images is left out too."""


def print_evaluation(console: Console, evaluation: Evaluation) -> None:
    console.print(_summary(evaluation, console.width))
    for sentence in verdicts(evaluation).values():
        console.print(sentence, markup=False)
    if evaluation.against:
        console.print()
    for line in [*_audit(evaluation, console.width), *_agreement(evaluation, console.width)]:
        console.print(line)
    console.print(_classes(evaluation, console.width))
    for line in _boundary(evaluation.boundary, evaluation.against.boundary if evaluation.against else None):
        console.print(line)
    for part in _matrix(evaluation, console.width):
        console.print(part)


def _audit(evaluation: Evaluation, width: int) -> Iterator[Text | Table]:
    """Who made the labels, and the scores over those parts."""
    audit = evaluation.audit
    if audit is None:
        return
    yield Text(audit.sentence)
    table = Table(box=box.SIMPLE_HEAD, title="The same predictions over, in %", title_justify="left")
    table.add_column("")
    for title in ["Images", *(["Pixels"] if width >= _BESIDE else [])]:
        table.add_column(title, justify="right", no_wrap=True)
    shown = SUMMARY if width >= _BESIDE else [d for d in SUMMARY if d.key == "miou"]
    for definition in shown:
        table.add_column(definition.title, justify="right")
    for part in audit.parts:
        pixels = [f"{part.scores.valid_pixels:,}"] if width >= _BESIDE else []
        scores = [percent(getattr(part.scores, d.key)) for d in shown]
        table.add_row(part.title.lower(), f"{part.images:,}", *pixels, *scores)
    yield table


def _agreement(evaluation: Evaluation, width: int, most: int = 10) -> Iterator[Text]:
    """Of two annotators: kappa, and the largest regions that differ."""
    found = [(image.key, image.disagreement) for image in evaluation.images if image.disagreement]
    if not found:
        return
    value = "–" if evaluation.kappa is None else f"{evaluation.kappa:.3f}"
    pixels, regions = sum(d.pixels for _, d in found), sum(d.count for _, d in found)
    yield Text(f"Cohen's kappa {value}; {pixels:,} pixels differ, in {regions:,} regions", style="bold")
    one, two = sum(d.only_first for _, d in found), sum(d.only_second for _, d in found)
    yield Text(f"Labelled by the first only: {one:,} pixels; by the second only: {two:,} pixels")
    largest = sorted(((key, r) for key, d in found for r in d.regions), key=lambda row: -row[1].pixels)
    name = evaluation.table.name_of
    for key, r in largest[:most]:
        where = f"{r.box.width}×{r.box.height} at {r.box.x}, {r.box.y}"
        line = Text(f"  {r.pixels:>9,} px  {key}: {name(r.first)} → {name(r.second)}, {where}")
        line.truncate(width, overflow="ellipsis")
        yield line
    if regions > most:
        yield Text(f"  … the {most} largest; the reports list more", style="dim")
    yield Text("")


def percent(value: Score, digits: int = 2) -> str:
    """'83.21', and an en dash where there is no score."""
    return "–" if value is None else f"{value * 100:.{digits}f}"


def _summary(evaluation: Evaluation, width: int) -> Table:
    scores = evaluation.scores
    count = len(evaluation.images)
    table = Table(
        title=f"Scores in % over {count:,} image{'' if count == 1 else 's'}, {scores.valid_pixels:,} valid pixels",
        title_justify="left",
        box=box.SIMPLE_HEAD,
    )
    means = evaluation.mean_of_images
    table.add_column("")
    rows = {
        "data set": [f"[bold]{percent(getattr(scores, d.key))}[/]" for d in SUMMARY],
        "95 % interval": [_span(evaluation.intervals[d.key]) for d in SUMMARY],
        "mean of images": [percent(means[d.key]) for d in SUMMARY],
    }
    if evaluation.against:
        rows["against"] = [percent(getattr(evaluation.against.scores, d.key)) for d in SUMMARY]
    if width < _LITTLE:
        del rows["mean of images"]
    if width < _BESIDE:
        for title in rows:
            table.add_column(title, justify="right")
        for d, cells in zip(SUMMARY, zip(*rows.values(), strict=True), strict=True):
            table.add_row(d.title, *cells)
        return table
    for definition in SUMMARY:
        table.add_column(definition.title, justify="right", no_wrap=True)
    for name, values in rows.items():
        table.add_row(name, *values, style="" if name == "data set" else "dim")
    return table


def _span(interval: Interval | None) -> str:
    return "–" if interval is None else f"{interval.low * 100:.1f}–{interval.high * 100:.1f}"


def _classes(evaluation: Evaluation, width: int) -> Table:
    scores, classes = evaluation.scores, evaluation.table.classes
    shown = set(evaluation.shown_classes)
    few = len(classes) <= _ALL_CLASSES_UP_TO
    narrow = width < _BESIDE
    bar = _WIDE_BAR if width >= _WIDE else _BAR
    hidden = 0 if few else len(classes) - len(shown)
    caption = f"{hidden} classes occur in neither truth nor prediction." if hidden else None
    table = Table(
        title="Per class, in %",
        title_justify="left",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        caption=caption,
        caption_justify="left",
    )
    table.add_column("id", justify="right")
    table.add_column("class", overflow="ellipsis", no_wrap=True, max_width=24, ratio=1 if narrow else None)
    table.add_column("IoU", justify="right", no_wrap=True)
    if not narrow:
        table.add_column("", width=bar, no_wrap=True)
        for title in ("Recall", "Precision", "Dice"):
            table.add_column(title, justify="right", no_wrap=True)
    edges = evaluation.boundary.iou if evaluation.boundary and width >= _WIDE else None
    if edges:
        table.add_column("Boundary IoU", justify="right", no_wrap=True)
    table.add_column("Pixels", justify="right", no_wrap=True)
    for c in sorted(classes, key=lambda c: c.id):
        if not few and c.id not in shown:
            continue
        more = (
            Text("█" * round((scores.iou[c.id] or 0) * bar), style="rgb({},{},{})".format(*c.colour)),
            percent(scores.accuracy[c.id], 1),
            percent(scores.precision[c.id], 1),
            percent(scores.dice[c.id], 1),
        )
        table.add_row(
            str(c.id),
            escape(c.name),
            percent(scores.iou[c.id]),
            *(() if narrow else more),
            *((percent(edges[c.id], 1),) if edges else ()),
            f"{scores.support[c.id]:,}",
        )
    return table


def _boundary(counts: BoundaryCounts | None, other: BoundaryCounts | None) -> Iterator[Text]:
    """Scores along boundaries and what kind the errors are, a line each. `other`: of what is compared against."""
    if counts is None or counts.miou is None:
        return
    theirs = f", against {percent(other.miou)} %" if other else ""
    yield Text(f"Mean boundary IoU {percent(counts.miou)} %{theirs}", style="bold")
    bands = ", ".join(f"{percent(value, 1)} ({width} px)" for width, value in counts.trimap_miou)
    yield Text(f"mIoU in bands along the boundaries: {bands}")
    kinds = counts.errors.sum(axis=0)
    if kinds.sum():
        shares = (
            f"{name} {n / kinds.sum() * 100:.1f} %" for name, n in zip(ERROR_KINDS, kinds, strict=True)
        )
        yield Text(f"Of {int(kinds.sum()):,} wrong pixels: {', '.join(shares)}")
    yield Text("")


def _matrix(evaluation: Evaluation, width: int) -> Iterator[Text]:
    """Rows are truth, columns prediction, in % of the row; as many columns side by side as fit."""
    ids = list(evaluation.shown_classes)
    if not ids:
        yield Text("No pixel is valid: there is nothing to compare.\n")
        return
    if len(ids) > _MATRIX_UP_TO:
        yield from _largest_confusions(evaluation, ids)
        return
    shares = row_shares(evaluation.matrix)
    n = evaluation.table.num_classes
    columns = [*ids, n] if evaluation.matrix.outside.any() else ids
    names = {i: evaluation.table.name_of(i) for i in ids}
    label = min(max(len(f"{i} {names[i]}") for i in ids), _NAME) + 1
    cell = 6 if label + 6 * len(columns) <= width else 4
    fit = max((width - label) // cell, 1)
    sides = "the first, columns the second" if evaluation.of_annotators else "truth, columns prediction"
    yield Text(f"Confusion matrix: rows are {sides}, in % of the row", style="italic")
    for start in range(0, len(columns), fit):
        part = columns[start : start + fit]
        head = Text(" " * label)
        for column in part:
            head.append(("out" if column == n else str(column)).rjust(cell), style="bold")
        yield head
        for i in ids:
            line = Text(f"{i} {names[i]}"[: label - 1].ljust(label))
            for column in part:
                line.append(*_cell(float(shares[i, column]), cell, hit=i == column))
            yield line
        yield Text("")
    if n in columns:
        yield Text(f"out: {OUTSIDE}\n", style="dim")


def _cell(share: float, width: int, *, hit: bool) -> tuple[str, str]:
    if np.isnan(share):
        return "–".rjust(width), "dim"
    if share == 0:
        return "·".rjust(width), "dim"
    text = f"{share * 100:.1f}" if width > 4 else f"{share * 100:.0f}"
    if hit:
        return text.rjust(width), "bold green" if share >= 0.5 else "bold yellow"
    return text.rjust(width), "red" if share >= 0.1 else ""


def _largest_confusions(evaluation: Evaluation, ids: list[int], most: int = 15) -> Iterator[Text]:
    counts = evaluation.matrix.counts.copy()
    np.fill_diagonal(counts, 0)
    shares = row_shares(evaluation.matrix)
    yield Text(
        f"The {most} largest confusions (the whole matrix of {len(ids)} classes is in the reports)",
        style="italic",
    )
    for flat in np.argsort(counts, axis=None)[::-1][:most]:
        i, j = divmod(int(flat), counts.shape[0])
        if counts[i, j]:
            pair = f"{evaluation.table.name_of(i)} → {evaluation.table.name_of(j)}"
            yield Text(f"  {pair:<42.42} {counts[i, j]:>14,} px  {shares[i, j] * 100:5.1f} % of the class")
    yield Text("")
