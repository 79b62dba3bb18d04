"""Label files: indexed PNG whose pixel value is the class id and whose palette shows the class colours."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from segstudio.core.arrays import Label
from segstudio.core.atomic import write_bytes
from segstudio.core.classes import ClassTable
from segstudio.core.errors import InputError
from segstudio.core.images import MAX_PIXELS, opened_image
from segstudio.core.planes import HUGE, bands, histogram, new_plane
from segstudio.core.stored import png_chunk, png_depth
from segstudio.core.wording import worded

_LEVEL = 4
"""Of zlib, for huge labels: five times as fast as the usual 6, and hardly larger on areas of one class."""
_IDAT = 1 << 24
_LOSSY = {"JPEG", "MPO", "WEBP", "JPEG2000"}
_INDEXED_MODES = {"P", "L", "1"}


def read_label(path: Path, shape: tuple[int, int] | None = None) -> Label:
    """Class ids of an indexed PNG, or of a grey one of at most 8 bits, uint8 H×W: the values as they are in the file.

    Raises InputError naming the file when it is missing, broken, no label (RGB, 16-bit) or, with `shape`
    (height, width) given, of another size.
    """
    with opened_image(path) as image:
        _check_header(image, path, shape)
        return _pixels(image, _lightened(image, path))


class UnknownValueError(InputError):
    """A label holds `values` that are neither a class, a merged class nor the ignore index."""

    def __init__(self, path: Path, values: tuple[int, ...]) -> None:
        listed = ", ".join(map(str, values[:8])) + (", …" if len(values) > 8 else "")
        text = worded(
            "{path} holds the value {values}, which the class table does not list. Add it as a class or say what it "
            "counts as (Classes, 'Edit classes…'), or use the table that this label was made with.",
            path=path,
            values=listed,
        )
        if len(values) > 1:
            text = worded(
                "{path} holds the values {values}, which the class table does not list. Add them as classes or say what "
                "they count as (Classes, 'Edit classes…'), or use the table that this label was made with.",
                path=path,
                values=listed,
            )
        super().__init__(text)
        self.values = values


def read_class_label(path: Path, table: ClassTable, shape: tuple[int, int] | None = None) -> Label:
    """uint8 H×W as `read_label`, merged classes replaced by what they count as. Raises InputError, UnknownValueError."""
    label = table.resolve(read_label(path, shape))
    check_label_values(label, table, path)
    return label


def check_label_values(label: Label, table: ClassTable, path: Path) -> None:
    """Raises UnknownValueError naming the values that are neither a class of `table` nor its ignore index."""
    values = np.flatnonzero(histogram(label)).tolist()
    unknown = tuple(v for v in values if v not in table and v != table.ignore_index)
    if unknown:
        raise UnknownValueError(path, unknown)


def encode_label(label: Label, table: ClassTable) -> bytes:
    """PNG bytes of an indexed image with the table's colours as palette; merged classes have that of what they count as."""
    palette = bytearray(256 * 3)
    lookup = table.lookup
    for value in (*(c.id for c in table.classes), *(alias.id for alias in table.aliases)):
        palette[value * 3 : value * 3 + 3] = bytes(table.colour_of(int(lookup[value])))
    if label.size > HUGE:
        return encode_in_bands(label, bytes(palette))
    image = Image.fromarray(np.ascontiguousarray(label))
    image.putpalette(bytes(palette))
    stream = io.BytesIO()
    image.save(stream, format="PNG", compress_level=6)
    return stream.getvalue()


def encode_in_bands(plane: Label, palette: bytes | None = None) -> bytes:
    """PNG bytes of uint8 H×W, indexed with a palette (768 bytes), else grey, with no copy of the whole in memory.

    Rows are not filtered, as is usual for indexed pixels. (PNG specification, third edition, sections 5 and 9.)
    """
    packer = zlib.compressobj(_LEVEL)
    height, width = plane.shape
    packed: list[bytes] = []
    for rows in bands(plane):
        lines = np.zeros(
            (rows.stop - rows.start, width + 1), np.uint8
        )  # the first byte names the filter: none
        lines[:, 1:] = plane[rows]
        packed.append(packer.compress(lines.data))
    packed.append(packer.flush())
    head = struct.pack(">IIBBBBB", width, height, 8, 3 if palette is not None else 0, 0, 0, 0)
    chunks = [png_chunk(b"IHDR", head)]
    if palette is not None:
        chunks.append(png_chunk(b"PLTE", palette))
    data = b"".join(packed)
    chunks += [png_chunk(b"IDAT", data[at : at + _IDAT]) for at in range(0, len(data), _IDAT)]
    return b"".join([b"\x89PNG\r\n\x1a\n", *chunks, png_chunk(b"IEND", b"")])


def _check_header(image: Image.Image, path: Path, shape: tuple[int, int] | None) -> None:
    """Raises InputError where the opened file can be no label, or none of `shape`."""
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise InputError(
            worded(
                "{path} is {width}×{height} pixels, more than a label may have.",
                path=path,
                width=width,
                height=height,
            )
        )
    if image.mode not in _INDEXED_MODES:
        raise InputError(
            worded(
                "{path} is no label file: it holds {mode} pixels. A label is an indexed or 8-bit grey "
                "PNG whose value is the class id.",
                path=path,
                mode=image.mode,
            )
        )
    if image.format in _LOSSY:
        raise InputError(
            worded(
                "{path} is a {format} file, whatever its name says: its compression changes class ids. "
                "Save the label as PNG from where it was made.",
                path=path,
                format=image.format,
            )
        )
    if shape is not None and (height, width) != shape:
        raise InputError(
            worded(
                "{path} is {width}×{height} pixels, but its image is {image_width}×{image_height}. A label must "
                "have the size of its image.",
                path=path,
                width=width,
                height=height,
                image_width=shape[1],
                image_height=shape[0],
            )
        )


def _lightened(image: Image.Image, path: Path) -> int:
    """What Pillow multiplies values by: of grey with fewer than 8 bits the highest is to be seen as white."""
    if (image.format, image.mode) != ("PNG", "L"):
        return 1
    highest: int = 2 ** png_depth(path) - 1
    return 255 // highest


def _pixels(image: Image.Image, lightened: int) -> Label:
    """Its values, read in bands: Pillow makes two more copies of what it is asked for at once."""
    found = new_plane((image.height, image.width))
    for rows in bands(found):
        part = image.crop((0, rows.start, image.width, rows.stop))
        np.floor_divide(np.asarray(part, dtype=np.uint8), lightened, out=found[rows])
    return found


def write_label(path: Path, label: Label, table: ClassTable) -> None:
    """Write atomically; raises WorkError when the file cannot be written."""
    write_bytes(path, encode_label(label, table))


def write_grey(path: Path, values: NDArray[np.uint8]) -> None:
    """Write uint8 H×W as an 8-bit grey PNG, atomically; raises WorkError when the file cannot be written."""
    stream = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(values)).save(stream, format="PNG", compress_level=6)
    write_bytes(path, stream.getvalue())
