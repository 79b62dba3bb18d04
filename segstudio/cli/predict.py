"""`segstudio predict`: masks for a folder of images."""

from __future__ import annotations

import shlex
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from segstudio.cli.console import fail, progress_bar, say, warn
from segstudio.cli.console import out as stdout
from segstudio.cli.loading import loading
from segstudio.core.classes import ClassMapping, ClassTable, map_classes
from segstudio.core.presets import load_class_table
from segstudio.core.zoo import BUNDLED
from segstudio.engine.prediction_note import PredictionNote, write_note

_WORK_FAILED = 1


def predict(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="A folder of images, or one that holds images/.")
    ],
    *,
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="Where the masks go: <stem>.png, value = class id.")
    ],
    model: Annotated[
        str, typer.Option(metavar="NAME_OR_FILE", help="See 'segstudio models'; or a weights file.")
    ] = BUNDLED,
    device: Annotated[str, typer.Option(metavar="D", help="auto, cpu, cuda:0, mps.")] = "auto",
    list_file: Annotated[
        Path | None,
        typer.Option("--list", metavar="FILE", help="Only the images named in FILE, one a line."),
    ] = None,
    classes: Annotated[
        str | None,
        typer.Option(
            metavar="C", help="Write the ids of this class table instead of the model's, mapped by name."
        ),
    ] = None,
) -> None:
    """Predict a mask for every image. An image that cannot be read is named and the rest goes on (exit code 1)."""
    # inside: the window and --help start through this file's package and should not wait for these
    from segstudio.engine.predict_folder import images_to_predict, predict_folder

    images = images_to_predict(folder, out, list_file)
    table = load_class_table(classes) if classes else None

    # late: torch takes seconds to import, and wrong input should be told at once
    from segstudio.deeplab.devices import lanes, resolve_device
    from segstudio.deeplab.predictor import Predictor
    from segstudio.deeplab.weights import load_model

    with loading(model) as progress:
        loaded = load_model(model, device, progress)
        predictors = [Predictor(loaded, device, threads) for threads in lanes(resolve_device(device))]
    predictor = predictors[0]
    licence = loaded.description.licence or "not stated"
    say(f"Model: {predictor.model_name} on {predictor.device}. Licence: {licence}")
    for notice in predictor.notices:
        warn(notice)
    mapping = _mapping(predictor.classes, table)
    note = PredictionNote(
        f"{predictor.model_name} ({predictor.model_id})",
        licence,
        shlex.join(["segstudio", *sys.argv[1:]]),
        table or predictor.classes,
    )
    write_note(out, note)
    began = time.perf_counter()
    with progress_bar("Predicting") as progress:
        result = predict_folder(images, out, predictors, note.table, mapping, progress=progress)
    rate = len(result.written) / max(time.perf_counter() - began, 1e-9)
    stdout().print(
        f"{len(result.written)} masks written to {out} ({rate:.1f} images/s).", markup=False, soft_wrap=True
    )
    for _, why in result.failed:
        fail(why)
    if result.failed:
        fail(f"{len(result.failed)} of {len(images)} images have no mask.")
        raise typer.Exit(_WORK_FAILED)


def _mapping(source: ClassTable, table: ClassTable | None) -> ClassMapping | None:
    """What is not mapped is said, never guessed."""
    if table is None:
        return None
    mapping = map_classes(source, table)
    if mapping.unmapped:
        warn(
            f"Classes of the model without a partner, written as {table.ignore_index}: "
            f"{', '.join(mapping.unmapped)}."
        )
    return mapping
