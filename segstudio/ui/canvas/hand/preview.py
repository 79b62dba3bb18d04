"""What the tool at hand would do here, shown before it does it: worked out in the pool while the pointer moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from segstudio.core.classes import ClassTable
from segstudio.engine.desks.tool_desk import ToolDesk
from segstudio.labels.areas.brush import Point, snap, stroke_segment
from segstudio.labels.context import Gesture
from segstudio.labels.patch import Area
from segstudio.labels.tools import ToolSpec
from segstudio.ui.canvas.gestures.box import BoxGesture
from segstudio.ui.canvas.gestures.grip import Grip
from segstudio.ui.canvas.gestures.lasso import LassoGesture
from segstudio.ui.canvas.gestures.scribble import ScribbleGesture
from segstudio.ui.canvas.hand.answer_picture import Palette, palette, picture, selected_picture
from segstudio.ui.canvas.hand.hand import Hand
from segstudio.ui.canvas.hand.marching import Border
from segstudio.ui.canvas.rendering.overlay import Overlay

REST_MS = 120
"""So long the pointer rests on an area that is being drawn before it is worked out what a tool finds in it."""
_BY_TIP = {"smart_brush", "superpixel"}
"""Strokes that do not paint all that the tip covers."""
_BY_REGION = {"fill", "replace_class", "confirm_region", "second_choice"}
"""Clicks that do the same wherever in their region they fall."""


@dataclass(frozen=True)
class _Same:
    """Equal only to itself: areas cannot be compared."""

    area: Area | None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.area is self.area

    def __hash__(self) -> int:
        return id(self.area)


@dataclass(frozen=True, eq=False)
class Shown:
    """A tool's answer as it is shown. `class_id`: what all of it would become; None when it is several, or selected.
    `pixels`: how many."""

    area: Area
    picture: Overlay
    class_id: int | None
    pixels: int


class Preview(QObject):
    """Follows `hand`; shows through `set_overlay` and `border`. `shown` is what is seen now, None for nothing."""

    changed = Signal()

    def __init__(
        self,
        hand: Hand,
        desk: ToolDesk,
        border: Border,
        set_overlay: Callable[[Overlay | None], None],
        table: Callable[[], ClassTable | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._hand = hand
        self._desk = desk
        self._border = border
        self._set_overlay = set_overlay
        self._table = table
        self._point: Point | None = None
        self._asked: object = None
        self._pinned: ToolSpec | None = None
        self._keep = False
        """Whether work that begins now is the answer that is shown: it is seen until it is written."""
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        """Runs while a drawn area changes: what is dear to work out is asked for when the pointer rests."""
        self._rest.timeout.connect(self._ask_about_drawn)
        self.shown: Shown | None = None

    def at(self, point: Point | None) -> None:
        """The pointer is here (image coordinates), or nowhere."""
        self._point = point
        self.refresh()

    def pin(self, spec: ToolSpec | None) -> None:
        """Show what this tool would do to all, wherever the pointer is; None: follow the hand again."""
        self._pinned = spec
        self._asked = None
        self._show(None)
        self.refresh()

    def refresh(self) -> None:
        """Pointer, tool, options or mask may have changed: ask anew unless nothing did."""
        drawn = self._drawn if self._pinned is None else None
        grip = drawn.grip if drawn is not None else self._hand.grip(self._pinned)
        gesture = Gesture() if self._pinned is not None else self._gesture()
        if gesture is None and self._keep and self._desk.working:
            return
        if grip is None or gesture is None or grip.spec.missing(grip.context()) is not None:
            self.clear()
            return
        modifiers = replace(grip.modifiers, selection=None)
        selection = _Same(grip.modifiers.selection)
        asked = (
            grip.document, grip.document.revision, grip.spec, grip.class_id, grip.radius, grip.shape, modifiers,
            selection, tuple(grip.options.items()), self._where(grip),
        )  # fmt: skip
        if asked == self._asked or self._same_region(grip, asked):
            return
        if isinstance(self._asked, tuple) and self._asked[2] is not grip.spec:
            self._show(None)  # what another tool would have done
        self._asked = asked
        if drawn is None:
            self.ask(grip, gesture)
        else:
            self._desk.forget_preview()
            self._show(None)
            self._rest.start()

    def ask(self, grip: Grip, gesture: Gesture) -> None:
        """Show this tool's answer to this gesture, whatever the hand does."""
        table = self._table()
        if table is None:
            return
        colours, context = palette(table), grip.context()
        self._desk.preview(
            grip.document,
            lambda _token: answered(grip, gesture, colours) if grip.spec.missing(context) is None else None,
            self._show,
        )

    def _ask_about_drawn(self) -> None:
        drawn = self._drawn
        if drawn is not None and drawn.done is not None and self._asked is not None:
            self._keep = not self._desk.working
            self.ask(drawn.grip, drawn.done)

    def clear(self) -> None:
        self._asked = None
        self._keep = False
        self._rest.stop()
        self._desk.forget_preview()
        self._show(None)

    def _show(self, shown: Shown | None) -> None:
        if shown is None and self.shown is None:
            if self._pinned is not None:
                self.changed.emit()
            return
        self.shown = shown
        self._set_overlay(shown.picture if shown is not None else None)
        self._border.show(shown.area if shown is not None else None)
        self.changed.emit()

    @property
    def _drawn(self) -> BoxGesture | LassoGesture | None:
        """An open area of which its outline does not say what its tool would find in it."""
        open_ = self._hand.gesture
        return open_ if isinstance(open_, BoxGesture | LassoGesture) and open_.grip.spec.heavy else None

    def _gesture(self) -> Gesture | None:
        """What would be done here now; None where there is nothing to show before it is done."""
        open_, grip = self._hand.gesture, self._hand.grip()
        if isinstance(open_, ScribbleGesture):
            return open_.done if not open_.drawing else None
        if self._drawn is not None:
            return self._drawn.done
        if open_ is not None or self._point is None or grip is None:
            return None
        if grip.spec.kind == "click" and grip.spec.changes:
            return Gesture((self._point,))
        if grip.spec.id in _BY_TIP:
            at = snap(self._point, grip.radius)
            covered = stroke_segment(at, at, grip.radius, grip.shape, grip.document.label_map.shape)
            return Gesture(covered=covered)
        return None

    def _same_region(self, grip: Grip, asked: tuple[object, ...]) -> bool:
        """Whether the pointer only moved on inside the region that is shown, whose answer is the same everywhere."""
        if self.shown is None or self._point is None or grip.spec.id not in _BY_REGION or grip.selects:
            return False
        if not isinstance(self._asked, tuple) or asked[:-1] != self._asked[:-1]:
            return False
        rect = self.shown.area.rect
        x, y = int(self._point[0] // 1) - rect.x, int(self._point[1] // 1) - rect.y
        return 0 <= x < rect.width and 0 <= y < rect.height and bool(self.shown.area.mask[y, x])

    def _where(self, grip: Grip) -> object:
        """What of the pointer's place matters."""
        if isinstance(self._hand.gesture, ScribbleGesture):
            return self._hand.gesture.count
        if isinstance(self._drawn, BoxGesture):
            return self._drawn.corners
        if self._drawn is not None:
            return len(self._drawn.points)
        if self._point is None or grip.spec.tip:
            return self._point
        return int(self._point[0] // 1), int(self._point[1] // 1)


def answered(grip: Grip, gesture: Gesture, colours: Palette) -> Shown | None:
    """In a worker: the answer and its picture; None for nothing."""
    if grip.selects:
        area = grip.spec.area(gesture, grip.context())
        seen = selected_picture(area)
        return Shown(area, seen, None, area.count) if seen is not None else None
    change = grip.change(gesture)
    seen = picture(change, colours)
    if seen is None:
        return None
    class_id = change.label if isinstance(change.label, int) else None
    return Shown(change.area, seen, class_id, change.area.count)
