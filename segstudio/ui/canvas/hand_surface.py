"""The surface with a hand over it: what tools show, say and look like. Mouse and keys are `view.CanvasView`'s affair."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from segstudio.core.geometry import Rect
from segstudio.core.prediction import Prediction
from segstudio.engine.desks.tool_desk import ToolDesk
from segstudio.labels.patch import Area
from segstudio.labels.tools import ToolSpec
from segstudio.ui.canvas.hand import hints
from segstudio.ui.canvas.hand.hand import Hand
from segstudio.ui.canvas.hand.hand_layer import HandLayer
from segstudio.ui.canvas.hand.marching import Border
from segstudio.ui.canvas.hand.preview import Preview
from segstudio.ui.canvas.hand.scene import scene_of
from segstudio.ui.canvas.session_surface import SessionSurface
from segstudio.ui.canvas.source import CanvasSource
from segstudio.ui.theme import tokens
from segstudio.ui.tool_state import ToolState


class HandSurface(SessionSurface):
    """`preview` shows what a tool would do; None where nobody works it out."""

    hovered = Signal(object)
    undoable_changed = Signal(str)
    """What `take_back` would take back, '' for nothing."""

    def __init__(
        self, session: CanvasSource, tools: ToolState, parent: QWidget | None, work: ToolDesk | None
    ) -> None:
        super().__init__(session, parent)
        self._tools = tools
        self._work = work
        scene = work.scene if work is not None else None
        self._hand = Hand(tools, scene.fill if scene is not None else scene_of(session), work)
        self._pointer: QPointF | None = None
        self._hover: tuple[int, int] | None = None
        self._drawn = QRect()
        self._unpainted = QRect()
        self._space = False
        self._ring = False
        self._hint = ""
        self._undoable = ""
        self._afterwards: list[Callable[[], object]] = []
        selection, answer, self._outlined = (
            Border(self._background, self._overlay_changed) for _ in range(3)
        )
        borders = (answer, self._outlined, selection)
        self._layer = HandLayer(self._hand, tools, lambda: session.table, borders)
        self.preview: Preview | None = None
        self._stop_hearing: list[Callable[[], None]] = []
        if work is not None:
            show = partial(self.set_overlay, "tool")
            self.preview = Preview(self._hand, work, answer, show, lambda: session.table, self)
            self._stop_hearing.append(work.working_changed.connect(lambda _title: self._gesture_changed()))
        if scene is not None:
            self._stop_hearing.append(scene.changed.connect(self._gesture_changed))
        self._stop_hearing.append(self._hand.changed.connect(self._gesture_changed))
        tools.tool_changed.connect(self._tool_changed)
        tools.selection_changed.connect(lambda: selection.show(tools.selection))
        for signal in (tools.radius_changed, tools.shape_changed, tools.class_changed, tools.option_changed,
                       tools.modifiers_changed, tools.locked_changed, tools.selection_changed):  # fmt: skip
            signal.connect(self._gesture_changed)
        tools.option_changed.connect(self._want_scene)

    # For the window

    def cancel_gesture(self) -> bool:
        """Take the open gesture back as if it had never begun, or stop what is worked out; False when there is neither."""
        cancelled = self._hand.cancel()
        self._gesture_changed()
        return cancelled

    def finish_gesture(self) -> None:
        """Keep an open stroke as one undo step, take a drag as it is, and write all that waits: before saving or moving
        on. An unfinished polygon, and marks, stay as they are."""
        self._let_go()
        self._hand.settle()
        self._gesture_changed()

    def afterwards(self, then: Callable[[], object]) -> None:
        """Keep an open stroke, and do this when all that waits is written: at once where nothing does. Nothing comes of
        it when the image is left meanwhile."""
        self._let_go()
        if not self._hand.pending:
            then()
            return
        self._afterwards.append(then)

    @property
    def undoable(self) -> str:
        """What `take_back` would take back, '' for nothing."""
        return self._undoable

    def take_back(self) -> bool:
        """Undo the latest of what is not in the history yet: a corner, a mark, an open stroke, what waits; False when
        there is nothing."""
        taken = self._hand.undo()
        self._gesture_changed()
        return taken

    def apply_whole(self, spec: ToolSpec) -> None:
        """Have a tool of kind 'whole' work on the selection, or on the whole mask."""
        self._let_go()
        self._hand.whole(spec)
        self._gesture_changed()

    def in_turn(self, title: str, begin: Callable[[], object]) -> None:
        """Do this when all strokes and answers are written that were begun before; until then it can be taken back."""
        self._hand.in_turn(title, begin)
        self._gesture_changed()

    def outline(self, area: Area | None) -> None:
        """Draw a border around some pixels; None takes it away."""
        self._outlined.show(area)

    def detach(self) -> None:
        self._hand.detach()
        for stop in self._stop_hearing:
            stop()
        super().detach()

    # The session

    def _document_taken(self) -> None:
        self._afterwards.clear()
        self._hand.set_document(self._document)
        self._tools.set_selection(None)
        self._outlined.show(None)
        self._want_scene()
        self._update_cursor()
        self._show_preview()

    def _state_said(self) -> None:
        self._say_hint()

    def _prediction_changed(self, prediction: Prediction | None) -> None:
        """What was said to be missing is there: whoever said it, the tool's own words come back."""
        super()._prediction_changed(prediction)
        if prediction is not None:
            self._hint = ""
            self._say_hint()

    def _flush_changes(self) -> None:
        edited = bool(self._changed)
        super()._flush_changes()
        if edited and self._hand.gesture is None:
            self._show_preview()

    # For the subclass

    def _let_go(self) -> None:
        """The button went up, or nobody knows any more."""
        self._hand.release()
        self._gesture_changed()

    def _gesture_changed(self) -> None:
        """Hand or tool are not as they were."""
        if self._undoable != self._hand.undoable:
            self._undoable = self._hand.undoable
            self.undoable_changed.emit(self._undoable)
        self._say_hint()
        self._update_drawn()
        unpainted = self._layer.unpainted(self._nav.viewport)
        for rect in (self._unpainted, unpainted):
            if not rect.isEmpty():
                self._update_device(rect)
        self._unpainted = unpainted
        self._show_preview()
        if self._afterwards and not self._hand.pending:
            QTimer.singleShot(0, self._do_afterwards)  # not amid what ends here

    def _do_afterwards(self) -> None:
        if not self._hand.pending:
            wanted, self._afterwards = self._afterwards, []
            for then in wanted:
                then()

    def _tool_changed(self) -> None:
        """A stroke on the way is kept, any other gesture dropped."""
        self._hand.finish_stroke()
        self._hand.gesture = None
        self._want_scene()
        self._update_cursor()
        self._gesture_changed()

    def _show_preview(self) -> None:
        """Of what the tool would do where the pointer is."""
        if self.preview is not None:
            idle = self._tip_place() is not None and not self.mask_hidden
            self.preview.at(self.image_point(self._pointer) if idle and self._pointer is not None else None)

    def _update_drawn(self) -> None:
        """Repaint where the cursor or the gesture was and where it is."""
        drawn = self._layer.drawn(self._tip_place(), self._nav.viewport)
        for rect in (self._drawn, drawn):
            if not rect.isEmpty():
                self._update_device(rect)
        self._drawn = drawn

    def _tip_place(self) -> tuple[float, float] | None:
        """Where the tip is drawn, in device pixels; None while the pointer does something else."""
        if self._pointer is None or self._document is None or self._space or self._nav.dragging:
            return None
        return self._device(self._pointer)

    def _paint_over(self, painter: QPainter, region: Rect) -> None:
        viewport, unit = self._nav.viewport, self.devicePixelRatioF()
        if self._ring:
            width, height = self._view_size()
            painter.setPen(QPen(tokens().colour("accent"), 2 * unit))
            painter.drawRect(QRectF(unit, unit, width - 2 * unit, height - 2 * unit))
        if viewport is not None:
            self._layer.paint(painter, self._tip_place(), viewport, region, unit)

    def _update_cursor(self) -> None:
        if self._nav.dragging:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._space:
            shape = Qt.CursorShape.OpenHandCursor
        elif self._document is None:
            shape = Qt.CursorShape.ArrowCursor
        elif self._hand.spec.kind in {"stroke", "scribble"}:
            shape = Qt.CursorShape.BlankCursor
        else:
            shape = Qt.CursorShape.CrossCursor
        self.setCursor(shape)
        self._update_drawn()

    def _say_hover(self) -> None:
        viewport = self._nav.viewport
        over = viewport.pixel_at(self._device(self._pointer)) if viewport and self._pointer else None
        if over != self._hover:
            self._hover = over
            self.hovered.emit(over)

    def _say_hint(self) -> None:
        table = self._session.table
        if self._document is None or table is None:
            self._say(hints.not_ready_hint(self._loading))
        elif self._hand.gesture is not None:
            self._say(hints.gesture_hint(self._hand.gesture))
        elif self._hand.waiting:
            self._say(hints.waiting_hint(self._hand.waiting))
        elif self._work is not None and self._work.working:
            self._say(hints.working_hint(self._work.working))
        elif (need := self._hand.missing()) is not None:
            self._say(hints.missing_hint(need))
        else:
            name = table.name_of(self._tools.class_id)
            self._say(hints.tool_hint(self._hand.spec, name, self._tools.options))

    def _say(self, hint: str) -> None:
        if hint != self._hint:
            self._hint = hint
            self.context.emit(hint)

    # Inside

    def _want_scene(self) -> None:
        """Have ready what the tool needs."""
        scene = self._work.scene if self._work is not None else None
        if scene is None or self._document is None:
            return
        spec = self._tools.spec
        scene.want(spec.needs)
        if spec.kind == "stroke" and spec.heavy and self.shown_part is not None:
            scene.warm(self._tools.options.get("size"), self.shown_part)
