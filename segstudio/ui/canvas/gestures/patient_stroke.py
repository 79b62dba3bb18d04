"""A stroke with a tool that first needs something made: what it covers waits, in order, until that is ready."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Protocol

from segstudio.core.geometry import Rect
from segstudio.core.progress import CancelToken
from segstudio.labels.brush import Point, stroke_areas
from segstudio.labels.context import Gesture
from segstudio.labels.patch import Area, Patch
from segstudio.ui.canvas.gestures.grip import Grip
from segstudio.ui.canvas.gestures.stroke import StrokeGesture

Prepare = Callable[[str, Callable[[CancelToken], None], Callable[[None], None]], None]
"""`engine.tool_desk.ToolDesk.prepare`."""


class Needed(Protocol):
    """What a tool asks for, rectangle by rectangle."""

    def ready(self, rect: Rect) -> bool:
        """Whether it would be there at once."""

    def prepare(self, rect: Rect) -> None:
        """Make it, in a worker."""


class PatientStroke(StrokeGesture):
    """Superpixels and probabilities are made part by part in a worker; the pointer never waits for them."""

    def __init__(
        self,
        grip: Grip,
        start: Point,
        since: Point | None,
        needed: Needed,
        prepare: Prepare,
        pressure: float = 1.0,
    ) -> None:
        self._waiting: deque[Area] = deque()
        self._needed = needed
        self._prepare = prepare
        self._preparing = False
        self._let_go = False
        self.over = False
        """Committed or cancelled."""
        super().__init__(grip, start, since, pressure)

    def finish(self) -> Patch | None:
        """The stroke ends when all that it covered is painted: None until then, and when nothing changed."""
        self._let_go = True
        return self._end() if not self._waiting else None

    def cancel(self) -> None:
        self._waiting.clear()
        self.over = True
        super().cancel()

    def close(self) -> None:
        """End it now, without what is still waited for: its document goes away."""
        self._waiting.clear()
        self._end()

    def _cover(self, start: Point, end: Point) -> None:
        grip = self.grip
        self._waiting.extend(
            stroke_areas(start, end, self.radius, grip.shape, grip.document.label_map.shape)
        )
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and self._needed.ready(self._waiting[0].rect):
            area = self._waiting.popleft()
            self.grip.document.extend(self.grip.change(Gesture(covered=area)))
        if self._waiting and not self._preparing:
            self._preparing = True
            rect, needed = self._waiting[0].rect, self._needed
            self._prepare(self.grip.spec.title, lambda _token: needed.prepare(rect), self._prepared)

    def _prepared(self, _nothing: None) -> None:
        self._preparing = False
        if self.over:
            return
        self._go_on()
        if self._let_go and not self._waiting:
            self._end()

    def _end(self) -> Patch | None:
        if self.over:
            return None
        self.over = True
        return super().finish()
