"""`segstudio import`: the labels that another tool left in a folder, as labels that can be corrected."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from segstudio.cli.console import counted, progress_bar, warn
from segstudio.cli.console import out as stdout
from segstudio.core.errors import WorkError


def adopt(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="A folder as the other tool laid it out.")
    ],
    *,
    labels: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where to write, where it is not FOLDER/labels.")
    ] = None,
) -> None:
    """Copy another tool's labels into labels/, as indexed PNG: PASCAL VOC and CVAT's segmentation masks, Cityscapes,
    CamVid, ADE20K, labelme's JSON, masks/ or annotations/ beside images/. Images that have a label already keep it."""
    # inside: the window and --help start through this file's package and should not wait for these
    from segstudio.core.progress import CancelToken
    from segstudio.engine.adopt import adopt_labels, find_offer
    from segstudio.engine.project import Project

    project = Project.open(folder, labels)
    offer = find_offer(project)
    if offer is None:
        stdout().print(
            f"{folder} holds no labels of another tool for images without one.",
            markup=False,
            soft_wrap=True,
        )
        return
    with progress_bar("Importing") as progress:
        done = adopt_labels(project, offer, progress, CancelToken())
    for failure in done.failures:
        warn(failure)
    stdout().print(
        f"{counted(len(done.keys), f'{offer.labels.title} label')} written to {project.labels_dir}.",
        markup=False,
        soft_wrap=True,
    )
    if done.failures:
        raise typer.Exit(WorkError.exit_code)
