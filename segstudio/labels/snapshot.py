"""A label map as it is now, for a worker thread, while the map is written on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from segstudio.core.geometry import Rect
from segstudio.core.planes import Plane, new_plane

if TYPE_CHECKING:
    from segstudio.labels.label_map import LabelMap

_BLOCK = 256
"""Side of the blocks that are copied at once."""


class Snapshot:
    """Copy on write: made in no time, copied block by block in a worker (`take`), or, where the map is about to be
    written before that, by the writer (`keep`). See `LabelMap.snapshot`."""

    def __init__(self, label_map: LabelMap) -> None:
        self._map = label_map
        self._height, self._width = label_map.shape
        self._across = -(-self._width // _BLOCK)
        self._copied = bytearray(self._across * -(-self._height // _BLOCK))
        self._label: Plane | None = None
        self._provenance: Plane | None = None
        self._lock = threading.Lock()

    def keep(self, rect: Rect) -> None:
        """These pixels of the map are about to be written."""
        with self._lock:
            for row in range(rect.y // _BLOCK, -(-rect.bottom // _BLOCK)):
                for column in range(rect.x // _BLOCK, -(-rect.right // _BLOCK)):
                    self._copy(row, column)

    def take(self) -> LabelMap:
        """The map as it was when the snapshot was made. Once, from any thread."""
        for row in range(-(-self._height // _BLOCK)):
            for column in range(self._across):
                with self._lock:
                    self._copy(row, column)
        self._map.forget(self)
        assert self._label is not None
        assert self._provenance is not None
        made = type(self._map)(self._label, self._provenance, self._map.ignore_index)
        self._label = self._provenance = None
        return made

    def _copy(self, row: int, column: int) -> None:
        place = row * self._across + column
        if self._copied[place]:
            return
        if self._label is None or self._provenance is None:
            self._label = new_plane((self._height, self._width))
            self._provenance = new_plane((self._height, self._width))
        block = slice(row * _BLOCK, (row + 1) * _BLOCK), slice(column * _BLOCK, (column + 1) * _BLOCK)
        self._label[block] = self._map.label[block]
        self._provenance[block] = self._map.provenance[block]
        self._copied[place] = True
