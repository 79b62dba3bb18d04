"""A large change written tile by tile, a few milliseconds at a time: the window answers meanwhile."""

from __future__ import annotations

import time
from collections import deque

from segstudio.core.geometry import Rect
from segstudio.labels.document import Document
from segstudio.labels.patch import Change, tiles_of

TURN_S = 0.005
"""How long one turn takes, about: a frame has time for other things."""


class GradualWrite:
    """One undo step. Whoever commits or reverts the document meanwhile gets all of it, or nothing."""

    def __init__(self, document: Document, change: Change, step: str) -> None:
        """Opens a stroke in `document`."""
        self.document = document
        self._change = change
        self._tiles = deque(tiles_of(change.area.rect))
        document.begin(step)
        document.unfinished = self._write_rest

    @property
    def over(self) -> bool:
        """Whether all is written, or the stroke was closed by somebody else."""
        return self.document.unfinished != self._write_rest

    def go_on(self) -> None:
        """Write for one turn, at least one tile; the last turn commits."""
        until = time.perf_counter() + TURN_S
        while self._tiles:
            self._write(self._tiles.popleft())
            if time.perf_counter() >= until:
                return
        while self.document.seal():
            if time.perf_counter() >= until:
                return
        self.document.commit()

    def cancel(self) -> None:
        """As if it had never begun."""
        if not self.over:
            self.document.revert()

    def _write_rest(self) -> None:
        while self._tiles:
            self._write(self._tiles.popleft())

    def _write(self, tile: Rect) -> None:
        part = self._change.inside(tile)
        if not part.area.empty:
            self.document.extend(part)
