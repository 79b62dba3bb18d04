"""`segstudio predict`: masks for a folder of images."""

from __future__ import annotations

import shlex
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from segstudio.cli.class_maps import MapFile, WriteMap, chosen_classes
from segstudio.cli.console import counted, fail, progress_bar, say, warn
from segstudio.cli.console import out as stdout
from segstudio.cli.loading import loading
from segstudio.core import allocator
from segstudio.core.class_map import ClassChoice
from segstudio.core.classes import ClassMapping, ClassTable, map_classes
from segstudio.core.errors import InputError
from segstudio.core.plain_text import one_line
from segstudio.core.predicting import PredictOptions, Refinement, parse_scales
from segstudio.core.presets import class_lost, load_class_table
from segstudio.core.zoo import BUNDLED
from segstudio.engine.files.prediction_note import PredictionNote

_WORK_FAILED = 1


def predict(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER",
            help="A folder of images, or one that holds images/, or as VOC, Cityscapes or CamVid have it.",
        ),
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
    map_file: MapFile = None,
    write_map: WriteMap = None,
    scales: Annotated[
        str,
        typer.Option(
            metavar="S,S,…",
            help="Look at the image in these sizes and average: 0.75,1,1.25. 1 is the model's own.",
        ),
    ] = "1",
    flip: Annotated[
        bool, typer.Option("--flip", help="Average with the mirror image. Takes twice as long.")
    ] = False,
    refine: Annotated[
        Refinement, typer.Option(help="Lead the borders by the image's colours, at full resolution.")
    ] = Refinement.NONE,
    full_size: Annotated[
        bool,
        typer.Option(
            "--full-size",
            help="Look at every pixel of large images, tile by tile, also with a model that was made for one size of view.",
        ),
    ] = False,
    confidence: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Also write the probability of the predicted class as 8-bit grey PNG, 255 = certain.",
        ),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(
            min=0,
            max=1,
            metavar="P",
            help="Write the ignore value where the probability of the predicted class is below this.",
        ),
    ] = 0.0,
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite",
            help="Replace masks of another model or with other options, and those that somebody has corrected since.",
        ),
    ] = False,
) -> None:
    """Predict a mask for every image. An image that cannot be read is named and the rest goes on (exit code 1)."""
    options = PredictOptions(parse_scales(scales), flip, refine, full_size)
    # inside: the window and --help start through this file's package and should not wait for these
    from segstudio.engine.models.images_to_predict import images_to_predict, refuse_a_mixture
    from segstudio.engine.models.predict_folder import predict_folder

    closed: list[str] = []
    predicted: list[Path] = []
    images = images_to_predict(
        folder,
        out,
        list_file,
        confidence=confidence,
        overwrite=overwrite,
        saved_in=_saved_in,
        closed=closed,
        predicted=predicted,
    )
    for place in predicted:
        warn(f"{place} holds predictions, not images, and is left out.")
    table = load_class_table(classes) if classes else None
    if table is not None and (lost := class_lost(table)):
        warn(lost)
    if table is None and (map_file or write_map):
        raise InputError("A mapping is between two class tables: name the one to write with --classes.")

    # late: torch takes seconds to import, and wrong input should be told at once
    from segstudio.deeplab.devices import lanes, resolve_device
    from segstudio.deeplab.predictor import Predictor
    from segstudio.deeplab.weights import load_model

    allocator.keep_frames()
    with loading(model) as progress:
        loaded = load_model(model, device, progress)
        predictors = [
            Predictor(loaded, device, threads, options=options)
            for threads in (lanes(resolve_device(device)) if len(images) > 1 else [None])
        ]
    predictor = predictors[0]
    licence = loaded.description.licence or "not stated"
    say(f"Model: {predictor.model_name} on {predictor.device}. Licence: {licence}")
    for notice in predictor.notices:
        warn(notice)
    chosen = chosen_classes(map_file, write_map, predictor.classes, table, "--classes")
    mapping = _mapping(predictor.classes, table, chosen)
    sure = f", where {100 * min_confidence:g} % sure" if min_confidence else ""
    note = PredictionNote(
        f"{predictor.model_name}{sure} ({predictor.model_id})",
        licence,
        shlex.join(["segstudio", *sys.argv[1:]]),
        table or predictor.classes,
        mapping.revision if mapping else "",
    )
    if not overwrite:
        refuse_a_mixture(note, (out, confidence) if confidence is not None else (out,))
    known = len(predictor.notices)
    began = time.perf_counter()
    with progress_bar("Predicting") as progress:
        result = predict_folder(
            images,
            out,
            predictors,
            note.table,
            mapping,
            confidence=confidence,
            sure_from=min_confidence,
            note=note,
            progress=progress,
        )
    rate = len(result.written) / max(time.perf_counter() - began, 1e-9)
    stdout().print(
        f"{counted(len(result.written), 'mask')} written to {out} ({rate:.1f} images/s).",
        markup=False,
        soft_wrap=True,
    )
    for notice in dict.fromkeys(notice for p in predictors for notice in p.notices[known:]):
        warn(notice)
    if reduced := sum(p.reduced for p in predictors):
        warn(
            f"{reduced} image{'s were' if reduced > 1 else ' was'} looked at reduced to about "
            f"{loaded.description.config.working_pixels / 1e6:.1f} million pixels, the size of view that this model was "
            "made for. --full-size looks at every pixel."
        )
    for _, why in result.failed:
        fail(one_line(why))
    for path in closed:
        fail(f"{path} cannot be opened, so its images have no masks. Change its permissions.")
    if result.failed:
        have = "has" if len(result.failed) == 1 else "have"
        fail(f"{len(result.failed)} of {counted(len(images), 'image')} {have} no mask.")
    if result.failed or closed:
        raise typer.Exit(_WORK_FAILED)


def _saved_in(folder: Path) -> Callable[[str], str | None]:
    """The hash of the label that the window saved for an image; where the folder belongs to no project, of none."""
    from segstudio.engine.evaluation.label_origin import find_origins  # as above
    from segstudio.engine.files.sidecar import Sidecar

    origins = find_origins(folder)

    def saved(key: str) -> str | None:
        said = Sidecar(origins.state, origins.prefix + key).read() if origins else None
        return said.get("label") if said else None

    return saved


def _mapping(
    source: ClassTable, table: ClassTable | None, chosen: ClassChoice | None
) -> ClassMapping | None:
    """What is not mapped is said, never guessed."""
    if table is None:
        return None
    mapping = map_classes(source, table, chosen)
    if all(target is None for target in mapping.targets):
        raise InputError(
            "No class of the model has a partner in the table, so every mask would be empty. Say which is which: "
            "write a mapping with --write-map FILE, edit it and give it with --map FILE."
        )
    if mapping.unmapped:
        warn(
            f"Classes of the model without a partner, written as {table.ignore_index}: "
            f"{', '.join(mapping.unmapped)}. --write-map and --map give them one."
        )
    return mapping
