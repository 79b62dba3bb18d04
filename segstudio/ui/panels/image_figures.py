"""How the figures of an image read: the one at the right of its row, and all of them on hover."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from segstudio.core.numerals import grouped
from segstudio.engine.files.entries import Status
from segstudio.engine.views import EntryView
from segstudio.ui.panels.image_rows import Order

DASH = "–"
THIN = 0.05
"""An mIoU that counts less of its image says little about it, and is shown as such."""

_SPOKEN = {
    Status.UNLABELLED: "unlabelled",
    Status.PREDICTED: "predicted",
    Status.EDITED: "edited",
    Status.SAVED: "saved",
    Status.UNUSABLE: "label unusable",
}


def row_figure(view: EntryView, order: Order) -> str:
    """What the list is sorted by; the mIoU (or a dash for a labelled image) where that is no figure."""
    if order == Order.ERRORS and view.errors is not None:
        return _tr("{n} px").format(n=grouped(view.errors))
    if order == Order.NUMBER and view.number is not None:
        return _tr("{n} px").format(n=grouped(view.number))
    if order == Order.UNCERTAINTY:
        return _share(view.uncertainty)
    if order == Order.DISAGREEMENT:
        return _share(view.disagreement)
    return miou_text(view)


def miou_text(view: EntryView) -> str:
    """Two decimals; an en dash for a labelled image whose figure is not known yet; nothing without a label."""
    if view.miou is not None:
        return f"{view.miou:.2f}"
    return DASH if view.status in {Status.SAVED, Status.EDITED} else ""


def is_thin(view: EntryView, order: Order) -> bool:
    """Whether the figure of the row is an mIoU of next to nothing: 1.00 for a stroke that the model agrees with."""
    by_miou = row_figure(view, order) == miou_text(view)
    return by_miou and view.miou is not None and view.counted is not None and view.counted < THIN


def row_tip(view: EntryView) -> str:
    """Rich text: the name in full and every figure with what it means."""
    rows = [
        (_tr("mIoU"), DASH if view.miou is None else f"{view.miou:.4f}", _tr("on reviewed pixels")),
        (
            _tr("Errors"),
            DASH if view.errors is None else grouped(view.errors),
            _tr("wrong reviewed pixels"),
        ),
        (_tr("Uncertainty"), _share(view.uncertainty), _tr("mean of 1 − confidence of the model")),
    ]
    if view.miou is not None and view.counted is not None:
        rows.insert(1, (_tr("Counts"), _part(view.counted), _tr("of the image")))
    if view.disagreement is not None:
        rows.append(
            (
                _tr("Disagreement"),
                _share(view.disagreement),
                _tr("pixels where model and other label differ"),
            )
        )
    if view.number is not None:
        rows.append((_tr("Filter"), grouped(view.number), _tr("pixels of the filter")))
    cells = "".join(
        f"<tr><td>{name}&nbsp;&nbsp;</td><td align=right><b>{value}</b>&nbsp;&nbsp;</td><td>{what}</td></tr>"
        for name, value, what in rows
    )
    note = escape(view.mark.note).replace("\n", "<br>")
    words = f"<div>{note}</div>" if note else ""
    return f"<div>{escape(view.entry.key)}</div>{words}<table>{cells}</table>"


def row_words(view: EntryView, *, unreadable: bool = False) -> str:
    """A row for a screen reader: name, status, figure, marks."""
    words = [view.entry.name, *([_tr("cannot be read")] if unreadable else []), _tr(_SPOKEN[view.status])]
    if view.miou is not None:
        words.append(_tr("mIoU {value}").format(value=f"{view.miou:.2f}"))
        if is_thin(view, Order.NAME) and view.counted is not None:
            words.append(_tr("counts {share} of the image").format(share=_part(view.counted)))
    words += [_tr("flagged")] if view.mark.flagged else []
    words += [_tr("done")] if view.mark.done else []
    words += [_tr("note: {text}").format(text=view.mark.note)] if view.mark.note else []
    return ", ".join(words)


def _share(value: float | None) -> str:
    return DASH if value is None else f"{100 * value:.1f} %"


def _part(share: float) -> str:
    """Never 0 where there is something."""
    return _tr("under 0.1 %") if 0 < share < 0.001 else _share(share)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImageFigures", text)
