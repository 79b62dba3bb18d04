"""An evaluation as tables for a terminal of any width."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from segstudio.metrics.definitions import OUTSIDE, SUMMARY
from segstudio.metrics.scores import Score, row_shares
from segstudio.reports.model import Evaluation

_ALL_CLASSES_UP_TO = 32
_MATRIX_UP_TO = 64
_BAR, _WIDE_BAR, _WIDE = 10, 24, 100
_NAME = 18


def print_evaluation(console: Console, evaluation: Evaluation) -> None:
    console.print(_summary(evaluation))
    console.print(_classes(evaluation, console.width))
    for part in _matrix(evaluation, console.width):
        console.print(part)


def percent(value: Score, digits: int = 2) -> str:
    """'83.21', and an en dash where there is no score."""
    return "–" if value is None else f"{value * 100:.{digits}f}"


def _summary(evaluation: Evaluation) -> Table:
    scores = evaluation.scores
    count = len(evaluation.images)
    table = Table(
        title=f"Scores in % over {count:,} image{'' if count == 1 else 's'}, {scores.valid_pixels:,} valid pixels",
        title_justify="left",
        box=box.SIMPLE_HEAD,
    )
    table.add_column("")
    for definition in SUMMARY:
        table.add_column(definition.title, justify="right")
    table.add_row("data set", *(f"[bold]{percent(getattr(scores, d.key))}[/]" for d in SUMMARY))
    means = evaluation.mean_of_images
    table.add_row("mean of images", *(percent(means[d.key]) for d in SUMMARY), style="dim")
    return table


def _classes(evaluation: Evaluation, width: int) -> Table:
    scores, classes = evaluation.scores, evaluation.table.classes
    shown = set(evaluation.shown_classes)
    few = len(classes) <= _ALL_CLASSES_UP_TO
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
    table.add_column("class", overflow="ellipsis", no_wrap=True, max_width=24)
    table.add_column("IoU", justify="right")
    table.add_column("", width=bar, no_wrap=True)
    for title in ("Recall", "Precision", "Dice"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("Pixels", justify="right", no_wrap=True)
    for c in sorted(classes, key=lambda c: c.id):
        if not few and c.id not in shown:
            continue
        table.add_row(
            str(c.id),
            escape(c.name),
            percent(scores.iou[c.id]),
            Text("█" * round((scores.iou[c.id] or 0) * bar), style="rgb({},{},{})".format(*c.colour)),
            percent(scores.accuracy[c.id], 1),
            percent(scores.precision[c.id], 1),
            percent(scores.dice[c.id], 1),
            f"{scores.support[c.id]:,}",
        )
    return table


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
    yield Text("Confusion matrix: rows are truth, columns prediction, in % of the row", style="italic")
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
            yield Text(f"  {pair:<48.48} {counts[i, j]:>14,} px  {shares[i, j] * 100:5.1f} % of the class")
    yield Text("")
