"""`segstudio train`: train a DeepLab on a folder of images and labels, with rendered scenes if wanted."""

from __future__ import annotations

import math
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from segstudio.cli.console import progress_bar, warn
from segstudio.cli.training_scenes import TRAINING_SEED, release_model, render_scenes
from segstudio.core import allocator
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.core.progress import CancelToken, Progress

Pairs = tuple[tuple[str, Path, Path], ...]


@dataclass(frozen=True)
class _Labelled:
    """Images at any depth of a folder by their keys, each with the place of its label, there or not."""

    images: Path
    labels: Path
    table: ClassTable
    pairs: Pairs


def train(
    data: Annotated[
        Path, typer.Argument(help="A folder that holds images/ and labels/, or one labelled in the window.")
    ],
    out: Annotated[Path, typer.Option(help="Run folder; an unfinished run in it is resumed.")],
    classes: Annotated[str, typer.Option(help="Preset, class file or number; else DATA/classes.txt.")] = "",
    ignore_index: Annotated[int | None, typer.Option(help="Label value without a class.")] = None,
    train_list: Annotated[
        Path | None, typer.Option("--list", help="File of image names to train on, one a line.")
    ] = None,
    val_list: Annotated[Path | None, typer.Option(help="File of image names to validate on.")] = None,
    rendered: Annotated[int, typer.Option(min=0, help="Rendered street scenes to train on besides.")] = 0,
    rendered_share: Annotated[float, typer.Option(help="Their share of all samples, 0 … 0.9.")] = 0.2,
    architecture: Annotated[str, typer.Option(help="deeplabv3plus or deeplabv3.")] = "deeplabv3plus",
    backbone: Annotated[str, typer.Option(help="Feature extractor.")] = "tf_efficientnet_lite0",
    output_stride: Annotated[int, typer.Option(help="Of the backbone: 8, 16 or 32.")] = 16,
    context: Annotated[str, typer.Option(help="Context module: aspp, spp or none.")] = "aspp",
    channels: Annotated[int, typer.Option(min=1, help="Channels of the context module.")] = 192,
    separable: Annotated[
        bool, typer.Option("--separable/--dense", help="Kind of 3×3 convolutions.")
    ] = True,
    decoder: Annotated[
        str, typer.Option(help="Decoder levels, each stride:channels of the backbone:channels.")
    ] = "8:48:128,4:24:64,2:16:32",
    initial: Annotated[Path | None, typer.Option(help="Checkpoint to begin with.")] = None,
    imagenet: Annotated[bool, typer.Option(help="Begin with ImageNet weights in the backbone.")] = True,
    epochs: Annotated[int, typer.Option(min=1)] = 60,
    batch_size: Annotated[int, typer.Option(min=1, help="Images at once, on each process.")] = 8,
    accumulate: Annotated[int, typer.Option(min=1, help="Batches whose gradients make one step.")] = 1,
    crop: Annotated[str, typer.Option(help="Height×width of a training crop.")] = "288x384",
    enlarge: Annotated[
        str, typer.Option(help="Height×width up to which smaller images are enlarged.")
    ] = "",
    zoom: Annotated[str, typer.Option(help="Smallest and largest zoom of a crop.")] = "0.7,1.8",
    colour: Annotated[float, typer.Option(min=0, help="Strength of the colour jitter.")] = 1.0,
    learning_rate: Annotated[float, typer.Option(min=0)] = 1e-3,
    warmup: Annotated[int, typer.Option(min=0, help="Steps over which the learning rate rises.")] = 200,
    dropout: Annotated[
        float,
        typer.Option(min=0, max=0.9, help="Share of the context module's values that training drops."),
    ] = 0.1,
    lovasz: Annotated[float, typer.Option(min=0, help="Weight of the Lovász loss.")] = 1.0,
    class_balance: Annotated[float, typer.Option(min=0, max=1, help="0: as frequent; 1: all alike.")] = 0.5,
    adjust: Annotated[
        float,
        typer.Option(
            min=0,
            max=1,
            help="Share of --class-balance that is taken back in the kept model, 0 … 1.",
        ),
    ] = 0.0,
    freeze_norm: Annotated[
        bool, typer.Option("--freeze-norm", help="Batch normalisation keeps its statistics: small batches.")
    ] = False,
    frozen_stride: Annotated[
        int, typer.Option(help="Backbone layers up to this stride stay as they are.")
    ] = 2,
    validate_every: Annotated[int, typer.Option(min=1, help="Epochs between validations.")] = 3,
    patience: Annotated[int, typer.Option(min=0, help="Epochs without gain until it stops; 0: never.")] = 0,
    name: Annotated[str, typer.Option(help="Name of the model.")] = "trained",
    licence: Annotated[str, typer.Option(help="What the trained weights may be used for.")] = "",
    release: Annotated[
        Path | None, typer.Option(help="Also write float16 weights and scores here.")
    ] = None,
    bfloat16: Annotated[bool, typer.Option(help="Compute in bfloat16 where the device does.")] = True,
    seed: Annotated[int, typer.Option()] = 1,
    device: Annotated[str, typer.Option(help="cpu, cuda:0, mps or auto.")] = "cpu",
    threads: Annotated[int, typer.Option(min=0, help="CPU threads; 0: torch's choice.")] = 0,
) -> None:
    """Train a DeepLab and keep its best weights in the run folder. An interrupted run goes on where it was.

    Ctrl+C stops after the step that is being made, or the validation; a second one at once.

    On several GPUs: torchrun --nproc-per-node 4 -m segstudio train … --device cuda
    """
    labelled = _labelled(data, classes, ignore_index)
    table = labelled.table
    if not 0 <= rendered_share <= 0.9:
        raise InputError(f"--rendered-share is {rendered_share:g}; it must lie between 0 and 0.9.")
    crop_size, zoom_range = _size(crop), _range(zoom)
    enlarged = math.prod(_size(enlarge)) if enlarge else 0
    levels = _levels(decoder) if architecture == "deeplabv3plus" else ()

    # late: torch takes seconds to import, and help and usage errors must not wait for it
    from segstudio.deeplab.inspection.network import rate_warnings
    from segstudio.deeplab.model import ModelConfig
    from segstudio.deeplab.runs.dataset import Augmentation, Source
    from segstudio.deeplab.runs.distributed import joined
    from segstudio.deeplab.training import TrainConfig
    from segstudio.deeplab.training import train as run

    allocator.keep_everything()
    share = rendered_share if rendered else 0.0
    everything = Source(labelled.images, labelled.labels, None, 1 - share, labelled.pairs)
    validation = replace(everything, stems=_listed(labelled, val_list)) if val_list else None
    sources = [replace(everything, stems=_listed(labelled, train_list) if train_list else None)]
    with joined(device) as team, _shown(team.main) as progress:
        if rendered:
            scenes = out / "rendered"
            if team.main:
                render_scenes(scenes, TRAINING_SEED, rendered, table, progress)
            team.wait()
            sources.append(Source(scenes / "images", scenes / "labels", None, share))
        config = TrainConfig(
            out=out,
            classes=table,
            sources=tuple(sources),
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
        if team.main and context == "aspp":
            cells = (-(-side // output_stride) for side in crop_size)
            for sentence in rate_warnings(config.model.atrous_rates, *cells):
                warn(f"Training crops: {sentence}")
        with stopped_by_signals(alone=team.size == 1) as cancel:
            result = run(config, progress, cancel, warn)
    if not team.main:
        return
    typer.echo(f"{result.epochs} epochs, last loss {result.loss:.4f}. Weights: {result.checkpoint}")
    if result.best_miou is not None:
        typer.echo(f"Best mIoU in validation: {result.best_miou:.4f}, after epoch {result.best_epoch}.")
    if release is not None:
        held_out = out / "held_out" if rendered else None
        release_model(
            result.checkpoint,
            release,
            name,
            licence,
            f"{data.resolve().name}_val",
            validation,
            held_out,
            table,
        )


@contextmanager
def _shown(main: bool) -> Iterator[Progress]:
    """A bar, but one for all processes of a run."""
    if main:
        with progress_bar("Training", "steps") as progress:
            yield progress
    else:
        yield lambda done, total, what: None


@contextmanager
def stopped_by_signals(*, alone: bool) -> Iterator[CancelToken]:
    """A token that the first SIGINT or SIGTERM sets; the second does what it did before: it ends the process at once.

    Where the process is not `alone`, but one of torchrun's, which passes on what the terminal has sent to all of them
    already, a second is none; torchrun ends after half a minute who has not ended.
    """
    token = CancelToken()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    def stop(*_: object) -> None:
        token.cancel()
        if alone:
            restore()
            # not by way of a stream: the signal may have come while something was written to that very one
            os.write(2, b"\nStopping after this step. Press Ctrl+C again to end at once.\n")

    for number in before:
        signal.signal(number, stop)
    try:
        yield token
    finally:
        restore()


def _labelled(data: Path, classes: str, ignore_index: int | None) -> _Labelled:
    """A folder with images/ and labels/ beside each other, or a project of the window."""
    from segstudio.core.presets import load_class_table
    from segstudio.engine.files.entries import find_images
    from segstudio.engine.files.project_config import CONFIG_NAME
    from segstudio.engine.files.selection import composed, find_labels

    project = (data / CONFIG_NAME).is_file()
    images, labels = data / "images", data / "labels"
    if not project and images.is_dir() and labels.is_dir():
        table = load_class_table(classes or str(data / "classes.txt"), ignore_index)
        places = find_labels(labels)
        pairs = tuple(
            (key, path, places.get(composed(key), labels / f"{key}.png"))
            for key, path in find_images(images)
        )
        return _Labelled(images, labels, table, pairs)
    from segstudio.engine.project import Project  # here: folders of images and labels need none of it

    opened = Project.open(data)
    table = load_class_table(classes, ignore_index) if classes else opened.table
    found = [(e, opened.store.find(e) if e.has_label else None) for e in opened.images]
    if not any(place is not None for _, place in found):
        raise InputError(f"{data} holds no saved label. Label some of its images and save them first.")
    pairs = tuple((e.key, e.path, place[0] if place is not None else e.label_path) for e, place in found)
    return _Labelled(opened.root, opened.labels_dir, table, pairs)


def _listed(labelled: _Labelled, path: Path) -> tuple[str, ...]:
    """The keys that a list file names by the rules of `predict --list`; one without a label is asked for all the same."""
    from segstudio.engine.files.selection import read_list, select

    return tuple(select([key for key, _, _ in labelled.pairs], read_list(path), path, labelled.images))


def _size(text: str) -> tuple[int, int]:
    try:
        height, width = (int(part) for part in text.replace("×", "x").split("x"))
    except ValueError:
        height = width = 0
    if min(height, width) < 32:
        raise InputError(
            f"'{text}' is no size of a crop. Write height×width, 32 or more, for example 288x384."
        )
    return height, width


def _range(text: str) -> tuple[float, float]:
    try:
        low, high = (float(part) for part in text.split(","))
    except ValueError:
        low = high = 0.0
    if not 0 < low <= high:
        raise InputError(f"'{text}' is no range of zoom. Write smallest,largest, for example 0.7,1.8.")
    return low, high


def _levels(text: str) -> list[dict[str, int]]:
    """'4:48:256' -> the decoder levels of a model's description."""
    levels = []
    for part in text.split(","):
        try:
            stride, low, channels = (int(value) for value in part.split(":"))
        except ValueError:
            stride = low = channels = 0
        if min(stride, low, channels) < 1:
            raise InputError(
                f"'{part}' is no level of a decoder. Write stride:channels of the backbone:channels, "
                "for example 4:48:256."
            )
        levels.append({"stride": stride, "low_channels": low, "channels": channels})
    return levels
