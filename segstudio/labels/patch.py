"""Areas, changes and patches: which pixels, what they become, and what they were before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from segstudio.core.arrays import Mask, Plane
from segstudio.core.geometry import Rect

TILE = 256
"""Side of the tiles that changes are recorded in, in pixels."""


@dataclass(frozen=True, slots=True)
class Area:
    """A tool's answer to a gesture: the pixels of `rect` where `mask` (bool h×w) is true."""

    rect: Rect
    mask: Mask

    def __post_init__(self) -> None:
        if self.mask.shape != (self.rect.height, self.rect.width):
            raise ValueError(f"the mask is {self.mask.shape}, its rectangle is {self.rect}")

    @classmethod
    def nothing(cls) -> Area:
        return cls(Rect(0, 0, 0, 0), np.zeros((0, 0), np.bool_))

    @property
    def count(self) -> int:
        """How many pixels."""
        return int(np.count_nonzero(self.mask))

    @property
    def empty(self) -> bool:
        return not self.mask.any()

    def where(self, allowed: Mask) -> Area:
        """The part of the area where `allowed` (bool, the size of `rect`) is true as well."""
        return Area(self.rect, self.mask & allowed)


@dataclass(frozen=True, slots=True)
class Change:
    """What the pixels of an area become: one value for all, or a uint8 h×w array the size of `area.rect`."""

    area: Area
    label: int | Plane
    provenance: int | Plane

    def __post_init__(self) -> None:
        for plane in (self.label, self.provenance):
            if isinstance(plane, np.ndarray) and plane.shape != self.area.mask.shape:
                raise ValueError(f"the new values are {plane.shape}, the area is {self.area.mask.shape}")
            if not isinstance(plane, np.ndarray) and not 0 <= plane <= 255:
                raise ValueError(f"{plane} is no uint8 value")

    def inside(self, rect: Rect) -> Change:
        """The part in `rect`, which lies inside the area's rectangle; it shares the arrays."""
        own = rect.translate(-self.area.rect.x, -self.area.rect.y).slices
        return Change(Area(rect, self.area.mask[own]), _part(self.label, own), _part(self.provenance, own))


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Both planes of a rectangle inside one 256² tile, before and after. Arrays are uint8 h×w, read-only.

    Pixels of the rectangle that did not change hold the same values before and after.
    """

    rect: Rect
    label_before: Plane
    label_after: Plane
    provenance_before: Plane
    provenance_after: Plane

    @property
    def nbytes(self) -> int:
        return 4 * self.rect.area

    def inverse(self) -> Piece:
        """The piece that takes this one back; it shares the arrays."""
        return Piece(
            self.rect, self.label_after, self.label_before, self.provenance_after, self.provenance_before
        )

    def changed(self) -> Mask:
        """bool h×w: where a plane differs."""
        differs: Mask = self.label_before != self.label_after
        differs |= self.provenance_before != self.provenance_after
        return differs


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """One step: sparse pieces of distinct rectangles, in any order, and the step's name for people."""

    name: str
    pieces: tuple[Piece, ...]

    @property
    def nbytes(self) -> int:
        return sum(piece.nbytes for piece in self.pieces)

    @property
    def empty(self) -> bool:
        return not self.pieces

    @property
    def rect(self) -> Rect:
        """The smallest rectangle around all pieces; empty when there are none."""
        found = Rect(0, 0, 0, 0)
        for piece in self.pieces:
            found = found.union(piece.rect)
        return found

    def inverse(self) -> Patch:
        """The patch that takes this one back; it shares the arrays."""
        return Patch(self.name, tuple(piece.inverse() for piece in reversed(self.pieces)))


def _part(values: int | Plane, place: tuple[slice, slice]) -> int | Plane:
    return values[place] if isinstance(values, np.ndarray) else values


def put(target: Plane, values: int | Plane, mask: Mask) -> None:
    """`target[mask] = values[mask]`, in place, for uint8 h×w; several times faster than numpy's."""
    source = values if isinstance(values, np.ndarray) else np.full(target.shape, values, np.uint8)
    cv2.copyTo(source, mask.view(np.uint8), target)


def tiles_of(rect: Rect, tile: int = TILE) -> Iterator[Rect]:
    """`rect` cut along the grid of tiles, row by row."""
    if rect.empty:
        return
    for y in range(rect.y // tile * tile, rect.bottom, tile):
        for x in range(rect.x // tile * tile, rect.right, tile):
            yield rect.intersect(Rect(x, y, tile, tile))


def bounding_box(mask: Mask) -> Rect:
    """The smallest rectangle, in the mask's own coordinates, around its true pixels."""
    x, y, width, height = cv2.boundingRect(mask.view(np.uint8))
    return Rect(x, y, width, height)
