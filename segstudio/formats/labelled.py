"""What a format writes: images with their labels, under one class table."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PIL import Image

from segstudio.core.arrays import Label, Mask, Pixels
from segstudio.core.atomic import write_bytes
from segstudio.core.classes import ClassTable, SegClass
from segstudio.core.errors import InputError
from segstudio.core.images import image_size, read_image, stored_turned
from segstudio.core.label_png import read_class_label
from segstudio.core.numerals import grouped
from segstudio.core.planes import histogram
from segstudio.core.progress import CancelToken, Progress
from segstudio.core.wording import worded

JPEG, PNG = ".jpg", ".png"
_KINDS = {".jpg": JPEG, ".jpeg": JPEG, ".png": PNG}
_JPEG_QUALITY = 95
_JPEG_SIDE = 65_500
"""Pixels, of libjpeg; the format has 35 more."""


@dataclass(frozen=True, slots=True)
class LabelledImage:
    """`key`: relative path with '/', without suffix, unique in the set."""

    key: str
    image: Path
    label: Path

    @property
    def file_name(self) -> str:
        """The image's own relative path."""
        return PurePosixPath(self.key).with_name(self.image.name).as_posix()


@dataclass(frozen=True)
class LabelSet:
    """What is written, and how the work is watched. `with_images`: copy the images too, where the layout has them."""

    items: Sequence[LabelledImage]
    table: ClassTable
    with_images: bool = True
    progress: Progress | None = None
    token: CancelToken | None = None

    def labels(self) -> Iterator[tuple[LabelledImage, Label]]:
        """Every item with its label.

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


def copy_image(source: Path, folder: Path, name: str, wanted: str = "") -> str:
    """Copy the picture to `folder` as `name`, which may hold '/', and its suffix; returns that.

    `wanted`: JPEG or PNG, where the readers of a layout look for no other. One that is of another kind, or stored
    turned, is written anew, upright as its label is: a JPEG as JPEG, any other without loss as PNG, if none is wanted.
    The suffix always follows: without it pictures that share a stem could get the same name. Raises InputError when
    it cannot be read, or a link leads to where it lies, and WorkError when it cannot be written.
    """
    kind = _KINDS.get(source.suffix.lower())
    suffix = wanted or kind or PNG
    if stored_turned(source) or (wanted and kind != wanted):
        data = _jpeg(source) if suffix == JPEG else encoded(read_image(source), "PNG")
    else:
        data, suffix = _content(source), wanted or source.suffix.lower()
    target = folder / f"{name}{suffix}"
    if target.parent.is_dir() and target.parent.samefile(source.parent):
        raise InputError(
            worded(
                "{out} holds the originals ({name}); exporting there could overwrite them. Choose an empty folder.",
                out=folder,
                name=source.name,
            )
        )
    write_bytes(target, data)
    return f"{name}{suffix}"


def _jpeg(source: Path) -> bytes:
    pixels = read_image(source)
    height, width = pixels.shape[:2]
    if max(height, width) > _JPEG_SIDE:
        raise InputError(
            worded(
                "{source} is {width}×{height} pixels, and this layout takes JPEG, which ends at "
                "{most} a side. Choose another format, or cut it into parts.",
                source=source,
                width=width,
                height=height,
                most=grouped(_JPEG_SIDE),
            )
        )
    return encoded(pixels, "JPEG", quality=_JPEG_QUALITY, subsampling=0)


def _content(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise InputError(
            worded("{source} cannot be read ({error}).", source=source, error=error)
        ) from error


def encoded(pixels: Pixels, kind: str, **options: int) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, format=kind, **options)
    return stream.getvalue()


def regions(label: Label, table: ClassTable) -> Iterator[tuple[SegClass, Mask]]:
    """Every class that occurs, in the table's order, and where: bool H×W, one at a time."""
    counts = histogram(label)
    return ((c, label == c.id) for c in table.classes if counts[c.id])


def flat_names(items: Sequence[LabelledImage]) -> dict[str, str]:
    """Key -> a file name without folders, for layouts that have none. Raises InputError when two collide."""
    names: dict[str, str] = {}
    taken: dict[str, str] = {}
    for item in items:
        name = item.key.replace("/", "__")
        if name in taken:
            raise InputError(
                worded(
                    "{key} and {other} would both be named {name} in this format. Rename one of them.",
                    key=item.key,
                    other=taken[name],
                    name=name,
                )
            )
        taken[name] = item.key
        names[item.key] = name
    return names
