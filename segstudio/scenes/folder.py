"""The sample folder: rendered pictures, exact labels for the first of them, and the class table."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from segstudio.core.atomic import write_bytes
from segstudio.core.errors import InputError, WorkError
from segstudio.core.images import image_size
from segstudio.core.label_png import read_label, write_label
from segstudio.core.presets import read_class_file, write_class_file
from segstudio.core.progress import Progress
from segstudio.core.wording import worded
from segstudio.scenes.render import Scene, render_scene
from segstudio.scenes.world.arrays import Bytes
from segstudio.scenes.world.palette import SCENE_CLASSES

WIDTH, HEIGHT = 640, 480
"""Pixels of a sample picture: sharp enough to look at, within the scales that a model trained on 480×360 knows."""

SAMPLE_SEED = 31
"""The seed of the demo's sample folder."""

_QUALITY = 92


def write_sample_folder(
    folder: Path,
    images: int = 12,
    labelled: int = 6,
    seed: int = SAMPLE_SEED,
    progress: Progress | None = None,
) -> None:
    """Write `images/scene_001.jpg` …, `labels/` for the first `labelled` of them, and `classes.txt`.

    What is there and readable is left alone, corrected labels too; what is missing or damaged is written again.
    Raises WorkError when the folder cannot be written.
    """
    if not _reads_classes(folder / "classes.txt"):
        write_class_file(folder / "classes.txt", SCENE_CLASSES)
    for index in range(images):
        name = f"scene_{index + 1:03d}"
        picture, label = folder / "images" / f"{name}.jpg", folder / "labels" / f"{name}.png"
        needs_picture = not _reads_picture(picture)
        needs_label = index < labelled and not _reads_label(label)
        if needs_picture or needs_label:
            scene = sample_scene(index, seed)
            write_bytes(
                picture, _jpeg(scene.image)
            )  # also one that is whole: another version may have made it
            if needs_label:
                write_label(label, scene.label, SCENE_CLASSES)
        if progress is not None:
            progress(index + 1, images, worded("Rendering sample scenes"))


def sample_scene(index: int, seed: int = SAMPLE_SEED) -> Scene:
    """Scene number `index` (from 0) of the sample folder, with its exact label, written there or not."""
    return render_scene(_scene_seed(seed, index), WIDTH, HEIGHT)


def _scene_seed(seed: int, index: int) -> int:
    return int(np.random.default_rng([seed, index]).integers(2**31))


def _jpeg(image: Bytes) -> bytes:
    done, data = cv2.imencode(
        ".jpg", cv2.cvtColor(image, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, _QUALITY]
    )
    if not done:
        raise WorkError("A sample picture could not be encoded as JPEG.")
    return bytes(data)


def _reads_picture(path: Path) -> bool:
    """Whether the picture is whole: its size is right and it ends as a JPEG does."""
    try:
        return image_size(path) == (WIDTH, HEIGHT) and path.read_bytes().endswith(b"\xff\xd9")
    except (InputError, OSError):
        return False


def _reads_label(path: Path) -> bool:
    try:
        read_label(path, (HEIGHT, WIDTH))
    except InputError:
        return False
    return True


def _reads_classes(path: Path) -> bool:
    """Whether the table lists every class of the labels; names and colours may have been changed."""
    try:
        table = read_class_file(path)
    except InputError:
        return False
    return all(c.id in table for c in SCENE_CLASSES.classes)
