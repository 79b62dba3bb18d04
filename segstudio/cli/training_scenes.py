"""Rendered street scenes to train on, and the release of a trained model with its scores on scenes held out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from segstudio.cli.console import progress_bar
from segstudio.core.classes import ClassTable
from segstudio.core.progress import Progress

if TYPE_CHECKING:
    from segstudio.deeplab.runs.dataset import Source
    from segstudio.scenes.world.arrays import Bytes

TRAINING_SEED = 1_000
"""Rendered scenes for training begin at this seed …"""
HELD_OUT_SEED = 500
"""… and those that the released model is measured on at this one. The sample folder uses others again."""
HELD_OUT_SCENES = 30


def render_scenes(folder: Path, first_seed: int, count: int, table: ClassTable, progress: Progress) -> Path:
    """Render what is not there yet into images/ and labels/; ids are those of `table`, matched by name."""
    from segstudio.core.atomic import write_bytes
    from segstudio.core.label_png import write_label

    for number in range(count):
        stem = f"scene_{first_seed + number:05d}"
        label_path = folder / "labels" / f"{stem}.png"
        if not label_path.exists():
            image, label = _scene(first_seed + number, table)
            write_bytes(folder / "images" / f"{stem}.jpg", _jpeg(image))
            write_label(label_path, label, table)
        progress(number + 1, count, "Rendering scenes")
    return folder


def _scene(seed: int, table: ClassTable) -> tuple[Bytes, Bytes]:
    """Picture and label of a seed, the label in the ids of `table`."""
    import numpy as np

    from segstudio.core.classes import map_classes
    from segstudio.scenes.render import SCENE_CLASSES, render_scene

    lookup = np.full(256, table.ignore_index, np.uint8)
    for source, target in enumerate(map_classes(SCENE_CLASSES, table).targets):
        if target is not None:
            lookup[source] = target
    scene = render_scene(seed)
    return scene.image, lookup[scene.label]


def _jpeg(image: Bytes) -> bytes:
    import cv2

    return bytes(cv2.imencode(".jpg", image[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, 92])[1])


def release_model(
    checkpoint: Path,
    folder: Path,
    name: str,
    licence: str,
    validation_name: str,
    validation: Source | None,
    held_out: Path | None,
    table: ClassTable,
) -> None:
    """Write the shipped form of the best checkpoint and say how it scores."""
    from segstudio.deeplab.runs.dataset import Source, load_source
    from segstudio.deeplab.runs.release import release
    from segstudio.deeplab.training import learning_curve

    with progress_bar("Measuring", "images") as progress:
        data = {}
        if validation is not None:
            data[validation_name] = load_source(validation, table, progress)
        if held_out is not None:
            scenes = render_scenes(held_out, HELD_OUT_SEED, HELD_OUT_SCENES, table, progress)
            data["rendered_scenes"] = load_source(
                Source(scenes / "images", scenes / "labels"), table, progress
            )
        notes = {"learning_curve": learning_curve(checkpoint.parent)}
        results = release(checkpoint, folder, name, licence, data, notes=notes, progress=progress)
    for key, scores in results.items():
        typer.echo(f"{key}: mIoU {scores.miou or 0:.4f}, pixel accuracy {scores.pixel_accuracy or 0:.4f}")
