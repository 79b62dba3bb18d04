"""What a format writes: images with their labels, under one class table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from segstudio.core.atomic import write_bytes
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError, WorkError
from segstudio.core.images import image_size, read_image, stored_turned
from segstudio.core.label_png import read_class_label
from segstudio.core.progress import CancelToken, Progress

_JPEG_QUALITY = 95


@dataclass(frozen=True, slots=True)
class LabelledImage:
    """`key`: relative path with '/', without suffix, unique in the set."""

    key: str
    image: Path
    label: Path


@dataclass(frozen=True)
class LabelSet:
    """What is written, and how the work is watched. `with_images`: copy the images too, where the layout has them."""

    items: Sequence[LabelledImage]
    table: ClassTable
    with_images: bool = True
    progress: Progress | None = None
    token: CancelToken | None = None

    def labels(self) -> Iterator[tuple[LabelledImage, NDArray[np.uint8]]]:
        """(item, uint8 H×W class ids) of every item.

        Raises InputError naming a label that is broken, of another size than its image, or holds values outside
        the table: a set with silent holes is worse than none.
        """
        for done, item in enumerate(self.items):
            if self.token:
                self.token.raise_if_cancelled()
            if self.progress:
                self.progress(done, len(self.items), item.key)
            width, height = image_size(item.image)
            yield item, read_class_label(item.label, self.table, (height, width))
        if self.progress:
            self.progress(len(self.items), len(self.items), "")


def copy_image(source: Path, target: Path) -> Path:
    """Copy the file; one that is stored turned is written upright, as its label is. Returns where it went.

    Raises InputError when it cannot be read and WorkError when it cannot be written.
    """
    try:
        if not stored_turned(source):
            write_bytes(target, source.read_bytes())
            return target
    except OSError as error:
        raise InputError(f"{source} cannot be read ({error}).") from error
    upright = target.with_suffix(".jpg")
    upright.parent.mkdir(parents=True, exist_ok=True)
    try:
        Image.fromarray(read_image(source)).save(upright, quality=_JPEG_QUALITY, subsampling=0)
    except OSError as error:
        raise WorkError(f"Could not write {upright} ({error.strerror or error}).") from error
    return upright


def flat_names(items: Sequence[LabelledImage]) -> dict[str, str]:
    """Key -> a file name without folders, for layouts that have none. Raises InputError when two collide."""
    names: dict[str, str] = {}
    taken: dict[str, str] = {}
    for item in items:
        name = item.key.replace("/", "__")
        if name in taken:
            raise InputError(
                f"{item.key} and {taken[name]} would both be named {name} in this format. Rename one of them."
            )
        taken[name] = item.key
        names[item.key] = name
    return names
