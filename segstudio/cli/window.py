"""`segstudio demo` and `segstudio open`: the commands that show the window, and the only ones that load Qt."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def demo(
    data: Annotated[
        Path | None,
        typer.Argument(metavar="[FOLDER]", help="Your own pictures instead of the rendered scenes."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where results go. Default: ./demo")
    ] = None,
) -> None:
    """Open the window on a sample folder; where there is no display, lead it through a tour and keep the pictures."""
    from segstudio.ui.demo import run  # start-up time: loads Qt, which no other command needs

    raise typer.Exit(run(data, out))


def open_folder(
    folder: Annotated[Path | None, typer.Argument(metavar="[FOLDER]", help="A folder of images.")] = None,
    *,
    labels: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder of the labels, where it is not FOLDER/labels."),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME_OR_FILE", help="The model that proposes. Default: the last one."),
    ] = None,
    device: Annotated[
        str | None, typer.Option(metavar="D", help="auto, cpu, cuda:0, mps. Default: the last one.")
    ] = None,
) -> None:
    """Open the window, on FOLDER when one is given."""
    from segstudio.ui.app import run  # start-up time: loads Qt, which no other command needs

    raise typer.Exit(run(folder, labels=labels, model=model, device=device))
