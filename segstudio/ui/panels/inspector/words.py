"""A model's inspection in words and rows, for the panel: no widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from segstudio.core.inspection import (
    BinShares,
    Cost,
    FieldOfView,
    LogitPart,
    ModelFacts,
    PartKind,
    PixelInspection,
    short_count,
)
from segstudio.core.numerals import grouped
from segstudio.ui.panels.inspector.bars import BarRow

_ARCHITECTURES = {"deeplabv3": "DeepLabV3", "deeplabv3plus": "DeepLabV3+"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Inspector", text)


def model_line(facts: ModelFacts) -> str:
    """'DeepLabV3+ · tf_efficientnet_lite0 · output stride 16 · ASPP 6, 12, 18'."""
    context = {"aspp": "ASPP", "spp": "SPP", "none": _tr("no context module")}[facts.context]
    rates = " " + ", ".join(map(str, facts.rates)) if facts.rates else ""
    stride = _tr("output stride {0}").format(facts.output_stride)
    return " · ".join((_ARCHITECTURES[facts.architecture], facts.backbone, stride, context + rates))


def size_line(facts: ModelFacts) -> str:
    """How large the network sees the image."""
    seen, cells = _size(facts.input_size), _size(facts.feature_size)
    if facts.reference:
        return _tr("Told for images of {0}; open one to see it for yours.").format(_size(facts.image_size))
    return _tr("This image of {0} is seen as {1}, as {2} cells behind the backbone.").format(
        _size(facts.image_size), seen, cells
    )


def _size(size: tuple[int, int]) -> str:
    return f"{size[1]}×{size[0]}"


def certainty(found: PixelInspection) -> str:
    """'99.8 % sure, then Road with 0.2 %'."""
    words = _tr("{0} % sure").format(f"{100 * found.best.probability:.1f}")
    if found.second is not None:
        words += _tr(", then {0} with {1} %").format(
            found.second.name, f"{100 * found.second.probability:.1f}"
        )
    return _together(words)


def reach_line(found: PixelInspection) -> str:
    """How far around the pixel lies what decided it."""
    half, most = (reach.radius for reach in found.reach)
    words = _tr("Half of what decided it lies within {0} px, {1} % within {2} px.")
    return _together(
        words.format(grouped(round(half)), f"{100 * found.reach[1].share:.0f}", grouped(round(most)))
    )


def footnote(found: PixelInspection) -> str:
    """What was looked at, and how long it took."""
    words = _tr("Pixel {0}, {1} · {2} s").format(found.x, found.y, f"{found.seconds:.2f}")
    followed = _size((found.region.height, found.region.width))
    if found.partial:
        words += "\n" + _tr(
            "For lack of memory only {0} pixels around it were looked at: figures can differ from the canvas."
        ).format(followed)
    elif found.cropped:
        words += "\n" + _tr(
            "In this large image what decided it was followed within {0} pixels around it."
        ).format(followed)
    return words


def branch_rows(found: PixelInspection) -> list[BarRow]:
    """What each branch adds, then the decoder's fine maps and the constant."""
    maps = [part for part in found.parts if part.kind is not PartKind.CONSTANT]
    top = max((abs(part.contribution) for part in maps), default=0.0) or 1.0
    rows = [_part_row(part, top) for part in found.branches]
    fine = [part for part in found.parts if part.kind is PartKind.FINE]
    if fine:
        rows.append(BarRow(_tr("Fine maps of the decoder"), "", None, heading=True))
        rows += [_part_row(part, top) for part in fine]
    return rows


def _part_row(part: LogitPart, top: float) -> BarRow:
    name = part.name
    tips = {
        PartKind.BRANCH: _tr(
            "Gradient × activation of this branch, in logits: to the right it speaks for the class, to the left "
            "against it. The shares of all branches add up to 100 % without their signs."
        ),
        PartKind.FINE: _tr(
            "What the finer map that the decoder joins adds to the logit (DeepLabV3+ section 3.1)."
        ),
    }
    share = "" if part.share is None else f"{signed(100 * part.share, 0)} %"
    value = share or signed(part.contribution)
    tip = _tr("{0}: {1} of the logit.").format(name, signed(part.contribution, 3))
    return BarRow(
        name.removeprefix("features at "), value, part.contribution / top, f"{tip} {tips[part.kind]}"
    )


def sum_line(found: PixelInspection) -> str:
    """How the terms make the logit."""
    names = {
        PartKind.BRANCH: _tr("branches"),
        PartKind.FINE: _tr("fine maps"),
        PartKind.CONSTANT: _tr("biases"),
    }
    sums = [
        f"{name} {signed(sum(part.contribution for part in found.parts if part.kind is kind))}"
        for kind, name in names.items()
        if any(part.kind is kind for part in found.parts)
    ]
    return _tr("Logit {0} = {1}").format(f"{found.best.logit:.2f}".replace("-", "−"), ", ".join(sums))


def signed(value: float, digits: int = 2) -> str:
    """'+0.41', '−0.06'."""
    return f"{value:+z.{digits}f}".replace("-", "−")


def _together(words: str) -> str:
    """A line does not end between a figure and its unit."""
    return words.replace(" %", "\u00a0%").replace(" px", "\u00a0px")


def bin_line(level: BinShares) -> str:
    own = level.contributions[level.row][level.column]
    whole = sum(map(sum, level.contributions))
    return _tr("{0}×{0} bins: the pixel's own adds {1} of {2}").format(
        level.bins, signed(own), signed(whole)
    )


def field_rows(facts: ModelFacts) -> list[BarRow]:
    """Receptive fields in pixels of the image, part by part."""
    scale = facts.image_size[0] / facts.input_size[0], facts.image_size[1] / facts.input_size[1]
    titles = {
        "backbone": _tr("Backbone"),
        "context": _tr("Context module"),
        "decoder": _tr("Decoder"),
        "output": "",
    }
    rows: list[BarRow] = []
    before = ""
    for seen in facts.fields:
        if seen.part != before and titles[seen.part]:
            rows.append(BarRow(titles[seen.part], "", None, heading=True))
        before = seen.part
        rows.append(_field_row(seen, scale, facts.image_size))
    return rows


def _field_row(seen: FieldOfView, scale: tuple[float, float], image: tuple[int, int]) -> BarRow:
    """The bar and, where global pooling sees everything, the figure too are of the convolutions alone."""
    every = _tr("whole image")
    if seen.alone is None:
        tip = _tr("{0}: every cell depends on the whole image, through global pooling.").format(seen.name)
        return BarRow(seen.name, every, 1.0, tip)
    height, width = seen.alone[0] * scale[0], seen.alone[1] * scale[1]
    share = min(1.0, max(height / image[0], width / image[1]))
    size, step = _size((round(height), round(width))), f"{seen.stride * scale[0]:.3g}"
    if seen.whole:
        tip = _tr(
            "{0}: every cell depends on the whole image, through global pooling; its convolutions alone reach {1} pixels "
            "of the image, one cell every {2} pixels."
        ).format(seen.name, size, step)
        return BarRow(seen.name, f"{grouped(round(height))} px + {_tr('all')}", share, tip)
    tip = _tr(
        "{0}: a cell can depend on {1} pixels of the image at most, one cell every {2} pixels. How many really "
        "matter is what the picture of what decided shows."
    ).format(seen.name, size, step)
    return BarRow(seen.name, f"{grouped(round(height))} px", share, tip)


def cost_table(facts: ModelFacts) -> list[tuple[str, ...]]:
    """Rows of four words: part, this model's, the other head's, ratio; first the weights, then the multiply-adds, each
    under a heading of one word."""
    built, other = (_tr("separable"), _tr("dense")) if facts.separable else (_tr("dense"), _tr("separable"))
    rows: list[tuple[str, ...]] = [("", built, other, _tr("ratio"))]
    parts = [*facts.costs, facts.total]
    if facts.swapped.dense.parameters:
        parts.append(facts.swapped)
    for title, pick in ((_tr("Weights"), _weights), (_tr("Multiply-adds"), _work)):
        rows.append((title,))
        for part in parts:
            own, counterpart = (
                (part.separable, part.dense) if facts.separable else (part.dense, part.separable)
            )
            rows.append(
                (
                    _tr(part.part),
                    short_count(pick(own)),
                    short_count(pick(counterpart)),
                    _ratio(pick(own), pick(counterpart)),
                )
            )
    return rows


def _weights(cost: Cost) -> int:
    return cost.parameters


def _work(cost: Cost) -> int:
    return cost.multiply_adds


def _ratio(own: int, other: int) -> str:
    return f"×{other / own:.2f}" if own else "–"
