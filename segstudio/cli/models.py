"""`segstudio models`: which models there are, what they know and what they may be used for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.markup import escape
from rich.table import Table

from segstudio.cli.console import out, say
from segstudio.cli.outputs import check_outputs
from segstudio.core.atomic import write_text
from segstudio.core.zoo import MODELS, ModelCard


def models(
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write the table with all fields.")
    ] = None,
) -> None:
    """List the models: classes, preprocessing, size, licence, scores, and whether they are on this machine."""
    check_outputs([json_file], [])
    if json_file is not None:
        write_text(
            json_file, json.dumps([card.as_dict() for card in MODELS], indent=1, ensure_ascii=False) + "\n"
        )
    console = out()
    table = Table(box=box.SIMPLE_HEAD, show_lines=False, padding=(0, 1, 0, 0), pad_edge=False)
    for title, justify in (
        ("Model", "left"),
        ("Classes", "right"),
        ("MB", "right"),
        ("mIoU", "right"),
        ("on", "left"),
        ("Here", "left"),
    ):
        table.add_column(
            title,
            justify="right" if justify == "right" else "left",
            overflow="fold",
            no_wrap=title == "Model",
        )
    for card in MODELS:
        table.add_row(
            card.name, str(len(card.classes)), f"{card.size_bytes / 1e6:.0f}", *_miou(card), _where(card)
        )
    console.print(table)
    for card in MODELS:
        console.print(f"[bold]{escape(card.name)}[/]", soft_wrap=True)
        console.print(f"  {card.title}", markup=False)
        for label, value in _facts(card):
            console.print(f"  {label}: {value}", markup=False)
        for name, score in card.scores.items():
            console.print(f"  {name} = {round(score, 4):g}", markup=False)
    if json_file is not None:
        say(f"Wrote {json_file}")
    console.print("\nUse one with: segstudio predict FOLDER --out DIR --model NAME", markup=False)


def _facts(card: ModelCard) -> list[tuple[str, str]]:
    names = [c.name for c in card.classes.classes]
    look = card.preprocessing
    mean, std = (", ".join(f"{v:g}" for v in values) for values in (look.mean, look.std))
    return [
        ("Classes", ", ".join(names)),
        ("Preprocessing", f"RGB 0…255, mean {mean}, divided by {std}; {look.size}"),
        ("Data", card.data),
        ("Source", card.source),
        ("Licence", card.licence),
    ]


def _miou(card: ModelCard) -> tuple[str, str]:
    """The first mIoU of the card, in %, and what it was measured on: those of other data do not compare."""
    for name, value in card.scores.items():
        if name.endswith("miou"):
            return f"{value * 100:.1f}", name.rpartition(".")[0].replace("_", " ")
    return "–", ""


def _where(card: ModelCard) -> str:
    if card.bundled:
        return "in the box"
    return "downloaded" if card.downloaded() else "on first use"
