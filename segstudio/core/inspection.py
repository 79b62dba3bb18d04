"""What can be said of a model from the inside: its fields of view, rates and cost, and why a pixel got its class.

Plain values, so that a window or a command can show them without torch. `as_json` writes any of them by this schema:

`segstudio inspect MODEL --json` writes ModelFacts, with IMAGE and `--at` also a PixelInspection under "pixel":

    schema            "segstudio.inspection/1"
    name, model_id, architecture, backbone, context ("aspp", "spp" or "none"), separable (bool), dialect
    output_stride     pixels per cell of the map that the context module sees
    rates             atrous rates of ASPP, [] without it
    image_size, input_size, feature_size
                      [height, width]: of the image; of what the network is given of it; of that map
    reference         true when no image was given and image_size is a usual one
    fields            theoretical receptive fields, each {part, name, stride, tap, height, width, alone} in pixels of
                      the input; a height or width of null is the whole image; alone is [height, width] of what the
                      convolutions see without global pooling, null behind nothing but such a pooling
    valid_weights     a row per rate 1 … feature size: {rate, own, all, some, centre, mean}
    warnings          sentences about rates that have degenerated
    costs             a row per part: {part, dense, separable}, each {parameters, multiply_adds}
    swapped           such a row for the convolutions alone that differ between the two kinds of head
    memory_bytes      what the copy of the weights that gradients need takes

    pixel.x, pixel.y, pixel.image_size
    pixel.best, pixel.second   {id, name, logit, probability}; second is null for a model of one class
    pixel.seen        [x, y, width, height] in the image: what the answer rests on; less than the whole image where
                      memory is short
    pixel.region      where the influence on it was followed, of the same form
    pixel.cropped     whether that is less than the whole image
    pixel.reach       [{share, radius}]: a disc of `radius` image pixels around the pixel holds `share` of the influence
                      that was followed
    pixel.parts       what the winning logit is the sum of: {kind, name, contribution, share}; kind "branch" (of the
                      context module), "fine" (maps that the decoder joins) or "constant"; shares of branches have
                      absolute values that add up to 1, others have null
    pixel.bins        SPP: {bins, row, column, contributions}: n×n contributions and the bin at the pixel
    pixel.taps        ASPP: {rate, points: [{x, y, inside}]}: where the 3×3 weights of each branch lie in the image
    pixel.seconds     how long it took; pixel.influence is a picture (--overlay) and not written
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segstudio.core.geometry import Rect

SCHEMA = "segstudio.inspection/1"

WHOLE = math.inf
"""Height or width of a field that is the whole image, after global pooling."""


@dataclass(frozen=True, slots=True)
class FieldOfView:
    """The theoretical receptive field after one stage, in pixels of the network's input, `WHOLE` for the whole image.

    `part`: 'backbone', 'context', 'decoder' or 'output'. `stride`: input pixels per cell. `tap`: whether the decoder or
    the context module takes this map. `alone`: (height, width) that the convolutions before it see, had the model no
    global pooling, which looks at everything; None behind nothing but such a pooling.
    """

    part: str
    name: str
    stride: float
    tap: bool
    height: float
    width: float
    alone: tuple[float, float] | None

    @property
    def whole(self) -> bool:
        return math.isinf(self.height) and math.isinf(self.width)


@dataclass(frozen=True, slots=True)
class RateWeights:
    """Of a 3×3 kernel at `rate`: at which share of the cells all nine weights lie on the map, some of them, or only the
    centre; `mean`: how many do on average (DeepLabV3 figure 4). `own`: the model has this rate."""

    rate: int
    own: bool
    all: float
    some: float
    centre: float
    mean: float


@dataclass(frozen=True, slots=True)
class Cost:
    """Weights of convolutions, and their multiply-adds on one input."""

    parameters: int
    multiply_adds: int

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.parameters + other.parameters, self.multiply_adds + other.multiply_adds)


@dataclass(frozen=True, slots=True)
class PartCost:
    """The convolutions of one part with dense 3×3 kernels in the head, and with separable ones."""

    part: str
    dense: Cost
    separable: Cost


@dataclass(frozen=True)
class ModelFacts:
    """What holds for a model at one image size, whatever is in the image. See the module's text."""

    name: str
    model_id: str
    architecture: str
    backbone: str
    context: str
    separable: bool
    dialect: str
    output_stride: int
    rates: tuple[int, ...]
    image_size: tuple[int, int]
    input_size: tuple[int, int]
    feature_size: tuple[int, int]
    reference: bool
    fields: tuple[FieldOfView, ...]
    valid_weights: tuple[RateWeights, ...]
    warnings: tuple[str, ...]
    costs: tuple[PartCost, ...]
    swapped: PartCost
    memory_bytes: int
    schema: str = SCHEMA

    @property
    def total(self) -> PartCost:
        """All parts together."""
        nothing = Cost(0, 0)
        return PartCost(
            "total",
            sum((part.dense for part in self.costs), nothing),
            sum((part.separable for part in self.costs), nothing),
        )


@dataclass(frozen=True, slots=True)
class ClassScore:
    """A class at one pixel: its logit, and its softmax probability (0 … 1)."""

    id: int
    name: str
    logit: float
    probability: float


@dataclass(frozen=True, slots=True)
class Reach:
    """A disc of `radius` image pixels around the pixel holds `share` (0 … 1) of the influence that was followed."""

    share: float
    radius: float


class PartKind(Enum):
    BRANCH = "branch"
    FINE = "fine"
    CONSTANT = "constant"


@dataclass(frozen=True, slots=True)
class LogitPart:
    """What one map adds to the winning logit; `share`: of its kind by absolute value, signed, for branches."""

    kind: PartKind
    name: str
    contribution: float
    share: float | None


@dataclass(frozen=True, slots=True)
class BinShares:
    """One level of SPP: what each of the n×n bins adds to the winning logit, and which one holds the pixel."""

    bins: int
    row: int
    column: int
    contributions: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class TapPoint:
    """A weight of an atrous kernel, in image pixels (cell centres); outside the map it multiplies padding: nothing."""

    x: float
    y: float
    inside: bool


@dataclass(frozen=True, slots=True)
class Taps:
    """Where the 3×3 weights of the branch with this rate lie, row by row, when its centre is the cell at the pixel."""

    rate: int
    points: tuple[TapPoint, ...]


@dataclass(frozen=True, eq=False)
class PixelInspection:
    """Why the model says what it says at (x, y) of an image. See the module's text."""

    x: int
    y: int
    image_size: tuple[int, int]
    best: ClassScore
    second: ClassScore | None
    seen: Rect
    region: Rect
    cropped: bool
    reach: tuple[Reach, ...]
    parts: tuple[LogitPart, ...]
    bins: tuple[BinShares, ...]
    taps: tuple[Taps, ...]
    seconds: float
    influence: NDArray[np.float32] = field(metadata={"json": False}, repr=False)
    """h×w, sums to 1: the length of the gradient of the winning logit at every pixel of the input; covers `region`."""

    @property
    def partial(self) -> bool:
        """Whether, for lack of memory, the answer does not rest on the whole image."""
        return self.seen.area < self.image_size[0] * self.image_size[1]

    @property
    def branches(self) -> tuple[LogitPart, ...]:
        return tuple(part for part in self.parts if part.kind is PartKind.BRANCH)


def short_count(count: int) -> str:
    """'1.97 M', '4.80 G': three digits."""
    for size, unit in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if count >= 0.9995 * size:  # what would be rounded to a thousand of the smaller unit
            return f"{count / size:#.3g}".rstrip(".") + f" {unit}"
    return str(count)


def as_json(value: Any) -> Any:
    """Plain JSON values of one of the classes above; infinite sizes become null."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        if isinstance(value, Rect):
            return [value.x, value.y, value.width, value.height]
        return {
            f.name: as_json(getattr(value, f.name))
            for f in dataclasses.fields(value)
            if f.metadata.get("json", True)
        }
    if isinstance(value, (list, tuple)):
        return [as_json(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
