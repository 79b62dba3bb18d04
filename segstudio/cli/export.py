"""`segstudio export`: the saved labels of a folder in another tool's layout."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from segstudio.cli.console import counted, progress_bar, warn
from segstudio.cli.console import out as stdout
from segstudio.formats.registry import FORMATS


def export(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="A folder with images and saved labels.")
    ],
    *,
    format_id: Annotated[
        str,
        typer.Option("--format", metavar="F", help="; ".join(f"[b]{f.id}[/]: {f.help}" for f in FORMATS)),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where to write.")],
    labels: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder of the labels, where it is not FOLDER/labels."),
    ] = None,
    images: Annotated[
        bool, typer.Option(help="Copy the images too, where the layout has a place for them.")
    ] = True,
) -> None:
    """Write saved labels in a layout that other tools read."""
    # inside: the window and --help start through this file's package and should not wait for these
    from segstudio.engine.export import export_labels, labelled_images
    from segstudio.engine.project import Project

    project = Project.open(folder, labels)
    for notice in project.notices:
        warn(notice)
    items = labelled_images(project)
    with progress_bar("Exporting") as progress:
        count = export_labels(items, project.table, format_id, out, with_images=images, progress=progress)
    left = len(project.images) - count
    rest = f"; {left} without a label left out" if left else ""
    stdout().print(f"{counted(count, 'label')} written to {out}{rest}.", markup=False, soft_wrap=True)
