"""`segstudio evaluate`: scores of predictions against true labels, of a model on a project, of two annotators."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from segstudio.cli.class_maps import MapFile, WriteMap
from segstudio.cli.console import fail, out, say
from segstudio.cli.evaluation import Chosen, Sides, scored
from segstudio.cli.outputs import check_outputs
from segstudio.cli.thresholds import misses, read_thresholds
from segstudio.core.errors import InputError, WorkError
from segstudio.core.resources import resource

_FILES = "Reports"
_OTHER = "Compare with others"
_PROJECT = "A model on a project"


def _print_schema(wanted: bool) -> None:
    if wanted:
        typer.echo(resource("report", "evaluation.schema.json").read_text("utf-8"), nl=False)
        raise typer.Exit


def evaluate(
    first: Annotated[
        Path | None,
        typer.Argument(metavar="[FIRST", help="Labels of one annotator …", show_default=False),
    ] = None,
    second: Annotated[
        Path | None,
        typer.Argument(
            metavar="SECOND]",
            help="… and of another: how far they agree, and where they differ. Instead of --pred and --truth.",
            show_default=False,
        ),
    ] = None,
    *,
    pred: Annotated[
        Path | None,
        typer.Option("--pred", metavar="DIR", help="Folder of predictions (PNG, value = class id)."),
    ] = None,
    truth: Annotated[
        Path | None, typer.Option("--truth", metavar="DIR", help="Folder of true labels.")
    ] = None,
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
            metavar="C",
            help="Class table of --pred (or of SECOND), mapped by name, where it is another than the truth's.",
        ),
    ] = None,
    map_file: MapFile = None,
    write_map: WriteMap = None,
    list_file: Annotated[
        Path | None,
        typer.Option("--list", metavar="FILE", help="Only the images named in FILE, one a line."),
    ] = None,
    allow_missing: Annotated[
        bool,
        typer.Option(
            "--allow-missing",
            help="Count pixels without a usable prediction as misses (of two annotators: nowhere), and leave out truths "
            "that cannot be read.",
        ),
    ] = False,
    reference: Annotated[
        str | None,
        typer.Option(
            metavar="R",
            help="What of a project's labels is the truth: 'labels' (all of them) or 'reviewed' (what a person painted "
            "or confirmed). Default: reviewed with --project, else labels.",
        ),
    ] = None,
    boundary: Annotated[bool, typer.Option(help="Also score the bands along boundaries.")] = True,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(metavar="SCORE=SHARE", help="Exit code 1 below it, e.g. miou=0.7; may be repeated."),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Other predictions for the same truths: is the difference real?",
            rich_help_panel=_OTHER,
        ),
    ] = None,
    against_classes: Annotated[
        str | None,
        typer.Option(metavar="C", help="Class table of --against, mapped by name.", rich_help_panel=_OTHER),
    ] = None,
    project: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="A project's saved labels against a model, as the window reports it; with --pred against predictions. "
            "Instead of --truth.",
            rich_help_panel=_PROJECT,
        ),
    ] = None,
    annotator: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="A second annotator's labels of the project, in the model's place.",
            rich_help_panel=_PROJECT,
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME_OR_FILE",
            help="See 'segstudio models'. Default: the project's, else bundled.",
            rich_help_panel=_PROJECT,
        ),
    ] = None,
    against_model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME_OR_FILE", help="Another model on the same images.", rich_help_panel=_PROJECT
        ),
    ] = None,
    device: Annotated[
        str, typer.Option(metavar="D", help="auto, cpu, cuda:0, mps.", rich_help_panel=_PROJECT)
    ] = "auto",
    json_file: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write all figures.", rich_help_panel=_FILES),
    ] = None,
    csv_file: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Write a table.", rich_help_panel=_FILES)
    ] = None,
    html_file: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a report.", rich_help_panel=_FILES)
    ] = None,
    schema: Annotated[
        bool,
        typer.Option(
            "--schema",
            is_eager=True,
            callback=_print_schema,
            help="Print the JSON Schema of what --json writes.",
            rich_help_panel=_FILES,
        ),
    ] = False,
    images: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Images for the report's pictures. Default: images/ beside the truth.",
            rich_help_panel=_FILES,
        ),
    ] = None,
) -> None:
    """Score predictions against true labels: the four scores of the FCN paper, per class, confusion matrix.

    Files are matched by relative path and stem. A label that is missing, unreadable, of another size or holds values
    that are no class is named, and fails the command unless --allow-missing is given.
    """
    # inside: the window and --help start through this file's package and should not wait for these
    from segstudio.cli.tables import print_evaluation
    from segstudio.reports.csv_report import write_csv
    from segstudio.reports.html_report import write_html
    from segstudio.reports.json_report import write_json

    if images is not None and not images.is_dir():
        raise InputError(f"{images} is no folder. Give the folder of images with --images.")
    chosen = Chosen(
        classes=classes,
        ignore_index=ignore_index,
        pred_classes=pred_classes,
        against=against,
        against_classes=against_classes,
        list_file=list_file,
        allow_missing=allow_missing,
        boundaries=boundary,
        reference=reference,
        images=images,
        map_file=map_file,
        write_map=write_map,
    )
    thresholds = read_thresholds(fail_under or [])
    given = (truth, pred, against, first, second, project, annotator, images, list_file, map_file)
    tables = (classes, pred_classes, against_classes)
    check_outputs((json_file, csv_file, html_file), (*given, *tables, model, against_model))
    sides = Sides(first, second, pred, truth, project, annotator, model, against_model, device)
    result, pictures = scored(sides, chosen)
    # before anything is printed: a reader that closes stdout early ('| head') must not cost the files
    if json_file:
        write_json(json_file, result)
    if csv_file:
        write_csv(csv_file, result)
    if html_file:
        write_html(html_file, result, pictures)
    for path in (json_file, csv_file, html_file):
        if path:
            say(f"Wrote {path}")
    print_evaluation(out(), result)
    missed = misses(thresholds, result.scores)
    for sentence in missed:
        fail(sentence)
    if missed:
        raise typer.Exit(WorkError.exit_code)
