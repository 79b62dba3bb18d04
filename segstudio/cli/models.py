"""`segstudio models`: which models there are, what they know and what they may be used for."""

from __future__ import annotations

from rich import box
from rich.markup import escape
from rich.table import Table

from segstudio.cli.console import out
from segstudio.core.zoo import MODELS, ModelCard


def models() -> None:
    """List the models: classes, size, licence, scores, and whether they are on this machine."""
    console = out()
    table = Table(box=box.SIMPLE_HEAD, show_lines=False, padding=(0, 1), pad_edge=False)
    for title, justify in (
        ("Model", "left"),
        ("Classes", "right"),
        ("MB", "right"),
        ("mIoU", "right"),
        ("Here", "left"),
    ):
        table.add_column(title, justify="right" if justify == "right" else "left", overflow="fold")
    for card in MODELS:
        table.add_row(
            card.name, str(len(card.classes)), f"{card.size_bytes / 1e6:.0f}", _miou(card), _where(card)
        )
    console.print(table)
    for card in MODELS:
        console.print(f"[bold]{escape(card.name)}[/]", soft_wrap=True)
        console.print(f"  {card.title}", markup=False)
        for label, value in (("Data", card.data), ("Source", card.source), ("Licence", card.licence)):
            console.print(f"  {label}: {value}", markup=False)
        for name, score in card.scores.items():
            console.print(f"  {name} = {score:.4f}", markup=False)
    console.print("\nUse one with: segstudio predict FOLDER --out DIR --model NAME", markup=False)


def _miou(card: ModelCard) -> str:
    """The first mIoU of the card with what it was measured on."""
    for name, value in card.scores.items():
        if name.endswith("miou"):
            return f"{value * 100:.1f}"
    return "–"


def _where(card: ModelCard) -> str:
    if card.bundled:
        return "in the box"
    return "downloaded" if card.downloaded() else "on first use"
