"""Going near to a region of the image, and back to the view from before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from segstudio.core.geometry import Rect
from segstudio.ui.canvas.navigator import Stand
from segstudio.ui.canvas.view import CanvasView

_NEAREST = 4.0
"""Regions are not enlarged further than this: what lies around them says what they are."""
_PART = 5
"""A region takes one of so many parts of the view's shorter side."""

Leave = Callable[[], object]


class CloserLook(QObject):
    """One at a time: a doubtful region, or one that is wrong. Whoever looks says how that ends."""

    changed = Signal()
    """Read `active`."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._before: Stand | None = None
        self._led_to = 0.0
        """The zoom to which looking led."""
        self._leave: Leave | None = None

    @property
    def active(self) -> bool:
        return self._leave is not None

    def at(self, rect: Rect, leave: Leave) -> None:
        """So near that the region takes about a fifth of the view, with what lies around it; in its middle, or near it
        at the edges of the image.

        `leave`: what Escape does; it calls `back`.
        """
        canvas, side = self._canvas, max(rect.width, rect.height)
        started = canvas.stand
        if started is None:
            return
        self._before = self._before or started
        view = min(canvas.width(), canvas.height()) * canvas.devicePixelRatioF()
        wanted = min(view / (_PART * side), _NEAREST)
        if canvas.zoom < wanted:
            canvas.set_zoom(wanted)
        around = max(side, round(view / (_PART * canvas.zoom)))
        image = started.viewport.image
        canvas.show_region(rect.inflate(around).intersect(Rect(0, 0, *image)))
        if canvas.stand != started:
            self._centre(rect, image)
        self._led_to = canvas.zoom
        self._set(leave)

    def _centre(self, rect: Rect, image: tuple[int, int]) -> None:
        """Of the view at most a quarter lies beside the image: at its edge the middle would leave half of it empty."""
        canvas = self._canvas
        ratio = canvas.devicePixelRatioF() / canvas.zoom
        middle = rect.x + rect.width / 2, rect.y + rect.height / 2
        seen = canvas.width() * ratio, canvas.height() * ratio
        x, y = (_kept(m, s, whole) for m, s, whole in zip(middle, seen, image, strict=True))
        canvas.centre_on((x, y))

    def back(self, leave: Leave) -> None:
        """The view from before, unless a person has chosen another zoom since, or somebody else looks by now. The next
        image starts from there too."""
        if leave != self._leave:
            return
        before, self._before = self._before, None
        if before is not None and self._canvas.zoom == self._led_to:
            self._canvas.go_back(before)
        self._set(None)

    def end(self) -> None:
        """What Escape does."""
        if self._leave is not None:
            self._leave()

    def _set(self, leave: Leave | None) -> None:
        self._leave = leave
        self.changed.emit()


def _kept(place: float, seen: float, whole: float) -> float:
    """Where the view's middle goes, of which `seen` is shown."""
    return min(max(place, seen / 4), whole - seen / 4) if seen < whole else whole / 2
