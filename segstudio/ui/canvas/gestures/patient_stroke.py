"""A stroke that cannot be painted at once: what it covers waits, in order, until it can.

Either its tool first needs something made (superpixels, probabilities), or something that was begun before it is not
written yet and it waits for its turn. The pointer never waits.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Protocol

from segstudio.core.geometry import Rect
from segstudio.core.progress import CancelToken
from segstudio.labels.areas.brush import Point
from segstudio.labels.context import Gesture
from segstudio.labels.patch import Area, Patch
from segstudio.ui.canvas.gestures.grip import Grip
from segstudio.ui.canvas.gestures.stroke import StrokeGesture

_TURN_S = 0.005
"""So long one event may paint, about: a stroke that waited has much to paint at once."""


class Needed(Protocol):
    """What a tool asks for, rectangle by rectangle."""

    def ready(self, rect: Rect) -> bool:
        """Whether it would be there at once."""

    def prepare(self, rect: Rect) -> None:
        """Make it, in a worker."""


class Preparer(Protocol):
    """`engine.desks.tool_desk.ToolDesk` is one."""

    def prepare(
        self,
        title: str,
        work: Callable[[CancelToken], None],
        done: Callable[[None], None],
        gave_up: Callable[[], None],
    ) -> None: ...

    def soon(self, callback: Callable[[], None]) -> None: ...


class NothingNeeded:
    """Of tools that need nothing but their turn."""

    def ready(self, rect: Rect) -> bool:
        return True

    def prepare(self, rect: Rect) -> None:
        """There is nothing to make."""


class PatientStroke(StrokeGesture):
    """`moved_on` is called whenever something of it was painted later than it was drawn, and when it is over."""

    def __init__(
        self,
        grip: Grip,
        start: Point,
        since: Point | None,
        pressure: float,
        *,
        needed: Needed,
        preparer: Preparer,
        moved_on: Callable[[], None],
        in_turn: bool = False,
    ) -> None:
        """`in_turn`: it begins in its document when `begin` is called."""
        self._waiting: deque[Area] = deque()
        self.ways: list[list[Point]] = []
        """Where the tip went since all was painted that it had covered, to be drawn meanwhile."""
        self.widest = 0.0
        """The largest radius on these ways."""
        self._needed = needed
        self._preparer = preparer
        self._moved_on = moved_on
        self._in_turn = in_turn
        self._begun = False
        self._preparing = False
        self._let_go = False
        self._over = False
        super().__init__(grip, start, since, pressure)

    @property
    def title(self) -> str:
        return self.grip.spec.step

    @property
    def over(self) -> bool:
        """Committed or cancelled, by whomever."""
        return self._over or (self._begun and self.grip.document.unfinished != self._paint_rest)

    @property
    def waits(self) -> bool:
        """Whether it covered something that is not painted yet."""
        return bool(self._waiting) and not self.over

    def begin(self) -> None:
        """Its turn has come."""
        document = self.grip.document
        document.begin(self.grip.spec.step)
        document.unfinished = self._paint_rest
        self._begun = True
        self._go_on()

    def finish(self) -> Patch | None:
        """The stroke ends when all that it covered is painted: None until then, and when nothing changed."""
        self._let_go = True
        return self._end() if self._begun and not self._waiting else None

    def finish_now(self) -> None:
        """Paint and end it here, however long that takes."""
        self._let_go = True
        if self._begun and not self.over:
            self._end()

    def cancel(self) -> None:
        self._forget_waiting()
        if self._begun and not self.over:
            super().cancel()
        self._over = True
        self._moved_on()

    def close(self) -> None:
        """End it now, without what is still waited for: its document has gone away."""
        self._forget_waiting()
        self.finish_now()
        self._over = True

    def _begin(self) -> None:
        if not self._in_turn:
            self.begin()

    def _cover(self, start: Point, end: Point) -> None:
        if not self.ways or self.ways[-1][-1] != start:
            self.ways.append([start])
        self.ways[-1].append(end)
        self.widest = max(self.widest, self.radius)
        self._waiting.extend(self._areas(start, end))
        if self._begun:
            self._go_on()

    def _go_on(self) -> None:
        """Paint what can be painted, for one turn; the rest comes later."""
        until = time.perf_counter() + _TURN_S
        ready = True
        while self._waiting and time.perf_counter() < until:
            ready = self._needed.ready(self._waiting[0].rect)
            if not ready:
                break
            self._paint(self._waiting.popleft())
        if not self._waiting:
            self._forget_waiting()
            if self._let_go:
                self._end()
        elif not self._preparing:
            self._preparing = True
            if ready:
                self._preparer.soon(self._prepared)
            else:
                rect, needed = self._waiting[0].rect, self._needed
                self._preparer.prepare(
                    self.grip.spec.title,
                    lambda _token: needed.prepare(rect),
                    lambda _none: self._prepared(),
                    self._give_up,
                )

    def _prepared(self) -> None:
        self._preparing = False
        if not self.over:
            self._go_on()
        self._moved_on()

    def _give_up(self) -> None:
        """What it needs cannot be made: it keeps what it has painted."""
        self._forget_waiting()
        self._prepared()

    def _end(self) -> Patch | None:
        if self.over:
            return None
        self._over = True
        patch = super().finish()
        self._moved_on()
        return patch

    def _paint_rest(self) -> None:
        while self._waiting:
            self._paint(self._waiting.popleft())
        self._forget_waiting()

    def _paint(self, area: Area) -> None:
        self.grip.document.extend(self.grip.change(Gesture(covered=area)))

    def _forget_waiting(self) -> None:
        self._waiting.clear()
        self.ways.clear()
        self.widest = 0.0
