"""labelme: a JSON file beside each image, with shapes that are drawn one over the other in their order.

Pixels are those of labelme's own conversion (`labelme.utils.shape_to_mask`, examples/semantic_segmentation/
labelme2voc.py): outlines belong to a shape, lines are 10 pixels wide, points 5 in radius; what no shape covers is
background; a shape named `__ignore__` is void.
"""

from __future__ import annotations

import base64
import io
import json
import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, UnidentifiedImageError

from segstudio.core.arrays import Label
from segstudio.core.classes import ClassTable, SegClass, voc_colour
from segstudio.core.errors import InputError
from segstudio.core.progress import Progress
from segstudio.core.stored import DAMAGED
from segstudio.core.wording import worded
from segstudio.formats.reading.foreign import ForeignLabels, files_below, paired

_BACKGROUND, _IGNORE = ("background", "_background_"), "__ignore__"
_LINE_WIDTH, _POINT_RADIUS = 10, 5
_VOID = 255
_MOST_CLASSES = 255
_FARTHEST = 10
"""Times the longer side of the picture a point may lie away: figures beyond Pillow's integers are drawn as anything."""

Point = tuple[float, float]
Shape = dict[str, Any]
Draw = Callable[[ImageDraw.ImageDraw, Sequence[Point], int], None]


def find(root: Path) -> ForeignLabels | None:
    """None where no image in `root`, or in its `images/`, has such a file beside it."""
    inner = root / "images"
    images = inner if inner.is_dir() else root
    found = _pairs(images)
    if not found:
        return None
    return ForeignLabels("labelme", images, lambda: found, partial(_table, found), _read)


def _pairs(root: Path) -> dict[str, Path]:
    """Only files that begin as labelme's do: other tools leave JSON beside images as well."""
    described = files_below(root, {".json"})
    return {name: path for name, path in paired(root, root, described).items() if _is_labelme(path)}


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
            names.update(name for name, _ in _shapes(path))
        except InputError:
            continue  # it is named when it is read
    names -= {*_BACKGROUND, _IGNORE}
    if len(names) >= _MOST_CLASSES:
        raise InputError(
            worded(
                "The labelme files name {names} classes; a label holds {most}.",
                names=len(names),
                most=_MOST_CLASSES - 1,
            )
        )
    classes = [SegClass(0, _BACKGROUND[0], (0, 0, 0))]
    classes += [SegClass(n, name, voc_colour(n)) for n, name in enumerate(sorted(names), 1)]
    return ClassTable(tuple(classes), _VOID)


def _read(path: Path, table: ClassTable, shape: tuple[int, int]) -> Label:
    ids = {c.name: c.id for c in table.classes} | dict.fromkeys(_BACKGROUND, 0) | {_IGNORE: _VOID}
    picture = Image.new("L", (shape[1], shape[0]))
    for number, (name, drawn) in enumerate(_shapes(path, shape), 1):
        if name not in ids:
            raise InputError(
                worded(
                    "{path} names the class '{name}', which this class table does not hold.",
                    path=path,
                    name=name,
                )
            )
        try:
            _draw(picture, drawn, ids[name])
        except UnidentifiedImageError as error:
            raise InputError(
                worded(
                    "{path}, shape {number} ('{name}'): its mask is no picture.",
                    path=path,
                    number=number,
                    name=name,
                )
            ) from error
        except DAMAGED as error:
            raise InputError(
                worded(
                    "{path}, shape {number} ('{name}') cannot be drawn ({error}).",
                    path=path,
                    number=number,
                    name=name,
                    error=error,
                )
            ) from error
    return np.array(picture)


def _shapes(path: Path, size: tuple[int, int] | None = None) -> list[tuple[str, Shape]]:
    """(name of the class, shape) in their order. Raises InputError, also when the file is known to describe a picture
    of another `size` (height, width): older files do not say."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        found = [(_name(shape), shape) for shape in content["shapes"]]
        described = content.get("imageHeight"), content.get("imageWidth")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(worded("{path} is no labelme file ({error}).", path=path, error=error)) from error
    if size is not None and None not in described and described != size:
        raise InputError(
            worded(
                "{path} describes a picture of {width}×{height} pixels, but its image is "
                "{image_width}×{image_height}. Its shapes would lie elsewhere.",
                path=path,
                width=described[1],
                height=described[0],
                image_width=size[1],
                image_height=size[0],
            )
        )
    return found


def _name(shape: Shape) -> str:
    """Of its class, in one line. Raises ValueError or TypeError."""
    label = shape.get("label")
    name = " ".join(str(label).split()) if isinstance(label, str | int | float) else ""
    if not name:
        raise ValueError("a shape without a label")
    name.encode()  # raises for half of a pair of surrogates, which no file can hold
    return name


def _draw(picture: Image.Image, drawn: Shape, value: int) -> None:
    """Over what is there, as `value`. Raises one of `stored.DAMAGED`."""
    points = _points(drawn.get("points"), _FARTHEST * max(picture.size))
    kind = str(drawn.get("shape_type") or "polygon")
    if kind not in _DRAWN:
        raise ValueError(f"its kind '{kind}' is unknown")
    least, draw = _DRAWN[kind]
    if len(points) < least:
        raise ValueError(f"{len(points)} points, where a {kind} has {least} at least")
    if draw is None:
        _paste(picture, points, str(drawn.get("mask")), value)
    else:
        draw(ImageDraw.Draw(picture), points, value)


def _points(given: Any, farthest: float) -> list[Point]:
    try:
        points = [(float(x), float(y)) for x, y in given]
    except (TypeError, ValueError, OverflowError):
        raise ValueError("its points are no pairs of numbers") from None
    if not all(abs(v) <= farthest for point in points for v in point):  # nor is 'not a number'
        raise ValueError("a point lies far outside the picture")
    return points


def _paste(picture: Image.Image, points: Sequence[Point], text: str, value: int) -> None:
    """A mask of its own, a PNG in base64, in the box between two corners, both in it."""
    (x0, y0), (x1, y1) = ((int(x), int(y)) for x, y in points[:2])
    with Image.open(io.BytesIO(base64.b64decode(text))) as image:
        fits = image.size == (x1 - x0 + 1, y1 - y0 + 1) and min(x0, y0) >= 0
        if not fits or x1 >= picture.width or y1 >= picture.height:
            raise ValueError("its mask does not fit its box")
        picture.paste(value, (x0, y0), Image.fromarray(np.asarray(image.convert("L")) > 0))


def _circle(draw: ImageDraw.ImageDraw, points: Sequence[Point], value: int) -> None:
    _disc(draw, points[0], math.dist(points[0], points[1]), value)


def _rectangle(draw: ImageDraw.ImageDraw, points: Sequence[Point], value: int) -> None:
    (x0, y0), (x1, y1) = points[0], points[1]
    draw.rectangle((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), outline=value, fill=value)


def _line(draw: ImageDraw.ImageDraw, points: Sequence[Point], value: int) -> None:
    draw.line(list(points), fill=value, width=_LINE_WIDTH)


def _point(draw: ImageDraw.ImageDraw, points: Sequence[Point], value: int) -> None:
    for point in points:
        _disc(draw, point, _POINT_RADIUS, value)


def _polygon(draw: ImageDraw.ImageDraw, points: Sequence[Point], value: int) -> None:
    draw.polygon(list(points), outline=value, fill=value)


def _disc(draw: ImageDraw.ImageDraw, centre: Point, radius: float, value: int) -> None:
    x, y = centre
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=value, fill=value)


_DRAWN: dict[str, tuple[int, Draw | None]] = {
    "polygon": (3, _polygon), "rectangle": (2, _rectangle), "oriented_rectangle": (3, _polygon),
    "circle": (2, _circle), "line": (2, _line), "linestrip": (2, _line),
    "point": (1, _point), "points": (1, _point), "mask": (2, None),
}  # fmt: skip
"""By kind: the fewest points, and how it is drawn; a mask brings its own pixels."""
