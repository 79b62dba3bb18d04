"""`segstudio evaluate`: scores of a folder of predictions against a folder of truths."""

from __future__ import annotations

import dataclasses
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from segstudio.cli.console import fail, out, progress_bar, say, warn
from segstudio.cli.thresholds import misses, read_thresholds
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError, WorkError
from segstudio.core.images import IMAGE_SUFFIXES
from segstudio.core.presets import load_class_table
from segstudio.engine.prediction_note import PredictionNote, read_note

if TYPE_CHECKING:
    from segstudio.engine.evaluate import Folders
    from segstudio.reports.model import Evaluation


def evaluate(
    *,
    pred: Annotated[
        Path, typer.Option("--pred", metavar="DIR", help="Folder of predictions (PNG, value = class id).")
    ],
    truth: Annotated[Path, typer.Option("--truth", metavar="DIR", help="Folder of true labels.")],
    classes: Annotated[
        str | None,
        typer.Option(
            metavar="C",
            help="A preset (voc, cityscapes, camvid, ade20k, coco), a class file or a number. "
            "Default: classes.txt in or beside the truth.",
        ),
    ] = None,
    ignore_index: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=0, max=255, help="Pixel value that counts nowhere. Default: the table's."
        ),
    ] = None,
    pred_classes: Annotated[
        str | None,
        typer.Option(
            metavar="C", help="Class table of the predictions, mapped by name, where it is another."
        ),
    ] = None,
    list_file: Annotated[
        Path | None,
        typer.Option("--list", metavar="FILE", help="Only the images named in FILE, one a line."),
    ] = None,
    allow_missing: Annotated[
        bool, typer.Option(help="Count the pixels of missing or broken predictions as misses.")
    ] = False,
    against: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Other predictions (a second model or annotator): is the difference real?"
        ),
    ] = None,
    boundary: Annotated[bool, typer.Option(help="Also score the bands along boundaries.")] = True,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(metavar="SCORE=SHARE", help="Exit code 1 below it, e.g. miou=0.7; may be repeated."),
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write all figures.")
    ] = None,
    csv_file: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write a table.")] = None,
    html_file: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a report.")
    ] = None,
    images: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Images for the report's pictures. Default: images/ beside the truth."
        ),
    ] = None,
) -> None:
    """Score predictions against true labels: the four scores of the FCN paper, per class, confusion matrix.

    Files are matched by relative path and stem. A truth without a readable prediction fails the command.
    """
    # inside: the window and --help start through this file's package and should not wait for these
    from segstudio.cli.tables import print_evaluation
    from segstudio.engine.evaluate import Folders, folder_pictures
    from segstudio.engine.selection import read_list
    from segstudio.reports.csv_report import write_csv
    from segstudio.reports.html_report import write_html
    from segstudio.reports.json_report import write_json

    if images is not None and not images.is_dir():
        raise InputError(f"{images} is no folder. Give the folder of images with --images.")
    thresholds = read_thresholds(fail_under or [])
    _check_outputs(
        [p for p in (json_file, csv_file, html_file) if p], [truth, pred, against, list_file, classes]
    )
    table = _table(classes, truth, ignore_index)
    source = load_class_table(pred_classes) if pred_classes else None
    entries = tuple(read_list(list_file)) if list_file else None
    folders = Folders(truth, pred, table, source, list_file, entries)
    say(f"{len(table)} classes; pixels of value {table.ignore_index} in the truth count nowhere.")
    result = _evaluated(folders, "Comparing", allow_missing=allow_missing, boundaries=boundary)
    if against:
        other = dataclasses.replace(folders, prediction=against)
        theirs = _evaluated(
            other, f"Comparing {against.name}", allow_missing=allow_missing, boundaries=boundary
        )
        result = dataclasses.replace(result, against=theirs)
    # before anything is printed: a reader that closes stdout early ('| head') must not cost the files
    if json_file:
        write_json(json_file, result)
    if csv_file:
        write_csv(csv_file, result)
    if html_file:
        folder = images or _beside(truth)
        write_html(html_file, result, folder_pictures(folders, folder) if folder else None)
    for path in (json_file, csv_file, html_file):
        if path:
            say(f"Wrote {path}")
    print_evaluation(out(), result)
    missed = misses(thresholds, result.scores)
    for sentence in missed:
        fail(sentence)
    if missed:
        raise typer.Exit(WorkError.exit_code)


def _evaluated(folders: Folders, title: str, *, allow_missing: bool, boundaries: bool) -> Evaluation:
    from segstudio.engine.evaluate import evaluate_folders  # as above

    note = read_note(folders.prediction)
    if note and folders.source is None:
        _compare_tables(note, folders.table)
    with progress_bar(title) as progress:
        result = evaluate_folders(
            folders,
            allow_missing=allow_missing,
            boundaries=boundaries,
            model=note.model if note else "",
            command=shlex.join(["segstudio", *sys.argv[1:]]),
            progress=progress,
        )
    for sentence in result.notes:
        warn(sentence)
    for image in result.images:
        if image.problem:
            warn(f"{image.key}: {image.problem}")
    return result


def _check_outputs(files: Sequence[Path], inputs: Sequence[Path | str | None]) -> None:
    """A report replaces what is there; that must not be another report of this run, nor anything that it reads."""
    if len({path.resolve() for path in files}) < len(files):
        raise InputError("Two reports would go to one file. Give each its own name.")
    read = [Path(given).resolve() for given in inputs if given]
    for path in files:
        target = path.resolve()
        inside = any(folder in target.parents for folder in read)
        if target in read or (inside and target.suffix.lower() in IMAGE_SUFFIXES | {".txt"}):
            raise InputError(
                f"{path} is one of the files to compare, or lies among them. Choose another name."
            )


def _table(classes: str | None, truth: Path, ignore_index: int | None) -> ClassTable:
    if classes is not None:
        return load_class_table(classes, ignore_index)
    for candidate in (truth / "classes.txt", truth.parent / "classes.txt"):
        if candidate.is_file():
            say(f"Classes from {candidate}")
            return load_class_table(str(candidate), ignore_index)
    raise InputError(
        f"There is no classes.txt in or beside {truth}. Say which classes there are with --classes: a preset, "
        "a class file or a number."
    )


def _compare_tables(note: PredictionNote, table: ClassTable) -> None:
    """Class ids are compared as they are; that they may mean something else is said, never mended by guessing."""
    own = {c.id: c.name for c in note.table.classes}
    if own != {c.id: c.name for c in table.classes}:
        warn(
            f"The predictions were made with other classes ({note.table_summary}) and are compared by class id. "
            "To map them by name, give their table with --pred-classes."
        )


def _beside(truth: Path) -> Path | None:
    folder = truth.parent / "images"
    return folder if folder.is_dir() else None
