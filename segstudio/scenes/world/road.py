"""The street's course and cross-section: lanes, kerbs, pavement, side streets, and the bend."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from segstudio.scenes.world.arrays import Floats, Singles

KERB = 0.11
"""Height of the kerb in metres."""

_BEND_END = 110.0


@dataclass(frozen=True)
class SideStreet:
    """A street that joins from one side (-1 left, +1 right) between two distances."""

    side: int
    start: float
    end: float


@dataclass(frozen=True)
class Road:
    """Metres. `s` is the distance from the centre line (right is positive), `z` the distance along the street."""

    half_width: float
    pavement: float
    bend: float
    side_streets: tuple[SideStreet, ...]
    drives_left: bool
    parked: tuple[bool, bool]
    """Whether cars are parked along the left and the right kerb."""

    def offset(self, z: float) -> float:
        """How far the bend has moved the centre line to the right at `z`."""
        near = min(max(z, 0.0), _BEND_END)
        return self.bend * near * near + 2 * self.bend * _BEND_END * max(z - _BEND_END, 0.0)

    def offsets(self, z: Singles) -> Singles:
        """`offset` for an array."""
        near = np.clip(z, 0, np.float32(_BEND_END))
        past = np.maximum(z - np.float32(_BEND_END), 0)
        return np.asarray(
            np.float32(self.bend) * (near * near + np.float32(2 * _BEND_END) * past), np.float32
        )

    def at(self, s: float, y: float, z: float) -> Floats:
        """World point of a place on the street."""
        return np.array([s + self.offset(z), y, z])

    def points(self, *places: tuple[float, float, float]) -> Floats:
        """World points N×3 of places (s, y, z)."""
        return np.array([[s + self.offset(z), y, z] for s, y, z in places])

    def heading(self, z: float) -> float:
        """Direction of the street at z in radians (0 = ahead, positive = right)."""
        return float(np.arctan(2 * self.bend * min(max(z, 0.0), _BEND_END)))

    def in_side_street(self, side: int, start: float, end: float) -> bool:
        """Whether the stretch overlaps a side street on that side."""
        return any(g.side == side and start < g.end and end > g.start for g in self.side_streets)

    def lane(self, side: int) -> float:
        """The middle of the lane on a side (-1 left, +1 right), clear of parked cars."""
        free = self.half_width - (2.1 if self.parked[0 if side < 0 else 1] else 0.0)
        return side * max(1.25, free / 2)

    @property
    def building_line(self) -> float:
        """Distance from the centre line to the fronts of the houses."""
        return self.half_width + self.pavement
