"""A label map as it is now, for a worker thread, while the map is written on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from segstudio.core.arrays import Plane
from segstudio.core.geometry import Rect
from segstudio.core.planes import new_plane

if TYPE_CHECKING:
    from segstudio.labels.label_map import LabelMap

_BLOCK = 256
"""Side of the blocks that are copied at once."""

_Block = tuple[slice, slice]
_Planes = tuple[Plane, Plane]


class Snapshot:
    """Copy on write: made in no time, copied row by row of blocks in a worker (`take`), or, where the map is about to be
    written before that, by the writer (`keep`). See `LabelMap.snapshot`.

    Whoever writes, the thread that draws, never waits for a copy of the worker's: a block belongs to the first who
    has claimed it, and the worker claims one only when it has read it. What it read of a block that the writer has
    claimed meanwhile may be torn, and is thrown away.
    """

    def __init__(self, label_map: LabelMap, finish: Callable[[LabelMap], None] | None = None) -> None:
        self._map = label_map
        self._finish = finish
        self._height, self._width = label_map.shape
        self._across = -(-self._width // _BLOCK)
        self._blocks = self._across * -(-self._height // _BLOCK)
        self._unclaimed = dict.fromkeys(range(self._blocks))
        """Numbers of blocks, row by row. To pop one is to claim it: that needs no lock."""
        self._planes: _Planes | None = None
        self._early: list[tuple[_Block, Plane, Plane]] = []
        """Blocks that were kept before there were planes: to allocate those takes too long for a writer."""
        self._keeping = threading.Lock()
        """Held by a writer while it copies."""

    def keep(self, rect: Rect) -> None:
        """These pixels of the map are about to be written. One writer at a time."""
        with self._keeping:
            for row in range(rect.y // _BLOCK, -(-rect.bottom // _BLOCK)):
                for column in range(rect.x // _BLOCK, -(-rect.right // _BLOCK)):
                    if self._claim(place := row * self._across + column):
                        self._copy(self._block(place))

    def take(self) -> LabelMap:
        """The map as it was when the snapshot was made, finished. Once, from any thread."""
        shape = self._height, self._width
        planes = self._planes = new_plane(shape), new_plane(shape)
        for first in range(0, self._blocks, self._across):
            self._take_row(planes, range(first, first + self._across))
        self._map.forget(self)
        with self._keeping:  # a writer may be in the middle of the last block
            self._planes = None
        for block, label, provenance in self._early:
            planes[0][block], planes[1][block] = label, provenance
        self._early.clear()
        found = type(self._map)(*planes, self._map.ignore_index)
        if self._finish is not None:
            self._finish(found)
        return found

    def _take_row(self, planes: _Planes, places: range) -> None:
        """A row of blocks at once: with every call of a worker's loop, the thread that draws waits for its turn."""
        if not any(place in self._unclaimed for place in places):
            return
        rows = self._block(places[0])[0]
        label, provenance = self._map.label[rows].copy(), self._map.provenance[rows].copy()
        mine = [place for place in places if self._claim(place)]
        if len(mine) == len(places):
            planes[0][rows], planes[1][rows] = label, provenance
            return
        for _, columns in map(self._block, mine):
            planes[0][rows, columns], planes[1][rows, columns] = label[:, columns], provenance[:, columns]

    def _claim(self, place: int) -> bool:
        return self._unclaimed.pop(place, self) is None

    def _block(self, place: int) -> _Block:
        row, column = divmod(place, self._across)
        return slice(row * _BLOCK, (row + 1) * _BLOCK), slice(column * _BLOCK, (column + 1) * _BLOCK)

    def _copy(self, block: _Block) -> None:
        label, provenance = self._map.label[block], self._map.provenance[block]
        planes = self._planes
        if planes is None:
            self._early.append((block, label.copy(), provenance.copy()))
        else:
            planes[0][block], planes[1][block] = label, provenance
