"""What the simulated annotator may do about a wrong region: with the brush, or with any tool of the table.

Each offer is one stroke: one drag, one outline, one box, one click or one press of a button, and one undo step.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from segstudio.bench._effort_hand import REACH, TREMOR, ZOOMS, Stroke, dense, outline, sweeps, trembling
from segstudio.core.arrays import Mask, Plane
from segstudio.core.classes import ClassTable, map_classes
from segstudio.core.geometry import Rect
from segstudio.core.model_view import ModelView
from segstudio.core.prediction import Prediction
from segstudio.core.provenance import MODEL
from segstudio.labels.areas.brush import Point, stroke_areas
from segstudio.labels.areas.superpixels import Superpixels
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.label_map import LabelMap
from segstudio.labels.modifiers import Modifiers
from segstudio.labels.options import Value
from segstudio.labels.patch import Area, Change, bounding_box
from segstudio.labels.tools import ToolSpec, tool

_AROUND = 80
"""Pixels around a wrong region that a stroke may go on into."""
_THRESHOLDS = (0.1, 0.2, 0.35, 0.5)
_TOLERANCES = (6.0, 12.0, 20.0, 32.0)
_BANDS = (3.0, 6.0)
_PATCHES = (8.0, 14.0)
_SQUARES = (30, 50, 80, 120)
"""Sides, in image pixels, of squares that a part of a large thing is outlined in."""
_LEAST_CUT = 150
"""Pixels of a thing that GrabCut is tried on."""
_ROUGH = 1.5
"""Image pixels that a rough outline may cut corners by, where a tool mends it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What annotator and tools see of one image. Tools never see `truth`."""

    truth: Plane
    valid: Mask
    """Where the truth says a class."""
    label_map: LabelMap
    image: NDArray[np.uint8]
    model: ModelView
    prediction: Plane
    superpixels: Mapping[float, Superpixels]


@dataclass(frozen=True, slots=True)
class Wrong:
    """The region to mend: connected pixels that should be one class and are not."""

    class_id: int
    region: Mask
    """bool h×w of `window`."""
    window: Rect
    wrong: Mask
    """bool H×W: every pixel that is not what it should be."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One stroke with a tool, drawn but not yet painted. `start`, `end`: where the pointer is, in image pixels."""

    spec: ToolSpec
    change: Change
    way: float
    """Points of the screen."""
    start: Point
    end: Point


Maker = Callable[[Scene, Wrong, np.random.Generator], Iterator[Offer]]


def scene_of(
    truth: Plane,
    image: NDArray[np.uint8],
    prediction: Prediction,
    table: ClassTable,
    *,
    predicted: bool,
) -> Scene:
    """An image before the first stroke: its mask is empty, or the model's proposal if `predicted`."""
    mapping, ignore = map_classes(prediction.classes, table), table.ignore_index
    label = prediction.label_map(mapping, ignore)
    label_map = LabelMap.empty(truth.shape, ignore)
    if predicted:
        label_map = LabelMap(label.copy(), np.full(label.shape, MODEL, np.uint8), ignore)
    patches = {size: Superpixels(image, int(size)) for size in _PATCHES}
    model = ModelView(prediction, mapping, ignore)
    return Scene(truth, truth != ignore, label_map, image, model, label, patches)


def window_of(region: Mask) -> Rect:
    """The region's box and what a stroke may reach around it."""
    height, width = region.shape
    return bounding_box(region).inflate(_AROUND).intersect(Rect(0, 0, width, height))


def brush(scene: Scene, wrong: Wrong, rng: np.random.Generator) -> Iterator[Offer]:
    """The brush over what should be the class, and over whatever is wrong anyway."""
    harmless = ~scene.valid | wrong.wrong | (scene.truth == wrong.class_id)
    yield from _drags(scene, wrong, rng, "brush", harmless)


def brush_over_one_class(scene: Scene, wrong: Wrong, rng: np.random.Generator) -> Iterator[Offer]:
    """The brush that only paints over the class that stands there now."""
    present = _present(scene, wrong)
    if present is None:
        return
    harmless = ~scene.valid | wrong.wrong | (scene.truth == wrong.class_id)
    harmless |= scene.label_map.label != present
    yield from _drags(scene, wrong, rng, "brush", harmless, {}, Modifiers(only_class=present))


def smart_brush(scene: Scene, wrong: Wrong, rng: np.random.Generator) -> Iterator[Offer]:
    """The brush that the model holds back; the annotator sees where it would paint."""
    probability = scene.model.probability(wrong.class_id, wrong.window)
    harmless = ~scene.valid | wrong.wrong | (scene.truth == wrong.class_id)
    for threshold in _THRESHOLDS:
        free = harmless.copy()
        free[wrong.window.slices] |= probability < threshold * 255
        agreed = probability >= threshold * 255
        if np.count_nonzero(agreed & wrong.region) * 2 < np.count_nonzero(wrong.region):
            continue
        yield from _drags(scene, wrong, rng, "smart_brush", free, {"threshold": threshold}, count=1)


def superpixel_brush(scene: Scene, wrong: Wrong, rng: np.random.Generator) -> Iterator[Offer]:
    """A thin tip through the region; whole patches follow."""
    harmless = ~scene.valid | wrong.wrong | (scene.truth == wrong.class_id)
    for size in _PATCHES:
        yield from _drags(scene, wrong, rng, "superpixel", harmless, {"size": size}, count=1)


def lasso(scene: Scene, wrong: Wrong, rng: np.random.Generator) -> Iterator[Offer]:
    """Around the region, and around the whole thing that it is part of."""
    for area in _things(scene, wrong):
        for zoom in ZOOMS:
            stroke = _around(area, wrong.window, zoom, TREMOR / zoom / 2, rng)
            if stroke is None:
                break
            for modifiers in _narrowings(scene, wrong):
                yield _offer(scene, wrong, "lasso", stroke, {"mode": "paint"}, modifiers)


def snapped(scene: Scene, wrong: Wrong, rng: np.random.Generator) -> Iterator[Offer]:
    """A rough outline, drawn without zooming in, that a tool puts on an edge."""
    for area in _things(scene, wrong)[:2]:
        stroke = _around(area, wrong.window, ZOOMS[0], _ROUGH, rng)
        if stroke is None:
            return
        for to in ("image", "model"):
            for band in _BANDS:
                options: dict[str, Value] = {"mode": "paint", "to": to, "band": band}
                yield _offer(scene, wrong, "snap", stroke, options)


def boxes(scene: Scene, wrong: Wrong, rng: np.random.Generator) -> Iterator[Offer]:
    """A rectangle around the region, as it is and told from its surroundings by GrabCut."""
    for area in _things(scene, wrong)[:2]:
        box = bounding_box(area).translate(wrong.window.x, wrong.window.y)
        corners = ((float(box.x), float(box.y)), (float(box.right), float(box.bottom)))
        zoom = next((z for z in reversed(ZOOMS) if math.dist(*corners) * z <= REACH), None)
        if zoom is None:
            return
        stroke = trembling(Stroke(corners, zoom), rng)
        if area.sum() >= _LEAST_CUT:
            yield _offer(scene, wrong, "grabcut", stroke, {"mode": "paint"})
        for modifiers in _narrowings(scene, wrong):
            yield _offer(scene, wrong, "rectangle", stroke, {"mode": "paint"}, modifiers)


def clicks(scene: Scene, wrong: Wrong, rng: np.random.Generator) -> Iterator[Offer]:
    """One click in the middle of the region."""
    point = _middle(wrong)
    stroke = Stroke((point,), ZOOMS[0])
    yield _offer(scene, wrong, "fill", stroke, {"mode": "paint"})
    yield _offer(scene, wrong, "second_choice", stroke, {})
    yield _offer(scene, wrong, "reassign", stroke, {"takes": "around"})
    for tolerance in _TOLERANCES:
        for modifiers in _narrowings(scene, wrong):
            options: dict[str, Value] = {"mode": "paint", "tolerance": tolerance, "contiguous": True}
            yield _offer(scene, wrong, "wand", stroke, options, modifiers)


def buttons(scene: Scene, wrong: Wrong, rng: np.random.Generator) -> Iterator[Offer]:
    """What one press does to the whole image, for the class in question or for all."""
    for pixels in (1.0, 2.0):
        yield _press(scene, wrong, "grow", {"pixels": pixels})
        yield _press(scene, wrong, "shrink", {"pixels": pixels})
    yield _press(scene, wrong, "fill_holes", {"pixels": 0.0})
    for fewer in (16.0, 64.0, 256.0):
        yield _press(scene, wrong, "specks", {"reach": "all", "pixels": fewer})
    for radius in (2.0, 4.0):
        yield _press(scene, wrong, "smooth", {"reach": "all", "radius": radius})


BRUSH_ONLY: tuple[Maker, ...] = (brush,)
ALL_TOOLS: tuple[Maker, ...] = (
    brush,
    brush_over_one_class,
    smart_brush,
    superpixel_brush,
    lasso,
    snapped,
    boxes,
    clicks,
)
BUTTONS: tuple[Maker, ...] = (buttons,)
"""Looked at now and then: what they mend is spread over the image and changes little from stroke to stroke."""


def _context(
    scene: Scene, wrong: Wrong, options: Mapping[str, Value], modifiers: Modifiers | None
) -> ToolContext:
    size = options.get("size")
    return ToolContext(
        scene.label_map,
        wrong.class_id,
        scene.prediction,
        scene.image,
        scene.model,
        superpixels=scene.superpixels[size] if isinstance(size, float) else None,
        options=options,
        modifiers=modifiers or Modifiers(),
    )


def _offer(
    scene: Scene,
    wrong: Wrong,
    tool_id: str,
    stroke: Stroke,
    options: Mapping[str, Value],
    modifiers: Modifiers | None = None,
) -> Offer:
    spec = tool(tool_id)
    gesture = Gesture(stroke.points)
    if spec.kind == "stroke":
        gesture = Gesture(covered=_covered(stroke, scene.truth.shape))
    change = spec.change(gesture, _context(scene, wrong, options, modifiers))
    return Offer(spec, change, stroke.way, stroke.points[0], stroke.points[-1])


def _press(scene: Scene, wrong: Wrong, tool_id: str, options: Mapping[str, Value]) -> Offer:
    spec = tool(tool_id)
    at = _middle(wrong)  # a key: the pointer stays where it is about to be
    return Offer(spec, spec.change(Gesture(), _context(scene, wrong, options, None)), 0.0, at, at)


def _drags(
    scene: Scene,
    wrong: Wrong,
    rng: np.random.Generator,
    tool_id: str,
    harmless: Mask,
    options: Mapping[str, Value] | None = None,
    modifiers: Modifiers | None = None,
    count: int = 2,
) -> Iterator[Offer]:
    part = wrong.window.slices
    wanted = wrong.wrong[part] & (scene.truth[part] == wrong.class_id)
    for drawn in sweeps(wanted, wrong.region, harmless[part], count):
        points = tuple((x + wrong.window.x, y + wrong.window.y) for x, y in drawn.points)
        stroke = trembling(Stroke(points, drawn.zoom, drawn.radius), rng)
        yield _offer(scene, wrong, tool_id, stroke, options or {}, modifiers)


def _things(scene: Scene, wrong: Wrong) -> list[Mask]:
    """What an outline may go around (bool h×w of the window): the region, the thing in the truth that it is part of,
    and what of that thing lies in a square around the region's middle, where the whole is too long for one stroke."""
    part = wrong.window.slices
    thing = (scene.truth[part] == wrong.class_id) & scene.valid[part]
    _, ids = cv2.connectedComponents(thing.view(np.uint8), connectivity=8)
    whole = ids == ids[tuple(int(v[0]) for v in np.nonzero(wrong.region))]
    found = [wrong.region, whole]
    x, y = (math.floor(v) for v in _middle(wrong))
    for side in _SQUARES:
        square = Rect(x, y, 1, 1).inflate(side // 2).intersect(wrong.window)
        cut = np.zeros_like(whole)
        inside = square.translate(-wrong.window.x, -wrong.window.y).slices
        cut[inside] = whole[inside]
        found.append(cut)
    return [area for i, area in enumerate(found) if not any(np.array_equal(area, f) for f in found[:i])]


def _around(area: Mask, window: Rect, zoom: float, slack: float, rng: np.random.Generator) -> Stroke | None:
    """An outline of the area as the hand draws it; None when it is too long for one stroke."""
    points = tuple((x + window.x, y + window.y) for x, y in outline(area, slack))
    stroke = Stroke((*points, points[0]), zoom)
    if stroke.way > REACH:
        return None
    return trembling(Stroke(dense(points, zoom), zoom), rng)


def _narrowings(scene: Scene, wrong: Wrong) -> list[Modifiers]:
    """Everywhere, and only over the class that stands in the region now."""
    present = _present(scene, wrong)
    return [Modifiers()] if present is None else [Modifiers(), Modifiers(only_class=present)]


def _present(scene: Scene, wrong: Wrong) -> int | None:
    """The class that most of the region's pixels hold now; None while they are empty."""
    part = wrong.window.slices
    held = scene.label_map.label[part][wrong.region & (scene.label_map.provenance[part] > 0)]
    return int(np.bincount(held).argmax()) if len(held) else None


def _middle(wrong: Wrong) -> Point:
    """The region's pixel that is farthest from its edge."""
    depth = cv2.distanceTransform(
        np.pad(wrong.region, 1).view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE
    )
    y, x = np.unravel_index(int(depth.argmax()), depth.shape)
    return float(x) - 0.5 + wrong.window.x, float(y) - 0.5 + wrong.window.y


def _covered(stroke: Stroke, bounds: tuple[int, int]) -> Area:
    """Everything that the tip covers on its way."""
    points = stroke.points if len(stroke.points) > 1 else (*stroke.points, *stroke.points)
    areas = [
        area
        for a, b in itertools.pairwise(points)
        for area in stroke_areas(a, b, stroke.radius, "round", bounds)
    ]
    rect = Rect(0, 0, 0, 0)
    for area in areas:
        rect = rect.union(area.rect)
    mask = np.zeros((rect.height, rect.width), np.bool_)
    for area in areas:
        mask[area.rect.translate(-rect.x, -rect.y).slices] |= area.mask
    return Area(rect, mask)
