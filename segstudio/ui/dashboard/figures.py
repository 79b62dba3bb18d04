"""The four figures: their names, their definitions in words and symbols, and how a value reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from segstudio.metrics.scores import Score, Scores

DASH = "–"
"""Stands for a figure that does not exist; never 0, never NaN."""

IMAGE = "image"
DATASET = "dataset"
SELECTION = "selection"
SCOPES = (IMAGE, DATASET, SELECTION)
"""Values of the setting `dashboard.scope`."""

_CONTEXT = "Figures"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # the name that Qt's lupdate looks for
    """Marks a text for translation and returns it as it is (PySide6's own is typed as returning `object`)."""
    return text


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """One figure of the dashboard. `title`, `words` are for `translated`; `formula` is rich text."""

    id: str
    title: str
    words: str
    formula: str
    read: Callable[[Scores], Score]


FIGURES: tuple[FigureSpec, ...] = (
    FigureSpec(
        "pixel_accuracy",
        QT_TRANSLATE_NOOP("Figures", "Pixel accuracy"),
        QT_TRANSLATE_NOOP("Figures", "The share of compared pixels whose class is predicted right."),
        "Σ<sub>i</sub> n<sub>ii</sub> / Σ<sub>i</sub> t<sub>i</sub>",
        lambda s: s.pixel_accuracy,
    ),
    FigureSpec(
        "mean_accuracy",
        QT_TRANSLATE_NOOP("Figures", "Mean accuracy"),
        QT_TRANSLATE_NOOP(
            "Figures",
            "For each class, the share of its true pixels that are predicted right; then the mean over the"
            " classes that are present in the truth.",
        ),
        "(1 / N<sub>t</sub>) · Σ<sub>i</sub> n<sub>ii</sub> / t<sub>i</sub>",
        lambda s: s.mean_accuracy,
    ),
    FigureSpec(
        "miou",
        QT_TRANSLATE_NOOP("Figures", "mIoU"),
        QT_TRANSLATE_NOOP(
            "Figures",
            "Mean intersection over union: for each class, the pixels where truth and prediction agree, divided"
            " by the pixels where either says the class; then the mean over the classes that either says.",
        ),
        "(1 / N<sub>u</sub>) · Σ<sub>i</sub> n<sub>ii</sub> / (t<sub>i</sub> + p<sub>i</sub> − n<sub>ii</sub>)",
        lambda s: s.miou,
    ),
    FigureSpec(
        "fwiou",
        QT_TRANSLATE_NOOP("Figures", "FWIoU"),
        QT_TRANSLATE_NOOP(
            "Figures",
            "Frequency-weighted IoU: the IoU of each class, weighted by how often the class occurs in the truth."
            " (Some texts weight by the prediction.)",
        ),
        "Σ<sub>i</sub> (t<sub>i</sub> / Σ<sub>k</sub> t<sub>k</sub>)"
        " · n<sub>ii</sub> / (t<sub>i</sub> + p<sub>i</sub> − n<sub>ii</sub>)",
        lambda s: s.fwiou,
    ),
)


def translated(text: str) -> str:
    """A `title` or `words` in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, text)


def score_text(value: Score, digits: int = 3) -> str:
    """'0.688', or an en dash for None."""
    return DASH if value is None else f"{value:.{digits}f}"


def change_text(change: float | None) -> str:
    """'▲ +.011', '▼ −.004', '▲ <.001'; empty when there is no change or none is known."""
    if not change:
        return ""
    arrow, sign = ("▲", "+") if change > 0 else ("▼", "−")
    size = abs(change)
    if size < 0.0005:
        return f"{arrow} <.001"
    return f"{arrow} {sign}{size:.3f}".replace("0.", ".", 1)


def share_text(share: float) -> str:
    """'37 %'; rounded down, so that only all of it reads '100 %', and 'under 1 %' where something is there."""
    if 0 < share < 0.01:
        return QCoreApplication.translate(_CONTEXT, "under 1 %")
    return f"{int(share * 100 + 1e-9)} %"


def explanation(spec: FigureSpec) -> str:
    """Rich text: what the figure is in words and symbols, and where it is defined."""
    where = QCoreApplication.translate(
        _CONTEXT,
        "n<sub>ij</sub>: pixels of true class i predicted as j · t<sub>i</sub> = Σ<sub>j</sub> n<sub>ij</sub>"
        " · p<sub>i</sub> = Σ<sub>j</sub> n<sub>ji</sub>. Void pixels are not compared.",
    )
    source = QCoreApplication.translate(_CONTEXT, "Long, Shelhamer &amp; Darrell, CVPR 2015, section 5")
    return (
        f"<p><b>{translated(spec.title)}</b></p><p>{translated(spec.words)}</p>"
        f"<p>{spec.formula}</p><p><small>{where}<br/>{source}</small></p>"
    )
