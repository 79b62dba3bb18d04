"""Questions about errors and filters of images in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from segstudio.core.classes import ClassTable
from segstudio.core.numerals import grouped
from segstudio.engine.evaluation.focus import Focus, FocusCounts
from segstudio.metrics.error_map import OUTSIDE, ErrorView


def view_text(view: ErrorView, table: ClassTable) -> str:
    """'car → road', 'sky, right', 'Errors of car · within 4 px of a boundary'; 'All errors' for everything."""
    if view.cell is not None:
        truth, predicted = view.cell
        if truth == predicted:
            text = _tr("{truth}, right").format(truth=table.name_of(truth))
        else:
            said = _tr("outside") if predicted == OUTSIDE else table.name_of(predicted)
            text = f"{table.name_of(truth)} → {said}"
    elif view.class_id is not None:
        text = _tr("Errors of {name}").format(name=table.name_of(view.class_id))
    else:
        text = _tr("All errors")
    if view.band is not None:
        text += _tr(" · within {n} px of a boundary").format(n=view.band)
    return text


def focus_text(focus: Focus, table: ClassTable) -> str:
    """'car → road', 'with car', 'mIoU 0.60 to 0.65'."""
    if focus.view is None:
        text = _tr("mIoU {low:.2f} to {high:.2f}").format(low=focus.low, high=focus.high)
    elif focus.view.class_id is not None:
        text = _tr("with {name}").format(name=table.name_of(focus.view.class_id))
    else:
        text = view_text(ErrorView(cell=focus.view.cell), table)
    return text


def focus_note(focus: Focus, counts: FocusCounts) -> str:
    """'12 images · 34,567 px'; '' while they are being counted."""
    if not counts.ready:
        return ""
    text = images_text(counts.images)
    return f"{text} · {pixels_text(counts.pixels)}" if focus.by_number else text


def images_text(number: int) -> str:
    if number == 1:
        return _tr("1 image")
    return _tr("{n} images").format(n=grouped(number))


def pixels_text(number: int) -> str:
    return _tr("{n} px").format(n=grouped(number))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Evaluation", text)
