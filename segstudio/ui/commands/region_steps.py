"""From region to region of what the error map shows: found in the background, brought into view, on to the next image."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Signal

from segstudio.core.numerals import grouped
from segstudio.engine.evaluation.error_regions import ErrorRegion
from segstudio.engine.session import Session
from segstudio.labels.document import Document
from segstudio.ui.canvas.rendering.overlay import Overlay
from segstudio.ui.canvas.view import CanvasView
from segstudio.ui.commands.closer_look import CloserLook

_MOST_FLASHED = 1 << 19

Place = tuple[int, int, int]
"""Of a region in the order of the steps: (−pixels, y, x)."""


class RegionSteps(QObject):
    """`changed`: read `text`. Regions that were edited are looked for again at the next step."""

    changed = Signal()

    def __init__(
        self, session: Session, canvas: CanvasView, look: CloserLook, next_image: Callable[[], bool]
    ) -> None:
        """`next_image`: go on to the next image that has such pixels; False when there is none."""
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        self._look = look
        self._next_image = next_image
        self._regions: list[ErrorRegion] | None = None
        self._at: Place | None = None
        self._number = 0
        self._wanted = 0
        self._travelled = 0
        self._stop_following: Callable[[], None] = lambda: None
        self._disconnects = [
            session.document_changed.connect(self._follow),
            session.scores_changed.connect(self._go_on),
            session.evaluation.label_changed.connect(self._stale),
            session.prediction_changed.connect(lambda _prediction: self._predicted()),
        ]
        canvas.error_view_changed.connect(lambda _view: self.begin())
        self._follow(session.document)

    def detach(self) -> None:
        self._stop_following()
        for disconnect in self._disconnects:
            disconnect()

    @property
    def text(self) -> str:
        """'2 of 14', 'none here', '' before the first step."""
        if self._regions is None:
            return ""
        if not self._regions:
            return self.tr("none in this image")
        if not self._number:
            return ""
        return self.tr("{n} of {all}").format(n=grouped(self._number), all=grouped(len(self._regions)))

    def begin(self) -> None:
        """Another question: the next step goes to its largest region."""
        self._at, self._wanted, self._number = None, 0, 0
        self._stale()

    def step(self, by: int) -> None:
        """Show the next or the previous region, as soon as they are known."""
        self._wanted, self._travelled = by, 0
        self._go_on()

    def first(self) -> None:
        """Show the largest region of this image, or of the one that is being opened, as soon as it is known."""
        self._at, self._number, self._wanted, self._travelled = None, 0, 1, 1
        self._go_on()

    def leave(self) -> None:
        """Look at no region any more: the view from before is there again."""
        self._look.back(self.leave)

    def _go_on(self) -> None:
        if not self._wanted:
            return
        if self._regions is not None:
            self._take(self._regions)
        elif self._session.evaluation.finder.question(self._canvas.error_view) is not None:
            self._session.evaluation.finder.find_regions(self._canvas.error_view, self._found)

    def _found(self, regions: list[ErrorRegion]) -> None:
        self._regions = regions
        if self._wanted:  # otherwise another question came meanwhile
            self._take(regions)

    def _take(self, regions: list[ErrorRegion]) -> None:
        by, self._wanted = self._wanted, 0
        places = [_place(region) for region in regions]
        index = self._next(places, by)
        if index is None and by > 0 and self._travel():
            return
        if index is None and regions:
            index = 0 if by > 0 else len(regions) - 1
        if index is None:
            self._number = 0
        else:
            self._at, self._number = places[index], index + 1
            self._show(regions[index])
        self.changed.emit()

    def _next(self, places: list[Place], by: int) -> int | None:
        if self._at is None:
            return (0 if by > 0 else len(places) - 1) if places else None
        after = [n for n, place in enumerate(places) if (place > self._at if by > 0 else place < self._at)]
        return (after[0] if by > 0 else after[-1]) if after else None

    def _travel(self) -> bool:
        """On to the next image that the filter leads to; its first region is shown when it is there."""
        focus = self._session.evaluation.focus.focus
        if focus is None or focus.view is None or self._travelled:
            return False
        if not self._next_image():
            return False
        self._travelled += 1
        self._at, self._wanted, self._regions = None, 1, None
        return True

    def _show(self, region: ErrorRegion) -> None:
        self._look.at(region.box, self.leave)
        question = self._session.evaluation.finder.question(self._canvas.error_view)
        if question is None or region.box.area > _MOST_FLASHED:
            return
        chosen = question.chosen(region.box)
        pixels = np.zeros((*chosen.shape, 4), np.uint8)
        pixels[chosen] = (255, 255, 255, 230)
        self._canvas.flash(Overlay(pixels, region.box, smooth=False))

    def _follow(self, document: Document | None) -> None:
        self._stop_following()
        self._stop_following = (
            document.changed.connect(lambda _piece: self._stale()) if document is not None else lambda: None
        )
        if not self._wanted:
            self._at = None
            self.leave()
        self._stale()

    def _predicted(self) -> None:
        """While a folder is compared, what the model says changes no region."""
        if self._session.evaluation.by_model:
            self._stale()

    def _stale(self) -> None:
        if self._regions is not None:
            self._regions = None
            self.changed.emit()


def _place(region: ErrorRegion) -> Place:
    return -region.pixels, region.box.y, region.box.x
