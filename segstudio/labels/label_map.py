"""The label map: a class id for every pixel, and who said so."""

from __future__ import annotations

import hashlib
import weakref
from collections.abc import Callable
from threading import Lock

import cv2
import numpy as np

from segstudio.core.arrays import Plane
from segstudio.core.geometry import Rect
from segstudio.core.planes import bands, copied, new_plane
from segstudio.core.provenance import EMPTY, HUMAN, reviewed
from segstudio.labels.snapshot import Snapshot


class LabelMap:
    """Two planes of one shape: `label` (class ids) and `provenance` (codes of `core.provenance`).

    An EMPTY pixel holds the ignore index in `label`. A pixel that holds the ignore index and is not
    EMPTY is void on purpose. Planes may be memory maps. Only a `Document` writes into them; everybody
    else reads.
    """

    __slots__ = ("__weakref__", "_listing", "_snapshots", "ignore_index", "label", "provenance")

    def __init__(self, label: Plane, provenance: Plane, ignore_index: int) -> None:
        """Take over two uint8 H×W planes. Raises ValueError when they are not that, or of two shapes."""
        if label.dtype != np.uint8 or provenance.dtype != np.uint8:
            raise ValueError("label and provenance must be uint8")
        if label.ndim != 2 or label.shape != provenance.shape:
            raise ValueError(f"label is {label.shape}, provenance is {provenance.shape}; both must be H×W")
        if not 0 <= ignore_index <= 255:
            raise ValueError(f"the ignore index must be a label value, not {ignore_index}")
        self.label = label
        self.provenance = provenance
        self.ignore_index = ignore_index
        self._snapshots: tuple[weakref.ref[Snapshot], ...] = ()
        self._listing = Lock()
        """Held while that is replaced: a worker that has its snapshot must not drop one that is made meanwhile."""

    @classmethod
    def empty(cls, shape: tuple[int, int], ignore_index: int = 255) -> LabelMap:
        """A map of (height, width) of which nobody has said anything yet."""
        return cls(new_plane(shape, ignore_index), new_plane(shape, EMPTY), ignore_index)

    @classmethod
    def from_label(cls, label: Plane, ignore_index: int = 255) -> LabelMap:
        """A copy of an existing label, uint8 H×W: a person made it, so every pixel is HUMAN."""
        height, width = label.shape
        return cls(copied(label), new_plane((height, width), HUMAN), ignore_index)

    @property
    def shape(self) -> tuple[int, int]:
        """(height, width)."""
        height, width = self.label.shape
        return height, width

    @property
    def rect(self) -> Rect:
        """All of it."""
        height, width = self.shape
        return Rect(0, 0, width, height)

    def copy(self) -> LabelMap:
        return LabelMap(copied(self.label), copied(self.provenance), self.ignore_index)

    def snapshot(self, finish: Callable[[LabelMap], None] | None = None) -> Snapshot:
        """The map as it is now, to be copied in a worker; free of charge, and nothing is kept once it is let go of.

        `finish`: what is still to be done to the copy, there.
        """
        made = Snapshot(self, finish)
        with self._listing:
            living = tuple(ref for ref in self._snapshots if ref() is not None)
            self._snapshots = (*living, weakref.ref(made))
        return made

    def forget(self, snapshot: Snapshot) -> None:
        """It has all it needs."""
        with self._listing:
            self._snapshots = tuple(ref for ref in self._snapshots if ref() not in {None, snapshot})

    def before_write(self, rect: Rect) -> None:
        """To be called by whoever writes pixels, before that."""
        for ref in self._snapshots:
            snapshot = ref()
            if snapshot is not None:
                snapshot.keep(rect)

    def reviewed_label(self, rect: Rect | None = None) -> Plane:
        """uint8 h×w: the label where a person painted or confirmed, else the ignore index.

        It is what scores compare with the prediction. A new array; `rect` must lie inside the map.
        """
        part = (rect or self.rect).slices
        return reviewed_part(self.label[part], self.provenance[part], self.ignore_index)

    def reviewed_share(self) -> float:
        """The share, 0 … 1, of pixels that a person painted or confirmed. Reads the whole map."""
        return self.reviewed_pixels() / max(self.provenance.size, 1)

    def reviewed_pixels(self) -> int:
        """How many those are."""
        return sum(
            int(np.count_nonzero(reviewed(self.provenance[rows]))) for rows in bands(self.provenance)
        )

    def digest(self) -> str:
        """SHA-256, in hex, of shape, ignore index and both planes: what a journal says it belongs to."""
        found = hashlib.sha256(f"{self.shape} {self.ignore_index}\n".encode())
        found.update(np.ascontiguousarray(self.label).data)
        found.update(np.ascontiguousarray(self.provenance).data)
        return found.hexdigest()

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, LabelMap)
            and self.ignore_index == other.ignore_index
            and np.array_equal(self.label, other.label)
            and np.array_equal(self.provenance, other.provenance)
        )

    __hash__ = None  # type: ignore[assignment]  # mutable, and equal by value

    def __repr__(self) -> str:
        height, width = self.shape
        return f"LabelMap({width}×{height}, ignore_index={self.ignore_index})"


def reviewed_part(label: Plane, provenance: Plane, ignore_index: int) -> Plane:
    """uint8 h×w: `label` where HUMAN or CONFIRMED, else the ignore index. A new array."""
    found = np.full(label.shape, ignore_index, np.uint8)
    cv2.copyTo(
        label, reviewed(provenance).view(np.uint8), found
    )  # numpy's `where` takes five times as long
    return found
