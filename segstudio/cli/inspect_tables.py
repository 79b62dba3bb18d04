"""A model's inspection as tables for a terminal of any width."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from segstudio.core.inspection import (
    Cost,
    FieldOfView,
    LogitPart,
    ModelFacts,
    PartKind,
    PixelInspection,
    short_count,
)

_BAR = 24
_BAR_BESIDE = 16
"""Where it shares the line with one more column."""
_NARROW = 78
"""Below this width there are no bars."""
_ARCHITECTURES = {"deeplabv3": "DeepLabV3", "deeplabv3plus": "DeepLabV3+"}
_PART_TITLES = {"backbone": "backbone", "context": "context", "decoder": "decoder", "output": ""}


Extent = tuple[float, float]  # height, width in pixels of the input


def print_facts(console: Console, facts: ModelFacts, alone: Sequence[Extent | None] | None = None) -> None:
    """`alone`: per row of `facts.fields`, what the convolutions before it see without global pooling, if anything."""
    wide = console.width >= _NARROW
    for line in _head(facts):
        console.print(line, markup=False, soft_wrap=True)
    _title(console, "Theoretical receptive field, in pixels of the network's input")
    console.print(_fields(facts, alone or [None] * len(facts.fields), wide))
    if any(seen.part == "backbone" and _is_whole(seen) for seen in facts.fields):
        console.print(
            "The backbone sees the whole image through squeeze-and-excite, which averages over every map.",
            markup=False,
        )
    if facts.rates:
        height, width = facts.feature_size
        _title(console, f"Weights of the 3×3 kernels that lie on the map of {width}×{height} cells")
        console.print(_rates(facts, wide))
    for sentence in facts.warnings:
        console.print(f"[yellow]Warning:[/] {sentence}")
    built, other = _heads(facts)
    _title(console, f"Convolutions of this model ({built} head), and of the same with a {other} one")
    console.print(_costs(facts))


def print_pixel(console: Console, found: PixelInspection) -> None:
    wide = console.width >= _NARROW
    _title(console, f"The pixel {found.x},{found.y}")
    best, second = found.best, found.second
    sentence = f"{best.name}, {100 * best.probability:.1f} % sure"
    if second is not None:
        sentence += f"; then {second.name}, {100 * second.probability:.1f} %"
    console.print(f"{sentence}.", markup=False)
    discs = " and ".join(f"{100 * r.share:.0f} % within {r.radius:.0f} px" for r in found.reach)
    followed = f"{found.region.width}×{found.region.height}"
    if not found.cropped:
        console.print(f"Of what decided it, {discs} of the pixel.", markup=False)
    else:
        console.print(
            f"What decided it was followed within {followed} pixels around it: of that, {discs} of the pixel. What lies "
            "further away can have decided as well.",
            markup=False,
        )
    if found.partial:
        console.print(
            f"For lack of memory only {followed} pixels around it were looked at: figures can differ from a prediction.",
            markup=False,
        )
    _title(console, f"What the logit of {best.name} ({best.logit:.3f}) is the sum of")
    console.print(_parts(found, wide))
    for level in found.bins:
        n = level.bins
        own = level.contributions[level.row][level.column]
        console.print(
            f"Bins {n}×{n}: the pixel lies in row {level.row + 1}, column {level.column + 1}, which adds {own:+.3f}.",
            markup=False,
        )
    for taps in found.taps:
        inside = sum(point.inside for point in taps.points)
        console.print(f"Rate {taps.rate}: {inside} of 9 weights look at the map here.", markup=False)
    console.print(f"Computed in {found.seconds:.2f} s.", markup=False)


def _head(facts: ModelFacts) -> list[str]:
    head = "separable" if facts.separable else "dense"
    rates = f", rates {', '.join(map(str, facts.rates))}" if facts.rates else ""
    context = {"aspp": "ASPP", "spp": "SPP", "none": "no context module"}[facts.context]
    size = "×".join(map(str, facts.image_size[::-1]))
    given = "×".join(map(str, facts.input_size[::-1]))
    cells = "×".join(map(str, facts.feature_size[::-1]))
    whose = "an image of" if facts.reference else "this image of"
    return [
        f"{facts.name} ({facts.model_id})",
        f"{_ARCHITECTURES[facts.architecture]} on {facts.backbone}, output stride {facts.output_stride}, "
        f"{context}{rates}, {head} convolutions in the head.",
        f"Of {whose} {size} pixels the network is given {given}; its context module sees {cells} cells.",
    ]


def _fields(facts: ModelFacts, alone: Sequence[Extent | None], wide: bool) -> Table:
    table = _table()
    for title, right in (("", False), ("after", False), ("stride", True), ("wide × high", True)):
        table.add_column(title, justify="right" if right else "left", no_wrap=True)
    apart = any(
        _is_whole(seen) and part is not None for seen, part in zip(facts.fields, alone, strict=True)
    )
    if apart:
        table.add_column("convolutions\nalone", justify="right", no_wrap=True)
    width = _BAR_BESIDE if apart else _BAR
    if wide:
        table.add_column("share of the\ninput's height", width=width)
    before = ""
    for seen, local in zip(facts.fields, alone, strict=True):
        part = _PART_TITLES[seen.part]
        height = seen.height if local is None else local[0]
        bar = Text("█" * round(width * min(1.0, height / facts.input_size[0])))
        table.add_row(
            part if part != before else "",
            seen.name,
            f"{seen.stride:g}" if seen.stride == int(seen.stride) else f"{seen.stride:.1f}",
            extent(seen),
            *(("–" if local is None else f"{local[1]:.0f} × {local[0]:.0f}",) if apart else ()),
            *((bar,) if wide else ()),
        )
        before = part
    return table


def extent(seen: FieldOfView) -> str:
    return "whole image" if _is_whole(seen) else f"{seen.width:.0f} × {seen.height:.0f}"


def _is_whole(seen: FieldOfView) -> bool:
    return math.isinf(seen.height) and math.isinf(seen.width)


def _rates(facts: ModelFacts, wide: bool) -> Table:
    table = _table()
    titles = ["rate", "all 9", "some", "only 1", "mean"]
    for title in titles:
        table.add_column(title, justify="right", no_wrap=True)
    if wide:
        table.add_column("cells by how many", width=_BAR)
    for row in facts.valid_weights:
        if not row.own:
            continue
        nine, one = round(_BAR * row.all), round(_BAR * row.centre)
        bar = Text("█" * nine) + Text("▒" * (_BAR - nine - one)) + Text("·" * one, style="dim")
        table.add_row(
            str(row.rate),
            f"{100 * row.all:.0f} %",
            f"{100 * row.some:.0f} %",
            f"{100 * row.centre:.0f} %",
            f"{row.mean:.1f}",
            *((bar,) if wide else ()),
        )
    return table


def _costs(facts: ModelFacts) -> Table:
    _, other = _heads(facts)
    table = _table()
    for title in ("part", "weights", f"{other}", "ratio", "multiply-adds", f"{other}", "ratio"):
        table.add_column(title, justify="left" if title == "part" else "right", no_wrap=True)
    for part in (*facts.costs, facts.total):
        own, counterpart = (part.separable, part.dense) if facts.separable else (part.dense, part.separable)
        table.add_row(part.part, *_pair(own, counterpart), style="bold" if part.part == "total" else "")
    return table


def _pair(own: Cost, other: Cost) -> tuple[str, ...]:
    return (
        short_count(own.parameters),
        short_count(other.parameters),
        ratio(own.parameters, other.parameters),
        short_count(own.multiply_adds),
        short_count(other.multiply_adds),
        ratio(own.multiply_adds, other.multiply_adds),
    )


def ratio(own: int, other: int) -> str:
    return f"{other / own:.2f}×" if own else "–"


def _parts(found: PixelInspection, wide: bool) -> Table:
    table = _table()
    table.add_column("part", no_wrap=True)
    table.add_column("adds", justify="right", no_wrap=True)
    table.add_column("share", justify="right", no_wrap=True)
    if wide:
        table.add_column("", width=_BAR + 1)
    of_maps = [abs(part.contribution) for part in found.parts if part.kind is not PartKind.CONSTANT]
    top = max(of_maps, default=0.0) or 1.0
    for part in found.parts:
        share = "" if part.share is None else f"{100 * part.share:+.0f} %"
        table.add_row(
            _named(part), f"{part.contribution:+.3f}", share, *((_signed(part, top),) if wide else ())
        )
    return table


def _named(part: LogitPart) -> str:
    return {PartKind.BRANCH: "branch {}", PartKind.FINE: "{}", PartKind.CONSTANT: "{} (biases)"}[
        part.kind
    ].format(part.name)


def _signed(part: LogitPart, top: float) -> Text:
    """To the right of the middle for the class, to the left against it."""
    if part.kind is PartKind.CONSTANT:
        return Text("")  # what is in the image does not change it
    half = _BAR // 2
    length = round(half * abs(part.contribution) / top)
    if part.contribution < 0:
        return Text(" " * (half - length)) + Text("█" * length, style="red") + Text("│", style="dim")
    return Text(" " * half + "│", style="dim") + Text("█" * length, style="green")


def _heads(facts: ModelFacts) -> tuple[str, str]:
    """What the head's convolutions are, and what they could be instead."""
    return ("separable", "dense") if facts.separable else ("dense", "separable")


def _title(console: Console, words: str) -> None:
    console.print(Text(words, style="bold"), soft_wrap=True)


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
