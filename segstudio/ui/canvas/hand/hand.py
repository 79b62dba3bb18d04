"""The hand over the canvas: which gesture a press begins, and what becomes of it.

Left button: the active tool. Right button: a drag erases (along a stroke, or what a lasso or a box encloses; marks of
scribbling tools say 'leave this as it is'), the polygon's last corner is taken back, and with a tool that clicks, the
class under the pointer is picked. Shift + press with a stroking tool: a straight line from where the last stroke
ended. A tablet pen turned round erases. With a tool that selects, Shift adds, Alt takes away, both keep the common part.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from segstudio.core.signal import Signal
from segstudio.labels.areas.brush import Point
from segstudio.labels.context import Gesture
from segstudio.labels.document import Document
from segstudio.labels.effects import pick_class
from segstudio.labels.options import Need
from segstudio.labels.selection import How
from segstudio.labels.tools import ToolSpec, tool
from segstudio.ui.canvas.gestures.box import BoxGesture
from segstudio.ui.canvas.gestures.grip import Grip, Scene
from segstudio.ui.canvas.gestures.lasso import LassoGesture
from segstudio.ui.canvas.gestures.patient_stroke import PatientStroke
from segstudio.ui.canvas.gestures.polygon import PolygonGesture
from segstudio.ui.canvas.gestures.scribble import ScribbleGesture
from segstudio.ui.canvas.gestures.stroke import StrokeGesture
from segstudio.ui.canvas.hand.answers import Answers
from segstudio.ui.canvas.hand.pending import Pending
from segstudio.ui.canvas.hand.tool_work import ToolWork
from segstudio.ui.tool_state import ToolState

AnyGesture = StrokeGesture | PolygonGesture | LassoGesture | BoxGesture | ScribbleGesture
CLOSE_WITHIN = 8.0
"""View pixels around a polygon's first corner in which a click closes it."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What is held on the keyboard."""

    shift: bool = False
    alt: bool = False

    @property
    def how(self) -> How:
        """What a new selection does with the former."""
        if self.shift:
            return "intersect" if self.alt else "add"
        return "subtract" if self.alt else "replace"


_NO_KEYS = Keys()


class Hand:
    """Owns the open gesture, if any. Points are (x, y) in image pixels, continuous."""

    def __init__(self, tools: ToolState, scene: Scene, work: ToolWork | None = None) -> None:
        """`work`: who works out what takes long; without it everything is done at once."""
        self.changed: Signal[()] = Signal()
        """What was begun earlier went on by itself: it was written, or something more of it is seen."""
        self._tools = tools
        self._scene = scene
        self._pending = Pending(work, lambda: self._document)
        self._pending.changed.connect(self.changed.emit)
        self._answers = Answers(tools, self._pending, work)
        self._stop_hearing = work.finishing.connect(self.settle) if work is not None else None
        self._document: Document | None = None
        self._last_end: Point | None = None
        self._how: How = "replace"
        self._selecting_keys = _NO_KEYS
        """Keys that were down when a selection began: they say `_how`, and nothing of its shape until let go."""
        self.gesture: AnyGesture | None = None
        self.line_wanted = False
        """Whether Shift is held: the next stroke would draw a line from where the last one ended."""
        self.pen_turned = False
        """Whether the pointer is the eraser end of a tablet pen."""
        self.pressure = 1.0
        """Of a pen, 0 … 1: how much of its size a tip has."""

    def detach(self) -> None:
        """Write what waits; nothing is heard any more."""
        self.settle()
        self._pending.detach()
        if self._stop_hearing is not None:
            self._stop_hearing()

    @property
    def active(self) -> bool:
        """Whether there is something that Escape takes back."""
        return self.gesture is not None or self._pending.any

    @property
    def undoable(self) -> str:
        """What `undo` would take back, '' for nothing."""
        if self.gesture is None:
            return self._pending.latest
        if isinstance(self.gesture, PolygonGesture):
            return "Corner"
        return "Mark" if isinstance(self.gesture, ScribbleGesture) else self.gesture.grip.spec.step

    @property
    def pending(self) -> bool:
        """Whether anything that was done is not written yet; an open gesture is not done."""
        return self._pending.any

    @property
    def waiting(self) -> int:
        """How many strokes and answers wait for what was begun before them."""
        return self._pending.count

    @property
    def unpainted(self) -> list[PatientStroke]:
        """Strokes, open or let go, that cover something which is not painted yet."""
        return self._pending.strokes

    @property
    def line_from(self) -> Point | None:
        """Where a line to the pointer would begin; None when none would be drawn."""
        wanted = self.line_wanted and self.gesture is None and self.spec.kind == "stroke"
        return self._last_end if wanted and self._document is not None else None

    @property
    def stroke(self) -> StrokeGesture | None:
        return self.gesture if isinstance(self.gesture, StrokeGesture) else None

    @property
    def polygon(self) -> PolygonGesture | None:
        return self.gesture if isinstance(self.gesture, PolygonGesture) else None

    @property
    def dragging(self) -> bool:
        """Whether a gesture goes on that ends when the button goes up."""
        if isinstance(self.gesture, ScribbleGesture):
            return self.gesture.drawing
        return self.gesture is not None and self.polygon is None

    @property
    def spec(self) -> ToolSpec:
        """The tool that is at work, or would be: an open gesture keeps the one it began with."""
        if self.gesture is not None:
            return self.gesture.grip.spec
        active = self._tools.spec
        return tool("eraser") if self.pen_turned and active.kind == "stroke" else active

    def missing(self) -> Need | None:
        """What the tool cannot work without, and is not there."""
        return self.spec.missing(self._grip(self.spec).context()) if self._document is not None else None

    def set_document(self, document: Document | None) -> None:
        """Another document, or none: a stroke is kept in the former, any other gesture is dropped."""
        if document is self._document:
            return
        self.finish_stroke()
        self._pending.drop()
        self.gesture = None
        self._last_end = None
        self._document = document

    def press(
        self, point: Point, *, right: bool = False, keys: Keys = _NO_KEYS, close: float = 0.0
    ) -> None:
        """A button goes down. `close`: how near, in image pixels, the first corner of a polygon counts as hit.

        Nothing happens without a document, when the tool lacks what it needs, when the other button is at work, nor
        when too much waits already.
        """
        if self._document is None or self.dragging or self._pending.full:
            return
        spec = self.spec
        erases = right or (self.pen_turned and spec.kind == "stroke")
        if spec.missing(self._grip(spec).context()) is not None:
            return
        if spec.kind == "stroke":
            self._stroke(self._grip(tool("eraser") if erases else spec), point, keys)
        elif spec.kind == "polygon":
            self._corner(point, right, keys, close)
        elif spec.kind == "scribble":
            self._mark(point, right)
        elif spec.kind in {"lasso", "box"}:
            self._drag(point, right, keys)
        elif spec.kind == "click":
            self._click(point, right, keys)

    def move(self, point: Point, keys: Keys = _NO_KEYS) -> None:
        if isinstance(self.gesture, PolygonGesture):
            self.gesture.hover = point
        elif self.gesture is not None:
            self.hold(keys)
            if isinstance(self.gesture, StrokeGesture):
                self.gesture.pressure = self.pressure
            self.gesture.move(point)

    def hold(self, keys: Keys) -> None:
        """Which keys are held while a gesture goes on: Shift makes a box square, Alt draws it from its middle."""
        if isinstance(self.gesture, BoxGesture):
            down = self._selecting_keys
            self._selecting_keys = Keys(down.shift and keys.shift, down.alt and keys.alt)
            self.gesture.hold(
                square=keys.shift and not self._selecting_keys.shift,
                middle=keys.alt and not self._selecting_keys.alt,
            )

    def release(self) -> None:
        """The button went up, or nobody knows any more: a drag has its answer, a stroke is kept."""
        gesture = self.gesture
        if isinstance(gesture, ScribbleGesture):
            gesture.release()
        elif isinstance(gesture, LassoGesture | BoxGesture):
            self.gesture = None
            self._answers.give(gesture.grip, gesture.done, self._how)
        else:
            self.finish_stroke()

    def finish_stroke(self) -> None:
        """Keep what was painted; any other gesture goes on."""
        stroke = self.stroke
        if stroke is not None:
            self.gesture = None
            self._last_end = stroke.last
            stroke.finish()
            self._pending.stroke_ended()

    def settle(self) -> None:
        """Write an open stroke and all that waits, here and now: the document is about to be saved, or left."""
        self.finish_stroke()
        self._pending.settle()

    def close(self) -> bool:
        """Close the open polygon with the class of the moment, or have the marks answered; False, and nothing, when
        there is no such gesture or a polygon has fewer than three corners."""
        gesture = self.gesture
        if isinstance(gesture, PolygonGesture) and gesture.can_close:
            self.gesture = None
            grip = replace(gesture.grip, class_id=self._tools.class_id)
            self._answers.give(grip, gesture.done, self._how)
            return True
        if isinstance(gesture, ScribbleGesture):
            self.gesture = None
            self._answers.give(gesture.grip, gesture.done, self._how)
            return True
        return False

    def take_back(self) -> bool:
        """Take the polygon's last corner, or the last mark, back; False when there is none."""
        if not isinstance(self.gesture, PolygonGesture | ScribbleGesture):
            return False
        if not self.gesture.remove_last():
            self.gesture = None
        return True

    def cancel(self) -> bool:
        """Undo the open gesture as if it had never begun, or else all that is not written yet; False when there is
        neither."""
        gesture, self.gesture = self.gesture, None
        if isinstance(gesture, StrokeGesture):
            gesture.cancel()
            self._pending.stroke_ended()
        return gesture is not None or self._pending.cancel()

    def undo(self) -> bool:
        """Take back the latest of what is not written yet: the last corner or mark, the open gesture, else what waits;
        False when there is nothing, and the last step of the history is the latest."""
        if self.take_back():
            return True
        return self.cancel() if self.gesture is not None else self._pending.take_back()

    def whole(self, spec: ToolSpec) -> None:
        """Have a tool answer for the selection, or the whole image."""
        if self._document is not None and self.gesture is None and not self._pending.full:
            self._answers.give(self._grip(spec), Gesture(), self._how)

    def in_turn(self, title: str, begin: Callable[[], object]) -> None:
        """Do this when all strokes and answers are written that were begun before."""
        if self._document is not None and not self._pending.full:
            self._pending.answer(title, begin)

    def grip(self, spec: ToolSpec | None = None) -> Grip | None:
        """What the active tool, or another, would work with now; None without a document."""
        return self._grip(spec or self._tools.spec) if self._document is not None else None

    # -- beginnings

    def _stroke(self, grip: Grip, point: Point, keys: Keys) -> None:
        since = self._last_end if keys.shift else None
        self.gesture = self._pending.stroke(grip, point, since, self.pressure)

    def _corner(self, point: Point, right: bool, keys: Keys, close: float) -> None:
        polygon = self.polygon
        if right:
            self.take_back()
        elif polygon is None:
            self._how = keys.how
            self.gesture = PolygonGesture(self._grip(self.spec), point)
        elif polygon.would_close(point, close):
            self.close()
        else:
            polygon.add(point)

    def _mark(self, point: Point, right: bool) -> None:
        gesture = (
            self.gesture
            if isinstance(self.gesture, ScribbleGesture)
            else ScribbleGesture(self._grip(self.spec))
        )
        self.gesture = gesture
        gesture.press(point, None if right else self._tools.class_id)

    def _drag(self, point: Point, right: bool, keys: Keys) -> None:
        grip = self._grip(self.spec)
        if right and not grip.selects:
            if "mode" not in grip.options:
                self._pick(point)
                return
            grip = replace(grip, options={**grip.options, "mode": "erase"})
        self._how = "subtract" if right else keys.how
        self._selecting_keys = keys if grip.selects else _NO_KEYS
        self.gesture = LassoGesture(grip, point) if grip.spec.kind == "lasso" else BoxGesture(grip, point)
        self.hold(keys)

    def _click(self, point: Point, right: bool, keys: Keys) -> None:
        grip = self._grip(self.spec)
        if not grip.context().inside((math.floor(point[0]), math.floor(point[1]))):
            return
        if right or not self.spec.changes:
            self._pick(point, back=not right)
            return
        self._how = keys.how
        self._answers.give(grip, Gesture((point,)), self._how)

    def _pick(self, point: Point, back: bool = False) -> None:
        assert self._document is not None
        picked = pick_class(self._document.label_map, math.floor(point[0]), math.floor(point[1]))
        if picked is not None:
            self._tools.set_class(picked)
            if back:
                self._tools.back_to_previous_tool()

    def _grip(self, spec: ToolSpec) -> Grip:
        assert self._document is not None
        tools = self._tools
        return Grip(
            self._document, spec, tools.class_id, tools.radius, tools.shape, tools.options_of(spec.id), tools.modifiers,
            self._scene,
        )  # fmt: skip
