"""Zoom and pan of the canvas over time: what was fitted stays fitted, what was zoomed into stays in place. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from segstudio.core.geometry import Rect
from segstudio.ui.canvas.key_tip import following
from segstudio.ui.canvas.viewport import Point, Viewport

WHEEL_STEP = 1.2
"""Zoom factor of one notch of the wheel."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a view stood, to come back to."""

    viewport: Viewport
    fitted: bool


class Navigator:
    """Owns the viewport; `changed` is called after every change of it."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._image: tuple[int, int] | None = None
        self._view = (1, 1)
        self._fitted = True
        self._drag: tuple[Point, Viewport] | None = None
        self.viewport: Viewport | None = None

    @property
    def zoom(self) -> float:
        """1 is 100 %: one image pixel per device pixel."""
        return self.viewport.zoom if self.viewport else 1.0

    @property
    def dragging(self) -> bool:
        return self._drag is not None

    @property
    def centre(self) -> Point:
        return self._view[0] / 2, self._view[1] / 2

    @property
    def stand(self) -> Stand | None:
        """None without an image."""
        return Stand(self.viewport, self._fitted) if self.viewport else None

    def go_back(self, stand: Stand) -> None:
        """Show what was shown then; an image of another size stays as it is."""
        if stand.viewport.image != self._image:
            return
        if stand.fitted:
            self.fit()
        else:
            self._free(stand.viewport.resized(self._view))

    def show(self, image: tuple[int, int] | None) -> None:
        """An image of (width, height), or none. One as large as the former keeps zoom and place."""
        same = image is not None and image == self._image and not self._fitted
        self._image = image
        self._drag = None
        if same:
            return
        self._fitted = True
        self._set(Viewport.fitted(image, self._view) if image else None)

    def resize(self, view: tuple[int, int]) -> None:
        """The view has another size, (width, height) in device pixels."""
        self._view = view
        if self.viewport is None:
            self._changed()
        elif self._fitted:
            self.fit()
        else:
            self._set(self.viewport.resized(view))

    def fit(self) -> None:
        self._fitted = True
        if self._image:
            self._set(Viewport.fitted(self._image, self._view))

    def set_zoom(self, zoom: float, about: Point | None = None) -> None:
        if self.viewport:
            self._free(self.viewport.zoomed(zoom, about or self.centre))

    def wheel(self, notches: float, about: Point) -> None:
        if self.viewport and notches:
            self._free(self.viewport.zoomed(self.viewport.zoom * WHEEL_STEP**notches, about))

    def step(self, direction: int, about: Point | None = None) -> None:
        if self.viewport:
            self._free(self.viewport.stepped(direction, about or self.centre))

    def pan(self, dx: float, dy: float) -> None:
        if self.viewport:
            self._free(self.viewport.panned(round(dx), round(dy)))

    def show_region(self, region: Rect) -> None:
        """Have these image pixels well in view; what lies so already stays where it is."""
        if self.viewport:
            shown = self.viewport.showing(region)
            if shown != self.viewport:
                self._free(shown)

    def follow(self, point: Point) -> None:
        """Move the image as little as has this image point in the view."""
        if self.viewport:
            moved = following(self.viewport, point)
            if moved != self.viewport:
                self._free(moved)

    def centre_on(self, point: Point) -> None:
        """Move this image point into the middle of the view."""
        if self.viewport:
            self._free(self.viewport.centred_on(point))

    def start_drag(self, point: Point) -> bool:
        """Take hold of the image; False when there is none."""
        if self.viewport is None:
            return False
        self._drag = (point, self.viewport)
        return True

    def drag(self, point: Point) -> None:
        if self._drag and self.viewport:
            start, viewport = self._drag
            self._free(viewport.panned(round(point[0] - start[0]), round(point[1] - start[1])))

    def end_drag(self) -> None:
        self._drag = None

    def _free(self, viewport: Viewport) -> None:
        self._fitted = False
        self._set(viewport)

    def _set(self, viewport: Viewport | None) -> None:
        if viewport != self.viewport:
            self.viewport = viewport
            self._changed()
