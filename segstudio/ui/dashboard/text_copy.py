"""The dashboard as text for a spreadsheet: tab separated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from segstudio.core.classes import ClassTable
from segstudio.engine.evaluation.comparison import Comparison
from segstudio.metrics.scores import Score
from segstudio.ui.dashboard.cards import FigureState
from segstudio.ui.dashboard.figures import (
    DATASET,
    FIGURES,
    IMAGE,
    SCOPES,
    SELECTION,
    score_text,
    translated,
)


def as_text(
    figures: Mapping[str, tuple[FigureState, ...]],
    lines: Sequence[str],
    table: ClassTable | None,
    comparisons: Mapping[str, Comparison | None],
    scope: str,
) -> str:
    """Figures and per-class IoU of image, data set and selection (where there is one), and the confusion matrix of
    `scope` in pixels.

    `figures`: by figure id, in the order of `SCOPES`.
    """
    shown = [s for s in SCOPES if s != SELECTION or comparisons.get(s) is not None]
    names = {IMAGE: _tr("this image"), DATASET: _tr("data set"), SELECTION: _tr("selection")}
    rows: list[list[str]] = [[_tr("figure"), *(names[s] for s in shown)]]
    for spec in FIGURES:
        values = dict(zip(SCOPES, figures[spec.id], strict=True))
        rows.append([translated(spec.title), *(_number(values[s].value) for s in shown)])
    rows += [[line] for line in lines if line]
    if table is not None:
        rows += [[], [_tr("class"), *(_tr("IoU, {scope}").format(scope=names[s]) for s in shown)]]
        found = [comparisons.get(s) for s in shown]
        rows += [[c.name, *(_number(_iou(f, c.id)) for f in found)] for c in table.classes]
        chosen = comparisons.get(scope)
        if chosen is not None:
            rows += [[], *_matrix_rows(chosen, table)]
    return "\n".join("\t".join(_cell(text) for text in row) for row in rows) + "\n"


def _matrix_rows(comparison: Comparison, table: ClassTable) -> list[list[str]]:
    matrix = comparison.matrix
    classes = [c for c in table.classes if c.id < matrix.outside.shape[0]]
    rows = [[_tr("pixels: truth ↓ predicted →"), *(c.name for c in classes), _tr("outside")]]
    for c in classes:
        counts = [str(int(matrix.counts[c.id, other.id])) for other in classes]
        rows.append([c.name, *counts, str(int(matrix.outside[c.id]))])
    return rows


def _iou(comparison: Comparison | None, class_id: int) -> Score:
    if comparison is None or class_id >= len(comparison.scores.iou):
        return None
    return comparison.scores.iou[class_id]


def _number(value: Score) -> str:
    return score_text(value, 6)


def _cell(text: str) -> str:
    """One cell: no tabs or line ends, and nothing that a spreadsheet would run as a formula."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat[:1] in {"=", "+", "-", "@"} else flat


def _tr(text: str) -> str:
    return QCoreApplication.translate("DashboardText", text)
