"""What a hand has done and is not written yet: in order, exactly as if the machine were quicker.

At most one stroke is unfinished, or the desk works something out; what is done meanwhile waits behind it, and each
becomes the step of its own that it would have been.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from segstudio.core.signal import Signal
from segstudio.labels.areas.brush import Point
from segstudio.labels.document import Document
from segstudio.ui.canvas.gestures.foresight import Foresight
from segstudio.ui.canvas.gestures.grip import Grip
from segstudio.ui.canvas.gestures.patient_stroke import Needed, NothingNeeded, PatientStroke
from segstudio.ui.canvas.gestures.stroke import StrokeGesture
from segstudio.ui.canvas.hand.tool_work import ToolWork

MOST = 64
"""So many wait; who does more has to wait as well."""

_TURN_S = 0.005


@dataclass(frozen=True, eq=False)
class Answer:
    """What a tool has to say to a gesture, in its turn."""

    title: str
    begin: Callable[[], object]
    over: bool = False


class Pending:
    """Owned by the hand. Without `work` nothing ever waits."""

    def __init__(self, work: ToolWork | None, document: Callable[[], Document | None]) -> None:
        """`document`: the one that is shown."""
        self.changed: Signal[()] = Signal()
        """Something was written, taken back, or waits now."""
        self._work = work
        self._document = document
        self._unfinished: PatientStroke | None = None
        self._waiting: deque[PatientStroke | Answer] = deque()
        self._beginning = False
        self._disconnect = (
            work.working_changed.connect(lambda _title: self._go_on()) if work is not None else None
        )

    def detach(self) -> None:
        if self._disconnect is not None:
            self._disconnect()

    @property
    def free(self) -> bool:
        """Whether what is done now can be written at once."""
        document = self._document()
        open_ = document is not None and document.stroke_open
        return not (open_ or self._waiting or (self._work is not None and self._work.working))

    @property
    def any(self) -> bool:
        working = self._work is not None and bool(self._work.working)
        return working or self._unfinished is not None or bool(self._waiting)

    @property
    def full(self) -> bool:
        """Whether nothing more may wait."""
        document = self._document()
        if self._work is None:
            return document is not None and document.stroke_open
        return len(self._waiting) >= MOST

    @property
    def count(self) -> int:
        """How many wait for their turn."""
        return len(self._waiting)

    @property
    def latest(self) -> str:
        """The title of what `take_back` would take back, '' when there is nothing."""
        if self._waiting:
            return self._waiting[-1].title
        if self._work is not None and self._work.working:
            return self._work.latest
        return self._unfinished.title if self._unfinished is not None else ""

    @property
    def strokes(self) -> list[PatientStroke]:
        """Those that cover something which is not painted yet."""
        strokes = [turn for turn in self._waiting if isinstance(turn, PatientStroke)]
        if self._unfinished is not None:
            strokes.insert(0, self._unfinished)
        return [stroke for stroke in strokes if stroke.waits]

    def stroke(self, grip: Grip, point: Point, since: Point | None, pressure: float) -> StrokeGesture:
        """Begin a stroke, now or when its turn comes."""
        needed, free = _needed(grip), self.free
        if self._work is None or (needed is None and free):
            return StrokeGesture(grip, point, since, pressure)
        stroke = PatientStroke(
            grip, point, since, pressure,
            needed=needed or NothingNeeded(), preparer=self._work, moved_on=self._moved_on, in_turn=not free,
        )  # fmt: skip
        if free:
            self._unfinished = stroke
        else:
            self._waiting.append(stroke)
        return stroke

    def answer(self, title: str, begin: Callable[[], object]) -> None:
        """Begin it when all strokes before it are written."""
        document = self._document()
        if self._waiting or (document is not None and document.stroke_open and self._work is not None):
            self._waiting.append(Answer(title, begin))
            self.changed.emit()
        else:
            begin()

    def stroke_ended(self) -> None:
        """A stroke that painted at once is over: what waited for it may go on."""
        if self._work is not None:
            self._work.stroke_ended()
        self._go_on()

    def take_back(self) -> bool:
        """Take the latest of it back; False when there is nothing."""
        if self._waiting:
            turn = self._waiting.pop()
            if isinstance(turn, PatientStroke):
                turn.cancel()
        elif self._work is not None and self._work.working:
            self._work.take_back()
        elif self._unfinished is not None:
            self._unfinished.cancel()
        else:
            return False
        self.changed.emit()
        return True

    def cancel(self) -> bool:
        """Take all of it back; False when there is nothing."""
        any_ = self.any
        waiting, self._waiting = self._waiting, deque()
        for turn in waiting:
            if isinstance(turn, PatientStroke):
                turn.cancel()
        if self._unfinished is not None:
            self._unfinished.cancel()
        if self._work is not None:
            self._work.cancel()
        if any_:
            self.changed.emit()
        return any_

    def settle(self) -> None:
        """Write all of it, here and now: the document is about to be saved, or left."""
        while self.any:
            before = self._unfinished, len(self._waiting)
            if self._unfinished is not None:
                self._unfinished.finish_now()
            if self._work is not None:
                self._work.drain()
            self._go_on(math.inf)
            if before == (self._unfinished, len(self._waiting)):
                return

    def drop(self) -> None:
        """The document has gone away: what was not settled is forgotten."""
        unfinished, self._unfinished = self._unfinished, None
        self._waiting.clear()
        if unfinished is not None:
            unfinished.close()
        self.changed.emit()

    def _moved_on(self) -> None:
        self._waiting = deque(turn for turn in self._waiting if not turn.over)
        if self._unfinished is not None and self._unfinished.over:
            self._unfinished = None
            self.stroke_ended()
        self.changed.emit()

    def _go_on(self, seconds: float = _TURN_S) -> None:
        """Begin what waits as far as nothing is in its way, for one turn of the event loop or as long as said."""
        document, work = self._document(), self._work
        if self._beginning or document is None or work is None:
            return
        until = time.perf_counter() + seconds
        self._beginning = True
        try:
            while self._waiting and not document.stroke_open and not work.working:
                if time.perf_counter() > until:
                    work.soon(self._go_on)
                    break
                turn = self._waiting.popleft()
                if isinstance(turn, PatientStroke):
                    self._unfinished = turn
                turn.begin()
                self.changed.emit()
        finally:
            self._beginning = False


def _needed(grip: Grip) -> Needed | None:
    """What a stroke with this tool asks for on its way, and has to be worked out first."""
    context = grip.context()
    if grip.spec.heavy:
        return context.superpixels
    if "model" in grip.spec.needs and context.model is not None:
        return Foresight(context.model, grip.class_id)
    return None
