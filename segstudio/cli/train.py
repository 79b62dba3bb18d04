"""`segstudio train`: train a DeepLab on a folder of images and labels, with rendered scenes if wanted."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from segstudio.cli.console import counted, progress_bar, warn
from segstudio.cli.stopping import stopped_by_signals
from segstudio.cli.training_data import labelled_in
from segstudio.cli.training_options import levels_of, range_of, size_of
from segstudio.cli.training_scenes import TRAINING_SEED, release_model, render_scenes
from segstudio.core import allocator
from segstudio.core.errors import InputError
from segstudio.core.progress import Progress

if TYPE_CHECKING:
    from segstudio.deeplab.training import TrainConfig, TrainResult

# options by the panel of the help that they stand in
_data = partial(typer.Option, rich_help_panel="Data")
_model = partial(typer.Option, rich_help_panel="Model")
_start = partial(typer.Option, rich_help_panel="What it begins with")
_crops = partial(typer.Option, rich_help_panel="Crops")
_steps = partial(typer.Option, rich_help_panel="Steps")
_loss = partial(typer.Option, rich_help_panel="Loss")
_end = partial(typer.Option, rich_help_panel="Validation and end")
_machine = partial(typer.Option, rich_help_panel="Machine")


def train(
    data: Annotated[
        Path,
        typer.Argument(
            metavar="DATA", help="A folder that holds images/ and labels/, or one labelled in the window."
        ),
    ],
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="Run folder; an unfinished run in it is resumed.")
    ],
    name: Annotated[str, typer.Option(metavar="NAME", help="Name of the model.")] = "trained",
    licence: Annotated[
        str, typer.Option(metavar="TEXT", help="What the trained weights may be used for.")
    ] = "",
    release: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Also write float16 weights and scores here.")
    ] = None,
    classes: Annotated[
        str, _data(metavar="C", help="Preset, class file or number; else DATA/classes.txt.")
    ] = "",
    ignore_index: Annotated[int | None, _data(metavar="N", help="Label value without a class.")] = None,
    train_list: Annotated[
        Path | None, _data("--list", metavar="FILE", help="Image names to train on, one a line.")
    ] = None,
    val_list: Annotated[Path | None, _data(metavar="FILE", help="Image names to validate on.")] = None,
    rendered: Annotated[
        int, _data(min=0, metavar="N", help="Rendered street scenes to train on besides.")
    ] = 0,
    rendered_share: Annotated[
        float, _data(metavar="SHARE", help="Their share of all samples, 0 … 0.9.")
    ] = 0.2,
    architecture: Annotated[str, _model(metavar="NAME", help="deeplabv3plus or deeplabv3.")] = (
        "deeplabv3plus"
    ),
    backbone: Annotated[str, _model(metavar="NAME", help="Feature extractor.")] = "tf_efficientnet_lite0",
    output_stride: Annotated[int, _model(metavar="N", help="Of the backbone: 8, 16 or 32.")] = 16,
    context: Annotated[str, _model(metavar="NAME", help="Context module: aspp, spp or none.")] = "aspp",
    channels: Annotated[int, _model(min=1, metavar="N", help="Channels of the context module.")] = 192,
    separable: Annotated[bool, _model("--separable/--dense", help="Kind of 3×3 convolutions.")] = True,
    decoder: Annotated[
        str,
        _model(metavar="LEVELS", help="Decoder levels, each stride:channels of the backbone:channels."),
    ] = "8:48:128,4:24:64,2:16:32",
    dropout: Annotated[
        float,
        _model(min=0, max=0.9, metavar="SHARE", help="Of the context module's values that training drops."),
    ] = 0.1,
    initial: Annotated[Path | None, _start(metavar="FILE", help="Checkpoint to begin with.")] = None,
    imagenet: Annotated[bool, _start(help="Begin with ImageNet weights in the backbone.")] = True,
    crop: Annotated[str, _crops(metavar="HxW", help="Height×width of a training crop.")] = "288x384",
    enlarge: Annotated[
        str, _crops(metavar="HxW", help="Height×width up to which smaller images are enlarged.")
    ] = "",
    zoom: Annotated[
        str, _crops(metavar="LOW,HIGH", help="Smallest and largest zoom of a crop, 0.05 … 20.")
    ] = "0.7,1.8",
    colour: Annotated[
        float, _crops(metavar="X", help="Strength of the colour jitter, 0 … 2.5; 0: none.")
    ] = 1.0,
    epochs: Annotated[int, _steps(min=1, metavar="N", help="Times that the images are gone through.")] = 60,
    batch_size: Annotated[int, _steps(min=1, metavar="N", help="Images at once, on each process.")] = 8,
    accumulate: Annotated[
        int, _steps(min=1, metavar="N", help="Batches whose gradients make one step.")
    ] = 1,
    learning_rate: Annotated[float, _steps(metavar="X", help="At its highest.")] = 1e-3,
    warmup: Annotated[
        int, _steps(min=0, metavar="N", help="Steps over which the learning rate rises.")
    ] = 200,
    freeze_norm: Annotated[
        bool, _steps("--freeze-norm", help="Batch normalisation keeps its statistics: small batches.")
    ] = False,
    frozen_stride: Annotated[
        int, _steps(min=0, metavar="N", help="Backbone layers up to this stride stay as they are.")
    ] = 2,
    seed: Annotated[int, _steps(metavar="N", help="Of all that is drawn by chance.")] = 1,
    lovasz: Annotated[float, _loss(metavar="X", help="Weight of the Lovász loss.")] = 1.0,
    class_balance: Annotated[
        float, _loss(min=0, max=1, metavar="SHARE", help="0: as frequent; 1: all alike.")
    ] = 0.5,
    adjust: Annotated[
        float,
        _loss(
            min=0,
            max=1,
            metavar="SHARE",
            help="Share of --class-balance that is taken back in the kept model, 0 … 1.",
        ),
    ] = 0.0,
    validate_every: Annotated[int, _end(min=1, metavar="N", help="Epochs between validations.")] = 3,
    patience: Annotated[
        int, _end(min=0, metavar="N", help="Epochs without gain until it stops; 0: never.")
    ] = 0,
    device: Annotated[str, _machine(metavar="D", help="cpu, cuda:0, mps or auto.")] = "cpu",
    threads: Annotated[int, _machine(min=0, metavar="N", help="CPU threads; 0: torch's choice.")] = 0,
    bfloat16: Annotated[bool, _machine(help="Compute in bfloat16 where the device does.")] = True,
) -> None:
    """Train a DeepLab and keep its best weights in the run folder. An interrupted run goes on where it was.

    Ctrl+C stops after the step that is being made, or the validation; a second one at once.

    On several GPUs: torchrun --nproc-per-node 4 -m segstudio train … --device cuda
    """
    labelled = labelled_in(data, classes, ignore_index)
    table = labelled.table
    if not 0 <= rendered_share <= 0.9:
        raise InputError(f"--rendered-share is {rendered_share:g}; it must lie between 0 and 0.9.")
    crop_size, zoom_range = size_of(crop), range_of(zoom)
    enlarged = math.prod(size_of(enlarge)) if enlarge else 0
    levels = levels_of(decoder) if architecture == "deeplabv3plus" else ()

    # late: torch takes seconds to import, and help and usage errors must not wait for it
    from segstudio.deeplab.model import ModelConfig
    from segstudio.deeplab.runs.dataset import Augmentation, Source
    from segstudio.deeplab.runs.distributed import joined
    from segstudio.deeplab.runs.train_config import TrainConfig, check
    from segstudio.deeplab.training import train as run

    allocator.keep_everything()
    share = rendered_share if rendered else 0.0
    everything = Source(labelled.images, labelled.labels, None, 1 - share, labelled.pairs)
    chosen = replace(everything, stems=labelled.listed(train_list)) if train_list else everything
    validation = replace(everything, stems=labelled.listed(val_list)) if val_list else None
    scenes = Source(out / "rendered" / "images", out / "rendered" / "labels", None, share)
    config = TrainConfig(
        out=out,
        classes=table,
        sources=(chosen, scenes) if rendered else (chosen,),
        validation=validation,
        model=ModelConfig.from_dict(
            {
                "architecture": architecture,
                "backbone": backbone,
                "num_classes": table.num_classes,
                "output_stride": output_stride,
                "context": context,
                "separable": separable,
                "context_channels": channels,
                "working_pixels": 2 * enlarged or 1 << 20,
                "enlarged_pixels": enlarged,
                "decoder": levels,
                "dropout": dropout,
            }
        ),
        name=name,
        initial=initial,
        imagenet=imagenet,
        epochs=epochs,
        batch_size=batch_size,
        accumulate=accumulate,
        augmentation=Augmentation(crop=crop_size, scale=zoom_range, colour=colour),
        learning_rate=learning_rate,
        warmup_steps=warmup,
        lovasz=lovasz,
        class_balance=class_balance,
        adjust=adjust,
        frozen_stride=frozen_stride,
        frozen_norm=freeze_norm,
        validate_every=validate_every,
        patience=patience,
        bfloat16=bfloat16,
        seed=seed,
        device=device,
        threads=threads,
    )
    check(config)  # before scenes are rendered and processes wait for each other
    with joined(device) as team, _shown(team.main) as progress:
        if rendered:
            if team.main:
                render_scenes(out / "rendered", TRAINING_SEED, rendered, table, progress)
            team.wait()
        if team.main:
            _warn_of_rates(config)
        with stopped_by_signals(alone=team.size == 1) as cancel:
            result = run(config, progress, cancel, warn)
    if not team.main:
        return
    _say(result)
    if release is not None:
        measured_on = f"{data.resolve().name}_val"
        held_out = out / "held_out" if rendered else None
        release_model(result.checkpoint, release, name, licence, measured_on, validation, held_out, table)


@contextmanager
def _shown(main: bool) -> Iterator[Progress]:
    """A bar, but one for all processes of a run."""
    if main:
        with progress_bar("Training", "steps") as progress:
            yield progress
    else:
        yield lambda done, total, what: None


def _warn_of_rates(config: TrainConfig) -> None:
    from segstudio.deeplab.inspection.network import rate_warnings

    model = config.model
    if model.context == "aspp":
        cells = (-(-side // model.output_stride) for side in config.augmentation.crop)
        for sentence in rate_warnings(model.atrous_rates, *cells):
            warn(f"Training crops: {sentence}")


def _say(result: TrainResult) -> None:
    epochs = counted(result.epochs, "epoch")
    typer.echo(f"{epochs}, last loss {result.loss:.4f}. Weights: {result.checkpoint}")
    if result.best_miou is not None:
        typer.echo(f"Best mIoU in validation: {result.best_miou:.4f}, after epoch {result.best_epoch}.")
