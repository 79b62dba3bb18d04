"""labelme: a JSON file beside each image, with shapes that are drawn one over the other in their order.

Pixels are those of labelme's own conversion (`labelme.utils.shape_to_mask`, examples/semantic_segmentation/
labelme2voc.py): outlines belong to a shape, lines are 10 pixels wide, points 5 in radius; what no shape covers is
background; a shape named `__ignore__` is void.
"""

from __future__ import annotations

import base64
import binascii
import io
import json
import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from segstudio.core.arrays import Label
from segstudio.core.classes import ClassTable, SegClass, voc_colour
from segstudio.core.errors import InputError
from segstudio.core.progress import Progress
from segstudio.formats.reading.foreign import ForeignLabels, files_below, pictures_below

_BACKGROUND, _IGNORE = ("background", "_background_"), "__ignore__"
_LINE_WIDTH, _POINT_RADIUS = 10, 5
_VOID = 255
_MOST_CLASSES = 255

Point = tuple[float, float]
Draw = Callable[[ImageDraw.ImageDraw, Sequence[Point]], None]


def find(root: Path) -> ForeignLabels | None:
    """None where no image in `root`, or in its `images/`, has such a file beside it."""
    inner = root / "images"
    images = inner if inner.is_dir() else root
    first = next((name for name in files_below(images) if name.endswith(".json")), None)
    if first is None or not (found := _pairs(images)):
        return None
    return ForeignLabels("labelme", images, lambda: found, partial(_table, found), _read)


def _pairs(root: Path) -> dict[str, Path]:
    """Only files that begin as labelme's do: other tools leave JSON beside images as well."""
    described = {name[: -len(".json")]: root / name for name in files_below(root) if name.endswith(".json")}
    return {
        name: described[stem]
        for stem, name in pictures_below(root)
        if stem in described and _is_labelme(described[stem])
    }


def _is_labelme(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
    except OSError:
        return False
    return b'"shapes"' in head or b'"imagePath"' in head or b'"version"' in head


def _table(pairs: Mapping[str, Path], progress: Progress) -> ClassTable:
    """Background, then every name in the order of the alphabet."""
    names: set[str] = set()
    for number, path in enumerate(pairs.values()):
        progress(number, len(pairs), path.name)
        try:
            names.update(str(shape["label"]) for shape in _shapes(path))
        except InputError:
            continue  # it is named when it is read
    names -= {*_BACKGROUND, _IGNORE}
    if len(names) >= _MOST_CLASSES:
        raise InputError(f"The labelme files name {len(names)} classes; a label holds {_MOST_CLASSES - 1}.")
    classes = [SegClass(0, _BACKGROUND[0], (0, 0, 0))]
    classes += [SegClass(n, name, voc_colour(n)) for n, name in enumerate(sorted(names), 1)]
    return ClassTable(tuple(classes), _VOID)


def _read(path: Path, table: ClassTable, shape: tuple[int, int]) -> Label:
    ids = {c.name: c.id for c in table.classes} | dict.fromkeys(_BACKGROUND, 0) | {_IGNORE: _VOID}
    label = np.zeros(shape, np.uint8)
    for number, drawn in enumerate(_shapes(path), 1):
        name = str(drawn["label"])
        if name not in ids:
            raise InputError(f"{path} names the class '{name}', which this class table does not hold.")
        try:
            label[_mask(drawn, shape)] = ids[name]
        except (KeyError, TypeError, ValueError, OSError, binascii.Error) as error:
            raise InputError(f"{path}, shape {number} ('{name}') cannot be drawn ({error}).") from error
    return label


def _shapes(path: Path) -> list[dict[str, Any]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["shapes"]
        if not all(isinstance(shape, dict) and "label" in shape for shape in found):
            raise ValueError("a shape without a label")
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{path} is no labelme file ({error}).") from error
    return list(found)


def _mask(drawn: Mapping[str, Any], shape: tuple[int, int]) -> Label:
    """bool H×W."""
    height, width = shape
    points = [(float(x), float(y)) for x, y in drawn["points"]]
    kind = drawn.get("shape_type") or "polygon"
    if kind == "mask":
        return _pasted(points, str(drawn["mask"]), shape)
    picture = Image.new("1", (width, height))
    if kind not in _DRAWN:
        raise ValueError(f"its kind '{kind}' is unknown")
    least, draw = _DRAWN[kind]
    if len(points) < least:
        raise ValueError(f"{len(points)} points, where a {kind} has {least} at least")
    draw(ImageDraw.Draw(picture), points)
    return np.asarray(picture)


def _pasted(points: Sequence[Point], text: str, shape: tuple[int, int]) -> Label:
    """A mask of its own, a PNG in base64, in the box between two corners, both in it."""
    with Image.open(io.BytesIO(base64.b64decode(text))) as image:
        inner = np.asarray(image.convert("L")) > 0
    (x0, y0), (x1, y1) = ((int(x), int(y)) for x, y in points)
    if inner.shape != (y1 - y0 + 1, x1 - x0 + 1) or min(x0, y0) < 0 or x1 >= shape[1] or y1 >= shape[0]:
        raise ValueError("its mask does not fit its box")
    found = np.zeros(shape, np.bool_)
    found[y0 : y1 + 1, x0 : x1 + 1] = inner
    return found  # type: ignore[return-value]  # a mask, not ids


def _circle(draw: ImageDraw.ImageDraw, points: Sequence[Point]) -> None:
    (x, y), edge = points[0], points[1]
    radius = math.dist((x, y), edge)
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=1, fill=1)


def _rectangle(draw: ImageDraw.ImageDraw, points: Sequence[Point]) -> None:
    (x0, y0), (x1, y1) = points[0], points[1]
    draw.rectangle((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), outline=1, fill=1)


def _line(draw: ImageDraw.ImageDraw, points: Sequence[Point]) -> None:
    draw.line(list(points), fill=1, width=_LINE_WIDTH)


def _point(draw: ImageDraw.ImageDraw, points: Sequence[Point]) -> None:
    for x, y in points:
        draw.ellipse(
            (x - _POINT_RADIUS, y - _POINT_RADIUS, x + _POINT_RADIUS, y + _POINT_RADIUS), outline=1, fill=1
        )


def _polygon(draw: ImageDraw.ImageDraw, points: Sequence[Point]) -> None:
    draw.polygon(list(points), outline=1, fill=1)


_DRAWN: dict[str, tuple[int, Draw]] = {
    "polygon": (3, _polygon), "rectangle": (2, _rectangle), "oriented_rectangle": (3, _polygon),
    "circle": (2, _circle), "line": (2, _line), "linestrip": (2, _line),
    "point": (1, _point), "points": (1, _point),
}  # fmt: skip
"""By kind: the fewest points, and how it is drawn."""
