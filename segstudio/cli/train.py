"""`segstudio train`: train a DeepLab on a folder of images and labels, with rendered scenes if wanted."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from segstudio.core.classes import ClassTable, map_classes
from segstudio.core.errors import InputError

RENDERED_FIRST_SEED = 1_000
"""Scenes for training begin here; the sample folder and the held-out scenes use other seeds."""


def train(
    data: Annotated[Path, typer.Argument(help="Folder that holds images/ and labels/.")],
    out: Annotated[Path, typer.Option(help="Run folder; an unfinished run in it is resumed.")],
    classes: Annotated[str, typer.Option(help="Preset, class file, or number of classes.")] = "",
    ignore_index: Annotated[int | None, typer.Option(help="Label value without a class.")] = None,
    train_list: Annotated[
        Path | None, typer.Option("--list", help="File of image names to train on.")
    ] = None,
    val_list: Annotated[Path | None, typer.Option(help="File of image names to validate on.")] = None,
    rendered: Annotated[int, typer.Option(help="Rendered street scenes to train on besides.")] = 0,
    rendered_share: Annotated[float, typer.Option(help="Their share of all samples, 0 … 0.9.")] = 0.12,
    backbone: Annotated[str, typer.Option(help="Feature extractor.")] = "tf_efficientnet_lite0",
    epochs: Annotated[int, typer.Option(min=1)] = 60,
    batch_size: Annotated[int, typer.Option(min=2)] = 8,
    crop: Annotated[str, typer.Option(help="Height×width of a training crop.")] = "288x384",
    scale: Annotated[str, typer.Option(help="Smallest and largest zoom of a crop.")] = "0.7,1.8",
    colour: Annotated[float, typer.Option(min=0, help="Strength of the colour jitter.")] = 1.0,
    learning_rate: Annotated[float, typer.Option(min=0)] = 1e-3,
    lovasz: Annotated[float, typer.Option(min=0, help="Weight of the Lovász loss.")] = 0.5,
    class_balance: Annotated[float, typer.Option(min=0, max=1, help="0: as frequent; 1: all alike.")] = 0.3,
    frozen_stride: Annotated[
        int, typer.Option(help="Backbone layers up to this stride stay as they are.")
    ] = 2,
    validate_every: Annotated[int, typer.Option(min=1, help="Epochs between validations.")] = 3,
    name: Annotated[str, typer.Option(help="Name of the model.")] = "trained",
    seed: Annotated[int, typer.Option()] = 1,
    device: Annotated[str, typer.Option(help="cpu, cuda:0, mps.")] = "cpu",
    threads: Annotated[int, typer.Option(help="CPU threads; 0 = torch's choice.")] = 0,
) -> None:
    """Train a DeepLabV3+ and keep its best weights in the run folder."""
    from segstudio.core.presets import load_class_table

    spec = classes or str(data / "classes.txt")
    table = load_class_table(spec, ignore_index)
    if not 0 <= rendered_share <= 0.9:
        raise InputError(f"--rendered-share is {rendered_share:g}; it must lie between 0 and 0.9.")
    with _bar() as bar:
        task = bar.add_task("Preparing", total=None)

        def progress(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total or None, description=what)

        scenes = _render(out / "rendered", rendered, table, progress) if rendered else None

        # late: torch takes seconds to import, and help and usage errors must not wait for it
        from segstudio.deeplab.dataset import Augmentation, Source, read_list
        from segstudio.deeplab.memory import keep_freed_memory
        from segstudio.deeplab.model import DecoderLevel, ModelConfig
        from segstudio.deeplab.training import TrainConfig
        from segstudio.deeplab.training import train as run

        keep_freed_memory()
        images, labels = data / "images", data / "labels"
        stems = read_list(train_list) if train_list else None
        share = rendered_share if scenes else 0.0
        sources = [Source(images, labels, stems, 1 - share)]
        if scenes:
            sources.append(Source(scenes / "images", scenes / "labels", None, share))
        result = run(
            TrainConfig(
                out=out,
                classes=table,
                sources=tuple(sources),
                validation=Source(images, labels, read_list(val_list)) if val_list else None,
                model=ModelConfig(
                    backbone=backbone,
                    num_classes=table.num_classes,
                    context_channels=192,
                    decoder=(DecoderLevel(8, 48, 128), DecoderLevel(4, 24, 64), DecoderLevel(2, 16, 32)),
                ),
                name=name,
                epochs=epochs,
                batch_size=batch_size,
                augmentation=Augmentation(crop=_pair(crop, "x"), scale=_scale(scale), colour=colour),
                learning_rate=learning_rate,
                lovasz=lovasz,
                class_balance=class_balance,
                frozen_stride=frozen_stride,
                validate_every=validate_every,
                seed=seed,
                device=device,
                threads=threads,
            ),
            progress,
        )
    best = (
        f"best mIoU {result.best_miou:.4f} after epoch {result.best_epoch}"
        if result.best_miou
        else "no validation"
    )
    typer.echo(f"{result.epochs} epochs, last loss {result.loss:.4f}, {best}. Weights: {result.checkpoint}")


def _bar() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), TimeRemainingColumn()
    )


def _render(folder: Path, count: int, table: ClassTable, progress) -> Path:
    """Render what is not there yet; the label ids are those of `table`, matched by name."""
    import cv2
    import numpy as np

    from segstudio.core.atomic import write_bytes
    from segstudio.core.label_png import write_label
    from segstudio.scenes.render import SCENE_CLASSES, render_scene

    mapping = map_classes(SCENE_CLASSES, table)
    lookup = np.full(256, table.ignore_index, np.uint8)
    for source, target in enumerate(mapping.targets):
        if target is not None:
            lookup[source] = target
    for number in range(count):
        label_path = folder / "labels" / f"scene_{number:04d}.png"
        progress(number, count, "Rendering scenes")
        if label_path.exists():
            continue
        scene = render_scene(RENDERED_FIRST_SEED + number)
        _, encoded = cv2.imencode(".jpg", scene.image[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, 92])
        write_bytes(folder / "images" / f"scene_{number:04d}.jpg", encoded.tobytes())
        write_label(label_path, lookup[scene.label], table)
    return folder


def _pair(text: str, separator: str) -> tuple[int, int]:
    try:
        first, second = (int(part) for part in text.replace("×", separator).split(separator))
    except ValueError:
        raise InputError(
            f"'{text}' is no size. Write height{separator}width, for example 288x384."
        ) from None
    return first, second


def _scale(text: str) -> tuple[float, float]:
    try:
        low, high = (float(part) for part in text.split(","))
    except ValueError:
        raise InputError(f"'{text}' is no range of zoom. Write for example 0.7,1.8.") from None
    if not 0 < low <= high:
        raise InputError(f"The zoom {text} must grow from left to right and be above 0.")
    return low, high
